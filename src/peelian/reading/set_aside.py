"""Set aside: the lines of a page that stand around its article are cut before the text is read.

Menus, protective markings, cookie notices, buttons, prompts of newsletters, writers' addresses in a byline, lists of tags, links to
other stories (``link_lists``) and readers' comments tell nothing of the case, and much of others. What is sensitive in them is still marked
(``reader``). A line is cut for what it says as a whole and where it stands, never for one word; a line with the day of issue or
the publisher's name stays.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.house_style import Edit
from peelian.reading.link_lists import links_to_others
from peelian.reading.page import is_wrapped
from peelian.reading.page_rows import (
    Row,
    around,
    is_headline,
    is_imprint,
    is_name,
    is_together,
    is_told_elsewhere,
    named_in,
    opens,
    rows_of,
    says,
)
from peelian.reading.publisher import PAPER_WORDS
from peelian.reading.writers import tells_of_another, writers

_TOP: Final = 40  # rows in which menus and notices may stand above a text
_EDGE: Final = 3  # rows at either end that may carry a marking
_FEWEST: Final = 4  # rows of a menu
_SHORT: Final = 4  # words of a line of a menu
_TAG: Final = 6  # words of a tag
_BYLINE: Final = 12  # rows in which a byline may stand
_LONGEST: Final = 280  # characters of a line of the page's own
_NOTICE: Final = 700  # ... that is a notice on cookies or of a press regulator


def lines_around(text: str) -> list[Edit]:
    """The edits that take the lines around an article out of a text, in order; nothing overlaps."""
    rows = rows_of(text)
    if len(rows) < _EDGE:
        return []
    wrapped = is_wrapped(text)
    cut = links_to_others(text, rows, wrapped)
    cut |= (
        _markings(rows)
        | _menus(rows)
        | _bars(rows)
        | _kickers(rows)
        | _captions(text, rows)
        | _buttons(rows)
        | _addresses(rows)
        | _tags(rows)
        | _comments(rows)
        | _at_foot(rows)
    )
    if len(cut) >= len(rows):
        return []
    edits = [_whole_line(text, rows, i) for i in sorted(cut)]
    edits += [e for e in _paths(text) if not any(a.start <= e.start < a.end for a in edits)]
    edits += [edit for edit in writers(text, rows) if not any(e.start <= edit.start < e.end for e in edits)]
    return sorted(edits)


def _whole_line(text: str, rows: list[Row], i: int) -> Edit:
    """A line with the break (and the blank lines) after it, up to the next; at the end, with those before it."""
    if i + 1 < len(rows):
        return Edit(rows[i].start, rows[i + 1].start, "")
    return Edit(rows[i].start, rows[i].end, "")


def _markings(rows: list[Row]) -> set[int]:
    edges = {*range(min(_EDGE, len(rows))), *range(max(0, len(rows) - _EDGE), len(rows))}
    return {i for i in edges if says(rows[i], "page.marking")}


def _menus(rows: list[Row]) -> set[int]:
    """A run of short lines above the headline of which most are a menu's words."""
    end = 0
    while end < min(_TOP, len(rows)) and rows[end].words.count(" ") < _SHORT and not rows[end].is_prose:
        end += 1
    known = [
        i
        for i in range(end)
        if says(rows[i], "page.menu") or is_together(rows[i]) or says(rows[i], "page.button")
    ]
    if len(known) < _FEWEST or 2 * len(known) < known[-1] + 1:
        return set()
    return set(range(known[-1] + 1)) if end < len(rows) else set()


_BAR: Final = re.compile(r" [>|/\u00bb\u2022\u203a] | {3,}|  [>/] {1,2}|\t")
_CELLS: Final = 3


def _bars(rows: list[Row]) -> set[int]:
    """Bars of links, and trails of them ("Home > News > Courts"), above the text; one that tells whose the page is stays."""
    out: set[int] = set()
    for i, row in enumerate(rows[:_BYLINE]):
        if row.is_prose:
            break
        cells = [cell.strip().removeprefix("you are here: ") for cell in _BAR.split(row.low) if cell.strip()]
        known = sum(1 for cell in cells if cell in around()["page.menu"])
        if len(cells) < _CELLS or 2 * known < len(cells) or cells[0] not in around()["page.menu"]:
            continue
        last = {cell.rsplit(" ", 1)[-1] for cell in cells if cell not in around()["page.menu"]}
        if PAPER_WORDS.isdisjoint(last) and last.isdisjoint(("police", "constabulary")):
            out.add(i)
    return out


