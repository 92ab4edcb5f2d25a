"""Power cuts: a program is killed as it enters its n-th fsync, under load, for a range of n."""

import threading

from counter import CounterGone
from failure import TourFailure, require
from injection import kill_at_sync, killed_at_sync
from load import Load
import process

_SERVER_SYNCS = [*range(1, 17), 20, 30, 45]
_SALE_SYNCS = range(1, 8)  # of one sale: basket, op, outcome, and the pages of the log that follow


def server(make_stage):
    """Fans and a counter go on through every death of the server; what either was told must be there in the end."""
    stage = make_stage(rows=100)
    _die_at_first_starts(stage)
    stage.open_doors()
    clerk = stage.add_clerk()
    stage.server.stop()
    load, selling = Load(stage), Selling(clerk)
    for number in _SERVER_SYNCS:
        stage.server.launch(killed_at_sync(number, stage.path("strace.log")))
        _await_kill(stage, 30)
    stage.server.start()
    load.await_bought(1)
    selling.finish()
    load.finish()
    stage.figures.update(kills=len(_SERVER_SYNCS) + stage.figures.pop("first"), lost_answers=load.lost_answers)
    stage.close()
    return stage


def _await_kill(stage, seconds):
    status = process.await_end(stage.server.child, seconds)
    require(status == -9, "the server should be killed at an fsync; its exit status is %s" % status)


def _die_at_first_starts(stage):
    """A venue that has never been served: its first start writes secrets and makes room."""
    number = 0
    while True:
        number += 1
        stage.server.launch(killed_at_sync(number, stage.path("strace.log")))
        if process.await_end(stage.server.child, 2) is None:
            break  # it has fewer to do at a start: it serves
        require(number < 30, "the server never came to serve")
    process.stop(stage.server.child)  # it may still die of the fsyncs of its end
    stage.figures["first"] = number - 1


class Selling:
    """A clerk who sells without a pause, from the reserve and from the centre in turn."""

    def __init__(self, clerk):
        self._clerk = clerk
        self._stopping = threading.Event()
        self._failure = None
        self._thread = threading.Thread(target=self._sell, daemon=True)
        self._thread.start()

    def _sell(self):
        try:
            while not self._stopping.is_set():
                self._clerk.sell_centre() if self._clerk.counter.do("status")["line"] == "up" else None
                if self._clerk.counter.do("status")["reserve"]:
                    self._clerk.sell_reserve()
        except TourFailure as failure:
            self._failure = failure

    def finish(self):
        self._stopping.set()
        self._thread.join(60)
        require(not self._thread.is_alive(), "the clerk does not come to an end")
        if self._failure:
            raise self._failure


def counter(make_stage):
    """A counter dies at each fsync of a sale from its reserve, of one at the centre, and of one off line."""
    stage = make_stage()
    stage.open_doors()
    clerk = stage.add_clerk()
    kills = 0
    for sell in (lambda: clerk.sell_reserve(2, printed=True), lambda: clerk.sell_centre(2, printed=True)):
        for number in _SALE_SYNCS:
            kills += _die_selling(stage, clerk, number, sell, on_line=True)
    clerk.line.cut()
    clerk.counter.do("await-line", "down")
    for number in _SALE_SYNCS:
        kills += _die_selling(stage, clerk, number, lambda: clerk.sell_reserve(1, printed=True), on_line=False)
    clerk.line.mend()
    stage.figures["kills"] = kills
    stage.close()
    return stage


def _die_selling(stage, clerk, number, sell, on_line):
    """Sells until the counter is killed, then has it started again and looks at what stands there."""
    kill_at_sync(clerk.counter.pid, number, stage.path("strace.log"))
    try:
        while True:
            sell()
    except CounterGone:
        clerk.counter.await_death(5)
    clerk.start(on_line)
    clerk.settle()
    if clerk.counter.do("status")["basket"]:
        clerk.counter.do("clear")
    return 1
