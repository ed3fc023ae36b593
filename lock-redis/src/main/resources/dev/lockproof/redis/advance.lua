-- Raises the token of a lease for its holder.
--
-- KEYS: lease, fence, queue
-- ARGV: name, owner, the smallest token that will do, ttl of the fence in ms
-- Gives "1 token spare"; or 0 if the owner does not hold the lease.
if not isHeldBy(KEYS[1], ARGV[2]) then
  return '0'
end
local raised = math.max(fence(KEYS[2]) + 1, tonumber(ARGV[3]))
local spare = redis.call('EXISTS', KEYS[3]) == 0 and SPARE or SPARE_WHILE_OTHERS_WAIT
write(KEYS[1], KEYS[2], ARGV[2], raised, spare, ARGV[4])
return '1 ' .. number(raised) .. ' ' .. spare
