"""Showing in spite of a rule of policy: one person asks, another decides, and it lapses on its review date.

What the law forbids is refused before anybody is asked (``publication.rulings.check_override``). In force it is a
casebook decision of kind ``override``; it changes no public page by itself: the case is prepared and approved anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from peelian.casebook.audit import Actor, record
from peelian.casebook.deciding import DecisionRefused, decide
from peelian.casebook.models import Case
from peelian.casefile import CaseFile
from peelian.casefile.facts import Party, Record
from peelian.desk.models import Loosening
from peelian.publication import rulebook, services
from peelian.publication.models import Publication
from peelian.publication.rulings import Override, OverrideRefused, Ruling, check_override
from peelian.publication.wording import heading

#: The longest time until somebody looks again. Peelian's own policy; no law sets it.
LONGEST: Final = timedelta(days=366)
#: Days before the review date from which it is said to be due.
SOON: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Place:
    """One place that one rule of policy keeps back: ``key`` for a form, and in words."""

    rule: str
    target: str
    words: str
    why: str
    source: str

    @property
    def key(self) -> str:
        """The place and its rule in one word."""
        return f"{self.rule}|{self.target}"


def places(case: CaseFile | None, rulings: Sequence[Ruling]) -> list[Place]:
    """What a decision could show: places kept back by rules that are not absolute, in the gate's order."""
    names = dict(place_names(case))
    found: dict[tuple[str, str], Place] = {}
    for ruling in rulings:
        rule = rulebook.rule(ruling.rule)
        if ruling.effect != "note" and not rule.absolute:
            words = names.get(ruling.target, ruling.target)
            place = Place(rule.id, ruling.target, words, ruling.words, rule.source)
            found.setdefault((ruling.rule, ruling.target), place)
    return list(found.values())


def ask(case_id: str, key: str, reason: str, review_on: date | None, policy: str, by: Actor) -> Loosening:
    """Ask another person to have a place shown in spite of a rule. Raises ``OverrideRefused``, ``NotPublishable``.

    ``key`` is that of one of the ``places`` of the case under ``policy``. Refused for an absolute rule, without a
    reason, and for a review date that is missing, over, or more than a year away.
    """
    rule, _, target = key.partition("|")
    today = services.today()
    check_override(
        Override(
            id="asked for", target=target, effect="show", rule=rule, reason=reason, by=by.name, on=today,
            review_on=review_on,
        )
    )  # fmt: skip
    assert review_on is not None  # checked just now
    if review_on > today + LONGEST:
        raise OverrideRefused("look at it again within a year: choose an earlier review date")
    if not (policy in rulebook.policies() and rulebook.policy(policy).public):
        raise OverrideRefused(f"{policy!r} is no policy of public pages")
    kept = services.preview(case_id, policy).weighed.rulings
    if (rule, target) not in {(one.rule, one.target) for one in kept if one.effect != "note"}:
        raise OverrideRefused(f"rule {rule!r} keeps nothing back at {target!r} under the policy {policy}")
    if Loosening.internal.filter(case_id=case_id, rule=rule, place=target, state=Loosening.WAITING).exists():
        raise OverrideRefused("this was asked for already, and waits for another person")
    with transaction.atomic():
        made = Loosening.internal.create(
            case_id=case_id, place=target, rule=rule, reason=reason.strip(), review_on=review_on,
            asked_by=by.name[:150], asked_at=timezone.now(),
        )  # fmt: skip
        record("override.asked", case_id, by, {"loosening": made.pk, "rule": rule})
    return made


def grant(case_id: str, pk: int, by: Actor) -> Loosening:
    """Have it count, as a second person. Raises ``OverrideRefused``: one's own, settled already, its date over."""
    with transaction.atomic():
        row = _waiting(case_id, pk)
        if row.asked_by.strip().casefold() == by.name.strip().casefold():
            raise OverrideRefused("you asked for it: another person decides")
        decision = services.override(
            case_id,
            Override(
                id="", target=row.place, effect="show", rule=row.rule, by=by.name, on=services.today(),
                reason=f"{row.reason} (asked for by {row.asked_by})", review_on=row.review_on,
            ),
            by,
        )  # fmt: skip
        row.decision = decision.pk
        _settle(row, Loosening.IN_FORCE, by)
    return row


