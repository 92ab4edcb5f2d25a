"""The line between one counter and the centre: a TCP relay that can be cut and mended."""

import selectors
import socket
import threading


class Relay:
    """Listens on a free port from the start; `cut` closes it and every connection, `mend` opens the same port again."""

    def __init__(self, port_of_centre):
        self.port_of_centre = port_of_centre
        self.port = 0
        self._thread = None
        self.mend()

    def mend(self):
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

    def _carry(self):
        peers = {}
        with selectors.DefaultSelector() as ready:
            ready.register(self._listener, selectors.EVENT_READ)
            ready.register(self._woken, selectors.EVENT_READ)
            while True:
                events = [key.fileobj for key, _ in ready.select()]
                if self._woken in events:
                    break
                for end in events:
                    if end is self._listener:
                        self._connect(ready, peers)
                    elif end in peers:
                        self._pass_on(end, ready, peers)
        for end in [*peers, self._listener, self._woken]:
            end.close()

    def _connect(self, ready, peers):
        near, _ = self._listener.accept()
        try:
            far = socket.create_connection(("127.0.0.1", self.port_of_centre), 5)
        except OSError:
            near.close()
            return
        peers[near], peers[far] = far, near
        for end in (near, far):
            end.settimeout(5)
            ready.register(end, selectors.EVENT_READ)

    @staticmethod
    def _pass_on(end, ready, peers):
        other = peers[end]
        try:
            data = end.recv(65536)
            if data:
                other.sendall(data)
                return
        except OSError:
            pass
        for gone in (end, other):
            ready.unregister(gone)
            del peers[gone]
            gone.close()
