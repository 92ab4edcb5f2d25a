"""The scripted day: plays the story with the real programs and ends with one line, "tour: ok …" or "tour: FAILED …"."""

import argparse
import os
import signal
import sys

import process
from contests import promise_outside, write_off_a_lost_counter
from evening import close_down, look_at_the_arena
from failure import TourFailure, require
from morning import fight, open_doors, sell_a_little
from outage import kill_the_centre, line_returns, lose_the_line
from world import World

_WHOLE_DAY = 270  # seconds

_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def options():
    parser = argparse.ArgumentParser(prog="app/demo --tour", description=__doc__)
    parser.add_argument("--bin", required=True, help="folder of parterre and parterre-server")
    parser.add_argument("--out", default=os.path.join(_ROOT, "build", "tour"), help="folder for pictures and the ticket")
    parser.add_argument("--plan", help="a seating plan to play on instead of the demo theatre")
    chosen = parser.parse_args()
    for program in ("parterre", "parterre-server"):
        require(os.access(os.path.join(chosen.bin, program), os.X_OK), "there is no program %s in %s" % (
            program, chosen.bin))
    require(not chosen.plan or os.path.isfile(chosen.plan), "there is no plan %s" % chosen.plan)
    return chosen


def interrupt(number, _frame):
    reason = "it took longer than %d seconds" % _WHOLE_DAY if number == signal.SIGALRM else "it was interrupted"
    raise TourFailure(reason)


def play(chosen):
    world = World(os.path.abspath(chosen.bin), os.path.join(_ROOT, "resources"), os.path.abspath(chosen.out),
                  chosen.plan and os.path.abspath(chosen.plan))
    for scene in (open_doors, sell_a_little, fight, lose_the_line, kill_the_centre, line_returns,
                  promise_outside, write_off_a_lost_counter):
        scene(world)
    converged = look_at_the_arena(world)
    return close_down(world, converged)


def main():
    for number in (signal.SIGALRM, signal.SIGTERM, signal.SIGINT):
        signal.signal(number, interrupt)
    signal.alarm(_WHOLE_DAY)
    try:
        last_line, status = play(options()), 0
    except TourFailure as failure:
        last_line, status = "tour: FAILED %s" % failure, 1
    finally:
        signal.alarm(0)
        process.stop_all()
    print("\n" + " ".join(last_line.split()))
    return status


if __name__ == "__main__":
    sys.exit(main())
