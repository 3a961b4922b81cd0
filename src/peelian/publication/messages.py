"""The fixed sentences and names that the gate writes, in English: what a translator is given.

The gate is pure and writes English. Pages translate where they show: these very sentences are the message ids
(``web.messages`` hands them to Django's ``makemessages``). Titles and summaries of cases, and labels put together
of several words, are made of facts in English and are not among them.
"""

from __future__ import annotations

from collections.abc import Iterator

from peelian import law
from peelian.casebook.values import IDS
from peelian.casefile.kinds import KINDS
from peelian.publication import building, gate, rulebook, wording
from peelian.publication.rules.matters import QUASHED
from peelian.publication.rules.spent import UNTIL_SPENT
from peelian.publication.rulings import SHOWN_BY_DECISION

#: The vocabularies whose names stand on public pages.
VOCABULARIES = (
    "forces", "ranks", "offences", "sentences", "orders", "proceedings", "findings", "outcomes", "standards",
    "modes", "bodies", "regimes",
)  # fmt: skip


def messages() -> list[str]:
    """Every such sentence and name once, in order of the alphabet."""
    return sorted({one for one in _all() if one})


def _all() -> Iterator[str]:
    for rule in rulebook.rules().values():
        yield rule.reason
    yield from rulebook.headings().values()
    yield from wording.WHY.values()
    yield from wording.STAGES.values()
    yield from wording.BODIES.values()
    yield from building.UNTOLD.values()
    yield from (
        wording.APPEALED,
        gate.ACTIVE,
        gate.UNPROVEN,
        gate.HELD_TITLE,
        QUASHED,
        UNTIL_SPENT,
        SHOWN_BY_DECISION,
    )
    yield from (kind.title for kind in KINDS.values())
    yield from (wording.label("", one) for one in (True, False))
    for field in ("offences.plea", "appeal.kind", "appeal.result", "resigned"):
        yield from (wording.label(field.rpartition(".")[2], one) for one in IDS[field])
    for name in VOCABULARIES:
        yield from (term.name for term in law.vocabulary(name))
