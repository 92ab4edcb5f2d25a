"""The server comes back from yesterday's backup while counters hold newer sales."""

import json
import secrets
import shutil

from failure import await_that, require
from fan import Fan
from load import buy


def server(make_stage):
    """One counter is on line when the server comes back, another is not and sells on. Until both have spoken no fan gets
    a seat; in the end every sale that a clerk was told of is there."""
    stage = make_stage()
    stage.open_doors()
    on_line, off_line = stage.add_clerk(), stage.add_clerk()
    for clerk in (on_line, off_line):
        require(clerk.sell_centre(2) and clerk.sell_reserve(), "%s does not sell: %s" % (clerk.name, clerk.refusal))
    _fan_buys(stage)
    stage.await_quiet()
    backup = stage.path("yesterday")
    stage.server.command("backup", "--to", backup)
    require(on_line.sell_centre(2, printed=True) and on_line.sell_reserve(2, printed=True),
            "after the backup the counter does not sell: %s" % on_line.refusal)
    stage.await_quiet()
    off_line.line.cut()
    off_line.counter.do("await-line", "down")
    newer = off_line.sell_reserve(3, printed=True)
    require(newer, "off line the counter does not sell: %s" % off_line.refusal)
    _come_back_from(stage, backup)
    on_line.counter.do("await-line", "up")
    require(_answer(stage, sorted(newer.places)) != 201, "a fan was given seats that the counter without a line has sold")
    require(_answer(stage) != 201, "fans are sold seats before every counter has said what it knows")
    off_line.line.mend()
    await_that(lambda: _fan_buys(stage), 60, "fans can buy again")
    for clerk in (on_line, off_line):
        clerk.counter.do("await-line", "up")
        require(clerk.sell_centre(), "after the restore %s does not sell: %s" % (clerk.name, clerk.refusal))
    stage.close()
    return stage


def _come_back_from(stage, backup):
    stage.server.kill()
    shutil.rmtree(stage.server.data)
    stage.server.command("restore", "--from", backup)
    stage.server.start()


def _answer(stage, seats=None):
    """Status of one try; "later" (503) is an answer here."""
    wish = {"seats": seats} if seats else {"best": {"quantity": 1}}
    return Fan("An early fan", stage.server.port).send(
        "POST", "/api/v1/events/%s/holds" % stage.house.event, json.dumps(wish),
        {"Content-Type": "application/json", "Idempotency-Key": secrets.token_urlsafe(24)})[0]


def _fan_buys(stage):
    fan = Fan("A patient fan", stage.server.port)
    status, hold = fan.hold(stage.house.event, best=1)
    return status == 201 and buy(stage, fan, hold)
