"""Appellants: whose appeal to a court a page tells of, where it is a convict's and not the officer's.

"Lawyers for Alan Brook argued that his conviction was unsafe because the detective was corrupt. The judges refused leave
to appeal": the detective has appealed against nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.spans import holds_any

if TYPE_CHECKING:
    from peelian.reading.prepared import Prepared

_NAME: Final = r"[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+){0,3}"
_LAWYER: Final = r"(?:[Ll]awyers?|[Bb]arristers?|[Ss]olicitors?|[Cc]ounsel|QC|KC|legal team|[Dd]efence team|[Rr]epresentatives?|[Ff]amily|[Cc]ampaigners?)"
_TITLES: Final = r"(?:(?:[Tt]he )?(?:[Cc]onvicted |[Jj]ailed |[Ii]mprisoned )?(?:[Mm]urderer|[Kk]iller|[Rr]apist|[Rr]obber|[Bb]urglar|[Dd]rug dealer|[Gg]angster|[Pp]risoner|[Cc]onvict|[Ff]raudster|[Aa]rsonist) |Mr |Ms |Mrs |Miss )?"
# "Lawyers for |Alan Brook|", "an appeal by |Alan Brook|", "|Alan Brook|'s barrister", "|Alan Brook| has lost his appeal"
_APPELLANT: Final = re.compile(
    rf"\b{_LAWYER},? (?:acting |appearing )?(?:for|of|representing) {_TITLES}(?P<a>{_NAME})"
    rf"|\b(?:[Aa]ppeals?|[Bb]id|[Aa]pplication|[Cc]hallenge) (?:by|of|from|brought by|lodged by|on behalf of)(?: lawyers for)? {_TITLES}(?P<b>{_NAME})"
    rf"|\b(?P<c>{_NAME})['\u2019]s? (?:own )?(?:{_LAWYER}|appeal|bid|conviction|challenge|application)\b"
    rf"|(?:\A|[.\n\"] ?){_TITLES}(?P<d>{_NAME}),?(?: [^.;]{{3,70}},)? (?:has |had |was |who |later |also |then )*(?:appeal(?:s|ed)\b|lost (?:his|her|an|the) (?:appeal|bid|fight|challenge)|won (?:his|her|an|the) (?:appeal|fight|challenge)|failed (?:in|with)|asked the (?:Court of Appeal|judges)|(?:been )?refused (?:leave|permission)|went to the Court of Appeal)"
)
# "A bid by the killer's lawyers", "the robber's appeal": a convict without a name
_CONVICT: Final = re.compile(
    r"\b(?:murderer|killer|rapist|robber|burglar|(?:drug )?dealer|gangster|prisoner|inmate|convict|fraudster|arsonist|terrorist|gunman|trafficker|smuggler)(?:['\u2019]s?)?,? (?:own |[\w-]+ )?(?:lawyers?|barristers?|solicitors?|counsel|legal team|appeal|bid|challenge|application|(?:has |had )?(?:lost|won|appeal\w*))\b"
    r"|\b(?:appeal|bid|challenge|application) (?:by|of|from|for|on behalf of) (?:an?|the) (?:[\w-]+ )?(?:murderer|killer|rapist|robber|burglar|dealer|gangster|prisoner|inmate|convict|fraudster|arsonist|terrorist|gunman|trafficker|smuggler)\b"
)
_BACK: Final = 3  # sentences before the appeal, in which whose it is can be told


def is_anothers_appeal(prepared: Prepared, at: int) -> bool:
    """Whether the appeal told at ``at`` is said, there or a little before, to be somebody's who is no officer of the page."""
    page = prepared.page
    index = page.sentence_index(at)
    s = page.sentences[index]
    start = page.sentences[max(0, index - _BACK)].start
    told = _last(page, start, s.end, _surnames(prepared.cast.subjects))
    if told is None:
        return False
    # an officer named after that, as who appeals ("DC Lee also appealed"), has an appeal of his own
    return not prepared.cast.subjects_in(max(told + 1, s.start), at)