# "Judge Ann Lee (Picture: Valley Echo)", "Image caption, Ann Lee led the inquiry"
_CAPTION: Final = re.compile(
    r"\((?:image|picture|photo|pic|photograph|credit)s?:? [^()]{2,60}\)\Z|\b(?:picture|photo|image|credit|photograph)s?: [^.:]{2,40}\Z"
)
_CAPTION_OPENS: Final = re.compile(
    r"(?:image caption|media caption|image:|picture:|pictured:|photo:|caption:),? ?"
)


def _captions(text: str, rows: list[Row]) -> set[int]:
    """What stands under a picture of somebody of whom the text, which names an officer, does not tell."""
    out: set[int] = set()
    for i, row in enumerate(rows):
        if row.end - row.start > _LONGEST_CAPTION or i == 0:
            continue
        if _CAPTION.search(row.low) is None and _CAPTION_OPENS.match(row.low) is None:
            continue
        names = named_in(row.words)
        if (
            names
            and not any(is_told_elsewhere(name, text, (row,)) for name in names)
            and tells_of_another(text, row)
        ):
            out.add(i)
    return out


_KICKER: Final = 4  # rows in which a kicker may stand


def _kickers(rows: list[Row]) -> set[int]:
    """The word above a headline that names the part of a paper which it is in: "NEWS", "Exclusive"."""
    return {
        i
        for i in range(min(_KICKER, len(rows) - 2))
        if says(rows[i], "page.kicker") and is_headline(rows[i + 1]) and not is_imprint(rows[i + 1])
    }


def _buttons(rows: list[Row]) -> set[int]:
    """Buttons, and what only a page itself says."""
    out = set()
    for i, row in enumerate(rows):
        longest = _NOTICE if "cookie" in row.low or "editors' code" in row.low else _LONGEST
        if row.is_picture or (
            row.end - row.start <= longest and (says(row, "page.button") or is_together(row))
        ):
            out.add(i)
    return out


# "https://www.example/news/1", "Source: www.example/news/1"
_ADDRESS: Final = re.compile(
    r"(?:(?:source|url|link|from|web|retrieved from|original|printed from|print):? ?)?(?:https?://|www\.)[^\s]{4,400}(?: {1,4}\d{1,3}/\d{1,3})?\Z"
)


# what the path of an address says again of the page, or of another: "/news/officer-sacked-for-theft-1234"
_PATH: Final = re.compile(r"(?:https?://|www\.)[\w.-]{4,80}(?P<path>/[^\s()<>\"]{6,300})")
_HYPHENS: Final = 2


def _paths(text: str) -> list[Edit]:
    """The paths of addresses in a text that are made of words: only whose the page is, is read of them."""
    if "://" not in text and "www." not in text:
        return []
    return [
        Edit(*m.span("path"), "/")
        for m in _PATH.finditer(text)
        if m["path"].count("-") >= _HYPHENS and "](" not in text[m.start() - 2 : m.start()]
    ]


_SHEET: Final = re.compile(r"page \d{1,3} of \d{1,3}\Z")


def _addresses(rows: list[Row]) -> set[int]:
    """Rows that are a page's own address: its words say again, without whom, what the page tells."""
    ends = [i for i in range(len(rows)) if i < _BYLINE or i >= len(rows) - _BYLINE]
    return {
        i
        for i in ends
        if (("/" in rows[i].low or "printed" in rows[i].low) and _ADDRESS.match(rows[i].low) is not None)
        or _SHEET.match(rows[i].low) is not None
    }


def _tags(rows: list[Row]) -> set[int]:
    """The tags of an article, in a line ("Tags: Kent Police, fraud") or in lines under a heading."""
    out: set[int] = set()
    last = max((i for i, row in enumerate(rows) if row.is_prose), default=len(rows))
    for i in range(last + 1, len(rows)):
        row = rows[i]
        if (opens(row, "tags.opener") or row.low.startswith("tags ")) and not row.is_prose:
            out.add(i)
        elif says(row, "tags.heading"):
            j = i + 1
            while j < len(rows) and _is_tag(rows[j]):
                j += 1
            if j > i + 1:
                out.update(range(i, j))
    return out


