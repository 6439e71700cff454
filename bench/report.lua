-- Tells wrk to end with one line of JSON: requests, errors, seconds, and the 95th percentile in milliseconds.
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '\nJSON {"requests": %d, "seconds": %.3f, "p95": %.2f, "errors": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(95) / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout
  ))
end
