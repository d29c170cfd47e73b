"""The pages: one file a view, each with the `router` of its addresses; a file that is put here is served."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

PAGES: tuple[ModuleType, ...] = tuple(
    import_module(f"{__name__}.{name}") for name in sorted(module.name for module in iter_modules(__path__))
)
"""All of them, by name."""