def _is_tag(row: Row) -> bool:
    """Whether a line under "Topics" is one: a few words, no label, number or imprint."""
    return (
        row.words.count(" ") < _TAG
        and not row.is_lead
        and row.words[-1] not in ".:"
        and not is_imprint(row)
        and not any(c.isdigit() for c in row.words)
    )


_COUNT: Final = re.compile(
    r"(?:\(\d{1,4}\) ?)?(?:\d{1,4} )?(?P<heading>[a-z' ]{4,24}?) ?(?:\(\d{1,4}\)|: \d{1,4}|\d{1,4})?\Z"
)


def _comments(rows: list[Row]) -> set[int]:
    """Readers' comments below an article, to the end of the page."""
    headings = around()["comments.heading"]
    first = next((i for i, row in enumerate(rows) if row.is_prose), len(rows))
    signs = [i for i, row in enumerate(rows) if _is_sign(row)]
    wrote = [i for i in signs if i > first and _WROTE.search(rows[i].low) is not None]
    if len(wrote) >= _FEWEST_SIGNS:
        i = wrote[0]
        headed = not rows[i - 1].is_prose and not _READERS.isdisjoint(rows[i - 1].low.split())
        return set(range(i - headed, len(rows)))
    for i in range(first + 1, signs[-_FEWEST_SIGNS] if len(signs) >= _FEWEST_SIGNS else 0):
        m = _COUNT.match(rows[i].low)
        if m is not None and m["heading"].strip() in headings:
            return set(range(i, len(rows)))
    return set()


_READERS: Final = frozenset(("comment", "comments", "readers", "reader", "say", "replies"))
_WROTE: Final = re.compile(
    r"^[\w .-]{2,30} (?:wrote|says|said|posted|commented|replied)[: ]{1,2}\d{1,3} (?:minutes?|hours?|days?|weeks?|months?|years?) ago\Z"
)


def _is_sign(row: Row) -> bool:
    """Whether a line belongs to a reader's comment: "3 hours ago", "Reply", "Like 12", "OldCopper wrote 2 hours ago:"."""
    if _WROTE.search(row.low) is not None:
        return True
    low = row.low.rstrip("0123456789() ").lstrip("0123456789 ")
    return low in around()["comments.sign"]


_WRITER_OF: Final = re.compile(
    r"(?:[A-Z][\w'\u2019-]+ ){1,3}(?:is|works as|has been) (?:an?|the|our|with the|with our) (?:[\w'\u2019&-]+ ){0,6}(?:reporter|correspondent|editor|journalist|writer|columnist|trainee|echo|gazette|observer|paper|team)\b|(?:[A-Z][\w'\u2019-]+ ){1,3}covers (?:[\w'\u2019&-]+ ){0,6}for (?:the|our)\b|(?:Additional reporting|Reporting|Edited|Editing)(?: by|:) "
)
_POSTED: Final = re.compile(
    r"(?:posted|written|published) by [^\d]{3,60} at \d{1,2}[:.]\d\d|follow (?:[\w'\u2019-]+ ){0,3}on (?:twitter|x|facebook)|about the author|posted in [^.]{3,80}\| ?tagged "
)
_FEWEST_SIGNS: Final = 2  # of readers' comments
_FOOT: Final = 8
_CAPTIONS: Final = 40  # looked at on one page
_LONGEST_CAPTION: Final = 200  # characters


def _is_of_writer(row: Row) -> bool:
    """Whether a line says what work a writer does for a paper."""
    if row.end - row.start > _LONGEST or _WRITER_OF.match(row.words) is None:
        return False
    return row.low.startswith(("additional", "report", "edit")) or is_name(" ".join(row.words.split()[:2]))


def _at_foot(rows: list[Row]) -> set[int]:
    """Who wrote the page, told at its foot."""
    out: set[int] = set()
    for i in range(max(1, len(rows) - _FOOT), len(rows)):
        row = rows[i]
        if (_is_of_writer(row)) or _POSTED.match(row.low) is not None:
            out.add(i)
        elif (
            row.low in ("about the author", "author", "reporter")
            and i + 1 < len(rows)
            and is_name(rows[i + 1].words)
        ):
            out.update((i, i + 1))
    return out
