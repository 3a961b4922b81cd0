"""What a field can hold: as choices for a form, and from what somebody typed to the value."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from peelian.casebook import values
from peelian.publication.wording import heading, label

RECORDS: Final = ("offences", "sentences", "orders")
#: The fields in the order in which a person reads them.
ORDER: Final = (
    "name", "label", "rank", "collar_number", "force", "age", "former", "posts", "residence", "joined",
    "offences.offence", "offences.title", "offences.count", "offences.plea", "offences.stage", "courts", "sentenced_on",
    "sentences.kind", "sentences.length", "sentences.suspended_for", "sentences.amount", "sentences.hours",
    "orders.kind", "orders.length", "orders.amount", "orders.hours",
    "investigation.bodies", "investigation.oversight", "investigation.mode",
    "proceeding.kind", "proceeding.date", "proceeding.chair", "proceeding.chair_role", "proceeding.venue",
    "proceeding.finding", "proceeding.outcome", "proceeding.standards",
    "appeal.kind", "appeal.result", "suspended", "restricted", "resigned", "barred",
)  # fmt: skip


def short(field: str) -> str:
    """The field without its record: ``offences.stage`` is ``stage``; investigation's keep their name."""
    return field if field.startswith("investigation.") else field.rpartition(".")[2]


def kind_of(field: str) -> str:
    """The kind of record of a field, as ``publication.wording.label`` takes it."""
    record = field.partition(".")[0]
    return "proceedings" if record == "proceeding" else record if "." in field else ""


def title(field: str) -> str:
    """What a field is called."""
    return heading(short(field))


def words(field: str, value: Any) -> str:
    """A value in words."""
    if isinstance(value, dict):
        return ", ".join(words(f"{field}.{part}", told) for part, told in value.items() if told is not None)
    return label(short(field), value, kind_of(field))


@cache
def choices(field: str) -> tuple[tuple[str, str], ...]:
    """Every value that a field can have, with its words; empty where anything can be typed."""
    if field in values.YES:
        return (("true", "Yes"), ("false", "No"))
    if field in values.IDS:
        return tuple((one, words(field, one)) for one in values.IDS[field])
    if field in values.VOCABULARY:
        from peelian.law import ids

        known = [*ids(values.VOCABULARY[field])]
        known += [one for one in values.BESIDES if one not in known]
        return tuple(sorted(((one, words(field, one)) for one in known), key=lambda pair: pair[1].casefold()))
    return ()


def hint(field: str) -> str:
    """How a value is typed, where that is not plain."""
    if field in values.DATES:
        return "2014-04-11, 2014-04 or 2014"
    if field in values.LENGTHS:
        return "P2Y6M, P18M, 12 weeks or indefinite"
    return "a number" if field in values.NUMBERS else ""


def typed(field: str, text: str) -> Any:
    """The value of what was typed. What it cannot be, ``casebook.values`` refuses later, in words."""
    plain = text.strip()
    if field in values.YES:
        return {"true": True, "false": False}.get(plain.casefold(), plain)
    if field in values.NUMBERS:
        number = plain.replace(",", "").removeprefix("£")
        try:
            return float(number) if "." in number else int(number)
        except ValueError:
            return plain
    if field in values.VOCABULARY or field in values.IDS:
        for one, said in choices(field):
            if plain.casefold() in (one.casefold(), said.casefold()):
                return one
    return plain


def addable() -> list[tuple[str, str]]:
    """The single fields that can be added to a subject, with their names."""
    return [(field, title(field)) for field in ORDER if field.partition(".")[0] not in RECORDS]


def parts(record: str) -> list[tuple[str, str]]:
    """The parts of a kind of record, with their names."""
    return [(field, title(field)) for field in ORDER if field.startswith(f"{record}.")]
