"""Entries: paragraphs that each begin with another person's name, as court round-ups and lists of the dismissed do.

"Emma Pask, 23, special constable, Braintree. Speeding ...", "Wren HOLT (no relation). PC in Goole. Ran a
key ...". An entry is about the person whose name opens it. That person is an officer only if a police
role is told there; what the entries of others tell is of nobody. Headings above the entries (the court,
the day) belong to the officers of the entries below them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.codenames import label_persons
from peelian.reading.entry_lines import NAME_LINE, Entry, fills, find_entries, surname_first
from peelian.reading.frame import Frame
from peelian.reading.further import overlaid
from peelian.reading.heads import Head
from peelian.reading.name_words import fold
from peelian.reading.persons import SENIOR, Mention, Person, join
from peelian.reading.role_story import opening_of
from peelian.reading.roles import assign_roles
from peelian.reading.scan import Hit
from peelian.reading.surroundings import SERVED_REACH, served_in
from peelian.reading.told_of_all import told_of_all

_HEADING: Final = 90
# "Defendant: serving officer, Essex Police"; not "assaulted a serving officer".
_AN_OFFICER: Final = re.compile(
    r"(?:[:.;,(\n]\s{0,4}|\b(?:is|was|as|being) an? )(?:serving|former|retired|suspended|off-duty) (?:police )?officer\b"
)
# "Until January Lee, 41, was a special."
_A_SPECIAL: Final = re.compile(
    r"\b(?:was|is|been|as|became|being) an? (?:former |serving |unpaid |volunteer )?(?P<rank>special)(?=[.,;:]| (?:with|in|at|for|until|who|and|when)\b)"
)
_ARTICLE: Final = re.compile(
    r"\b(?:an?|the|his|her) (?:(?:former|ex|then|serving|suspended|probationary|retired|trainee|married|senior|junior)[ -]|[a-z]+-)?"
    r"(?:(?:traffic|custody|response|neighbourhood|patrol|firearms|dog|beat|town|village|city|community|training|duty|roads policing|motorway|schools|rural|mounted|marine) )?\Z"
)
# What stands before the words that say what somebody is: "who is a", ", a", "as a", "was then a"; or nothing.
_BEING: Final = re.compile(
    r"(?:[.;:,(\u2013\u2014-] ?|\b(?:is|was|were|being|as|became|remains|remained|been|are|still|then|now|and|former|formerly|the|ex-?) ?)\Z"
)
_NAMED_NEXT: Final = re.compile(r", [A-Z][\w'\u2019-]+ [A-Z]")
_STAFF: Final = re.compile(
    r"\b(?P<job>(?:(?!(?:an?|the|his|her|their|of|as|by|for|is|was|and|or|that|who|then|once)\b)[a-z/-]+ ){0,3}(?:clerk|operator|assistant|investigator|handler|analyst|dispatcher|administrator|technician|examiner|typist|cleaner|driver|mechanic|worker|jailer|gaoler|manager|supervisor|coordinator|recorder|detention officer|enquiry officer))"
    r"\b[^.;\n]{0,40}\b(?:police|constabulary|custody)\b"
)


def opened_by(frame: Frame, entry: Entry) -> Mention | None:
    """The mention of a person that opens an entry."""
    if entry.name is None:
        return None
    start, end = entry.name
    tokens = tuple(t for t in (fold(w) for w in frame.page.text[start:end].split()) if t)
    turned = surname_first(frame.page.text, entry.start, entry.end)
    if turned is not None:  # the surname goes last again
        first = len(turned.group("surname").split())
        tokens = tokens[first:] + tokens[:first]
    return Mention(entry.start, end, start, end, tokens, entry.rank, None, 5)


def police_role(frame: Frame, entry: Entry) -> tuple[bool, Hit | None]:
    """Whether an entry says that its person has a police role, and the words of their rank if it gives one."""
    if entry.rank is not None:
        return True, entry.rank
    low = frame.page.low
    anchors = frame.heads.anchors()
    vague: Hit | None = None
    for at in anchors[bisect_left(anchors, entry.body) : bisect_left(anchors, entry.end)]:
        article = _ARTICLE.search(low, max(entry.body - 2, at - 40), at)
        first = article.start() if article else at
        if article is None and _is_surname(frame, entry, at):
            continue
        head = frame.heads.read(at, entry.end)
        if head is not None and head.rank is not None and _is_again(frame, entry, head):
            return True, head.rank
        if head is None or not head.nameless or head.rank is None or head.rank.value in SENIOR:
            continue
        if article and _NAMED_NEXT.match(frame.page.text, head.end):
            continue  # "a police constable, Gail ...": somebody else, named
        if low.startswith("-", head.rank.end) or _of_somebody_else(frame, entry, first):
            continue  # a surname: "Constable-Reid, 19, was"
        if _BEING.search(low, max(entry.body - 2, first - 10), first) or first <= entry.body:
            if head.rank.value != "police_staff":
                return True, head.rank
            vague = vague or head.rank  # "a former cadet leader ... was then a sergeant"
    if vague is not None:
        return True, vague
    found = _STAFF.search(low, entry.body, entry.end)
    if found is not None:
        start = found.start("job")
        article = _ARTICLE.search(low, max(entry.body - 2, start - 24), start)
        if article or _BEING.search(low, max(entry.body, start - 12), start):
            return True, Hit(start, found.end("job"), "rank", "police_staff")
    if _AN_OFFICER.search(low, entry.body, entry.end) is not None:
        return True, None
    special = _A_SPECIAL.search(low, entry.body, entry.end)
    if special is not None:
        return True, Hit(*special.span("rank"), "rank", "special_constable")
    return _took_calls(frame, entry)


def _is_surname(frame: Frame, entry: Entry, at: int) -> bool:
    """Whether words like a rank are the entry's own surname: "Ann Constable" above "Constable, 39, got 28 months"."""
    if entry.name is None:
        return False
    surname = frame.page.text[slice(*entry.name)].split()[-1]
    return surname[0].isupper() and frame.page.text.startswith(surname, at)


