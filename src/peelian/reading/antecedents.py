"""Antecedents: whom a relative clause tells of where the cast knows only whose sentence it is.

In "Chief Constable Penrose, who has since retired, dismissed him" the sentence is the subject's, and the
clause after the name is the chief constable's.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.anothers import is_anothers
from peelian.reading.persons import Mention, Person
from peelian.reading.prepared import Prepared

# What may stand between a name and words that tell of its bearer alone.
_CLAUSE: Final = re.compile(
    r"(?:[^.;,\"]{0,40})?(?:,[^.;\"]{0,45})?(?:,| -| \() ?(?:who|whom|himself|herself|now|since|long|himself now|herself now)"
    r"(?:[ ,]+(?:has|had|was|is|have|himself|herself|since|now|also|then|later|long|recently|been|already|himself|both))*[ ,]*"
)

# A relative clause between a name and its verb.
_OVER: Final = re.compile(
    r",? (?:who|whose|whom) [^,;.\"]{3,110}, (?:(?:has|had|have|was|were|is|are|been|be|will|would|also|then|later|since|both|all|each|himself|herself|found|ruled|not|to|told|that|he|she|they|given|handed|issued|received|with|an?|placed|put|on) )*\Z"
)
_BOTH: Final = re.compile(r", (?:\w+ )?(?:both|all|each) ")
_OPENS: Final = re.compile(r"(?:,| -| \() ?(?:who|whom|himself|herself|now|since|long)\b[\w ,]*\Z")


def spoken_of(prepared: Prepared, at: int, inside: bool = True) -> tuple[Person, ...]:
    """The subjects of whom the words at ``at`` tell; none if they stand in a clause on somebody else.

    ``inside`` is false for words that tell what the one in the clause did to another ("who sacked him").
    """
    who = prepared.cast.who(at)
    low = prepared.page.low
    start = max(prepared.page.near(at).start, at - 190)
    if is_anothers(prepared, who, start, at):
        return ()
    over = _OVER.search(low, start, at) if " who" in low[start:at] else None
    if over is not None and len(who) > 1 and _BOTH.search(over.group()):
        return who  # "PC Lee, who quit, and PC Moss, who retired, would both have been"
    if over is not None:  # "PC Haines, who was with Sheldon that night, resigned"
        named = _last_named(prepared, over.start() + 1)
        return who if named is None or named.end < over.start() - 1 else _as_subjects(prepared, named, who)
    if not inside or not who or _OPENS.search(low, max(0, at - 45), at) is None:
        return who
    mention = _last_named(prepared, at)
    if mention is None or mention.person is None or mention.person in who:
        return who
    if _CLAUSE.fullmatch(prepared.page.low, mention.end, at) is None:
        return who
    return _as_subjects(prepared, mention, who)


_FOR: Final = re.compile(
    r" (?:for (?:gross )?misconduct )?(?:for|against|in respect of|in relation to|on the part of|in the cases? of) (?:either |both )?"
)
_NEXT: Final = re.compile(
    r"(?:, (?:who|whose)[^.;,]{3,60},|,)? (?:and|or|nor) (?:for |against |of )?(?:the |former )?|, (?:for |against )?"
)


def told_for(prepared: Prepared, end: int) -> tuple[Person, ...]:
    """The subjects for whom something is told by name, where several are: "no case to answer for PC A, who ..., or for PC D"."""
    low = prepared.page.low
    lead = _FOR.match(low, end)
    if lead is None:
        return ()
    stop = prepared.page.near(end).end
    out: list[Person] = []
    at = lead.end()
    for m, person in prepared.cast.subjects_in(end, stop):
        joined = m.start == at if not out else _NEXT.fullmatch(low, at, m.start) is not None
        if not joined:
            break
        out.append(person)
        at = m.end
    alone = bool(out) and lead.group().endswith((" against ", " case of ", " part of "))
    return tuple(out) if len(out) > 1 or alone else ()


# "a written warning |for| PC Moss", "dismissal without notice |for| Lee and Moss"
_GIVEN_TO: Final = re.compile(
    r"(?:,? (?:without notice|with immediate effect|lasting [\w -]{3,20}),?)? (?:for|to) (?:former |the former |ex-|then )?"
)


def given_to(prepared: Prepared, end: int) -> tuple[Person, ...]:
    """The subjects for whom an outcome that ends at ``end`` is told by name right after it; nobody where none is named there."""
    low = prepared.page.low
    lead = _GIVEN_TO.match(low, end)
    if lead is None:
        return ()
    at, out = lead.end(), []
    starts = {m.start: (m.end, p) for p in prepared.cast.subjects for m in p.mentions}
    while at in starts:
        after, person = starts[at]
        if low.startswith(("'s ", "\u2019s "), after):
            break
        out.append(person)
        joined = _NEXT.match(low, after)
        if joined is None:
            break
        at = joined.end()
    return tuple(out)


def _as_subjects(prepared: Prepared, mention: Mention, who: tuple[Person, ...]) -> tuple[Person, ...]:
    """The one named (with the others of a list that ends there), if a subject; nobody, if an official."""
    if mention.person is None:
        return who
    listed = prepared.cast.who(
        mention.start
    )  # "the case against PC Lee and PC Moss, who ..., was dropped": of both
    if mention.person in listed and set(listed) <= set(who or listed):
        return listed
    if mention.person in who:
        return (mention.person,)
    return (mention.person,) if mention.person.is_subject else ()


def _last_named(prepared: Prepared, at: int) -> Mention | None:
    """The last person named before ``at`` in its sentence."""
    start = prepared.page.near(at).start
    best: Mention | None = None
    for person in prepared.cast.persons:
        i = bisect_right(person.mentions, at, key=lambda m: m.end) - 1
        if i >= 0:
            m = person.mentions[i]
            if prepared.page.low.startswith("'s", m.end) and i > 0:
                m = person.mentions[i - 1]
            if m.start >= start and (best is None or m.start > best.start):
                best = m
    return best
