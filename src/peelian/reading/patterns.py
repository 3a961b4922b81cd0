"""Regular expressions that skip quickly to where they can begin: what ``re`` gives, sooner and not otherwise.

Most patterns of the reader find nothing, and nearly all open on the edge of a word, behind which ``re`` does not look
for the letters that can follow: it tries the whole pattern at every letter of the text. Its compiled form has a place
for the set of letters on which a match can begin (the search runs over all others), which ``re`` fills for the
plainest patterns only. Here the set is worked out for any pattern that must begin on one of known letters.

The reader's modules use it under the name of ``re``. Where a Python's ``re`` is built otherwise than known here, its
own patterns are taken, which find the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from re import DOTALL, IGNORECASE, MULTILINE, UNICODE, I, M, Match, Pattern, escape
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

from peelian.reading import synonyms

__all__ = [
    "DOTALL", "IGNORECASE", "MULTILINE", "UNICODE", "I", "M", "Match", "Pattern", "compile", "escape",
    "findall", "finditer", "fullmatch", "match", "search", "split", "sub",
]  # fmt: skip

Opening = list[tuple[Any, Any]]
"""The letters on which a match can begin, as the members of a class ``[...]``."""

_NO_OPENING: Final = re.IGNORECASE | re.LOCALE | re.DEBUG
_NOWHERE_ELSE: Final = (op.AT, op.ASSERT_NOT)  # what stands at no letter of its own
_REPEATS: Final = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


# (Latin-1 and Latin Extended-A, from which the names of Europe are written; "ĸ" and "ŉ" have no capital)
_LETTERS: Final = [chr(code) for code in range(0xC0, 0x180) if chr(code).isalpha()]
_CAPITAL: Final = "A-Z" + "".join(c for c in _LETTERS if c.isupper())
_SMALL: Final = "a-z" + "".join(c for c in _LETTERS if not c.isupper())
_CLASS: Final = re.compile(r"(?<!\\)(\[\^?)(A-Z)?(a-z)?")


def _with_accents(written: str) -> str:
    """The pattern, with accented letters in each class that begins with "A-Z" or "a-z"."""
    if "[A-Z" not in written and "[a-z" not in written and "[^" not in written:
        return written
    return _CLASS.sub(lambda m: m[1] + (_CAPITAL if m[2] else "") + (_SMALL if m[3] else ""), written)


@lru_cache(512)  # (as many as ``re`` keeps, of those given where they are asked)
def compile(written: str, flags: int = 0) -> Pattern[str]:
    """The pattern, as ``re.compile`` would give it, with what says the same, and the letters on which it can begin.

    "[A-Z]" and "[a-z]" stand for the capital and small letters of all languages of Europe: "Özdemir, of Leeds" is a name.
    """
    written = _with_accents(synonyms.in_pattern(written))
    try:
        found = _with_opening(written, flags)
    except (AttributeError, IndexError, RuntimeError, TypeError, ValueError):  # another Python's ``re``
        found = None
    return re.compile(written, flags) if found is None else found


def _with_opening(written: str, flags: int) -> Pattern[str] | None:
    """The pattern with its opening letters; None where ``re`` itself knows as much, or none are known."""
    if flags & _NO_OPENING:
        return None
    parsed = parser.parse(written, flags)
    flags = parsed.state.flags
    letters = None if flags & _NO_OPENING else opening(parsed)
    if not letters:
        return None
    code = compiler._code(parsed, 0)
    kind, skip, known, least, most = code[:5]
    if kind != op.INFO or known or not least:  # (known: a literal word or a set of letters, by ``re`` itself)
        return None
    charset, _ = compiler._optimize_charset(list(dict.fromkeys(letters)))
    info = [op.INFO, 0, compiler.SRE_INFO_CHARSET, least, most]
    compiler._compile_charset(charset, flags, info)
    info[1] = len(info) - 1
    names = [None] * parsed.state.groups
    for name, number in parsed.state.groupdict.items():
        names[number] = name
    made: Pattern[str] = compiler._sre.compile(
        written,
        flags,
        info + code[1 + skip :],
        parsed.state.groups - 1,
        parsed.state.groupdict,
        tuple(names),
    )
    return made


def opening(parsed: Any) -> Opening | None:
    """The letters on one of which every match of a parsed pattern begins; None where that cannot be said."""
    letters, may_be_empty = _first(parsed)
    return None if may_be_empty else letters


def _first(items: Any) -> tuple[Opening | None, bool]:
    """The letters on which a match of the items can begin (None for any), and whether it can be of no letter at all."""
    letters: Opening = []
    for kind, what in items:
        may_be_empty = False
        if kind is op.LITERAL:
            first: Opening | None = [(kind, what)]
        elif kind is op.IN and what[0][0] is not op.NEGATE:
            first = list(what)
        elif kind in _NOWHERE_ELSE:
            continue
        elif kind is op.ASSERT:
            ahead, empty = _first(what[1]) if what[0] > 0 else (None, True)
            if ahead is None or empty:
                continue
            first = ahead  # the letter that must stand here, whatever then takes it
        elif kind is op.SUBPATTERN and not what[1] and not what[2]:
            first, may_be_empty = _first(what[3])
        elif kind is op.ATOMIC_GROUP:
            first, may_be_empty = _first(what)
        elif kind is op.BRANCH:
            first, may_be_empty = [], False
            for way in what[1]:
                begun, empty = _first(way)
                first = None if begun is None or first is None else first + begun
                may_be_empty = may_be_empty or empty
        elif kind in _REPEATS:
            first, may_be_empty = _first(what[2])
            may_be_empty = may_be_empty or what[0] == 0
        else:
            first = None
        if first is None:
            return None, False
        letters += first
        if not may_be_empty:
            return letters, False
    return letters, True


def search(written: str, text: str, flags: int = 0) -> Match[str] | None:
    """As ``re.search``."""
    return compile(written, flags).search(text)


def match(written: str, text: str, flags: int = 0) -> Match[str] | None:
    """As ``re.match``."""
    return compile(written, flags).match(text)


def fullmatch(written: str, text: str, flags: int = 0) -> Match[str] | None:
    """As ``re.fullmatch``."""
    return compile(written, flags).fullmatch(text)


def finditer(written: str, text: str, flags: int = 0) -> Iterator[Match[str]]:
    """As ``re.finditer``."""
    return compile(written, flags).finditer(text)


def findall(written: str, text: str, flags: int = 0) -> list[Any]:
    """As ``re.findall``."""
    return compile(written, flags).findall(text)


def split(written: str, text: str, limit: int = 0) -> list[str | Any]:
    """As ``re.split``."""
    return compile(written).split(text, limit)


def sub(written: str, put: str, text: str, count: int = 0) -> str:
    """As ``re.sub``."""
    return compile(written).sub(put, text, count)
