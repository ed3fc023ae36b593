-- Gives back what an attempt got here that got no quorum. Who waits goes back to its place in the queue.
--
-- Given, of who waits: waiter, its place
local waiter, place = ...
local last = held()
if not last then
  return '0'
end
if waiter then
  redis.call('ZADD', queue, 'NX', place ~= '' and place or clock(), waiter)
  redis.call('PEXPIRE', queue, QUEUE_MILLIS)
end
-- Kept for no time, whatever the clock says later: it is free, but perhaps somebody waits.
redis.call('SET', lock, owner .. '?' .. last .. ' 00 0000000000000000 0', 'KEEPTTL')
return '1'
