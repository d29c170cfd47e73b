"""How often somebody tried to come in and failed, and how long they wait before they may try again."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Condition

FREE, FREE_ADDRESS = 5, 20
"""How many times in a row one may fail without waiting: by name, and by address, which many may share."""
ADDRESS = "address"
"""What the key of an address begins with."""
_FORGET = 900.0
_MOST = 10_000


@dataclass(slots=True)
class Attempts:
    """Failures by name and by address, in this process alone. `clock` counts seconds."""

    clock: Callable[[], float] = time.monotonic
    _failed: dict[str, tuple[int, float]] = field(default_factory=dict)
    _under_way: Counter[str] = field(default_factory=Counter)
    _lock: Condition = field(default_factory=Condition)

    @contextmanager
    def one(self, *keys: str) -> Iterator[int]:
        """Hold the place of one attempt while the block runs: for how many seconds it must not be made, 0 where it may.

        No more are under way at once than could fail for nothing; the others wait for what comes of those. Whether it
        failed or succeeded is said within the block.
        """
        with self._lock:
            self._lock.wait_for(lambda: self._longest(keys) or all(self._room(key) for key in keys))
            wait = self._longest(keys)
            if not wait:
                self._under_way.update(keys)
        try:
            yield wait
        finally:
            if not wait:
                with self._lock:
                    self._under_way.subtract(keys)
                    self._under_way = +self._under_way
                    self._lock.notify_all()

    def wait(self, *keys: str) -> int:
        """Return for how many seconds whoever has one of these keys must not try; 0 where they may."""
        with self._lock:
            return self._longest(keys)

    def failed(self, *keys: str) -> None:
        """Remember a failure; each one beyond the free ones doubles the wait, to a quarter of an hour."""
        with self._lock:
            now = self.clock()
            if len(self._failed) > _MOST:
                self._failed = {key: kept for key, kept in self._failed.items() if now - kept[1] < _FORGET}
            for key in keys:
                count, last = self._failed.get(key, (0, now))
                self._failed[key] = (1 if now - last > _FORGET else count + 1, now)

    def succeeded(self, *keys: str) -> None:
        """Forget the failures of these keys."""
        with self._lock:
            for key in keys:
                self._failed.pop(key, None)

    def _longest(self, keys: tuple[str, ...]) -> int:
        now = self.clock()
        return max((self._left(key, now) for key in keys), default=0)

    def _room(self, key: str) -> bool:
        count, last = self._failed.get(key, (0, 0.0))
        failed = 0 if self.clock() - last > _FORGET else count
        return self._under_way[key] < max(1, _free(key) - failed)

    def _left(self, key: str, now: float) -> int:
        count, last = self._failed.get(key, (0, now))
        free = _free(key)
        if count < free:
            return 0
        return max(0, int(last + min(_FORGET, 2.0 ** min(count - free, 10) * 15) - now + 0.999))


def _free(key: str) -> int:
    return FREE_ADDRESS if key.startswith(f"{ADDRESS} ") else FREE
