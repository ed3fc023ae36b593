-- Raises the token of a lease for its holder.
--
-- KEYS: lease, fence, queue
-- ARGV: owner, the smallest token that will do, most spare tokens, ttl of the fence in ms, most spare tokens while others wait
-- Gives 1, token, spare tokens; or 0 if the owner does not hold the lease.
if not isHeldBy(KEYS[1], ARGV[1]) then
  return {0}
end
local raised = math.max(fence(KEYS[2]) + 1, tonumber(ARGV[2]))
local spare = mostSpare(KEYS[3], ARGV[3], ARGV[5])
write(KEYS[1], KEYS[2], ARGV[1], raised, spare, ARGV[4])
return {1, number(raised), number(spare)}
