"""The French tokenizer's one huge regular expression in, one that matches the same words and compiles at once out.

spaCy's French token pattern is 1.45 MB: 266 alternatives, each of which repeats the class of all letters, whose compiling
costs seconds at every load. Alternatives that begin and end with the same classes are joined here (`^b[…]+$|^c[…]+$`
becomes `^(?:b|c)[…]+$`), so that each class stands once. A pattern of another shape is compiled as it stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# the only pattern of this size is the one meant here
HUGE = 1_000_000
CLASSES = r"(?:\[[^\[\]]{200,}\][+*]?)+"
ALTERNATIVE = re.compile(rf"\^({CLASSES})?([^\\]*?)({CLASSES})\$")


def factored(pattern: str) -> str | None:
    """Return a pattern that matches the same words and is far smaller, or None where the shape is not the known one.

    >>> letters = "[" + "".join(chr(code) for code in range(0x100, 0x200)) + "]"
    >>> factored(f"(?iu)(?:^non-{letters}+$)|(?:^demi-{letters}+$)") == f"(?iu)^(?:non-|demi-){letters}+$"
    True
    """
    if not (pattern.startswith("(?iu)(?:^") and pattern.endswith("$)")):
        return None
    middles: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for alternative in pattern.removeprefix("(?iu)(?:").removesuffix(")").split(")|(?:"):
        shape = ALTERNATIVE.fullmatch(alternative)
        if shape is None or not _whole(shape[2]):
            return None
        middles[shape[1] or "", shape[3]][shape[2]] = None
    return "(?iu)" + "|".join(f"^{first}(?:{'|'.join(group)}){last}$" for (first, last), group in middles.items())


def _whole(part: str) -> bool:
    """Say whether a part can stand in an alternation: its brackets close, and it is no alternation itself."""
    depth = 0
    for character in re.sub(r"\[[^\[\]]*\]", "", part):
        depth += (character == "(") - (character == ")")
        if depth < 0 or character in "[]" or (character == "|" and depth == 0):
            return False
    return depth == 0


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

    re.compile = compile_factored
    try:
        yield
    finally:
        re.compile = plain
