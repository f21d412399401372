-- Counts a request of a caller if its sliding window has room; see Window for how that is told from two fixed windows.
-- KEYS: the caller's counts. ARGV: length of a window in milliseconds, requests in a window.
-- Gives: whether it was counted, the counts of the window now and of the one before, and the time in milliseconds.
local length, limit = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local index = math.floor(now / length)
local counts = redis.call('HMGET', KEYS[1], 'index', 'current', 'previous')
local last, current, previous = tonumber(counts[1] or 0), tonumber(counts[2] or 0), tonumber(counts[3] or 0)
if last ~= index then
  previous = last == index - 1 and current or 0
  current = 0
end
local weight = 1 - (now % length) / length
local taken = math.floor(limit - current - previous * weight) > 0
if taken then
  current = current + 1
  redis.call('HSET', KEYS[1], 'index', index, 'current', current, 'previous', previous)
  redis.call('PEXPIRE', KEYS[1], 2 * length)
end
return {taken and 1 or 0, current, previous, now}
