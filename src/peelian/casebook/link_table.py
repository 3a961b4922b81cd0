"""What linking looks at: mentions in its own keys, and which of them hang together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Q

from peelian.casebook.link_decisions import case_rules, judgements
from peelian.casebook.models import Mention, Pair
from peelian.linking.mentions import Mention as Compared
from peelian.linking.mentions import all_mentions

#: More mentions than this hang together: then all are linked, which costs little more.
FAR: Final = 20_000


#: What is looked at. A case's facts, above all, are never: of all cases at once they would fill gigabytes.
_LOOKED_AT: Final = (
    "key", "index", "name", "subject", "scored", "person__public_id", "case__public_id",
    "source__public_id", "source__published", "source__publisher", "source__kind",
)  # fmt: skip


@dataclass(slots=True)
class Table:
    """Mentions in linking's own keys (``s-…#0``: the source and the subject's place), and ours."""

    rows: dict[str, Mention] = field(default_factory=dict)
    key_of: dict[str, str] = field(default_factory=dict)  # ours to linking's
    readings: list[dict[str, Any]] = field(default_factory=list)

    def compared(self) -> dict[str, Compared]:
        """The mentions in the forms that are compared, by linking's key."""
        return {m.key: m for m in all_mentions(self.readings)}


def table_of(mentions: Any) -> Table:
    """Mentions as linking takes them: a reading a source, its subjects as the newest reading has them."""
    table = Table()
    by_source: dict[int, list[Mention]] = defaultdict(list)
    rows = (
        mentions.select_related("source", "person", "case")
        .only(*_LOOKED_AT)
        .order_by("source", "index", "key")
    )
    for mention in rows:
        by_source[mention.source_id].append(mention)
    for some in by_source.values():
        source = some[0].source
        for place, mention in enumerate(some):
            key = f"{source.public_id}#{place}"
            table.rows[key], table.key_of[mention.key] = mention, key
        table.readings.append(
            {
                "id": source.public_id,
                "published": source.published,
                "publisher": source.publisher,
                "kind": source.kind,
                "subjects": [mention.subject for mention in some],
            }
        )
    return table


def surroundings(keys: Iterable[str]) -> set[str] | None:
    """The keys of all mentions that hang together with these; None if they are too many to look at apart."""
    said, rules = judgements(), case_rules()
    found: set[str] = set()
    new = set(Mention.internal.filter(key__in=list(keys), current=True).values_list("key", flat=True))
    while new:
        found |= new
        if len(found) > FAR:
            return None
        here = list(new)
        near = _neighbours(here) | said.partners(here) | rules.partners(here)
        near &= set(Mention.internal.filter(key__in=near, current=True).values_list("key", flat=True))
        new = near - found
    return found


def _neighbours(here: list[str]) -> set[str]:
    near: set[str] = set()
    for start in range(0, len(here), 400):
        some = here[start : start + 400]
        for left, right in Pair.internal.filter(Q(left__in=some) | Q(right__in=some)).values_list(
            "left", "right"
        ):
            near.update((left, right))
        mine = Mention.internal.filter(key__in=some)
        near.update(
            Mention.internal.filter(
                Q(source__in=mine.values("source"))
                | Q(person__in=mine.exclude(person=None).values("person"))
                | Q(case__in=mine.exclude(case=None).values("case"))
            ).values_list("key", flat=True)
        )
    return near
