-- Carries out one call; or several, whose values follow "batch", each with their number in front. One that fails is answered with its
-- error after a minus sign, and keeps none of the others from being carried out.
if ARGV[1] ~= 'batch' then
  return carryOut(KEYS, ARGV)
end
local answers, keys, values = {}, 0, 2
while values < #ARGV do
  local last = values + ARGV[values]
  local call = {unpack(ARGV, values + 1, last)}
  local isDone, answer = pcall(carryOut, {KEYS[keys + 1], KEYS[keys + 2]}, call)
  answers[#answers + 1] = isDone and answer or '-' .. (type(answer) == 'table' and answer.err or answer)
  keys, values = keys + 2, last + 1
end
return answers
