#!/usr/bin/env python3
"""Draws the seating plans of the demo venue: theatre.json, arena.json, club.json.

    draw_plans.py             writes the three files beside this script
    draw_plans.py --check     fails when a file is not what this script draws

The same every time: no dates, no chance. Lengths are metres.
"""

import math
import os
import sys

from plan_drawing import PITCH, ROW_DISTANCE, WHEELCHAIR_PLACE, Arc, Line, Plan, fitting
from plan_drawing import seats_centred, seats_from, wheelchair_pairs

DOWN = math.pi / 2  # the angle that points at the audience from a stage at the top
# The first five of Okabe and Ito's colours, which people who confuse red and green can tell apart.
ORANGE, SKY, GREEN, YELLOW, BLUE = "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2"
STAGE_COLOUR, DESK_COLOUR, BOX_COLOUR = "#d3d6dd", "#e6e7eb", "#e9eff5"


def theatre():
    """Lindenhof Theatre: all rows are arcs around one point behind the stage; two aisles, side blocks one price lower."""
    plan = Plan("Lindenhof Theatre", {
        "Category A": ORANGE, "Category B": SKY, "Category C": GREEN, "Category D": YELLOW, "Boxes": BLUE})
    centre, first_radius, aisle = (0.0, 0.0), 16.0, 0.85
    middle_angle, side_angle = 8 * PITCH / first_radius, 4 * PITCH / first_radius

    def fan_row(radius, middle_category, side_category, middle=middle_angle, side=side_angle):
        """Left block, aisle, middle block, aisle, right block; numbered from the left as the audience sees it."""
        ruler = Arc(centre, radius, DOWN)
        in_middle, in_side = fitting(middle * radius), fitting(side * radius)
        edge = middle * radius / 2 + aisle
        # The clock's direction runs from right to left here, so the left block lies at positive distances.
        left = seats_from(ruler, edge, in_side, side_category)[::-1]
        right = seats_from(ruler, -edge, in_side, side_category, -PITCH)[::-1]
        return left + seats_centred(ruler, 0, in_middle, middle_category)[::-1] + right

    stalls = plan.zone("Stalls")
    front = [Arc(centre, first_radius - 2.0, DOWN).at_angle(DOWN + 0.46 * (1 - i / 12)) for i in range(25)]
    back = front[0][1] - 4.5
    stalls.add_polygon([(-5.0, back), *front, (5.0, back)], "Stage", STAGE_COLOUR)
    letters = "ABCDEFGHJKLMNPQR"  # no I and no O: they read as digits
    for i, letter in enumerate(letters):
        near = letter <= "J"
        row = fan_row(first_radius + i * ROW_DISTANCE, "Category A" if near else "Category B",
                      "Category B" if near else "Category C")
        stalls.add_row(letter, row)
    rear = Arc(centre, first_radius + (len(letters) + 0.35) * ROW_DISTANCE, DOWN)
    side_middle = (middle_angle / 2 + side_angle / 2) * rear.radius + aisle
    left, right = (wheelchair_pairs(rear, side * side_middle, 3, "Category C")[::-1] for side in (1, -1))
    stalls.add_row("W", left + right)
    outer = Arc(centre, rear.radius + 0.9, DOWN)
    inner = Arc(centre, rear.radius - 0.35, DOWN)
    desk = [inner.at(1.9 - 3.8 * i / 8) for i in range(9)] + [outer.at(-1.9 + 3.8 * i / 8) for i in range(9)]
    stalls.add_polygon(desk, "Sound", DESK_COLOUR)

    circle = plan.zone("Circle")
    circle_start, circle_middle, circle_side = rear.radius + 3.0, 0.23, 0.15
    for i, letter in enumerate("ABCDEF"):
        row = fan_row(circle_start + i * ROW_DISTANCE, ("Category B", "Category C", "Category D")[i // 2],
                      ("Category C", "Category C", "Category D")[i // 2], circle_middle, circle_side)
        if letter in "EF":  # the pillars that carry the roof stand before the ends of the last rows
            row[0].attributes = row[-1].attributes = ("restricted_view",)
        circle.add_row(letter, row)

    add_boxes(plan, centre, first_radius, middle_angle / 2 + side_angle, aisle)
    return plan


def add_boxes(plan, centre, first_radius, edge_angle, aisle):
    """Four boxes on each side along the wall, three chairs before two; the two nearest to the stage see less of it."""
    length, depth, gap = 2.45, 2.0, 0.45
    edge_angle += aisle / (first_radius + 6)  # the aisle as seen from the middle of the stalls
    for side in (1, -1):  # 1 is the left of the drawing
        along = DOWN + side * edge_angle  # towards the back of the house
        across = along + side * math.pi / 2  # away from the stalls
        wall = Line(Line(centre, along).at(first_radius - 0.4), along)
        for i in range(4):
            number = i + 1 if side == 1 else i + 5
            box = plan.zone("Box %d" % number)
            corner = Line(wall.at(i * (length + gap)), across).at(1.0)
            far = Line(corner, across).at(depth)
            box.add_polygon([corner, Line(corner, along).at(length), Line(far, along).at(length), far], "", BOX_COLOUR)
            chairs = Line(Line(corner, across).at(0.55), along), Line(Line(corner, across).at(1.45), along)
            front = seats_centred(chairs[0], length / 2, 3, "Boxes", 0.72)
            back = seats_centred(chairs[1], length / 2, 2, "Boxes", 0.72)
            if i == 0:
                for seat in back:
                    seat.attributes = ("restricted_view",)
            box.add_row("1", front)
            box.add_row("2", back, first_number=4)


class Oval:
    """An oval of four arcs with common tangents; every line at a constant distance around it is four arcs again."""

    def __init__(self, half_length, half_width, end_radius):
        self.end_radius = end_radius
        self.end_centre = half_length - end_radius
        slack = half_width - end_radius
        self.side_centre = (self.end_centre**2 - slack**2) / (2 * slack)
        self.side_radius = half_width + self.side_centre
        self.joint = math.atan2(self.end_centre, self.side_centre)  # half the angle of a side, seen from its centre

    def sector(self, which, distance):
        """(arc at `distance` outside the oval, first angle, last angle), clockwise; which: top, right, bottom, left."""
        quarter = ("right", "bottom", "left", "top").index(which) * math.pi / 2
        if which in ("top", "bottom"):
            sign = 1 if which == "top" else -1
            arc = Arc((0, sign * self.side_centre), self.side_radius + distance, quarter)
            return arc, quarter - self.joint, quarter + self.joint
        sign = 1 if which == "right" else -1
        half = math.pi / 2 - self.joint
        arc = Arc((sign * self.end_centre, 0), self.end_radius + distance, quarter)
        return arc, quarter - half, quarter + half


ARENA_SEATS = 12_000


def arena():
    """Seeufer Arena: two rings of blocks around an oval floor, open behind the stage; the floor is seated too."""
    plan = Plan("Seeufer Arena", {
        "Category 1": ORANGE, "Category 2": SKY, "Category 3": GREEN, "Category 4": YELLOW, "Category 5": BLUE})
    oval, rows = Oval(33.0, 19.0, 15.5), 14
    floor = [plan.zone("Floor %s" % letter) for letter in "ABCDEFGHJ"]
    floor[0].add_rectangle(-33.0, -10.5, 10.5, 21.0, "Stage", STAGE_COLOUR)

    lower, upper = 2.2, 2.2 + rows * ROW_DISTANCE + 3.4
    add_ring(plan, oval, 100, lower, rows, {"top": 5, "right": 6, "bottom": 5, "left": 6}, lower_category)
    add_ring(plan, oval, 200, upper, rows, {"top": 6, "right": 8, "bottom": 6, "left": 8}, upper_category)
    add_floor(floor, ARENA_SEATS - len(plan.seats()))
    assert len(plan.seats()) == ARENA_SEATS
    return plan


def lower_category(which, row):
    if which == "left":
        return "Category 4"
    return "Category 2" if which != "right" and row < 9 else "Category 3"


def upper_category(which, row):
    return "Category 4" if which != "left" and row < 7 else "Category 5"


def add_ring(plan, oval, hundred, distance, rows, blocks, category):
    """Blocks clockwise from the stage, "Block 101" on; of the stage's end only the outermost two are sold."""
    aisle = 1.2
    order = [("left", blocks["left"] - 1)]
    order += [(which, place) for which in ("top", "right", "bottom") for place in range(blocks[which])]
    order += [("left", 0)]
    for number, (which, place) in enumerate(order, hundred + 1):
        zone = plan.zone("Block %d" % number)
        # The last row of the lower ring is at the height of the doors: no step for a wheelchair.
        level_row = rows - 1 if hundred == 100 and which in ("top", "bottom") and place in (1, 2, 3) else None
        for row in range(rows):
            arc, first, last = oval.sector(which, distance + row * ROW_DISTANCE)
            width = (last - first) / blocks[which]
            middle = (first + (place + 0.5) * width - arc.zero_angle) * arc.radius
            length = width * arc.radius - aisle
            if row == level_row:
                seats = wheelchair_pairs(arc, middle, fitting(length, PITCH + WHEELCHAIR_PLACE), category(which, row))
            else:
                seats = seats_centred(arc, middle, fitting(length), category(which, row))
            if which == "left":
                for seat in seats:
                    seat.attributes = ("restricted_view",)
            zone.add_row(str(row + 1), seats)


def add_floor(zones, wanted):
    """Three ranks of three blocks facing the stage, `wanted` seats in all: the sound desk stands where the last rows of
    the middle block lack the difference."""
    widths, aisle, cross_aisle, start = (17, 18, 17), 1.2, 1.6, -16.8
    rows = -(-wanted // sum(widths))
    missing = rows * sum(widths) - wanted
    assert missing % 2 == 0 and missing <= 3 * 12, "the notch for the sound desk takes up to three times twelve seats"
    notches = {rows - 3 + i: 2 * ((missing // 2 + i) // 3) for i in range(3)}  # row -> seats left out of its middle
    ranks = [rows // 3 + (1 if rank < rows % 3 else 0) for rank in range(3)]
    half_width = (sum(widths) * PITCH + 2 * aisle) / 2
    number, x = 0, start
    for rank, count in enumerate(ranks):
        for row in range(count):
            lane = Line((x, half_width), -math.pi / 2)  # from the left of a person who looks at the stage
            at = 0.0
            for column, width in enumerate(widths):
                seats = seats_from(lane, at, width, "Category 1" if rank < 2 else "Category 2")
                at += width * PITCH + aisle
                if column == 1 and number in notches:
                    kept = (width - notches[number]) // 2
                    seats = seats[:kept] + seats[width - kept:]
                zones[3 * rank + column].add_row(str(row + 1), seats)
            number, x = number + 1, x + ROW_DISTANCE
        x += cross_aisle
    end = x - cross_aisle - ROW_DISTANCE
    desk = min(notches.values()) * PITCH - 0.6
    zones[0].add_rectangle(end - 2 * ROW_DISTANCE - 0.3, -desk / 2, 2 * ROW_DISTANCE + 0.6, desk, "Sound", DESK_COLOUR)


def club():
    """Kesselhaus: a floor (under four people a square metre) and a gallery to stand, two rows of chairs along the wall."""
    plan = Plan("Kesselhaus", {"Standing": ORANGE, "Gallery": SKY, "Side Seats": GREEN})
    side = plan.zone("Side Seats")
    apron = [Arc((0.0, -10.0), 14.6, DOWN).at_angle(DOWN + 0.38 * (1 - i / 8)) for i in range(17)]
    side.add_polygon([(apron[0][0], 0.0), *apron, (apron[-1][0], 0.0)], "Stage", STAGE_COLOUR)
    side.add_polygon([(-5.6, 6.0), (5.6, 6.0), (8.0, 8.0), (8.0, 18.5), (-8.0, 18.5), (-8.0, 8.0)],
                     "Standing Floor", "#fbeed3", {"name": "Standing Floor", "capacity": 800, "category": "Standing"})
    side.add_rectangle(-8.0, 19.8, 16.0, 3.2, "Gallery", "#e3f1fa",
                       {"name": "Gallery", "capacity": 120, "category": "Gallery"})
    side.add_rectangle(-11.4, 9.0, 1.6, 8.0, "Bar", DESK_COLOUR)
    for row in (0, 1):
        wall = Line((9.7 + row * ROW_DISTANCE, 9.4), DOWN)
        side.add_row(str(row + 1), seats_from(wall, 0, 12, "Side Seats", 0.62))
    return plan


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    stale = []
    for name, draw in (("theatre", theatre), ("arena", arena), ("club", club)):
        plan = draw()
        plan.check()
        path = os.path.join(here, name + ".json")
        if sys.argv[1:] == ["--check"]:
            with open(path, encoding="utf-8") as file:
                if file.read() != plan.text():
                    stale.append(name + ".json")
            continue
        with open(path, "w", encoding="utf-8") as file:
            file.write(plan.text())
        print("%s: %d seats, %d zones" % (plan.name, len(plan.seats()), len(plan.zones)))
    for name in stale:
        print("%s is not what draw_plans.py draws; run it and commit the file" % name)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
