-- Lets a lease last for a further time from now. Never brings one back.
--
-- KEYS: lock
-- ARGV: name, owner, ttl in ms, for how many ms to keep the key
-- Gives 1 if the owner holds it, otherwise 0.
local last, spare, _, _, holder = held()
if not last then
  return '0'
end
-- First, since a full server lets a script write only if it has begun to without taking more memory.
redis.call('PEXPIRE', KEYS[1], ARGV[4])
write(last, spare, clock(), ARGV[3], holder)
return '1'
