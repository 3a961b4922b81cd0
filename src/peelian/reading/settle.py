"""Settling: finished drafts become a reading of plain values, with evidence for each by construction."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

from peelian.reading.model import Cited, HelplineDraft, Span, SpeakerDraft, SubjectDraft

Evidence = dict[str, list[Span]]


def settle(
    subjects: list[SubjectDraft],
    speakers: list[SpeakerDraft],
    helplines: list[HelplineDraft],
    evidence: Evidence,
) -> tuple[list[Any], list[Any], list[Any]]:
    """Plain subjects, speakers and helplines of the drafts; their evidence goes into ``evidence`` by JSON Pointer."""
    return (
        _plain(subjects, "/subjects", evidence),
        _plain(speakers, "/speakers", evidence),
        _plain(helplines, "/helplines", evidence),
    )


# The fields of each kind of draft, and what takes all their values at once.
_FIELDS: dict[type, tuple[tuple[str, ...], attrgetter[tuple[Any, ...]]]] = {}


def _plain(value: Any, at: str, evidence: Evidence) -> Any:
    if value is None:
        return None
    if isinstance(value, Cited):
        evidence[at] = list(value.spans)
        return value.value
    if isinstance(value, list):
        return [_plain(v, f"{at}/{i}", evidence) for i, v in enumerate(value)]
    kind = type(value)
    known = _FIELDS.get(kind)
    if known is None:
        if not is_dataclass(value):
            raise TypeError(f"{kind.__name__} at {at} is not a draft: only cited values can be settled")
        names = tuple(f.name for f in fields(value) if f.name != "anchor")
        known = _FIELDS[kind] = names, attrgetter(*names)
    out: dict[str, Any] = {}
    for name, part in zip(known[0], known[1](value), strict=True):
        if part is None:
            if name != "background":
                out[name] = None
        elif isinstance(part, Cited):  # (most are: no call for each)
            evidence[f"{at}/{name}"] = list(part.spans)
            out[name] = part.value
        else:
            out[name] = _plain(part, f"{at}/{name}", evidence)
    return out
