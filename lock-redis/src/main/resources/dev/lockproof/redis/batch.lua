-- Carries out one call; or several, each of which has two keys. Then the first value has a digit for each, which says how many of the
-- values after it are its own. One that fails is answered with its error after a minus sign, and keeps none of the others from being
-- carried out.
if #KEYS == 2 then
  return carryOut(KEYS[1], KEYS[2], unpack(ARGV))
end
local answers, from = {}, 2
for i = 1, #KEYS / 2 do
  local to = from + string.sub(ARGV[1], i, i) - 1
  local isDone, answer = pcall(carryOut, KEYS[2 * i - 1], KEYS[2 * i], unpack(ARGV, from, to))
  answers[i] = isDone and answer or '-' .. (type(answer) == 'table' and answer.err or answer)
  from = to + 1
end
return answers
