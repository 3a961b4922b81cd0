"""One sentence about a person, and a title for a case, made of the facts that are handed in and of no others.

The gate of publication calls the same functions again on what may be shown, so nothing is kept from
elsewhere. The wording rules are those of publication rules, section 6: charged with, never "committed";
not proven is said as plainly as proven; would have been dismissed is not dismissed; nothing is read
into suspension, arrest or resignation; nobody's gender is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from peelian.casefile.facts import Party, Record
from peelian.casefile.records import DISMISSALS, appealed_against, overtaken, quashed
from peelian.casefile.wording import (
    OUTCOMES,
    article,
    date_words,
    force_words,
    joined,
    name_words,
    number_words,
    offences_words,
    proceeding_words,
    rank_words,
    sentence_words,
    term_name,
)

_STAGES: Final = (
    ("convicted", "convicted of {}"),
    ("cautioned", "cautioned for {}"),
    ("acquitted", "acquitted of {}"),
    ("charged", "charged with {}"),
    ("alleged", "alleged to have committed {}"),
)
_MOST_TOLD: Final = 3


def title(parties: Sequence[Party]) -> str:
    """A neutral title: who, of which force, and how many others. It tells of no conduct.

    "PC Ada Thorne, Kent Police"; "Officer A and two others, Essex Police".
    """
    told = [party for party in parties if not party.background] or list(parties)
    if not told:
        return "A case without persons"
    who = _who(told[0], plain=True)
    if len(told) > 1:
        others = len(told) - 1
        who += f" and {number_words(others)} {'other' if others == 1 else 'others'}"
    force = force_words(told[0].get("force")).removeprefix("the ")
    words = f"{who}, {force}" if force else who
    return words[:1].upper() + words[1:]


def summary(parties: Sequence[Party]) -> str:
    """A sentence for each person whose own matter it is, at most three, and how many others there are."""
    told = [party for party in parties if not party.background] or list(parties)
    words = [sentence(party) for party in told[:_MOST_TOLD]]
    more = len(told) - len(words)
    if more > 0:
        words.append(f"The case has {number_words(more)} more {'person' if more == 1 else 'persons'}.")
    return " ".join(words)


def sentence(party: Party) -> str:
    """One sentence made of the facts of a party: what was decided, and what a court did.

    "PC Ada Thorne of Kent Police, convicted of theft, was dismissed without notice on 3 May 2019 after a
    special case hearing." Where the sources contradict each other on an outcome or a verdict it says so.
    """
    who = _who(party)
    force = force_words(party.get("force"))
    if force:
        who += f" of {force}"
    court = _court(party)
    hearing = _hearing(party)
    if hearing:
        words = f"{who}, {court}, {hearing}" if court else f"{who} {hearing}"
    elif court:
        words = f"{who} was {court}"
    else:
        words = f"{who} {_else(party)}"
    words += "".join(f"; {one}" for one in (*_dropped(party), *_disagreements(party), *_appeals(party)))
    return words[:1].upper() + words[1:] + "."


def _who(party: Party, *, plain: bool = False) -> str:
    name, label, rank = party.get("name"), party.get("label"), party.get("rank")
    staff = rank == "police_staff"
    told = "" if rank is None or staff else rank_words(rank)
    if name:
        name = name_words(name)
        words = f"{told} {name}".strip() if not staff or plain else f"{name}, a member of police staff,"
        return f"former {words}" if told and not plain and _had_left(party) else words
    if label:
        return str(label)
    if staff:
        return "an unnamed member of police staff"
    low = told if told in ("PC", "DC", "PCSO") else told.casefold()
    return f"an unnamed {low}" if told else "an unnamed person"


def _had_left(party: Party) -> bool:
    """Whether the person is told to be former other than by the dismissal that the sentence tells."""
    record = _standing(party)
    outcome = None if record is None else record.get("outcome")
    return party.get("former") is True and (
        outcome not in DISMISSALS or outcome == "would_have_been_dismissed"
    )


def _court(party: Party) -> str:
    """What a court or prosecutor did, as participles: "convicted of theft and jailed for 18 months"."""
    words = []
    proved: set[str] = set()
    for stage, form in _STAGES:
        some = [
            one for one in party.offences if one.get("stage") == stage and not one.facts["stage"].conflict
        ]
        named = offences_words(some)
        if stage == "convicted":
            proved = set(named)
        elif stage == "acquitted":
            named = [f"a further charge of {one}" if one in proved else one for one in named]
            named = [one.replace("charge of offences", "charge of other offences") for one in named]
        if named:
            words.append(form.format(joined(list(dict.fromkeys(named)))))
        if stage == "convicted" and named:
            words += [
                sentence_words(record)
                for record in party.sentences
                if record.get("kind") not in (None, "caution", "other")
                and not record.facts["kind"].conflict
                and not overtaken(party, record)
            ]
    return joined(words)


def _dropped(party: Party) -> list[str]:
    """What was not taken further: it need never have come to a charge."""
    named = offences_words(
        [
            record
            for record in party.offences
            if record.get("stage") == "discontinued" and not record.facts["stage"].conflict
        ]
    )
    return [f"the criminal case of {joined(named)} was not taken further"] if named else []


def _hearing(party: Party) -> str:
    """What misconduct proceedings decided, as a predicate; empty if they decided nothing that is told."""
    record = _standing(party)
    if record is None:
        return ""
    outcome, finding = record.get("outcome"), record.get("finding")
    for name in ("outcome", "finding"):
        if name in record.facts and record.facts[name].conflict:
            return f"went before {_forum(record)}{_when(record)}"
    if record.get("kind") == "appeal_tribunal":
        return _tribunal(party, record)
    told = proceeding_words(record)
    after = "" if record.get("kind") in (None, "not_stated") else f" after {article(told)}"
    if finding in ("not_proven", "no_case") and outcome in (None, "no_action", "other"):
        if finding == "no_case":
            return f"was found to have no case to answer{_when(record)}"
        return f"was cleared: the allegations were found not proven{_at(record)}{_when(record)}"
    if outcome in OUTCOMES:
        words = f"{OUTCOMES[outcome]}{_when(record)}{after}"
        if finding in ("gross_misconduct", "misconduct") and outcome in ("no_action", "other"):
            words += f" found {term_name('findings', finding).casefold()}" if after else ""
        return words
    if finding in ("gross_misconduct", "misconduct"):
        return f"was found to have committed {term_name('findings', finding).casefold()}{_at(record)}{_when(record)}"
    if "pending" in (outcome, finding):
        day = record.facts.get("date")
        return f"was to face {_forum(record)}{f' {date_words(day.value)}' if day else ''}"
    return f"went before {_forum(record)}{_when(record)}"


def _standing(party: Party) -> Record | None:
    """The proceeding that the sentence tells: the last that decided, else any.

    A tribunal that changed the outcome stands; one that dismissed the appeal leaves the hearing's.
    """
    decided = [
        record
        for record in party.proceedings
        if record.get("outcome") not in (None, "pending") or record.get("finding") not in (None, "pending")
    ]
    tribunal = [record for record in decided if record.get("kind") == "appeal_tribunal"]
    hearings = [record for record in decided if record not in tribunal]
    failed = any(one.get("kind") == "tribunal" and one.get("result") == "dismissed" for one in party.appeals)
    some = (hearings if failed else []) or tribunal or decided or list(party.proceedings)
    return max(some, key=lambda record: str(record.get("date") or ""), default=None)


def _tribunal(party: Party, record: Record) -> str:
    """What a tribunal decided: the day is the tribunal's, never that of the outcome it left standing."""
    outcome = record.get("outcome")
    when = f"the Police Appeals Tribunal{_when(record)}"
    finding = appealed_against(party, record)
    told = (
        f", the finding appealed against being {term_name('findings', finding).casefold()}" if finding else ""
    )
    if outcome == "reinstated":
        return f"was reinstated by {when}{told}"
    if outcome in OUTCOMES:
        return f"{OUTCOMES[outcome]}: so it stands after {when}{told}"
    return f"went before {when}{told}"


