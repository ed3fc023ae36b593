-- What acquisition and release share. Answers are text: to answer with a table takes a server longer than most commands do. So is
-- what is reckoned with, as far as it can be: to read and write a number takes a server longer than to look a key up.
--
-- What is kept of a lock is one of these. "tokens" are "last spare": the largest token so far, with 16 digits, and how many below it
-- belong to the same lease. Times are microseconds since 1970, with 16 digits, ttls are in milliseconds, and owners are 32
-- hexadecimal digits.
--   last                           it is free, and nobody waits
--   owner tokens since ttl holder  it is held, and by whom for people
--   owner?tokens since ttl         it is kept for a waiter

local function clock()
  local time = redis.call('TIME')
  return time[1] .. string.sub('00000' .. time[2], -6)
end

-- Gives a token with all its digits.
local function digits(token)
  if token > LARGEST_TOKEN then
    error('TOOLARGE The token would be ' .. string.format('%.0f', token))
  end
  return string.format('%016.0f', token)
end

-- Lets an owner hold the lease, which it does not. Gives its tokens.
local function grant(owner, ttlAndHolder, keyTtl, last, now, othersMayWait)
  local block, spare = string.sub(now, 1, 14), '00'
  -- Tokens never fall below the clock, so they also grow when the last one is lost. None are set aside ahead of the clock, so
  -- they are ahead of it by no more microseconds than one lease has tokens.
  if last < block then
    spare = othersMayWait and redis.call('EXISTS', queue) == 1 and SPARE_WHILE_OTHERS_WAIT or SPARE
    last = block .. spare
  else
    last = digits(last + 1)
  end
  local tokens = last .. ' ' .. spare
  redis.call('SET', lock, owner .. ' ' .. tokens .. ' ' .. now .. ' ' .. ttlAndHolder, 'PX', keyTtl)
  return tokens
end
