-- Counts requests of a caller, as many as its sliding window has room for; see Window for how that is told from two fixed windows.
-- KEYS: the caller's counts. ARGV: length of a window in milliseconds, requests in a window, requests to count.
-- Gives: how many were counted, the counts of the window now and of the one before, and the time in milliseconds.
local length, limit, asked = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
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
local room = math.floor(limit - current - previous * weight)
local taken = math.max(0, math.min(asked, room))
if taken > 0 then
  current = current + taken
  redis.call('HSET', KEYS[1], 'index', index, 'current', current, 'previous', previous)
  redis.call('PEXPIRE', KEYS[1], 2 * length)
end
return {taken, current, previous, now}
