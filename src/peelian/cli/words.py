"""Values in plain words: "2 years 6 months", "Detective Constable", "dismissed without notice"."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from peelian.reading.model import Appeal, Offence, Order, Proceeding, Sentence, Subject

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_UNITS: Final = {"Y": "year", "M": "month", "W": "week", "D": "day"}
#: Ids that are written in capitals.
_ACRONYMS: Final = {"ipcc": "IPCC", "iopc": "IOPC", "pca": "PCA", "pirc": "PIRC", "psni": "PSNI"}


def harmless(text: str) -> str:
    """``text`` with each control and direction character replaced, one for one, so that a terminal is safe.

    Line ends and tabs stay. The length does not change: offsets remain true.
    """
    if text.isprintable():
        return text
    return "".join(
        c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs") else "\N{REPLACEMENT CHARACTER}"
        for c in text
    )


def one_line(text: str) -> str:
    """``text`` made harmless, on one line."""
    return harmless(" ".join(text.split()))


def many(number: int, noun: str) -> str:
    """A number with its noun: "1 person", "2,000 persons"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def plain(id: str) -> str:
    """An id of the guide in words: ``dismissed_without_notice`` is "dismissed without notice"."""
    return _ACRONYMS.get(id) or id.replace("_", " ")


def named(vocabulary: str, id: str) -> str:
    """The name that a vocabulary of the law gives to an id; the id in words if it gives none."""
    from peelian.law.vocabulary import UnknownTerm, term

    try:
        return plain(id) if id == "other" else term(vocabulary, id).name
    except UnknownTerm:
        return plain(id)


def length(iso: str) -> str:
    """An ISO 8601 length in words: ``P2Y6M`` is "2 years 6 months"."""
    if iso == "indefinite":
        return "indefinitely"
    parts = re.findall(r"(\d+)([YMWD])", iso)
    return " ".join(f"{n} {_UNITS[u]}{'' if n == '1' else 's'}" for n, u in parts) or iso


def date(edtf: str) -> str:
    """An EDTF date in words: ``2014-03`` is "March 2014", ``XXXX-04-11`` is "11 April (year not told)"."""
    match = re.fullmatch(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?", edtf)
    if not match or (match[2] and not 1 <= int(match[2]) <= 12):
        return edtf
    year = "(year not told)" if match[1] == "XXXX" else match[1]
    month = _MONTHS[int(match[2]) - 1] if match[2] else ""
    return " ".join(x for x in (match[3] and str(int(match[3])), month, year) if x)


def money(pounds: float) -> str:
    """An amount in pounds: "£1,250", "£62.50"."""
    return f"£{pounds:,.0f}" if float(pounds).is_integer() else f"£{pounds:,.2f}"


def who(subject: Subject) -> str:
    """What a subject is called: by name, by the document's label, or "not named"."""
    return one_line(subject.name or subject.label or "not named")


def offence(record: Offence) -> str:
    """An offence as one phrase: "misconduct in public office ×3 (convicted)"."""
    count = f" ×{record.count}" if record.count and record.count > 1 else ""
    return f"{one_line(record.title)}{count} ({plain(record.stage)})"


def term(record: Sentence | Order) -> str:
    """A sentence or an order as one phrase: "imprisonment, 2 years"; "fine, £500"."""
    vocabulary = "sentences" if isinstance(record, Sentence) else "orders"
    parts = [_small(named(vocabulary, record.kind))]
    if record.length:
        parts.append(length(record.length))
    if isinstance(record, Sentence) and record.suspended_for:
        parts.append(f"suspended for {length(record.suspended_for)}")
    if record.hours is not None:
        parts.append(f"{record.hours} hours")
    if record.amount is not None:
        parts.append(money(record.amount))
    return ", ".join(parts)


def hearing(proceeding: Proceeding) -> str:
    """A proceeding as one phrase: "special case hearing, March 2014"."""
    kind = "proceeding, kind not stated" if proceeding.kind == "not_stated" else plain(proceeding.kind)
    return f"{kind}, {date(proceeding.date)}" if proceeding.date else kind


def outcome(proceeding: Proceeding) -> str:
    """What came of a proceeding: the outcome, else the finding, else nothing."""
    return plain(proceeding.outcome or proceeding.finding or "")


def appeal(record: Appeal) -> str:
    """An appeal as one phrase: "appeal to a tribunal: dismissed"."""
    return f"{'appeal to a tribunal' if record.kind == 'tribunal' else 'criminal appeal'}: {plain(record.result)}"


def _small(name: str) -> str:
    """A name as it stands inside a sentence: no capital, unless it is all capitals."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
