"""Entries that open on a name, with the rank behind it or none at all: "Ann LEE, police constable, Selby."."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.frame import Frame
from peelian.reading.heads import Head
from peelian.reading.layout import Row
from peelian.reading.name_words import fold, given_names

# "Ann LEE, police constable, Selby.", "Ann LEE. Special constable.", "Tom LEE, her brother, a PC in Selby"
_NAME_FIRST: Final = re.compile(
    r"(?P<name>[A-Z][\w'\u2019-]*\.?(?: [A-Z][\w'\u2019-]*\.?){0,2} [A-Z][\w'\u2019-]+)(?: \([^()\n]{2,40}\))?(?:,? \(?\d\d\)?)?"
    r"(?:[,.:]| -| \u2013| \() ?(?:(?:his|her) [a-z]+, )?(?:(?:[Aa]n?|[Tt]he|[Tt]hen|[Nn]ow|[Oo]nce|[Ff]ormerly|[Ff]ormer) )*(?=[A-Za-z])"
)
# "Ann Lee (PC 3599)", "Tom Moss (formerly a sergeant) -"
_RANK_WITHIN: Final = re.compile(
    r"(?P<name>[A-Z][\w'\u2019-]*\.?(?: [A-Z][\w'\u2019-]*\.?){0,2} [A-Z][\w'\u2019-]+) \((?:(?:[Aa]n?|[Tt]he|[Tt]hen|[Ff]ormerly) )*(?=[A-Za-z])"
)
# "Ros Hame, who is now 31, was a constable in Selby"
_NAME_WAS: Final = re.compile(
    r"(?P<name>[A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*\.?){0,2} [A-Z][\w'\u2019-]+),? (?:(?:who is (?:now )?|now |aged )?\d\d, )?(?:was|is|had been|became|joined as) (?:then |once |still )?(?:an? |the )(?=[A-Za-z])"
)


def name_first(frame: Frame, row: Row) -> list[Head]:
    """The officer whose name opens an entry and whose rank follows it at once."""
    found = held = None
    for pattern in (_RANK_WITHIN, _NAME_FIRST, _NAME_WAS):
        found = pattern.match(frame.page.text, row.body, row.end)
        held = frame.heads.read(found.end(), row.end) if found is not None else None
        if held is not None:
            break
    if found is None or held is None or not held.nameless or held.rank is None or held.people > 1:
        return []
    name = frame.heads.names.read(*found.span("name"), True)
    if name != found.span("name"):
        return []
    return [Head(row.body, held.end, held.rank, held.collar, name, None, held.former, 1, True)]


def plainly_named(frame: Frame, row: Row) -> list[Head]:
    """The officer of ``name_first`` where the name is no heading: it opens with a given name, or an age stands behind it."""
    found = _NAME_FIRST.match(frame.page.text, row.body, row.end)
    if found is None:
        return []
    given = fold(found.group("name").split()[0]) in given_names()
    return name_first(frame, row) if given or any(map(str.isdigit, found.group())) else []


# "Ann LEE. Ran the front desk", "Tom Moss, 34, of Selby. He"
_NAME_ALONE: Final = re.compile(
    r"(?P<name>[A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*\.?){0,2} [A-Z][\w'\u2019-]+)(?: \([^()\n]{2,40}\))?(?:,? \(?\d\d\)?)?(?:[.:]| -| \u2013| \u2014|,(?= \d\d\b)) "
)
_FEWEST_NAMED: Final = 2


def by_name_alone(frame: Frame, heads: dict[int, list[Head]], bare: dict[int, int]) -> dict[int, list[Head]]:
    """The officers of entries that open with a name and no rank, in a list whose other entries are named officers'.

    ``bare`` gives for the row of each entry without an officer where its words begin. "Inspector Ann Lee. ...",
    "Sgt Tom Moss. ...", "Ros HAME. Ran the front desk in Selby."
    """
    named = [i for i, found in heads.items() if found[0].name is not None or found[0].label is not None]
    if len(named) < _FEWEST_NAMED or not bare or len(bare) >= len(heads):
        return {}
    out: dict[int, list[Head]] = {}
    for i, at in bare.items():
        row = frame.rows[i]
        chief = frame.heads_in(at, row.end)
        if chief and chief[0].name is not None and frame.scan.among(_ENDED, chief[0].end, row.end):
            out[i] = chief[:1]  # "5. Superintendent Lee ... no case to answer"
            continue
        found = _NAME_ALONE.match(frame.page.text, row.body, row.end)
        if found is None or not frame.scan.among(_ENDED, found.end(), row.end):
            continue
        start, end = found.span("name")
        if frame.heads.names.read(start, end, True) == (start, end):
            job = frame.heads.rank_in(found.end(), frame.page.sentence_at(found.end()).end)
            out[i] = [Head(row.body, end, job, None, (start, end), None, False, 1, True)]
    return out


_ENDED: Final = ("outcome", "finding", "departure", "passive", "offence")
