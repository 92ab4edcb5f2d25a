-- For wrk: a POST with 40 bytes of JSON.
wrk.method = "POST"
wrk.body = '{"best":{"quantity":2,"area":"StallsAB"}}'
wrk.headers["Content-Type"] = "application/json"
