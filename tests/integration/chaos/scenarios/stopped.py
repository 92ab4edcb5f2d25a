"""A program that is stopped (SIGSTOP) for longer than the claims it works with live, and then goes on as if nothing was."""

import threading
import time

from failure import await_that, require
from fan import Fan
from load import Load, buy

_HOLD = 4  # seconds a basket keeps its seats at the centre
_RESERVE = 90  # seconds a reserve lives; a counter stops 60 s before that


def counter(make_stage):
    """One clerk waits with seats held at the centre, another with seats of the reserve; both wake up too late."""
    stage = make_stage(hold_seconds=_HOLD, reserve_seconds=_RESERVE)
    stage.open_doors()
    holding, reserving = stage.add_clerk(), stage.add_clerk()
    require(holding.hold(2), "no two seats could be held: %s" % holding.refusal)
    seats = holding.counter.do("basket")["basket"]
    own = reserving.counter.reserve(2)
    require(len(own) == 2 and not reserving.counter.picks(*own), "no two seats of the reserve could be picked")
    for clerk in (holding, reserving):
        clerk.counter.pause()
    _fan_buys(stage, seats)
    require(_is_refused(stage, own), "seats of a stopped counter's reserve were given to a fan")
    holding.counter.resume()
    _refuses(stage, holding)
    stage.await_reserves_end()
    reserving.counter.resume()
    _refuses(stage, reserving)
    _fan_buys(stage, own)  # the counter has given back what it could not sell
    require(holding.sell_centre(), "a counter that was stopped does not sell any more: %s" % holding.refusal)
    stage.close()
    return stage


def _fan_buys(stage, seats):
    """As soon as the seats come free."""
    fan = Fan("The next fan", stage.server.port)

    def ask():
        status, hold = fan.hold(stage.house.event, seats)
        return hold if status == 201 else None
    hold = await_that(ask, 20, "%s come free again" % ", ".join(seats))
    buy(stage, fan, hold)


def _is_refused(stage, seats):
    return Fan("A late fan", stage.server.port).hold(stage.house.event, seats)[0] == 409


def _refuses(stage, clerk):
    sale = clerk.take_money()
    require(sale is None, "%s woke up and sold what it had no right to any more" % clerk.name)


def server(make_stage):
    """The server stands still while a clerk and a fan pay for seats whose holds end meanwhile; the reserve still sells."""
    stage = make_stage(hold_seconds=_HOLD)
    stage.open_doors()
    clerk = stage.add_clerk()
    require(clerk.hold(2), "no two seats could be held: %s" % clerk.refusal)
    fan = Fan("The paying fan", stage.server.port)
    status, hold = fan.hold(stage.house.event, best=2)
    require(status == 201, "no seats for the fan: %d" % status)
    stage.server.pause()
    stopped = time.monotonic()
    paying = threading.Thread(target=buy, args=(stage, fan, hold, True), daemon=True)
    paying.start()
    require(clerk.take_money() is None, "the clerk was told of a sale although the server stands still")
    require(clerk.sell_reserve(2), "the reserve does not sell while the server stands still")
    await_that(lambda: time.monotonic() > stopped + 2 * _HOLD, 20, "the holds have ended")
    stage.server.resume()
    paying.join(60)
    require(not paying.is_alive(), "the fan got no answer")
    Load(stage, fans=2).finish()
    clerk.counter.do("await-line", "up")
    require(clerk.sell_centre(), "the counter does not sell any more: %s" % clerk.refusal)
    stage.close()
    return stage
