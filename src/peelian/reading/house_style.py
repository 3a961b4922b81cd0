"""House style: what a page spells or sets otherwise is read as the reader's patterns write it.

"Unauthorized", "offense", "ex-officer", "a 34 year old", "P.C. Lee", "2yrs", "5 Nov. 2020", "wasn't", "**Rank:** sergeant" and
lines that are all indented say the same as "unauthorised", "offence", "former officer", "a 34-year-old", "PC Lee", "2 years",
"5 Nov 2020", "was not", "Rank: sergeant": each is put into one form, once, before anything is read, and every span is
given back in the document's own offsets (``divided``). The words stand in ``data/style/house_style.toml``. A page in the usual
style stays as it is.
"""

from __future__ import annotations

import calendar
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from importlib import resources
from typing import Any, Final, NamedTuple

import ahocorasick

from peelian.reading import patterns as re
from peelian.reading.given_words import given_words
from peelian.reading.name_words import given_names
from peelian.reading.patterns import Match, Pattern


class Edit(NamedTuple):
    """``[start, end)`` of a text, and the words to be read there."""

    start: int
    end: int
    new: str


class Habit(NamedTuple):
    """A habit of writing: where one of ``signs`` stands, the group ``it`` of ``pattern`` is read as ``new``."""

    signs: tuple[str, ...]
    pattern: Pattern[str]
    new: str | Callable[[Match[str]], str | None]


