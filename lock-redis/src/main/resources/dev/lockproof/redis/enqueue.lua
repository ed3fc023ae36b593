-- Puts an owner in the queue, unless the key is kept for it.
--
-- KEYS: lease, queue
-- ARGV: waiter, its place or '' for the end of the queue, ttl of the queue in ms
local lease = redis.call('GET', KEYS[1])
if lease and lease == string.sub(ARGV[1], 1, 32) then
  return {0}
end
redis.call('ZADD', KEYS[2], 'NX', place(ARGV[2]), ARGV[1])
redis.call('PEXPIRE', KEYS[2], ARGV[3])
return {1}
