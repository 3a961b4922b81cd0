"""The lines of a document as its carrier saved it, seen as the page's own or as the text's: what ``set_aside`` goes by.

A row is one line that holds anything. Its ``words`` are without bullets and a typesetter's marks; ``is_prose`` says that it is a
paragraph of the text. Vocabulary stands in ``data/around/lines.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from typing import Any, Final, NamedTuple

from peelian.reading import patterns as re
from peelian.reading.name_words import given_names
from peelian.reading.templates import expand

_LINE: Final = re.compile(r"[^\n]+")
_MARKS: Final = " \t\r<-*\u2022\u25aa\u25cf\u00b7\u2013\u2014>#|:\u00bb\u00ab\u2190\u2192\u200b\ufeff\u00a0_"
_TWIN: Final = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u00a0": " "})  # fmt: skip
_LINKED: Final = re.compile(
    r"[-*\u2022\s\d.]{0,8}!?\[(?P<words>[^\[\]\n]{1,240})\]\((?P<to>[^\s()]{1,300})\)\s*\Z"
)
_PICTURE: Final = re.compile(
    r"[-*\u2022\s]{0,4}\[?!\[[^\[\]\n]{0,240}\]\([^\s()]{1,300}\)\]?(?:\([^\s()]{1,300}\))?\s*\Z"
)
_STOPS: Final = '.!?"\u201d'
_CLOSERS: Final = "\"'\u201d\u2019)"
_A_PARAGRAPH: Final = 90  # characters
_LONG: Final = 170
_SENTENCE: Final = 45
_SENTENCE_BLANKS: Final = 7


class Row(NamedTuple):
    """A line ``[start, end)`` of a text (``end`` before its line break) that holds words."""

    start: int
    end: int
    words: str
    low: str
    is_prose: bool
    is_link: bool
    is_picture: bool
    is_lead: bool  # "... the following officers:"
    has_bullet: bool


def rows_of(text: str) -> list[Row]:
    """The lines of a text that are not blank, in order."""
    return [_row(text, m.start(), m.end()) for m in _LINE.finditer(text) if not m[0].isspace()]


def _row(text: str, start: int, end: int) -> Row:
    printed = text[start:end]
    picture = "](" in printed and _PICTURE.match(printed) is not None
    link = _LINKED.match(printed) if "](" in printed and not picture else None
    words = (link["words"] if link is not None else printed).strip(_MARKS)
    last = words.rstrip(_CLOSERS)[-1:] or words[-1:]
    prose = (
        (len(words) >= _A_PARAGRAPH and last in _STOPS)
        or len(words) > _LONG
        or (len(words) > _SENTENCE and last in ".!?" and words.count(" ") >= _SENTENCE_BLANKS)
    ) and not printed.count("|") > 1
    lead = printed.rstrip(" \t\r*_")[-1:] == ":"
    bullet = (
        not (printed.lstrip(" \t*_")[:1].isalpha() or printed.lstrip(" \t*_")[:1] in "\"'\u2018\u201c")
        or printed.lstrip()[:2] == "* "
    )
    return Row(
        start, end, words, words.lower().translate(_TWIN), prose, link is not None, picture, lead, bullet
    )


@cache
def around() -> dict[str, Any]:
    """The tables of ``data/around/lines.toml``, their templates written out."""
    text = (resources.files("peelian.reading") / "data" / "around" / "lines.toml").read_text("utf-8")
    tables = tomllib.loads(text)
    out: dict[str, Any] = {}
    for table, kinds in tables.items():
        for kind, templates in kinds.items():
            if kind == "together":
                out["together"] = [
                    tuple(tuple(sorted(set(expand(t)))) for t in groups) for groups in templates.values()
                ]
            else:
                out[f"{table}.{kind}"] = frozenset(x for t in templates for x in expand(t))
    return out


def says(row: Row, kind: str) -> bool:
    """Whether the whole of a line is one of the words of a kind ("links.heading")."""
    known: frozenset[str] = around()[kind]
    return row.low in known or row.low.rstrip(" .!?\u2026") in known


# "READ MORE: ", "Read more >> ", "Watch | ", "Don't Miss... "
_OPENS: Final = re.compile(r"(?P<word>[a-z' -]{3,32}?)\s?(?:\.\.\.|\u2026|:|>>?|\||\u00bb|\s-)\s?(?=\S)")


def opens(row: Row, kind: str) -> int:
    """Where the rest of a line begins after words of a kind and a mark ("READ MORE: "); 0 where it opens with none."""
    m = _OPENS.match(row.low)
    return m.end() if m is not None and m["word"].strip() in around()[kind] else 0


def is_together(row: Row) -> bool:
    """Whether a line holds words that only a page itself says ("sign up" with "newsletter"), and is nobody's speech."""
    if row.words[:1] in "\"'\u201c\u2018":
        return False
    return any(
        all(any(word in row.low for word in group) for group in groups) for groups in around()["together"]
    )


_NAMED: Final = re.compile(r"\b[A-Z][a-z]+(?:['\u2019-][A-Z]?[a-z]+)?\b")
_RANKS: Final = frozenset(
    "PC Pc DC Dc PS DS Sgt Sergeant Constable Inspector Insp Detective Superintendent Supt PCSO Officer Judge Mr Mrs Ms Miss Dr".split()
)


def named_in(words: str) -> list[str]:
    """The surnames of those whom words name in full, or with a rank: "Ann Lee", "PC Lee"."""
    found = list(_NAMED.finditer(words))
    out = []
    for m in found:
        before = words[: m.start()].rstrip().rsplit(" ", 1)[-1]
        rest = before.strip(".,:\"'\u2018\u2019")
        if (rest[:1].isupper() and rest.lower() in given_names() and m[0] not in _RANKS) or (
            rest in _RANKS and m[0] not in _RANKS and m[0].lower() not in given_names()
        ):
            out.append(m[0])
    return out


