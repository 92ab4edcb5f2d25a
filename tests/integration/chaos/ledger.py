"""What the server's disk says is sold, read past the server."""

import os
import sqlite3


class LedgerOrder:
    def __init__(self, paid):
        self.paid = paid
        self.places = []  # of valid tickets
        self.tickets_worth = 0


class LedgerFile:
    def __init__(self, data):
        self._path = os.path.join(data, "ledger.db")

    def _rows(self, sql, *values):
        ledger = sqlite3.connect("file:%s?mode=ro" % self._path, uri=True, timeout=10)
        try:
            return ledger.execute(sql, values).fetchall()
        finally:
            ledger.close()

    def orders(self, labels):
        """{order code: LedgerOrder} of the only event; `labels` in plan order."""
        found = {}
        for code, paid, seat, price, voided in self._rows(
                "SELECT customer_order.code, paid_minor, seat, price_minor, voided FROM customer_order"
                " JOIN ticket ON ticket.order_number = customer_order.number ORDER BY customer_order.number, position"):
            order = found.setdefault(code, LedgerOrder(paid))
            if not voided:
                order.places.append(labels[seat])
                order.tickets_worth += price
        return found

    def clock_gaps(self):
        """Seconds by which each order's own time is ahead of the server's."""
        return [gap / 1000 for gap, in self._rows(
            "SELECT sold_at - event_log.at FROM customer_order"
            " JOIN event_log ON event_log.event = customer_order.event AND event_log.seq = customer_order.seq")]

    def quarantined_streams(self):
        return self._rows("SELECT count(*) FROM op_stream WHERE quarantined <> 0")[0][0]
