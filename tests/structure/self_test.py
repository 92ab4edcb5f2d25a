#!/usr/bin/env python3
"""Plants every class of violation, one at a time, in a small clean tree and expects exactly that finding."""

import argparse
import os
import subprocess
import sys
import tempfile

import check

FIRST = "// What this file is for.\n"

CLEAN = {
    "README.md": "Parterre\n",
    "sync/base/result.h": FIRST + "#include <string>\n",
    "sync/domain/seat.cpp": FIRST + '#include "sync/base/result.h"\n#include <cstdint>\n',
    "sync/wire/signing.cpp": FIRST + "#include <QByteArray>\n#include <QtCore/QString>\n#include <sodium.h>\n",
    "sync/link/qt_clock.cpp": FIRST + "void f() { QDateTime::currentDateTimeUtc(); }\n",
    "sync/sql/connection.cpp": FIRST + "#include <sqlite3.h>\n",
    "server/http/reader.cpp": FIRST + "#include <QTcpSocket>\n#include <boost/beast/http.hpp>\n#include <unistd.h>\n",
    "server/daemon/main.cpp": FIRST + '#include "server/http/reader.h"\n#include "server/ledger/sql/store.h"\n',
    "ui/desk/desk.cpp": FIRST + '#include <QPushButton>\n#include "ui/seatmap/map.h"\n#include "desk.moc"\n',
    "app/main.cpp": FIRST + '#include "app/devices/printer.h"\n#include "ui/desk/desk.h"\n#include <QApplication>\n',
    "tests/unit/domain/seat_test.cpp": FIRST + "std::thread allowed;\n",
    # names in comments and strings are not calls; members of the same name are ours
    "sync/counter/counter.cpp": FIRST + '// QTimer, rand(), std::thread\nauto s = "QUuid::createUuid()";\n'
    'auto r = R"(std::random_device " std::mt19937)";\nauto n = 1\'000; /* steady_clock::now() */ char c = \'"\';\n'
    "auto t = m_clock.now(); auto u = clock->now(); row.time(0); std::chrono::milliseconds operand(3);\n",
}


def code(line):
    return FIRST + line + "\n"


# name: (path, content, rule, line of the finding)
PLANTS = {
    "a missing first line": ("sync/base/error.h", "#pragma once\n", "first-line", 1),
    "a file too long": ("sync/base/long.cpp", FIRST + "int x;\n" * 400, "length", 401),
    "a stranger at the top": ("helpers/file.txt", "", "top-level", 0),
    "a folder without a level": ("sync/misc/misc.h", FIRST, "folder", 1),
    "an include not from the root": ("sync/base/a.cpp", code('#include "result.h"'), "rooted", 2),
    "Qt in the domain": ("sync/domain/a.h", code("#include <QString>"), "library", 2),
    "the operating system in base": ("sync/base/a.h", code("#include <unistd.h>"), "library", 2),
    "Beast outside http": ("server/api/a.cpp", code("#include <boost/beast.hpp>"), "library", 2),
    "sqlite3 outside sql": ("server/ledger/sql/a.cpp", code("#include <sqlite3.h>"), "library", 2),
    "libsodium in the counter": ("sync/counter/a.cpp", code("#include <sodium/crypto_sign.h>"), "library", 2),
    "widgets in the server": ("server/web/a.cpp", code("#include <QWidget>"), "library", 2),
    "widgets in sync": ("sync/link/a.cpp", code("#include <QtWidgets/QLabel>"), "library", 2),
    "an unknown Qt header": ("ui/desk/a.cpp", code("#include <QNoSuchThing>"), "library", 2),
    "domain looks up": ("sync/domain/a.cpp", code('#include "sync/wire/op.h"'), "arrow", 2),
    "ui looks at the server": ("ui/desk/a.cpp", code('#include "server/api/routes.h"'), "arrow", 2),
    "the server looks at ui": ("server/daemon/a.cpp", code('#include "ui/common/theme.h"'), "arrow", 2),
    "the server looks at the counter": ("server/api/a.cpp", code('#include "sync/counter/counter.h"'), "arrow", 2),
    "sync looks at the server": ("sync/link/a.cpp", code('#include "server/http/reader.h"'), "arrow", 2),
    "sync looks at app": ("sync/journal/a.cpp", code('#include "app/wiring.h"'), "arrow", 2),
    "sync looks at ui": ("sync/wire/a.cpp", code('# include "ui/common/theme.h"'), "arrow", 2),
    "app looks at the server": ("app/a.cpp", code('#include "server/ledger/ledger.h"'), "arrow", 2),
    "the api writes SQL": ("server/api/a.cpp", code('#include "sync/sql/statement.h"'), "arrow", 2),
    "two screens entangled": ("ui/door/a.cpp", code('#include "ui/desk/desk.h"'), "arrow", 2),
    "system_clock": ("server/api/a.cpp", code("auto t = std::chrono::system_clock::now();"), "clock", 2),
    "steady_clock by alias": ("server/api/a.cpp", code("auto t = SteadyClock::now ();"), "clock", 2),
    "currentDateTime": ("ui/desk/a.cpp", code("QDateTime::currentDateTimeUtc();"), "clock", 2),
    "currentMSecsSinceEpoch": ("ui/desk/a.cpp", code("QDateTime::currentMSecsSinceEpoch();"), "clock", 2),
    "currentDate": ("ui/desk/a.cpp", code("QDate::currentDate();"), "clock", 2),
    "time()": ("sync/counter/a.cpp", code("auto t = time(nullptr);"), "clock", 2),
    "std::time()": ("sync/counter/a.cpp", code("auto t = std::time(&x);"), "clock", 2),
    "clock_gettime": ("sync/counter/a.cpp", code("clock_gettime(CLOCK_BOOTTIME, &t);"), "clock", 2),
    "gettimeofday": ("sync/counter/a.cpp", code("gettimeofday(&t, nullptr);"), "clock", 2),
    "rand()": ("sync/domain/a.cpp", code("int x = rand();"), "random", 2),
    "std::rand()": ("sync/domain/a.cpp", code("int x = std::rand();"), "random", 2),
    "random_device": ("server/queue/a.cpp", code("std::random_device d;"), "random", 2),
    "mt19937": ("server/queue/a.cpp", code("std::mt19937_64 g;"), "random", 2),
    "QRandomGenerator": ("ui/desk/a.cpp", code("QRandomGenerator::global();"), "random", 2),
    "randombytes_buf": ("server/guard/a.cpp", code("randombytes_buf(x, 4);"), "random", 2),
    "createUuid": ("server/api/a.cpp", code("auto id = QUuid::createUuid();"), "uuid", 2),
    "std::thread": ("server/api/a.cpp", code("std::thread t;"), "thread", 2),
    "std::jthread": ("sync/journal/a.cpp", code("std::jthread t;"), "thread", 2),
    "QThread": ("server/daemon/a.cpp", code("QThread worker;"), "thread", 2),
    "pthread_create": ("server/daemon/a.cpp", code("pthread_create(&t, 0, f, 0);"), "thread", 2),
    "QTimer": ("sync/link/a.cpp", code("QTimer::singleShot(0, f);"), "timer", 2),
    "QDeadlineTimer": ("server/api/a.cpp", code("QDeadlineTimer d(5);"), "timer", 2),
    "QElapsedTimer": ("app/a.cpp", code("QElapsedTimer e;"), "timer", 2),
    "startTimer": ("sync/journal/a.cpp", code("startTimer(5);"), "timer", 2),
    "a sleep": ("app/a.cpp", code("std::this_thread::sleep_for(x);"), "timer", 2),
    "a skipped test": ("tests/unit/base/a_test.cpp", code("QS" "KIP();"), "word", 2),
    "unfinished work": ("resources/sql/0001_start.sql", "-- TO" "DO\n", "word", 1),
    "work to mend": ("app/demo", "#!/bin/sh\n# FIX" "ME\n", "word", 2),
}


