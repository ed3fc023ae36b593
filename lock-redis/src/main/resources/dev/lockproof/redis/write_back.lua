-- Lets a node know under which tokens a quorum granted the lease, so that its own go on from there.
--
-- Given: token, spare tokens
-- Gives 1; or 0 if the owner does not hold the lease here.
local token, spare = ...
local last, _, since, ttl, holder = held()
if not last then
  return '0'
end
last = math.max(tonumber(last), token + spare)
write(last, last - token, since, ttl, holder)
return '1'
