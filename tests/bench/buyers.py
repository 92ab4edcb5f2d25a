"""P3: 5,000 buyers come within a second after 1,000 seats; the client is parterre-server rehearse."""

import json
import os
import statistics

import hall
import server_under_test
from workbench import BenchError, Scratch, output_of

SEATS = 1_000
BUYERS = 5_000
ROUNDS = 3


def measure(_):
    rounds = []
    with Scratch() as folder:
        plan = os.path.join(folder, "hall.json")
        hall.write(plan, "Small hall", sections=2, rows=20, seats=25)
        data = os.path.join(folder, "data")
        output_of([server_under_test.PROGRAM, "demo-data", "--data", data, "--plan", plan])
        for number in range(ROUNDS):
            rounds.append(_round(data, folder))
            print("bench: P3 round %d: last seat sold after %.2f s, holds p99 %.1f ms, refusals p99 %.1f ms, generator "
                  "late p99 %.1f ms" % (number + 1, rounds[-1]["sold_s"], rounds[-1]["hold_p99_ms"],
                                        rounds[-1]["refusal_p99_ms"], rounds[-1]["late_p99_ms"]), flush=True)
    result = {name: statistics.median(one[name] for one in rounds)
              for name in ("sold_s", "hold_p50_ms", "hold_p99_ms", "refusal_p99_ms", "refusals", "turned_away")}
    result["ratio"] = round(result["hold_p99_ms"] / max(result["refusal_p99_ms"], 0.001), 2)
    result["failed"] = sum(one["failed"] for one in rounds)
    result["detail"] = {"rounds": rounds}
    return {"P3": result}


def _round(data, folder):
    report = os.path.join(folder, "report")
    with server_under_test.Server(data, folder, "--test-payments") as server:
        output_of([server_under_test.PROGRAM, "rehearse", "--target", server.url, "--event", _event(server), "--fans", "0",
                   "--flash", str(BUYERS), "--within", "1", "--for", "120", "--straight", "--buy", "1",
                   "--spread-addresses", "--report", report])
        cpu = server.cpu_seconds()
    with open(os.path.join(report, "report.json"), encoding="utf-8") as file:
        found = json.load(file)
    verified = server_under_test.verify(os.path.join(folder, "run"))
    if not found["every_seat_once"] or verified["double_sold"] or verified["sold"] != SEATS:
        raise BenchError("sold %(sold)d of 1000 places, %(double_sold)d twice" % verified)
    holds = found["calls"]["hold"]
    return {
        "sold_s": found["last_sale_ms"] / 1000,
        "hold_p50_ms": holds["accepted"]["p50_ms"],
        "hold_p99_ms": holds["accepted"]["p99_ms"],
        "refusal_p99_ms": holds["refused"]["p99_ms"],
        "refusals": holds["refused"]["count"],
        "turned_away": sum(call.get("turned_away", {}).get("count", 0) for call in found["calls"].values()),
        "failed": sum(call.get("failed", {}).get("count", 0) for call in found["calls"].values()),
        "late_p99_ms": found["generator"]["lateness"]["p99_ms"],
        "server_cpu_s": round(sum(cpu.values()), 2),
        "calls": found["calls"],
    }


def _event(server):
    events = json.loads(server.get("/api/v1/events"))["events"]
    return next(event["id"] for event in events if event["title"].endswith("Small hall"))
