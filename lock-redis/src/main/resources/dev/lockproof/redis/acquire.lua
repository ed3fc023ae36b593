-- Takes a lease that is free, the owner's already, or kept for it. Otherwise, if the owner waits, puts it in the queue.
--
-- A lease that is held is "owner token spare holder"; one that is kept for a waiter is the waiter's owner alone. Owners are
-- 32 hexadecimal digits. A waiter is its owner and the channel that it listens on.
--
-- KEYS: lease, fence, queue
-- ARGV: name, owner, ttl in ms, ttl of the fence in ms, holder for people;
--       and of who waits: waiter, its place or '' for the end of the queue
-- Gives 1, token, spare tokens; or 0, ms until the lease ends by itself, holder or ''.
local owner, waiter = ARGV[2], ARGV[6]
local lease = redis.call('GET', KEYS[1])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
if lease and string.sub(lease, 1, 32) ~= owner then
  if waiter then
    redis.call('ZADD', KEYS[3], 'NX', ARGV[7] == '' and now or ARGV[7], waiter)
    redis.call('PEXPIRE', KEYS[3], QUEUE_MILLIS)
  end
  return {0, redis.call('PTTL', KEYS[1]), string.match(lease, '^%x+ %d+ %d+ (.*)$') or ''}
end
if lease and #lease > 32 then
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
  local token, spare = string.match(lease, '^%x+ (%d+) (%d+)')
  return {1, token, tonumber(spare)}
end
if waiter then
  redis.call('ZREM', KEYS[3], waiter)
end
-- Tokens never fall below the clock, so they also grow when the fence is lost. None are set aside by a fence that is ahead of
-- it, so a fence is ahead by no more microseconds than one lease has tokens.
local last = tonumber(redis.call('GET', KEYS[2]) or 0) or 0
local granted, spare = last + 1, 0
if now > last then
  granted = now
  spare = redis.call('EXISTS', KEYS[3]) == 0 and SPARE or SPARE_WHILE_OTHERS_WAIT
end
local token = string.format('%.0f', granted)
redis.call('SET', KEYS[2], granted + spare, 'PX', ARGV[4])
redis.call('SET', KEYS[1], owner .. ' ' .. token .. ' ' .. spare .. ' ' .. ARGV[5], 'PX', ARGV[3])
return {1, token, spare}
