"""The event the tour is played on: its plan, and what everybody sees of its seats."""

from failure import require


class House:
    """Read through the fans' API, as any page would."""

    def __init__(self, fan, title):
        events = [event for event in fan.get("/api/v1/events")["events"] if event["title"] == title]
        require(events, "the centre does not list the event %s" % title)
        require(events[0]["sale_state"] == "on_sale", "the event %s is not on sale" % title)
        self.fan = fan
        self.title = title
        self.event = events[0]["id"]
        plan = fan.get("/api/v1/events/%s/plan" % self.event)
        self.labels = [seat["label"] for section in plan["sections"] for row in section["rows"]
                       for seat in row["seats"]]
        self.position = {label: i for i, label in enumerate(self.labels)}
        self.sections = [section["name"] for section in plan["sections"]]
        require(len(self.labels) >= 20, "the plan has %d seats; the tour needs at least 20" % len(self.labels))

    def states(self):
        """One character a seat: f free (in a reserve, too, while its counter answers), h held, x not available."""
        return self.fan.get("/api/v1/events/%s/seats" % self.event)["states"]

    def free(self):
        return [label for label, state in zip(self.labels, self.states()) if state == "f"]

    def count(self, state):
        return self.states().count(state)
