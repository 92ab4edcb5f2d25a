"""The disk is full: what cannot be kept is refused with a sentence, nothing is lost, and with room all goes on."""

import os

import process
from disk import SmallDisk
from failure import await_that, require
from fan import Fan
from injection import disk_full
from load import Load

_ASKS_FOR_ROOM = "disk"  # a word of every sentence about it
_WRITES_DONE = (1, 2, 3, 4, 5, 6, 9, 14)


def counter(make_stage):
    """A counter on a small disk."""
    stage = make_stage()
    stage.open_doors()
    disk = SmallDisk(stage.path("counter1"), 24)
    clerk = stage.add_clerk()
    require(clerk.sell_centre() and clerk.sell_reserve(2, printed=True), "the counter does not sell: %s" % clerk.refusal)
    disk.fill()
    _sell_until_refused(clerk)
    _start_refuses(stage, os.path.join(disk.folder, "another"))
    clerk.counter.quit()
    disk.clear()
    clerk.start()
    _sells_again(stage, clerk)
    return stage


def counter_refused(make_stage):
    """From the n-th write on, each write of a counter fails as on a full disk; off line and on line in turn."""
    stage = make_stage()
    stage.open_doors()
    clerk = stage.add_clerk()
    for number in _WRITES_DONE:
        if number % 2:
            clerk.line.cut()
            clerk.counter.do("await-line", "down")
        require(clerk.sell_reserve(2), "the counter does not sell: %s" % clerk.refusal)
        tracer = disk_full(clerk.counter.pid, number, stage.path("strace.log"))
        _sell_until_refused(clerk)
        tracer.end()
        clerk.line.mend()
        require(clerk.sell_reserve() is None, "a counter whose journal failed writes to it again without a restart")
        clerk.counter.quit()
        clerk.start()
        clerk.settle()
    stage.figures["restarts"] = len(_WRITES_DONE)
    _sells_again(stage, clerk)
    return stage


def _sell_until_refused(clerk):
    """Room may be left in files that are large already; when it is used up the clerk is told so, politely."""
    for _ in range(400):
        if not clerk.sell_reserve():
            break
    screen = clerk.counter.do("status")
    require(screen["notice"] or screen["halt"], "on a full disk the screen says nothing")
    said = clerk.refusal or screen["notice"]  # a step of its own may have failed before the clerk's did
    require(_ASKS_FOR_ROOM in said, "on a full disk the clerk was told: %s; %s" % (clerk.refusal, screen))


def _start_refuses(stage, folder):
    status, _, sentence = process.run([stage.program("parterre"), "--data", folder, "--script"], "quit\n")
    require(status == 1 and "parterre: " in sentence and _ASKS_FOR_ROOM in sentence,
            "on a full disk a new counter ended with status %d and said: %s" % (status, sentence))


def _sells_again(stage, clerk):
    require(clerk.sell_reserve(printed=True), "with room the reserve does not sell: %s" % clerk.refusal)
    require(clerk.sell_centre(printed=True), "with room the counter does not sell: %s" % clerk.refusal)
    stage.close()


def server(make_stage):
    """The server on a small disk, with fans and a counter buying."""
    disks = []
    stage = make_stage(rows=100, before_fill=lambda folder: disks.append(SmallDisk(folder, 64)))
    return _fill_under_load(stage, disks[0].fill, disks[0].clear)


def server_refused(make_stage):
    """Every write of the server fails as on a full disk."""
    stage = make_stage(rows=100)
    tracers = []
    return _fill_under_load(stage, lambda: tracers.append(disk_full(stage.server.child.pid, 1, stage.path("strace.log"))),
                            lambda: tracers[-1].end())


def _fill_under_load(stage, fill, clear):
    """Twice: the server gets well by itself when there is room again, and after being killed without any."""
    stage.open_doors()
    clerk = stage.add_clerk()
    load = Load(stage)
    load.await_bought(20)
    fill()
    _await_trouble(stage)
    require(clerk.sell_reserve(2), "the reserve does not sell while the server's disk is full: %s" % clerk.refusal)
    clear()
    load.await_bought(20)
    _await_ready(stage)
    fill()
    _await_trouble(stage)
    stage.server.kill()
    clear()
    stage.server.start()
    load.await_bought(20)
    load.finish()
    clerk.counter.do("await-line", "up")
    _sells_again(stage, clerk)
    return stage


def _ready(stage):
    return Fan("A monitor", stage.server.port).send("GET", "/readyz")[0]


def _await_trouble(stage):
    await_that(lambda: _ready(stage) == 503, 40, "the server says that it cannot commit")


def _await_ready(stage):
    await_that(lambda: _ready(stage) == 200, 40, "the server says that it can commit again")
