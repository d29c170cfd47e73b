"""What was set aside, and why: an output like any other."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.errors import RecoupeError


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A document or a part of one that was not read. `code` is that of an error, `reason` the sentence shown."""

    name: str
    stage: str
    code: str
    reason: str

    @classmethod
    def because(cls, error: RecoupeError, *, name: str, stage: str) -> Skipped:
        """Return what stands for a document that `error` kept from being read."""
        detail = f" ({error.detail})" if error.detail else ""
        return cls(name=name, stage=stage, code=error.code, reason=f"{error.says}{detail}. {error.remedy}".strip())
