"""What made a finding: one word for the code and the words that lay accounts over each other."""

from __future__ import annotations

from recoupe.fingerprint import fingerprint

FOLDERS = ("crosscheck", "lexicon", "model")
LIBRARIES = ("rapidfuzz", "anyascii")


def checked_by() -> str:
    """Return the fingerprint of what checks: equal words mean that the same dossier gives the same findings."""
    return fingerprint(FOLDERS, LIBRARIES)
