"""Officers called by their part in the story: "The driver, a police constable, turned ... The driver was charged ..."."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.description import Description
from peelian.reading.page import Page
from peelian.reading.spans import find_all

CREW: Final = frozenset({"driver", "passenger"})  # of one car
# "The driver, |a police constable|"; not "who drove the van, a sergeant and ...".
_PART: Final = re.compile(
    r"(?:\A|[.;:\n\"'(]\s*|\b(?:and|but|while|when|that|both) )(?P<the>the (?P<part>[a-z-]{4,20})), \Z"
)
# Words that mean somebody only where they stand.
_NO_PART: Final = frozenset(
    """first second third fourth fifth last other latter former next case matter hearing panel officer man woman
    male female person boss chief force victim complainant deceased incident outcome area team unit""".split()
)
_AFTER: Final = re.compile(
    r"(?:'s)?(?:[ ,.;:]|\Z)(?!(?:chief |detective )?(?:officer|constable|sergeant|inspector|superintendent)s?\b)"
)


def called_by_part(page: Page, found: list[Description]) -> list[Description]:
    """The descriptions with those added that call an officer by a part in which another brought them in.

    ``found`` is in order; so is what comes back.
    """
    parts: dict[str, Description] = {}
    out: list[Description] = []
    for d in found:
        if d.form != "new" or d.number != 1:
            out.append(d)
            continue
        part = _PART.search(page.low, max(0, d.start - 36), d.start)
        word = part.group("part") if part is not None else ""
        if part is None or word in _NO_PART or word in parts:
            out.append(d)
            continue
        start = part.start("the")
        while out and out[-1].start >= start:
            out.pop()  # "The detective, a detective sergeant," is one
        parts[word] = replace(d, start=start, form="known", telling=d.telling | {word}, agent=False)
        out.append(parts[word])
    # "The driver should face a hearing" is of that part, too, and no other driver
    out = [d for d in out if not (d.role in parts and d.role in CREW and d.form == "known")]
    for word, d in parts.items():
        for at in find_all(page.low, (f"the {word}",)):
            end = at + len(word) + 4
            if at >= d.end and _AFTER.match(page.low, end) and (at == 0 or not page.low[at - 1].isalnum()):
                out.append(
                    replace(
                        d,
                        start=at,
                        end=end,
                        possessive=page.low.startswith("'s", end),
                        relative=False,
                        deed=(),
                    )
                )
    return sorted(out, key=lambda d: (d.start, -d.end)) if parts else found
