"""Links to other stories among the lines of a page: under a heading, behind "READ MORE:", or bare between paragraphs.

What they tell is another officer's case. A list of outcomes is none: there no paragraph of an article stands above, or its lines
carry labels, or its names are told of elsewhere on the page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page_rows import (
    Row,
    around,
    is_bare_headline,
    is_between_links,
    is_headline,
    is_of_others,
    is_told_elsewhere,
    named_in,
    opens,
    says,
    told_words,
)
from peelian.reading.publisher import PAPER_WORDS

_MOST_LINKS: Final = 24  # rows under one heading
_BUTTONS: Final = 3  # a heading that stands so often is the button below each entry of a list
_PARAGRAPHS: Final = 2  # of the text, above links that a loose heading or none heads
_ARROWS: Final = frozenset("\u00ab\u00bb\u2190\u2192<")
_PAIRS: Final = 2  # of a headline and its sentence, at least
_HEADING: Final = 7  # words
_FEWEST: Final = 4  # words of a page's own headline below a block of others
_TOP: Final = 40  # rows above a headline in which others may stand
_RUNS: Final = 40  # of bare headlines: a page with more is a list
_SHORT: Final = 5  # words of a headline in a run below the text
_BLURB: Final = 260  # characters of a sentence below a link


def links_to_others(text: str, rows: list[Row], wrapped: bool) -> set[int]:
    """The indexes of the rows that are, or head, links to other stories."""
    found = _opened(text, rows, wrapped)
    if wrapped:  # (its lines end anywhere: which of them is a whole headline is not to be seen)
        return found
    last = max((i for i, row in enumerate(rows) if row.is_prose), default=-1)
    paragraphs = [i for i, row in enumerate(rows) if row.is_prose]
    often = Counter(row.low for row in rows)
    for i, row in enumerate(rows):
        if i in found:
            continue
        loose = says(row, "links.loose")
        if not (loose or says(row, "links.heading")) or often[row.low] >= _BUTTONS:
            continue
        above = bisect_left(paragraphs, i)
        if above < (_PARAGRAPHS if loose else 1):
            continue
        found.update(_under(rows, i, loose, last))
    found |= _linked(rows, paragraphs, found)
    found |= _above(text, rows, paragraphs)
    if len(paragraphs) >= _PARAGRAPHS:
        found |= _headed(text, rows, paragraphs, found)
    if len(paragraphs) > _PARAGRAPHS:
        found |= _bare(text, rows, paragraphs, found)
    return found


def _opened(text: str, rows: list[Row], wrapped: bool) -> set[int]:
    """The rows that are a link behind its own words: "READ MORE: Man jailed over assault"."""
    seen_prose = False
    out = set()
    for i, row in enumerate(rows):
        seen_prose = seen_prose or row.is_prose
        at = opens(row, "links.opener")
        foot = at == 0 and i >= len(rows) - 4 and opens(row, "links.foot") > 0 and _has_pair(rows, i)
        if not (at or foot) and seen_prose and not wrapped:
            at = _opens_like_link(text, row)
        if (
            not (at or foot)
            or not seen_prose
            or row.is_prose
            or (wrapped and i + 1 < len(rows) and _goes_on(row, rows[i + 1]))
        ):
            continue
        if len(row.words) - at > 3 and "|" not in row.words[at:]:
            out.add(i)
    # "« Sergeant sacked over texts", "Officer cleared »": the stories before and after
    for i in range(max(0, len(rows) - 5), len(rows)):
        row = rows[i]
        if seen_prose and not row.is_prose and _has_arrow(text, row):
            out.add(i)
    return out


def _above(text: str, rows: list[Row], paragraphs: list[int]) -> set[int]:
    """Headlines of others above a page's own: "Trending: ...", or under "Top stories"; its own says what its text says."""
    out: set[int] = set()
    first = paragraphs[0] if paragraphs else 0
    told = told_words(rows[i] for i in paragraphs)
    first = min(first, _TOP)
    for i in range(first):
        row = rows[i]
        if opens(row, "links.ticker") and is_of_others(row, text, told) and _has_headline(rows, i, first):
            out.add(i)
        elif says(row, "links.ticker") or says(row, "links.heading"):
            j = i + 1
            while j < first and is_headline(rows[j]) and (j == i + 1 or _adjoin(rows, j)):
                j += 1
            while j > i + 1 and not (
                is_of_others(rows[j - 1], text, told) and _has_headline(rows, j - 1, first, _FEWEST)
            ):
                j -= 1
            others = sum(1 for row in rows[i + 1 : j] if is_of_others(row, text, told))
            if others and 2 * others >= j - i - 1:
                out.update(range(i, j))
    return out


