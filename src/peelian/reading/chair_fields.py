"""Chairs in fields: who a notice names beside a label of its own ("Chair: Ms Ann Lee, legally qualified")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.chair_names import name_in, role_in
from peelian.reading.labels import Field
from peelian.reading.model import Span
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared


@dataclass(slots=True)
class Chair:
    """One who presided or decided: the name's span and text, and the words of the role, where told."""

    at: int
    name: str | None
    name_span: Span | None
    role: str | None
    role_span: Span | None
    who: tuple[Person, ...]
    sentence: int
    field: bool
    weight: float


def from_fields(prepared: Prepared, fields: list[Field]) -> list[Chair]:
    out: list[Chair] = []
    text = prepared.page.text
    for f in fields:
        if f.name == "chair_role" and out:  # "Capacity of chair": it says more than the label "Chair" did
            out[-1].role, out[-1].role_span = text[f.start : f.end], (f.start, f.end)
        if f.name != "chair":
            continue
        others = _OTHERS.search(prepared.page.low, f.start, f.end)
        start, end = f.start, f.end if others is None else others.start()
        low = prepared.page.low[start:end]
        label = prepared.page.low[f.label_start : f.start]
        if ";" in low or "panel" in label or "tribunal:" in label or "members" in label:
            part = _presiding_part(low)
            unsaid = "chair" not in label and not re.search(r"chair|lqc|legally", low)
            if part is None and unsaid and re.search(r"panel|members|tribunal:", label):
                continue
            if part is not None:
                start, end = f.start + part[0], f.start + part[1]
        elif label.strip(" :") in ("before", "panel") and not re.search(
            r"chair|lqc|legally|constable|mr |ms |mrs |miss |dr |[a-z]+ [a-z]+", low
        ):
            continue
        role = role_in(prepared, start, end)
        name = name_in(prepared, start, end, role)
        if role is None and name is not None:
            role = _label_role(prepared, f)
        if name is None and role is None:
            continue
        out.append(
            Chair(
                f.start, text[name[0] : name[1]] if name else None, name, text[role[0] : role[1]] if role else None, role,
                prepared.cast.who(f.label_start), prepared.page.sentence_index(f.start), True, 6.0,
            )
        )  # fmt: skip
    return out


# The panel's others, on the chair's line: "Chair: Ms Ann Lee. Members: Supt Rhys Dace, Mr J Hall".
_OTHERS: Final = re.compile(
    r"(?<=[\w).])[.,;]? ?\(?\b(?:(?:other |lay |panel |independent |wing )?members? ?[:\u2013-]|(?:sitting )?with (?:mr|ms|mrs|miss|supt|superintendent|cmdr|commander|dr)\b|assisted by|assessors?:)"
)


def _presiding_part(low: str) -> tuple[int, int] | None:
    """The part of a list of panel members that tells of the chair."""
    at = 0
    between = (
        r"(;)"
        if ";" in low
        else r"(, (?=(?:mr|mrs|ms|miss|dr|t/|supt|superintendent|chief|commander|sir|dame)\b))"
    )
    for part in re.split(between, low):
        if re.search(r"\bchair\w*|\blqc\b|legally qualified", part):
            return at, at + len(part)
        at += len(part)
    return None


def _label_role(prepared: Prepared, f: Field) -> Span | None:
    label = prepared.page.low[f.label_start : f.start]
    found = re.search(
        r"(?:legally qualified |panel |tribunal |independent )?(?:chair(?:person|man|woman)?\b|legally qualified person|lqc)(?! (?:by|name))(?! ?ed)",
        label,
    )
    return (f.label_start + found.start(), f.label_start + found.end()) if found else None
