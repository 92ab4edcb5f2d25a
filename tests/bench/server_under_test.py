"""The server itself, as it is shipped: data of several halls, started on a copy of them, asked over HTTP."""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request

import hall
from workbench import BUILD, BenchError, output_of

PROGRAM = os.path.join(BUILD, "bin", "parterre-server")
HALLS = 4  # each of 100,000 seats: enough for a run of some seconds without a refusal
TITLE = "An evening at Bench hall "  # as demo-data names the event of a plan


def make_data(folder, halls=HALLS):
    """A data folder with one event for each hall."""
    for number in range(1, halls + 1):
        plan = os.path.join(folder, "hall.json")
        hall.write(plan, "Bench hall %d" % number)
        output_of([PROGRAM, "demo-data", "--data", os.path.join(folder, "data"), "--plan", plan])
    return os.path.join(folder, "data")


class Server:
    """Runs on a fresh copy of `data`; the default limits but for the connections one address may have."""

    def __init__(self, data, folder, *options):
        self.data = os.path.join(folder, "run")
        shutil.rmtree(self.data, ignore_errors=True)
        shutil.copytree(data, self.data)
        os.sync()  # or the server's first commits wait for the copy
        self.port = free_port()
        config = os.path.join(folder, "server.ini")
        with open(config, "w", encoding="utf-8") as file:
            file.write("[limits]\nconnectionsPerAddress=1000\n")
        self.log = open(os.path.join(folder, "server.log"), "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--data", self.data, "--listen", "127.0.0.1:%d" % self.port, "--config", config, *options],
            stdout=self.log, stderr=self.log)

    def __enter__(self):
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                self.get("/readyz")
                return self
            except OSError:
                time.sleep(0.05)
        self.__exit__()
        self.log.seek(0)
        raise BenchError("the server did not start:\n" + self.log.read())

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    @property
    def url(self):
        return "http://127.0.0.1:%d" % self.port

    def get(self, path):
        with urllib.request.urlopen(self.url + path, timeout=10) as answer:
            return answer.read()

    def events(self):
        events = json.loads(self.get("/api/v1/events"))["events"]
        halls = sorted((event["title"], event["id"]) for event in events if event["title"].startswith(TITLE))
        if len(halls) != HALLS:
            raise BenchError("expected %d halls on sale, found %d" % (HALLS, len(halls)))
        return [event for _, event in halls]

    def cpu_seconds(self):
        """Processor time of every thread so far, by thread number: the first answers requests, others write or hash."""
        threads = {}
        for thread in os.listdir("/proc/%d/task" % self.process.pid):
            with open("/proc/%d/task/%s/stat" % (self.process.pid, thread), encoding="ascii", errors="replace") as file:
                fields = file.read().rsplit(")", 1)[1].split()
            threads[int(thread)] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        return threads


def verify(data):
    """The program's own check of a stopped server's data: {"entries": …, "faults": …}; fails when it finds a fault."""
    line = output_of([PROGRAM, "verify", "--data", data]).strip().splitlines()[-1]
    return {name: int(value) for name, value in (word.split("=") for word in line.split() if "=" in word)}


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
