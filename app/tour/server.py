"""The centre: the real parterre-server as a process, its demo data, and what its ledger says in the end."""

import os
import re
import signal
import sqlite3
import subprocess

import process
from failure import TourFailure, await_that, require


class Server:
    def __init__(self, program, data, log, address="127.0.0.1"):
        self.program = program
        self.data = data
        self.log = log
        self.address = address
        self.port = 0  # any free one at the first start, the same at every later one
        self.child = None

    def command(self, *words, text=None):
        """Runs one of the program's commands; its standard output."""
        status, out, err = process.run([self.program, *words, "--data", self.data], text, 300)
        if status != 0:
            raise TourFailure("parterre-server %s: %s" % (" ".join(words), (err or out).strip() or "exit %d" % status))
        return out

    def fill(self, plan=None, venue=None):
        """Makes the demo venue, or the one of the file `venue`, with an event on `plan` first if there is one; returns
        the title of the first event."""
        out = self.command("demo-data", *(["--plan", plan] if plan else []), *(["--venue", venue] if venue else []))
        found = re.search(r"^Events:\n  (.*), \d{4}-\d\d-\d\dT[^,]*, (\d+) seats$", out, re.M)
        require(found, "demo-data named no event: %r" % out)
        return found.group(1)

    def enrolment_code(self, counter):
        return self.command("counter", "enrol", counter).strip()

    def start(self, prefix=(), environment=None):
        self.launch(prefix, environment)
        with open(self.log + ".out", "rb") as said:
            line = await_that(lambda: self._listening(said), 30, "the server listens; see %s" % self.log)
        self.port = int(line.group(1))

    def launch(self, prefix=(), environment=None):
        """Starts without waiting until it listens; `prefix` is a command that runs the program given behind it."""
        with open(self.log + ".out", "wb") as out:
            self.child = process.start(
                [*prefix, self.program, "serve", "--data", self.data, "--listen",
                 "%s:%d" % (self.address, self.port), "--test-payments", "--test-slow-after", "8000"],
                self.log, environment, stdin=subprocess.DEVNULL, stdout=out)

    def _listening(self, said):
        said.seek(0)
        found = re.search(rb"listening on http://[^ ]*:(\d+)", said.read())
        if not found and self.child.poll() is not None:
            with open(self.log, errors="replace") as log:
                raise TourFailure("the server did not start: %s" % (log.read().strip() or "it said nothing"))
        return found

    def kill(self):
        status = process.stop(self.child, signal.SIGKILL)
        require(status == -signal.SIGKILL, "the server ended by itself with status %d before it was killed" % status)

    def pause(self):
        os.kill(self.child.pid, signal.SIGSTOP)

    def resume(self):
        os.kill(self.child.pid, signal.SIGCONT)

    def stop(self):
        status = process.stop(self.child)
        require(status == 0, "the server did not end cleanly: exit status %d" % status)

    def verify(self):
        """parterre-server verify; the last line of its report. Works beside the running server."""
        status, out, err = process.run([self.program, "verify", "--data", self.data])
        if status != 0:
            raise TourFailure("verify found faults: %s" % (out + err).strip())
        return out.strip().splitlines()[-1]

    def tickets(self, event):
        """What the disk says is sold: [(place's position in the plan, order code)] of the valid seat tickets."""
        path = os.path.join(self.data, "ledger.db")
        ledger = sqlite3.connect("file:%s?mode=ro" % path, uri=True, timeout=10)
        try:
            return ledger.execute(
                "SELECT ticket.seat, customer_order.code FROM ticket"
                " JOIN customer_order ON customer_order.number = ticket.order_number"
                " JOIN event ON event.number = ticket.event"
                " WHERE event.id = ? AND ticket.voided = 0 AND ticket.seat IS NOT NULL",
                (bytes.fromhex(event),)).fetchall()
        finally:
            ledger.close()
