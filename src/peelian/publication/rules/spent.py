"""Spent convictions: by the table in force on the day; the criminal side goes, the misconduct outcome stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from peelian import law
from peelian.casefile.facts import Party, Record, Source
from peelian.publication import rulebook
from peelian.publication.context import (
    CRIMINAL_FIELDS,
    CRIMINAL_LISTS,
    PUBLIC_KINDS,
    Context,
    citations_of,
    day_of,
    standing,
)
from peelian.publication.rules.naming import named_in_public_document
from peelian.publication.rules.orders import anonymous
from peelian.publication.rulings import Ruling

UNTIL_SPENT: Final = "Shown until the conviction is, or may be, spent."
#: Kinds of source that tell of nothing but the criminal side.
_CRIMINAL_SOURCES: Final = frozenset({"prosecution_release"})


def conviction(context: Context, party: Party) -> law.Spent | None:
    """When a party's conviction is spent, by the table of the day; None without a conviction or caution.

    If the day of the sentence is not known, the day on which the first source told of it stands for it:
    the latest that it can have been (publication rule 4.8). Source: Rehabilitation of Offenders Act 1974 s.5.
    """
    offences = [o for o in party.offences if o.get("stage") in ("convicted", "cautioned")]
    sentenced = standing(party, party.sentences)
    if not offences and not sentenced:
        return None
    ids = tuple(str(o.get("offence") or "other") for o in offences)
    sentences = [law.Passed(kind=str(s.get("kind")), length=_length(s)) for s in sentenced if s.get("kind")]
    if not sentences and offences and all(o.get("stage") == "cautioned" for o in offences):
        sentences = [law.Passed(kind="caution")]
    orders = [
        law.Ordered(kind=str(o.get("kind")), length=_length(o))
        for o in standing(party, party.orders)
        if o.get("kind")
    ]
    try:
        return law.spent_from(
            sentences,
            orders,
            sentenced=sentenced_on(context, party),
            convicted=_text(party.get("dates.convicted")),
            as_of=context.as_of,
            offences=ids,
        )
    except (law.UnknownTerm, law.LengthError, law.DateError):
        return law.spent_from([], [], sentenced=None, as_of=context.as_of)


def sentenced_on(context: Context, party: Party) -> str | None:
    """The EDTF day of the sentence, or the day on which the first source told of the conviction."""
    told = _text(party.get("sentenced_on"))
    if told is not None and not told.startswith("XXXX"):
        return told
    records = (*party.offences, *party.sentences)
    days = [
        published
        for record in records
        for fact in record.facts.values()
        for citation in citations_of(fact)
        if (published := context.published(citation.source)) is not None and not published.startswith("XXXX")
    ]
    return min(days, default=None)


def spent_convictions(context: Context) -> Iterator[Ruling]:
    """Once a conviction is spent, remove the criminal side without a trace, and the name if it is known only so.

    Where it cannot be worked out: shown for a year after it was told, then not (unknown counts as hold).
    """
    for party in context.case.parties:
        spent = conviction(context, party)
        if spent is None:
            continue
        if spent.state == "unknown" and spent.earliest is None:
            yield from _unknown(context, party)
        elif spent.state in ("never", "open"):
            continue
        elif spent.treat_as_spent(context.as_of):
            rule = "conviction_of_unknown_age" if spent.state == "unknown" else "spent_conviction"
            yield from _remove(context, party, rule)
        else:
            day = spent.earliest or spent.day
            for record in criminal_records(party):
                yield Ruling(
                    rule="spent_conviction",
                    target=record.id,
                    effect="note",
                    changes_on=day,
                    reason=UNTIL_SPENT,
                )


def criminal_records(party: Party) -> tuple[Record, ...]:
    """Every record of the criminal side: offences, sentences, orders, criminal appeals."""
    appeals = tuple(a for a in party.appeals if a.get("kind") != "tribunal")
    return party.offences + party.sentences + party.orders + appeals


def _unknown(context: Context, party: Party) -> Iterator[Ruling]:
    told = day_of(sentenced_on(context, party), last=False)
    until: date | None = None
    if told is not None:
        until = law.add_length(told, rulebook.period("unknown_sentence_unspent").length)
    if until is not None and until > context.as_of:
        for record in criminal_records(party):
            yield Ruling(rule="conviction_of_unknown_age", target=record.id, effect="note", changes_on=until)
    else:
        yield from _remove(context, party, "conviction_of_unknown_age")


def _remove(context: Context, party: Party, rule: str) -> Iterator[Ruling]:
    for record in criminal_records(party):
        yield Ruling(rule=rule, target=record.id, effect="remove")
    for name in (*CRIMINAL_FIELDS, *CRIMINAL_LISTS):
        yield Ruling(rule=rule, target=f"{party.person}/{name}", effect="remove")
    for name in party.facts:
        if name.startswith("dates.") and name.split(".")[1] in (
            "arrested",
            "charged",
            "plea",
            "convicted",
            "acquitted",
        ):
            yield Ruling(rule=rule, target=f"{party.person}/{name}", effect="remove")
    cited = {c.source for r in criminal_records(party) for f in r.facts.values() for c in citations_of(f)}
    for source in context.case.sources:
        if source.kind in _CRIMINAL_SOURCES:
            yield Ruling(rule=rule, target=source.id, effect="remove")
        elif source.id in cited or (source.copy_of or "") in cited:
            # The source's own title may tell of the conviction, and its address leads to a text that does; its
            # words are kept to the bone.
            yield Ruling(rule=rule, target=source.id, effect="mask")
            if not _plain_title(source):
                yield Ruling(rule="address_tells", target=f"{source.id}/title", effect="withhold")
            yield Ruling(rule="address_tells", target=f"{source.id}/url", effect="withhold")
    if "name" in party.facts and not named_in_public_document(context, party):
        yield from anonymous(party, "named_through_spent_conviction")


def _plain_title(source: Source) -> bool:
    """Whether a title tells nothing of a crime: a notice's or outcome's own, of no other words than such notices use.

    A headline is never plain: "Officer who took £200 is sacked" has no word of crime in it, and tells one.
    """
    words = re.findall(r"[^\W\d_]+", (source.title or "").casefold())
    return (
        source.official
        and source.kind in PUBLIC_KINDS
        and bool(words)
        and all(word in rulebook.words("notice_title") for word in words)
    )


def _length(record: Record) -> str | None:
    return _text(record.get("length"))


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
