"""Who published a document, as the page prints it: a force, an oversight body, prosecutors, a newspaper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from peelian.reading import patterns as re
from peelian.reading.dates import Date
from peelian.reading.model import Cited, Span
from peelian.reading.name_words import given_names
from peelian.reading.page import Line, Page
from peelian.reading.scan import Hit, Scan

if TYPE_CHECKING:
    from peelian.reading.masthead import HeadLine


# The last word of a newspaper's or news site's name.
PAPER_WORDS: Final = frozenset(
    """advertiser agency argus beacon bulletin chronicle concourse courier dispatch daily dispatch echo examiner express
    flyer free-press gazette globe guardian herald hub independent informer international journal leader ledger live
    mail magazine mercury messenger mirror news newspaper newsletter observer online outlook post press packet pictorial
    record recorder reporter review sentinel standard star sun comet now telegraph times today tribune week weekly world
    broadcast calendar citizen voice digest register group xtra extra
    advocate argosy bugle champion circular clarion compass crier enquirer illustrated inquirer insider intelligencer
    lantern monitor monthly oracle pioneer scorcher searchlight signal spectator spotlight statesman trumpet visitor
    watch whistle wire witness crier noticeboard sheet broadsheet freesheet gleaner tatler chatter telegram despatch""".split()
)
_SPACED: Final = str.maketrans(dict.fromkeys(",.|()/:;'’", " "))
_SMALL: Final = frozenset({"and", "of", "the", "for", "in", "on"})
_CUT: Final = re.compile(
    r"\s*(?:\||\u2022|\u00a9|[Cc]opyright\b|\([Cc]\)|\s[-\u2013\u2014/.>\u00bb]+\s|,\s|:\s|\s{2,}|\.\s|\(|\)|@|\b\d\S*|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Tues|Thurs)(?:day|nesday|sday|rsday|urday)?\b)\s*"
)
# Words that end the name of an organisation, or of a part of one.
_ORGANISATION: Final = frozenset(
    """police constabulary constabularies department directorate branch authority federation communications
    commission commissioner service inspectorate wales crime gwent ombudsman iopc ipcc cps copfs gmp mopac conduct unison
    committee board newsroom""".split()
)
# Before "Reporter" these make a job, not a newspaper.
_JOBS: Final = frozenset(
    "court chief crime staff senior multimedia political news legal our district local content trainee digital regional".split()
)
_FOOT: Final = 5  # lines at the foot where a publisher may stand


def find_publisher(
    page: Page,
    scan: Scan,
    dates: list[Date],
    head: list[HeadLine],
    headline: Span,
    body_start: int,
    furniture: set[int],
) -> Cited[str] | None:
    """The publisher from the lines above the text, else from the foot, else from the headline or a release's own words."""
    lines = [h for h in head if h.part not in ("caption", "furniture") and h.line.start != headline[0]]
    for h in lines:
        found = _paper_in(page, h.line.start, h.line.end) if h.part != "menu" else None
        found = found or _body_in(page, scan, h.line.start, h.line.end)
        if found is not None:
            return found
    signed = _broadcaster(page, scan, [h.line for h in head if h.part in ("byline", "dateline")])
    if signed is not None:
        return signed
    for line in reversed(page.lines[-_FOOT:]):
        if line.start in furniture and not _IMPRINT.match(page.low, line.start):
            continue
        if (
            line.start > body_start
            and line.end - line.start < 90
            and _is_imprint(page, dates, line.start, line.end)
        ):
            found = _paper_in(page, line.start, line.end) or _body_in(page, scan, line.start, line.end)
            if found is not None:
                return found
    return (
        _broadcaster(page, scan, [x for x in page.lines[-_FOOT:] if _IMPRINT.match(page.low, x.start)])
        or _left_over(page, head, headline)
        or _by_its_date(page, dates, lines)
        or _over_its_date(page, scan, head, headline)
        or _self_named(page, scan, headline)
    )


def _broadcaster(page: Page, scan: Scan, lines: list[Line]) -> Cited[str] | None:
    """A broadcaster or agency in a byline, or in a line at the foot ("The BBC is not responsible ...")."""
    for line in lines:
        for hit in scan.between("publisher", line.start, line.end):
            if hit.value == "broadcaster":
                return Cited(page.text[hit.start : hit.end], (hit.start, hit.end))
    return None


def _left_over(page: Page, head: list[HeadLine], headline: Span) -> Cited[str] | None:
    """A short name on its own line under the headline, where another line already says who wrote the story."""
    if not any(h.part == "byline" for h in head):
        return None
    for h in head:
        text = page.text[h.line.start : h.line.end]
        if (
            h.part == "headline"
            and h.line.start > headline[1]
            and 1 < len(text.split()) <= 4
            and text.istitle()
        ):
            return Cited(text, (h.line.start, h.line.end))
    return None


