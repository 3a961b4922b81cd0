"""``{% load intake_appeals %}{% appeals_for case_public_id %}``: the appeals that stand on a case, for its page.

The page's room imports nothing of this one: it names the tag, and the project puts both together.
"""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import timezone

from peelian.intake import appeals, helplines

register = template.Library()


@register.inclusion_tag("intake/_appeals.html")
def appeals_for(case_public_id: str) -> dict[str, Any]:
    """What is asked, until when, the way to the form, and the helplines that suit the harm."""
    today = timezone.localdate()
    words = helplines.needs()
    standing = []
    for appeal in appeals.open_for(case_public_id, today):
        chosen = {words[need] for need in appeal.needs if need in words}
        standing.append((appeal, [entry for entry in helplines.by_need(appeal.needs) if entry[0] in chosen]))
    return {"standing": standing}
