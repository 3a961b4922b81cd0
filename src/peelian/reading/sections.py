"""Digests: round-ups, bulletins and columns whose short sections each tell of another case.

A section has a heading (a force, a place, a headline) above its paragraph or at its start ("SUSSEX. ..."), or
each paragraph opens on another force ("A Fenshire PCSO has been ...", "And in Wessex, ...").
What one section tells is never of the officer of the section before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.codenames import label_persons
from peelian.reading.frame import Frame
from peelian.reading.groups import told_within
from peelian.reading.heads import Head
from peelian.reading.kind import is_judgment
from peelian.reading.name_words import NOT_A_NAME, OPENERS, fold, is_common
from peelian.reading.persons import SENIOR, Mention, Person, Topics, join
from peelian.reading.roles import assign_roles
from peelian.reading.scan import Hit
from peelian.reading.section_lines import POLICE, TOLD, Section, find_sections
from peelian.reading.transcripts import turns

_ARTICLE: Final = re.compile(r"\b(an?|one|two|three|four|another) (?:[\w'-]+ ){0,2}\Z")
# An officer without a rank, who does not open the section: "It was alleged that an officer had sent ...".
_SOME_OFFICER: Final = re.compile(
    r"\b(?:an?|one) (?:(?:former|ex|serving|police|off-duty|firearms|armed|response|neighbourhood|traffic|roads policing|dog|uniformed|beat|patrol|community|student|probationary|young|senior|junior|married|male|female)[ -]?)*officer\b(?! (?:of|in) the )"
)
_THE_FORMER: Final = re.compile(r"\bthe (?:(?:former|ex|then|disgraced|sacked|retired)[ -])?\Z")
# The person just named again, by rank: "No such luck for Olivia Hatch. The former DC's appeal ..."
_THE_OFFICER: Final = re.compile(
    r"\b[Tt]he (?:former |ex-|then |disgraced |sacked |retired )?(?:officer|constable|sergeant|detective|inspector|special|PC|DC|PS|DS|DI|Sgt|PCSO)(?:['\u2019]s)? (?=[a-z])"
)
# A first name and a surname where somebody may be told of, and no place is: "No such luck for Olivia Hatch".
_BARE_NAME: Final = re.compile(
    r"(?:(?<=^)|(?<=\n)|\b(?:for|when|as|that|if|but|to|with|while|and|because|is|was|so|see|meet|remember) )(?P<name>[A-Z][a-z\u00df-\u017f]+ (?:[A-Z]\. )?(?:Mc|Mac|O['\u2019])?[A-Z][a-z\u00df-\u017f]+(?:-[A-Z][a-z]+)?)(?![\w-]| [A-Z])"
)
# "A Fenshire PCSO has been given a warning. |Ann Lee|, who is based in Stowford, ..."
_AN_OFFICER: Final = re.compile(
    r"(?:and |meanwhile,? |elsewhere,? |also )?(?:in [\w' -]{3,30}, )?an? [^.;,]{0,60}?\b(?:officer|detective|constable|sergeant|inspector|pcso|policeman|policewoman|special|pc|dc|ds|call handler)\b"
)
_OPENS_SENTENCE: Final = re.compile(
    r"\s+(?P<name>[A-Z][a-z\u00df-\u017f]+ (?:[A-Z]\. )?(?:Mc|Mac|O['\u2019])?[A-Z][a-z\u00df-\u017f]+(?:-[A-Z][a-z]+)?)(?=, (?:\d\d\b|who|of|a|an|from|based|then)\b| [a-z]+)"
)


def section_cast(
    frame: Frame, names: list[Mention]
) -> tuple[list[Person], list[tuple[int, int, tuple[Person, ...]]]] | None:
    """The people of a digest and the stretches that tell of each; None for a page that is not a digest.

    A court's or tribunal's paper has headings too, and tells one case; those of a debate name who speaks.
    """
    sections = find_sections(frame)
    if not sections or is_judgment(frame.page, frame.scan) or frame.scan.once(turns):
        return None
    page, scan = frame.page, frame.scan
    names = sorted([*names, *_unintroduced(frame, sections, names)], key=lambda m: m.start)
    persons = join(names, page.text)
    if persons:
        assign_roles(persons, page, scan)
    labelled = label_persons(frame.heads.labels, page.text)
    introduced = _by_section(persons, sections)
    coded = _by_section(labelled, sections)
    owners = [
        _owners(frame, section, introduced.get(n, []), coded.get(n, [])) for n, section in enumerate(sections)
    ]
    named = [p for own in owners for p in own if p.mentions]
    astray = sum(1 for p in named if _strays(p, sections))
    if sum(1 for own in owners if own) < 2 or astray * 2 >= max(1, len(named)):
        return None
    if any(p.role == "subject" and _goes_through(p, sections) for p in persons):
        return None
    walked = _walked(frame, sections, owners, introduced)
    subjects = dict.fromkeys(p for own in owners for p in own)
    for person in persons:
        if person not in subjects and (
            person.role == "subject" or _section_at(person.anchor, sections) is not None
        ):
            person.role = "official"
    topics: list[tuple[int, int, tuple[Person, ...]]] = []
    for n, (section, own) in enumerate(zip(sections, owners, strict=True)):
        topics += walked.get(n) or _topics(frame, section, own)
    everyone = dict.fromkeys([*persons, *subjects])
    return sorted(everyone, key=lambda p: p.anchor), topics


def _walked(
    frame: Frame, sections: list[Section], owners: list[list[Person]], named: dict[int, list[Person]]
) -> dict[int, Topics]:
    """Put into ``owners`` those of whom a section that names nobody tells one by one; gives the stretches of each such section.

    "A sergeant ... was dismissed. No action was taken against the chief inspector who had dealt with the complaints."
    """
    out: dict[int, Topics] = {}
    for n, (section, own) in enumerate(zip(sections, owners, strict=True)):
        if any(p.mentions for p in own):
            continue
        people, stretches = told_within(frame.page, frame.scan, (section.body, section.end))
        alone = n not in named and all(p.rank is not None for p in people)
        if len(people) > len(own) and (own or alone):
            owners[n], out[n] = people, stretches
            for person in people:
                person.region = (section.start, section.end)
    return out


def _unintroduced(frame: Frame, sections: list[Section], names: list[Mention]) -> list[Mention]:
    """Names without a rank or title in the first words of sections that name nobody there ("No such luck for Olivia Hatch.")."""
    page = frame.page
    starts = sorted(m.start for m in names)
    out: list[Mention] = []
    for section in sections:
        end = min(section.end, page.sentence_at(section.body).end)
        if bisect_left(starts, section.body) < bisect_left(starts, end):
            continue
        spots = list(_BARE_NAME.finditer(page.text, section.body, end))
        if end + 1 < section.end and _AN_OFFICER.match(page.low, section.body, end):
            opening = _OPENS_SENTENCE.match(page.text, end, section.end)
            spots += [opening] if opening is not None else []
        for found in spots:
            start, stop = found.span("name")
            words = page.low[start:stop].split()
            if (
                is_common(words[0])
                or any(w in NOT_A_NAME or w in OPENERS for w in words)
                or frame.scan.among(("force", "force_weak", "court", "rank", "rank_weak"), start, stop)
            ):
                continue
            out.append(Mention(start, stop, start, stop, tuple(fold(w) for w in words), None, None, 2))
            break
    return out


def _owners(frame: Frame, section: Section, persons: list[Person], labelled: list[Person]) -> list[Person]:
    """The officers whom a section tells of: named, else labelled, else the one it only describes.

    ``persons`` and ``labelled`` are those whom this section introduces.
    """
    here = persons
    first = min((p.anchor for p in here), default=section.end)
    opening = frame.page.sentence_at(first).end
    own = [p for p in here if _is_told_of(frame, section, p, p.anchor == first, p.anchor < opening)]
    coded = [p for p in labelled if p.anchor <= first]
    for person in coded:
        person.role, person.score = "subject", 5.0
        own = [p for p in own if p.anchor != first or p.score > 0]
    own += coded
    if not any(p.role == "subject" for p in own) and frame.scan.among(TOLD, section.body, section.end):
        own += _described(frame, section)
    for person in own:
        person.rank = person.rank or _rank_told(frame, section, person)
        if person.region is None:
            person.region = (section.start, section.end)
    return own


def _is_told_of(frame: Frame, section: Section, person: Person, first: bool, opening: bool) -> bool:
    """Whether a person is the officer of a section: the first one named needs little more than a police role."""
    ranks = [m.rank for m in person.mentions if m.rank is not None]
    if ranks and ranks[0].value in SENIOR and person.score <= 0:
        return False
    end = frame.page.sentence_at(person.anchor).end
    if first and not ranks and _stands_for(frame, section, person):
        person.role = "subject"
        return True
    if not ranks and POLICE.search(frame.page.low, section.start, end) is None:
        after = frame.page.sentence_at(end + 1).end if first and end + 1 < section.end else end
        if _THE_OFFICER.search(frame.page.text, end, min(after, section.end)) is None:
            return False
    if not first and frame.page.text[section.body : person.anchor].count("(") > frame.page.text[
        section.body : person.anchor
    ].count(")"):
        person.role, person.background = "background", True  # an aside about an older case
        return person.score > 0
    needed = (-2.5 if ranks else -1.5) if first else 0.0 if opening and ranks else 1.0
    if (
        not first
        and person.role == "background"
        and not frame.scan.between("background", section.start, person.anchor)
    ):
        needed = 1.5
    if person.score <= needed:
        return False
    if person.role != "background":
        person.role = "subject"
    return True


def _stands_for(frame: Frame, section: Section, person: Person) -> bool:
    """Whether a name opens a section's second sentence, after one that told of "a PCSO" without a name."""
    page = frame.page
    opening = page.sentence_at(section.body)
    after = page.text[opening.end : person.anchor]
    return not after.strip() and _AN_OFFICER.match(page.low, section.body, opening.end) is not None


