"""What kind of document this is, from who published it and how it is written.

The signs are in ``data/kinds.toml``: words of a court's heading, of a notice,
of an outcome list, of an oversight body that writes "we".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.calendars import calendar
from peelian.reading.labels import FIELDS, fields_on
from peelian.reading.model import Cited
from peelian.reading.page import Line, Page
from peelian.reading.scan import Scan

_TOP: Final = 900  # characters in which a document says what it is


@dataclass(slots=True)
class Imprint:
    """What the masthead gives the choice of kind: headline, publisher, whether it has a byline or caption
    (``newsy``) or a release's foot (``released``: "Ends", "Notes to editors")."""

    headline: Cited[str] | None
    publisher: Cited[str] | None
    newsy: bool
    released: bool
    body_start: int


def decide_kind(page: Page, scan: Scan, imprint: Imprint) -> str:
    """The guide's id of the kind: ``news``, ``force_release``, ``oversight_release``, ``judgment`` and so on."""
    top = min(len(page.text), max(_TOP, imprint.body_start + 400))
    signs = _signs(scan, top)
    heading = _heading_signs(scan, imprint)
    who = publisher_kind(scan, imprint.publisher)
    courtly = (
        (bool(signs.get("judgment", 0)) and _early(scan, "judgment")) or letters_apart(page)
    ) and not imprint.newsy
    if who in ("none", "force") and (courtly or (has_sides(page) and not heading.get("outcome"))):
        return "judgment"
    paper = _early(scan, "paper") and not heading.get("outcome") and not heading.get("notice")
    told = who in ("press", "none") or (who != "oversight" and heading.get("paper"))
    if paper and told and not imprint.newsy:
        return "other"
    if who == "press" or (imprint.newsy and who == "none"):
        return "news"
    if heading.get("other") or _early(scan, "other"):
        return "other" if not heading.get("outcome") or heading.get("other") else "hearing_outcome"
    if who == "prosecution":
        return "prosecution_release"
    if who == "oversight":
        return "oversight_release"
    return _of_force(scan, who, signs, heading, imprint)


_SIDE: Final = re.compile(
    r"(?:^|[\t ]{2,}|\(|\| ?)(?:the )?(claimant|appellant|applicant|respondent|defendant|interested party)(?:s|/\w+)?\)?(?::|[^\S\n|]*\|?[^\S\n]*$)",
    re.M,
)
_SIDES: Final = ("claimant", "appellant", "applicant", "respondent", "defendant", "interested party")


def has_sides(page: Page) -> bool:
    """Whether the heading prints two sides of a case as a court's or tribunal's paper does: "Claimant", "Respondent"."""
    top = page.low[:_TOP]
    if sum(side in top for side in _SIDES) < 2:  # nearly always
        return False
    return len({m.group(1) for m in _SIDE.finditer(page.low, 0, _TOP)}) > 1


def is_judgment(page: Page, scan: Scan) -> bool:
    """Whether the document begins as a court's own: its name, a neutral citation, the parties."""
    return _early(scan, "judgment") or has_sides(page) or letters_apart(page)


# How shorthand writers head a judgment, letter by letter.
_APART: Final = ("r e g i n a", "j u d g m e n t", "j u d g e m e n t", "b e f o r e", "b e t w e e n")


def letters_apart(page: Page) -> bool:
    """Whether the heading is that of a court's transcript: "B e f o r e", "R E G I N A", "J U D G M E N T"."""
    top = page.low[:_TRANSCRIPT]
    return sum(word in top for word in _APART) > 1 or (
        top.lstrip().startswith("royal courts of justice") and "r e g i n a" in top
    )


_TRANSCRIPT: Final = 2000  # characters


def publisher_kind(scan: Scan, publisher: Cited[str] | None) -> str:
    """``force``, ``oversight``, ``prosecution``, ``pcc``, ``inspectorate``, ``press`` or ``none``."""
    if publisher is None:
        return "none"
    start, end = publisher.spans[0]
    for hit in scan.between("publisher", start, end):
        return "press" if hit.value in ("broadcaster", "federation") else hit.value
    last = publisher.value.lower().split()[-1]
    if scan.between("force", start, end) or last in ("constabularies", "department", "directorate", "police"):
        return "force"
    return "press"


def _signs(scan: Scan, end: int) -> dict[str, int]:
    out: dict[str, int] = {}
    for hit in scan.between("kind_sign", 0, end):
        out[hit.value] = out.get(hit.value, 0) + 1
    return out


