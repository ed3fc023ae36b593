-- Puts an owner in the queue, unless the key is kept for it.
--
-- KEYS: lease, queue
-- ARGV: name, waiter, its place or '' for the end of the queue
local lease = redis.call('GET', KEYS[1])
if lease and lease == string.sub(ARGV[2], 1, 32) then
  return {0}
end
redis.call('ZADD', KEYS[2], 'NX', place(ARGV[3]), ARGV[2])
redis.call('PEXPIRE', KEYS[2], QUEUE_MILLIS)
return {1}