def _forum(record: Record) -> str:
    told = proceeding_words(record)
    if record.get("kind") in (None, "not_stated"):
        return told
    return f"the {told}" if record.get("kind") == "appeal_tribunal" else article(told)


def _at(record: Record) -> str:
    return "" if record.get("kind") in (None, "not_stated") else f" by {_forum(record)}"


def _when(record: Record) -> str:
    day = record.facts.get("date")
    words = "" if day is None or day.conflict else date_words(day.value)
    return f" {words}" if words else ""


def _else(party: Party) -> str:
    """What is said where no court and no proceedings are told of."""
    mode, body = party.get("investigation.mode"), party.get("investigation.oversight")
    if mode is not None or body is not None or party.lists.get("investigation.bodies"):
        kind = article(f"{mode} investigation") if mode is not None else "an investigation"
        return f"was the subject of {kind}; no outcome is told"
    return "is told of in published documents; no outcome is told"


def _disagreements(party: Party) -> list[str]:
    words = []
    record = _standing(party)
    if record is not None and any(
        record.facts[name].conflict for name in ("outcome", "finding") if name in record.facts
    ):
        words.append("the sources disagree on what was decided")
    unclear = offences_words(
        [
            offence
            for offence in party.offences
            if "stage" in offence.facts and offence.facts["stage"].conflict
        ]
    )
    if unclear:
        words.append(f"the sources disagree on the result of the case of {joined(unclear)}")
    passed = [one for one in party.sentences if not overtaken(party, one)]
    if any(fact.conflict for one in passed for fact in one.facts.values()):
        words.append("the sources disagree on the sentence")
    return words


def _appeals(party: Party) -> list[str]:
    words = []
    gone = offences_words(quashed(party))
    stands = _standing(party)
    by_tribunal = stands is not None and stands.get("kind") == "appeal_tribunal"
    for record in party.appeals:
        result, kind = record.get("result"), record.get("kind")
        if kind == "tribunal" and by_tribunal and result in ("allowed", "varied"):
            # The outcome that stands has been told as the tribunal's.
            continue
        if gone and kind == "criminal" and result == "allowed":
            several = len(gone) > 1
            words.append(
                f"{'convictions' if several else 'a conviction'} of {joined(gone)} "
                f"{'were' if several else 'was'} quashed on appeal"
            )
            continue
        against = "criminal appeal" if kind == "criminal" else "appeal to the Police Appeals Tribunal"
        if result == "pending":
            words.append(f"{article(against)} was lodged")
        elif result in ("dismissed", "allowed"):
            words.append(f"{article(against)} was {result}")
        elif result == "varied":
            words.append(
                "the sentence was changed on appeal"
                if kind == "criminal"
                else "the outcome was changed by the Police Appeals Tribunal"
            )
    return words
