"""The tour's own book: which seat each actor was told is theirs. Judges the centre by it, not by the centre's word."""

import threading
from collections import defaultdict


class Verdict:
    def __init__(self, sold, double_sold, lost, unheard, written_off):
        self.sold = sold  # seats somebody was told are sold to them
        self.double_sold = double_sold  # seats with more than one owner, by what was told and by what the disk says
        self.lost = lost  # seats told sold that the disk does not give to that order
        self.unheard = unheard  # seats sold on the disk that nobody was told of
        self.written_off = written_off  # seats with two owners because an administrator signed for that


class Record:
    """Written by several threads; a seat is named by its label, an owner by the order's code."""

    def __init__(self):
        self._owners = defaultdict(set)  # seat → {(order code, who was told)}
        self._signed = set()
        self._lock = threading.Lock()

    def written_off(self, places):
        """An administrator signed that these may be on paper already, and were sold again."""
        with self._lock:
            self._signed.update(places)

    def sold(self, who, places, code):
        with self._lock:
            for place in places:
                self._owners[place].add((code, who))

    def owners(self, seat):
        with self._lock:
            return sorted("%s (order %s)" % (who, code) for code, who in self._owners[seat])

    def seats(self):
        with self._lock:
            return set(self._owners)

    def orders_of(self, who):
        """What one actor was told: {order code: {seats}}."""
        orders = defaultdict(set)
        with self._lock:
            for seat, owners in self._owners.items():
                for code, told in owners:
                    if told == who:
                        orders[code].add(seat)
        return dict(orders)

    def judge(self, tickets):
        """`tickets`: (seat, order code) of every valid ticket on the server's disk."""
        on_disk = defaultdict(list)
        for seat, code in tickets:
            on_disk[seat].append(code)
        told = {seat: {code for code, _ in owners} for seat, owners in self._owners.items()}
        double = [seat for seat in set(told) | set(on_disk)
                  if len(told.get(seat, set()) | set(on_disk.get(seat, []))) > 1 or len(on_disk.get(seat, [])) > 1]
        lost = [seat for seat, codes in told.items() if not codes <= set(on_disk.get(seat, []))]
        unheard = [seat for seat in on_disk if seat not in told]
        signed = self._signed & set(double)
        return Verdict(sorted(told), sorted(set(double) - signed), sorted(set(lost) - signed), sorted(unheard),
                       sorted(signed))