def _described(frame: Frame, section: Section) -> list[Person]:
    """Officers whom a section only describes: "a sergeant based at Swindon", "Two PCs"."""
    page = frame.page
    opening = frame.heads.read(section.body, section.end)
    head: Head | None = opening if opening is not None and opening.nameless else None
    anchors = frame.heads.anchors()
    for at in anchors[bisect_left(anchors, section.body) : bisect_left(anchors, section.end)]:
        if head is not None:
            break
        article = _ARTICLE.search(page.low, max(section.body, at - 30), at)
        if article is not None:
            head = frame.heads.read(article.start(), section.end) or frame.heads.read(at, section.end)
    if head is None and (officer := _SOME_OFFICER.search(page.low, section.body, section.end)) is not None:
        head = frame.heads.read(officer.start(), section.end) or Head(
            officer.start(), officer.end(), None, None, None, None, False, 1, False
        )
    if head is None or (head.rank is not None and head.rank.value in SENIOR):
        return []
    out = []
    for _ in range(head.people):
        person = Person(anchor=head.start)
        person.role, person.score, person.rank = "subject", 3.0, head.rank
        out.append(person)
    return out


def _rank_told(frame: Frame, section: Section, person: Person) -> Hit | None:
    """The rank that the opening of a section gives its officer apart from the name ("A member of police staff, ...")."""
    end = frame.page.sentence_at(person.anchor).end
    after = frame.page.sentence_at(end + 1).end if end + 1 < section.end else end
    anchors = frame.heads.anchors()
    for at in anchors[bisect_left(anchors, section.body) : bisect_left(anchors, min(after, section.end))]:
        pattern = _ARTICLE if at < end else _THE_FORMER
        article = pattern.search(frame.page.low, max(section.body, at - 30), at)
        if article is None:
            continue
        rank = frame.heads.rank_in(at, after) if at >= end else None
        if rank is not None and frame.page.text.startswith(("'s ", "\u2019s "), rank.end):
            return rank  # "The former DC's appeal"
        head = frame.heads.read(article.start(), after) or frame.heads.read(at, after)
        if head is None or not head.nameless or head.people != 1:
            continue
        if head.rank is None or head.rank.value not in SENIOR:
            return head.rank
    return None


