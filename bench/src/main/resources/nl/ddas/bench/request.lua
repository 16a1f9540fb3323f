-- Each request carries the access token and a transaction id of its own: a UUID of version 7.
local head = { ["Fsc-Authorization"] = "Bearer @TOKEN@" }
local count = 0
local base = os.time() * 1000

function request()
  count = count + 1
  local millis = string.format("%012x", base + math.floor(count / 1000))
  head["Fsc-Transaction-Id"] = string.format("%s-%s-7%03x-8000-%012x", millis:sub(1, 8), millis:sub(9, 12), count % 1000, count)
  return wrk.format("GET", nil, head)
end

function done(summary, latency, requests)
  local errors = summary.errors
  print(string.format("figure requests %d", summary.requests))
  print(string.format("figure duration %d", summary.duration))
  print(string.format("figure bytes %.0f", summary.bytes))
  print(string.format("figure errors %d", errors.connect + errors.read + errors.write + errors.status + errors.timeout))
  print(string.format("figure p50 %d", latency:percentile(50)))
  print(string.format("figure p99 %d", latency:percentile(99)))
  print(string.format("figure p999 %d", latency:percentile(99.9)))
end
