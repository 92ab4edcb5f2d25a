"""The line fails in every way a line fails: cut, deaf, mute, slow, broken in the middle of an answer."""

from failure import require
from load import Load
from wire import Wire

_CUTS_OF_ANSWERS = (0, 1, 17, 60, 150, 400)  # bytes that still get through


def relay(make_stage):
    """One counter behind a relay that misbehaves, while fans and a counter with a good line buy the same seats."""
    stage = make_stage(rows=60)
    stage.open_doors()
    clerk, other = stage.add_clerk(), stage.add_clerk()
    load = Load(stage, fans=2, pause=0.1)
    outages = break_down(clerk)
    for after in _CUTS_OF_ANSWERS:
        _cut_an_answer(clerk, after)
    clerk.line.slow(0.4)
    clerk.counter.do("await-line", "up")  # what was cut off before may still be noticed late
    seats = clerk.counter.do("seats", "other", 10_000)["seats"][-2:]  # far from the best, which are gone before it asks
    require(clerk.sell_seats(seats), "a slow line does not sell: %s" % clerk.refusal)
    require(clerk.sell_reserve(), "on a slow line the reserve does not sell: %s" % clerk.refusal)
    clerk.line.mend()
    require(other.sell_centre(2) and other.sell_reserve(), "the other counter was disturbed: %s" % other.refusal)
    load.finish()
    stage.figures.update(outages=outages, cut_answers=clerk.line.answers_cut)
    stage.close()
    return stage


def namespaces(make_stage):
    """The same outages on a wire of the kernel's: packets vanish, and the two ends find out by themselves."""
    stage = make_stage(address="0.0.0.0")
    wire = Wire(stage.path(""))
    stage.open_doors()
    wire.serve(stage.server.port)
    clerk = stage.add_clerk(line=wire)
    load = Load(stage, fans=2, pause=0.3)
    stage.figures["outages"] = break_down(clerk)
    load.finish()
    stage.close()
    return stage


def break_down(clerk):
    """Sells through each kind of outage; how many there were."""
    line = clerk.line
    ways = (lambda: line.cut(), lambda: line.block(to_counter=True), lambda: line.block(to_centre=True),
            lambda: line.block(to_counter=True, to_centre=True))
    for break_line in ways:
        _sell_through(clerk, break_line)
    return len(ways)


def _sell_through(clerk, break_line):
    """The centre holds a basket when the line goes: no sale of it may be told, whatever the centre hears. The reserve
    sells on, and outside of it seats can only be promised."""
    require(clerk.hold(2), "no two seats could be held: %s" % clerk.refusal)
    break_line()
    require(clerk.take_money() is None, "a sale at the centre was told without its answer")
    clerk.counter.do("await-line", "down")
    require(clerk.sell_reserve(2), "off line the reserve does not sell: %s" % clerk.refusal)
    outside = clerk.counter.do("seats", "other", 1)["seats"]
    require(outside and not clerk.counter.picks(*outside), "off line %s could not be promised" % outside)
    require(clerk.counter.do("status")["basket_provisional"], "off line %s was taken as the counter's own" % outside)
    clerk.counter.do("clear")
    clerk.line.mend()
    clerk.counter.do("await-line", "up")
    clerk.settle()
    require(clerk.sell_centre(), "back on line the counter does not sell: %s" % clerk.refusal)


def _cut_an_answer(clerk, after):
    """The centre has sold, its answer breaks off: the sale is told once, now or when the line is back."""
    before = clerk.line.answers_cut
    require(clerk.hold(1), "no seat could be held: %s" % clerk.refusal)
    clerk.line.cut_next_answer(after)
    clerk.take_money()
    require(clerk.line.answers_cut == before + 1, "no answer was cut off")
    clerk.counter.do("await-line", "up")
    clerk.settle()
