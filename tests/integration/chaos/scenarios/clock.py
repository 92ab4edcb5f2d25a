"""A counter's wall clock is a day off, or jumps by days at work: seats are neither lost nor sold for longer by it."""

import glob

from failure import require

_RESERVE = 100  # seconds a reserve lives; a counter stops 60 s before that
_AHEAD, _BEHIND = "+86400", "-86400"


class Wall:
    """The wall clock of one program, set through a file; the clock that counts since the boot stays what it is."""

    def __init__(self, path, offset):
        self._path = path
        self.set(offset)
        libraries = glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")
        require(libraries, "libfaketime is not installed")
        self.environment = {"LD_PRELOAD": libraries[0], "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_NO_CACHE": "1",
                            "FAKETIME_TIMESTAMP_FILE": path}

    def set(self, offset):
        with open(self._path, "w") as file:
            file.write(offset)


def wall(make_stage):
    """One counter a day ahead, one a day behind; then the line goes and their clocks jump to the other side."""
    stage = make_stage(reserve_seconds=_RESERVE)
    stage.open_doors()
    walls = [Wall(stage.path("wall%d" % i), offset) for i, offset in enumerate((_AHEAD, _BEHIND))]
    ahead, behind = [stage.add_clerk(environment=wall.environment) for wall in walls]
    for clerk in (ahead, behind):
        require(clerk.sell_centre(2, printed=True), "%s does not sell: %s" % (clerk.name, clerk.refusal))
        require(clerk.sell_reserve(), "%s does not sell its reserve: %s" % (clerk.name, clerk.refusal))
        clerk.line.cut()
    for clerk in (ahead, behind):
        clerk.counter.do("await-line", "down")
    walls[0].set(_BEHIND)
    walls[1].set(_AHEAD)
    for clerk in (ahead, behind):
        require(clerk.sell_reserve(printed=True), "a jump of the clock stopped %s: %s" % (clerk.name, clerk.refusal))
    ahead.counter.quit()
    walls[0].set(_AHEAD)
    ahead.start(on_line=False, environment=walls[0].environment)
    require(ahead.sell_reserve(), "started again, %s does not sell: %s" % (ahead.name, ahead.refusal))
    baskets = {clerk: _fill_basket(clerk) for clerk in (ahead, behind)}
    stage.await_reserves_end()
    for clerk, seats in baskets.items():
        require(clerk.take_money() is None, "%s sold %s after its reserve had ended" % (clerk.name, seats))
        require(not clerk.counter.reserve(1), "%s still shows a reserve" % clerk.name)
        clerk.line.mend()
    stage.close()
    gaps = stage.ledger.clock_gaps()
    require(min(gaps) < -80_000 and max(gaps) > 80_000, "the clocks were not off: %s" % gaps)
    return stage


def _fill_basket(clerk):
    seats = clerk.counter.reserve(2)
    require(len(seats) == 2 and not clerk.counter.picks(*seats), "%s has no two seats left" % clerk.name)
    return seats
