"""What happened, as an article tells it: a parsed paragraph in, events out, bound to the article in a second step."""

from recoupe.extract.events.bind import bind_events
from recoupe.extract.events.read import read_events

__all__ = ["bind_events", "read_events"]
