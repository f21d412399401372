-- Renews one worker's grant for one target and answers {slots it may use, slots that count as its own, its part of
-- the target's rates from 0 to 1}.
--
-- KEYS[1]  hash of the target: worker -> "held wanted part expires", and "#" -> how it is tuned
-- ARGV     worker, slots in use, slots wanted, limit of slots, time to live in ms, and of its requests since the last
--          renewal: answered, in trouble (429, 5xx or no answer in time), milliseconds that the answers took in all
--
-- Invariant: the slots held by live workers sum up to at most the limit, and their parts to at most 1. A worker that holds more
-- than its fair share keeps what it uses, may start nothing beyond its share, and gives back as it renews.

local key, me = KEYS[1], ARGV[1]
local in_use, wanted, limit = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local ttl = tonumber(ARGV[5])
local answered, troubled, took = tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8])

local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

-- Live workers, and what those besides me hold.
local workers = {{name = me, wanted = wanted}}
local held_by_others, part_of_others = 0, 0
local tuning
local entries = redis.call('HGETALL', key)
for i = 1, #entries, 2 do
    local name = entries[i]
    local held, wants, part, expires = string.match(entries[i + 1], '(%S+) (%S+) (%S+) (%S+)')
    if name == '#' then
        tuning = cjson.decode(entries[i + 1])
    elseif tonumber(expires) <= now then
        redis.call('HDEL', key, name)
    elseif name ~= me then
        held_by_others = held_by_others + tonumber(held)
        part_of_others = part_of_others + tonumber(part)
        table.insert(workers, {name = name, wanted = tonumber(wants)})
    end
end

-- How much of the limit is used: all of it at first. Where more than a tenth of the requests of all workers met trouble, and
-- two more, so that a single one is chance, it falls to 7/10 of what it was; where answers take more than three times as long as at their best, and half a second more, to 9/10; once a
-- second at most, so that each step shows before the next. Otherwise it rises by a twentieth of the limit a second.
local function tune()
    local t = tuning or {level = 1, lowered = 0, updated = now, best = 0, answered = 0, took = 0, seen = 0, troubled = 0, since = now}
    t.answered, t.took = t.answered + answered, t.took + took
    local mean = t.answered >= 10 and t.took / t.answered or nil
    local slow = mean and t.best > 0 and mean > 3 * t.best and mean > t.best + 500
    t.seen, t.troubled = t.seen + answered + troubled, t.troubled + troubled
    if now - t.lowered >= 1000 then
        if t.troubled * 10 > t.seen + 20 then
            t.level, t.lowered = t.level * 0.7, now
        elseif slow then
            t.level, t.lowered = t.level * 0.9, now
        else
            t.level = t.level + math.max(1 / 20, 1 / (2 * limit)) * math.min(now - t.updated, 1000) / 1000
        end
    end
    -- What was asked before a step tells nothing of it, and what was counted long ago nothing of now.
    if now - t.lowered < 1000 or now - t.since >= (t.seen >= 10 and 1000 or 10000) then
        t.seen, t.troubled, t.since = 0, 0, now
    end
    if mean then
        t.best = (t.best == 0 or mean < t.best) and mean or t.best + (mean - t.best) / 50
        t.answered, t.took = 0, 0
    end
    t.level, t.updated = math.max(1 / limit, math.min(t.level, 1)), now
    redis.call('HSET', key, '#', cjson.encode(t))
    redis.call('PEXPIRE', key, 2 * ttl)
    return math.max(1, math.floor(t.level * limit + 0.000001))
end

local level = tune()

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
    local left = level
    for i, worker in ipairs(workers) do
        local open = #workers - i + 1
        local even = math.floor(left / open)
        if worker.wanted > even then
            local names = {}
            for j = i, #workers do table.insert(names, workers[j].name) end
            table.sort(names)
            local turn = math.floor(now / 10000)
            for j, name in ipairs(names) do
                if name == me then
                    return even + (((j + turn) % open < left - even * open) and 1 or 0)
                end
            end
        end
        if worker.name == me then return wanted end
        left = left - worker.wanted
    end
end

local share = math.min(fair_share(), math.max(level - held_by_others, 0))

-- A Redis that has just started may have forgotten who holds what: until every worker has reported, nobody gets more.
local uptime = tonumber(string.match(redis.call('INFO', 'server'), 'uptime_in_seconds:(%d+)'))
if uptime * 1000 <= ttl then share = math.min(share, in_use) end

local held = math.min(math.max(share, in_use), limit - held_by_others)
held = math.max(held, 0)
local part = 0
if held > 0 then
    part = math.max(math.min(held / (held + held_by_others), 1 - part_of_others), 0)
end

redis.call('HSET', key, me, string.format('%d %d %.9f %d', held, wanted, part, now + ttl))
return {math.min(share, held), held, string.format('%.9f', part)}
