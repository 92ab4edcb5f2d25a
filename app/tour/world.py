"""Everybody on stage: the centre, two counters (one behind a line that can be cut), the fans' view, and the book."""

import json
import os
import re
import shutil

from counter import Counter
from fan import Fan
from failure import await_that, require
from house import House
from record import Record
from relay import Relay
from server import Server
from tell import names, tell


class World:
    def __init__(self, programs, resources, out, plan):
        self.out = out
        self.record = Record()
        self._programs = programs
        with open(os.path.join(resources, "demo", "venue.json"), encoding="utf-8") as venue:
            self._staff = {user["name"]: user["password"] for user in json.load(venue)["staff"]}
        self._clear()
        self.server = Server(os.path.join(programs, "parterre-server"), self.path("work", "venue"),
                             self.path("work", "server.log"))
        self.title = self.server.fill(plan)

    def _clear(self):
        """Takes away what an earlier tour left, and nothing else."""
        shutil.rmtree(self.path("work"), ignore_errors=True)
        os.makedirs(self.path("work"))
        for name in os.listdir(self.out):
            if re.fullmatch(r"\d+-[a-z-]+\.png|ticket\.pdf", name):
                os.remove(self.path(name))

    def path(self, *names_):
        return os.path.join(self.out, *names_)

    def open_doors(self):
        self.server.start()
        self.fan = Fan("The fan", self.server.port)
        self.house = House(self.fan, self.title)
        self.line = Relay(self.server.port)
        self.first = self.enrol("Counter 1", "counter1", self.server.port, "anna")
        self.second = self.enrol("Counter 2", "counter2", self.line.port, "ben")
        self.counters = [self.first, self.second]

    def password(self, clerk):
        return self._staff[clerk]

    def enrol(self, name, folder, port, clerk):
        counter = Counter(os.path.join(self._programs, "parterre"), name, self.path("work", folder),
                          "http://127.0.0.1:%d" % port)
        counter.begin(self.server.enrolment_code(name), clerk, self._staff[clerk])
        return counter

    def shoot(self, counter, name):
        counter.do("shot", self.path(name + ".png"))
        require(os.path.getsize(self.path(name + ".png")) > 1000, "the picture %s.png is empty" % name)

    # ---- What actors do all day; each writes into the book what the actor was told.
    def sell_at(self, counter, given=None, aside=""):
        """Sells the basket of a counter for cash."""
        sale = counter.sell(given)
        require(sale["sold"], "%s could not sell: %s" % (counter.name, sale.get("refused")))
        self.record.sold(counter.name, sale["places"], sale["code"])
        tell("%s sold %s for cash, order %s.%s%s" % (
            counter.name, names(sale["places"]), sale["code"],
            " The screen says: change %s." % sale["change"] if given else "", " " + aside if aside else ""))
        return sale

    def is_settled(self, counter):
        status = counter.do("status")
        return status["line"] == "up" and status["unsent"] == 0 and status["basket"] == 0

    def await_agreement(self):
        """All counters and the fans' page show the same for every seat, and nothing is left to send."""
        def look():
            if not all(self.is_settled(counter) for counter in self.counters):
                return None
            states = self.house.states()
            return states if all(states == counter.marks() for counter in self.counters) else None
        return await_that(look, 60, "all counters and the fan page show the same for every seat (converged=no)")

    def judge(self):
        """The book against the server's disk."""
        label = self.house.labels
        return self.record.judge([(label[seat], code) for seat, code in self.server.tickets(self.house.event)])
