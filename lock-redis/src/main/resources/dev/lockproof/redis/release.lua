-- Ends a lease, or an owner's wait. The first in the queue is granted the lease if it hears of it; otherwise the key is kept for it
-- for a moment. One that nobody waits for has ended before this.
--
-- Given, of who waits: waiter
-- Gives "1", followed by the error of a message that could not be sent; or 0 if the owner has no lease.
local function listens(waiter)
  local keyTtl, length, rest = string.match(waiter, '^(%d+) (%d+) (.*)$', 33)
  return string.sub(rest, 1, length), keyTtl, string.sub(rest, length + 1)
end

-- A process listens in the lock's own place where it knows that the cluster can do so, and it alone knows.
local function isSharded(channel)
  return string.sub(channel, 1, #queue) == queue
end

-- Who is not there, or may not be counted, can't be told that it holds the lease.
local function isHearing(channel)
  local counted = redis.pcall('PUBSUB', isSharded(channel) and 'SHARDNUMSUB' or 'NUMSUB', channel)
  return not counted.err and counted[2] > 0
end

-- What was released is free, whether or not somebody may say so.
local answer = '1'
local function tell(channel, message)
  local told = redis.pcall(isSharded(channel) and 'SPUBLISH' or 'PUBLISH', channel, message)
  if type(told) == 'table' and told.err then
    answer = '1 ' .. told.err
  end
end

local last, now = string.sub(state, 34, 49), clock()
local owner = string.sub(first, 1, 32)
local channel, keyTtl, ttlAndHolder = listens(first)
if keyTtl ~= '0' and isHearing(channel) then
  local tokens = grant(owner, ttlAndHolder, keyTtl, last, now, true)
  tell(channel, '!' .. owner .. ' ' .. tokens .. ' ' .. now)
  return answer
end
redis.call('SET', lock, owner .. '?' .. last .. ' 00 ' .. now .. ' ' .. KEPT_MILLIS, 'KEEPTTL')
tell(channel, '!' .. owner)
-- Who comes next is to look when the first one's moment has passed.
local second = redis.call('ZRANGE', queue, 0, 0)[1]
if second then
  tell((listens(second)), '?' .. string.sub(second, 1, 32))
end
return answer
