-- Keeps an answer, and gives up the oldest ones while all of them together are larger than they may be: Redis is there for
-- other things too, and refuses all of them once it is full.
--
-- KEYS[1]  the answer
-- KEYS[2]  list of all answers in the order in which they were kept: "size key"
-- KEYS[3]  their size in bytes, those that ran out since included
-- ARGV     the answer, time to live in ms, most bytes of all answers

redis.call('PSETEX', KEYS[1], ARGV[2], ARGV[1])
redis.call('RPUSH', KEYS[2], string.len(ARGV[1]) .. ' ' .. KEYS[1])
local size = redis.call('INCRBY', KEYS[3], string.len(ARGV[1]))

while size > tonumber(ARGV[3]) do
    local oldest = redis.call('LPOP', KEYS[2])
    if not oldest then
        return redis.call('DEL', KEYS[3])
    end
    local length, key = string.match(oldest, '(%d+) (.*)')
    redis.call('UNLINK', key)
    size = redis.call('DECRBY', KEYS[3], length)
end
