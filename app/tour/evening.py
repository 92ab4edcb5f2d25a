"""The last acts: pictures of the arena, a clean end, and the reckoning of the tour's book against the server's disk."""

from failure import TourFailure, require
from tell import act, names, tell

_ARENA = "Northern Lights"


def look_at_the_arena(world):
    """Agreement once more after the last sale; then the large house at three zooms."""
    act("A look at the arena")
    world.await_agreement()
    counter = world.first
    counter.do("leave")
    counter.open(_ARENA)
    counter.do("await-reserve", 1)
    counter.do("fit")
    world.shoot(counter, "11-arena-whole")
    counter.do("zoom", 4)
    world.shoot(counter, "12-arena-nearer")
    counter.do("zoom", 6)
    world.shoot(counter, "13-arena-seats")
    tell("Counter 1 opened the arena of 12,000 seats and zoomed in twice: pictures 11, 12 and 13.")
    return True


def close_down(world, converged):
    act("The evening's reckoning")
    for counter in world.counters:
        counter.quit()
    world.server.stop()
    tell("All counters and the server ended cleanly. Afterwards: %s" % world.server.verify())
    verdict = world.judge()
    tell("The tour's own book has %d seats that somebody was told are theirs; the server's disk has the same seats for "
         "the same orders." % len(verdict.sold) if not (verdict.double_sold or verdict.lost or verdict.unheard) else
         "The tour's own book and the server's disk differ.")
    for seat in verdict.written_off:
        tell("Signed for: %s has two owners, %s. An administrator wrote off the reserve of a counter that was lost, and it had "
             "sold the seat." % (seat, " and ".join(world.record.owners(seat))))
    figures = "sold=%d double_sold=%d lost=%d converged=%s" % (
        len(verdict.sold), len(verdict.double_sold), len(verdict.lost), "yes" if converged else "no")
    figures += " written_off=%d" % len(verdict.written_off) if verdict.written_off else ""
    for wrong, what in ((verdict.double_sold, "sold twice"), (verdict.lost, "told sold but lost"),
                        (verdict.unheard, "sold without anybody being told")):
        if wrong:
            raise TourFailure("%s: %s: %s" % (figures, what, names(wrong)))
    require(verdict.sold, "%s: nothing was sold" % figures)
    return "tour: ok " + figures
