-- Lets a lease last for a further time from now. Never brings one back.
--
-- Given: ttl in ms, for how many ms to keep the key
-- Gives 1 if the owner holds it, otherwise 0.
local ttl, keyTtl = ...
local last, spare, _, _, holder = held()
if not last then
  return '0'
end
-- First, since a full server lets a script write only if it has begun to without taking more memory.
redis.call('PEXPIRE', lock, keyTtl)
write(last, spare, clock(), ttl, holder)
return '1'
