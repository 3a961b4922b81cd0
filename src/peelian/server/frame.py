"""What every page's frame knows: whether all here is invented, and who runs the casebook."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """The frame's part of a template's context."""
    return {"fictional": settings.FICTIONAL, "operator": settings.OPERATOR}
