-- What acquisition and release share.

-- The microseconds since 1970.
local function clock()
  local time = redis.call('TIME')
  return time[1] * 1000000 + time[2]
end

-- Lets an owner hold the lease, which it does not. Gives its token, its spare tokens, and since when.
local function grant(owner, holder, ttl, fenceTtl)
  local now = clock()
  -- Tokens never fall below the clock, so they also grow when the fence is lost. None are set aside by a fence that is ahead of
  -- it, so a fence is ahead by no more microseconds than one lease has tokens.
  local last = tonumber(redis.call('GET', KEYS[2]) or 0) or 0
  local granted, spare = last + 1, 0
  if now > last then
    granted = now
    spare = redis.call('EXISTS', KEYS[3]) == 0 and SPARE or SPARE_WHILE_OTHERS_WAIT
  end
  local token = string.format('%.0f', granted)
  redis.call('SET', KEYS[2], granted + spare, 'PX', fenceTtl)
  redis.call('SET', KEYS[1], owner .. ' ' .. token .. ' ' .. spare .. ' ' .. holder, 'PX', ttl)
  return token, spare, now
end
