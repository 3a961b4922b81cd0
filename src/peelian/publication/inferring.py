"""What the law and the days say of a published case: checks, durations, regime, where they rest on nothing withheld."""

from __future__ import annotations

from collections.abc import Iterable

from peelian.casefile.facts import Check as CaseCheck
from peelian.casefile.facts import Duration as CaseDuration
from peelian.casefile.facts import Party
from peelian.casefile.wording import term_name
from peelian.publication import wording
from peelian.publication.context import Context, all_facts, citations_of, records_of
from peelian.publication.filtering import Decided, gone, removed
from peelian.publication.masking import Quoting
from peelian.publication.secrets import Secrets
from peelian.publication.shapes import PublishedCheck, PublishedDuration, PublishedEvent, PublishedRegime


class Inferring:
    """Makes what follows from the facts of one case, from its filtered parties and the rulings that won."""

    def __init__(
        self,
        context: Context,
        decided: Decided,
        secrets: Secrets,
        parties: tuple[Party, ...],
        quoting: Quoting,
    ) -> None:
        self.context, self.decided, self.secrets, self.kept = context, decided, secrets, parties
        self.quoting = quoting
        self.raw = {party.person: party for party in context.case.parties}

    def checks(self, checks: Iterable[CaseCheck]) -> tuple[PublishedCheck, ...]:
        """The checks that rest on nothing withheld. None while proceedings are active."""
        if gone(self.decided, "checks"):
            return ()
        whole = self._untouched()
        return tuple(
            PublishedCheck(
                rule=check.rule,
                severity=check.severity,
                message=self.secrets.clean(check.message),
                source=check.source,
                certain=check.certain,
                person=check.person,
                facts=check.facts,
                quotes=self.quoting.quotes(check.citations),
            )
            for check in checks
            if self._may(check, whole)
        )

    def _may(self, check: CaseCheck, whole: set[str]) -> bool:
        if check.person is not None and check.person not in {party.person for party in self.kept}:
            return False
        hidden = self._hidden_ids()
        if any(self._touches(fact, hidden) for fact in check.facts):
            return False
        statements = {c.statement for c in check.citations if c.statement}
        if statements & self._hidden_statements():
            return False
        # Where a check does not say what it rests on, it is shown only where nothing of the person is withheld.
        if not check.facts and not statements:
            return (
                whole >= {party.person for party in self.kept}
                if check.person is None
                else check.person in whole
            )
        silent = any(removed(ruling) for ruling in self.decided.values())
        return not silent or check.message == self.secrets.clean(check.message)

    def _touches(self, fact: str, hidden: set[str]) -> bool:
        return any(fact == one or fact.startswith(one + "/") or one.startswith(fact + "/") for one in hidden)

    def _hidden_ids(self) -> set[str]:
        """Ids of facts and records that are not shown as they are, in both ways of writing them."""
        made: set[str] = set()
        for target, ruling in self.decided.items():
            if ruling.effect == "note" or "@" in target:
                continue
            made |= {target, f"{self.context.case.id}/{target}"}
        return made

    def _hidden_statements(self) -> set[str]:
        shown = {c.statement for party in self.kept for fact in all_facts(party) for c in citations_of(fact)}
        every = {
            c.statement
            for party in self.raw.values()
            for fact in all_facts(party)
            for c in citations_of(fact)
        }
        return every - shown

    def _untouched(self) -> set[str]:
        """The persons of whom nothing is withheld."""
        hidden = self._hidden_ids()
        return {
            party.person
            for party in self.kept
            if party.person not in hidden
            and not any(one.startswith(f"{party.person}/") for one in hidden)
            and not any(self._touches(record.id, hidden) for record in records_of(self.raw[party.person]))
        }

    def durations(
        self, durations: Iterable[CaseDuration], events: tuple[PublishedEvent, ...]
    ) -> tuple[PublishedDuration, ...]:
        """The durations between events that are shown with their exact days."""
        ids = {event.id for event in events}
        kinds = {(event.person, event.kind) for event in events}
        whole = self._untouched()
        return tuple(
            PublishedDuration(
                kind=one.kind,
                person=one.person,
                start=one.start,
                end=one.end,
                shortest=one.shortest,
                longest=one.longest,
                heading=one.kind.replace("_", " ").capitalize(),
                label=wording.days_words(one.shortest, one.longest),
            )
            for one in durations
            if all(
                end in ids or (one.person, end) in kinds or (_is_day(end) and one.person in whole)
                for end in (one.start, one.end)
            )
            and not any(
                ruling.effect == "generalise" and ruling.rule == "anonymous_details"
                for target, ruling in self.decided.items()
                if one.person in target
            )
        )

    def regime(self) -> PublishedRegime | None:
        """Which Conduct Regulations govern.

        None where any of the proceedings is withheld, in whole or in part, or where its reason holds a withheld
        word: the answer may rest on that, and its reason would tell it.
        """
        regime = self.context.case.regime
        if regime is None or self._proceedings_withheld():
            return None
        if self.secrets.clean(regime.reason) != regime.reason:  # worked out from what is withheld
            return None
        return PublishedRegime(
            ids=regime.ids,
            basis=regime.basis,
            reason=regime.reason,
            source=regime.source,
            label=" or ".join(term_name("regimes", one) for one in regime.ids),
        )

    def _proceedings_withheld(self) -> bool:
        return any(
            gone(self.decided, party.person, record.id, *(f"{record.id}/{name}" for name in record.facts))
            for party in self.context.case.parties
            for record in party.proceedings
        )


def _is_day(value: str) -> bool:
    return len(value) == 10 and value[:4].isdigit()
