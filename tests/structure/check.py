#!/usr/bin/env python3
"""Fails on a forbidden include, on a call that only an adapter may make, and on a file that breaks the style of the tree.

    check.py [--root DIR] [--qt-headers DIR]

Prints one line a finding, "path:line: [rule] sentence", and notes that do not fail. Exit status 0 without findings, 1 with
findings, 2 when it cannot work. Standard library only; the rules are the tables in rules.py.
"""

import argparse
import collections
import fnmatch
import functools
import glob
import os
import re
import sys

import rules
import source_text

Finding = collections.namedtuple("Finding", "path line rule text")

CPP = (".h", ".cpp")
WORDY = CPP + (".py", ".sh", ".cmake", ".sql", ".js", ".mjs", ".css", ".html", ".qrc", "CMakeLists.txt", "run", "demo")


@functools.lru_cache(maxsize=None)
def qt_modules(folder):
    """Header name -> Qt module, read from Qt's own header folders ("QPushButton" -> "QtWidgets")."""
    found = {}
    for module in sorted(os.listdir(folder)):
        if module.startswith("Qt") and os.path.isdir(os.path.join(folder, module)):
            for header in os.listdir(os.path.join(folder, module)):
                found.setdefault(header, module)
                found[module + "/" + header] = module
    return found


def find_qt_headers():
    for pattern in ("/usr/include/*/qt6", "/usr/include/qt6", "/usr/include/qt"):
        for folder in sorted(glob.glob(pattern)):
            if os.path.isdir(os.path.join(folder, "QtCore")):
                return folder
    return None


def files_below(root):
    """Paths relative to root of everything in the folders of the tree, sorted."""
    for top in sorted(rules.TOP_LEVEL):
        start = os.path.join(root, top)
        if os.path.isfile(start):
            yield top
        for folder, folders, names in os.walk(start):
            folders[:] = sorted(name for name in folders if name not in ("node_modules", "__pycache__"))
            for name in sorted(names):
                yield os.path.relpath(os.path.join(folder, name), root)


def may_include(own, allowed, other):
    if other == own:
        return True
    for pattern in allowed:
        if pattern.endswith("/*"):
            if other == pattern[:-2] or other.startswith(pattern[:-1]):
                return True
        elif other == pattern:
            return True
    return False


class Checker:
    def __init__(self, root, qt_headers):
        self.root = root
        self.qt = qt_modules(qt_headers)
        self.findings = []
        self.notes = []
        self.sources = collections.Counter()  # C++ files in each code folder
        self.lines = 0
        self.used = set()  # lines of ALLOWED_CALLS that something needed
        self.calls = {kind: re.compile(pattern) for kind, (pattern, _) in rules.CALLS.items()}

    def report(self, path, line, rule, text):
        self.findings.append(Finding(path, line, rule, text))

    def run(self):
        self.check_top_level()
        for path in files_below(self.root):
            name = os.path.basename(path)
            if not name.endswith(WORDY):
                continue
            with open(os.path.join(self.root, path), encoding="utf-8", errors="replace") as file:
                text = file.read()
            self.check_words(path, text)
            if name.endswith(CPP):
                self.check_cpp(path, text)
        for top in rules.CODE_FOLDERS:
            if not self.sources[top]:
                self.report(top, 0, "no-files", "no .h or .cpp below this folder: the check looks in the wrong place")
        self.notes += ["%s: no call there needs the leave for [%s]" % (files, kind)
                       for kind, files, reason in rules.ALLOWED_CALLS if (kind, files, reason) not in self.used]
        return self.findings

    def check_top_level(self):
        for name in sorted(os.listdir(self.root)):
            if name not in rules.TOP_LEVEL and name not in rules.LOCAL_NAMES:
                self.report(name, 0, "top-level", "the top of the tree is fixed; this belongs in one of its folders")

    def check_words(self, path, text):
        for number, line in enumerate(text.split("\n"), 1):
            for word in rules.BANNED_WORDS:
                if re.search(r"\b%s\b" % word, line):
                    self.report(path, number, "word", "%s: finish it, or open an issue and delete the word" % word)

    def check_cpp(self, path, text):
        top = path.split("/")[0]
        count = text.count("\n")
        self.sources[top] += 1
        self.lines += count
        if not re.match(r"//+ *\S|/\*", text):
            self.report(path, 1, "first-line", "the first line must be a comment that says what the file is for")
        if count > rules.LINES_HARD:
            self.report(path, count, "length", "%d lines; split it by responsibility (at most %d)" % (count, rules.LINES_HARD))
        elif count > rules.LINES_NOTE:
            self.notes.append("%s: %d lines (more than %d)" % (path, count, rules.LINES_NOTE))
        if top not in rules.CODE_FOLDERS:
            return
        folder = os.path.dirname(path)
        if folder not in rules.FOLDERS:
            self.report(path, 1, "folder", "%s is not in the table of tests/structure/rules.py" % folder)
            return
        for line, is_system, header in source_text.includes(text):
            self.check_include(path, folder, line, is_system, header)
        self.check_calls(path, text)

    def check_include(self, path, folder, line, is_system, header):
        folders, libraries = rules.FOLDERS[folder]
        if not is_system:
            if header.endswith(".moc") or header.startswith("moc_"):
                return
            if header.split("/")[0] not in rules.CODE_FOLDERS:
                self.report(path, line, "rooted", '"%s" must be written from the root of the tree' % header)
            elif not may_include(folder, folders, os.path.dirname(header)):
                self.report(path, line, "arrow", "%s must not include %s" % (folder, header))
            return
        library = self.library_of(header)
        if library is None:
            self.report(path, line, "library", "<%s> is in no known library; add it to tests/structure/rules.py" % header)
        elif library != "std" and library not in libraries:
            self.report(path, line, "library", "%s must not use %s (<%s>)" % (folder, library, header))

    def library_of(self, header):
        for pattern, library in rules.LIBRARIES:
            if re.match(pattern, header):
                return library
        if header in self.qt:
            return self.qt[header]
        if header.startswith(("Q", "q")):
            return None
        return "std" if re.fullmatch(r"[a-z_]+", header) else "os"

    def check_calls(self, path, text):
        code = source_text.code(text)
        for kind, pattern in self.calls.items():
            leave = [line for line in rules.ALLOWED_CALLS if line[0] == kind and same_depth_match(path, line[1])]
            if leave and pattern.search(code):
                self.used.update(leave)
            if leave:
                continue
            for match in pattern.finditer(code):
                call = " ".join(match.group(0).split()).rstrip("( ")
                self.report(path, source_text.line_of(code, match.start()), kind, "%s: %s" % (call, rules.CALLS[kind][1]))


def same_depth_match(path, pattern):
    return path.count("/") == pattern.count("/") and fnmatch.fnmatchcase(path, pattern)


def main():
    parser = argparse.ArgumentParser(description="Checks the tree against its own rules.")
    parser.add_argument("--root", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
    parser.add_argument("--qt-headers", default=find_qt_headers())
    options = parser.parse_args()
    if not options.qt_headers or not os.path.isdir(os.path.join(options.qt_headers, "QtCore")):
        print("check.py: Qt's headers are not at %s; name their folder with --qt-headers" % options.qt_headers)
        return 2
    checker = Checker(os.path.realpath(options.root), options.qt_headers)
    findings = checker.run()
    for note in checker.notes:
        print("note: " + note)
    for finding in findings:
        print("%s:%d: [%s] %s" % finding)
    print("structure: %d files, %d lines, %d findings" % (sum(checker.sources.values()), checker.lines, len(findings)))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
