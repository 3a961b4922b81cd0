"""What is recorded: one form builder over the law's record fields, and one check of what was put in.

The form is for pages; ``check`` is what every act calls, whether a page, an import or a test calls it. Dates
may be known in part: they are kept as EDTF. Nothing is guessed from what was not put in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django import forms

from peelian import law
from peelian.casebook.values import ValueProblem
from peelian.desk.casework.rules import field as field_of
from peelian.desk.casework.rules import held
from peelian.law import RecordField
from peelian.law.dates import earliest

LONGEST: Final = 4_000
_NUMBER: Final = re.compile(r"-?\d{1,9}")
#: Titles of what acts record beside the fields of their forms.
_MORE_TITLES: Final = {
    "result": "Outcome", "rule": "Rule", "rule_source": "Source of the rule", "joined_case": "The case opened by hand",
    "joined_reference": "Its reference", "joined_receipt": "The report received that led to it",
}  # fmt: skip
YES_NO: Final = (("", "Not known"), ("yes", "Yes"), ("no", "No"))


class NotRecorded(ValueError):
    """What was put in cannot be recorded. ``problems`` says for each field why."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(" ".join(f"{name}: {why}" for name, why in problems.items()))
        self.problems = dict(problems)


def check(
    fields: Iterable[RecordField],
    given: Mapping[str, Any],
    *,
    regime: str | None = None,
    lenient: bool = False,
) -> dict[str, Any]:
    """What was put in, as it is recorded: EDTF dates, ids of choices, yes and no as booleans; empty ones left out.

    ``lenient`` lets required fields but the date be missing (an exception, which is then flagged). Raises
    `NotRecorded` with every problem.
    """
    clean: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for one in fields:
        raw = given.get(one.id)
        try:
            value = _value(one, raw, regime)
        except ValueError as error:
            problems[one.id] = str(error)
            continue
        if value is not None:
            clean[one.id] = value
        elif one.required and not (lenient and one.id != "date"):
            problems[one.id] = f"{one.title} has to be recorded here."
    if problems:
        raise NotRecorded(problems)
    return clean


def plain_text(text: str) -> str:
    """Words without control characters (line ends stay), and without spaces around them."""
    whole = text.replace("\r\n", "\n")
    return "".join(
        one for one in whole if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cs")
    ).strip()


def missing(fields: Iterable[RecordField], recorded: Mapping[str, Any]) -> list[str]:
    """Titles of what must be recorded and is not."""
    return [one.title for one in fields if one.required and one.id not in recorded]


def _value(field: RecordField, raw: Any, regime: str | None) -> Any:
    if several(field):
        given = [raw] if isinstance(raw, str) and raw else list(raw or ())
        return [_chosen(field, str(one), regime) for one in dict.fromkeys(given)] or None
    if isinstance(raw, bool) and field.kind == "yes_no":
        return raw
    text = str(raw if raw is not None else "").replace("\r\n", "\n").strip()
    if not text:
        return None
    if len(text) > LONGEST:
        raise ValueError(
            f"This is longer than {LONGEST:,} characters: say less here, and attach the document."
        )
    if any(letter < " " and letter not in "\n\t" for letter in text):
        raise ValueError("This holds characters that are no text.")
    if field.kind == "date":
        return _date(text)
    if field.kind == "yes_no":
        if text.casefold() not in ("yes", "no"):
            raise ValueError("Say yes or no, or leave it empty if it is not known.")
        return text.casefold() == "yes"
    if field.kind == "number":
        if not _NUMBER.fullmatch(text):
            raise ValueError("Write a whole number.")
        return int(text)
    return _chosen(field, text, regime) if field.kind == "choice" else text


def _date(text: str) -> str:
    try:
        found = law.parse_date(text)
    except law.DateError as error:
        raise ValueError(str(error)) from error
    if found is None:
        raise ValueError("This is not read as a date. Write 3 May 2019, 2019-05-03, May 2019 or 2019.")
    if earliest(found) is None:
        raise ValueError("This date has no year. Write 3 May 2019, May 2019 or 2019.")
    return found


def _chosen(field: RecordField, text: str, regime: str | None) -> str:
    known = dict(choices(field, regime))
    if text in known:
        return text
    if field.vocabulary and text in law.ids(field.vocabulary):
        name = law.term(field.vocabulary, text).name
        raise ValueError(f"“{name}” is not known under {_regime_name(regime)}.")
    raise ValueError(f"{text[:60]!r} is none of the choices.")


def several(field: RecordField) -> bool:
    """Whether more than one choice can hold."""
    return field.id in held()["several"]


