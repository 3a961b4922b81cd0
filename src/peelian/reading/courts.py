"""Courts where a subject appeared or will appear, and the day of sentence."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from peelian import law
from peelian.reading.dates import Date
from peelian.reading.model import Cited
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit
from peelian.reading.spans import beginning_in
from peelian.reading.terms import Term

Courts: TypeAlias = list[tuple[Hit, tuple[Person, ...]]]


def read_courts(prepared: Prepared, named: Courts, person: Person, fallback: bool) -> list[Cited[str]]:
    """The courts told of one subject in order, each once, in official form.

    ``fallback``: the document has one subject with a criminal case, so a court told of nobody is this subject's.
    """
    out: dict[str, Cited[str]] = {}
    for hit, who in named:
        if person in who or (fallback and not who):
            name = _written(prepared.page.low, hit)
            out.setdefault(name, Cited(name, (hit.start, hit.end)))
    if any(name.startswith("Court of Appeal (") for name in out):
        out.pop("Court of Appeal", None)
    return list(out.values())


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
    near = [h for h, _ in named if 0 <= at - h.start < 700 and _one_story(page.low[h.end : at])]
    if not near and same:
        near = [h for h, _ in named if h.start <= at][-1:]
    if not near:  # "All four will appear before Leeds Magistrates' Court"
        near = [
            h for h, _ in named
            if 0 < h.start - at < 700 and _TOGETHER.match(page.low, page.sentence_at(h.start).start)
        ]  # fmt: skip
    return [Cited(_written(prepared.page.low, near[-1]), (near[-1].start, near[-1].end))] if near else []


_NO_COURT: Final = (" team", " of human rights", " reporter", " correspondent")


# "before magistrates in Huntingdon"
_BENCH: Final = re.compile(
    r"\A (?:sitting )?(?:in|at) (?P<town>[A-Z][\w-]+(?:(?: upon| on| and|-on-|-upon-)? [A-Z][\w-]+){0,2})"
)


_ROUND_UP: Final = re.compile(
    r"\b(?:following|these|cases?|round-?up|results?|week|list|hearings?|court list|dealt with|appeared|before the courts?|in the dock)\b"
)


def headings(prepared: Prepared) -> list[tuple[int, Hit, Cited[str] | None]]:
    """The courts named in the headings of a round-up ("At Leeds Magistrates' Court on 14 June:"), in order.

    Each with the offset where its heading ends and the day of its hearings, if the heading tells one.
    """
    page, low = prepared.page, prepared.page.low
    out: list[tuple[int, Hit, Cited[str] | None]] = []
    if prepared.masthead.kind == "judgment":
        return out  # its heading names the court that gives judgment
    for hit in _courts(prepared):
        s = page.sentence_at(hit.start)
        words = low[s.start : s.end].rstrip()
        bare = len(words) < 110 and (words.endswith(":") or len(words) - (hit.end - hit.start) < 12)
        if not bare and not (len(words) < 160 and _FOLLOWING.search(words)):
            continue
        if s.start == 0 or (not words.endswith(":") and not _ROUND_UP.search(words) and not bare):
            continue
        out.append((s.end, hit, _heading_day(prepared, s.start, s.end)))
    return out


_FOLLOWING: Final = re.compile(
    r"\b(?:the following|these|all (?:the |these )?|each of the|the) (?:people|cases?|defendants?|officers?|results?|were|was|have|matters)?\b.{0,60}\b(?:dealt with|heard|appeared|sentenced|before|sat|listed|up before)\b"
)


def _heading_day(prepared: Prepared, start: int, end: int) -> Cited[str] | None:
    """The day of a round-up's hearings; "this week" gives the month, where the week lies within one."""
    published = prepared.masthead.published
    for date in beginning_in(prepared.dates, start, end):
        if date.kind in ("day", "weekday") and date.edtf:
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
    return [(h, prepared.cast.who(h.start)) for h in _courts(prepared)]


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
    named = _named(prepared, low)
    return sorted(named + benches) if benches else named


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


_NO_PLACE: Final = frozenset({"High Court", "Crown Court", "Magistrates' Court"})


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


