"""The acts of the outage: one counter loses its line and sells on, the centre is killed, everything comes back."""

import time

from crowd import Crowd
from fan import Fan
from failure import require
from morning import pick_free
from tell import act, names, tell

_OFF_LINE = 10  # seats to sell from the reserve with the line down


def lose_the_line(world):
    act("Counter 2 loses the line")
    counter = world.second
    world.line.cut()
    counter.do("await-line", "down")
    status = counter.do("status")
    tell("The line between Counter 2 and the centre was cut. Counter 2 shows \"off line\": \"%s\"" % status["notice"])
    seats = counter.reserve(_OFF_LINE)
    require(seats, "Counter 2 has no reserve to sell from")
    if len(seats) < _OFF_LINE:
        tell("This plan is small: the reserve of Counter 2 holds only %d seats." % len(seats))
    sold = []
    for part in (seats[:4], seats[4:6], seats[6:9], seats[9:]):
        if not part:
            continue
        refused = counter.picks(*part)
        require(not refused, "off line, Counter 2 was refused a seat of its own reserve: %s" % refused)
        if not sold:
            world.shoot(counter, "3-off-line")
        sold += world.sell_at(counter)["places"]
        counter.do("next")
    require(sorted(sold) == sorted(seats), "off line, Counter 2 sold %s instead of %s" % (names(sold), names(seats)))
    status = counter.do("status")
    require(status["unsent"] >= 1, "Counter 2 claims to have told the centre although the line is cut")
    tell("Off line Counter 2 sold %d seats of its reserve; %d steps wait on its disk." % (len(sold), status["unsent"]))
    warn_outside(world)
    refuse_to_others(world, sold[0])


def warn_outside(world):
    """A seat outside the reserve can only be promised, and the clerk sees that before anything is promised."""
    counter = world.second
    outside = counter.do("seats", "other", 1)["seats"]
    require(outside, "Counter 2 sees no free seat outside its reserve")
    refused = counter.picks(outside[0])
    require(not refused, "off line, Counter 2 was refused %s: %s" % (outside[0], refused))
    require(counter.do("status")["basket_provisional"], "off line, Counter 2 takes %s for its own" % outside[0])
    world.shoot(counter, "4-off-line-outside")
    tell("The clerk clicked %s, which is not in the reserve of Counter 2: the screen says \"%s\", and the clerk put it "
         "back." % (outside[0], counter.do("status")["basket_is"]))
    counter.do("clear")


def refuse_to_others(world, seat):
    """The centre does not know of the sale yet, and still gives the seat to nobody."""
    status, answer = Fan("A late fan", world.server.port).hold(world.house.event, [seat])
    require(status == 409, "a fan was answered %d for %s, sold off line at Counter 2" % (status, seat))
    tell("A fan asked the centre for %s, sold off line a moment ago, and was told: \"%s\"" % (
        seat, answer["error"]["message"]))
    refused = world.first.picks(seat)
    require(refused, "Counter 1 was given %s, sold off line at Counter 2" % seat)
    tell("Counter 1 clicked it and was told: \"%s\"" % refused)


def kill_the_centre(world):
    act("The centre is killed while fans buy")
    purchases = max(1, min(10, len(world.house.free()) // 30))
    crowd = Crowd(world.server.port, world.house.event, world.record, purchases)
    before = crowd.await_bought(2 * purchases)
    world.server.kill()
    tell("Four fans were buying, two seats at a time. After purchase %d of %d the server was ended with SIGKILL." % (
        before, 4 * purchases))
    counter = world.first
    counter.do("await-line", "down")
    seats = counter.reserve(2)
    refused = counter.picks(*seats)
    require(seats and not refused, "with the centre dead, Counter 1 could not take from its reserve: %s" % refused)
    world.sell_at(counter, aside="The centre is dead; the seats are from Counter 1's own reserve.")
    counter.do("next")
    began = time.monotonic()
    world.server.start()
    tell("The server was started again and answered after %.1f seconds." % (time.monotonic() - began))
    orders, seats, lost_answers = crowd.finish()
    tell("The fans asked again by themselves (%d times there was no answer) and in the end had %d orders, %d seats." % (
        lost_answers, orders, seats))
    counter.do("await-line", "up")
    tell("Counter 1 saw the line drop and come back by itself.")
    tell("While it runs: %s" % world.server.verify())
    status = world.second.do("status")
    require(status["line"] == "down", "Counter 2 claims to be on line although its line is cut")


def line_returns(world):
    act("The line returns")
    counter = world.second
    waiting = counter.do("status")["unsent"]
    world.line.mend()
    counter.do("await-line", "up")
    tell("The line of Counter 2 is back; it sent the %d steps that waited on its disk, in order." % waiting)
    states = world.await_agreement()
    tell("Both counters and the fan page now show the same for every one of %d seats: %d free (those of "
         "a reserve, too: its counter gives them back when somebody wants them), %d held, %d sold." % (len(states), states.count("f"), states.count("h"), states.count("x")))
    for counter in (world.first, world.second):
        check_orders(world, counter)
    world.shoot(world.second, "5-after")
    if len(world.house.free()) < 3:
        tell("The house is as good as sold out.")
        return
    seat = pick_free(world, 1)[0]
    refused = world.second.picks(seat)
    require(not refused, "back on line, Counter 2 was refused %s: %s" % (seat, refused))
    world.sell_at(world.second, aside="On line again, outside its reserve.")
    world.second.do("next")


def check_orders(world, counter):
    """Every sale the clerk was told of stands confirmed in the counter's list of orders."""
    listed = {order["code"]: order for order in counter.do("orders")["orders"] if order["mine"]}
    for code, seats in world.record.orders_of(counter.name).items():
        order = listed.get(code)
        require(order, "order %s is missing from the list of %s" % (code, counter.name))
        require(order["sync"] == "confirmed", "order %s stands as %s at %s" % (code, order["sync"], counter.name))
        require(set(order["places"]) == seats, "order %s has other seats at %s" % (code, counter.name))
    tell("%s lists all its %d orders as confirmed by the centre." % (counter.name, len(listed)))
