"""Peelian reads published documents about police misconduct into facts that show their words.

>>> import peelian
>>> reading = peelian.read(peelian.load("report.txt"))   # doctest: +SKIP

Public names are imported on first use, so that ``import peelian`` and the command line start fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from peelian.documents import Document, load
    from peelian.linking import Links, link
    from peelian.reading import Reading, read

__version__ = "0.1.0"
__all__ = ["Document", "Links", "Reading", "__version__", "link", "load", "read"]

_HOMES = {
    "Document": "peelian.documents",
    "load": "peelian.documents",
    "Links": "peelian.linking",
    "link": "peelian.linking",
    "Reading": "peelian.reading",
    "read": "peelian.reading",
}


def __getattr__(name: str) -> Any:
    """Import a public name from its room when it is first asked for."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'peelian' has no attribute {name!r}")