_HEADLINE_END: Final = ".;,:"
_SHORTEST: Final = 4  # words
_LONGEST: Final = 150  # characters
_LABEL: Final = re.compile(
    r"(?:name|officer|rank|role|force|date|dates|hearing|venue|location|place|time|chair|panel|allegations?|outcome|findings?|sanction|result|decision|standards?|"
    r"breach(?:es)?|type|case|ref|reference|status|offences?|sentence|plea|court|collar number|age|station|year|summary|details|circumstances|notes?)(?: [a-z()/&' -]{1,40})?\s?(?::|\|| - )"
)
_KEPT: Final = re.compile(
    r"(?:-? ?ends\b|notes? to editors?|issued by|for (?:media|further)|media contact|contact\b|published|posted|updated|\u00a9|copyright|\(c\)|date\b|if you (?:have|were|are)|anyone)"
)


def is_imprint(row: Row) -> bool:
    """Whether a line says who published the page and when, or whom to ask."""
    return _KEPT.match(row.low) is not None


def is_headline(row: Row, fewest: int = _SHORTEST) -> bool:
    """Whether a line reads as a headline: some words without a full stop, no label and no row of a table."""
    words = row.words
    return (
        not row.is_prose
        and not row.is_lead
        and len(words) <= _LONGEST
        and words.count(" ") + 1 >= fewest
        and words[-1] not in _HEADLINE_END
        and (words[0].isupper() or words[0].isdigit() or words[0] in "\"'\u2018\u201c\u00a3")
        and "|" not in words
        and "   " not in words
        and "\t" not in words
        and _LABEL.match(row.low) is None
        and not is_imprint(row)
    )


_BARE: Final = 6  # words
_BARE_LONGEST: Final = 115  # characters
_SMALL_WORDS: Final = (
    3  # words without a capital in a headline that is a sentence, as no name, heading or entry is
)
_STOP_INSIDE: Final = re.compile(r"[a-z)][.!?] [A-Z]")
_HEAD: Final = re.compile(r"(?P<head>[^:]{2,40}): ")
_OF_A_DAY: Final = re.compile(r"\b(?:19|20)\d\d\b|\d/\d")


def is_bare_headline(row: Row, fewest: int = _BARE) -> bool:
    """Whether a line reads as a headline and as nothing else: no entry of a list, heading, label, signature or speech."""
    words = row.words
    if row.has_bullet or len(words) > _BARE_LONGEST or not is_headline(row, fewest):
        return False
    small = sum(1 for w in words.split() if w[0].islower() and len(w) > 1)
    head = _HEAD.match(words)
    return (
        small >= min(_SMALL_WORDS, fewest - 3)
        and words.split(" ", 1)[0].lower() not in around()["links.sentence"]
        and (head is None or is_name(head["head"]))
        and _STOP_INSIDE.search(words) is None
        and _OF_A_DAY.search(words) is None
        and " v " not in words
        and "(" not in words
    )


NAME: Final = (
    r"(?:[A-Z][\w'\u2019-]+(?: [A-Z]\.?)?(?: (?:de|van|von|Mc|Mac|O['\u2019])?[A-Z][\w'\u2019-]+){1,2})"
)
_ALONE: Final = re.compile(rf"{NAME}\Z")


def is_name(words: str) -> bool:
    """Whether words are no more than somebody's name."""
    return _ALONE.match(words) is not None and words.split(" ", 1)[0].lower() in given_names()


# "12 March 2023", "2 hours ago", "May", "4", "12/03/2021", "In "Police""
_BETWEEN_LINKS: Final = re.compile(
    r"(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december|[jfmasond][a-z]{2})(?: \d{1,2},)?(?: (?:19|20)\d\d)?\Z"
    r"|\d{1,3} (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago\Z|\d{1,2}\.?\Z|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\Z|in \"[a-z &]{2,30}\"\Z"
)


def is_between_links(row: Row) -> bool:
    """Whether a line is what stands among links: a day, "2 hours ago", a number, "Sponsored"."""
    return _BETWEEN_LINKS.match(row.low) is not None or says(row, "links.source")


def is_told_elsewhere(name: str, text: str, rows: Sequence[Row]) -> bool:
    """Whether a name stands in a text outside these lines."""
    inside = sum(text.count(name, row.start, row.end) for row in rows)
    return text.count(name) + text.count(name.upper()) > inside + sum(
        text.count(name.upper(), r.start, r.end) for r in rows
    )


_WORD: Final = re.compile(r"[a-z]{4,}")
_STEM: Final = 5  # letters of a word that tell it from others
_OWN: Final = 0.3  # of the words of a page's own headline, its text says so many again at least


def told_words(rows: Iterable[Row]) -> set[str]:
    """The words of these lines, by their first letters."""
    return {m[0][:_STEM] for row in rows for m in _WORD.finditer(row.low)}


def is_of_others(row: Row, text: str, told: set[str]) -> bool:
    """Whether a headline is not that of the text whose words are ``told``: it names others, or says little that the text says."""
    if any(not is_told_elsewhere(name, text, (row,)) for name in named_in(row.words)):
        return True
    common: frozenset[str] = around()["links.common"]
    words = [m[0] for m in _WORD.finditer(row.low) if m[0] not in common]
    return bool(words) and sum(1 for w in words if w[:_STEM] in told) < _OWN * len(words)
