"""Sent when what the public sees has changed. Rooms above (web) keep their indexes by them.

Both are sent after the transaction has been committed, with ``case`` (a ``PublishedCase``) or ``case_id``.
"""

from __future__ import annotations

from django.dispatch import Signal

case_published = Signal()
"""A case became public or changed: ``case`` is what the public sees now."""

case_withdrawn = Signal()
"""A case is no longer public: ``case_id``."""
