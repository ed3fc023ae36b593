-- Ends a lease, or an owner's wait, and keeps the key for a moment for the first in the queue.
--
-- KEYS: lease, queue
-- ARGV: name, owner, PUBLISH or SPUBLISH; and of who waits: waiter, its place
if ARGV[4] then
  redis.call('ZREM', KEYS[2], ARGV[4])
end
local lease = redis.call('GET', KEYS[1])
if not lease or string.sub(lease, 1, 32) ~= ARGV[2] then
  return {0}
end
local first = redis.call('ZPOPMIN', KEYS[2])[1]
if not first then
  redis.call('DEL', KEYS[1])
  return {1}
end
redis.call('SET', KEYS[1], string.sub(first, 1, 32), 'PX', KEPT_MILLIS)
redis.call(ARGV[3], string.sub(first, 33), '!' .. string.sub(first, 1, 32))
-- Who comes next is to look when the first one's moment has passed.
local second = redis.call('ZRANGE', KEYS[2], 0, 0)[1]
if second then
  redis.call(ARGV[3], string.sub(second, 33), '?' .. string.sub(second, 1, 32))
end
return {1}
