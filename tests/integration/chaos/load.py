"""buy(), and fans who keep buying, each in a thread, while things break around them; every answer goes into the books."""

import threading

from failure import TourFailure, require
from fan import Fan

_NO_SEATS = (409, 422)  # sentences for seats that are gone, at a hold
_HOLD_GONE = (404, 409, 410)  # and for a hold that is, at the checkout


def buy(stage, fan, hold, too_late=False):
    """Pays for a hold; true when the fan was told it has the tickets. Only who comes `too_late` may be refused: a hold
    that was told stands until its time is over, whatever dies meanwhile."""
    sale = stage.books.offer(fan.name, hold["seats"])
    status, answer = fan.check_out(hold)
    if too_late and status in _HOLD_GONE:
        stage.books.not_sold(sale)
        return False
    require(status == 201, "%s could not pay: %d %s" % (fan.name, status, answer))
    order = fan.order(answer["order"], answer["key"])
    require(set(order["places"]) == sale.places, "%s holds other tickets than it paid for" % fan.name)
    stage.books.sold(sale, order["code"], order["total"]["amount"])
    return True


class Load:
    def __init__(self, stage, fans=4, pause=0.0):
        """`pause`: seconds each fan lets pass between two visits, where the house must not sell out."""
        self._stage = stage
        self._pause = pause
        self._stopping = threading.Event()
        self._moved = threading.Condition()
        self._bought = 0
        self._failure = None
        self.lost_answers = 0
        self._threads = [threading.Thread(target=self._shop, args=(i + 1,), daemon=True) for i in range(fans)]
        for thread in self._threads:
            thread.start()

    def await_bought(self, more):
        """Until so many more orders are made, with the others under way."""
        with self._moved:
            wanted = self._bought + more
            there = self._moved.wait_for(lambda: self._failure or self._bought >= wanted, 60)
        self._check()
        require(there, "the fans did not get to %d orders more" % more)

    def finish(self):
        """Lets everybody end what they are at."""
        self._stopping.set()
        for thread in self._threads:
            thread.join(90)
            require(not thread.is_alive(), "a fan is still waiting for tickets")
        self._check()

    def _check(self):
        if self._failure:
            raise self._failure

    def _shop(self, number):
        try:
            purchase = 0
            while not self._stopping.wait(self._pause):
                purchase += 1
                self._visit(Fan("Fan %d.%d" % (number, purchase), self._stage.server.port), purchase)
        except Exception as failure:  # carried to the thread that plays the scenario
            with self._moved:
                self._failure = failure if isinstance(failure, TourFailure) else TourFailure(
                    "a fan's purchase broke: %r" % failure)
                self._moved.notify_all()

    def _visit(self, fan, purchase):
        status, hold = fan.hold(self._stage.house.event, best=1 + purchase % 2)
        require(status == 201 or status in _NO_SEATS, "%s was answered %d: %s" % (fan.name, status, hold))
        if status == 201 and purchase % 4 == 0:
            fan.release(hold)
        elif status == 201:
            buy(self._stage, fan, hold)
            with self._moved:
                self._bought += 1
                self._moved.notify_all()
        with self._moved:
            self.lost_answers += fan.unanswered