@cache
def _data() -> dict[str, Any]:
    text = (resources.files("peelian.reading") / "data" / "style" / "house_style.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _words(of: str) -> frozenset[str]:
    return frozenset(_data()[of]["words"])


# ("Ex-PC 'A'" is what a page calls him)
_LABEL: Final = r"(?i:pc|ps|dc|ds|officer|sergeant|constable|detective|inspector) ?['\u2018\u2019\"\u201c]?[A-Z0-9]{1,2}\b"
_WORD_BEFORE: Final = re.compile(r"[a-z]+\Z", re.IGNORECASE)
_MONTH: Final = "|".join(calendar.month_name[1:])
_SHORT_MONTH: Final = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_WEEKDAYS: Final = {day[:3]: day for day in calendar.day_name}
_LAST_YEAR: Final = "40"  # "'24" is 2024
_REACH: Final = 40  # characters before a rank in which its article stands
_NO_ARTICLE: Final = r"(?!Chief|Deputy|Assistant|Special|Acting|Temporary|Mr|Mrs|Ms|Miss|Dr)"
_RANKS: Final = frozenset(
    "pc ps dc ds di dci pcso wpc sgt insp sergeant constable inspector superintendent detective".split()
)
_UNITS: Final = {"y": "years", "m": "months", "h": "hours"}


@cache
def _article() -> Pattern[str]:
    """What tells, before a rank, that the rank is no title, with a place or force between: "a Kent Constable"."""
    words = "|".join(_data()["article"]["words"])
    return re.compile(rf"\b(?i:{words}) (?:{_NO_ARTICLE}[A-Z][\w&-]+ ){{0,2}}\Z")


def _without_stops(m: Match[str]) -> str | None:
    letters = m["it"].replace(".", "")
    return letters if letters in _words("initials") else None


def _as_mark(m: Match[str]) -> str | None:
    """What an entity of HTML stands for, if that is one letter or mark; never one that would begin a tag."""
    mark = unescape(m["it"])
    return (
        mark
        if len(mark) == 1 and mark.isprintable() and mark not in "<>"
        else " "
        if mark == "\u00a0"
        else None
    )


def _not(m: Match[str]) -> str | None:
    word = _WORD_BEFORE.search(m.string, max(0, m.start() - len("should")), m.start())
    return " not" if word is not None and word[0].lower() in _words("negated") else None


def _as_common_noun(m: Match[str]) -> str | None:
    """A rank that an article or the like stands before is nobody's title: in small letters."""
    article = _article().search(m.string, max(0, m.start() - _REACH), m.start())
    if article is None:
        return None
    # ("former PC Tobiah Constable": a rank or a first name before it tells that the word is a surname)
    between = [word.lower() for word in article[0].split()[1:]]
    return (
        None
        if any(w in _RANKS or w in given_names() or w in given_words() for w in between)
        else m["it"].lower()
    )


_HABITS: Final = (
    # "34 year old", "34-year old"
    Habit(("old",), re.compile(r"(?<=\d)(?P<it>[ -](?:year|yr)[ -]old)\b"), "-year-old"),
    # "organized", "authorization"; never "seized", "prized", "oversized" or the Assizes
    Habit(
        ("iz",),
        re.compile(
            r"\b(?:[a-z]|Una|Org|Aut|Rec)[a-z]{2,}i(?<!si)(?<!sei)(?<!pri)(?P<it>z)(?:e[ds]?|ing|ations?)\b"
        ),
        "s",
    ),
    # "P.C. Lee", "the I.O.P.C."
    Habit(
        (".C.", ".S.", ".I."), re.compile(r"\b(?P<it>(?:[A-Z]\.){2,4})(?=[\s,:;)'\u2019]|\Z)"), _without_stops
    ),
    # "Sgt. Lee", "Det.Insp. Lee", "Mr. Lee"
    Habit(
        ("t. ", "p. ", "r. ", "s. ", "n. ", "h. ", "t.", "p."),
        re.compile(r"\b(?:Sgt|Insp|Supt|Det|Const|Con|Cons|Ch|Dep|Asst|Mr|Mrs|Ms|Dr)(?P<it>\. ?)(?=[A-Z])"),
        " ",
    ),
    # "5 Nov. 2020", "on 5 Sept. the"
    Habit(
        (". ",),
        re.compile(r"\d (?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)(?P<it>\.)(?= [\da-z])"),
        "",
    ),
    # "2yrs", "18 mths", "3months"
    Habit(
        ("yr", "mth", "mos", "hr"),
        re.compile(r"\d(?P<it> ?(?P<unit>yrs?|mths?|mos|hrs?))\b(?!-)"),
        lambda m: " " + _UNITS[m["unit"][0]],
    ),
    Habit(
        ("year", "month", "week", "hour", "day"),
        re.compile(r"\d(?P<it>(?=[ymwhd])(?:year|month|week|hour|day)s?)\b(?!-)"),
        lambda m: " " + m["it"],
    ),
    # "wasn't"
    Habit(("n't", "n\u2019t"), re.compile(r"(?<=[a-z])(?P<it>n['\u2019]t)\b"), _not),
    Habit(("won't", "won\u2019t"), re.compile(r"\b(?P<it>won['\u2019]t)\b"), "will not"),
    Habit(("Ct",), re.compile(r"\b(?:Crown|Magistrates['\u2019]?|Mags) (?P<it>Ct)\b"), "Court"),
    # a full stop and no blank: "the panel found.He was"
    Habit((".",), re.compile(r"(?<=[a-z]{2})(?P<it>\.)(?=[A-Z][a-z]+ )"), ". "),
    # "8 th November", as a printed page's small letters are copied
    Habit(
        (" st ", " nd ", " rd ", " th ", " st,", " th,"),
        re.compile(rf"\d(?P<it> )(?=(?:st|nd|rd|th),?(?: of)? (?:{_MONTH}))"),
        "",
    ),
    # a scan's "l8 months", "1O March"
    Habit((*(f"l{n}" for n in range(10)),), re.compile(r"\b(?P<it>l)(?=\d{1,3}\b)"), "1"),
    Habit(("O",), re.compile(r"\d(?P<it>O)(?![\w])"), "0"),
    # "he resigned -- and was"
    Habit((" -- ", " --- "), re.compile(r" (?P<it>---?) "), "-"),
    # marks that were lost on the way: "the officer?s", "?400"
    Habit(("?s ", "?t "), re.compile(r"[a-z](?P<it>\?)(?=[st] [a-z])"), "'"),
    Habit((" ?",), re.compile(r"(?<= )(?P<it>\?)(?=[1-9])"), "\u00a3"),
    # marks that were never made: "&pound;400"
    Habit(("&",), re.compile(r"(?P<it>&(?:#\d{2,5}|[a-zA-Z]{2,8});)"), _as_mark),
    # two apostrophes for a quotation mark
    Habit(("''",), re.compile(r"(?P<it>'')"), '"'),
    # a second blank after a comma parts no columns
    Habit((",  ",), re.compile(r",(?P<it>  )(?=[^ ])"), " "),
    # "the Sergeant told", "a serving Constable", "a Kent Constable"
    Habit(
        ("Constable", "Sergeant", "Inspector", "Superintendent", "Detective"),
        re.compile(
            r"\b(?P<it>Constable|Sergeant|Inspector|Superintendent|Detective)"
            r"(?=s?(?: [a-z]|[,;:.]? ?['\u2019]s |, [a-z]|[.;)]\s))"
        ),
        _as_common_noun,
    ),
    # "2024/05/03"
    Habit(
        ("/",),
        re.compile(r"(?<![\w/])(?P<it>(?:19|20)\d\d/(?:0[1-9]|1[0-2])/[0-3]\d)(?![\w/])"),
        lambda m: m["it"].replace("/", "-"),
    ),
    # "5 May '24"
    Habit(
        ("'", "\u2019"),
        re.compile(
            rf"(?:{_MONTH}|\b[A-Z][a-z]{{2}})\.? (?P<it>['\u2018\u2019](?P<year>[0-9]{{2}}))\b(?=[ ,.;:)\n]|\Z)"
        ),
        lambda m: ("20" if m["year"] < _LAST_YEAR else "19") + m["year"],
    ),
    # "Fri 3 May"
    Habit(
        ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        re.compile(
            rf"\b(?P<it>(?P<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|rs|r)?\.?)(?=,? [0-3]?\d(?:st|nd|rd|th)? (?:{_MONTH}|{_SHORT_MONTH})\b)"
        ),
        lambda m: _WEEKDAYS[m["day"]],
    ),
    # a blank at which no line may break: "12&nbsp;months"
    Habit(
        ("\u00a0", "\u202f", "\u2009"),
        re.compile("(?<=[^\\s|])(?P<it>[\u00a0\u202f\u2009])(?=[^\\s|])"),
        " ",
    ),
    # characters of no width
    Habit(
        ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"),
        re.compile("(?P<it>[\u200b\u200c\u200d\u2060\ufeff\u00ad]+)"),
        "",
    ),
)
# a mail forwarded: "> " before every line
_FORWARDED: Final = re.compile(r"(?m)^(?:> ?)+")
# "[Kent Police](https://...)", "![photo](https://...)"
_LINK: Final = re.compile(
    r"(?P<open>!?\[)(?P<words>[^\[\]\n]{0,200})(?P<rest>\]\((?:https?://|/|www\.|mailto:)[^\s()]{1,300}\))"
)
# "**Rank:** sergeant", "## Outcome"; never the stars of a footnote, which open no words ("PC Lee**, 3 May", "** Dismissed")
_BOLD: Final = re.compile(
    r"(?<![\w*])(?P<open>\*\*)(?=[^\s*])[^\n*]{1,200}(?P<close>\*\*)(?!\*)"
    r"|(?<!\w)(?P<opens>__)(?=[^\s_])[^\n_]{1,200}(?P<closes>__)(?![\w])"
)
_HEADING: Final = re.compile(r"(?m)^#{1,6} ")
# "Ann Lee (aged 34) of Deal": "Ann Lee, 34, of Deal"
_AGED: Final = re.compile(r"(?<=[a-zA-Z])(?P<open> \(aged? )\d\d(?P<close>\),?)(?= [a-z])")
# "was  dismissed"
_SECOND_BLANK: Final = re.compile(r"(?<=[a-z]{3})  (?=[a-z])")
_TRAILING: Final = re.compile(r"(?<![ \t])[ \t]+(?=\n|\Z)")
_LEADING: Final = re.compile(r"(?m)^ +(?=\S)")
# a word processor's second bullet, copied as the letter that draws it
_LETTER_O: Final = re.compile(r"(?m)^(?P<it>o)[ \t](?=[A-Z])")
# a rule under a heading that stands alone: "Outcome" over "======="; never between the lines of two entries
_UNDERLINE: Final = re.compile(
    r"(?m)(?:\A|(?<=\n\n))(?P<head>[^\n|\t]{2,90})(?P<rule>\n[ \t]*(?:={3,200}|-{3,200}|~{3,200}))[ \t]*$"
)
# a rule alone between paragraphs, with a blank line before and behind it: "* * *", "----"
_RULE: Final = re.compile(
    r"(?<=\n\n)[ \t]*(?P<rule>(?:\* ?){3,80}|={3,200}|-{3,200}|~{3,200}|(?:- ){2,80}-)[ \t]*(?=\n[ \t]*(?:\n|\Z)|\Z)"
)
_GAP: Final = re.compile(r"\n[ \t]*\n+(?=[ \t]*\S)")
_FEWEST_RULES: Final = 3
_FEWEST: Final = 2  # of marks, before a page is taken to be typeset with them


@cache
def _style() -> tuple[ahocorasick.Automaton, Pattern[str]]:
    """What finds every spelling, with what it is read as, and the pattern of "ex-" before somebody's work."""
    data = _data()
    spelling: dict[str, str] = dict(data["spelling"])
    spelling |= {word[0].upper() + word[1:]: new[0].upper() + new[1:] for word, new in spelling.items()}
    found = ahocorasick.Automaton()
    for word, new in (spelling | data["small"]).items():
        found.add_word(word, (word, new))
    found.make_automaton()
    work = "|".join(data["former"]["words"])
    return found, re.compile(rf"\b(?P<ex>[Ee]x)(?P<gap>[- ])(?=(?i:{work})\b)(?!{_LABEL})")


def respellings(text: str) -> list[Edit]:
    """Words that are read otherwise than they are printed, in order of place; nothing overlaps."""
    return _in_order(_respelt(text))


def typesetting(text: str) -> list[Edit]:
    """A typesetter's marks, blanks at lines' ends and blanks that indent every line: none of them is read."""
    return _in_order(_set(text))


def _in_order(edits: Iterator[Edit]) -> list[Edit]:
    out: list[Edit] = []
    for edit in sorted(edits):
        if not out or edit.start >= out[-1].end:
            out.append(edit)
    return out


def _respelt(text: str) -> Iterator[Edit]:
    spelling, former = _style()
    for last, (word, new) in spelling.iter(text):
        start, end = last + 1 - len(word), last + 1
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield Edit(start, end, new)
    if "x-" in text or "x " in text:
        for m in former.finditer(text):
            yield Edit(*m.span("ex"), "former" if m["ex"][0] == "e" else "Former")
            yield Edit(*m.span("gap"), " ")
    for signs, pattern, put in _HABITS:
        if any(sign in text for sign in signs):
            for m in pattern.finditer(text):
                words = put if isinstance(put, str) else put(m)
                if words is not None:
                    yield Edit(*m.span("it"), words)
    if "(age" in text:
        for m in _AGED.finditer(text):
            yield Edit(*m.span("open"), ", ")
            yield Edit(*m.span("close"), ",")
    if "  " in text and "   " not in text:  # (a page that parts no columns)
        for m in _SECOND_BLANK.finditer(text):
            yield Edit(*m.span(), " ")


def _set(text: str) -> Iterator[Edit]:
    if "](" in text:
        for m in _LINK.finditer(text):
            if m["open"] == "[":
                yield Edit(*m.span("open"), "")
                yield Edit(*m.span("rest"), "")
            else:
                yield Edit(*m.span(), "")
    if text.lstrip()[:1] == ">" and all(line[:1] == ">" for line in text.split("\n") if line.strip()):
        for m in _FORWARDED.finditer(text):
            yield Edit(*m.span(), "")
    if "**" in text or "__" in text:
        for m in _BOLD.finditer(text):
            ends = ("open", "close") if m["open"] else ("opens", "closes")
            yield from (Edit(*m.span(end), "") for end in ends)
    if text.startswith("#") or "\n#" in text:
        for m in _HEADING.finditer(text):
            yield Edit(m.start(), m.end(), "")
    if " \n" in text or "\t\n" in text or text[-1:] in (" ", "\t"):
        for m in _TRAILING.finditer(text):
            yield Edit(m.start(), m.end(), "")
    if "\no " in text or "\no\t" in text:
        bullets = list(_LETTER_O.finditer(text))
        if len(bullets) >= _FEWEST:
            for m in bullets:
                yield Edit(*m.span("it"), "\u2022")
    if any(rule in text for rule in ("===", "---", "~~~", "***", "* * *", "- - -")):
        yield from _rules(text)
    margin = min((len(line) - len(line.lstrip(" ")) for line in text.split("\n") if line.strip()), default=0)
    if margin:
        for m in _LEADING.finditer(text):
            yield Edit(m.start(), m.start() + margin, "")


def _rules(text: str) -> Iterator[Edit]:
    """Rules under headings, and rules between paragraphs where they part nearly all of these and so nothing."""
    for m in _UNDERLINE.finditer(text):
        if "  " not in m["head"].strip():  # (nor under the heads of a table)
            yield Edit(*m.span("rule"), "")
    found = list(_RULE.finditer(text))
    blocks = len(_GAP.findall(text)) + 1 - len(found)
    if len(found) >= _FEWEST_RULES and 3 * len(found) >= 2 * blocks:
        for m in found:
            yield Edit(*m.span("rule"), "")
