"""The acts of the contests: what was promised while nobody could ask, and how each promise is settled in the end."""

import re

from fan import Fan
from failure import await_that, require
from relay import Relay
from tell import act, names, tell

_PARTY = 4
_ROOM = 30  # free seats these acts need


def promise_outside(world):
    """Counter 2 sells outside its reserve while its line is down, to people who leave their number."""
    act("Promised while the line is down: the centre decides")
    if not _has_room(world):
        return
    counter = world.second
    wanted, four = _pick(world)
    world.line.cut()
    counter.do("await-line", "down")
    payer, hold = _fan_holds(world, "The slow payer", [wanted])
    single = _promise(counter, [wanted], "Ms Single", "refund")
    party = _promise(counter, four, "Mr Four", "ask")
    world.shoot(counter, "6-promised")
    quick, taken = _fan_holds(world, "The quick fan", four[1:2])
    order = quick.pay(taken)
    world.record.sold(quick.name, order["places"], order["code"])
    tell("The centre, which knows nothing of that, meanwhile sold %s to a fan." % four[1])
    status, paying = payer.call("POST", "/api/v1/holds/%s/checkout" % hold["hold"], {
        "email": payer.email, "name": payer.name, "payment": {"method": "test-slow"}})
    require(status == 201, "a slow payment was answered %d %s" % (status, paying))
    tell("Another fan's payment for %s is under way when the line of Counter 2 comes back." % wanted)
    world.line.mend()
    counter.do("await-line", "up")
    _payment_decides(world, single, payer, paying)
    _move_the_party(world, party)


def _has_room(world):
    if len(world.house.free()) >= _ROOM:
        return True
    tell("This house is as good as sold out: there is nothing left for it.")
    return False