def choices(field: RecordField, regime: str | None = None) -> list[tuple[str, str]]:
    """The choices of a field with their words, as far as the Regulations narrow them."""
    terms: Sequence[law.Term]
    if field.id in held()["narrow"]:
        given = {"severity": law.severity_levels, "notice_kind": law.notices_for}
        terms = given.get(field.id, law.suspension_conditions)(regime)
        return [(one.id, one.name) for one in terms]
    if field.vocabulary:
        return [(one.id, one.name) for one in law.vocabulary(field.vocabulary)]
    names = held()["choice_names"]
    return [(one, names.get(one, one)) for one in field.choices]


def _regime_name(regime: str | None) -> str:
    return law.term("regimes", regime).name if regime else "these Regulations"


def in_words(field_id: str, value: Any) -> str:
    """A recorded value in words, for histories and documents."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    try:
        field = field_of(field_id, False)
    except law.UnknownTerm:
        return str(value)
    if field.kind == "choice":
        names = dict(choices(field))
        listed = value if isinstance(value, list) else [value]
        return "; ".join(names.get(one, str(one)) for one in listed)
    if field.kind == "date":
        return say_date(str(value))
    return str(value)


def told(recorded: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What was recorded, each with the title of its field and in words; what only the program knows is left out."""
    found = []
    for name, value in recorded.items():
        try:
            title = field_of(name, False).title
        except law.UnknownTerm:
            title = _MORE_TITLES.get(name, "")
        if title:
            found.append((title, in_words(name, value)))
    return found


def say_date(value: str) -> str:
    """An EDTF date in words: 3 May 2019, May 2019, 2019."""
    from peelian.law.dates import parts

    try:
        year, month, day = parts(value)
    except law.DateError:
        return value
    if year is None:
        return value
    names = ("January February March April May June July August September October November December").split()
    return " ".join(str(one) for one in (day, names[month - 1] if month else None, year) if one)


class RecordForm(forms.Form):
    """A form over record fields. ``recorded`` holds what `check` made of it once it is valid."""

    def __init__(
        self,
        fields: Sequence[RecordField],
        data: Any = None,
        *,
        regime: str | None = None,
        initial: Mapping[str, Any] | None = None,
        documents: Sequence[tuple[str, str]] = (),
        lenient: bool = False,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        self.record, self.regime, self.lenient = tuple(fields), regime, lenient
        self.recorded: dict[str, Any] = {}
        for one in fields:
            self.fields[one.id] = _made(one, regime, documents)

    def clean(self) -> dict[str, Any]:
        """Check all fields together; problems stand at their fields."""
        try:
            self.recorded = check(self.record, self.cleaned_data, regime=self.regime, lenient=self.lenient)
        except (NotRecorded, ValueProblem) as refused:
            for name, why in getattr(refused, "problems", {}).items():
                self.add_error(name, why)
        return self.cleaned_data


def _made(field: RecordField, regime: str | None, documents: Sequence[tuple[str, str]]) -> forms.Field:
    """One form field. Nothing is required of the browser: what must be there is said by `check`, which exceptions pass."""
    label = field.title if field.required else f"{field.title} (if known)"
    hint = "No name of a victim, complainant or witness." if field.id in held()["no_names"] else ""
    if field.kind == "date":
        hint = "As far as known: 3 May 2019, May 2019, 2019."
    if several(field):
        return forms.MultipleChoiceField(
            label=label, required=False, choices=choices(field, regime), widget=forms.CheckboxSelectMultiple
        )
    if field.kind == "choice":
        listed = [("", "–"), *choices(field, regime)]
        return forms.ChoiceField(label=label, required=False, choices=listed)
    if field.kind == "yes_no":
        return forms.ChoiceField(label=label, required=False, choices=YES_NO)
    if field.kind == "document":
        if documents:
            return forms.ChoiceField(label=label, required=False, choices=[("", "–"), *documents])
        return forms.CharField(label=label, required=False, help_text="Its title and date.")
    if field.kind == "counts":
        hint = "One a line. " + hint
    if field.kind == "person":
        hint = "An official, never a victim or witness."
    long = field.kind == "counts" or field.id in (
        "reason",
        "remarks",
        "offences_as_worded",
        "source_sentence",
        "redactions",
        "reporting_directions",
        "outcome_as_worded",
        "panel",
    )
    widget = forms.Textarea(attrs={"rows": 3}) if long else forms.TextInput()
    return forms.CharField(label=label, required=False, help_text=hint, widget=widget, strip=True)
