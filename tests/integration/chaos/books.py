"""The harness's own record of paper and cash: what each clerk and fan was told, never what the system says of itself."""

import threading
from collections import Counter as Tally


class Sale:
    """Places offered for money; sold once somebody was told so, with the order's code and the cents that were kept."""

    def __init__(self, who, places, price):
        self.who = who
        self.places = frozenset(places)
        self.price = price
        self.code = None
        self.taken = 0


class Books:
    """Written by several threads. A place is named by its label, money is in cents."""

    def __init__(self, price_of):
        self._price_of = price_of
        self._lock = threading.Lock()
        self._open = []
        self._sold = {}  # order code → Sale
        self._faults = []
        self._papers = {}  # order code → printed pages

    def offer(self, who, places):
        """Before the last question: from here on nobody may know how it ends."""
        sale = Sale(who, places, self._price_of(places))
        with self._lock:
            self._open.append(sale)
        return sale

    def sold(self, sale, code, taken):
        with self._lock:
            sale.code, sale.taken = code, taken
            self._open.remove(sale)
            if code in self._sold:
                self._faults.append("order %s was told to %s and to %s" % (code, self._sold[code].who, sale.who))
            self._sold[code] = sale

    def not_sold(self, sale):
        with self._lock:
            self._open.remove(sale)

    def paper(self, code, pages):
        with self._lock:
            self._papers[code] = pages

    def knows(self, code):
        with self._lock:
            return code in self._sold

    def open_offers(self, who):
        with self._lock:
            return [sale for sale in self._open if sale.who == who]

    def sales_of(self, who):
        with self._lock:
            return [sale for sale in self._sold.values() if sale.who == who]

    def counts(self):
        """(orders, seats, cents)"""
        with self._lock:
            sales = self._sold.values()
            return len(sales), sum(len(sale.places) for sale in sales), sum(sale.taken for sale in sales)

    # ---- Judgement
    def judge(self, orders):
        """Sentences that say what is wrong with `orders` ({code: LedgerOrder}, the server's disk); none: all agrees."""
        with self._lock:
            return [*self._faults, *self._twice(orders), *self._differing(orders), *self._paper_faults()]

    def _twice(self, orders):
        told = Tally(place for sale in self._sold.values() for place in sale.places)
        on_disk = Tally(place for order in orders.values() for place in order.places)
        yield from ("%s was sold to %d people" % (place, count) for place, count in sorted(told.items()) if count > 1)
        yield from ("%s has %d tickets on the server's disk" % (place, count)
                    for place, count in sorted(on_disk.items()) if count > 1)

    def _differing(self, orders):
        for code, sale in self._sold.items():
            where = "order %s of %s" % (code, sale.who)
            order = orders.get(code)
            if order is None:
                yield "%s (%s) is lost" % (where, ", ".join(sorted(sale.places)))
                continue
            if sorted(order.places) != sorted(sale.places):
                yield "%s has %s on the server's disk, told were %s" % (where, sorted(order.places),
                                                                        sorted(sale.places))
            if not order.paid == order.tickets_worth == sale.taken == sale.price:
                yield "%s: paid %d, tickets worth %d, in the till %d, by the price list %d" % (
                    where, order.paid, order.tickets_worth, sale.taken, sale.price)
        for code, order in orders.items():
            if code not in self._sold:
                yield "order %s (%s) is on the server's disk and nobody was told" % (code, ", ".join(order.places))
        for sale in self._open:
            yield "nobody knows what became of %s at %s" % (", ".join(sorted(sale.places)), sale.who)

    def _paper_faults(self):
        for code, pages in self._papers.items():
            if code not in self._sold:
                yield "tickets of order %s were printed, and it was not sold" % code
            elif pages != len(self._sold[code].places):
                yield "order %s has %d places and %d printed pages" % (code, len(self._sold[code].places), pages)
