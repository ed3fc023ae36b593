-- Lets a node know under which tokens a quorum granted the lease, so that its own go on from there.
--
-- KEYS: lock
-- ARGV: name, owner, token, spare tokens
-- Gives 1; or 0 if the owner does not hold the lease here.
local last, _, since, ttl, holder = held()
if not last then
  return '0'
end
last = math.max(tonumber(last), ARGV[3] + ARGV[4])
write(last, last - ARGV[3], since, ttl, holder)
return '1'
