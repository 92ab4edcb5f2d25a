"""A small disk of its own for a folder, which can be filled to the last byte and emptied again."""

import os
import subprocess

from failure import require


class SmallDisk:
    """A tmpfs. Wants a mount namespace of the caller's own, so that it goes with the scenario however that ends."""

    def __init__(self, folder, megabytes):
        self.folder = folder
        self._ballast = os.path.join(folder, "ballast")
        os.makedirs(folder, exist_ok=True)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=%dm" % megabytes, "tmpfs", folder],
                              capture_output=True, text=True)
        require(done.returncode == 0, "no small disk can be mounted: %s" % done.stderr.strip())

    def fill(self):
        with open(self._ballast, "wb", buffering=0) as ballast:
            for size in (65536, 512):
                try:
                    while ballast.write(bytes(size)) == size:
                        pass
                except OSError:
                    pass  # full, which is what was wanted
        require(self.free() == 0, "the small disk has %d bytes left" % self.free())

    def clear(self):
        os.remove(self._ballast)

    def free(self):
        state = os.statvfs(self.folder)
        return state.f_bavail * state.f_bsize