def _heading_signs(scan: Scan, imprint: Imprint) -> dict[str, int]:
    """The signs in the headline and in the other lines above the text."""
    out: dict[str, int] = {}
    for hit in scan.between(
        "kind_sign", 0, max(imprint.body_start, imprint.headline.spans[0][1] if imprint.headline else 0)
    ):
        out[hit.value] = out.get(hit.value, 0) + 1
    low = imprint.headline.value.lower() if imprint.headline else ""
    if low.startswith("notice of"):
        out["notice"] = out.get("notice", 0) + 1
    if low.startswith(("outcome", "determination of", "findings of")):
        out["outcome"] = out.get("outcome", 0) + 1
    return out


def _early(scan: Scan, sign: str) -> bool:
    """Whether a sign stands in the first words of the document."""
    return any(h.value == sign for h in scan.between("kind_sign", 0, 260))


def _of_force(scan: Scan, who: str, signs: dict[str, int], heading: dict[str, int], imprint: Imprint) -> str:
    """The kind of what a force, a commissioner's office or nobody named has published."""
    if who in ("force", "none") and calendar(scan.page):
        return "hearing_outcome"  # hearings to come stand beside those decided
    if heading.get("notice") and not heading.get("outcome"):
        return "hearing_notice"
    if heading.get("outcome") and not (heading.get("statement") and not heading.get("notice")):
        return "hearing_outcome"
    if signs.get("notice", 0) >= 2 and not heading.get("outcome"):
        return "hearing_notice"
    if _tabled(scan):
        return "hearing_outcome"
    if who in ("force", "none") and _announces(scan):
        return "hearing_notice"
    if who == "force":
        return "force_release"
    if who == "pcc":
        return "hearing_outcome" if signs.get("outcome") else "other"
    if who == "inspectorate":
        return "other"
    ours = sum(1 for h in scan.of("kind_sign") if h.value == "we_oversight")
    if ours >= 2 or (ours and _headline_of_investigation(scan, imprint)) or _tells_of_itself(scan, imprint):
        return "oversight_release"
    if imprint.released:
        return "oversight_release" if ours and _OVERSEER.search(scan.page.low) else "force_release"
    if _headline_of_investigation(scan, imprint) or (
        ours and (_OVERSEER.search(scan.page.low) or "our independent investigation" in scan.page.low)
    ):
        return "oversight_release"
    return "news"


# Whoever speaks in an oversight body's own release.
_OVERSEER: Final = re.compile(
    r"\b(?:iopc|ipcc|pirc|police ombudsman)(?:'s)? (?:[\w-]+ ){0,4}(?:director|commissioner|lead)\b[^.\"]{0,50} said"
)
_FORM: Final = frozenset({"date", "chair", "venue", "kind", "standards", "finding", "outcome"})
_FEWEST: Final = 3
_HEADINGS: Final = 12  # lines in which a table's headings may stand


def _tabled(scan: Scan) -> bool:
    """Whether labels tell a case and its end as a form does, or a key decodes the outcomes of a table."""
    if scan.legend is not None and scan.between("outcome", 0, len(scan.page.text)):
        return True
    named = [{f.name for f in scan.once(fields_on)}]
    named += [
        {FIELDS.get(cell, "") for cell in _cells(scan.page, line)} for line in scan.page.lines[:_HEADINGS]
    ]
    return any(len(n & _FORM) >= _FEWEST and n & {"finding", "outcome"} for n in named)


def _cells(page: Page, line: Line) -> list[str]:
    """The cells of a line of a table, or nothing."""
    words = page.low[line.start : line.end]
    return [cell.strip(" :") for cell in re.split(r"[|\t]| {3,}", words)] if len(words) < 300 else []


def _announces(scan: Scan) -> bool:
    """Whether labels tell when and where a case will be heard, and no word tells how it ended."""
    names = {f.name for f in scan.once(fields_on)}
    told = names & {"finding", "outcome"} or scan.of("outcome")
    return not told and len(names & {"date", "venue", "chair"}) >= 2 and "alleg" in scan.page.low


def _headline_of_investigation(scan: Scan, imprint: Imprint) -> bool:
    """An oversight body's headline: what it looked into, then the force and the month ("... - Kent Police, May 2016")."""
    if imprint.headline is None:
        return False
    start, end = imprint.headline.spans[0]
    forces = [*scan.between("force", start, end), *scan.between("force_weak", start, end)]
    value = imprint.headline.value
    return (
        bool(forces)
        and max(h.start for h in forces) > start + 8
        and value[-2:].isdigit()
        and (" - " in value or " \u2013 " in value)
    )


def _tells_of_itself(scan: Scan, imprint: Imprint) -> bool:
    """An oversight body named at the very start of a release that no newspaper signs."""
    start = imprint.headline.spans[0][0] if imprint.headline else 0
    return any(
        h.value == "oversight" and h.start <= start + 4 for h in scan.between("publisher", start, start + 8)
    )
