"""Running text as its author wrote it: lines that a mail or an old page wrapped are one line, two blanks after a stop one.

A line was wrapped where the next word would not have fitted on it. That is certain only of a page whose sentences break
at one width and nowhere else; any other page stays as it is. Columns, tables and marked entries always stay.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.dates import MONTHS
from peelian.reading.layout import LONGEST_LABEL, fold_label, label_kinds
from peelian.reading.name_words import common_words
from peelian.reading.page import Line, cut_lines, is_wrapped

_NARROWEST: Final = 40  # characters of a page's width
_WIDEST: Final = 140
_FEWEST: Final = 2  # so many sentences that go on over a line's end, before a page is taken to be wrapped
_EXACT: Final = 0.9  # of them broken where the next word would not have fitted
_MANY: Final = 4
_MOSTLY: Final = 0.75  # of so many
_TRIED: Final = 3  # widths
_STOPS: Final = frozenset(".!?")
_CLOSING: Final = "'\"\u2019\u201d)]"
_NO_SENTENCE_ENDS: Final = ".!?:;|"
# Two blanks after a sentence (or an abbreviation, as a typist puts them): no column begins there.
_TWO_BLANKS: Final = re.compile(r"[.!?]['\"\u2019\u201d)]?  (?=\S)")
_HEADING: Final = 35  # characters of a line that may be a heading
_LINES_AN_ENTRY: Final = 6  # where paragraphs are shorter, many a full line ends one
_UNENDED: Final = frozenset(
    "a an the of in on at by for to from with and or but before after under during between against into over until"
    " his her their its who which that was were is are be been being had has have will would not as than when while"
    " mr mrs ms miss dr pc ps dc ds di dci sgt insp supt det sergeant constable inspector superintendent chief".split()
)
_LETTERS: Final = re.compile(r"[^\W\d_]+", re.UNICODE)
_LAST_LETTERS: Final = re.compile(r"[^\W\d_]+\Z", re.UNICODE)
_WORD: Final = 40  # characters of a word
_DASHED: Final = re.compile(r"[-\u2013\u2014] (?=[a-z])")


def as_running_text(text: str) -> list[int] | None:
    """For a text laid out by its carrier, the places of the characters to be read, in order; None where there are none.

    A line's end in mid-sentence is to be read as a blank: its place is given as ``~place``.
    """
    kept = _without_second_blanks(text)
    plain = text if kept is None else "".join([text[at] for at in kept])
    ends = _wrapped_ends(plain)
    if not ends:
        return kept
    out = list(range(len(text))) if kept is None else kept
    for end in ends:
        out[end] = ~out[end]
    # (blanks at a wrapped line's end, and those that indent the next, are none of the text's)
    drop = {place for end in ends for place in _blanks_around(plain, end)}
    divides = divides_words(plain)
    for end in ends:
        if _ends_in_hyphen(plain, end):
            drop.add(end)
            if divides and _is_divided(plain, end):
                drop.add(plain.rindex("-", 0, end))
    return [place for at, place in enumerate(out) if at not in drop]


def _blanks_around(text: str, end: int) -> list[int]:
    out = []
    at = end - 1
    while at >= 0 and text[at] in " \t\r":
        out.append(at)
        at -= 1
    at = end + 1
    while at < len(text) and text[at] in " \t":
        out.append(at)
        at += 1
    return out


def _ends_in_hyphen(text: str, end: int) -> bool:
    """Whether a line breaks within a word that has a hyphen: "off-" / "duty"."""
    before = text[max(0, end - _WORD) : end].rstrip(" \t\r")[-2:]
    return before[-1:] == "-" and before[:-1].isalpha()


def divides_words(text: str) -> bool:
    """Whether a text divides words at its lines' ends."""
    return text.count("-\n") + text.count("- \n") + text.count("-\r\n") >= _FEWEST


