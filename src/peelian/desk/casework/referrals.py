"""The checklist of referral to the oversight body: asked by the door and the date, recorded with its outcome and rule.

Source: Police Reform Act 2002 Sch. 3; Complaints and Misconduct Regulations of the date (``law.referral``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from peelian import law
from peelian.casebook.audit import Actor
from peelian.casebook.models import Case, Decision
from peelian.desk.casework import moving
from peelian.desk.casework.recording import NotRecorded, plain_text


def assess(
    case: Case,
    door: str,
    on: str,
    met: Iterable[str],
    by: Actor,
    *,
    reason: str = "",
    seen: int | None = None,
) -> tuple[Decision, law.Referral]:
    """Record which criteria are met and what follows: mandatory, voluntary or none, by which rule.

    ``on`` is the day of the decision in any form that is read; it has to be a whole day. Raises
    `NotRecorded`, ``Overtaken``, ``UnknownTerm``.
    """
    day, reason = read_day(on), plain_text(reason)
    result = law.referral(list(met), day, door=door)
    payload: dict[str, Any] = {
        "what": "act",
        "act": "referral_assessed",
        "title": "Referral assessed",
        "recorded": {
            "date": day,
            "door": door,
            "referral_criteria": [one.id for one in result.criteria],
            "result": result.result,
            "rule": result.rule,
            "rule_source": result.source,
            "rule_verified": result.verified,
            **({"reason": reason.strip()} if reason.strip() else {}),
        },
    }
    with transaction.atomic():
        moving.current(case, seen)
        return moving.keep(case, payload, reason.strip(), by), result


def read_day(text: str) -> str:
    """A whole day as EDTF. Raises `NotRecorded`."""
    from peelian.desk.casework.standing import whole

    found = law.parse_date(text.strip()) if text.strip() else None
    if found is None or whole(found) is None:
        raise NotRecorded({"on": "Give the whole day of the decision: the list depends on it."})
    return found
