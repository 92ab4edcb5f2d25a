"""A real wire between a counter and the centre: two network namespaces, a pair of virtual cards, and packets that vanish."""

import os
import subprocess

import process
from failure import await_that, require

_CENTRE, _COUNTER = "10.77.0.1", "10.77.0.2"
_NOBODY = "02:00:00:00:00:99"  # packets to this card are dropped by whoever gets them


class Wire:
    """Made in a network namespace of the caller's own, where the centre lives; the counter gets another. Can be handled
    as a Relay can. Nothing is left behind: the cards go with the namespaces."""

    def __init__(self, folder):
        self._end = process.start(["unshare", "--net", "--", "sleep", "infinity"], os.path.join(folder, "wire.log"))
        await_that(lambda: self._namespace(self._end.pid) != self._namespace("self"), 10, "there is a second namespace")
        self.prefix = ("nsenter", "--net", "--target", str(self._end.pid), "--")
        self._port = None
        self._ip("link", "set", "lo", "up")
        self._ip("link", "add", "centre", "type", "veth", "peer", "name", "counter", "netns", str(self._end.pid))
        self._ip("addr", "add", _CENTRE + "/24", "dev", "centre")
        self._ip("link", "set", "centre", "up")
        for words in (("link", "set", "lo", "up"), ("addr", "add", _COUNTER + "/24", "dev", "counter"),
                      ("link", "set", "counter", "up")):
            self._ip(*words, there=True)
        self._cards = {"counter": self._card("counter", there=True), "centre": self._card("centre")}
        self.mend()

    def serve(self, port):
        """The centre listens there."""
        self._port = port

    @property
    def url(self):
        return "http://%s:%d" % (_CENTRE, self._port)

    def mend(self):
        self._ip("link", "set", "centre", "up")
        self._address(False, "centre")
        self._address(False, "counter")

    def cut(self):
        self._ip("link", "set", "centre", "down")

    def block(self, to_centre=False, to_counter=False):
        self._address(to_centre, "centre")
        self._address(to_counter, "counter")

    def _address(self, lost, receiver):
        """Who sends to the receiver believes it to have this card."""
        there = receiver == "centre"
        self._ip("neigh", "replace", _CENTRE if there else _COUNTER, "lladdr",
                 _NOBODY if lost else self._cards[receiver], "dev", "counter" if there else "centre", "nud", "permanent",
                 there=there)

    def _card(self, name, there=False):
        return self._ip("-o", "link", "show", name, there=there).split("link/ether ")[1].split()[0]

    def _ip(self, *words, there=False):
        done = subprocess.run([*(self.prefix if there else ()), "ip", *words], capture_output=True, text=True)
        require(done.returncode == 0, "ip %s: %s" % (" ".join(words), done.stderr.strip()))
        return done.stdout

    @staticmethod
    def _namespace(pid):
        return os.readlink("/proc/%s/ns/net" % pid)
