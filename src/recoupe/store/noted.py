"""A toll as a check kept it in, the same with the codes that its steps have now out: older versions wrote sentences alone."""

from __future__ import annotations

from typing import Any

from recoupe.model.series import Note

_WROTE = {Note.RECALLED: "told only as the number before", Note.INSTEAD: ", which is taken back"}
"""How a sentence ends that those versions wrote in `change` for what has a code now; it stays as they wrote it."""


def noted(body: dict[str, Any]) -> dict[str, Any]:
    """Return a kept toll whose steps have their `notes`; one that was kept with them is returned as it is."""
    if all("notes" in step for step in body["steps"]):
        return body
    return {**body, "steps": [{"notes": _notes(step.get("change") or ""), **step} for step in body["steps"]]}


def _notes(change: str) -> list[str]:
    return [note.value for note, words in _WROTE.items() if any(one.endswith(words) for one in change.split("; "))]
