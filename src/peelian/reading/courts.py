"""Courts where a subject appeared or will appear."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from peelian import law
from peelian.reading import patterns as re
from peelian.reading.model import Cited
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit
from peelian.reading.spans import beginning_in, holds_any


@dataclass(slots=True)
class Courts:
    """The criminal courts named on a page, in order, and those told of each subject and of nobody."""

    hits: list[Hit]
    of_person: dict[Person, list[Hit]] = field(default_factory=dict)
    of_nobody: list[Hit] = field(default_factory=list)
    elsewhere: list[Person] = field(default_factory=list)

    def of_an_older_case(self, hit: Hit) -> bool:
        """Whether a court is told only of those whom the page mentions as background, or brings in as from elsewhere."""
        who = [person for person, hits in self.of_person.items() if hit in hits]
        return bool(who) and all(person.role == "background" or person in self.elsewhere for person in who)


def read_courts(prepared: Prepared, named: Courts, person: Person, fallback: bool) -> list[Cited[str]]:
    """The courts told of one subject in order, each once, in official form.

    ``fallback``: the document has one subject with a criminal case, so a court told of nobody is this subject's.
    """
    out: dict[str, Cited[str]] = {}
    own = named.of_person.get(person, [])
    loose = [h for h in named.of_nobody if not _in_another_entry(prepared, person, h)] if fallback else []
    for hit in sorted([*own, *loose]):
        name = _written(prepared.page.low, hit)
        out.setdefault(name, Cited(name, (hit.start, hit.end)))
    if any(name.startswith("Court of Appeal (") for name in out):
        out.pop("Court of Appeal", None)
    return list(out.values())


def _in_another_entry(prepared: Prepared, person: Person, hit: Hit) -> bool:
    """Whether a court is told in a sentence of a list that is outside the entry of ``person``, and in no heading."""
    if person.region is None or person.region[0] <= hit.start < person.region[1]:
        return False
    s = prepared.page.sentence_at(hit.start)
    return prepared.page.low[s.start : s.end].rstrip().endswith(".")


def _one_story(gap: str) -> bool:
    """Whether ``gap`` goes on about the same case: no table cell, no list, one new paragraph at most."""
    return (
        "|" not in gap
        and gap.count(" / ") < 2
        and gap.count("\n") <= 3
        and "\n-" not in gap
        and "\n\u2022" not in gap
    )


_SAME_TRIAL: Final = re.compile(
    r"\b(?:the same (?:jury|court|trial|judge|hearing|proceedings)|alongside (?:him|her)|co-accused|co-defendant)\b"
)
_TOGETHER: Final = re.compile(
    r"(?:all (?:of them|two|three|four|five|six|seven|eight)?|both|they|each|the (?:pair|trio|officers|defendants|men|women|two|three|four|five))\b"
)


def court_before(prepared: Prepared, named: Courts, at: int) -> list[Cited[str]]:
    """The court named last before ``at``, not more than a few sentences away: where a co-defendant stood."""
    page = prepared.page
    same = _SAME_TRIAL.search(page.low, at, page.sentence_at(at).end + 160) is not None
    near = [
        h
        for h in beginning_in(named.hits, at - 699, at + 1)
        if _one_story(page.low[h.end : at]) and not named.of_an_older_case(h)
    ]
    if not near and same:
        near = list(beginning_in(named.hits, 0, at + 1)[-1:])
    if not near:  # "All four will appear before Leeds Magistrates' Court"
        near = [
            h
            for h in beginning_in(named.hits, at + 1, at + 700)
            if _TOGETHER.match(page.low, page.sentence_at(h.start).start)
        ]  # fmt: skip
    return [Cited(_written(prepared.page.low, near[-1]), (near[-1].start, near[-1].end))] if near else []


def sole_court(named: Courts, person: Person) -> list[Cited[str]]:
    """The one court that a story names: where all of its defendants stood; of a list's entries it tells nothing."""
    hits = [h for h in named.hits if not named.of_an_older_case(h)]
    if person.region is not None or len({h.value for h in hits}) != 1:
        return []
    hit = hits[0]
    if hit.value == "Court of Appeal":
        return []
    near = min((abs(m.start - h.start) for m in person.mentions for h in hits), default=_FAR)
    return [Cited(hit.value, (hit.start, hit.end))] if near < _FAR else []


_FAR: Final = 900  # characters between a defendant's name and the story's only court
_NO_COURT: Final = (" team", " of human rights", " reporter", " correspondent")


