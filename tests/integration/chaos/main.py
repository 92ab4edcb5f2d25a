"""Plays one scenario with the real programs and ends with one line, "chaos: ok NAME figures" or "chaos: FAILED reason"."""

import argparse
import functools
import importlib
import os
import signal
import sys

sys.dont_write_bytecode = True
sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "app", "tour"))

import process  # noqa: E402
from failure import TourFailure  # noqa: E402
from stage import Stage  # noqa: E402


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True, help="folder of parterre and parterre-server")
    parser.add_argument("--out", required=True, help="folder for what the scenario leaves behind; emptied first")
    parser.add_argument("--seconds", type=int, default=120, help="longest time it may take")
    parser.add_argument("scenario", help="a function, as FILE.NAME of the folder scenarios")
    return parser.parse_args()


def interrupt(number, _frame):
    raise TourFailure("it took too long" if number == signal.SIGALRM else "it was interrupted")


def main():
    chosen = options()
    file, name = chosen.scenario.split(".")
    for number in (signal.SIGALRM, signal.SIGTERM, signal.SIGINT):
        signal.signal(number, interrupt)
    signal.alarm(chosen.seconds)
    try:
        play = getattr(importlib.import_module("scenarios." + file), name)
        stage = play(functools.partial(Stage, os.path.abspath(chosen.bin), os.path.abspath(chosen.out)))
        figures = " ".join("%s=%s" % figure for figure in stage.figures.items())
        last_line, status = "chaos: ok %s %s" % (chosen.scenario, figures), 0
    except TourFailure as failure:
        last_line, status = "chaos: FAILED %s %s" % (chosen.scenario, failure), 1
    finally:
        signal.alarm(0)
        process.stop_all()
    print(" ".join(last_line.split()))
    return status


if __name__ == "__main__":
    sys.exit(main())
