"""A document on the terminal: its words marked and labelled, its facts listed below."""

from __future__ import annotations

from typing import Final

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from peelian.cli.facts import FAMILIES, Fact, Mark, Marks, facts, heading, lines, marks, quotes
from peelian.cli.words import harmless, one_line
from peelian.documents import Document
from peelian.reading.model import Reading

#: Colour of each family: the sixteen that a terminal's own theme keeps readable.
_STYLES: Final = {
    "document": "bold",
    "person": "bright_cyan",
    "service": "cyan",
    "offence": "bright_red",
    "court": "bright_magenta",
    "investigation": "bright_blue",
    "hearing": "bright_yellow",
    "speaker": "green",
    "check": "reverse",
    "sensitive": "strike",
}


def marked(document: Document, reading: Reading, *, brackets: bool) -> RenderableType:
    """The text with labels after the words of each fact, then facts, checks and sensitive spans.

    With ``brackets`` the words stand in square brackets, for where there is no colour.
    """
    found = facts(reading)
    all_marks = marks(reading, found, document.text)
    several = len(reading.subjects) > 1
    parts: list[RenderableType] = [_line(document.text, a, b, all_marks, several, brackets, gap) for a, b, gap in lines(document.text)]  # fmt: skip
    parts += _lists(document, reading, found)
    return Group(*parts)


def _line(
    text: str, start: int, end: int, all_marks: Marks, several: bool, brackets: bool, gap: bool
) -> Text:
    out = Text("\n" if gap else "")
    covered = False
    for piece in all_marks.pieces(start, end):
        style = f"underline {_STYLES[piece.covering[-1].family]}" if piece.covering else ""
        if brackets and piece.covering and not covered:
            out.append("[")
        if brackets and covered and not piece.covering:
            out.append("]")
        covered = bool(piece.covering)
        out.append(harmless(text[piece.start : piece.end]).replace("\t", " "), style=style)
        if piece.ending:
            if brackets and not _goes_on(all_marks, piece.end, end):
                out.append("]")
                covered = False
            _append_labels(out, piece.ending, several)
    if brackets and covered:
        out.append("]")
    return out


def _goes_on(all_marks: Marks, at: int, end: int) -> bool:
    return at < end and any(mark.start < at for mark in all_marks.within(at, at + 1))


def _append_labels(out: Text, ending: tuple[Mark, ...], several: bool) -> None:
    """Say what the words before are: "‹1 Rank, Age›", each label in its family's colour."""
    out.append("‹", style="dim")
    for n, (subject, family, label) in enumerate(
        dict.fromkeys((m.subject, m.family, m.label) for m in ending)
    ):
        whose = f"{subject + 1} " if several and subject is not None else ""
        out.append((", " if n else "") + whose + label, style=f"italic {_STYLES[family]}")
    out.append("›", style="dim")


def _lists(document: Document, reading: Reading, found: list[Fact]) -> list[RenderableType]:
    parts: list[RenderableType] = [
        Text(),
        Rule(f"Facts: {one_line(document.origin or document.id)}", align="left"),
    ]
    groups: list[tuple[str, list[Fact]]] = [
        ("The document", [f for f in found if f.family == "document"]),
        *(
            (heading(subject, n + 1), [f for f in found if f.subject == n])
            for n, subject in enumerate(reading.subjects)
        ),
        ("Speakers and helplines", [f for f in found if f.family == "speaker"]),
    ]
    for title, group in groups:
        if group:
            parts += [Text(f"\n{title}", style="bold"), _table(document.text, group)]
    if not reading.subjects:
        parts.append(Text("\nNo subject: the document tells of no officer's own conduct, or none was found."))
    if reading.inconsistencies:
        parts.append(Text("\nChecks: where the document disagrees with itself or with the law", style="bold"))
        for n, check in enumerate(reading.inconsistencies, 1):
            parts.append(Text(f"  {n}. {one_line(check.message)}"))
            parts.append(Text(f"     {one_line(check.source)}", style="dim"))
    if reading.sensitive:
        parts.append(Text("\nTo weigh before publication", style="bold"))
        for n, span in enumerate(reading.sensitive, 1):
            said = one_line(document.text[span.start : span.end])
            parts.append(Text(f"  {n}. {span.kind.replace('_', ' ')}: “{said}” ({one_line(span.reason)})"))
    if document.notes:
        parts.append(Text("\nHow the file was read", style="bold"))
        parts += [Text(f"  {one_line(note)}") for note in document.notes]
    return parts


def _table(text: str, group: list[Fact]) -> RenderableType:
    out = Table.grid(padding=(0, 2), pad_edge=False)
    out.add_column(justify="right", style="dim")
    out.add_column()
    out.add_column(overflow="fold")
    out.add_column(overflow="fold", style="dim")
    record = ""
    for fact in group:
        label = f"  {fact.field}" if fact.group and fact.group == record else fact.label
        record = fact.group
        said = " … ".join(f"“{quote}”" for quote in quotes(fact, text)) or "(from the file's own data)"
        if fact.pointer == "/kind" or fact.pointer.endswith("/background"):
            said = ""
        out.add_row(str(fact.number), Text(label, style=_STYLES[fact.family]), Text(fact.value), Text(said))
    return out


assert set(_STYLES) == set(FAMILIES), "every family has a colour"