_CONDUCT: Final = re.compile(
    r"\b(?:between|since|from|in the early hours of|offence on|incident on|committed|happened|took place|occurred|on the night of|dating back to|during)(?: \w+){0,4} \Z"
)
_NOT_SENTENCE: Final = re.compile(
    r"\b(?:convicted|found (?:him |her |them )?guilty|pleaded|admitted|admitting|charged|arrested|dismissed|resigned|suspended(?! for|,| sentence)|hearing|trial|guilty plea|plea|retired|joined|sacked|appeal\w*|panel|released|born|will be)\b"
)


_ON_APPEAL: Final = re.compile(r"\b(?:appeal\w*|substituted|manifestly|court of appeal|unduly)\b")
_TRIED: Final = re.compile(
    r"\A[^.;]{0,60}\b(?:convicted|found guilty|pleaded guilty|admitted)\b(?:(?!\b(?:dismissed|resigned|suspended|panel|appeal)\b).)*\Z",
    re.DOTALL,
)


def read_sentenced_on(prepared: Prepared, terms: list[Term]) -> Cited[str] | None:
    """The day on which one subject was sentenced: the date told with the words of the sentence."""
    spared = [t for t in terms if t.kind == "spared"]
    own = spared + [
        t
        for t in terms
        if (
            (t.cue == "penalty" and t.kind not in ("caution", "minimum"))
            or (t.cue == "order" and (t.amount or t.length or t.hours))
        )
    ]
    if any(t.cue == "penalty" and t.kind != "spared" for t in own):
        own = [t for t in own if t.cue == "penalty"]  # an order may be made on another day (a confiscation)
    if not own:
        return None
    own.sort(key=lambda t: t.start)
    best: tuple[float, Date] | None = None
    sentences = [prepared.page.sentences[i] for i in sorted({t.sentence for t in own if t.sentence >= 0})]
    for date in [d for s in sentences for d in beginning_in(prepared.dates, s.start, s.end)]:
        if date.edtf is None or (
            date.kind == "relative"
            and date.relative in ("this year", "last year", "this week", "last week", "this month")
        ):
            continue
        if date.kind == "year" and "|" in prepared.page.low[max(0, date.start - 3) : date.end + 3]:
            continue  # the year of a table's row is not the day of sentence
        score = _nearness(prepared, date, own)
        if score is not None and (best is None or score < best[0]):
            best = (score, date)
    if best is not None and best[1].edtf is not None:
        return Cited(_with_year_of_story(prepared, best[1], best[1].edtf), (best[1].start, best[1].end))
    return _same_day(prepared, own) or _day_in_court(prepared, own) or _day_of_remarks(prepared)


_WRITTEN_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def _with_year_of_story(prepared: Prepared, date: Date, edtf: str) -> str:
    """ "On 8 May 2017 she was convicted. On 9 June she was sentenced": the year told a sentence before goes on."""
    low = prepared.page.low
    if date.kind != "day" or _WRITTEN_YEAR.search(low, date.start, date.end):
        return edtf
    before = [
        d for d in beginning_in(prepared.dates, date.start - 300, date.start)
        if d.kind == "day" and d.edtf and _WRITTEN_YEAR.search(low, d.start, d.end)
    ]  # fmt: skip
    if not before or before[-1].edtf is None or "\n" in low[before[-1].end : date.start]:
        return edtf
    told = before[-1].edtf
    return told[:4] + edtf[4:] if told[:4] < edtf[:4] and told[5:] <= edtf[5:] else edtf


def _same_day(prepared: Prepared, own: list[Term]) -> Cited[str] | None:
    """ "Sentenced on the same day": the last full date before."""
    low = prepared.page.low
    for term in own:
        s = prepared.page.sentences[term.sentence]
        found = re.search(r"\b(?:the|that) same (?:day|date|hearing)\b|\bthat day\b", low[s.start : s.end])
        if found is not None:
            earlier = [
                d
                for d in beginning_in(prepared.dates, max(0, s.start - 400), s.end)
                if d.end <= s.start + found.start() and d.kind == "day" and d.edtf and s.start - d.end < 300
            ]
            if earlier and earlier[-1].edtf is not None:
                return Cited(earlier[-1].edtf, (earlier[-1].start, earlier[-1].end))
    return None


