"""Other services: sergeants, inspectors and superintendents who are no police, by the word before or after the rank.

"Staff Sergeant Lee", "Sergeant Major Moss", "an Ofsted inspector", "a fire superintendent": taken out before anybody
is read, so that a soldier or an inspector of schools is no officer of the force that a page names beside.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.scan import Hit, Scan

_KINDS: Final = ("rank", "rank_weak", "unnamed_role", "described")
_WORDS: Final = ("sergeant", "inspector", "superintendent", "sgt", "commander")
_ARMED: Final = re.compile(
    r"\b(?:staff|colour|flight|lance|company|regimental|squadron|quartermaster|battalion|battery|gunnery|drill|platoon|master|army|raf|air force|navy|naval|marines?|royal marine|guards|grenadier guards|paratroop|infantry|military|military police|recruiting|pay|mess) \Z"
)
# ... where "marine unit sergeant" and "naval base inspector" may be police: only these ranks are soldiers'.
_SOLDIERS: Final = ("sergeant", "sgt")
_CIVIL: Final = re.compile(
    r"\b(?:ofsted|schools?|education|tax|taxes|vat|hmrc|revenue|customs|immigration|ticket|bus|tram|rail ticket|cqc|care|care home|care quality|health and safety|hse|factory|building|planning|housing|food|hygiene|food hygiene|environmental health|sanitary|pest|benefits?|meter|drain|prisons?|fire|fire brigade|ambulance|hospital|cemetery|workhouse|lifeboat|coastguard|mines|nuclear|aircraft|veterinary|meat|trading standards|parking|licensing|postal|post office) \Z"
)
_CIVILIANS: Final = ("inspector", "superintendent")
_MAJOR: Final = re.compile(r"[ -][Mm]ajors?\b")
_NAME: Final = re.compile(r" [A-Z][a-z]")
# Somebody whose surname is Major: "PC Alan Major".
_SURNAME: Final = re.compile(
    r"\b(?!(?:Sergeant|Sgt|The|Regimental|Company|Staff|A|An|In|Of)\b)[A-Z][a-z]+ Major\b(?! [A-Z])"
)


def of_other_services(page: Page, scan: Scan) -> list[Hit]:
    """The ranks of a page that are soldiers' or of inspectors who are no police."""
    if not any(word in page.low for word in _WORDS):
        return []
    out = []
    surname = _SURNAME.search(page.text) is not None
    for kind in _KINDS:
        for hit in scan.of(kind):
            words = page.low[hit.start : hit.end]
            if not words.endswith((*_WORDS, "s")):
                continue
            before = page.low[max(0, hit.start - 24) : hit.start]
            if (
                words.rstrip("s").endswith(_SOLDIERS)
                and (_ARMED.search(before) or _is_major(page, hit, surname))
            ) or (words.rstrip("s") in _CIVILIANS and _CIVIL.search(before)):
                out.append(hit)
    return out


def _is_major(page: Page, hit: Hit, surname: bool) -> bool:
    """Whether "Major" goes on the rank, and is nobody's surname: "Sergeant Major Moss", "the sergeant major"."""
    major = _MAJOR.match(page.text, hit.end)
    if major is None:
        return False
    if page.text[major.start() + 1].islower():
        return not page.low.startswith(
            (" major crime", " major incident", " major inquir", " major invest"), hit.end
        )
    return not surname and (_NAME.match(page.text, major.end()) is not None or _told_with_name(page))


_WITH_NAME: Final = re.compile(r"\bSergeant[ -]Major [A-Z][a-z]+")


def _told_with_name(page: Page) -> bool:
    return _WITH_NAME.search(page.text) is not None
