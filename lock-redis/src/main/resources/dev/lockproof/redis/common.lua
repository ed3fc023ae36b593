-- What the operations share. All of them are one script; the last value is the name of the one that is meant.
--
-- A lease that is held is "owner token spare holder"; one that is kept for a waiter is the waiter's owner alone. Owners are
-- 32 hexadecimal digits. A waiter is its owner and the channel that it listens on.

local function number(n)
  return string.format('%.0f', n)
end

local function micros()
  local time = redis.call('TIME')
  return time[1] * 1000000 + time[2]
end

local function place(given)
  return given == '' and number(micros()) or given
end

local function fence(key)
  return tonumber(redis.call('GET', key) or '0') or 0
end

local function mostSpare(queueKey, alone, whileOthersWait)
  return tonumber(redis.call('EXISTS', queueKey) == 0 and alone or whileOthersWait)
end

local function held(owner, token, spare, holder)
  return owner .. ' ' .. number(token) .. ' ' .. number(spare) .. ' ' .. holder
end

local function isHeld(lease)
  return #lease > 32
end

local function token(lease)
  return string.match(lease, '^%x+ (%d+)')
end

local function spare(lease)
  return string.match(lease, '^%x+ %d+ (%d+)')
end

local function holder(lease)
  return string.match(lease, '^%x+ %d+ %d+ (.*)$') or ''
end

local function isHeldBy(key, owner)
  local lease = redis.call('GET', key)
  return lease and isHeld(lease) and string.sub(lease, 1, 32) == owner
end

local function write(leaseKey, fenceKey, owner, token, spare, ttl)
  redis.call('SET', fenceKey, number(math.max(fence(fenceKey), token + spare)), 'PX', ttl)
  redis.call('SET', leaseKey, held(owner, token, spare, holder(redis.call('GET', leaseKey))), 'KEEPTTL')
end

local operation = ARGV[#ARGV]

