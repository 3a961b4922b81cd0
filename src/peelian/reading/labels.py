"""Labels: the ``Label: value`` fields of notices and outcome lists, wherever the value stands.

A value may follow its label after a colon, after a gap of two spaces, after the one bar of a table of two columns,
or on the lines below it.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.layout import spaced_labels, spaced_on
from peelian.reading.page import Line, Page
from peelian.reading.scan import Scan

_LABEL: Final = re.compile(
    r"\s*(?:[-*\u2022>]\s*)?([a-z][a-z()/'& -]{1,75}?)(?:\s*:|\s{2,}|\s+-\s|\s?\|(?!.*\|))\s*"
)
_LETTERS: Final = re.compile(r"\s*(?:[-*\u2022>]\s*)?[a-z][a-z()/'& -]*")
_PLAIN: Final = re.compile(r"[ \t:]+")

FIELDS: Final[dict[str, str]] = {
    label: name
    for name, labels in {
        "date": """date|dates|date(s)|date of hearing|date(s) of hearing|dates of hearing|date of the hearing|hearing date|hearing dates|hearing date(s)
            |date and time|date & time|date and place|heard|hearing held|held|held on|to be held on|commencing|start date|starting|date of misconduct hearing|when
            |date of meeting|meeting date|on|appeal heard|date of appeal hearing|hearing|date of decision|decision date|dates and times|date/time|date held
            |date of proceedings|dates of proceedings|concluded|date concluded|hearing dates and times|date of outcome
            |date heard|dates heard|date of tribunal|tribunal date|heard on|date of panel|panel date|sat|sitting dates|date proceedings concluded|date completed|date of finding|date of dismissal|date decided|decided|decided on|dealt with|dealt with on
            |opens|opens on|begins|begins on|starts|starts on|resumes|resumes on|new date|to be heard|to be heard on|listed for|listed
            |time/date|time & date|time and date|day and time|when and where|date, time and place|date dealt with|date finalised|date of determination|date of the decision|date of result""",
        "chair": """chair|chaired by|legally qualified chair|legally qualified chairperson|lqc|panel chair|tribunal chair|conducted by|person conducting the hearing
            |before|heard by|presiding|presided over by|chairperson|chairman|chair of the panel|chair of the proceedings|chair of proceedings|chair of the hearing|chair of hearing|hearing chaired by|panel chaired by|proceedings chaired by|chair of panel|independent chair|panel|tribunal|hearing chair
            |members|name of chair|legally qualified person|in the chair|decision maker|chief officer|person chairing|chair name|hearing conducted by|held before|person conducting|decided by|determined by|dealt with by|adjudicator|hearing officer|presiding officer|held by
            |person conducting proceedings|who decided|who heard it|panel chair and members""",
        "chair_role": "capacity of chair|role of chair",
        "venue": """venue|location|place|held at|heard at|to be held at|at|where|hearing venue|address|place of hearing|location of hearing|hearing location|venue of hearing|location of meeting|sitting at|room|where held""",
        "outcome": """outcome|outcomes|sanction|result|disciplinary outcome|decision|disposal|outcome of hearing|hearing outcome|penalty|action|disciplinary action
            |outcome/sanction|sanction/outcome|final outcome|outcome imposed|determination|action taken|ended|how it ended|how ended|result of hearing|sanction imposed|disciplinary result|disciplinary sanction
            |conclusion|employment outcome|measure|punishment|final result|outcome of proceedings""",
        "finding": """finding|findings|level|level of breach|finding of the panel|panel finding|severity|panel's finding|determination and finding|verdict|what the panel found
            |conduct level|finding and result|finding and outcome|level of misconduct|decision and finding""",
        "standards": """alleged breaches|alleged breach|breaches alleged|alleged breach(es)|breaches found|breaches of standards|standards|standard|standard(s)|standards breached|standard breached|standard(s) breached|breaches|breach|standards of professional behaviour
            |standards of professional behaviour breached|standards engaged|breach of the standards of professional behaviour|breach of standards|breach(es)
            |standards of professional behaviour said to have been breached|standards of professional behaviour alleged to have been breached|standards alleged
            |standards allegedly breached|standards found breached|breached|code|standards alleged to have been breached|standards of behaviour|standard of behaviour|spb|spbs|sopb|spb engaged|spbs engaged|spb breached|spbs breached|sopb breached|standards in issue|standards involved
            |standards concerned|standards found proved|standards at issue|standards said to be breached|breach category""",
        "kind": "type|proceedings|proceeding|type of hearing|hearing type|forum|type of proceedings|procedure|misconduct type|kind of hearing|type of process|process|route|type of case|regime|how dealt with|dealt with at|format|type of matter|proceedings type",
        "end": """allegation|allegations|details|circumstances|case|summary|name|officer|rank|force|station|notes|note|time|attendance|status|appeal|nature|conduct
            |officer name|name of officer|officer concerned|time estimate|represented by|estimated length|allegation in summary|conduct alleged|background|reason|reasons
            |the officer concerned|the allegation|mitigation|police officer's name|allegation(s)|brief details|facts|comment|comments|collar number|rank and name|observing|division|department|unit|posting|accusation|what happened|what was alleged|investigation|investigated by|money|next|question
            |criminal outcome|court|offence|offences|sentence|plea|last rank|what was said|officer in attendance|legal representation|short reasons""",
    }.items()
    for label in (part.strip() for part in labels.split("|"))
}


class Field(NamedTuple):
    """One field of a notice: its ``name``, where its label stands, and its value ``[start, end)``."""

    name: str
    label_start: int
    start: int
    end: int


def fields_on(page: Page, scan: Scan) -> list[Field]:
    """``find_fields`` for ``Scan.once``: a page's kind and its proceedings both ask for them."""
    return find_fields(page, scan.once(spaced_on))


