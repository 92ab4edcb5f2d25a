"""Two of what there may only be one of: two programs on one folder, and a counter's folder copied to another machine."""

import process
from books import Books
from clerk import Clerk
from failure import await_that, require
from fan import Fan


def instances(make_stage):
    """A second counter, and a second server, on the folder of a running one end with a sentence and disturb nobody."""
    stage = make_stage()
    stage.open_doors()
    clerk = stage.add_clerk()
    require(clerk.sell_reserve(), "the counter does not sell: %s" % clerk.refusal)
    counter = [stage.program("parterre"), "--data", clerk.folder, "--script"]
    server = [stage.program("parterre-server"), "serve", "--data", stage.server.data, "--listen", "127.0.0.1:0"]
    _is_turned_away(counter, "parterre: ")
    clerk.counter.pause()  # one that does not answer has its folder still
    _is_turned_away(counter, "parterre: ")
    clerk.counter.resume()
    _is_turned_away(server, "parterre-server: ")
    require(clerk.sell_reserve() and clerk.sell_centre(), "the counter was disturbed: %s" % clerk.refusal)
    clerk.counter.kill()
    clerk.start()  # a lock does not outlive its owner
    require(clerk.sell_reserve(), "started again, the counter does not sell: %s" % clerk.refusal)
    stage.close()
    return stage


def _is_turned_away(command, name):
    status, _, sentence = process.run(command, "quit\n", 20)
    require(status == 1, "a second instance ended with status %d: %s" % (status, sentence))
    require(name in sentence and "another running program" in sentence, "a second instance said: %s" % sentence)


def copied(make_stage):
    """Off line, the counter and its copy sell the same seats and others. On line again the first is believed; the copy
    is found out, sells no more, and every sale that stands nowhere else is shown there as not confirmed."""
    stage = make_stage()
    stage.open_doors()
    clerk = stage.add_clerk()
    require(clerk.sell_centre() and clerk.sell_reserve(2), "the counter does not sell: %s" % clerk.refusal)
    stage.await_quiet()
    clerk.counter.quit()
    # The centre's address is on the disk too, so both go by the same line.
    copy = Clerk(stage, 2, clerk.line, stage.path("copy"), Books(stage.venue.price_of))
    copy.is_copy_of(clerk)
    clerk.line.cut()
    for each in (clerk, copy):
        each.start(on_line=False)
        require(each.sell_reserve(2, printed=True), "%s does not sell: %s" % (each.name, each.refusal))
    require(copy.sell_reserve(1, printed=True), "the copy does not sell: %s" % copy.refusal)
    copy.counter.pause()
    clerk.line.mend()
    stage.await_quiet()
    copy.counter.resume()
    _is_found_out(stage, copy)
    _gives_nobody_the_seats(stage, copy)
    copy.counter.quit()
    stage.figures["disowned"] = copy.books.counts()[0]
    stage.close()
    return stage


def _is_found_out(stage, copy):
    await_that(lambda: "own record is not complete" in copy.counter.do("status")["halt"], 20,
               "the copy says that it cannot be trusted")
    require(stage.ledger.quarantined_streams() == 1, "the server did not set the copy's operations aside")
    listed = {order["code"]: order["sync"] for order in copy.counter.do("orders")["orders"] if order["mine"]}
    for sale in copy.books.sales_of(copy.name):
        require(listed.get(sale.code) != "confirmed", "the copy shows its own order %s as confirmed" % sale.code)
    require(not copy.sell_reserve(), "the copy sells from the reserve although it was found out")
    require(not copy.sell_centre(), "the copy sells at the centre although it was found out")


def _gives_nobody_the_seats(stage, copy):
    """Somebody holds paper for them; until a person has looked nobody else gets them."""
    for sale in copy.books.sales_of(copy.name):
        for seat in sale.places:
            status, _ = Fan("A late fan", stage.server.port).hold(stage.house.event, [seat])
            require(status == 409, "a fan was answered %d for %s, sold at the copy" % (status, seat))
