"""Everybody in a scenario: the server, counters behind lines, the house as fans see it, the books; and the reckoning."""

import os
import shutil
import time

from books import Books
from clerk import Clerk
from failure import TourFailure, await_that, require
from fan import Fan
from house import House
from ledger import LedgerFile
from server import Server
from venue import Venue


class Stage:
    def __init__(self, programs, folder, address="127.0.0.1", before_fill=None, **venue):
        """`before_fill` is called with the server's folder before there is one; `venue`: what is sold, see Venue."""
        self._programs = programs
        self._folder = folder
        self._began = time.monotonic()
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        self.venue = Venue(folder, **venue)
        self.books = Books(self.venue.price_of)
        self.clerks = []
        self.figures = {}  # what else the last line tells
        self.server = Server(self.program("parterre-server"), self.path("venue"), self.path("server.log"), address)
        if before_fill:
            before_fill(self.server.data)
        self.title = self.server.fill(venue=self.venue.file)
        self.filled_at = time.clock_gettime(time.CLOCK_BOOTTIME)
        self.ledger = LedgerFile(self.server.data)

    def path(self, name):
        return os.path.join(self._folder, name)

    def program(self, name):
        return os.path.join(self._programs, name)

    def open_doors(self):
        self.server.start()
        self.house = House(Fan("The observer", self.server.port), self.title)

    def add_clerk(self, environment=None, **where):
        """A new counter, set up and at work on line with a reserve of its own."""
        clerk = Clerk(self, len(self.clerks) + 1, **where)
        self.clerks.append(clerk)
        clerk.start(environment=environment, enrol=self.server.enrolment_code(clerk.name))
        clerk.counter.do("await-reserve", 1)
        return clerk

    def await_reserves_end(self):
        """Until counters may not sell from any reserve: a minute before reserves end, by a clock nobody sets."""
        end = self.filled_at + self.venue.reserve_seconds - 60
        left = end - time.clock_gettime(time.CLOCK_BOOTTIME)
        require(left > 0, "the scenario came too late: the reserves have ended")
        await_that(lambda: time.clock_gettime(time.CLOCK_BOOTTIME) > end, left + 5, "the reserves have ended")

    # ---- The end of every scenario
    def await_quiet(self, seconds=60):
        """Everybody is on line, nothing is left to send, and all show the same for every seat."""
        def look():
            if not all(clerk.is_quiet() for clerk in self.clerks):
                return False
            states = self.house.states()
            return all(states == clerk.counter.marks() for clerk in self.clerks)
        for clerk in self.clerks:
            clerk.counter.do("await-line", "up")
        await_that(look, seconds, "all counters and the fans see the same of every seat, with nothing left to send")

    def close(self):
        """After everything is healed: quiet, a clean end, the server's own check, and the books against its disk."""
        self.await_quiet()
        for clerk in self.clerks:
            clerk.settle()
            clerk.check_orders()
            clerk.counter.quit()
            clerk.collect_paper()
        self.server.stop()
        self.reckon()

    def reckon(self):
        checked = self.server.verify()
        require("double_sold=0" in checked and "faults=0" in checked, "verify says: %s" % checked)
        faults = self.books.judge(self.ledger.orders(self.house.labels))
        if faults:
            raise TourFailure("; ".join(faults[:20]))
        orders, seats, cents = self.books.counts()
        require(orders, "nothing was sold")
        self.figures.update(orders=orders, seats=seats, taken="%d.%02d" % divmod(cents, 100),
                            seconds="%.1f" % (time.monotonic() - self._began))
