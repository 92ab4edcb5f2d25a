"""P9: does a hold cost more in a larger hall, or after a longer log?"""

import json
import os
import statistics

import hall
import server_under_test
from workbench import BUILD, BenchError, Scratch, output_of

PROGRAM = os.path.join(BUILD, "tests", "bench", "growth", "bench_growth")
HALLS = {1_000: (2, 20, 25), 10_000: (4, 50, 50), 100_000: (20, 50, 100)}  # seats: sections, rows, seats a row
LOGS = (10_000, 1_000_000)
LOG_HALL = 10_000
COUNT, ASKERS = 900, 4  # as many holds as the smallest hall can give
ROUNDS = 5


def measure(_):
    with Scratch() as folder:
        data = {}
        for seats in HALLS:
            data[seats] = _data(folder, "hall-%d" % seats, seats)
        for entries in LOGS:
            data["log", entries] = _data(folder, "log-%d" % entries, LOG_HALL)
            output_of([PROGRAM, "fill", data["log", entries], str(entries)])
        # Every case once in each round, so that what else the machine does falls on all of them.
        rounds = [{case: _holds(one, folder, "seats") for case, one in data.items()} for _ in range(ROUNDS)]
        best = {seats: _holds(data[seats], folder, "best") for seats in HALLS}
    p50 = {case: statistics.median(one[case][0] for one in rounds) for case in data}
    p99 = {case: statistics.median(one[case][1] for one in rounds) for case in data}
    result = {
        "seats_ratio": round(max(p50[seats] for seats in HALLS) / min(p50[seats] for seats in HALLS), 2),
        "log_ratio": round(p50["log", LOGS[1]] / p50["log", LOGS[0]], 2),
    }
    for seats in HALLS:
        result["p50_%d_ms" % seats] = p50[seats]
    for entries in LOGS:
        result["p50_log_%d_ms" % entries] = p50["log", entries]
    result["detail"] = {
        "p99_ms": {str(case): value for case, value in p99.items()},
        "best_p50_ms": {str(seats): value[0] for seats, value in best.items()},
        "rounds": [{str(case): value for case, value in one.items()} for one in rounds],
    }
    print("bench: P9 best seats p50: " + ", ".join("%d seats %.2f ms" % (seats, best[seats][0]) for seats in HALLS))
    return {"P9": result}


def _data(folder, name, seats):
    """A data folder with one event on a hall of that size; the demo venue's events go along, each on its own log."""
    sections, rows, in_row = HALLS[seats]
    plan = os.path.join(folder, name + ".json")
    hall.write(plan, "Growth hall", sections, rows, in_row)
    empty = os.path.join(folder, "no-venue.json")
    with open(empty, "w", encoding="utf-8") as file:
        json.dump({"name": "none", "time_zone": "Europe/Berlin", "currency": "EUR", "events": [], "staff": []}, file)
    data = os.path.join(folder, name)
    output_of([server_under_test.PROGRAM, "demo-data", "--data", data, "--plan", plan, "--venue", empty])
    return data


def _holds(data, folder, kind):
    with server_under_test.Server(data, folder) as server:
        event = json.loads(server.get("/api/v1/events"))["events"][0]["id"]
        words = output_of([PROGRAM, "holds", server.url, event, str(COUNT), str(ASKERS), kind]).split()
    if int(words[1]) != COUNT:
        raise BenchError("%s of %d holds were refused" % (words[2], COUNT))
    return float(words[3]), float(words[4])
