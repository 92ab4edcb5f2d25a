"""A counter: the real program `parterre --script`, whose keys and seats are pressed by one command a line."""

import json
import os
import queue
import re
import signal
import subprocess
import threading

import process
from failure import TourFailure, require

_ANSWER_SECONDS = 75  # longer than any deadline of the program itself


class CounterGone(TourFailure):
    """The program ended while it was asked to do something; nobody heard what became of it."""


class Counter:
    def __init__(self, program, name, folder, server_url, environment=None, prefix=()):
        """`prefix`: a command that runs the program given behind it, as `nsenter … --`."""
        self.name = name
        self.tickets = os.path.join(folder, "tickets")
        self._url = server_url
        self._child = process.start(
            [*prefix, program, "--data", folder, "--server", server_url, "--tickets", self.tickets, "--script"],
            folder + ".log", environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self._answers = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in self._child.stdout:
            self._answers.put(line)
        self._answers.put(None)

    def do(self, verb, *words):
        """Has the clerk do one thing; what the screen shows then. Fails when it does not get there."""
        line = " ".join([verb, *('"%s"' % word for word in map(str, words))])
        try:
            self._child.stdin.write(line + "\n")
            self._child.stdin.flush()
            answer = self._answers.get(timeout=_ANSWER_SECONDS)
        except OSError:
            answer = None
        except queue.Empty:
            raise TourFailure("%s did not answer to: %s" % (self.name, line)) from None
        if answer is None:
            raise CounterGone("%s ended at: %s (status %s)" % (self.name, line, process.await_end(self._child)))
        seen = json.loads(answer)
        require(seen["ok"], "%s could not: %s (%s)" % (self.name, line, seen.get("why", "no reason given")))
        return seen

    def begin(self, code, clerk, password):
        self.do("enrol", self._url, code, self.name)
        self.do("sign-in", clerk, password)

    def open(self, title):
        self.do("open", title)
        self.do("await-line", "up")

    def sell(self, given=None):
        """Sells the basket for cash: {places, code, change, what} or {refused}. Leaves the desk ready for the next."""
        places = self.do("basket")["basket"]
        seen = self.do("cash", *([given] if given else []))
        if not seen["sold"]:
            return seen
        code = re.search(r"order (\w+)", seen["what"])
        require(code, "%s sold but showed no order code: %r" % (self.name, seen["what"]))
        return dict(seen, places=places, code=code.group(1))

    def picks(self, *labels):
        """Clicks seats; the last refusal's sentence, or nothing when all are in the basket."""
        refused = None
        for label in labels:
            refused = self.do("pick", label).get("refused") or refused
        return refused

    def marks(self):
        return self.do("marks")["marks"]

    def reserve(self, count):
        return self.do("seats", "reserve", count)["seats"]

    @property
    def pid(self):
        return self._child.pid

    def kill(self):
        status = process.stop(self._child, signal.SIGKILL)
        require(status == -signal.SIGKILL, "%s ended by itself with status %d before it was killed" % (self.name, status))

    def await_death(self, seconds):
        """Waits until somebody has killed the program."""
        status = process.await_end(self._child, seconds)
        require(status == -signal.SIGKILL, "%s should be killed; its exit status is %s" % (self.name, status))

    def pause(self):
        os.kill(self.pid, signal.SIGSTOP)

    def resume(self):
        os.kill(self.pid, signal.SIGCONT)

    def quit(self):
        self.do("quit")
        status = process.await_end(self._child)
        require(status == 0, "%s was asked to quit and ended with status %s" % (self.name, status))
