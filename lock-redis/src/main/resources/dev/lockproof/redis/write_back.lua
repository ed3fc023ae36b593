-- Lets a node know under which token a quorum granted the lease, so that its own tokens go on from there.
--
-- KEYS: lease, fence
-- ARGV: name, owner, token, spare tokens, ttl of the fence in ms
-- Gives 1; or 0 if the owner does not hold the lease here.
if not isHeldBy(KEYS[1], ARGV[2]) then
  return '0'
end
write(KEYS[1], KEYS[2], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5])
return '1'
