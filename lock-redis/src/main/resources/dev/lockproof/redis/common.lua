-- What the rarer operations share.

local function number(n)
  return string.format('%.0f', n)
end

local function place(given)
  return given ~= '' and given or clock()
end

local function fence(key)
  return tonumber(redis.call('GET', key) or 0) or 0
end

local function isHeldBy(key, owner)
  local lease = redis.call('GET', key)
  return lease and #lease > 32 and string.sub(lease, 1, 32) == owner
end

local function write(leaseKey, fenceKey, owner, token, spare, ttl)
  redis.call('SET', fenceKey, math.max(fence(fenceKey), token + spare), 'PX', ttl)
  local holder = string.match(redis.call('GET', leaseKey), '^%x+ %d+ %d+ (.*)$') or ''
  redis.call('SET', leaseKey, owner .. ' ' .. number(token) .. ' ' .. number(spare) .. ' ' .. holder, 'KEEPTTL')
end