# "before magistrates in Huntingdon"
_BENCH: Final = re.compile(
    r"\A (?:sitting )?(?:in|at) (?P<town>[A-Z][\w'\u2019-]+(?:(?: upon| on| and|-on-|-upon-)? [A-Z][\w-]+){0,2})"
)


_ROUND_UP: Final = re.compile(
    r"\b(?:following|these|cases?|round-?up|results?|week|list|hearings?|court list|dealt with|appeared|before the courts?|in the dock)\b"
)


_TOP: Final = 3  # sentences: a headline and what stands below it


def headings(prepared: Prepared, named: Courts) -> list[tuple[int, Hit, Cited[str] | None]]:
    """The courts named in the headings of a round-up ("At Leeds Magistrates' Court on 14 June:"), in order.

    Each with the offset where its heading ends and the day of its hearings, if the heading tells one.
    """
    page, low = prepared.page, prepared.page.low
    out: list[tuple[int, Hit, Cited[str] | None]] = []
    if prepared.masthead.kind == "judgment":
        return out  # its heading names the court that gives judgment
    for hit in named.hits:
        s = page.sentence_at(hit.start)
        words = low[s.start : s.end].rstrip()
        if s.start and page.sentence_index(s.start) < _TOP and len(words) < 220 and _ROUND_UP.search(words):
            out.append((s.end, hit, _heading_day(prepared, s.start, s.end)))
            continue
        if _LABELLED.match(words) and prepared.cast.who(hit.start):
            continue  # "Court: Leeds Crown Court" in the form of one officer
        bare = len(words) < 110 and (words.endswith(":") or len(words) - (hit.end - hit.start) < 12)
        if not bare and not (len(words) < 160 and _FOLLOWING.search(words)):
            continue
        if s.start == 0 or (not words.endswith(":") and not _ROUND_UP.search(words) and not bare):
            continue
        out.append((s.end, hit, _heading_day(prepared, s.start, s.end)))
    return out


_LABELLED: Final = re.compile(r"\W*(?:[a-z]+ ){0,2}(?:court|venue|at|where|by)\s*[:|]")
_FOLLOWING: Final = re.compile(
    r"\b(?:the following|these|all (?:the |these )?|each of the|the) (?:people|cases?|defendants?|officers?|results?|were|was|have|matters)?\b.{0,60}\b(?:dealt with|heard|appeared|sentenced|before|sat|listed|up before)\b"
)


def _heading_day(prepared: Prepared, start: int, end: int) -> Cited[str] | None:
    """The day of a round-up's hearings; "this week" gives the month, where the week lies within one."""
    published = prepared.masthead.published
    for date in beginning_in(prepared.dates, start, end):
        if (date.kind in ("day", "weekday") or date.relative == "today") and date.edtf:
            return Cited(date.edtf, (date.start, date.end))
        if (
            date.relative == "this week"
            and published is not None
            and len(published.value) == 10
            and published.value[8:] > "06"
        ):
            return Cited(published.value[:7], (date.start, date.end))
    return None


def name_courts(prepared: Prepared) -> Courts:
    """Every criminal court named on the page, with the subjects whom the words tell of."""
    named = Courts(_courts(prepared), elsewhere=_from_elsewhere(prepared))
    tried = tuple(p for p in prepared.cast.subjects if p.party == "defendant")
    heading = max((p.anchor for p in tried), default=0) if len(tried) > 1 else 0
    for hit in named.hits:
        # the court that heads a judgment tried everybody whom the heading names
        who = tried if hit.start < heading else prepared.cast.who(hit.start)
        for person in who:
            named.of_person.setdefault(person, []).append(hit)
        if not who:
            named.of_nobody.append(hit)
    return named


def _from_elsewhere(prepared: Prepared) -> list[Person]:
    """Those whom the page brings in with the name of another force than that of whoever it tells of first."""
    subjects = [p for p in prepared.cast.subjects if p.mentions]
    forces = [_force_beside(prepared, p) for p in subjects]
    if len(subjects) < 2 or forces[0] is None:
        return []
    return [p for p, force in zip(subjects, forces, strict=True) if force not in (None, forces[0])]


def _force_beside(prepared: Prepared, person: Person) -> str | None:
    """The one force that the sentence names which brings somebody in."""
    s = prepared.page.sentence_at(person.anchor)
    found = {h.value for h in prepared.scan.between("force", s.start, s.end)}
    return found.pop() if len(found) == 1 else None