def _surnames(people: Iterable[Person]) -> set[str]:
    return {p.name.lower().split()[-1] for p in people if p.name and p.is_subject}


def _last(page: Page, start: int, end: int, own: set[str]) -> int | None:
    """Where an appellant who is no subject is told of last in ``[start, end)``; None where the last is a subject, or nobody is told."""
    if not holds_any(page.low[start:end], ("appeal", "bid", "challenge", "unsafe", "application", "lawyer")):
        return None
    best: tuple[int, bool] | None = None
    for found in _APPELLANT.finditer(page.text, start, end):
        name = found["a"] or found["b"] or found["c"] or found["d"]
        surname = name.lower().split()[-1].removesuffix("'s").removesuffix("\u2019s").rstrip("'\u2019")
        if name.split()[0] in _NO_NAME or (
            len(name.split()) < 2 and found["d"] is None and found["c"] is None
        ):
            continue
        best = (found.start(), surname in own)
    for found in _CONVICT.finditer(page.low, start, end):
        if best is None:
            best = (found.start(), False)
    return None if best is None or best[1] else best[0]


def _surname(found: re.Match[str]) -> str | None:
    """The surname of whom a match names; None where it names nobody."""
    name = found["a"] or found["b"] or found["c"] or found["d"]
    words = name.split()
    if words[0] in _NO_NAME or (len(words) < 2 and found["d"] is None and found["c"] is None):
        return None
    return words[-1].lower().removesuffix("'s").removesuffix("\u2019s").rstrip("'\u2019")


# Where such words come to the officer: "unsafe |because the detective| was later jailed"
_THE_OFFICER: Final = re.compile(
    r"\b(?:because|since|after|when|by|the word|evidence|interviewed by|(?:a|the|an|one) (?:\w+ )?(?:detective|officer|constable|sergeant|inspector|policeman|policewoman))\b"
)


def words_of_appellants(page: Page, persons: Sequence[Person]) -> list[tuple[int, int]]:
    """What sentences tell of convicts who appeal, up to where they come to an officer: in order."""
    if not ("appeal" in page.low or "unsafe" in page.low) or "convict" not in page.low:
        return []
    own = _surnames(persons)
    mentions = sorted(m.start for p in persons if p.is_subject for m in p.mentions)
    out: list[tuple[int, int]] = []
    for found in _APPELLANT.finditer(page.text):
        surname = _surname(found)
        if surname is None or surname in own or (out and found.start() < out[-1][1]):
            continue
        s = page.sentence_at(found.start() + 2)
        i = bisect_left(mentions, s.start)
        if i < len(mentions) and mentions[i] < found.start():
            continue  # the sentence began with an officer
        officer = _THE_OFFICER.search(page.low, found.end(), s.end)
        stop = min(s.end, officer.start() if officer else s.end, mentions[i] if i < len(mentions) else s.end)
        if stop > found.end():
            out.append((found.start(), stop))
    out += [m.span() for m in _CONVICTS_OWN.finditer(page.low) if not any(a <= m.start() < b for a, b in out)]
    return sorted(out)


# "The court |quashed the robber's conviction|"
_CONVICTS_OWN: Final = re.compile(
    r"\b(?:quash\w*|overturn\w*|set aside|upheld|uphold\w*|review\w*) (?:the|a|this|that) (?:\w+ )?(?:murderer|killer|rapist|robber|burglar|dealer|gangster|prisoner|inmate|convict|fraudster|arsonist|terrorist|gunman|trafficker|smuggler)['\u2019]s (?:[\w-]+ ){0,2}convictions?"
)


_NO_NAME: Final = frozenset(
    "The A An Court Lord Lady Mr Justice Judge Judges Police Crown High In At On His Her Their He She They It That This Former Ex PC DC DS DI DCI Sgt PS Sergeant Constable Inspector Detective Superintendent Chief".split()
)