# Whom a sentence ends on, met, hurt or robbed: "... beat a neighbour over a hedge." The next "He was" is of that one.
_MET: Final = re.compile(
    r"\b(?:hit|beat|punched|kicked|stabbed|robbed|attacked|assaulted|bit|headbutted|spat at|stole from|threatened|harassed|stalked|conned|defrauded|ran (?:over|down)|knocked down|killed|struck|slashed|mugged|followed) "
    r"(?:an?|his|her|their|the) (?:\w+ ){0,2}(?!car\b|van\b|bus\b|house\b|shop\b|home\b|bank\b)\w+"
)
_HE_WAS: Final = re.compile(
    r"(?:he|she|the victim|the man|the woman) (?:is|was|had been) (?:once |then |himself |herself )?\Z"
)


# "His son is a special constable", "the victim was an off-duty PC"
_KIN_WAS: Final = re.compile(
    r"(?:his|her|whose|their|the|an?) (?:\w+ )?(?:son|daughter|wife|husband|father|mother|brother|sister|partner|girlfriend|boyfriend|uncle|aunt|nephew|niece|cousin|neighbour|landlord|victim|lodger|friend|passenger|complainant)(?:,? [^.;,]{2,20},)? (?:is|was|had been|has been) (?:once |then |now |also )?\Z"
)


def _of_somebody_else(frame: Frame, entry: Entry, at: int) -> bool:
    """Whether a rank at ``at`` is that of kin or of whom the entry's person hurt: "beat a neighbour. He was a retired inspector"."""
    page = frame.page
    sentence = page.sentence_at(at)
    if _KIN_WAS.search(page.low, max(sentence.start, entry.body), at) is not None:
        return True
    if _HE_WAS.fullmatch(page.low, sentence.start, at) is None or sentence.start <= entry.body:
        return False
    before = page.sentences[page.sentence_index(at) - 1]
    return _MET.search(page.low, max(before.start, entry.body), before.end) is not None


# "She answered 999 calls for Essex Police"; "worked in the control room of Essex Police"
_CALLS: Final = re.compile(
    r"\b(?:answer\w*|handl\w+|took|taking|takes?|work\w* (?:in|at) the control room)\b[^.;\n]{0,20}?\b(?:calls|999|of|for)\b[^.;\n]{0,12}\b(?:for|at|of)? ?(?:the )?\Z"
)


def _took_calls(frame: Frame, entry: Entry) -> tuple[bool, Hit | None]:
    """Whether an entry says that its person served in a force, or did a civilian's work for it, without the name of a job."""
    for hit in frame.scan.between("force", entry.body, entry.end):
        found = _CALLS.search(frame.page.low, max(entry.body, hit.start - 60), hit.start)
        if found is not None:
            return True, Hit(found.start(), hit.start, "rank", "police_staff")
        if served_in(frame.page.low, max(entry.body, hit.start - SERVED_REACH), hit.start):
            return True, None
    desk = _AT_A_STATION.search(frame.page.low, entry.body, entry.end)
    if desk is not None:
        return True, Hit(*desk.span("work"), "rank", "police_staff")
    return False, None


