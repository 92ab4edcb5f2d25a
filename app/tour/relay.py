"""The line between one counter and the centre: a TCP relay that can be cut, blocked either way, slowed, and mended."""

import selectors
import socket
import threading
import time

_TO_CENTRE, _TO_COUNTER = "to_centre", "to_counter"


class _End:
    """One end of a connection: what is read from `socket` goes to `other` when its time has come."""

    def __init__(self, end, way):
        self.socket = end
        self.way = way
        self.other = None
        self.waiting = []  # [(due, bytes)]; empty bytes: the peer has ended
        self.ended = False
        self.watched = False
        self.answers_ops = False  # the last request that went through asked to take ops

    def watch(self, on, ready):
        if on and not self.watched:
            ready.register(self.socket, selectors.EVENT_READ)
        elif self.watched and not on:
            ready.unregister(self.socket)
        self.watched = on


class Relay:
    """Listens on a free port from the start; `cut` closes it and every connection, `mend` opens the same port again and
    makes the line as good as new. Everything else takes effect at once, on open connections too."""

    prefix = ()  # what a program must be started with to be at the counter's end

    def __init__(self, port_of_centre, source="127.0.0.1"):
        self.centre = ("127.0.0.1", port_of_centre)
        self.source = source  # the address new connections come from
        self.port = 0
        self.answers_cut = 0
        self._thread = None
        self._blocked = frozenset()
        self._delay = 0.0
        self._trap = None
        self.mend()

    @property
    def url(self):
        return "http://127.0.0.1:%d" % self.port

    def mend(self):
        self._blocked, self._delay, self._trap = frozenset(), 0.0, None
        if self._thread is not None:
            return self._poke()
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.bind(("127.0.0.1", self.port))
        self._listener.listen(64)
        self.port = self._listener.getsockname()[1]
        self._wake, self._woken = socket.socketpair()
        self._thread = threading.Thread(target=self._carry, daemon=True)
        self._thread.start()

    def cut(self):
        if self._thread is None:
            return
        self._wake.close()
        self._thread.join()
        self._thread = None

    def block(self, to_centre=False, to_counter=False):
        """Nothing passes in the named directions and nobody is told. What was sent arrives when the line is mended, if
        the connection still stands: as late as a network may be."""
        self._blocked = frozenset(way for way, on in ((_TO_CENTRE, to_centre), (_TO_COUNTER, to_counter)) if on)
        self._poke()

    def slow(self, seconds):
        """Everything takes so much longer, each way."""
        self._delay = seconds

    def cut_next_answer(self, after):
        """The next answer to pushed ops breaks off behind so many bytes, and its connection with it."""
        self._trap = after

    def _poke(self):
        self._wake.send(b"!")

    # ---- The relay's own thread
    def _carry(self):
        ends = {}
        with selectors.DefaultSelector() as ready:
            ready.register(self._listener, selectors.EVENT_READ)
            ready.register(self._woken, selectors.EVENT_READ)
            while True:
                events = [key.fileobj for key, _ in ready.select(self._until_due(ends))]
                if self._woken in events and not self._woken.recv(64):
                    break
                for found in events:
                    if found is self._listener:
                        self._connect(ready, ends)
                    elif found in ends:
                        self._read(ends[found], ready, ends)
                for end in list(ends.values()):
                    self._pass_on(end, ready, ends)
                for end in ends.values():  # bytes of a blocked direction stay with the sender's own system
                    end.watch(not end.ended and end.way not in self._blocked, ready)
        for found in [*ends, self._listener, self._woken]:
            found.close()

    def _until_due(self, ends):
        due = [end.waiting[0][0] for end in ends.values() if end.waiting and end.way not in self._blocked]
        return max(0.0, min(due) - time.monotonic()) if due else None

    def _connect(self, ready, ends):
        near, _ = self._listener.accept()
        try:
            far = socket.create_connection(self.centre, 5, (self.source, 0))
        except OSError:
            near.close()
            return
        counter, centre = _End(near, _TO_CENTRE), _End(far, _TO_COUNTER)
        counter.other, centre.other = centre, counter
        for end in (counter, centre):
            end.socket.settimeout(5)
            ends[end.socket] = end

    def _read(self, end, ready, ends):
        try:
            data = end.socket.recv(65536)
        except OSError:
            return self._drop(end, ready, ends)
        end.waiting.append((time.monotonic() + self._delay, data))
        end.ended = not data
        if end.way == _TO_CENTRE and data.startswith((b"GET ", b"POST ")):
            end.other.answers_ops = b"/ops " in data[:200]

    def _pass_on(self, end, ready, ends):
        while end.waiting and end.way not in self._blocked and end.waiting[0][0] <= time.monotonic():
            data = end.waiting.pop(0)[1]
            broken = self._spring(end, len(data))
            try:
                end.other.socket.sendall(data if broken is None else data[:broken])
            except OSError:
                broken = 0
            if not data or broken is not None:
                return self._drop(end, ready, ends)

    def _spring(self, end, size):
        """How much of an answer to pushed ops goes through when a trap waits for it; nothing when none does."""
        if self._trap is None or not size or not end.answers_ops:
            return None
        after, self._trap = self._trap, None
        self.answers_cut += 1
        return min(after, size)

    @staticmethod
    def _drop(end, ready, ends):
        for gone in (end, end.other):
            gone.watch(False, ready)
            gone.waiting.clear()
            ends.pop(gone.socket, None)
            gone.socket.close()
