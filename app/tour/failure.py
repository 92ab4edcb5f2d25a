"""TourFailure: why the day cannot go on, as a sentence; and deadline(), the one way the tour waits for anything."""

import time


class TourFailure(Exception):
    """The reason printed behind "tour: FAILED"."""


def require(condition, sentence):
    if not condition:
        raise TourFailure(sentence)


def await_that(look, seconds, what):
    """Calls look() until it gives something true, and returns that; after `seconds` fails, naming `what`."""
    end = time.monotonic() + seconds
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > end:
            raise TourFailure("waited %d seconds in vain until %s" % (seconds, what))
        time.sleep(0.05)
