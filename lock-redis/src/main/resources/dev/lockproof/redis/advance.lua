-- Raises the token of a lease for its holder.
--
-- Given: the smallest token that will do
-- Gives "1 tokens"; or 0 if the owner does not hold the lease.
local atLeast = ...
local last, _, since, ttl, holder = held()
if not last then
  return '0'
end
local spare = redis.call('EXISTS', queue) == 0 and SPARE or SPARE_WHILE_OTHERS_WAIT
return '1 ' .. write(math.max(last + 1, tonumber(atLeast)) + spare, spare, since, ttl, holder)
