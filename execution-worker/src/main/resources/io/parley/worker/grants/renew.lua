-- Renews one worker's grant for one target and answers {slots it may use, slots that count as its own, rate}.
--
-- KEYS[1]  hash of the target: worker -> "held wanted rate expires"
-- ARGV     worker, slots in use, slots wanted, limit of slots, limit of the rate (0: none), time to live in ms
--
-- Invariant: the slots held by live workers sum up to at most the limit, and so do the rates. A worker that holds more
-- than its fair share keeps what it uses, may start nothing beyond its share, and gives back as it renews.

local key, me = KEYS[1], ARGV[1]
local in_use, wanted, limit = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local rate_limit, ttl = tonumber(ARGV[5]), tonumber(ARGV[6])

local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

-- Live workers, and what those besides me hold.
local workers = {{name = me, wanted = wanted}}
local held_by_others, rate_of_others = 0, 0
local entries = redis.call('HGETALL', key)
for i = 1, #entries, 2 do
    local name = entries[i]
    local held, wants, rate, expires = string.match(entries[i + 1], '(%S+) (%S+) (%S+) (%S+)')
    if tonumber(expires) <= now then
        redis.call('HDEL', key, name)
    elseif name ~= me then
        held_by_others = held_by_others + tonumber(held)
        rate_of_others = rate_of_others + tonumber(rate)
        table.insert(workers, {name = name, wanted = tonumber(wants)})
    end
end

if wanted == 0 and in_use == 0 then
    redis.call('HDEL', key, me)
    return {0, 0, '0'}
end

-- Max-min fair share: who wants less than an equal part gets it all, the rest is divided equally among the others.
-- What does not divide goes to some of them in turns, so that nobody is left without for good.
local function fair_share()
    table.sort(workers, function(a, b)
        if a.wanted ~= b.wanted then return a.wanted < b.wanted end
        return a.name < b.name
    end)
    local left = limit
    for i, worker in ipairs(workers) do
        local open = #workers - i + 1
        local level = math.floor(left / open)
        if worker.wanted > level then
            local names = {}
            for j = i, #workers do table.insert(names, workers[j].name) end
            table.sort(names)
            local turn = math.floor(now / 10000)
            for j, name in ipairs(names) do
                if name == me then
                    return level + (((j + turn) % open < left - level * open) and 1 or 0)
                end
            end
        end
        if worker.name == me then return wanted end
        left = left - worker.wanted
    end
end

local share = fair_share()

-- A Redis that has just started may have forgotten who holds what: until every worker has reported, nobody gets more.
local uptime = tonumber(string.match(redis.call('INFO', 'server'), 'uptime_in_seconds:(%d+)'))
if uptime * 1000 <= ttl then share = math.min(share, in_use) end

local held = math.min(math.max(share, in_use), limit - held_by_others)
held = math.max(held, 0)
local rate = 0
if rate_limit > 0 and held > 0 then
    rate = math.min(rate_limit * held / (held + held_by_others), rate_limit - rate_of_others)
    rate = math.max(rate, 0)
end

redis.call('HSET', key, me, string.format('%d %d %.9f %d', held, wanted, rate, now + ttl))
redis.call('PEXPIRE', key, 2 * ttl)
return {math.min(share, held), held, string.format('%.9f', rate)}
