"""Fans who buy at the same time, each in a thread, while the centre may die under them."""

import threading

from failure import TourFailure, require
from fan import Fan

_TOGETHER = 4


class Crowd:
    def __init__(self, port, event, record, purchases):
        self._event = event
        self._record = record
        self._port = port
        self._purchases = purchases  # of each fan
        self._moved = threading.Condition()
        self._bought = 0
        self._seats = 0
        self._lost_answers = 0
        self._failure = None
        self._threads = [threading.Thread(target=self._shop, args=(i,), daemon=True) for i in range(_TOGETHER)]
        for thread in self._threads:
            thread.start()

    def await_bought(self, least):
        """Returns at once when so many purchases are made, with the others under way: how many there are."""
        with self._moved:
            there = self._moved.wait_for(lambda: self._failure or self._bought >= least, 60)
            if self._failure:
                raise self._failure
            require(there, "the fans did not get to %d purchases" % least)
            return self._bought

    def finish(self):
        """Waits for all of them: (orders, seats, answers that got lost on the way)."""
        for thread in self._threads:
            thread.join(90)
            if thread.is_alive():
                raise TourFailure("a fan is still waiting for tickets")
        if self._failure:
            raise self._failure
        return self._bought, self._seats, self._lost_answers

    def _shop(self, number):
        try:
            for purchase in range(self._purchases):
                self._buy(Fan("Fan %d.%d" % (number + 1, purchase + 1), self._port))
        except Exception as failure:  # carried to the thread that tells the story
            with self._moved:
                self._failure = failure if isinstance(failure, TourFailure) else TourFailure(
                    "a fan's purchase broke: %r" % failure)
                self._moved.notify_all()

    def _buy(self, fan):
        status, hold = fan.hold(self._event, best=2)
        if status == 201:
            order = fan.pay(hold)
            self._record.sold(fan.name, order["places"], order["code"])
        elif status not in (409, 422):  # those are sentences for a full house
            raise TourFailure("%s was answered %d when asking for two seats: %s" % (fan.name, status, hold))
        with self._moved:
            self._bought += 1
            self._seats += 2 if status == 201 else 0
            self._lost_answers += fan.unanswered
            self._moved.notify_all()
