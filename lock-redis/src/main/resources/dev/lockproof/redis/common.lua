-- What the rarer operations share.

-- Gives the largest token, how many are spare, the beginning, the ttl, and the holder for people of the lease if the owner holds it.
local function held()
  local state = redis.call('GET', lock)
  if not state or string.sub(state, 1, 33) ~= owner .. ' ' then
    return nil
  end
  local last, spare, since, ttl, holder = string.match(state, '^(%d+) (%d+) (%d+) (%d+) (.*)$', 34)
  if not last or clock() - since >= ttl * 1000 then
    return nil
  end
  return last, spare, since, ttl, holder
end

-- Gives the tokens.
local function write(last, spare, since, ttl, holder)
  local tokens = digits(tonumber(last)) .. string.format(' %02.0f', spare)
  redis.call('SET', lock, owner .. ' ' .. tokens .. ' ' .. since .. ' ' .. ttl .. ' ' .. holder, 'KEEPTTL')
  return tokens
end
