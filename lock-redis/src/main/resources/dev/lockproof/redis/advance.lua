-- Raises the token of a lease for its holder.
--
-- KEYS: lock, queue
-- ARGV: name, owner, the smallest token that will do
-- Gives "1 tokens"; or 0 if the owner does not hold the lease.
local last, _, since, ttl, holder = held()
if not last then
  return '0'
end
local spare = redis.call('EXISTS', KEYS[2]) == 0 and SPARE or SPARE_WHILE_OTHERS_WAIT
return '1 ' .. write(math.max(last + 1, tonumber(ARGV[3])) + spare, spare, since, ttl, holder)
