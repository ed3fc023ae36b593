-- What most calls are: the acquisition of a lock that is free, and a release that nobody waits for. They come first and use no
-- functions, since a server makes these anew in each call. The others go on with what was read here.
local state, now, first
if operation == 'acquire' then
  local ttlAndHolder, keyTtl = ...
  state = redis.call('GET', lock)
  local time = redis.call('TIME')
  now = time[1] .. (#time[2] == 6 and time[2] or string.sub('00000' .. time[2], -6))
  local block, isFree = string.sub(now, 1, 14), false
  if not state then
    isFree = redis.call('EXISTS', queue) == 0
  elseif #state == 16 and state < block then
    isFree = string.find(state, '^%d+$')
  end
  if isFree then
    local tokens = block .. SPARE .. ' ' .. SPARE
    redis.call('SET', lock, owner .. ' ' .. tokens .. ' ' .. now .. ' ' .. ttlAndHolder, 'PX', keyTtl)
    return '1 ' .. tokens
  end
elseif operation == 'release' then
  local waiter = ...
  if waiter then
    redis.call('ZREM', queue, waiter)
  end
  state = redis.call('GET', lock)
  if not state or string.find(state, owner, 1, true) ~= 1 then
    return '0'
  end
  first = redis.call('ZPOPMIN', queue)[1]
  if not first then
    redis.call('SET', lock, string.sub(state, 34, 49), 'KEEPTTL')
    return '1'
  end
end
