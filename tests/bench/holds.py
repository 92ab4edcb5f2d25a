"""P1 and P2: durable holds of single seats over HTTP, against Redis and PostgreSQL doing the bare work without HTTP."""

import os
import random

import server_under_test
from workbench import BenchError, Scratch, baseline, middle, output_of

CONNECTIONS = 64
ROUNDS = 3
SECONDS = 5
BASELINE_SECONDS = 5


def measure(items):
    """`items` of P1 and P2. In each round every party runs once, one after the other; the middle round of each counts."""
    ours, redis, postgres = [], [], []
    with Scratch() as folder:
        data = server_under_test.make_data(folder)
        for number in range(ROUNDS):
            if "P1" in items:
                redis.append(_redis(redis))
            ours.append(_ours(data, folder))
            if "P2" in items:
                postgres.append(_postgres())
            _show(number + 1, redis, ours, postgres)
        checked = _check(os.path.join(folder, "run"), ours[-1])
    results = {}
    if "P1" in items:
        results["P1"] = _result(ours, redis, baseline("redis_hold.sh"), checked)
    if "P2" in items:
        results["P2"] = _result(ours, postgres, baseline("postgres_hold.sh"), checked)
    return results


def _ours(data, folder):
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "holds.lua")
    with server_under_test.Server(data, folder) as server:
        events = server.events()
        before = server.cpu_seconds()
        text = output_of(["wrk", "-t1", "-c%d" % CONNECTIONS, "-d%ds" % SECONDS, "-s", script, server.url, "--",
                          str(random.randrange(1 << 30))] + events)
        after = server.cpu_seconds()
    answered, refused, failed, seconds, p50, p99, longest = map(float, text.strip().splitlines()[-1].split()[1:])
    held = answered - refused
    if held <= 0:
        raise BenchError("no hold succeeded:\n" + text)
    busy = sorted((after[thread] - before.get(thread, 0) for thread in after), reverse=True)
    return {"rate": held / seconds, "held": int(held), "refused": int(refused), "failed": int(failed), "p50_ms": p50,
            "p99_ms": p99, "max_ms": longest, "cpu_us": 1e6 * sum(busy) / held,
            "thread_cpu_us": [round(1e6 * one / held, 2) for one in busy[:3]]}


def _redis(earlier):
    requests = int(earlier[-1]["rate"] * BASELINE_SECONDS) if earlier else 50_000
    name, rate, p50, p99 = output_of([baseline("redis_hold.sh"), str(CONNECTIONS), str(requests)]).split()
    return {"rate": float(rate), "p50_ms": float(p50), "p99_ms": float(p99), "by": name}


def _postgres():
    name, rate, average = output_of([baseline("postgres_hold.sh"), str(CONNECTIONS), str(BASELINE_SECONDS)]).split()
    return {"rate": float(rate), "average_ms": float(average), "by": name}


def _show(number, redis, ours, postgres):
    parts = ["ours %(rate).0f/s p99 %(p99_ms).1f ms, processor %(cpu_us).1f us a hold" % ours[-1]]
    parts += ["%(by)s %(rate).0f/s" % one[-1] for one in (redis, postgres) if one]
    if ours[-1]["refused"] or ours[-1]["failed"]:
        parts.append("REFUSED %(refused)d FAILED %(failed)d" % ours[-1])
    print("bench: round %d: %s" % (number, "; ".join(parts)), flush=True)


def _check(data, last):
    """Every hold that was answered must be in the log of the stopped server; those answered to nobody may be too."""
    found = server_under_test.verify(data)
    if found["entries"] < last["held"]:
        raise BenchError("%d holds were answered, but the log has %d entries" % (last["held"], found["entries"]))
    return {"verify_entries": found["entries"], "verify_faults": found["faults"]}


def _result(ours, theirs, script, checked):
    our_rate = middle(ours, "rate", 2)
    their_rate = middle(theirs, "rate", 2)
    return {
        "ratio": round(our_rate / their_rate, 2),
        "ours": round(our_rate),
        "theirs": round(their_rate),
        "p99_ms": middle(ours, "p99_ms", 2),
        "cpu_us": middle(ours, "cpu_us", 1),
        "refused": sum(one["refused"] for one in ours),
        "failed": sum(one["failed"] for one in ours),
        "detail": dict(checked, rounds_ours=ours, rounds_theirs=theirs, baseline=script),
    }
