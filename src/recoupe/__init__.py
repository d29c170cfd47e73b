"""Recoupe: what the reports on one crisis say, laid over each other, each cell with its exact words."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recoupe.ledger import AddReport, Ledger, try_phrase

__version__ = "0.1.0"
__all__ = ["AddReport", "Ledger", "__version__", "try_phrase"]


def __getattr__(name: str) -> Any:
    # the ledger loads a database library, which `import recoupe` alone should not cost
    if name in __all__:
        return getattr(import_module("recoupe.ledger"), name)
    raise AttributeError(f"module 'recoupe' has no attribute {name!r}")