def refuse(case_id: str, pk: int, by: Actor, reason: str) -> Loosening:
    """Refuse it, or withdraw what one asked for. Raises ``OverrideRefused`` without a reason."""
    if not reason.strip():
        raise OverrideRefused("say why it is refused")
    with transaction.atomic():
        row = _waiting(case_id, pk)
        _settle(row, Loosening.REFUSED, by, reason)
        record("override.refused", case_id, by, {"loosening": row.pk})
    return row


def take_back(case_id: str, pk: int, by: Actor, reason: str) -> Loosening:
    """Have it count no more, at once: one person can. The public page is made narrower in the same act."""
    with transaction.atomic():
        row = _row(case_id, pk)
        if row.state != Loosening.IN_FORCE:
            raise OverrideRefused("it does not count, so there is nothing to take back")
        try:
            decide("close", str(row.decision), reason=reason, actor=by)
        except DecisionRefused as refusal:
            raise OverrideRefused(str(refusal)) from refusal
        _settle(row, Loosening.TAKEN_BACK, by, reason)
        review_now(case_id)
    return row


def review_now(case_id: str) -> None:
    """Ask the gate again for one public case: what may not be shown any more goes at once, not overnight."""
    public = Publication.internal.filter(case_id=case_id, state=Publication.APPROVED)
    if public.update(next_review=services.today()):
        services.apply_date_changes(every=False)


def of_case(case_id: str, case: CaseFile | None) -> list[Loosening]:
    """All that was asked for on a case, the newest first, in words."""
    found = list(Loosening.internal.filter(case_id=case_id))
    _say(found, case)
    return found


def in_words(rows: Sequence[Loosening]) -> Sequence[Loosening]:
    """The same rows, of many cases, with words for each place and rule, and each case's title."""
    for case in Case.internal.filter(public_id__in={one.case_id for one in rows}):
        of_it = [one for one in rows if one.case_id == case.public_id]
        _say(of_it, case.casefile)
        for one in of_it:
            one.title = case.title
    return rows


def due(today: date) -> list[Loosening]:
    """What counts and is to be looked at again soon, or has lapsed and was not taken back; the first day first."""
    found = Loosening.internal.filter(state=Loosening.IN_FORCE, review_on__lte=today + SOON)
    return list(found.order_by("review_on", "pk"))


def _say(rows: Sequence[Loosening], case: CaseFile | None) -> None:
    names = dict(place_names(case))
    for one in rows:
        one.words = names.get(one.place, "")
        known = rulebook.rules().get(one.rule)
        one.rule_title = known.title if known else one.rule


def _settle(row: Loosening, state: str, by: Actor, reason: str = "") -> None:
    row.state, row.settled_by, row.settled_at = state, by.name[:150], timezone.now()
    row.settled_reason = reason.strip()
    row.save()


def _row(case_id: str, pk: int) -> Loosening:
    found = Loosening.internal.select_for_update().filter(case_id=case_id, pk=pk).first()
    if found is None:
        raise OverrideRefused(f"case {case_id} has no such request to show more")
    return found


def _waiting(case_id: str, pk: int) -> Loosening:
    row = _row(case_id, pk)
    if row.state != Loosening.WAITING:
        raise OverrideRefused(f"{row.settled_by} has settled it already")
    return row


def place_names(case: CaseFile | None) -> Iterator[tuple[str, str]]:
    """Every place of a case, as rulings write it, with words for it."""
    if case is None:
        return
    yield "case", "the whole case"
    for party in case.parties:
        who = str(party.get("name") or party.get("label") or party.person)
        yield party.person, f"{who}: the whole person"
        for name in (*party.facts, *party.lists):
            yield f"{party.person}/{name}", f"{who}: {heading(name).lower()}"
        yield from _records(party, who)
    for source in case.sources:
        yield source.id, f"{source.title or source.id}: its words"
        for part in ("title", "url"):
            yield (
                f"{source.id}/{part}",
                f"{source.title or source.id}: {'its address' if part == 'url' else part}",
            )


def _records(party: Party, who: str) -> Iterator[tuple[str, str]]:
    every: tuple[Record, ...] = (
        *party.offences, *party.sentences, *party.orders, *party.proceedings, *party.appeals,
    )  # fmt: skip
    for one in every:
        said = one.get("title") or one.get("offence") or one.get("kind") or one.kind
        yield one.id, f"{who}: {str(said).replace('_', ' ')}"
        for name in one.facts:
            yield f"{one.id}/{name}", f"{who}: {str(said).replace('_', ' ')}, {heading(name).lower()}"
