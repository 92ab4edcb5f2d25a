"""The harness's judgement: each kind of fault must be found, and a clean day must be clean."""

import sys
import unittest

sys.dont_write_bytecode = True
from books import Books  # noqa: E402
from ledger import LedgerOrder  # noqa: E402


def on_disk(paid, worth, *places):
    order = LedgerOrder(paid)
    order.places, order.tickets_worth = list(places), worth
    return order


class BooksTest(unittest.TestCase):
    def setUp(self):
        self.books = Books(lambda places: 100 * len(places))
        self.sell("Counter 1", ["A/1", "A/2"], "AAAA")
        self.sell("A fan", ["B/1"], "BBBB")
        self.books.paper("AAAA", 2)
        self.disk = {"AAAA": on_disk(200, 200, "A/1", "A/2"), "BBBB": on_disk(100, 100, "B/1")}

    def sell(self, who, places, code):
        sale = self.books.offer(who, places)
        self.books.sold(sale, code, sale.price)

    def assert_fault(self, *words):
        faults = self.books.judge(self.disk)
        for word in words:
            self.assertTrue(any(word in fault for fault in faults), "%r is not in %s" % (word, faults))

    def test_agreement(self):
        self.assertEqual(self.books.judge(self.disk), [])
        self.assertEqual(self.books.counts(), (2, 3, 300))

    def test_two_were_told_the_same_seat(self):
        self.sell("Counter 2", ["A/2"], "CCCC")
        self.disk["CCCC"] = on_disk(100, 100, "A/2")
        self.assert_fault("A/2 was sold to 2 people", "A/2 has 2 tickets")

    def test_one_order_was_told_twice(self):
        self.sell("Counter 2", ["B/1"], "BBBB")
        self.assert_fault("order BBBB was told to A fan and to Counter 2")

    def test_a_sale_is_lost(self):
        del self.disk["BBBB"]
        self.assert_fault("order BBBB of A fan (B/1) is lost")

    def test_a_sale_has_other_seats(self):
        self.disk["BBBB"].places = ["B/2"]
        self.assert_fault("order BBBB of A fan has ['B/2']")

    def test_a_seat_of_a_sale_is_lost(self):
        self.disk["AAAA"] = on_disk(200, 100, "A/1")
        self.assert_fault("order AAAA of Counter 1 has ['A/1']", "tickets worth 100")

    def test_a_cent_is_missing(self):
        self.disk["BBBB"].paid = 99
        self.assert_fault("paid 99, tickets worth 100, in the till 100")

    def test_the_till_is_short(self):
        sale = self.books.offer("Counter 1", ["C/1"])
        self.books.sold(sale, "CCCC", 99)
        self.disk["CCCC"] = on_disk(100, 100, "C/1")
        self.assert_fault("in the till 99")

    def test_a_sale_nobody_was_told_of(self):
        self.disk["EEEE"] = on_disk(100, 100, "C/9")
        self.assert_fault("order EEEE (C/9) is on the server's disk and nobody was told")

    def test_an_offer_nobody_settled(self):
        self.books.offer("Counter 1", ["D/1"])
        self.assert_fault("nobody knows what became of D/1 at Counter 1")

    def test_paper_without_a_sale(self):
        self.books.paper("FFFF", 1)
        self.assert_fault("tickets of order FFFF were printed")

    def test_paper_of_another_size(self):
        self.books.paper("AAAA", 3)
        self.assert_fault("order AAAA has 2 places and 3 printed pages")


if __name__ == "__main__":
    unittest.main()
