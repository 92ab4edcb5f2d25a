-- For wrk: each request holds one more seat, in an order drawn by lot; one event after the other.
--   wrk … URL -- SEED EVENT [EVENT...]      last line printed: holds ANSWERED REFUSED FAILED SECONDS P50_MS P99_MS MAX_MS

local sections, rows, seats = 20, 50, 100 -- of hall.py
local total = sections * rows * seats
local heads, order, asked = {}, {}, 0

function init(arguments)
   math.randomseed(tonumber(arguments[1]))
   for i = 2, #arguments do
      heads[i - 1] = "POST /api/v1/events/" .. arguments[i] .. "/holds HTTP/1.1\r\nHost: 127.0.0.1\r\n" ..
                     "Content-Type: application/json\r\nContent-Length: "
   end
   for i = 0, total - 1 do
      local section, place = math.floor(i / (rows * seats)), i % (rows * seats)
      local body = string.format('{"seats":["%d/%d/%d"]}', section + 1, math.floor(place / seats) + 1, place % seats + 1)
      order[i + 1] = #body .. "\r\n\r\n" .. body
   end
   for i = total, 2, -1 do
      local j = math.random(i)
      order[i], order[j] = order[j], order[i]
   end
end

-- Past the last seat of the last event it begins again and is refused, which the caller sees.
function request()
   local event = math.floor(asked / total) % #heads + 1
   local seat = asked % total + 1
   asked = asked + 1
   return heads[event] .. order[seat]
end

function done(summary, latency)
   local errors = summary.errors
   print(string.format("holds %d %d %d %.3f %.3f %.3f %.3f", summary.requests, errors.status,
                       errors.connect + errors.read + errors.write + errors.timeout, summary.duration / 1e6,
                       latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