def _is_divided(text: str, end: int) -> bool:
    """Whether the hyphen at a line's end is the printer's, and none of the word's own."""
    first = _LAST_LETTERS.search(text, max(0, end - _WORD), text.rindex("-", 0, end))
    second = text[end : end + _WORD].split(maxsplit=1)
    return first is not None and bool(second) and not keeps_hyphen(first.group(), second[0])


def keeps_hyphen(first: str, second: str) -> bool:
    """Whether the hyphen at a line's end is the word's own: "off-" / "duty", "Hargreave-" / "Poole"."""
    rest = _LETTERS.match(second)
    half = rest.group() if rest is not None else second
    if half[0].isupper():
        return True
    known = common_words()
    if (first + half).lower() in known:
        return False
    return len(first) > 1 and first.lower() in known and half in known


def _without_second_blanks(text: str) -> list[int] | None:
    """The places of all characters but the second blank after a stop, in lines that hold no columns."""
    if "  " not in text:
        return None
    drop: set[int] = set()
    at = 0
    for raw in text.split("\n"):
        line = raw.rstrip()
        if "  " in line and "\t" not in line and "|" not in line:
            lead = len(line) - len(line.lstrip())
            found = [m.end() - 1 for m in _TWO_BLANKS.finditer(line, lead)]
            # (a run of blanks anywhere else parts columns, and so may this)
            if found and line.count("  ", lead) == len(found) and "   " not in line[lead:]:
                drop.update(at + place for place in found)
        at += len(raw) + 1
    return [place for place in range(len(text)) if place not in drop] if drop else None


def _wrapped_ends(text: str) -> list[int]:
    """The places of the line ends at which a carrier wrapped running text."""
    lines = cut_lines(text)
    pairs = [
        n
        for n in range(len(lines) - 1)
        if not lines[n + 1].blank_before and _is_prose(text, lines[n]) and _is_prose(text, lines[n + 1])
    ]
    width = _width(text, lines, pairs)
    if width is None:
        return []
    full = {n for n in pairs if _is_full(text, lines[n], lines[n + 1], width)}
    out = []
    first = 0
    while first < len(lines):
        stop = first + 1
        labelled = _has_label(text, lines[first])
        while stop < len(lines) and not (
            lines[stop].blank_before
            or _opens_entry(text, lines[stop - 1], lines[stop], is_inner=stop - 1 in full and not labelled)
        ):
            stop += 1
        if stop - first > 2 and 2 * _length(text, lines[first]) < width:
            first += 1  # a heading
        out += _ends_of_block(text, lines, range(first, stop), full)
        first = stop
    # A page in columns that is joined only here and there would no longer be seen to be wrapped: it stays.
    joined = set(out)
    left = any(
        2 * _length(text, lines[n]) >= width
        and _goes_on(text, lines[n], lines[n + 1])
        and text.index("\n", lines[n].end) not in joined
        for n in pairs
    )
    return [] if left and is_wrapped(text) else out


def _ends_of_block(text: str, lines: list[Line], block: range, full: set[int]) -> list[int]:
    """The wrapped ends of one block of lines. Where it holds several entries, a full line may be the end of one."""
    inner = block[:-1]
    short = sum(n not in full for n in inner)
    entries = short * _LINES_AN_ENTRY > len(inner)
    opens = {_first_word(text, lines[n]) for n in block if n == block[0] or n - 1 not in full}
    begun = next((n for n in block if n in full), block.stop)
    prose = (
        entries
        and 5 * sum(_has_label(text, lines[n]) for n in block) < len(block)
        and _ends_in_stops(text, [lines[n] for n in block if n > begun and n not in full])
    )
    out = []
    for n in inner:
        here, after = lines[n], lines[n + 1]
        if n not in full:
            continue
        if short and (_ends_sentence(text, here) or (not prose and _first_word(text, after) in opens)):
            continue
        if entries and not prose and not text[after.start].islower() and not _is_unended(text, here, after):
            continue
        out.append(text.index("\n", here.end))
    return out