def _section_at(at: int, sections: list[Section]) -> int | None:
    """The index of the section that holds offset ``at``."""
    n = bisect_right(sections, at, key=lambda s: s.start) - 1
    return n if n >= 0 and at < sections[n].end else None


def _by_section(persons: list[Person], sections: list[Section]) -> dict[int, list[Person]]:
    """People by the section that introduces them."""
    out: dict[int, list[Person]] = {}
    for person in persons:
        n = _section_at(person.anchor, sections)
        if n is not None:
            out.setdefault(n, []).append(person)
    return out


def _strays(person: Person, sections: list[Section]) -> bool:
    """Whether a person is told of in a section that is not the one that introduced them: then the page is one story."""
    home = _section_at(person.anchor, sections)
    return any(_section_at(m.start, sections) not in (home, None) for m in person.mentions)


def _goes_through(person: Person, sections: list[Section]) -> bool:
    """Whether the words above the sections bring a person in, and more than one of them goes on about that person."""
    if _section_at(person.anchor, sections) is not None or person.anchor >= sections[0].start:
        return False
    return len({n for m in person.mentions if (n := _section_at(m.start, sections)) is not None}) > 1


def _topics(frame: Frame, section: Section, own: list[Person]) -> list[tuple[int, int, tuple[Person, ...]]]:
    """Whose turn it is within a section: its one officer's throughout; among several, from each one's name on."""
    if not own:
        return []
    named = [p for p in own if p.mentions]
    if len(named) < 2:
        return [(section.start, section.end, tuple(own))]
    out: list[tuple[int, int, tuple[Person, ...]]] = []
    mentions = sorted(
        ((m.start, m.end, p) for p in named for m in p.mentions if section.start <= m.start < section.end),
        key=lambda x: x[0],
    )
    at, last = section.start, section.start
    who: tuple[Person, ...] = (mentions[0][2],)
    for start, end, person in mentions:
        if person in who:
            last = end
            continue
        if frame.page.low[last:start].strip() in ("and", ",", "&"):
            who = (*who, person)
        else:
            sentence = frame.page.sentence_at(start)
            turn = (
                sentence.start
                if not any(sentence.start <= s < start for s, _, _ in mentions) and sentence.start > at
                else start
            )
            out.append((at, turn, who))
            at, who = turn, (person,)
        last = end
    out.append((at, section.end, who))
    return out
