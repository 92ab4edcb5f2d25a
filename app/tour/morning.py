"""The first acts, with the line up: both counters sell, a fan buys on the page, two want the same seat."""

import os
import shutil
import threading
import time

from fan import Fan
from failure import require
from tell import act, money, names, tell


def open_doors(world):
    act("The doors open")
    world.open_doors()
    house = world.house
    tell("The centre serves \"%s\", %d seats; the fan page is http://127.0.0.1:%d/." % (
        world.title, len(house.labels), world.server.port))
    for counter in (world.first, world.second):
        counter.open(world.title)
        reserve = counter.do("await-reserve", 1)["reserve"]
        tell("%s was set up with a one-time code, its clerk signed in and opened the event. It sees \"on line\" and an "
             "offline reserve of %d seats that nobody else may sell." % (counter.name, reserve))


def sell_a_little(world):
    act("A quiet morning: both counters and a fan sell and buy")
    first, second = world.first, world.second
    basket = first.do("best", 2)
    require("refused" not in basket, "Counter 1 found no two best seats: %s" % basket.get("refused"))
    world.shoot(first, "1-on-line")
    world.sell_at(first, 500)
    world.shoot(first, "2-sold")
    print_ticket(world, first)
    first.do("next")
    seat = pick_free(world, 1)[0]
    refused = second.picks(seat)
    require(not refused, "Counter 2 could not pick %s: %s" % (seat, refused))
    world.sell_at(second, aside="The clerk clicked the seat on the map.")
    second.do("next")
    fan = Fan("The fan on the page", world.server.port)
    order = fan.browse_and_buy(world.house.event, 2)
    world.record.sold(fan.name, order["places"], order["code"])
    tell("The fan on the page bought %s with forms only, no script, for %s; the order's page shows code %s and %d "
         "tickets with their codes." % (names(order["places"]), money(order["total"]), order["code"],
                                        len(order["places"])))


def print_ticket(world, counter):
    counter.do("print")
    found = [name for name in os.listdir(counter.tickets) if name.endswith(".pdf")]
    require(len(found) == 1, "one ticket file should be printed; there are %d" % len(found))
    shutil.copy(os.path.join(counter.tickets, found[0]), world.path("ticket.pdf"))
    with open(world.path("ticket.pdf"), "rb") as ticket:
        require(ticket.read(5) == b"%PDF-", "the printed ticket is no PDF")
    tell("%s printed the tickets: ticket.pdf." % counter.name)


def pick_free(world, count):
    """Free seats far from each other."""
    free = world.house.free()
    require(len(free) > 2 * count, "there are only %d free seats left" % len(free))
    return [free[(i + 1) * len(free) // (count + 2)] for i in range(count)]


def fight(world):
    act("Two want one seat")
    seats = pick_free(world, 2)
    contest(world, seats[0], 0)
    contest(world, seats[1], 0.1)


def contest(world, seat, head_start):
    """Fan and Counter 1 ask for the same seat; the counter up to `head_start` seconds earlier. One of them has it."""
    counter, fan = world.first, Fan("The quick fan", world.server.port)
    answer = {}
    start = threading.Barrier(2)

    def ask():
        start.wait(10)
        time.sleep(head_start)
        answer["status"], answer["hold"] = fan.hold(world.house.event, [seat])

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    start.wait(10)
    refused = counter.picks(seat)
    asking.join(60)
    require("status" in answer, "the fan got no answer about %s" % seat)
    fan_has = answer["status"] == 201
    counter_has = refused is None
    require(fan_has != counter_has, "the fan was told %s and Counter 1 %s about the same seat %s" % (
        "yes" if fan_has else "no", "yes" if counter_has else "no", seat))
    tell("The quick fan and Counter 1 want %s%s. Exactly one got it: %s." % (
        seat, ", the clerk clicking a breath earlier" if head_start else " in the same moment",
        "the fan" if fan_has else "Counter 1"))
    if fan_has:
        fan_won(world, fan, answer["hold"], refused)
    else:
        counter_won(world, answer["status"], answer["hold"]["error"])


def fan_won(world, fan, hold, refusal):
    tell("Counter 1 was told: \"%s\"" % refusal)
    order = fan.pay(hold)
    world.record.sold(fan.name, order["places"], order["code"])
    tell("The fan paid for it, order %s." % order["code"])


def counter_won(world, status, error):
    require(status == 409 and error["code"] == "seat_taken", "the fan was refused with %d %s" % (status, error))
    tell("The fan was told: \"%s\" and offered instead: %s." % (
        error["message"], "; or ".join(names(group) for group in error["details"]["alternatives"]) or "nothing"))
    world.sell_at(world.first)
    world.first.do("next")
