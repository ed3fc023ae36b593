-- Gives back what an attempt got here that got no quorum. Who waits goes back to its place in the queue.
--
-- KEYS: lease, queue
-- ARGV: owner, waiter or '', its place, ttl of the queue in ms
if not isHeldBy(KEYS[1], ARGV[1]) then
  return {0}
end
redis.call('DEL', KEYS[1])
if ARGV[2] ~= '' then
  redis.call('ZADD', KEYS[2], 'NX', place(ARGV[3]), ARGV[2])
  redis.call('PEXPIRE', KEYS[2], ARGV[4])
end
return {1}