# "She typed statements for a living at Snig Hill police station"
_AT_A_STATION: Final = re.compile(
    r"\b(?:his|her|he|she|who) (?:[\w'-]+ )?(?P<work>(?:typed|answered|filed|logged|manned|staffed|cleaned|cooked|(?:job|work|day job) (?:was|is)|worked (?:as|in|on|behind)|works (?:as|in|on|behind)|was employed|is employed|kept the (?:books|records|files|keys|store)|ran the \w+)(?: [\w'-]+){0,7}?) (?:at|in|for) (?:[\w'-]+ ){0,3}?police (?:station|headquarters|hq)\b"
)


def _is_again(frame: Frame, entry: Entry, head: Head) -> bool:
    """Whether a head with a name is the entry's own person again: "Ann Lee" above "Detective Constable Ann Lee's job was"."""
    if head.name is None or entry.name is None:
        return False
    again = fold(
        frame.page.text[head.name[0] : head.name[1]].split()[-1].removesuffix("'s").removesuffix("\u2019s")
    )
    return again == fold(frame.page.text[entry.name[0] : entry.name[1]].split()[-1])


def headings(frame: Frame, entries: list[Entry]) -> list[tuple[int, int, int, int]]:
    """The short lines above entries, each with the indices ``[first, last)`` of the entries that it stands over.

    A line between entries (a day) stands over those up to the next such line, and so does the one just
    above the first entry; a line higher up (the court, the title) stands over all.
    """
    starts = [e.start for e in entries]
    lines = [
        r.start
        for r in frame.rows
        if r.end - r.start <= _HEADING and r.start < starts[-1] and not _within(r.start, entries, starts)
    ]
    ends = {r.start: r.end for r in frame.rows}
    between = [at for at in lines if at > starts[0]]
    out: list[tuple[int, int, int, int]] = []
    for n, at in enumerate(lines):
        dividing = at > starts[0] or (n + 1 < len(lines) and lines[n + 1] > starts[0])
        later = next((x for x in between if x > at), None) if dividing else None
        last = len(entries) if later is None else bisect_right(starts, later)
        out.append((at, ends[at], bisect_right(starts, at), last))
    return out


def entry_cast(
    frame: Frame, names: list[Mention]
) -> tuple[list[Person], list[tuple[int, int, tuple[Person, ...]]]] | None:
    """The people of a page of entries and the stretches that tell of each; None for any other page."""
    entries = find_entries(frame)
    if not entries:
        return None
    page = frame.page
    opening = {e.start: m for e in entries if (m := opened_by(frame, e)) is not None}
    taken = sorted((m.start, m.end) for m in opening.values())
    others = [m for m in names if not _overlaps(m, taken)]
    persons = join(sorted([*others, *opening.values()], key=lambda m: m.start), page.text)
    for entry in entries:
        turned = surname_first(page.text, entry.start, entry.end)
        if turned is not None and (owner := opening[entry.start].person) is not None:
            owner.name = f"{turned.group('given')} {turned.group('surname').title()}"
    assign_roles(persons, page, frame.scan)
    by_label = {p.anchor: p for p in label_persons(frame.heads.labels, page.text)}
    owners: list[Person | None] = []
    starts = [e.start for e in entries]
    elsewhere = 0
    lead = opening_of(page, frame.scan, starts[0])  # "A trio of railway policemen ...", and three are told of
    police = lead is not None and lead.police and lead.number == len(entries)
    turned = surname_first(page.text, entries[0].start, entries[0].end)
    if not (police or turned or fills(frame, entries)):
        return None  # a short list of civilians within an officer's story
    for entry in entries:
        mention = opening.get(entry.start)
        person = mention.person if mention is not None else by_label.get(entry.start)
        elsewhere += person is not None and _told_elsewhere(person, entry, starts, entries)
        if elsewhere * _OF_ONE_STORY >= len(entries):
            return None  # one story about several people
        owners.append(person if person is not None and _admit(frame, entry, person, police) else None)
    beside = [_beside(entry, person, others) for entry, person in zip(entries, owners, strict=True)]
    between = _told_between(frame, persons, entries, starts)
    subjects = [p for p in owners if p is not None] + [p for joint in beside for p in joint] + between
    if not subjects:
        return None
    admitted = set(subjects)
    openers = {id(m.person) for m in opening.values()}
    for person in persons:
        if person not in admitted:
            person.role = "rival" if id(person) in openers else "official"
    topics: list[tuple[int, int, tuple[Person, ...]]] = [
        (e.start, e.end, (p, *joint))
        for e, p, joint in zip(entries, owners, beside, strict=True)
        if p is not None
    ]
    topics += [(*p.region, (p,)) for p in between if p.region is not None]
    tried = tuple(p for p in owners if p is not None)
    for hit in frame.scan.between(
        "court", 0, entries[0].start
    ):  # "sent down at Leeds Crown Court in June:" all of them
        topics.append((hit.start, hit.end, tried))
    for start, end, first, last in headings(frame, entries):
        under = tuple(p for p in owners[first:last] if p is not None)
        if under:
            topics.append((start, end, under))
    topics.sort(key=lambda t: t[0])
    if police:
        topics = overlaid(topics, told_of_all(frame, entries, owners))
    everyone = dict.fromkeys([*persons, *subjects])
    return sorted(everyone, key=lambda p: p.anchor), topics


