"""A file that several processes rewrite: each waits for its turn, and the turn of one that dies is over."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Hold the turn at a file while the block runs; the lock is an empty file beside it. Errors: OSError."""
    handle = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        # closed, it is free again
        os.close(handle)
