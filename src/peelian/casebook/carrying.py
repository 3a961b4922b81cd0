"""Carrying decisions over to a new reading: the keys of subjects and statements that are still told.

A key is made of what is said and of its words, so most stay by themselves. Where a new reader reads a
name more fully, or takes a word more into a span, the key would change and the decisions on it would hang
in the air: here the old key is kept wherever old and new are plainly the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from peelian.casebook.models import Mention, Statement
from peelian.casefile.facts import Statement as Told
from peelian.casefile.statements import MentionDraft


def carried(
    drafts: Sequence[MentionDraft],
    before: Sequence[Mention],
    statements: Mapping[int, Sequence[Statement]],
) -> list[MentionDraft]:
    """The drafts of a new reading, with the keys that their subjects and statements had before.

    ``before`` are the mentions of the source as they stand; ``statements`` those of the last reading, by
    the number of their mention. A draft whose subject is new is returned as it is.
    """
    left = {mention.key: mention for mention in before}
    out: list[MentionDraft | None] = [None] * len(drafts)
    for n, draft in enumerate(drafts):
        if (mention := left.pop(draft.key, None)) is not None:
            out[n] = _keep(draft, mention, statements.get(mention.pk, ()))
    rest = [n for n, draft in enumerate(out) if draft is None]
    scores = sorted(
        ((-_shared(drafts[n], statements.get(m.pk, ())), n, key) for n in rest for key, m in left.items()),
    )
    for score, n, key in scores:
        if score <= -0.5 and out[n] is None and key in left:
            mention = left.pop(key)
            out[n] = _keep(drafts[n], mention, statements.get(mention.pk, ()))
    return [drafts[n] if draft is None else draft for n, draft in enumerate(out)]


def _identity(field: str, value: Any) -> tuple[str, str]:
    return field, json.dumps(value, sort_keys=True)


def _shared(draft: MentionDraft, old: Sequence[Statement]) -> float:
    """How much of the shorter of two lists of statements the other has too."""
    one = {_identity(s.field, s.value) for s in draft.statements}
    other = {_identity(s.field, s.value) for s in old}
    return len(one & other) / max(1, min(len(one), len(other)))


def _keep(draft: MentionDraft, mention: Mention, old: Sequence[Statement]) -> MentionDraft:
    """The draft under its old key; each statement under the key of the old one that says the same."""
    free = {s.key: s for s in old}
    keys: dict[int, str] = {}
    for fits in (_same_key, _same_words, _words_overlap, _same_value):
        for n, told in enumerate(draft.statements):
            if n in keys:
                continue
            key = next((k for k, s in free.items() if fits(told, s)), None)
            if key is not None:
                keys[n] = key
                del free[key]
    taken = set(keys.values())
    statements = tuple(
        msgspec.structs.replace(
            told, mention=mention.key, key=keys[n] if n in keys else _fresh(told.key, taken)
        )
        for n, told in enumerate(draft.statements)
    )
    return msgspec.structs.replace(draft, key=mention.key, statements=statements)


def _fresh(key: str, taken: Iterable[str]) -> str:
    return f"{key}~" if key in taken else key


def _same_key(told: Told, old: Statement) -> bool:
    return told.key == old.key


def _same_words(told: Told, old: Statement) -> bool:
    return _same_value(told, old) and told.quote == old.quote


def _words_overlap(told: Told, old: Statement) -> bool:
    return _same_value(told, old) and any(
        start < e and s < end for start, end in told.spans for s, e in old.spans
    )


def _same_value(told: Told, old: Statement) -> bool:
    return told.field == old.field and bool(told.value == old.value)
