"""The sources of a published case: those that tell something that is shown, their titles and addresses weighed."""

from __future__ import annotations

from collections.abc import Container

import msgspec

from peelian.casefile.facts import Party, Source
from peelian.publication import rulebook
from peelian.publication.context import Context, all_facts, citations_of
from peelian.publication.filtering import Decided, gone, removed
from peelian.publication.scanning import pointer_of
from peelian.publication.secrets import Secrets
from peelian.publication.shapes import PublishedSource, State


class Sourcing:
    """Makes the sources of one case from its filtered parties and the rulings that won."""

    def __init__(
        self, context: Context, decided: Decided, secrets: Secrets, parties: tuple[Party, ...]
    ) -> None:
        self.context, self.decided, self.secrets, self.kept = context, decided, secrets, parties
        self._pointer = pointer_of(context, decided)

    def sources(self) -> tuple[PublishedSource, ...]:
        """Every source that still tells something here; where something is gone without a trace, no other."""
        told = {c.source for party in self.kept for fact in all_facts(party) for c in citations_of(fact)}
        silent = any(removed(ruling) for ruling in self.decided.values())
        copies: dict[str, int] = {}
        for source in self.context.case.sources:
            if source.copy_of:
                copies[source.copy_of] = copies.get(source.copy_of, 0) + 1
                told |= {source.copy_of} if source.id in told else set()
        names_withheld = self._naming_sources()
        made = []
        for source in self.context.case.sources:
            if source.copy_of and source.copy_of in self.context.sources:
                continue
            if gone(self.decided, source.id) or (silent and source.id not in told):
                continue
            made.append(self._source(source, copies.get(source.id, 0), source.id in names_withheld))
        return tuple(made)

    def _naming_sources(self) -> set[str]:
        """The sources that name somebody whose name is withheld: a link to them would name him."""
        found: set[str] = set()
        for party in self.context.case.parties:
            fact = party.facts.get("name")
            if fact is not None and gone(self.decided, party.person, f"{party.person}/name"):
                found |= {citation.source for citation in citations_of(fact)}
        for source in self.context.case.sources:
            if source.id in found and source.copy_of:
                found.add(source.copy_of)
        return found

    def dated(self, known: Container[str]) -> list[Source]:
        """The sources of some ids as events may tell of them: a report that names somebody who is not named, by month.

        A day, a force and a rank find the report (see ``rules.orders.days_of_unnamed``).
        """
        naming = self._naming_sources()
        return [
            msgspec.structs.replace(source, published=_month(source.published))
            if source.id in naming
            else source
            for source in self.context.case.sources
            if source.id in known
        ]

    def _source(self, source: Source, copies: int, names_somebody: bool) -> PublishedSource:
        on_title = self.decided.get(f"{source.id}/title")
        on_url = self.decided.get(f"{source.id}/url")
        tells = self.secrets.tells_offence(source.title)
        unsaid = on_title is not None or tells
        title = None if unsaid or source.title is None else self.secrets.clean_title(source.title)
        url = source.url if _web(source.url) else None
        hidden = names_somebody or on_url is not None or self.secrets.in_address(url)
        hidden = hidden or self.secrets.tells_offence(url)
        hidden = hidden or (self._pointer is not None and self._pointer.in_address(url))
        rule = on_url or on_title
        state: State = "shown"
        if unsaid or (hidden and url is not None):
            state = "withheld"
        elif title != source.title:
            state = "masked"
        told = state != "shown"
        return PublishedSource(
            id=source.id,
            title=title,
            publisher=self.secrets.clean(source.publisher) if source.publisher else None,
            published=_month(source.published) if names_somebody else source.published,
            url=None if hidden else url,
            kind=source.kind,
            official=source.official,
            copies=copies,
            removed=source.removed,
            state=state,
            reason=(rule.words if rule else rulebook.rule("address_tells").reason) if told else "",
            rule=(rule.rule if rule else "address_tells") if told else "",
        )


def _month(day: str | None) -> str | None:
    return None if day is None else day[:7]


def _web(url: str | None) -> bool:
    return url is not None and url.startswith(("https://", "http://"))
