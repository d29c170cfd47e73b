"""How often somebody tried to come in and failed, and how long they wait before they may try again."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

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
    _lock: Lock = field(default_factory=Lock)

    def wait(self, *keys: str) -> int:
        """Return for how many seconds whoever has one of these keys must not try; 0 where they may."""
        with self._lock:
            now = self.clock()
            return max((self._left(key, now) for key in keys), default=0)

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

    def _left(self, key: str, now: float) -> int:
        count, last = self._failed.get(key, (0, now))
        free = FREE_ADDRESS if key.startswith(f"{ADDRESS} ") else FREE
        if count < free:
            return 0
        return max(0, int(last + min(_FORGET, 2.0 ** min(count - free, 10) * 15) - now + 0.999))
