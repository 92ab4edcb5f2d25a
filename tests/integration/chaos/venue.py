"""The venue of a scenario: one event in a plain hall, written as files for demo-data, and what every place costs."""

import json
import os

_SEATS_IN_ROW = 30
_SHOW_AND_AFTER = 3600  # a counter's reserve ends one hour after the start


class Venue:
    title = "The Longest Night"
    password = "for tests only"

    def __init__(self, folder, rows=20, hold_seconds=480, reserve_seconds=None, clerks=4):
        """`reserve_seconds`: how long a reserve granted now lives at most; else it is the ordinary day."""
        self.reserve_seconds = reserve_seconds
        self.clerks = ["clerk%d" % (i + 1) for i in range(clerks)]
        self.prices = {}  # place → cents at the first price type
        self.file = os.path.join(folder, "venue.json")
        self._write(os.path.join(folder, "hall.json"), self._hall(rows))
        self._write(self.file, self._venue(hold_seconds, reserve_seconds))

    @staticmethod
    def _write(path, content):
        with open(path, "w", encoding="utf-8") as file:
            json.dump(content, file)

    def _hall(self, rows):
        made = []
        for row in range(rows):
            area = ("Front", 4550) if row < rows // 2 else ("Back", 2375)
            seats = []
            for seat in range(_SEATS_IN_ROW):
                self.prices["Hall/%d/%d" % (row + 1, seat + 1)] = area[1]
                seats.append({"seat_guid": "%d-%d" % (row + 1, seat + 1), "seat_number": str(seat + 1),
                              "position": {"x": 25 * seat, "y": 0}, "category": area[0]})
            made.append({"row_number": str(row + 1), "row_number_position": "both",
                         "position": {"x": 0, "y": 40 * row}, "seats": seats})
        return {"name": "Hall", "size": {"width": 25 * _SEATS_IN_ROW, "height": 40 * rows},
                "categories": [{"name": "Front", "color": "#E69F00"}, {"name": "Back", "color": "#56B4E9"}],
                "zones": [{"name": "Hall", "position": {"x": 0, "y": 0}, "rows": made, "areas": []}]}

    def _venue(self, hold_seconds, reserve_seconds):
        event = {"title": self.title, "venue": "Hall", "plan": "hall.json", "on_sale": True,
                 "price_types": ["Normal", "Reduced"], "prices": {"Front": [4550, 3600], "Back": [2375, 1900]},
                 "holds": {"seconds": hold_seconds}}
        if reserve_seconds is None:
            event.update(starts_in_days=6, starts_at="19:30")
        else:
            event["starts_in_seconds"] = reserve_seconds - _SHOW_AND_AFTER
        staff = [{"name": name, "role": "seller", "password": self.password} for name in self.clerks]
        return {"time_zone": "Europe/Berlin", "currency": "EUR", "events": [event], "staff": staff}

    def price_of(self, places):
        return sum(self.prices[place] for place in places)
