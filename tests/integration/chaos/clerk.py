"""A clerk at a counter behind a line of its own: sells, keeps the books, and starts the program again when it died."""

import os
import re
import shutil

from counter import Counter
from failure import require
from relay import Relay

_NOTE = 5000  # cents; what a customer pays with
_TRIES = 10


def _cents(text):
    """"€1,391.50" in cents."""
    return int(re.sub(r"[^\d]", "", text))


class Clerk:
    def __init__(self, stage, number, line=None, folder=None, books=None):
        """`line`: one of its own if none is given; `books`: another set than everybody's."""
        self.stage = stage
        self.books = books or stage.books
        self.name = "Counter %d" % number
        self.folder = folder or stage.path("counter%d" % number)
        self.counter = None
        self.refusal = None  # the last sentence against a sale
        self.line = line or Relay(stage.server.port)
        self._number = number
        self._starts = 0
        self._known = None

    # ---- The program
    def start(self, on_line=True, environment=None, enrol=None):
        """Up to the opened event. Sign-ins are limited for a name and for an address, so each start takes another."""
        self.launch(environment)
        if enrol:
            self.counter.do("enrol", self.line.url, enrol, self.name)
        self.enter(on_line)

    def is_copy_of(self, other):
        """Takes over everything another counter has on its disk; that one does not run."""
        shutil.copytree(other.folder, self.folder)
        self._known = other._known

    def launch(self, environment=None):
        self.line.source = "127.0.%d.%d" % (self._number, self._starts % 250 + 1)
        self._starts += 1
        self.counter = Counter(self.stage.program("parterre"), self.name, self.folder, self.line.url, environment,
                               self.line.prefix)

    def enter(self, on_line=True):
        """Off line only somebody who has signed in here before is known."""
        clerks = self.stage.venue.clerks
        self._known = clerks[(self._starts + self._number) % len(clerks)] if on_line else self._known
        self.counter.do("sign-in", self._known, self.stage.venue.password)
        self.counter.do("open", self.stage.title)
        if on_line:
            self.counter.do("await-line", "up")

    # ---- Selling
    def sell_reserve(self, count=1, printed=False):
        """Seats of the own reserve. The sale, or nothing when it was refused."""
        seats = self.counter.reserve(count)
        return self.sell_seats(seats, printed) if len(seats) == count else None

    def sell_seats(self, seats, printed=False):
        self.refusal = self.counter.picks(*seats)
        return self._give_up() if self.refusal else self.take_money(printed)

    def sell_centre(self, count=1, printed=False):
        """Seats from the centre, held there first."""
        return self.take_money(printed) if self.hold(count) else None

    def hold(self, count):
        """Puts the best seats into the basket; false when that was refused. Fans may be faster a few times."""
        for _ in range(_TRIES):
            self.refusal = self.counter.do("best", count).get("refused")
            if self.refusal is None:
                return True
            self._give_up()
            if "Somebody else has this seat" not in self.refusal:
                break
        return False

    def take_money(self, printed=False):
        """Sells what lies in the basket for cash. The sale, or nothing when it was refused or stays unanswered."""
        places = self.counter.do("basket")["basket"]
        if not places:
            return None
        sale = self.books.offer(self.name, places)
        given = -(-sale.price // _NOTE) * _NOTE
        seen = self.counter.do("cash", given // 100)
        if not seen["sold"]:
            self.refusal = seen["refused"]
            if "is not sold yet" not in self.refusal:
                self.books.not_sold(sale)
            return self._give_up()
        code = re.search(r"order (\w+)", seen["what"]).group(1)
        self.books.sold(sale, code, given - _cents(seen["change"]))
        if printed:
            self.counter.do("print")
        self.counter.do("next")
        return sale

    def _give_up(self):
        if self.counter.do("status").get("basket"):
            self.counter.do("clear")
        return None

    # ---- Afterwards
    def settle(self):
        """Looks up, in the counter's list of orders, what became of sales whose end nobody saw."""
        mine = [order for order in self.counter.do("orders")["orders"] if order["mine"]]
        for sale in self.books.open_offers(self.name):
            found = [order for order in mine
                     if set(order["places"]) == sale.places and not self.books.knows(order["code"])]
            if any(order["sync"] == "awaiting" for order in found):
                continue
            if found and found[0]["sync"] in ("pending", "confirmed"):
                self.books.sold(sale, found[0]["code"], sale.price)
            else:
                self.books.not_sold(sale)

    def is_quiet(self):
        status = self.counter.do("status")
        return status["line"] == "up" and status["unsent"] == 0 and status["basket"] == 0

    def check_orders(self):
        """Everything sold here stands confirmed in the counter's own list."""
        listed = {order["code"]: order for order in self.counter.do("orders")["orders"] if order["mine"]}
        for sale in self.books.sales_of(self.name):
            order = listed.get(sale.code)
            require(order, "order %s is missing from the list of %s" % (sale.code, self.name))
            require(order["sync"] == "confirmed" and set(order["places"]) == sale.places,
                    "order %s stands as %s at %s" % (sale.code, order, self.name))

    def collect_paper(self):
        tickets = os.path.join(self.folder, "tickets")
        for name in os.listdir(tickets) if os.path.isdir(tickets) else []:
            with open(os.path.join(tickets, name), "rb") as paper:
                pages = len(re.findall(rb"/Type\s*/Page\b", paper.read()))
            self.books.paper(re.fullmatch(r"tickets-(\w+)\.pdf", name).group(1), pages)
