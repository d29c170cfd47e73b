"""What was set aside, and why: an output like any other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A document or a part of one that was not read. `code` is that of an error, `reason` the sentence shown."""

    name: str
    stage: str
    code: str
    reason: str
