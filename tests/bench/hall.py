"""Writes seating plans in pretix's format: of 100,000 seats, 20 sections of 50 rows of 100, or as asked for."""

import json

SECTIONS, ROWS, SEATS = 20, 50, 100
TOTAL = SECTIONS * ROWS * SEATS


def write(path, name, sections=SECTIONS, rows=ROWS, seats=SEATS):
    """`name` tells one hall from another, and so one event from another. Seats are labelled SECTION/ROW/SEAT from 1."""
    plan = {
        "name": name,
        "categories": [{"name": "A", "color": "#2060a0"}],
        "zones": [_zone(section, rows, seats) for section in range(1, sections + 1)],
        "size": {"width": 600 * 5, "height": 600 * 4},
    }
    with open(path, "w", encoding="utf-8") as file:
        json.dump(plan, file)


def _zone(section, rows, seats):
    at = {"x": (section - 1) % 5 * 600, "y": (section - 1) // 5 * 600}
    return {"name": str(section), "position": at, "rows": [_row(section, row, seats) for row in range(1, rows + 1)], "areas": []}


def _row(section, row, count):
    seats = [
        {
            "seat_guid": "%d-%d-%d" % (section, row, seat),
            "seat_number": str(seat),
            "position": {"x": seat * 5, "y": 0},
            "category": "A",
        }
        for seat in range(1, count + 1)
    ]
    return {"row_number": str(row), "position": {"x": 0, "y": row * 10}, "seats": seats}