_IN_COURT: Final = re.compile(
    r"\b(?:heard|told|appeared|before|stood|admitted|pleaded|dealt with|today|yesterday|judge|was told|learned|learnt|sat|ruled|decided|at)\b"
)
_OTHER_DAY: Final = re.compile(
    r"\b(?:convict\w+|found (?:him |her |them )?guilty|trial|jury|jurors|charged|will (?:be sentenced|appear|stand|return|next|go)|adjourned|first appear\w+|plea hearing|earlier hearing|at an earlier|committed for sentence|panel|misconduct hearing|dismissed)\b"
)


def _day_in_court(prepared: Prepared, own: list[Term]) -> Cited[str] | None:
    """The day of the hearing told around the sentence: "the court heard on Tuesday", "admitted theft in May ... He was fined"."""
    page, low = prepared.page, prepared.page.low
    first = min(t.sentence for t in own if t.sentence >= 0) if any(t.sentence >= 0 for t in own) else 0
    last = max(t.sentence for t in own)
    best: tuple[float, Date] | None = None
    around = page.sentences[max(0, first - 6) : last + 3]
    for date in beginning_in(prepared.dates, around[0].start, around[-1].end):
        if (
            date.edtf is None
            or date.kind == "year"
            or date.relative
            in ("this year", "last year", "this week", "last week", "this month", "last month")
        ):
            continue
        index = page.sentence_index(date.start)
        s = page.sentences[index]
        if (
            not any(
                -60 < date.start - h.end < 45 or 0 <= h.start - date.end < 45
                for h in prepared.scan.between("court", s.start, s.end)
            )
            or not -6 <= index - first <= last - first + 2
        ):
            continue
        words = low[s.start : s.end]
        if (
            _OTHER_DAY.search(words)
            or _reported(low, prepared.scan.between("court", s.start, s.end), date)
            or not _IN_COURT.search(words)
            or _CONDUCT.search(low, max(s.start, date.start - 40), date.start)
        ):
            continue
        score = abs(index - first) + (0 if date.kind in ("relative", "weekday", "day") else 3)
        if best is None or score < best[0]:
            best = (score, date)
    if best is None or best[1].edtf is None:
        return None
    return Cited(best[1].edtf, (best[1].start, best[1].end))


_CONTENT: Final = re.compile(r"\b(?:heard|told)\b[^.]{14,}")


def _reported(low: str, courts: list[Hit], date: Date) -> bool:
    """Whether a date belongs to what the court was told ("magistrates heard that a walker rang on 23 February")."""
    return any(h.end <= date.start and _CONTENT.search(low, h.end, date.start) for h in courts)


def _day_of_remarks(prepared: Prepared) -> Cited[str] | None:
    """Sentencing remarks carry the day of sentence as their date."""
    published = prepared.masthead.published
    head = prepared.page.low[:900]
    if (
        published is not None
        and prepared.masthead.kind == "judgment"
        and re.search(r"\bsentenc(?:e|ing)\b", head)
        and "appeal" not in head
    ):
        return published
    return None


def _nearness(prepared: Prepared, date: Date, own: list[Term]) -> float | None:
    """How near a date stands to the words of a sentence (smaller is nearer); None if it tells of something else."""
    page, low = prepared.page, prepared.page.low
    index = page.sentence_index(date.start)
    s = page.sentences[index]
    near = [t for t in beginning_in(own, date.start - 500, date.end + 500) if t.sentence == index]
    if not near:
        return None
    if _CONDUCT.search(low, max(s.start, date.start - 40), date.start) or _ON_APPEAL.search(
        low, s.start, s.end
    ):
        return None
    at = min(near, key=lambda t: abs(t.start - date.start))
    first, last = min(at.end, date.end), max(at.start, date.start)
    between = low[first:last]
    penalty = 0.0
    alone = len(beginning_in(prepared.dates, s.start, s.end)) == 1
    if _NOT_SENTENCE.search(between):
        # "on 4 May he was convicted and sentenced to ...": one date for both
        leads = alone and date.end <= at.start and _TRIED.search(between) is not None
        penalty += 100 if leads else 300
    ahead = low[max(s.start, date.start - 50) : date.start]
    if _NOT_SENTENCE.search(ahead) and date.start > at.start:
        penalty += 300
    penalty += {"day": 0, "weekday": 10, "relative": 10, "month": 40, "year": 120}[date.kind]
    if penalty >= 300:
        return None
    return penalty + len(between) / 4 + index * 0.5
