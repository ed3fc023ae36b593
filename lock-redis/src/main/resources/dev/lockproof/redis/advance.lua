-- Raises the token of a lease for its holder.
--
-- KEYS: lease, fence, queue
-- ARGV: owner, the smallest token that will do, most spare tokens, ttl of the fence in ms
-- Gives 1, token, spare tokens; or 0 if the owner does not hold the lease.
if not isHeldBy(KEYS[1], ARGV[1]) then
  return {0}
end
local raised = math.max(fence(KEYS[2]) + 1, tonumber(ARGV[2]))
local spare = 0
if redis.call('EXISTS', KEYS[3]) == 0 then
  spare = tonumber(ARGV[3])
end
write(KEYS[1], KEYS[2], ARGV[1], raised, spare, ARGV[4])
return {1, number(raised), number(spare)}
