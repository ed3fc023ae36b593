-- Takes a lease that is free, the owner's already, or kept for it. Otherwise, if the owner waits, puts it in the queue.
--
-- A lease that is held is "owner token spare holder"; one that is kept for a waiter is the waiter's owner alone. Owners are
-- 32 hexadecimal digits. A waiter is "owner" followed by "ttl fenceTtl length channelholder": what a release is to grant to it,
-- or 0 if it has to ask; how many bytes its channel has; where it listens; and who it is for people.
--
-- KEYS: lease, fence, queue
-- ARGV: name, owner, ttl in ms, ttl of the fence in ms, holder for people;
--       and of who waits: waiter, its place or '' for the end of the queue
-- Gives "1 token spare"; or "0 ms microseconds holder": until the lease ends by itself, the server's clock, and who has it.
local owner, waiter = ARGV[2], ARGV[6]
local lease = redis.call('GET', KEYS[1])
if lease and string.sub(lease, 1, 32) ~= owner then
  local now = clock()
  if waiter then
    redis.call('ZADD', KEYS[3], 'NX', ARGV[7] == '' and now or ARGV[7], waiter)
    redis.call('PEXPIRE', KEYS[3], QUEUE_MILLIS)
  end
  return string.format('0 %d %.0f ', redis.call('PTTL', KEYS[1]), now) .. (string.match(lease, '^%x+ %d+ %d+ (.*)$') or '')
end
if lease and #lease > 32 then
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
  return '1 ' .. string.match(lease, '^%x+ (%d+ %d+)')
end
if waiter then
  redis.call('ZREM', KEYS[3], waiter)
end
return '1 ' .. grant(owner, ARGV[5], ARGV[3], ARGV[4])
