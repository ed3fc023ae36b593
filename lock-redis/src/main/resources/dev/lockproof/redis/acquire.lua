-- Takes a lease that is free, the owner's already, or kept for it. Otherwise, if the owner waits, puts it in the queue.
--
-- A waiter is "owner" followed by "keyTtl length channelttl holder": what a release is to grant to it, where the first is 0 if it has
-- to ask; how many bytes its channel has; where it listens.
--
-- Given: "ttl holder" with the ttl in ms and the holder for people, for how many ms to keep the key; and of who waits: waiter, its
--        place or '' for the end of the queue
-- Gives "1 tokens"; or "0 ms microseconds holder": until the lease ends by itself, the server's clock, and who has it. "0?" instead of
-- "0" says that nobody listens where who waits is to be told.
local ttlAndHolder, keyTtl, waiter, place = ...
if state and #state == 16 and string.find(state, '^%d+$') then
  return '1 ' .. grant(owner, ttlAndHolder, keyTtl, state, now, false)
end
local last = ''
if state then
  last = string.sub(state, 34, 49)
  local spare, since, ttl, holder = string.match(state, '^ (%d+) (%d+) (%d+) ?(.*)$', 50)
  if not since then
    error('WRONGTYPE The key has something else in it')
  end
  local left = math.ceil(ttl - (now - since) / 1000)
  if left > 0 then
    if string.sub(state, 1, 32) ~= owner then
      local no = '0'
      if waiter then
        redis.call('ZADD', queue, 'NX', place == '' and now or place, waiter)
        redis.call('PEXPIRE', queue, QUEUE_MILLIS)
        local length, rest = string.match(waiter, '^%d+ (%d+) (.*)$', 33)
        local channel = string.sub(rest, 1, length)
        -- Who listens on another kind of channel is counted only by the server that it is connected to.
        if string.sub(channel, 1, #queue) == queue then
          local counted = redis.pcall('PUBSUB', 'SHARDNUMSUB', channel)
          no = (counted.err or counted[2] == 0) and '0?' or '0'
        end
      end
      return no .. string.format(' %d ', left) .. now .. ' ' .. holder
    end
    if string.sub(state, 33, 33) == ' ' then
      local tokens = last .. ' ' .. spare
      redis.call('SET', lock, owner .. ' ' .. tokens .. ' ' .. now .. ' ' .. ttlAndHolder, 'PX', keyTtl)
      return '1 ' .. tokens
    end
  end
end
if waiter then
  redis.call('ZREM', queue, waiter)
end
return '1 ' .. grant(owner, ttlAndHolder, keyTtl, last, now, true)