def find_fields(page: Page, spaced: dict[int, int] | None = None) -> list[Field]:
    """Every known field of a page, in order; ``spaced`` are its ``spaced_labels``, where they are known.

    ``end`` fields only mark where another field's value stops.
    """
    out: list[Field] = []
    low, lines = page.low, page.lines
    open_field: tuple[str, int] | None = None
    value: tuple[int, int] | None = None
    taken = 0
    spaced = spaced_labels(page) if spaced is None else spaced
    for line in lines:
        named = _labelled(low, line)
        if named is None and (at := spaced.get(line.start)) is not None:
            name = FIELDS.get(low[line.start : at].strip())
            named = (name, at) if name is not None else None
        if named is not None:
            if open_field and value:
                out.append(Field(open_field[0], open_field[1], *value))
            name, start = named
            open_field, value, taken = (name, line.start), None, 0
            if start < line.end:
                value = (start, line.end)
                more = _MORE.search(low, start, line.end)
                if more is not None:  # another label on the same line
                    out.append(Field(name, line.start, start, more.start()))
                    out += _rest(low, more.start(), line.end)
                    open_field, value = None, None
                    continue
                if name != "standards":  # lists of standards may go on below their label
                    out.append(Field(name, line.start, start, line.end))
                    open_field, value = None, None
        elif open_field is not None:
            most = 12 if open_field[0] == "standards" else 2
            brief = open_field[0] not in ("outcome", "finding")
            if (
                taken >= most
                or (brief and line.end - line.start > 200)
                or (value and line.blank_before and brief)
            ):
                if value:
                    out.append(Field(open_field[0], open_field[1], *value))
                open_field, value = None, None
                continue
            value = (value[0] if value else line.start, line.end)
            taken += 1
            if open_field[0] in ("date", "chair", "venue", "chair_role", "kind"):
                out.append(Field(open_field[0], open_field[1], *value))
                open_field, value = None, None
    if open_field and value:
        out.append(Field(open_field[0], open_field[1], *value))
    return sorted((f for f in out if f.name != "end"), key=lambda f: f.start)


_MORE: Final = re.compile(r"(?: {2,}| ?\| ?|[.;] )(?=[a-z][a-z()/'& -]{1,40}?:)")


def _rest(low: str, start: int, end: int) -> list[Field]:
    """The fields that follow another on its line ("Chair: A   Serving member: B   Outcome: C")."""
    out = []
    at = start
    while at < end:
        after = _MORE.search(low, at + 1, end)
        stop = after.start() if after is not None else end
        found = _LABEL.match(low, _skip(low, at, stop), stop)
        name = FIELDS.get(found.group(1).strip()) if found is not None else None
        if found is not None and name is not None:
            out.append(Field(name, found.start(), found.end(), stop))
        at = stop
    return out


def _skip(low: str, at: int, stop: int) -> int:
    while at < stop and low[at] in " |":
        at += 1
    return at


def field_at(fields: list[Field], at: int) -> Field | None:
    """The field in whose value offset ``at`` stands."""
    i = bisect_right(fields, at, key=lambda f: f.start) - 1
    return fields[i] if i >= 0 and at < fields[i].end else None


def _labelled(low: str, line: Line) -> tuple[str, int] | None:
    """The field whose label begins a line and where its value starts (the line's end if below it)."""
    end = min(line.end, line.start + 90)
    whole = low[line.start : line.end] if line.end - line.start <= 76 else ""
    if ":" in whole or "\t" in whole or "  " in whole:
        whole = _PLAIN.sub(" ", whole)
    whole = whole.strip()
    if whole in FIELDS:
        return FIELDS[whole], line.end
    found = _LABEL.match(low, line.start, end) if _may_be_labelled(low, line.start, end) else None
    if found is None:
        return None
    name = FIELDS.get(found.group(1).strip())
    return (name, found.end()) if name is not None else None


def _may_be_labelled(low: str, start: int, end: int) -> bool:
    """Whether the letters with which a line begins end, or are broken, as a label's do: most lines need no closer look."""
    opening = _LETTERS.match(low, start, end)
    if opening is None:
        return False
    letters, following = opening.group(), low[opening.end() : opening.end() + 1]
    return following in (":", "|") or following.isspace() or "  " in letters or " - " in letters
