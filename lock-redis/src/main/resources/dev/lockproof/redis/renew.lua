-- Lets a lease last for a further time from now. Never brings one back.
--
-- KEYS: lease, fence
-- ARGV: name, owner, ttl in ms, ttl of the fence in ms
-- Gives 1 if the owner holds it, otherwise 0.
if not isHeldBy(KEYS[1], ARGV[2]) then
  return '0'
end
redis.call('PEXPIRE', KEYS[1], ARGV[3])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
return '1'
