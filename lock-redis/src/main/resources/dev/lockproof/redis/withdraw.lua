-- Gives back what an attempt got here that got no quorum. Who waits goes back to its place in the queue.
--
-- KEYS: lease, queue
-- ARGV: name, owner; and of who waits: waiter, its place
if not isHeldBy(KEYS[1], ARGV[2]) then
  return '0'
end
redis.call('DEL', KEYS[1])
if ARGV[3] then
  redis.call('ZADD', KEYS[2], 'NX', place(ARGV[4]), ARGV[3])
  redis.call('PEXPIRE', KEYS[2], QUEUE_MILLIS)
end
return '1'