def _has_headline(rows: list[Row], i: int, first: int, fewest: int = 2) -> bool:
    """Whether one more headline stands between a row and the first paragraph."""
    return any(is_headline(row, fewest) for row in rows[i + 1 : first])


def _adjoin(rows: list[Row], j: int) -> bool:
    """Whether no blank line parts a row from the one above it."""
    return rows[j].start - rows[j - 1].end == 1


def _has_pair(rows: list[Row], i: int) -> bool:
    """Whether "Previous: ..." has its "Next: ..." beside it."""
    if " next: " in rows[i].low:
        return True
    return any(opens(rows[j], "links.foot") for j in (i - 1, i + 1) if 0 <= j < len(rows))


_BEFORE_COLON: Final = re.compile(r"(?P<word>[A-Za-z'\u2019 ]{4,30}?) ?(?::|>|\||\s-)\s(?=\S)")


def _opens_like_link(text: str, row: Row) -> int:
    """Where a headline of others begins behind words such as "From our archive:"; 0 where none does."""
    m = _BEFORE_COLON.match(row.words)
    if m is None or not _is_pages_own(m["word"]) or row.is_prose:
        return 0
    rest = row._replace(words=row.words[m.end() :], low=row.low[m.end() :])
    told = any(is_told_elsewhere(name, text, (row,)) for name in named_in(rest.words))
    return m.end() if not told and is_bare_headline(rest, _SHORT) else 0


def _is_pages_own(words: str) -> bool:
    """Whether a few words have one among them with which a page leads elsewhere ("Court stories you may have missed")."""
    low = words.lower().replace("\u2019", "'").split()
    return len(low) <= _HEADING and not around()["links.word"].isdisjoint(low)


def _has_arrow(text: str, row: Row) -> bool:
    """Whether a headline has an arrow before or after it: "\u00ab Sergeant sacked"."""
    return (
        not _ARROWS.isdisjoint((text[row.start], text[row.end - 1])) or text.startswith(">>", row.start)
    ) and is_headline(row)


def _goes_on(row: Row, after: Row) -> bool:
    """Whether a wrapped line goes on in the next."""
    return after.start - row.end <= 1 and after.words[:1].islower()


def _under(rows: list[Row], heading: int, loose: bool, last: int) -> set[int]:
    """The rows of the links under a heading, with it."""
    j, links, _blurbs = heading + 1, 0, 0
    end = heading
    while j < len(rows) and j - heading <= _MOST_LINKS:
        row = rows[j]
        if is_headline(row, 3) or row.is_link:
            links += 1
        elif not (
            is_between_links(row)
            or (links and _is_source(row))
            or says(row, "links.heading")
            or says(row, "links.loose")
        ):
            break
        end = j
        j += 1
    if j < len(rows) and links and _ends_in_blurbs(rows, heading):
        return set(range(heading, len(rows)))
    if end == len(rows) - 1 and rows[end].low.rsplit(" ", 1)[-1] in PAPER_WORDS and _is_source(rows[end]):
        end -= 1  # whose the page is
    if not links or (loose and heading < last):
        return set()
    return set(range(heading, end + 1))


def _is_source(row: Row) -> bool:
    """Whether a line among links is whose they are: "Valley Echo"."""
    words = row.words.split()
    return len(words) <= 3 and all(w[0].isupper() for w in words) and row.words[-1] not in ".:"


