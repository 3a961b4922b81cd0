"""Names of people: where they stand, with the rank or title before them, and which of them are one person.

A run of capitalised words is a person's name only with a reason: a rank or title before it, an age
after it, a label such as ``Name:``, or the surname used again on its own. Places, courts, forces and
units are capitalised too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from peelian.reading.page import Page
from peelian.reading.scan import Hit, Scan

_UP: Final = "A-Z\u00c0-\u00d6\u00d8-\u00de"
_PIECE: Final = rf"(?:[{_UP}][\w'\u2019]*(?:-[{_UP}]?[\w'\u2019]+)*)"
_RUN: Final = re.compile(
    rf"(?<![\w-]){_PIECE}\.?(?:[ \u00a0](?:(?:de|van|der|von|al|ap|ab|bin|du|la|le|den|ten|ul|el)[ ])?(?:{_PIECE}|\"{_PIECE}\"|\u201c{_PIECE}\u201d)(?:\.(?= ?[{_UP}]))?)*"
)
# Words that stand with a capital in names of things, never in a person's.
NOT_A_NAME: Final = frozenset(
    """police court crown magistrates street road lane avenue close drive way place square terrace crescent
    unit department office service council university hospital park station house centre center team command
    federation association division borough county city town village district division directorate bureau
    constabulary force committee panel tribunal commission board authority group standards conduct misconduct
    professional anti corruption investigation investigations criminal justice prosecution independent national
    act regulations regulation code ethics human rights offences offence register list order notice hearing
    hearings outcome outcomes news press release media contact statement chronicle gazette herald times post
    echo mail mercury standard observer reporter correspondent advertiser express argus telegraph mirror sun
    star journal recorder courier january february march april may june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday north south east west northern southern
    eastern western central upper lower great greater new old royal england wales scotland ireland britain uk
    british english welsh scottish irish london manchester birmingham liverpool leeds bristol cardiff sheffield
    newcastle nottingham leicester facebook twitter whatsapp instagram snapchat tinder google youtube netflix
    tesco asda sainsbury bbc itv sky pa reuters image photo picture caption source copyright share read more
    comments related stories story advertisement published updated posted cookies cookie privacy terms menu
    search subscribe newsletter follow us home page section tel telephone fax email website www the and of for
    family domestic violence abuse helpline support victim victims charity trust foundation christmas easter
    parliament minister secretary government mayor school college academy church club pub hotel airport railway
    """.split()
)
# Words that begin a sentence or a heading and so stand with a capital before a name or alone.
_OPENERS: Final = frozenset(
    """the a an on in at by for from with and but or if as it its he she they his her their this that these those
    after before during when while since until who what where why how one two three four five six seven eight nine
    ten there here then now also both all some many most each every no not only today yesterday earlier later last
    next former ex however meanwhile although because despite following speaking sentencing jailing passing
    prosecuting defending mitigating disgraced shamed married single mother father crooked corrupt rogue serving
    retired predatory convicted dismissed sacked suspended jailed bent trainee probationary student acting temporary
    sir dame lord lady dr mr mrs ms miss mx prof rev judge recorder justice councillor cllr detective police chief
    to of be is was were has had have will would can could may might must shall do did does you your we our i my me
    mrs hh hhj his her honour about over under re between against per via name officer subject appellant respondent
    """.split()
)
_POST_NOMINALS: Final = frozenset("qc kc qpm cbe obe mbe bem mp jp dl qgm phd".split())
TITLES: Final = frozenset("mr mrs ms miss mx dr sir dame lord lady prof professor rev".split())


@dataclass(slots=True)
class Mention:
    """One place where a person is named or described.

    ``[start, end)`` is the whole of it with rank and title; ``[name_start, name_end)`` the name alone.
    ``rank`` is the hit of a rank just before the name, ``title`` the civil or court title's word.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    tokens: tuple[str, ...]
    rank: Hit | None = None
    title: str | None = None
    reasons: int = 0
    person: Person | None = None
    honours: bool = False

    @property
    def surname(self) -> str:
        """The last word of the name, folded."""
        return self.tokens[-1]


@dataclass(slots=True, eq=False)
class Person:
    """One person of a document: every mention of them, and what is known so far.

    ``role`` is decided by the cast: ``subject``, ``official``, ``other`` or ``background``.
    """

    mentions: list[Mention] = field(default_factory=list)
    name: str | None = None
    name_span: tuple[int, int] | None = None
    label: str | None = None
    label_span: tuple[int, int] | None = None
    role: str = "other"
    score: float = 0.0
    region: tuple[int, int] | None = None
    rank: Hit | None = None
    female: bool | None = None
    background: bool = False
    anchor: int = 0


def fold(word: str) -> str:
    """A name's word for comparison: lower case, straight apostrophe, no possessive, no final point."""
    low = word.replace("\u2019", "'").lower().strip("\"\u201c\u201d.,")
    if low.endswith("'s"):
        low = low[:-2]
    elif low.endswith("'"):
        low = low[:-1]
    return low


