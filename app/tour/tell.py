"""Prints the story: a heading an act, a plain sentence for what each actor did and saw."""

import re
import sys
import textwrap
import threading

_lock = threading.Lock()
_act = 0


def act(title):
    global _act
    _act += 1
    with _lock:
        print("\n%d. %s" % (_act, title))
        sys.stdout.flush()


def tell(sentence):
    with _lock:
        print(textwrap.fill(sentence, 118, initial_indent="   ", subsequent_indent="   ", break_long_words=False,
                            break_on_hyphens=False))
        sys.stdout.flush()


def names(places):
    """"Stalls/A/8, 9 and 10": the seats of one row are named once."""
    rows = {}
    for place in sorted(places, key=lambda place: [(not part.isdigit(), int(part) if part.isdigit() else 0, part)
                                                   for part in re.split(r"(\d+)", place) if part]):
        row, _, seat = place.rpartition("/")
        rows.setdefault(row, []).append(seat)
    parts = [(row + "/" if row else "") + ", ".join(seats) for row, seats in rows.items()]
    return "; ".join(parts)


def money(amount):
    return "%s %d.%02d" % (amount["currency"], *divmod(amount["amount"], 100))
