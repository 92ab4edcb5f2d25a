"""What the three plans are drawn with: rows along arcs and lines in metres, written as a pretix seating plan.

x grows to the right, y downwards. One unit of the file is 2 cm (25 units are half a metre). Standard library only.
"""

import json
import math

UNITS_PER_METRE = 50
PITCH = 0.52  # metres from seat to seat along a row
ROW_DISTANCE = 0.9  # metres from row to row
WHEELCHAIR_PLACE = 0.9  # metres along the row that a wheelchair takes
MARGIN = 1.5  # metres around the drawing


class Arc:
    """A circle's arc as a ruler: metres along it from a zero angle, measured clockwise on the drawing."""

    def __init__(self, centre, radius, zero_angle):
        self.centre, self.radius, self.zero_angle = centre, radius, zero_angle

    def at(self, distance):
        return self.at_angle(self.zero_angle + distance / self.radius)

    def at_angle(self, angle):
        return (self.centre[0] + self.radius * math.cos(angle), self.centre[1] + self.radius * math.sin(angle))


class Line:
    """A straight ruler from a point in a direction (radians, clockwise from the x axis)."""

    def __init__(self, start, angle):
        self.start, self.angle = start, angle

    def at(self, distance):
        return (self.start[0] + distance * math.cos(self.angle), self.start[1] + distance * math.sin(self.angle))


class Seat:
    def __init__(self, at, category, attributes=()):
        self.at, self.category, self.attributes, self.number = at, category, tuple(attributes), ""


def fitting(length, pitch=PITCH):
    """How many seats a length holds; a hair of tolerance, so that exact designs do not lose a seat to rounding."""
    return int(math.floor(length / pitch + 1e-6))


def seats_centred(ruler, middle, count, category, pitch=PITCH):
    return [Seat(ruler.at(middle + (i - (count - 1) / 2) * pitch), category) for i in range(count)]


def seats_from(ruler, start, count, category, pitch=PITCH):
    """Seats whose first place begins at `start`; a negative pitch goes the other way and is turned round again."""
    seats = [Seat(ruler.at(start + (i + 0.5) * pitch), category) for i in range(count)]
    return seats if pitch > 0 else seats[::-1]


def wheelchair_pairs(ruler, middle, pairs, category):
    """Wheelchair places, each with the chair of its companion to the right, centred on `middle`."""
    width = WHEELCHAIR_PLACE + PITCH
    start = middle - pairs * width / 2
    seats = []
    for pair in range(pairs):
        left = start + pair * width
        seats.append(Seat(ruler.at(left + WHEELCHAIR_PLACE / 2), category, ["wheelchair"]))
        seats.append(Seat(ruler.at(left + WHEELCHAIR_PLACE + PITCH / 2), category, ["companion"]))
    return seats


class Zone:
    def __init__(self, name):
        self.name, self.rows, self.areas = name, [], []

    def add_row(self, name, seats, first_number=1):
        for number, seat in enumerate(seats, first_number):
            seat.number = str(number)
        self.rows.append((name, seats))

    def add_polygon(self, points, text="", colour="#d9d9de", standing=None):
        self.areas.append((points, text, colour, standing))

    def add_rectangle(self, left, top, width, height, text="", colour="#d9d9de", standing=None):
        corners = [(left, top), (left + width, top), (left + width, top + height), (left, top + height)]
        self.add_polygon(corners, text, colour, standing)


class Plan:
    def __init__(self, name, categories):
        self.name, self.categories, self.zones = name, categories, []

    def zone(self, name):
        self.zones.append(Zone(name))
        return self.zones[-1]

    def seats(self):
        return [seat for zone in self.zones for _, seats in zone.rows for seat in seats]

    def extent(self):
        points = [seat.at for seat in self.seats()]
        points += [point for zone in self.zones for area in zone.areas for point in area[0]]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return min(xs) - MARGIN, min(ys) - MARGIN, max(xs) + MARGIN, max(ys) + MARGIN

    def check(self):
        """Stops the drawing when two seats are too close or two places carry the same name."""
        names = [zone.name for zone in self.zones]
        assert len(names) == len(set(names)), "two zones of one name"
        grid = {}
        for zone in self.zones:
            rows = [name for name, _ in zone.rows]
            assert len(rows) == len(set(rows)), "two rows of one name in " + zone.name
            for name, seats in zone.rows:
                for seat in seats:
                    label = "%s/%s/%s" % (zone.name, name, seat.number)
                    assert seat.category in self.categories, label
                    cell = (int(seat.at[0] // 1), int(seat.at[1] // 1))
                    for dx in (-1, 0, 1):
                        for dy in (-1, 0, 1):
                            for other, at in grid.get((cell[0] + dx, cell[1] + dy), ()):
                                gap = math.dist(seat.at, at)
                                assert gap > PITCH - 0.03, "%s and %s are %.2f m apart" % (label, other, gap)
                    grid.setdefault(cell, []).append((label, seat.at))

    def text(self):
        """The file: valid pretix JSON with two keys of our own, one row of seats a line."""
        left, top, right, bottom = self.extent()
        zones = ",\n".join(self._zone_text(zone, (left, top)) for zone in self.zones)
        categories = ",\n".join(_json({"name": name, "color": colour}) for name, colour in self.categories.items())
        size = _json({"width": math.ceil(_units(right - left)), "height": math.ceil(_units(bottom - top))})
        return '{"name":%s,"size":%s,\n"categories":[\n%s\n],\n"zones":[\n%s\n]}\n' % (
            _json(self.name), size, categories, zones)

    def _zone_text(self, zone, origin):
        rows = ",\n".join(_json(self._row(zone, name, seats, origin)) for name, seats in zone.rows)
        areas = ",\n".join(_json(_area(area, origin)) for area in zone.areas)
        return '{"name":%s,"position":{"x":0,"y":0},"rows":[\n%s\n],"areas":[%s]}' % (
            _json(zone.name), rows, "\n" + areas + "\n" if areas else "")

    def _row(self, zone, name, seats, origin):
        start = _point(seats[0].at, origin)
        out = []
        for seat in seats:
            at = _point(seat.at, origin)
            entry = {
                "seat_guid": "-".join((zone.name, name, seat.number)).replace(" ", "-"),
                "seat_number": seat.number,
                "position": {"x": _tenth(at["x"] - start["x"]), "y": _tenth(at["y"] - start["y"])},
                "category": seat.category,
            }
            if seat.attributes:
                entry["parterre_attributes"] = list(seat.attributes)
            out.append(entry)
        return {"row_number": name, "row_number_position": "both", "position": start, "seats": out}


def _area(area, origin):
    points, text, colour, standing = area
    xs, ys = [x for x, _ in points], [y for _, y in points]
    corner = (min(xs), min(ys))
    shape = {"shape": "polygon", "color": colour, "border_color": "#8a8a94", "position": _point(corner, origin),
             "polygon": {"points": [_point(point, corner) for point in points]}}
    if text:
        centre = ((max(xs) - min(xs)) / 2, (max(ys) - min(ys)) / 2)
        shape["text"] = {"position": _point(centre, (0, 0)), "text": text, "color": "#333333", "size": 40}
    if standing:
        shape["parterre_standing"] = standing
    return shape


def _units(metres):
    return metres * UNITS_PER_METRE


def _tenth(units):
    rounded = round(units, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def _point(at, origin):
    return {"x": _tenth(_units(at[0] - origin[0])), "y": _tenth(_units(at[1] - origin[1]))}


def _json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
