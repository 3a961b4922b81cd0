"""Facts in words: dates, lengths, offences, sentences, outcomes, as summaries and timelines say them.

The words never say more than the fact: charged with, alleged, would have been dismissed, not proven
(publication rules, section 6). Offences are named by the vocabulary, not as a source words them, since
a source's words can point to a victim.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from peelian.casefile.facts import Record
from peelian.law import UnknownTerm, term
from peelian.law.dates import DateError, parts
from peelian.law.lengths import INDEFINITE

_ISO: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?\Z")
_RANKS: Final = {"police_constable": "PC", "detective_constable": "DC", "pcso": "PCSO"}
_SMALL_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

OUTCOMES: Final = {
    "dismissed_without_notice": "was dismissed without notice",
    "dismissed_with_immediate_effect": "was dismissed with immediate effect",
    "dismissed": "was dismissed",
    "dismissed_with_notice": "was dismissed with notice",
    "would_have_been_dismissed": "would have been dismissed if still serving",
    "required_to_resign": "was required to resign",
    "reduction_in_rank": "was reduced in rank",
    "final_written_warning": "was given a final written warning",
    "written_warning": "was given a written warning",
    "management_advice": "was given management advice",
    "reflective_practice": "was referred to reflective practice",
    "no_action": "faced no further action",
    "reinstated": "was reinstated",
    "other": "had an outcome of another kind",
}
"""What is said of a person for each outcome of a misconduct proceeding."""


@lru_cache(maxsize=1024)
def term_name(vocabulary: str, id: Any) -> str:
    """The name of a term, or its id in words if the vocabulary has none (a person may have written it)."""
    try:
        return term(vocabulary, str(id)).name
    except UnknownTerm:
        return str(id).replace("_", " ")


def joined(words: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return ", ".join(words[:-1]) + " and " + words[-1] if len(words) > 1 else "".join(words)


def number_words(many: int) -> str:
    """Small numbers as words, others in figures."""
    return _SMALL_NUMBERS[many] if 0 <= many < len(_SMALL_NUMBERS) else f"{many:,}"


@lru_cache(maxsize=4096)
def date_words(value: Any) -> str:
    """ "on 3 May 2019", "in May 2019", "in 2019"; empty for what is no date."""
    try:
        year, month, day = parts(str(value))
    except DateError:
        return ""
    words = calendar.month_name[month] if month else ""
    if day:
        words = f"{day} {words}"
    if year:
        words = f"{words} {year}".strip()
    return f"{'on' if day else 'in'} {words}"


@lru_cache(maxsize=1024)
def length_words(iso: Any) -> str:
    """ "18 months", "2 years and 6 months", "an indefinite time"; the text itself if it is no length."""
    if iso == INDEFINITE:
        return "an indefinite time"
    match = _ISO.match(str(iso))
    if match is None:
        return str(iso)
    units = zip(match.groups(), ("year", "month", "week", "day"), strict=True)
    return joined([f"{int(many)} {unit}{'s' * (int(many) != 1)}" for many, unit in units if many])


def money_words(amount: Any) -> str:
    """ "£700", "£1,250.50"."""
    return f"£{amount:,.2f}".removesuffix(".00") if isinstance(amount, int | float) else str(amount)


def rank_words(rank: Any) -> str:
    """ "PC", "Detective Sergeant"."""
    return _RANKS.get(str(rank)) or term_name("ranks", rank)


@lru_cache(maxsize=512)
def _offence_name(id: str) -> str:
    name = re.sub(r" \((?:kind not told|offence not listed|sexual|s\.127)\)", "", term_name("offences", id))
    name = name.removeprefix("Other ")
    return name[:1].lower() + name[1:]


def _unstated(record: Record) -> bool:
    """Whether neither vocabulary nor words name the offence."""
    return record.get("offence") in (None, "other") and not record.get("title")


def _count(record: Record) -> int | None:
    """The number of counts, where it is known and undisputed."""
    count = record.facts.get("count")
    return count.value if count is not None and not count.conflict and isinstance(count.value, int) else None


def offence_words(record: Record) -> str:
    """An offence with its number of counts, as far as known: "three counts of theft"."""
    id = record.get("offence")
    words = (
        str(record.get("title") or "unstated offence") if id in (None, "other") else _offence_name(str(id))
    )
    many = _count(record)
    if words.endswith(" offence"):
        if many is not None and many > 1:
            return f"{number_words(many)} {words}s"
        return "an offence" if words == "unstated offence" else article(words)
    return f"{number_words(many)} counts of {words}" if many is not None and many > 1 else words


def offences_words(records: Sequence[Record]) -> list[str]:
    """Several offences, so that a number of counts belongs to its own: "two counts of theft", "one count of perjury".

    Those that are not stated are told once, last: "offences that are not stated".
    """
    unstated = [record for record in records if _unstated(record)]
    if len(unstated) > 1:
        named = offences_words([record for record in records if not _unstated(record)])
        counts = [_count(record) for record in unstated]
        known = [many for many in counts if many is not None]
        many = f"{number_words(sum(known))} " if len(known) == len(counts) else ""
        return [*named, f"{many}offences that are not stated"]
    words = [offence_words(record) for record in records]
    if not any(" counts of " in one for one in words):
        return words
    return [
        f"one count of {one}" if record.get("count") == 1 and not one.startswith(("a ", "an ")) else one
        for one, record in zip(words, records, strict=True)
    ]


def sentence_words(record: Record) -> str:
    """A sentence as it was passed, as what somebody was: "jailed for 18 months", "fined £500"."""
    kind, length = record.get("kind"), record.get("length")
    told = length_words(length) if length else ""
    if kind == "imprisonment":
        return f"jailed for {told}" if told else "jailed"
    if kind == "suspended_sentence":
        held = record.get("suspended_for")
        words = f"given {told} in prison, suspended" if told else "given a suspended prison sentence"
        return f"{words} for {length_words(held)}" if held else words
    if kind == "fine":
        amount = record.get("amount")
        return f"fined {money_words(amount)}" if amount is not None else "fined"
    if kind == "life":
        return f"jailed for life with a minimum term of {told}" if told else "jailed for life"
    if kind == "caution":
        return "cautioned"
    if kind == "other" or kind is None:
        return f"given a sentence of {told}" if told else "sentenced"
    hours = record.get("hours")
    words = f"given {article(term_name('sentences', kind).casefold())}"
    if told:
        return f"{words} of {told}"
    return f"{words} of {hours} hours" if hours is not None else words


def name_words(name: Any) -> str:
    """A name without shouting: "Osric PENGELLY-SHAH" becomes "Osric Pengelly-Shah"."""
    return " ".join(
        word.title() if word.isupper() and len(word.strip(".'’")) > 2 else word for word in str(name).split()
    )


def force_words(force: Any) -> str:
    """The name of a force as it stands in a sentence: "Kent Police", "the Metropolitan Police Service"."""
    if force in (None, "other"):
        return ""
    name = term_name("forces", force)
    return f"the {name}" if "Service" in name or name.startswith("Ministry") else name


def article(words: str) -> str:
    """A noun with "a" or "an"."""
    return f"{'an' if words[:1].casefold() in 'aeiou' else 'a'} {words}"


def opening(words: str) -> str:
    """A noun with "A" or "An", as a sentence opens."""
    told = article(words)
    return told[:1].upper() + told[1:]


def proceeding_words(record: Record) -> str:
    """ "misconduct hearing", "special case hearing", "misconduct proceedings" where the kind is not told."""
    kind = record.get("kind")
    if kind in (None, "not_stated"):
        return "misconduct proceedings"
    if kind == "appeal_tribunal":
        return "Police Appeals Tribunal"
    return term_name("proceedings", kind).casefold()


def outcome_words(outcome: Any) -> str:
    """An outcome by its name, in lower case."""
    if outcome == "dismissed":
        return "dismissal"
    return term_name("outcomes", outcome).casefold()