def _courts(prepared: Prepared) -> list[Hit]:
    """The criminal courts named on the page: the High Court reviews decisions and tries nobody here."""
    low, text = prepared.page.low, prepared.page.text
    benches = []
    for hit in prepared.scan.of("bench"):
        if hit.value == "appeal":
            benches.append(Hit(hit.start, hit.end, "court", "Court of Appeal"))
            continue
        found = _BENCH.match(text[hit.end : hit.end + 40])
        if found is not None:
            name = _bench_of(found.group("town"))
            if name is not None:
                benches.append(Hit(hit.start, hit.end + found.end(), "court", name))
    if holds_any(low, _TOWNS_COURT):
        benches += [h for m in _OF_THE_TOWN.finditer(low) if (h := _town_court(text, m)) is not None]
    named = _named(prepared, low)
    return sorted(named + benches) if benches else named


# "the city's crown court", "before the town's magistrates", "magistrates in the city": that of the town named last.
_OF_THE_TOWN: Final = re.compile(
    r"\b(?:the|that) (?:city|town|borough)['\u2019]s (?P<court>crown court|magistrates(?:['\u2019]? court)?|justices|bench)\b"
    r"|\b(?:the )?(?P<in>crown court|magistrates(?:['\u2019]? court)?|justices|bench) (?:sitting )?(?:in|of) (?:the|that) (?:same )?(?:city|town|borough)\b"
)
# (the pattern needs one of these)
_TOWNS_COURT: Final = ("city", "town", "borough")
_A_FORCE: Final = re.compile(r" (?:[Pp]olice|[Cc]onstabulary|[Ff]orce|PCSO|[Mm]an|[Oo]fficer)\b")
_PLACE: Final = re.compile(
    r"\b[A-Z][a-z]+(?:[ -](?:upon|on|le|and|St)[ -][A-Z][a-z]+|[ -][A-Z][a-z]+)?\b|\b[A-Z]{4,}(?=:)"
)
_NOT_ALONE: Final = re.compile(r" (?:St|Valley|Regis|Midlands|Yorkshire|Wales|Mercia|Manchester|Hill|Park)\b")
_BACK: Final = 500  # characters in which the town was named


def _town_court(text: str, found: re.Match[str]) -> Hit | None:
    """The court of the town that was named last before words such as "the city's crown court"."""
    court = "Crown Court" if (found["court"] or found["in"]).startswith("crown") else "Magistrates' Court"
    start = max(0, found.start() - _BACK)
    for place in reversed(list(_PLACE.finditer(text, start, found.start()))):
        if _A_FORCE.match(text, place.end()):
            continue
        words = place.group().title() if place.group().isupper() else place.group()
        first = words.split(" ")[0]
        for name in (words,) if _NOT_ALONE.match(words, len(first)) else dict.fromkeys((words, first)):
            ids = law.lookup("courts", f"{name} {court}")
            if ids and law.term("courts", ids[0]).name.startswith(name):
                return Hit(found.start(), found.end(), "court", law.term("courts", ids[0]).name)
    return None


def _bench_of(town: str) -> str | None:
    """The magistrates' court of a town, whose name may have run on into other words ("Peterborough on Monday")."""
    words = town.split(" ")
    if "Crown" in words or "Court" in words:
        return None
    for n in range(len(words), 0, -1):
        ids = law.lookup("courts", f"{' '.join(words[:n])} Magistrates' Court")
        if ids:
            return law.term("courts", ids[0]).name
    return None


# Courts that are no place, and those that try no crime: a claim or an inquest is no charge.
_NO_PLACE: Final = frozenset(
    {
        "High Court",
        "Crown Court",
        "Magistrates' Court",
        "County Court",
        "Coroner's Court",
        "Employment Tribunal",
    }
)


def _named(prepared: Prepared, low: str) -> list[Hit]:
    return [
        h
        for h in prepared.scan.of("court")
        if h.value not in _NO_PLACE and not low.startswith(_NO_COURT, h.end)
    ]


_DIVISION: Final = re.compile(r"\A\s{1,2}\(?criminal division")


def _written(low: str, hit: Hit) -> str:
    """The court's official form, with the division where the page gives it."""
    if hit.value == "Court of Appeal" and _DIVISION.match(low[hit.end : hit.end + 24]):
        return "Court of Appeal (Criminal Division)"
    return hit.value