def find_names(page: Page, scan: Scan) -> list[Mention]:
    """Every mention of a person by name, in order, joined to no one yet."""
    text, low = page.text, page.low
    ranks = {h.end: h for kind in ("rank", "rank_weak") for h in scan.of(kind)}
    blocked = [(h.start, h.end) for kind in ("court", "force", "organisation") for h in scan.of(kind)]
    blocked.sort()
    found: list[Mention] = []
    bare: list[tuple[int, int, tuple[str, ...]]] = []
    b = 0
    for run in _RUN.finditer(text):
        start, end = run.span()
        while b < len(blocked) and blocked[b][1] <= start:
            b += 1
        if b < len(blocked) and blocked[b][0] < end and blocked[b][0] <= start:
            # a force or court begins the run: what is left of it may still be a title and a name
            start = blocked[b][1]
            while start < end and text[start] in " \u00a0'\u2019s.":
                start += 1
            if start >= end or text[start].islower():
                continue
        mention = _titled(text, low, start, end, ranks)
        if mention is not None:
            found.append(mention)
            continue
        words = _words(text, start, end)
        while words and words[0][2] in _OPENERS:
            words.pop(0)
        while words and words[-1][2] in _POST_NOMINALS:
            words.pop()
        if words:
            bare.append((words[0][0], words[-1][1], tuple(w[2] for w in words)))
    _settle_bare(text, low, found, bare)
    found.sort(key=lambda m: m.start)
    return found


