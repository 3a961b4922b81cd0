"""Readings to link: short to write, in the guide's shape."""

from __future__ import annotations

from typing import Any


def subject(name: str | None = None, **fields: Any) -> dict[str, Any]:
    """A subject of whom nothing is told but what is given; `date`, `outcome`, `chair`, `kind` make a proceeding."""
    proceeding = {key: fields.pop(key) for key in ("kind", "date", "chair", "outcome") if key in fields}
    offences = [
        {"offence": o, "title": o, "count": None, "plea": None, "stage": "convicted"}
        for o in fields.pop("offences", [])
    ]
    blank: dict[str, Any] = {
        "name": name, "label": None, "former": None, "rank": "police_constable", "collar_number": None, "age": None,
        "force": "kent", "posts": [], "residence": None, "joined": None, "courts": [], "sentenced_on": None,
        "sentences": [], "orders": [], "investigation": {"bodies": [], "oversight": None, "mode": None},
        "appeal": None, "suspended": None, "restricted": None, "resigned": None, "barred": None,
    }  # fmt: skip
    made = {"kind": "misconduct_hearing", "date": None, "chair": None, "chair_role": None, "venue": None,
            "finding": None, "outcome": None, "standards": [], **proceeding}  # fmt: skip
    return {**blank, "offences": offences, "proceeding": made if proceeding else None, **fields}


def reading(
    id: str, *subjects: dict[str, Any], published: str | None = "2019-05-01", kind: str = "news"
) -> dict[str, Any]:
    """A reading of those subjects."""
    return {
        "id": id, "title": None, "published": published, "publisher": None, "kind": kind,
        "subjects": list(subjects), "speakers": [], "helplines": [],
    }  # fmt: skip
