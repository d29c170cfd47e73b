"""The French tokenizer's one huge regular expression, compiled in its factored form.

spaCy's French token pattern is 1.45 MB: 266 alternatives that each repeat the Unicode letter classes. Compiling it costs
seconds at every load. The alternatives that differ only in their first part are joined here (`^a-x+$|^b-x+$` becomes
`^(?:a|b)-x+$`), which matches the same words. A pattern of another shape is compiled as it stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

HUGE = 1_000_000
HYPHENS = "[-–—‐‑]"


def factored(pattern: str) -> str | None:
    """Return a pattern that matches the same words and is far smaller, or None where the shape is not the known one.

    >>> factored("(?iu)(?:^a[-–—‐‑][xy]+$)|(?:^b[-–—‐‑][xy]+$)")
    '(?iu)^(?:a|b)[-–—‐‑][xy]+$'
    """
    if not pattern.startswith("(?iu)(?:^") or not pattern.endswith("$)"):
        return None
    heads: defaultdict[str, list[str]] = defaultdict(list)
    for alternative in pattern.removeprefix("(?iu)(?:").removesuffix(")").split(")|(?:^"):
        body = alternative.removeprefix("^").removesuffix("$")
        if not alternative.endswith("$"):
            return None
        cut = _last_plain_hyphen(body)
        heads[body[cut:]].append(body[:cut])
    return "(?iu)" + "|".join(f"^(?:{'|'.join(dict.fromkeys(group))}){tail}$" for tail, group in heads.items())


def _last_plain_hyphen(body: str) -> int:
    """Return where the tail that many alternatives share begins: at the first hyphen class outside all brackets."""
    at = body.find(HYPHENS)
    while at > 0:
        head = body[:at]
        if head.count("(") == head.count(")") and head.count("[") == head.count("]"):
            return at
        at = body.find(HYPHENS, at + 1)
    return 0


@contextmanager
def factored_compile() -> Iterator[None]:
    """Within this context `re.compile` compiles the huge French token pattern in its factored form."""
    plain = re.compile

    def compile_factored(pattern: Any, flags: Any = 0) -> Any:
        if isinstance(pattern, str) and len(pattern) > HUGE and (short := factored(pattern)) is not None:
            try:
                return plain(short, flags)
            except re.error:
                return plain(pattern, flags)
        return plain(pattern, flags)

    re.compile = compile_factored  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = plain
