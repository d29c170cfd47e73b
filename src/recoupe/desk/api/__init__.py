"""The HTTP interface, version 1: one file a noun, each with the `router` of its addresses; a file that is put here is served."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

PREFIX = "/api/v1"
"""Where the interface stands. What is there keeps its meaning; what would change it is a version 2."""


def nouns() -> tuple[ModuleType, ...]:
    """Return the files that have addresses of the interface, by name."""
    found = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return tuple(sorted((module for module in found if hasattr(module, "router")), key=lambda module: module.__name__))
