"""P7 and P8: a real counter on a real disk and a real server: sales off line, and the way back after a long night."""

import json
import os
import statistics
import subprocess
import time

import server_under_test
from workbench import BUILD, SOURCE, BenchError, Scratch, output_of

PROGRAM = os.path.join(BUILD, "tests", "bench", "counter", "bench_counter")
OPS = 10_000
ENTRIES = 100_000


def measure(items):
    results = {}
    with Scratch() as folder:
        data = server_under_test.make_data(folder)
        with server_under_test.Server(data, folder) as server:
            events = server.events()
            if "P7" in items or "P8" in items:
                with _Counter(server, folder, events[0], "sells") as counter:
                    results["P8"] = _push(counter)
                    results["P7"] = _sales(counter, folder)
            if "P8" in items:
                with _Counter(server, folder, events[1], "pulls") as counter:
                    results["P8"].update(_pull(counter, server, events[1]))
        found = server_under_test.verify(os.path.join(folder, "run"))
        if found["faults"]:
            raise BenchError("verify found %d faults" % found["faults"])
    return {item: results[item] for item in items}


class _Counter:
    def __init__(self, server, folder, event, name):
        with open(os.path.join(SOURCE, "resources", "demo", "venue.json"), encoding="utf-8") as venue:
            clerk = json.load(venue)["staff"][0]
        mine = os.path.join(folder, name)
        os.makedirs(mine)
        code = output_of([server_under_test.PROGRAM, "counter", "enrol", "Bench " + name, "--data", server.data]).strip()
        self._child = subprocess.Popen([PROGRAM, mine, server.url, code, clerk["name"], clerk["password"], event],
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self):
        self._answer("ready")
        return self

    def __exit__(self, *_):
        self._child.stdin.close()
        self._child.wait(30)

    def do(self, *words):
        self._child.stdin.write(" ".join(map(str, words)) + "\n")
        self._child.stdin.flush()
        return self._answer({"sell": "sales", "promise": "ops", "reopen": "reserve", "up": "up"}[words[0]])

    def _answer(self, head):
        words = self._child.stdout.readline().split()
        if not words or words[0] != head:
            raise BenchError("the counter said %r instead of %s" % (words, head))
        return [float(word) for word in words[1:]]


def _syncs(folder, times=400):
    """Milliseconds of small writes made durable, one after the other."""
    path = os.path.join(folder, "fsync-probe")
    taken = []
    with open(path, "wb", buffering=0) as file:
        for _ in range(times):
            begin = time.perf_counter()
            file.write(b"x" * 4096)
            os.fdatasync(file.fileno())
            taken.append((time.perf_counter() - begin) * 1000)
    os.unlink(path)
    return taken


def _sales(counter, folder):
    """The reserve is sized by what was sold in the last hour: the promises before make it large enough."""
    counter.do("reopen")
    syncs = _syncs(folder)
    count, add_p50, add_p99, sell_p50, sell_p99 = counter.do("sell", 1_000)
    if count < 100:
        raise BenchError("the reserve had only %d seats to sell" % count)
    return {"beyond_p99_ms": round(sell_p99 - statistics.median(syncs), 3), "sell_p50_ms": sell_p50,
            "sell_p99_ms": sell_p99, "add_p99_ms": add_p99, "fsync_p50_ms": round(statistics.median(syncs), 3),
            "fsync_p99_ms": round(statistics.quantiles(syncs, n=100)[98], 3), "sales": int(count)}


def _push(counter):
    waiting, written = counter.do("promise", OPS)
    seconds, ops, entries, size = counter.do("up")
    if ops < OPS:
        raise BenchError("only %d operations waited" % ops)
    return {"push_s": seconds, "ops": int(ops), "ops_a_second": round(ops / seconds), "written_s": written,
            "own_entry_bytes": round(size / entries, 1) if entries else 0}


def _pull(counter, server, event):
    """Fans hold and let go behind the counter's back."""
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "holds.lua")
    held = 0
    while held < ENTRIES * 0.9:
        text = output_of(["wrk", "-t1", "-c64", "-d3s", "-s", script, server.url, "--", str(held + 1), event])
        answered, refused = map(float, text.strip().splitlines()[-1].split()[1:3])
        if answered - refused < 1000:
            break
        held += int(answered - refused)
    seconds, _, entries, size = counter.do("up")
    if entries < 10_000:
        raise BenchError("only %d entries were pulled" % entries)
    return {"pull_s": seconds, "entries": int(entries), "entries_a_second": round(entries / seconds),
            "entry_bytes": round(size / entries, 1)}