def _ends_in_stops(text: str, lines: list[Line]) -> bool:
    """Whether the last lines of a block's entries end sentences, as those of paragraphs do: a line that ends none goes on."""
    lines = [line for line in lines if line.end - line.start >= _HEADING or _ends_sentence(text, line)]
    stopped = sum(_ends_sentence(text, line) for line in lines)
    return stopped >= _FEWEST and stopped >= _MOSTLY * len(lines)


def _is_prose(text: str, line: Line) -> bool:
    """Whether a line holds no columns."""
    words = text[line.start : line.end]
    return "  " not in words and "\t" not in words and "|" not in words


def _goes_on(text: str, here: Line, after: Line) -> bool:
    """Whether a sentence plainly goes on over a line's end."""
    keyed = text[after.start] in "bcdefgh" and text[after.start + 1 : after.start + 2] == " "
    return (
        text[here.end - 1] not in _NO_SENTENCE_ENDS
        and text[after.start].islower()
        and not keyed
        and not after.bullet
    )


def _width(text: str, lines: list[Line], pairs: list[int]) -> int | None:
    """The width at which sentences that go on are broken; None where they are broken at no one width."""
    going_on = [n for n in pairs if _goes_on(text, lines[n], lines[n + 1])]
    if len(going_on) < _FEWEST:
        return None
    for width in sorted({_length(text, lines[n]) for n in going_on}, reverse=True)[:_TRIED]:
        if not _NARROWEST <= width <= _WIDEST:
            continue
        # (a caption's short lines, and what stands about the foot of a page, are no running text)
        long = [n for n in going_on if 2 * _length(text, lines[n]) >= width]
        full = [n for n in long if _is_full(text, lines[n], lines[n + 1], width)]
        if len(full) >= _FEWEST and len(full) >= (_EXACT if len(full) < _MANY else _MOSTLY) * len(long):
            room = min(_room(text, lines[n], lines[n + 1]) for n in full)
            return max(x for n in pairs if width <= (x := _length(text, lines[n])) < room)
    return None


def _is_full(text: str, here: Line, after: Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    return _length(text, here) <= width < _room(text, here, after)


def _room(text: str, here: Line, after: Line) -> int:
    """What width this line and the first word of the next would have wanted."""
    return _length(text, here) + 1 + len(_first_word(text, after))


def _length(text: str, line: Line) -> int:
    """How long a line is, with the blanks that indent it."""
    return line.end - (text.rfind("\n", 0, line.start) + 1)


def _first_word(text: str, line: Line) -> str:
    end = text.find(" ", line.start, line.end)
    return text[line.start : end if end != -1 else line.end]


def _ends_sentence(text: str, line: Line) -> bool:
    return text[line.start : line.end].rstrip(_CLOSING)[-1:] in _STOPS


def _is_unended(text: str, here: Line, after: Line) -> bool:
    """Whether a line ends on a word that ends nothing: "before the", "PC", "5" above "February"."""
    last = text[here.start : here.end].rpartition(" ")[2]
    folded, following = last.lower().rstrip("."), _first_word(text, after).rstrip(".,;")
    return (
        last[-1] in ",-\u2013\u2014(&/"
        or folded in _UNENDED
        or (folded in MONTHS and following.isdigit())
        or (folded[:1].isdigit() and following.lower() in MONTHS)
    )


def _opens_entry(text: str, here: Line, line: Line, *, is_inner: bool) -> bool:
    """Whether a line opens an entry of its own: with a mark, or with a label and its colon.

    One that may be ``is_inner`` to a paragraph needs a label that is known.
    """
    if line.bullet:
        return _DASHED.match(text, line.start, line.end) is None or _ends_sentence(text, here)
    if not _has_label(text, line):
        return False
    if not is_inner or _ends_sentence(text, here):
        return True
    return fold_label(text[line.start : text.index(":", line.start)]) in label_kinds()


def _has_label(text: str, line: Line) -> bool:
    """Whether a line begins with words and a colon."""
    colon = text.find(":", line.start, min(line.end, line.start + LONGEST_LABEL))
    return colon != -1 and not text[line.start].islower() and not text[colon + 1 : colon + 2].isalnum()
