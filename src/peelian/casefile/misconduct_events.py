"""Events of the misconduct track: hearings, findings, outcomes, what follows from them, appeals."""

from __future__ import annotations

from peelian.casefile.facts import Fact, Record
from peelian.casefile.kinds import KINDS, PROCEEDING_KINDS
from peelian.casefile.records import DISMISSALS, appealed_against
from peelian.casefile.telling import Teller
from peelian.casefile.wording import outcome_words, proceeding_words, term_name


def tell_proceedings(teller: Teller) -> None:
    """Each proceeding with its finding and outcome, and the leaving or return that follows from it."""
    for record in teller.party.proceedings:
        _proceeding(teller, record)


def _proceeding(teller: Teller, record: Record) -> None:
    kind_fact = record.facts.get("kind")
    outcome, finding = record.facts.get("outcome"), record.facts.get("finding")
    day = record.facts.get("date")
    fact = kind_fact or outcome or finding or day
    if fact is None:
        return
    chains = _hearings(teller) if record.get("kind") == "appeal_tribunal" else (record.id,)
    told = proceeding_words(record)
    pending = {record.get("outcome"), record.get("finding")} & {"pending"} and not (
        {record.get("outcome"), record.get("finding")} - {"pending", None}
    )
    about = tuple(f"{record.id}/{name}" for name in ("kind", "date") if name in record.facts)
    if pending:
        teller.tell("proceedings_set", f"To come: {told}", fact, about, day=day, chains=chains, bound="after")
        return
    kind = PROCEEDING_KINDS.get(record.get("kind") or "not_stated", "proceedings")
    teller.tell(kind, told[:1].upper() + told[1:], fact, about, day=day, chains=chains)
    if kind == "pat_appeal":
        if outcome is not None:
            failed = any(
                one.get("kind") == "tribunal" and one.get("result") == "dismissed"
                for one in teller.party.appeals
            )
            words = f"Tribunal: {outcome_words(outcome.value)}{' stands' if failed else ''}"
            about = (f"{record.id}/outcome",)
            more: list[Fact] = []
            if (against := appealed_against(teller.party, record)) is not None:
                words += f" (finding appealed against: {term_name('findings', against).casefold()})"
                about, more = (*about, f"{record.id}/finding"), [record.facts["finding"]]
            teller.tell("pat_outcome", words, outcome, about, day=day, chains=chains, more=more)
            _leaving(teller, record, outcome, day, chains)
        return
    if finding is not None and finding.value != "pending":
        teller.tell(
            "finding",
            f"Finding: {term_name('findings', finding.value).casefold()}",
            finding,
            (f"{record.id}/finding",),
            day=day,
            chains=chains,
        )
    if outcome is not None and outcome.value != "pending":
        teller.tell(
            "outcome",
            f"Outcome: {outcome_words(outcome.value)}",
            outcome,
            (f"{record.id}/outcome",),
            day=day,
            chains=chains,
        )
        _leaving(teller, record, outcome, day, chains)


def _hearings(teller: Teller) -> tuple[str, ...]:
    """The hearing that an appeal is from, where there is but one: it came before the appeal."""
    held = [record.id for record in teller.party.proceedings if record.get("kind") != "appeal_tribunal"]
    return ("tribunal", *held) if len(held) == 1 else ("tribunal",)


def _leaving(
    teller: Teller, record: Record, outcome: Fact, day: Fact | None, chains: tuple[str, ...]
) -> None:
    if outcome.value in DISMISSALS - {"would_have_been_dismissed", "required_to_resign"}:
        if record.get("kind") != "appeal_tribunal":
            reason = "The outcome of the proceeding; its day is the day of the decision."
            if outcome.value == "dismissed_with_notice":
                reason = "The outcome of the proceeding: notice runs from the decision, so this is the first day of it."
            teller.tell(
                "dismissed",
                "Dismissed from the police",
                outcome,
                (f"{record.id}/outcome",),
                day=day,
                chains=(*chains, "list"),
                inferred=reason,
            )
    elif outcome.value == "reinstated":
        teller.tell(
            "reinstated",
            "Reinstated",
            outcome,
            (f"{record.id}/outcome",),
            day=day,
            chains=chains,
            inferred="The outcome of the appeal; its day is the day of the decision.",
        )


def tell_appeals(teller: Teller) -> None:
    """Appeals lodged and decided, to the tribunal and in the criminal courts."""
    tribunal = any(record.get("kind") == "appeal_tribunal" for record in teller.party.proceedings)
    for record in teller.party.appeals:
        result, kind = record.facts.get("result"), record.get("kind")
        fact = result or record.facts.get("kind")
        if fact is None:
            continue
        about = (f"{record.id}/result",)
        done = result is not None and result.value != "pending"
        word = f": {result.value}" if result is not None and done else " lodged"
        if kind == "criminal":
            teller.tell("criminal_appeal", f"Criminal appeal{word}", fact, about, chains=("court",))
        elif kind == "tribunal":
            title = KINDS["appeal_lodged"].title
            inferred = "An appeal that was decided was lodged before." if done else None
            teller.tell("appeal_lodged", title, fact, about, chains=_hearings(teller), inferred=inferred)
            if done and not tribunal:
                teller.tell(
                    "pat_appeal", f"Police Appeals Tribunal{word}", fact, about, chains=_hearings(teller)
                )
