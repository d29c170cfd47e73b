"""Which code and words made something: one word for them, so that what was made by the same need not be made again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib import metadata, resources
from importlib.resources.abc import Traversable


@cache
def fingerprint(folders: tuple[str, ...], libraries: tuple[str, ...]) -> str:
    """Return `recoupe-<version>+<hash>`: the hash covers the code and lexicons of some folders of this package, the order
    of its stages, and the versions of the libraries that what is made depends on."""
    taken = blake2b(digest_size=6)
    for package in libraries:
        taken.update(f"{package}={metadata.version(package)}\n".encode())
    root = resources.files("recoupe")
    for folder in folders:
        for name, data in sorted(_files(root / folder, folder)):
            taken.update(name.encode() + b"\0" + data + b"\0")
    taken.update((root / "flow.py").read_bytes())
    from recoupe import __version__

    return f"recoupe-{__version__}+{taken.hexdigest()}"


def _files(folder: Traversable, path: str) -> Iterable[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir() and item.name != "__pycache__":
            yield from _files(item, f"{path}/{item.name}")
        elif item.name.endswith((".py", ".toml")):
            yield f"{path}/{item.name}", item.read_bytes()