def _admit(frame: Frame, entry: Entry, person: Person, known: bool) -> bool:
    """Whether an entry's person is an officer; if so they are made a subject with their rank. ``known``: all here are."""
    police, rank = (True, entry.rank) if person.label is not None else police_role(frame, entry)
    if person.label is not None and rank is None:
        rank = police_role(frame, entry)[1]
    if not police and not known:
        return False
    person.role, person.score, person.background = "subject", 5.0, False
    person.rank = rank or person.rank
    person.region = (entry.start, entry.end)
    person.name = _first_of_two(frame, entry, rank) or person.name
    return True


def _first_of_two(frame: Frame, entry: Entry, rank: Hit | None) -> str | None:
    """The name of the first of a pair, if the rank is told of that one: "Ian and Ann Lee" above "Ian, a retired sergeant"."""
    text = frame.page.text
    two = NAME_LINE.match(text, entry.start, entry.end)
    if rank is None or entry.name is None or two is None or two.group("other") is None:
        return None
    if two.span("name") != entry.name:
        return None
    first, name = str(two.group("other")), text[slice(*entry.name)].split()
    told = text[entry.body : rank.start]
    return f"{first} {name[-1]}" if told.rfind(first) > told.rfind(name[0]) else None


def _beside(entry: Entry, owner: Person | None, others: list[Mention]) -> list[Person]:
    """Officers whose names stand beside the first one in an entry's opening: "PC Ann Lee and PC Tom Moss - sacked"."""
    if owner is None or entry.name is None:
        return []
    out = []
    for m in others:
        joint = m.person
        if (
            entry.name[1] <= m.start < entry.body
            and m.rank is not None
            and joint is not None
            and joint is not owner
        ):
            joint.role, joint.score, joint.background = "subject", 5.0, False
            joint.rank, joint.region = m.rank, (entry.start, entry.end)
            out.append(joint)
    return out


def _told_between(
    frame: Frame, persons: list[Person], entries: list[Entry], starts: list[int]
) -> list[Person]:
    """Officers plainly told of in a paragraph between the entries that is none: "An off-duty officer was convicted ... PC Lee, 42, was"."""
    out: list[Person] = []
    for person in persons:
        if person.role != "subject" or person.score < _PLAINLY or person.rank is None:
            continue
        if person.rank.value in SENIOR or any(_within(m.start, entries, starts) for m in person.mentions):
            continue
        row = next((r for r in frame.rows if r.start <= person.anchor < r.end), None)
        if row is not None and not any(p.region == (row.start, row.end) for p in out):
            person.region = (row.start, row.end)
            out.append(person)
    return out


_PLAINLY: Final = 2.0
# One in so many people named in another's entry too makes a story of a page; fewer ("PC Lee was not on duty") do not.
_OF_ONE_STORY: Final = 4


def _told_elsewhere(person: Person, entry: Entry, starts: list[int], entries: list[Entry]) -> bool:
    """Whether a person is named in the entry of somebody else too."""
    for m in person.mentions:
        n = bisect_right(starts, m.start) - 1
        if n >= 0 and m.start < entries[n].end and entries[n] is not entry:
            return True
    return False


def _overlaps(mention: Mention, taken: list[tuple[int, int]]) -> bool:
    """Whether a mention lies on one of the openings ``taken``, which are in order and apart."""
    n = bisect_left(taken, (mention.end, 0)) - 1
    return n >= 0 and taken[n][1] > mention.start


def _within(at: int, entries: list[Entry], starts: list[int]) -> bool:
    n = bisect_right(starts, at) - 1
    return n >= 0 and at < entries[n].end
