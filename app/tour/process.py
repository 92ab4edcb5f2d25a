"""Starts programs so that none outlives the tour, and ends them."""

import os
import shutil
import signal
import subprocess

# Where the tour itself is killed outright, the kernel ends what it started.
_WITH_PARENT = ["setpriv", "--pdeathsig", "KILL", "--"] if shutil.which("setpriv") else []
_ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="", QT_QPA_PLATFORM="offscreen")
_running = []


def start(command, log, environment=None, **pipes):
    """A child process; what it says on standard error goes to the file `log`. `environment` is added to ours."""
    with open(log, "ab") as errors:
        child = subprocess.Popen(_WITH_PARENT + command, stderr=errors, env=dict(_ENVIRONMENT, **(environment or {})),
                                 **pipes)
    _running.append(child)
    return child


def run(command, text=None, seconds=60):
    """Runs a command to its end: (exit status, standard output, standard error)."""
    try:
        done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=seconds, env=_ENVIRONMENT)
    except subprocess.TimeoutExpired:
        return -1, "", "no end after %d seconds" % seconds
    return done.returncode, done.stdout, done.stderr


def stop(child, how=signal.SIGTERM, seconds=10):
    """Ends one child, a paused one too; with SIGKILL when it does not end by itself. Returns its exit status."""
    if child in _running:
        _running.remove(child)
    if child.poll() is None:
        child.send_signal(how)
        child.send_signal(signal.SIGCONT)
    try:
        return child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        return child.wait(seconds)


def await_end(child, seconds=20):
    """Waits for a child that was asked to end; its exit status, or nothing when it goes on."""
    try:
        status = child.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    if child in _running:
        _running.remove(child)
    return status


def stop_all():
    for child in list(_running):
        stop(child)
