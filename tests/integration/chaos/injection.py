"""Faults at system calls, made with strace: a program killed at its n-th fsync, or told that the disk is full."""

import process
from failure import await_that

_SYNCS = "fsync,fdatasync"
_WRITES = "pwrite64,ftruncate,fallocate"  # as databases write; pipes and sockets use others


def _inject(calls, what, log):
    return ["-f", "-qq", "-o", log, "-e", "trace=" + calls, "-e", "inject=%s:%s" % (calls, what)]


def killed_at_sync(number, log):
    """A prefix: the program, still the caller's own child, is killed as it enters its n-th fsync (each thread counts)."""
    return ["strace", "-D", *_inject(_SYNCS, "signal=KILL:when=%d" % number, log)]


class Tracer:
    """strace on a running program until `end`, or until the program is gone."""

    def __init__(self, pid, calls, what, log):
        self._child = process.start(["strace", *_inject(calls, what, log), "-p", str(pid)], log + ".err")
        await_that(lambda: self._is_traced(pid), 10, "strace holds process %d" % pid)

    @staticmethod
    def _is_traced(pid):
        with open("/proc/%d/status" % pid) as status:
            return "TracerPid:\t0\n" not in status.read()

    def end(self):
        """The program goes on undisturbed."""
        process.stop(self._child)


def kill_at_sync(pid, number, log):
    return Tracer(pid, _SYNCS, "signal=KILL:when=%d" % number, log)


def disk_full(pid, first, log):
    """From the first-th on, every write of a database fails for want of room."""
    return Tracer(pid, _WRITES, "error=ENOSPC:when=%d+" % first, log)
