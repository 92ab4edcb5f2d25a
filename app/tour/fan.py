"""A fan: talks HTTP to the centre as a browser or an app does, and asks again when an answer never came."""

import html
import http.client
import json
import re
import secrets
import time
import urllib.parse

from failure import TourFailure, require

_GIVE_UP = 45  # seconds of asking again


class Fan:
    def __init__(self, name, port):
        self.name = name
        self.email = name.lower().replace(" ", ".") + "@example.org"
        self._port = port
        self._session = None
        self.unanswered = 0  # how often the answer got lost

    # ---- HTTP
    def send(self, method, path, body=None, headers=()):
        """One exchange: (status, headers, text). OSError or HTTPException when there is no answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
        try:
            connection.request(method, path, body, dict(headers))
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            connection.close()

    def call(self, method, path, body=None):
        """A JSON call; repeated with the same Idempotency-Key until it is answered."""
        headers = {"Idempotency-Key": secrets.token_urlsafe(24)}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if self._session:
            headers["Authorization"] = "Bearer " + self._session
        end = time.monotonic() + _GIVE_UP
        while True:
            try:
                status, head, text = self.send(method, path, None if body is None else json.dumps(body), headers)
                if status != 503:
                    break
            except (OSError, http.client.HTTPException):
                self.unanswered += 1
            if time.monotonic() > end:
                raise TourFailure("%s got no answer to %s %s" % (self.name, method, path))
            time.sleep(0.1)
        self._session = head.get("Parterre-Session") or self._session
        return status, json.loads(text) if text else {}

    def get(self, path):
        status, answer = self.call("GET", path)
        require(status == 200, "%s: GET %s answered %d: %s" % (self.name, path, status, answer))
        return answer

    # ---- The shop
    def hold(self, event, seats=None, best=0):
        wish = {"seats": seats} if seats else {"best": {"quantity": best}}
        return self.call("POST", "/api/v1/events/%s/holds" % event, wish)

    def check_out(self, hold):
        """Asks to pay: (status, answer)."""
        return self.call("POST", "/api/v1/holds/%s/checkout" % hold["hold"],
                         {"email": self.email, "name": self.name, "payment": {"method": "test"}})

    def pay(self, hold):
        """Checks out and fetches the order: {code, places, total}."""
        status, answer = self.check_out(hold)
        require(status == 201, "%s could not pay: %d %s" % (self.name, status, answer))
        return self.order(answer["order"], answer["key"])

    def order(self, order, key):
        seen = self.get("/api/v1/orders/%s?key=%s" % (order, key))
        require(all(ticket.get("code") for ticket in seen["tickets"]), "%s got a ticket without a code" % self.name)
        return {"code": seen["code"], "places": [ticket["place"] for ticket in seen["tickets"]],
                "total": seen["total"]}

    def release(self, hold):
        self.call("DELETE", "/api/v1/holds/%s" % hold["hold"])

    # ---- The pages, without any script
    def browse_and_buy(self, event, quantity):
        """Event list, event, hold, checkout, order page: as forms of a browser. Returns {code, places}."""
        cookie = {}

        def visit(method, path, form=None):
            headers = dict(cookie)
            if form is not None:
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            status, head, text = self.send(method, path, urllib.parse.urlencode(form) if form else None, headers)
            if "Set-Cookie" in head:
                cookie["Cookie"] = head["Set-Cookie"].split(";")[0]
            if status in (302, 303):
                return visit("GET", head["Location"])
            require(status == 200, "%s: the page %s answered %d" % (self.name, path, status))
            return path, text

        require("/events/" + event in visit("GET", "/")[1], "the fan page does not list the event")
        path, page = visit("GET", "/events/" + event)
        path, page = visit("POST", path + "/hold", [("best", quantity), ("once", _field(page, "once"))])
        form = [(name, html.unescape(value)) for name, value in _inputs(page)]
        path, page = visit("POST", path + "/checkout", form + [("email", self.email), ("name", self.name)])
        code = re.search(r"Order code <strong>(\w+)</strong>", page)
        require(code, "%s paid but the page shows no order code" % self.name)
        found = re.search(r"^/orders/(\w+)\?key=([^&]+)$", path)
        require(found, "%s paid but was not led to the order's page" % self.name)
        return self.order(*found.groups())


def _field(page, name):
    found = re.search(r'name="%s" value="([^"]*)"' % name, page)
    require(found, 'a page has no field "%s"' % name)
    return found.group(1)


def _inputs(page):
    """The checkout form's own fields in their order: the token, each place, and the first price type of each."""
    found = re.findall(r'<input type="hidden" name="(once|place)" value="([^"]*)">|'
                       r'<select name="(type)"[^>]*><option value="([^"]*)"', page)
    return [(name or choice, value if name else first) for name, value, choice, first in found]
