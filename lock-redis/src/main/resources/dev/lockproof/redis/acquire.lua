-- Takes a lease that is free, the owner's already, or kept for it. Otherwise, if the owner waits, puts it in the queue.
--
-- KEYS: lease, fence, queue
-- ARGV: owner, ttl in ms, holder for people, most spare tokens, ttl of the fence in ms,
--       waiter or '', its place or '' for the end of the queue, ttl of the queue in ms, most spare tokens while others wait
-- Gives 1, token, spare tokens; or 0, ms until the lease ends by itself, holder or ''.
local owner, waiter = ARGV[1], ARGV[6]
local lease = redis.call('GET', KEYS[1])
if lease and string.sub(lease, 1, 32) ~= owner then
  if waiter ~= '' then
    redis.call('ZADD', KEYS[3], 'NX', place(ARGV[7]), waiter)
    redis.call('PEXPIRE', KEYS[3], ARGV[8])
  end
  return {0, redis.call('PTTL', KEYS[1]), holder(lease)}
end
if lease and isHeld(lease) then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return {1, token(lease), spare(lease)}
end
if waiter ~= '' then
  redis.call('ZREM', KEYS[3], waiter)
end
-- Tokens never fall below the clock, so they also grow when the fence is lost; and what is set aside never runs ahead of it.
local last, now = fence(KEYS[2]), micros()
local granted = math.max(last + 1, now)
local spare = math.max(0, math.min(mostSpare(KEYS[3], ARGV[4], ARGV[9]), now - last))
redis.call('SET', KEYS[2], number(granted + spare), 'PX', ARGV[5])
redis.call('SET', KEYS[1], held(owner, granted, spare, ARGV[3]), 'PX', ARGV[2])
return {1, number(granted), number(spare)}
