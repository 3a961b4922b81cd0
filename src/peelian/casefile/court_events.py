"""Events of the criminal track: charge, plea, verdict, sentence, orders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from peelian.casefile.facts import Fact, Record, Value
from peelian.casefile.kinds import KINDS
from peelian.casefile.records import FINAL_STAGES, overtaken, quashed
from peelian.casefile.telling import Teller
from peelian.casefile.values import contradict
from peelian.casefile.wording import joined, offences_words, sentence_words, term_name

_STEPS: Final = {
    "alleged": ("criminal_open", "Criminal allegation: {}"),
    "charged": ("charged", "Charged with {}"),
    "convicted": ("convicted", "Convicted of {}"),
    "acquitted": ("acquitted", "Acquitted of {}"),
    "discontinued": ("withdrawn_charge", "Criminal case not taken further: {}"),
    "cautioned": ("cautioned", "Cautioned for {}"),
}
_QUASHED: Final = ("acquitted", "Conviction quashed on appeal: {}")
_PLEAS: Final = {
    "guilty": ("plea", "Pleaded guilty to {}"),
    "not_guilty": ("plea", "Pleaded not guilty to {}"),
}
# The guide's "discontinued" is also "no charge brought": nothing follows from it.
_AFTER_CHARGE: Final = frozenset({"convicted", "acquitted"})
_CHARGE_INFERRED: Final = "A verdict follows a charge; no day of the charge is recorded."


def tell_offences(teller: Teller) -> None:
    """Charge, plea and verdict; offences that the same sources tell in one breath are one event."""
    steps: dict[tuple[Any, ...], list[tuple[int, Record, Fact | Value]]] = {}
    gone = quashed(teller.party)
    for n, record in enumerate(teller.party.offences):
        stage, plea = record.facts.get("stage"), record.facts.get("plea")
        if stage is None:
            continue
        told: list[tuple[tuple[str, str], Fact | Value, str | None]] = []
        if stage.value in _STEPS:
            told.append((_QUASHED if record in gone else _STEPS[stage.value], stage, None))
        charge = next((value for value in stage.others if value.value == "charged"), None)
        if charge is not None and stage.value in FINAL_STAGES:
            told.append((_STEPS["charged"], charge, None))
        elif stage.value in _AFTER_CHARGE:
            told.append((_STEPS["charged"], stage, _CHARGE_INFERRED))
        if plea is not None:
            told.append((_PLEAS.get(plea.value, _PLEAS["not_guilty"]), plea, None))
        for step, fact, why in told:
            by = frozenset(one.source for one in fact.citations)
            doubted = isinstance(fact, Fact) and fact.conflict
            steps.setdefault((step, by, why, doubted), []).append((n, record, fact))
    for ((kind, form), _, why, _), some in steps.items():
        name = "plea" if kind == "plea" else "stage"
        late = form == _QUASHED[1]
        teller.tell(
            kind,
            form.format(joined(offences_words([record for _, record, _ in some]))),
            some[0][2],
            tuple(f"{record.id}/{name}" for _, record, _ in some),
            chains=[*(f"offence {n}" for n, _, _ in some), *(("court",) if late else ())],
            inferred=why,
            place=KINDS["criminal_appeal"].rank + 1 if late else None,
            more=[fact for _, _, fact in some[1:]],
        )


def tell_sentences(teller: Teller) -> None:
    """One event for each day of sentence, with the orders made beside it."""
    passed = [record for record in teller.party.sentences if record.get("kind") not in (None, "caution")]
    orders = [record for record in teller.party.orders if "kind" in record.facts]
    proved = [
        f"offence {n}"
        for n, offence in enumerate(teller.party.offences)
        if offence.get("stage") == "convicted"
    ]
    occasions: dict[str | None, tuple[list[Record], list[Record]]] = {}
    fact = teller.party.facts.get("sentenced_on")
    days: dict[str | None, Value] = {}
    by_source: dict[str, str] = {}
    if fact is not None:
        apart = () if fact.conflict else [one for one in fact.others if not _same_day(one, fact)]
        for value in (fact.preferred, *apart):
            days[str(value.value)] = value
        for value in (fact.preferred, *fact.others):
            known = str(value.value) if str(value.value) in days else str(fact.value)
            by_source |= {one.source: known for one in value.citations}
        occasions[str(fact.value)] = ([], [])
    for which, records in enumerate((passed, orders)):
        for record in records:
            sources = [one.source for one in record.facts["kind"].citations]
            at = next((by_source[one] for one in sources if one in by_source), None)
            if at is None and len(days) == 1 and which == 0:
                at = next(iter(days))
            occasions.setdefault(at, ([], []))[which].append(record)
    alone = len(occasions) == 1
    for n, (at, (some, beside)) in enumerate(occasions.items()):
        day = days.get(at)
        chains = [f"sentence {n}", *(proved if alone else _proved_by(teller, some))]
        if some or day is not None:
            told = some[0].facts["kind"] if some else fact
            assert told is not None
            words = ", ".join(sentence_words(record) for record in some)
            if _changed(teller, some):
                words += " (as it stands after the appeal)"
            gone = any(overtaken(teller.party, record) for record in some) or (not some and _all_gone(teller))
            if gone:
                words += f" ({_what_overtook(teller)})" if words else ""
            about = tuple(f"{record.id}/kind" for record in some)
            if day is not None:
                about = (*about, f"{teller.at}/sentenced_on")
            teller.tell(
                "sentenced",
                f"Sentenced: {words}"
                if words
                else f"Sentenced ({_what_overtook(teller)})"
                if gone
                else "Sentenced",
                told,
                about,
                day=day if fact is None or not fact.conflict else fact,
                chains=[*chains, "court"],
                more=[record.facts["kind"] for record in some[1:]],
                note=f"Overtaken: {_what_overtook(teller)}." if gone else None,
            )
        if beside:
            names = joined([term_name("orders", one.get("kind")).casefold() for one in beside])
            gone = any(overtaken(teller.party, one) for one in beside)
            names += f" ({_what_overtook(teller)})" if gone else ""
            teller.tell(
                "ordered",
                f"Orders: {names}" if len(beside) > 1 else f"Order: {names}",
                beside[0].facts["kind"],
                tuple(f"{one.id}/kind" for one in beside),
                day=day,
                chains=[f"sentence {n}", "court"],
                inferred=None
                if day is None
                else "Orders are dated by the sentence that the same source tells.",
                more=[one.facts["kind"] for one in beside[1:]],
                note=f"Overtaken: {_what_overtook(teller)}." if gone else None,
            )


def _what_overtook(teller: Teller) -> str:
    stands = any(one.get("stage") == "convicted" for one in teller.party.offences)
    return "a conviction was quashed later" if stands else "the conviction was quashed later"


def _all_gone(teller: Teller) -> bool:
    """Whether a conviction was quashed and none stands."""
    return bool(quashed(teller.party)) and not any(
        one.get("stage") == "convicted" for one in teller.party.offences
    )


def _changed(teller: Teller, sentences: Sequence[Record]) -> bool:
    """Whether an appeal changed a sentence of which an earlier form is told too."""
    varied = any(
        one.get("kind") == "criminal" and one.get("result") == "varied" for one in teller.party.appeals
    )
    return varied and any(
        fact.others for record in sentences for name, fact in record.facts.items() if name != "title"
    )


def _same_day(value: Value, fact: Fact) -> bool:
    return isinstance(value.value, str) and not contradict("sentenced_on", value.value, fact.value)


def _proved_by(teller: Teller, sentences: Sequence[Record]) -> list[str]:
    """The chains of the convictions that the sources of some sentences tell."""
    sources = {one.source for record in sentences for one in record.facts["kind"].citations}
    return [
        f"offence {n}"
        for n, offence in enumerate(teller.party.offences)
        if offence.get("stage") == "convicted"
        and sources & {one.source for one in offence.facts["stage"].citations}
    ]