def _pick(world):
    """A seat for one, and four side by side in the middle of what is free and in nobody's reserve."""
    kept = {seat for counter in world.counters for seat in counter.reserve(10_000)}
    free = [seat for seat in world.house.free() if seat not in kept]
    position = world.house.position
    runs = [free[i:i + _PARTY] for i in range(len(free) - _PARTY + 1)
            if free[i].rpartition("/")[0] == free[i + _PARTY - 1].rpartition("/")[0]
            and position[free[i + _PARTY - 1]] - position[free[i]] == _PARTY - 1]
    require(runs, "no four free seats lie side by side")
    four = runs[len(runs) // 2]
    return next(seat for seat in reversed(free) if seat not in four), four


def _fan_holds(world, name, seats):
    fan = Fan(name, world.server.port)
    status, hold = fan.hold(world.house.event, seats)
    require(status == 201, "%s was answered %d for %s" % (name, status, names(seats)))
    return fan, hold


def _promise(counter, seats, customer, wish):
    """Sells provisionally; the order's code."""
    refused = counter.picks(*seats)
    require(not refused, "off line, %s was refused %s: %s" % (counter.name, names(seats), refused))
    seen = counter.do("provisional", customer, "030 1234567", wish)
    require(seen["sold"], "%s could not sell provisionally: %s" % (counter.name, seen.get("refused")))
    code = re.search(r"order (\w+)", seen["what"]).group(1)
    tell("Off line, Counter 2 promised %s to %s (order %s, \"%s\"), whose tickets say PROVISIONAL." % (
        names(seats), customer, code, {"refund": "else my money back", "ask": "else ask me"}[wish]))
    counter.do("next")
    return code


def _payment_decides(world, code, payer, paying):
    """The order waits in a contest for the bank; the payment arrives and wins; the clerk gives the money back."""
    counter = world.second
    counter.do("await-case", code, "contest")
    tell("Counter 2 shows order %s as a contest: the seat waits for the bank." % code)

    def paid():
        status, seen = payer.call("GET", "/api/v1/orders/%s?key=%s" % (paying["order"], paying["key"]))
        return status == 200 and seen["state"] == "paid"  # until then there is no order
    await_that(paid, 30, "the slow payment arrives")
    order = payer.order(paying["order"], paying["key"])
    world.record.sold(payer.name, order["places"], order["code"])
    counter.do("await-case", code, "refund-due")
    world.shoot(counter, "7-refund-due")
    seen = counter.do("case", code, "refund")
    require(seen["phase"] == "refunded", "the case of order %s stands as %s" % (code, seen["phase"]))
    tell("The payment arrived, so the fan has the seat. Ms Single wished her money back; the clerk paid it out and said "
         "so with one key.")


def _move_the_party(world, code):
    """One of four seats is gone, so the whole party moves together."""
    counter = world.second
    found = counter.do("await-case", code, "")
    if found["phase"] == "open":
        found = counter.do("case", code, "offer")
    counter.do("await-case", code, "offered")
    world.shoot(counter, "8-party-offer")
    seen = counter.do("case", code, "accept")
    require(seen["phase"] == "exchanged", "the case of order %s stands as %s" % (code, seen["phase"]))
    order = next(order for order in counter.do("orders")["orders"] if order["code"] == code)
    require(sorted(order["places"]) == sorted(found["offers"][0]), "order %s has %s, offered were %s" % (
        code, names(order["places"]), names(found["offers"][0])))
    world.record.sold(counter.name, order["places"], code)
    tell("Mr Four was offered %s and accepted: all four move together." % names(order["places"]))


def write_off_a_lost_counter(world):
    """An administrator signs away the reserve of a counter that is lost; a fan buys; the counter turns up and had sold."""
    act("A counter is lost, its reserve written off, and it turns up again")
    if not _has_room(world):
        return
    line = Relay(world.server.port)
    lost = world.enrol("Counter 3", "counter3", line.port, "clara")
    lost.open(world.title)
    lost.do("await-reserve", 1)
    line.cut()
    lost.do("await-line", "down")
    seats = lost.reserve(1)
    refused = lost.picks(*seats)
    require(not refused, "off line, Counter 3 was refused its own reserve: %s" % refused)
    world.sell_at(lost, aside="It is off line, on its way back from a festival.")
    lost.do("next")
    _sign(world, seats[0])
    fan, hold = _fan_holds(world, "The lucky fan", seats)
    order = fan.pay(hold)
    world.record.sold(fan.name, order["places"], order["code"])
    tell("A fan bought %s at once." % seats[0])
    line.mend()
    _turn_up(world, lost)


def _sign(world, seat):
    """The administrator signs in at Counter 1, reads who holds what, and writes the lost counter's reserve off."""
    counter = world.first
    counter.do("sign-out")
    counter.do("sign-in", "admin", world.password("admin"))
    counter.open(world.title)
    row = "Counter 3"

    def unreachable():
        return any(cells[0].startswith(row) and any("does not answer" in cell for cell in cells)
                   for cells in counter.do("manage")["rows"])
    await_that(unreachable, 60, "the managers' page says that Counter 3 does not answer")
    world.shoot(counter, "9-managers-page")
    seen = counter.do("sign", row, "lost", "The van did not come back from the festival")
    require("refused" not in seen, "the administrator could not write off the reserve: %s" % seen.get("refused"))
    counter.do("manage-back")
    world.record.written_off([seat])
    tell("An administrator called Counter 3 lost, revoked its key and signed for its reserve with a reason; the page listed "
         "every seat that may be on somebody's paper. \"%s\"" % seen["notice"])


def _turn_up(world, lost):
    """Its key is worth nothing; after the paper was counted it is set up anew, and its sale becomes a case."""
    await_that(lambda: lost.do("ask-again").get("suspect"), 30, "Counter 3 says that it must be checked")
    world.shoot(lost, "10-must-be-checked")
    lost.do("reenrol", world.server.enrolment_code(lost.name))
    lost.open(world.title)
    cases = await_that(lambda: lost.do("cases")["cases"], 30, "the late sale of Counter 3 is a case")
    require(len(cases) == 1, "the late sale of Counter 3 became %d cases" % len(cases))
    tell("Counter 3 turned up, was checked and set up anew with a new code. What it had sold is known now: order %s is a "
         "case (%s) until its customer has other seats or the money." % (cases[0]["code"], cases[0]["phase"]))
    seen = lost.do("case", cases[0]["code"], "decline" if cases[0]["phase"] == "offered" else "refund")
    if seen["phase"] == "refund-due":
        seen = lost.do("case", cases[0]["code"], "refund")
    require(seen["phase"] == "refunded", "the late sale of Counter 3 stands as %s" % seen["phase"])
    tell("Its customer takes the money back.")
    world.counters.append(lost)
