#!/usr/bin/env python3
"""Fails when a plan of the demo venue is not what its script draws, or when venue.json does not fit its plans."""

import json
import os
import subprocess
import sys

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "resources", "demo")


def load(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        return json.load(file)


def faults_of(event):
    plan = load(event["plan"])
    categories = {category["name"] for category in plan["categories"]}
    if set(event["prices"]) != categories:
        yield "prices for %s, but the plan has %s" % (sorted(event["prices"]), sorted(categories))
    for category, amounts in event["prices"].items():
        if len(amounts) != len(event["price_types"]):
            yield "%s needs one amount for each of %s" % (category, event["price_types"])
        if not all(isinstance(amount, int) and amount > 0 for amount in amounts):
            yield "%s: amounts are positive whole cents" % category


def main():
    wrong = []
    if subprocess.run([sys.executable, os.path.join(FOLDER, "draw_plans.py"), "--check"]).returncode:
        wrong.append("the plans and draw_plans.py differ")
    venue = load("venue.json")
    for event in venue["events"]:
        wrong += ["%s: %s" % (event["title"], fault) for fault in faults_of(event)]
    titles = [event["title"] for event in venue["events"]]
    if len(titles) < 4 or len(set(titles)) != len(titles):
        wrong.append("at least four events, each with a title of its own")
    if {user["role"] for user in venue["staff"]} != {"seller", "supervisor", "manager", "admin"}:
        wrong.append("one person of each role at least")
    for line in wrong:
        print("demo venue: " + line)
    print("demo venue: %d events, %d faults" % (len(titles), len(wrong)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