def _words(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """The words of ``[start, end)`` as (start, end without possessive, folded)."""
    out, at = [], start
    for raw in text[start:end].replace("\u00a0", " ").split(" "):
        stop = at + len(raw)
        if raw:
            word = fold(raw)
            clean = at + len(raw.rstrip(".,\"\u201d"))
            if raw.replace("\u2019", "'").endswith("'s"):
                clean = stop - 2
            elif raw[-1] in "'\u2019":
                clean = stop - 1
            if len(word) == 1 or raw.isupper():
                clean = max(clean, at + 1)
            if word:
                out.append((at, clean, word))
        at = stop + 1
    return out


def _titled(text: str, low: str, start: int, end: int, ranks: dict[int, Hit]) -> Mention | None:
    """The mention in a run that starts with ranks or titles and goes on with a name, or follows a rank."""
    words = _words(text, start, end)
    rank: Hit | None = None
    title: str | None = None
    i = 0
    # a rank that ends just before the run ("former detective Smith", "T/DC Smith")
    before = ranks.get(start - 1)
    first = start
    if before is not None and low[start - 1] == " ":
        rank, first = before, before.start
    while i < len(words):
        w_start, w_end, word = words[i]
        hit = next((ranks[e] for e in (words[j][1] for j in range(min(len(words) - 1, i + 5), i - 1, -1)) if e in ranks and ranks[e].start == w_start), None)
        if hit is None and w_end < len(text) and ranks.get(w_end + 1) is not None and ranks[w_end + 1].start == w_start:
            hit = ranks[w_end + 1]
        if hit is not None:
            rank = hit if rank is None or hit.kind == "rank" else rank
            while i < len(words) and words[i][0] < hit.end:
                i += 1
            continue
        if word in TITLES or word in ("judge", "recorder", "justice", "hhj", "councillor", "cllr", "commissioner", "honour"):
            title = "judge" if word in ("judge", "recorder", "justice", "hhj", "honour") else word
            i += 1
            continue
        if word in _OPENERS and i + 1 < len(words):
            i += 1
            rank, title = None, None
            first = words[i][0]
            continue
        break
    names = words[i:]
    honours = False
    while names and names[-1][2] in _POST_NOMINALS:
        names.pop()
        honours = True
    if not names or (rank is None and title is None):
        return None
    if rank is not None and rank.kind == "rank_weak" and text[rank.start].islower() and title is None:
        return None
    cut = next((k for k, w in enumerate(names) if w[2] in NOT_A_NAME or w[2] in _OPENERS), len(names))
    names = names[:cut][:4]
    if not names or (len(names) == 1 and len(names[0][2]) == 1):
        return None
    return Mention(
        min(first, rank.start if rank else first), names[-1][1], names[0][0], names[-1][1],
        tuple(w[2] for w in names), rank, title, 3, None, honours,
    )  # fmt: skip


_AGE_AFTER: Final = re.compile(r",? (?:who is )?(?:aged )?\(?(?:aged )?(\d\d)\b(?!\d|[:./%]| ?(?:am|pm|january|february|march|april|may|june|july|august|september|october|november|december))")
_LABEL_BEFORE: Final = re.compile(r"(?:name|officer(?:'s name)?|officer concerned|subject|appellant|chair|chaired by|of):? ?\Z")
_SPEAKS_AFTER: Final = re.compile(r"(?:,[^.\n]{0,80}?,)? (?:said|told|added|says|commented|explained)\b")
_SPEAKS_BEFORE: Final = re.compile(r"\b(?:said|added|says|told) \Z")


def _settle_bare(
    text: str, low: str, found: list[Mention], bare: list[tuple[int, int, tuple[str, ...]]]
) -> None:
    """Add to ``found`` the bare runs that are names: first the full ones with a reason, then lone surnames."""
    surnames = {m.surname for m in found}
    singles = {tokens[0] for _, _, tokens in bare if len(tokens) == 1}
    givens: set[str] = {m.tokens[0] for m in found if len(m.tokens) > 1}
    late: list[tuple[int, int, tuple[str, ...]]] = []
    for start, end, tokens in bare:
        if len(tokens) == 1:
            late.append((start, end, tokens))
            continue
        if len(tokens) > 4 or any(t in NOT_A_NAME for t in tokens) or any(not t for t in tokens):
            continue
        reasons = 0
        if tokens[-1] in surnames:
            reasons += 3
        if tokens[-1] in singles:
            reasons += 2
        if _AGE_AFTER.match(low, end):
            reasons += 2
        if _SPEAKS_AFTER.match(low, end) or _SPEAKS_BEFORE.search(low, max(0, start - 8), start):
            reasons += 2
        if _LABEL_BEFORE.search(low, max(0, start - 24), start):
            reasons += 2
        if reasons >= 2:
            found.append(Mention(start, end, start, end, tokens, None, None, reasons))
            surnames.add(tokens[-1])
            givens.add(tokens[0])
    for start, end, tokens in late:
        if tokens[0] in surnames or (tokens[0] in givens and len(tokens[0]) > 2):
            found.append(Mention(start, end, start, end, tokens, None, None, 1))


def join(mentions: list[Mention], text: str) -> list[Person]:
    """Persons of the document: mentions joined by name, the fullest form kept, in order of first mention.

    A lone surname joins the nearest earlier full name that has it (else the nearest later one); two
    full names with one surname and different first names are two people.
    """
    persons: list[Person] = []
    by_surname: dict[str, list[Person]] = {}
    full = [m for m in mentions if len(m.tokens) > 1]
    for m in full:
        person = next((p for p in by_surname.get(m.surname, []) if _agree(p, m)), None)
        if person is None:
            person = Person(anchor=m.start)
            persons.append(person)
            by_surname.setdefault(m.surname, []).append(person)
        m.person = person
        person.mentions.append(m)
    for m in mentions:
        if len(m.tokens) > 1:
            continue
        person = _owner(m, by_surname, persons)
        if person is None:
            person = Person(anchor=m.start)
            persons.append(person)
            by_surname.setdefault(m.surname, []).append(person)
        m.person = person
        person.mentions.append(m)
    for person in persons:
        person.mentions.sort(key=lambda m: m.start)
        person.anchor = person.mentions[0].start
        best = max(person.mentions, key=lambda m: (len(m.tokens), sum(map(len, m.tokens)), -m.start))
        person.name_span = (best.name_start, best.name_end)
        person.name = text[best.name_start : best.name_end]
        person.rank = next((m.rank for m in person.mentions if m.rank is not None), None)
        for m in person.mentions:
            if m.title in ("mr", "sir", "lord"):
                person.female = False
            elif m.title in ("mrs", "ms", "miss", "lady", "dame"):
                person.female = True
    persons.sort(key=lambda p: p.anchor)
    return persons


def _agree(person: Person, m: Mention) -> bool:
    """Whether two full forms of one surname can be one person's: first names equal, or one an initial."""
    for other in person.mentions:
        if len(other.tokens) < 2:
            continue
        a, b = other.tokens[0], m.tokens[0]
        if a == b or a[0] == b[0] and (len(a) == 1 or len(b) == 1) or a in m.tokens or b in other.tokens:
            return True
        return False
    return True


def _owner(m: Mention, by_surname: dict[str, list[Person]], persons: list[Person]) -> Person | None:
    candidates = by_surname.get(m.surname, [])
    if not candidates:
        candidates = [p for p in persons if any(m.surname == t for x in p.mentions if len(x.tokens) > 1 for t in x.tokens[:-1])]
        if len(candidates) > 1 or m.rank is not None or m.title is not None:
            candidates = []
        if not candidates:  # "Adeyemi" for "Adeyemi-Pryce"
            candidates = [p for p in persons if any(m.surname in x.surname.split("-") for x in p.mentions)]
    if len(candidates) <= 1:
        return candidates[0] if candidates else None
    if m.rank is not None:
        same = [p for p in candidates if any(x.rank is not None and x.rank.value == m.rank.value for x in p.mentions)]
        if len(same) == 1:
            return same[0]
        candidates = same or candidates
    elif m.title is not None:
        same = [p for p in candidates if any(x.title == m.title for x in p.mentions)]
        candidates = same or candidates
    before = [p for p in candidates if p.mentions and min(x.start for x in p.mentions) < m.start]
    if before:
        return max(before, key=lambda p: max(x.start for x in p.mentions if x.start < m.start))
    return candidates[0]
