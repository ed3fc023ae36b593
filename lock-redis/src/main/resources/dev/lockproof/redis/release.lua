-- Ends a lease, or an owner's wait. The first in the queue is granted the lease if it hears of it; otherwise the key is kept for it
-- for a moment.
--
-- KEYS: lease, fence, queue
-- ARGV: name, owner, PUBLISH or SPUBLISH; and of who waits: waiter
if ARGV[4] then
  redis.call('ZREM', KEYS[3], ARGV[4])
end
local lease = redis.call('GET', KEYS[1])
if not lease or string.sub(lease, 1, 32) ~= ARGV[2] then
  return '0'
end
local first = redis.call('ZPOPMIN', KEYS[3])[1]
if not first then
  redis.call('DEL', KEYS[1])
  return '1'
end

local function listens(waiter)
  local ttl, fenceTtl, length, rest = string.match(waiter, '^(%d+) (%d+) (%d+) (.*)$', 33)
  return string.sub(rest, 1, length), ttl, fenceTtl, string.sub(rest, length + 1)
end

-- Who is not there, or may not be counted, can't be told that it holds the lease.
local function isHearing(channel)
  local counted = redis.pcall('PUBSUB', ARGV[3] == 'PUBLISH' and 'NUMSUB' or 'SHARDNUMSUB', channel)
  return not counted.err and counted[2] > 0
end

local owner = string.sub(first, 1, 32)
local channel, ttl, fenceTtl, holder = listens(first)
if ttl ~= '0' and isHearing(channel) then
  local tokens, since = grant(owner, holder, ttl, fenceTtl)
  redis.call(ARGV[3], channel, '!' .. owner .. ' ' .. tokens .. ' ' .. string.format('%.0f', since))
  return '1'
end
redis.call('SET', KEYS[1], owner, 'PX', KEPT_MILLIS)
redis.call(ARGV[3], channel, '!' .. owner)
-- Who comes next is to look when the first one's moment has passed.
local second = redis.call('ZRANGE', KEYS[3], 0, 0)[1]
if second then
  redis.call(ARGV[3], (listens(second)), '?' .. string.sub(second, 1, 32))
end
return '1'
