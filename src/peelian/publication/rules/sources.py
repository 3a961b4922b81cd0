"""Facts whose sources may not be shown: what nobody can trace is not shown either."""

from __future__ import annotations

from collections.abc import Iterator

from peelian.casefile.facts import Fact
from peelian.publication.context import Context, citations_of, records_of
from peelian.publication.filtering import Decided, gone, removed
from peelian.publication.rulings import Ruling

RULE = "source_not_shown"


def facts_without_source(context: Context, decided: Decided) -> Iterator[Ruling]:
    """Withhold each fact of which no source is left to show, without a trace where a source is gone so.

    A fact that no source tells (people at the desk wrote it) is not meant. Policy: every fact shows what it rests on.
    """
    if not context.policy.public:
        return
    for party in context.case.parties:
        places: list[tuple[str, tuple[Fact, ...]]] = [
            (f"{party.person}/{name}", (fact,)) for name, fact in party.facts.items()
        ]
        places += [(f"{party.person}/{name}", facts) for name, facts in party.lists.items()]
        for record in records_of(party):
            whole = tuple(record.facts.values())
            places += [(record.id, whole)] if whole else []
            places += [(f"{record.id}/{name}", (fact,)) for name, fact in record.facts.items()]
        for target, facts in places:
            sources = _sources(context, facts)
            if sources and all(gone(decided, source) for source in sources):
                silent = any(removed(decided[source]) for source in sources if source in decided)
                yield Ruling(rule=RULE, target=target, effect="remove" if silent else "withhold")


def _sources(context: Context, facts: tuple[Fact, ...]) -> set[str]:
    return {context.original(citation.source) for fact in facts for citation in citations_of(fact)}
