"""The tour's judgement: each kind of fault must be found, and a clean day must be clean."""

import os
import sys
import unittest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "app", "tour"))
from record import Record  # noqa: E402
from tell import names  # noqa: E402


class RecordTest(unittest.TestCase):
    def setUp(self):
        self.record = Record()
        self.record.sold("Counter 1", ["A/1", "A/2"], "AAAA")
        self.record.sold("A fan", ["B/1"], "BBBB")
        self.disk = [("A/1", "AAAA"), ("A/2", "AAAA"), ("B/1", "BBBB")]

    def judged(self):
        verdict = self.record.judge(self.disk)
        return verdict.sold, verdict.double_sold, verdict.lost, verdict.unheard

    def test_agreement(self):
        self.assertEqual(self.judged(), (["A/1", "A/2", "B/1"], [], [], []))

    def test_told_twice_to_the_same_is_no_fault(self):
        self.record.sold("A fan", ["B/1"], "BBBB")
        self.assertEqual(self.judged(), (["A/1", "A/2", "B/1"], [], [], []))

    def test_two_were_told_the_same_seat(self):
        self.record.sold("Counter 2", ["A/2"], "CCCC")
        self.assertEqual(self.judged(), (["A/1", "A/2", "B/1"], ["A/2"], ["A/2"], []))

    def test_signed_for_is_listed_and_no_fault(self):
        self.record.sold("Counter 3", ["B/1"], "CCCC")
        self.record.written_off(["B/1", "A/2"])
        self.assertEqual(self.judged(), (["A/1", "A/2", "B/1"], [], [], []))
        self.assertEqual(self.record.judge(self.disk).written_off, ["B/1"])

    def test_two_tickets_on_the_disk(self):
        self.disk.append(("B/1", "BBBB"))
        self.assertEqual(self.judged()[1:], (["B/1"], [], []))

    def test_a_sale_is_gone(self):
        self.disk.remove(("B/1", "BBBB"))
        self.assertEqual(self.judged()[1:], ([], ["B/1"], []))

    def test_a_sale_went_to_another_order(self):
        self.disk[2] = ("B/1", "DDDD")
        self.assertEqual(self.judged()[1:], (["B/1"], ["B/1"], []))

    def test_a_sale_nobody_was_told_of(self):
        self.disk.append(("C/9", "EEEE"))
        self.assertEqual(self.judged()[1:], ([], [], ["C/9"]))

    def test_orders_of_an_actor(self):
        self.assertEqual(self.record.orders_of("Counter 1"), {"AAAA": {"A/1", "A/2"}})

    def test_names_tell_a_row_once(self):
        self.assertEqual(names(["Stalls/A/10", "Stalls/A/9", "Pit"]), "Pit; Stalls/A/9, 10")


if __name__ == "__main__":
    unittest.main()