A_HEADLINE: Final = 5  # words
_LONGEST_NAME: Final = 4  # words


def over_its_date(page: Page, scan: Scan, head: list[HeadLine], candidates: list[HeadLine]) -> bool:
    """Whether the first line is a paper's name just above the day of issue, with the headline below: "Humber Tide" / "9 May 2022".

    ``candidates`` are the lines that may be the headline.
    """
    first, second = candidates[0], candidates[1]
    text = page.text[first.line.start : first.line.end]
    words = text.split()
    at = next((n for n, h in enumerate(head) if h is first), len(head))
    return (
        at == 0
        and 2 <= len(words) <= _LONGEST_NAME
        and head[1].part == "dateline"
        and not head[1].line.blank_before
        and second.line.blank_before
        and page.text.count(" ", second.line.start, second.line.end) >= A_HEADLINE - 1
        and all(w[0].isupper() or w.lower() in _SMALL for w in words)
        and not page.text[second.line.start : second.line.end].istitle()
        and _NO_NAME.isdisjoint(w.lower() for w in words)
        and not scan.among(
            ("rank", "offence", "outcome", "forum", "court", "finding"), first.line.start, first.line.end
        )
    )


def _over_its_date(page: Page, scan: Scan, head: list[HeadLine], headline: Span) -> Cited[str] | None:
    """The paper's name in the first line, above the day of issue."""
    lines = [h for h in head if h.part == "headline"]
    if len(lines) < 2 or lines[0].line.start >= headline[0] or not over_its_date(page, scan, head, lines):
        return None
    start, end = lines[0].line.start, lines[0].line.end
    if page.low[start:end].split()[0] in given_names():
        return None  # who wrote the page
    return Cited(page.text[start:end], (start, end))


# What may follow a paper's name at the head of a page: a gap, a bar, a dash, a date.
_AFTER_NAME: Final = re.compile(r"\s*[|\u2022,;/\u2013\u2014-]+ |\s{2,}|\s+(?=\d)|\s*\Z")
_NO_NAME: Final = frozenset(
    "newsroom copy draft embargoed by the published posted updated notice press court crime news from date issued written police hearing page case".split()
)


def _by_its_date(page: Page, dates: list[Date], lines: list[HeadLine]) -> Cited[str] | None:
    """ "The Solent Eye - 12 August 2023", "EASTERN CALL | 19 March 2015": a name that stands before the day of issue.

    Only one that begins with "The" or is in capitals: two capitalised words may be whoever wrote the story.
    """
    for h in lines:
        start, end = h.line.start, h.line.end
        if h.part == "menu" or not any(start < d.start < end for d in dates):
            continue
        cut = _AFTER_NAME.search(page.text, start, end)
        name = page.text[start : cut.start()] if cut is not None else ""
        words = name.split()
        if (
            2 <= len(words) <= 6
            and (words[0] in ("The", "THE") or name.isupper())
            and all(w[0].isupper() or w.lower() in _SMALL for w in words)
            and words[0 if words[0].lower() != "the" else 1].lower() not in _NO_NAME
            and not any(c.isdigit() for c in name)
        ):
            return Cited(name, (start, start + len(name)))
    return None


# "Honesty & Integrity" is no newspaper.
_STANDARDS: Final = frozenset(
    "honesty integrity instructions equality diversity duties responsibilities respect courtesy".split()
)


def newspaper(page: Page, start: int, end: int) -> Span | None:
    """The span of a newspaper's name in ``[start, end)``: capitalised words of which the last is a paper's word."""
    words = page.low[start:end].translate(_SPACED).split()
    if (PAPER_WORDS.isdisjoint(words) and "&" not in words) or not _STANDARDS.isdisjoint(words):
        return None
    at = start
    for piece in (*_CUT.finditer(page.text, start, end), None):
        stop = piece.start() if piece else end
        span = _paper_piece(page, at, stop)
        if span is not None:
            return span
        at = piece.end() if piece else end
    return None


def _paper_piece(page: Page, start: int, end: int) -> Span | None:
    text = page.text[start:end].strip(" '\"\u2018\u2019().;")
    if not 3 <= len(text) <= 50 or any(c.isdigit() for c in text):
        return None
    at = page.text.index(text, start)
    for lead in ("From ", "by ", "By "):
        if text.startswith(lead):
            at, text = at + len(lead), text[len(lead) :]
    words = text.split()
    last = words[-1].lower().strip(".,")
    loud = all(w[0].isupper() or w.lower() in _SMALL or not w[0].isalpha() for w in words[:-1])
    joined = "&" in words and words[-1][0].isupper()  # "Beat & Bench", "The Ridge & Vale"
    known = len(words) > 1 and (
        last in PAPER_WORDS or (joined and len(words) == 3) or (joined and words[0] == "The")
    )
    if last in ("reporter", "correspondent") and (len(words) < 2 or words[-2].lower() in _JOBS):
        return None
    if not loud or not known or (words[-1][0].islower() and last not in ("magazine", "newspaper", "online")):
        return None
    if words[0] in ("Latest", "Breaking", "Local", "Crime", "Press", "Uk", "UK") or (
        text.isupper() and len(words) > (5 if words[0] == "THE" else 3)
    ):
        return None
    if text.startswith("the "):
        at, text = at + 4, text[4:]
    return at, at + len(text)