def _ends_in_blurbs(rows: list[Row], heading: int) -> bool:
    """Whether below a heading headlines, each with one sentence on the very next line, take turns to the end of the page.

    Only where blank lines part the paragraphs above: else the sentences may be the article, going on.
    """
    below = rows[heading + 1 :]
    apart = [b.start - a.end > 1 for a, b in pairwise(rows[:heading]) if a.is_prose and b.is_prose]
    if not 2 * _PAIRS <= len(below) <= _MOST_LINKS or not apart or not all(apart):
        return False
    return all(
        row.is_prose and row.end - row.start <= _BLURB and row.start - below[i - 1].end == 1
        if i % 2
        else is_headline(row)
        for i, row in enumerate(below)
    )


def _linked(rows: list[Row], paragraphs: list[int], found: set[int]) -> set[int]:
    """Rows that are links from end to end, below the first paragraph of an article; a page that only lists links is none."""
    links = [i for i, row in enumerate(rows) if row.is_link and i not in found]
    if len(paragraphs) < _PARAGRAPHS:
        return set()
    return {i for i in links if i > paragraphs[0] and is_headline(rows[i]) and not rows[i].is_prose}


def _headed(text: str, rows: list[Row], paragraphs: list[int], found: set[int]) -> set[int]:
    """Headlines under words that a page leads elsewhere with, where they name somebody, and nobody of whom the page tells."""
    out: set[int] = set()
    headings = [
        i
        for i in range(paragraphs[0] + 1, len(rows))
        if i not in found and not rows[i].is_lead and not rows[i].is_prose and _is_pages_own(rows[i].words)
    ]
    for i in headings[:_RUNS]:
        j = i + 1
        while (
            j < len(rows)
            and j - i <= _MOST_LINKS
            and (is_headline(rows[j]) or is_between_links(rows[j]))
            and j not in found
        ):
            j += 1
        run = rows[i + 1 : j]
        if run and all(is_bare_headline(_undated(row), _FEWEST) or is_between_links(row) for row in run):
            names = [name for row in run for name in named_in(row.words)]
            if (names or len(run) > 1) and not any(is_told_elsewhere(name, text, run) for name in names):
                out.update(range(i, j))
    return out


_DAY_BEFORE: Final = re.compile(r"\d{1,2} [A-Z][a-z]{2,8}(?: (?:19|20)\d\d)? ?[-:|\u2013] ?")


def _undated(row: Row) -> Row:
    """A link without its bullet and the day before it."""
    m = _DAY_BEFORE.match(row.words)
    at = m.end() if m is not None else 0
    return row._replace(words=row.words[at:], low=row.low[at:], has_bullet=False)


def _bare(text: str, rows: list[Row], paragraphs: list[int], found: set[int]) -> set[int]:
    """Headlines between two paragraphs, or below the last, that name others than the page tells of."""
    out: set[int] = set()
    first, last = paragraphs[0], paragraphs[-1]
    if sum(1 for i in range(first, len(rows)) if i not in found and is_headline(rows[i], 6)) > len(
        paragraphs
    ):
        return out  # a page that sets no full stops, or lists more than it tells
    i, runs = first + 1, 0
    while i < len(rows):
        run = []
        j = i
        while (
            j < len(rows)
            and j not in found
            and (is_bare_headline(rows[j]) or (i > last and is_bare_headline(rows[j], _SHORT)))
        ):
            run.append(j)
            j += 1
        if not run:
            i += 1
            continue
        alone = (_ends_a_part(rows, i, last) or i - 1 in found) and (
            j >= len(rows) or rows[j].is_prose or j in found or j > last
        )
        runs += 1
        if alone and runs <= _RUNS and _is_of_others(text, [rows[k] for k in run], i > last):
            out.update(run)
        i = j
    return out


def _ends_a_part(rows: list[Row], i: int, last: int) -> bool:
    """Whether a paragraph, that introduces no list, ends above a row; below the last a blank line will do."""
    above = rows[i - 1]
    return not above.is_lead and (above.is_prose or (i > last and not _adjoin(rows, i)))


def _is_of_others(text: str, run: list[Row], at_foot: bool) -> bool:
    """Whether a run of headlines names somebody, and nobody of whom the rest of the page tells.

    Below the text two of them need name nobody.
    """
    names = [name for row in run for name in named_in(row.words)]
    return (bool(names) or (at_foot and len(run) > 1)) and not any(
        is_told_elsewhere(name, text, run) for name in names
    )
