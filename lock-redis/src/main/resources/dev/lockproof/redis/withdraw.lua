-- Gives back what an attempt got here that got no quorum. Who waits goes back to its place in the queue.
--
-- KEYS: lock, queue
-- ARGV: name, owner; and of who waits: waiter, its place
local last = held()
if not last then
  return '0'
end
if ARGV[3] then
  redis.call('ZADD', KEYS[2], 'NX', ARGV[4] ~= '' and ARGV[4] or clock(), ARGV[3])
  redis.call('PEXPIRE', KEYS[2], QUEUE_MILLIS)
end
-- Kept for no time, whatever the clock says later: it is free, but perhaps somebody waits.
redis.call('SET', KEYS[1], ARGV[2] .. '?' .. last .. ' 00 0000000000000000 0', 'KEEPTTL')
return '1'