def _paper_in(page: Page, start: int, end: int) -> Cited[str] | None:
    span = newspaper(page, start, end)
    return Cited(page.text[span[0] : span[1]], span) if span else None


def _body_in(page: Page, scan: Scan, start: int, end: int) -> Cited[str] | None:
    span = organisation(page, scan, start, end)
    return Cited(page.text[span[0] : span[1]], span) if span else None


def organisation(page: Page, scan: Scan, start: int, end: int) -> Span | None:
    """The span of a force's or body's name in ``[start, end)``: a whole piece of the line, in capitals as names are."""
    hits: list[Hit] = scan.between("publisher", start, end) + scan.between("force", start, end)
    if not hits:
        return _unit(page, start, end)
    hits.sort(key=lambda h: (h.start, -h.end))
    first = (
        max(hits, key=lambda h: (h.kind == "publisher", h.end - h.start))
        if hits[0].kind == "publisher"
        else hits[0]
    )
    welsh = page.low.startswith(("heddlu", "swyddfa", "comisiwn"), first.start)
    if welsh:
        first = next((h for h in hits if h.start >= first.end), first)
    at, stop = start, end
    for cut in _CUT.finditer(page.text, start, end):
        if cut.end() <= first.start:
            at = cut.end()
        elif cut.start() >= first.end:
            stop = cut.start()
            break
    if page.text[stop : stop + 2] == " (" or page.text[stop : stop + 1] == "(":  # "... (IOPC)"
        close = page.text.find(")", stop, min(end, stop + 14))
        inside = page.text[stop:close].strip(" (") if close > 0 else ""
        stop = close + 1 if inside.isupper() else stop
    if welsh and first.start > at:
        at = first.start
    if page.low.startswith(" professional standards", first.end):
        stop = first.end
    piece = page.text[at:stop]
    words = piece.split()
    named = all(w[0].isupper() or w[0] in "&(" or w.lower() in _SMALL for w in words)
    if (
        named
        and len(words) <= 9
        and (words[-1].lower().strip("()") in _ORGANISATION or first.end >= stop or first.value == "pcc")
    ):
        return at, stop
    if first.start == at and (
        first.end == stop or page.low.startswith((" press office", " statement", " news"), first.end)
    ):
        return first.start, first.end
    return None


def _unit(page: Page, start: int, end: int) -> Span | None:
    """A whole line that is a joint department's name ("A, B and C Professional Standards Department")."""
    words = page.text[start:end].split()
    if (
        3 <= len(words) <= 9
        and words[-1].lower()
        in (
            "department",
            "directorate",
            "branch",
            "constabularies",
        )
        and all(w[0].isupper() or w.lower() in _SMALL for w in words)
    ):
        return start, end
    return None


_IMPRINT: Final = re.compile("\u00a9|\\(c\\)|copyright|from the |the bbc is|published |contact|media contact")


def _is_imprint(page: Page, dates: list[Date], start: int, end: int) -> bool:
    """Whether a line at the foot is an imprint: a name with a date, a copyright line, the publisher alone."""
    low = page.low[start:end]
    if _IMPRINT.match(low):
        return True
    dated = any(start <= d.start < end for d in dates)
    return (dated or end - start < 80) and low[-1] not in '".!?'


_SAYS_ITSELF: Final = re.compile(r"has today (?:published|announced|concluded)|today published")


def _self_named(page: Page, scan: Scan, headline: Span) -> Cited[str] | None:
    """A body that names itself: in the headline of a notice, as the contact of a release, or by "has today published"."""
    oversight = [h for h in scan.of("publisher") if h.value in ("oversight", "prosecution")]
    for hit in oversight:
        after = page.low[hit.end : hit.end + 40]
        if hit.start > headline[1] and (
            _SAYS_ITSELF.match(after.strip()) or after.startswith(" press office")
        ):
            longest = max(oversight, key=lambda h: (h.value == hit.value) * (h.end - h.start))
            return Cited(page.text[longest.start : longest.end], (longest.start, longest.end))
    low = page.low[headline[0] : headline[1]]
    if organisation(page, scan, *headline) == headline:
        return Cited(page.text[headline[0] : headline[1]], headline)
    if ("misconduct" in low and ("hearing" in low or "outcome" in low)) or low.startswith("foi "):
        for hit in scan.between("force", headline[0], headline[1]):
            return Cited(page.text[hit.start : hit.end], (hit.start, hit.end))
    return None
