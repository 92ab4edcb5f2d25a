"""What every item needs: the packages, the release build, a scratch folder, a quiet way to run programs, the machine's load."""

import os
import shutil
import statistics
import subprocess
import tempfile
import time

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(SOURCE, "build", "release")
RESULTS = os.path.join(SOURCE, "build", "bench")
# Baselines kept beside the source folder by a project with more than one candidate; without them, our own of the same kind.
SHARED_BASELINES = os.path.join(os.path.dirname(SOURCE), "shared", "bench")
OWN_BASELINES = os.path.join(SOURCE, "tests", "bench", "baselines")


class BenchError(Exception):
    """A sentence for the person at the terminal."""


def output_of(command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False, **options)
    if done.returncode != 0:
        raise BenchError("%s ended with status %d\n%s" % (" ".join(command), done.returncode, done.stdout + done.stderr))
    return done.stdout


def middle(rounds, name, digits):
    """The middle one of what the rounds measured under that name."""
    return round(statistics.median(one[name] for one in rounds), digits)


def install_packages():
    subprocess.run(["bash", "-c", ". app/packages.sh && install_packages build bench"], cwd=SOURCE, check=True)


def build(targets):
    environment = dict(os.environ, CCACHE_BASEDIR=SOURCE, CCACHE_NOHASHDIR="1")
    jobs = os.environ.get("PARTERRE_JOBS", str(os.cpu_count()))
    for command in (["cmake", "--preset", "release", "-B", BUILD], ["ninja", "-C", BUILD, "-j", jobs] + targets):
        print("bench:", " ".join(command), flush=True)
        output_of(command, cwd=SOURCE, env=environment)


def baseline(name):
    shared = os.path.join(SHARED_BASELINES, name)
    return shared if os.path.exists(shared) else os.path.join(OWN_BASELINES, name)


class Scratch:
    """A folder on the disk the baselines use as well (they ask mktemp too), gone at the end."""

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="parterre-bench-")
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)


def fsync_ms(folder, times=100):
    """The middle one of so many small writes made durable one after the other: what a commit cannot be quicker than."""
    path = os.path.join(folder, "fsync-probe")
    taken = []
    with open(path, "wb", buffering=0) as file:
        for _ in range(times):
            file.write(b"x" * 4096)
            begin = time.perf_counter()
            os.fdatasync(file.fileno())
            taken.append((time.perf_counter() - begin) * 1000)
    os.unlink(path)
    return sorted(taken)[times // 2]


def machine(folder):
    return {
        "cores": os.cpu_count(),
        "load": [round(load, 2) for load in os.getloadavg()],
        "fsync_ms": round(fsync_ms(folder), 3),
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "commit": output_of(["git", "-C", SOURCE, "rev-parse", "--short", "HEAD"]).strip()
        if os.path.isdir(os.path.join(SOURCE, ".git")) else "unknown",
    }