def write(root, path, content):
    target = os.path.join(root, path)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8") as file:
        file.write(content)


def findings_of(tree, qt_headers):
    with tempfile.TemporaryDirectory(prefix="parterre-structure-") as root:
        for path, content in tree.items():
            write(root, path, content)
        return check.Checker(root, qt_headers).run()


def exit_status_of(tree, qt_headers):
    """The same through the command line, as ctest calls it."""
    with tempfile.TemporaryDirectory(prefix="parterre-structure-") as root:
        for path, content in tree.items():
            write(root, path, content)
        program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "check.py")
        command = [sys.executable, program, "--root", root, "--qt-headers", qt_headers]
        return subprocess.run(command, stdout=subprocess.DEVNULL).returncode


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--qt-headers", default=check.find_qt_headers())
    qt_headers = parser.parse_args().qt_headers
    wrong = []

    clean = findings_of(CLEAN, qt_headers)
    if clean:
        wrong.append("the clean tree: %s" % clean)
    for name, (path, content, rule, line) in PLANTS.items():
        found = findings_of({**CLEAN, path: content}, qt_headers)
        reported = path.split("/")[0] if rule == "top-level" else path
        if [(f.path, f.line, f.rule) for f in found] != [(reported, line, rule)]:
            wrong.append("%s: expected %s:%d [%s], got %s" % (name, reported, line, rule, found))
    for top in check.rules.CODE_FOLDERS:
        rest = {path: content for path, content in CLEAN.items() if not path.startswith(top + "/")}
        if [f.rule for f in findings_of(rest, qt_headers)] != ["no-files"]:
            wrong.append("a tree without %s/ must be a finding" % top)
    planted = {rule for _, _, rule, _ in PLANTS.values()}
    for kind in check.rules.CALLS:
        if kind not in planted:
            wrong.append("no violation of [%s] is planted" % kind)
    for tree, status in ((CLEAN, 0), ({}, 1), ({**CLEAN, "ui/desk/a.cpp": code("std::thread t;")}, 1)):
        if exit_status_of(tree, qt_headers) != status:
            wrong.append("exit status of a tree of %d files must be %d" % (len(tree), status))

    for line in wrong:
        print("self-test: " + line)
    print("self-test: %d planted violations, %d wrong" % (len(PLANTS), len(wrong)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
