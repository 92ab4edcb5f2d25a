"""P4: polls of a small file that everybody asks for again and again, against nginx serving one of its size."""

import re

import server_under_test
from workbench import BenchError, Scratch, baseline, middle, output_of

CONNECTIONS = 64
ROUNDS = 3
SECONDS = 5
SCRIPT = "buyer_memory.js"  # until the waiting room has its now.json: the asset of its size (nginx's file has 700 bytes)


def measure(_):
    ours, nginx = [], []
    with Scratch() as folder:
        with server_under_test.Server(server_under_test.make_data(folder, halls=1), folder) as server:
            path, size = _file(server)
            for number in range(ROUNDS):
                name, rate = output_of([baseline("nginx_static.sh"), str(CONNECTIONS), str(SECONDS)]).split()
                nginx.append({"rate": float(rate), "by": name})
                ours.append(_ours(server, path))
                print("bench: round %d: ours %.0f/s p99 %.1f ms, processor %.1f us a poll; %s %.0f/s"
                      % (number + 1, ours[-1]["rate"], ours[-1]["p99_ms"], ours[-1]["cpu_us"], name, float(rate)), flush=True)
    our_rate = middle(ours, "rate", 2)
    their_rate = middle(nginx, "rate", 2)
    return {"P4": {
        "ratio": round(our_rate / their_rate, 2),
        "ours": round(our_rate),
        "theirs": round(their_rate),
        "p99_ms": middle(ours, "p99_ms", 2),
        "cpu_us": middle(ours, "cpu_us", 1),
        "failed": sum(one["failed"] for one in ours),
        "detail": {"rounds_ours": ours, "rounds_theirs": nginx, "bytes": size, "baseline": baseline("nginx_static.sh")},
    }}


def _file(server):
    """The address of the file as the pages name it, and its size."""
    path = "/assets/bench/" + SCRIPT
    return path, len(server.get(path))


def _ours(server, path):
    before = sum(server.cpu_seconds().values())
    text = output_of(["wrk", "-t1", "-c%d" % CONNECTIONS, "-d%ds" % SECONDS, "--latency", server.url + path])
    busy = sum(server.cpu_seconds().values()) - before
    rate = float(_found(r"Requests/sec:\s*([\d.]+)", text))
    count = int(_found(r"(\d+) requests in", text))
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    return {"rate": rate, "count": count, "p99_ms": _milliseconds(_found(r"99%\s+([\d.]+[a-z]+)", text)),
            "cpu_us": 1e6 * busy / count,
            "failed": (int(wrong.group(1)) if wrong else 0) + (sum(map(int, broken.groups())) if broken else 0)}


def _found(pattern, text):
    found = re.search(pattern, text)
    if not found:
        raise BenchError("wrk did not say what it measured:\n" + text)
    return found.group(1)


def _milliseconds(text):
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
