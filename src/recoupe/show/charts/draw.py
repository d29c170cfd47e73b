"""A specification in, its picture out: SVG or PNG, drawn on this machine; what was drawn lately is at hand."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any

from recoupe.catalogue import LANGUAGES

_LOCALES = {"fr": "fr-FR", "en": "en-GB"}
_KEPT = 64
"""Pictures at hand."""
_VERSION = "5.21"


class Drawer:
    """Draws specifications one at a time, and keeps the last pictures by what they were drawn from."""

    def __init__(self, most: int = _KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def svg(self, spec: dict[str, Any], language: str = LANGUAGES[0]) -> bytes:
        """Return a picture as SVG, in UTF-8."""
        return self._drawn("svg", spec, language, lambda vl, **how: vl.vegalite_to_svg(spec, **how).encode())

    def png(self, spec: dict[str, Any], language: str = LANGUAGES[0], *, scale: float = 2) -> bytes:
        """Return a picture as PNG, `scale` pixels for each of its own."""
        return self._drawn(
            f"png{scale}", spec, language, lambda vl, **how: bytes(vl.vegalite_to_png(spec, scale=scale, **how))
        )

    def png_of(self, svg: str, *, scale: float = 2) -> bytes:
        """Return an SVG document that loads nothing as PNG, `scale` pixels for each of its own."""
        return self._drawn(f"png{scale}", {"svg": svg}, "", lambda vl, **_: bytes(vl.svg_to_png(svg, scale=scale)))

    def _drawn(self, form: str, spec: dict[str, Any], language: str, draw: Callable[..., bytes]) -> bytes:
        text = json.dumps([form, language, spec], sort_keys=True, ensure_ascii=False)
        key = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        with self._lock:
            if key not in self._kept:
                import vl_convert

                # no address is allowed: nothing is loaded, whatever a specification names
                locale = _LOCALES.get(language, _LOCALES[LANGUAGES[0]])
                self._kept[key] = draw(
                    vl_convert,
                    vl_version=_VERSION,
                    allowed_base_urls=[],
                    format_locale=locale,
                    time_format_locale=locale,
                )
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]


DRAWER = Drawer()
"""The one of this process."""
