-- What acquisition and release share. Answers are text: to answer with a table takes a server longer than most commands do.

-- The microseconds since 1970.
local function clock()
  local time = redis.call('TIME')
  return time[1] * 1000000 + time[2]
end

-- Lets an owner hold the lease, which it does not. Gives "token spare", and since when.
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
  local tokens = string.format('%.0f %d', granted, spare)
  redis.call('SET', KEYS[2], granted + spare, 'PX', fenceTtl)
  redis.call('SET', KEYS[1], owner .. ' ' .. tokens .. ' ' .. holder, 'PX', ttl)
  return tokens, now
end
