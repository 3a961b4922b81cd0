"""Nicknames among a person's names: 'James "Jock" Tavare', 'PC “Posh” Quint', "Ann (Nan) Moss". They are no part of the name."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re

# Stands for each sign of a nickname, so that every place in the text stays where it is.
FILL: Final = "\x01"

_QUOTES: Final = "\"\u201c\u2018'("
_NICKNAME: Final = re.compile(
    r"(?:\"[A-Z][a-z][^\"\n.,;:!?]{1,22}\"|\u201c[A-Z][a-z][^\u201d\n.,;:!?]{1,22}\u201d|\u2018[A-Z][a-z][^\u2019\n.,;:!?]{1,22}\u2019"
    r"|'[A-Z][a-z][^'\n.,;:!?]{1,22}'|\([\"'\u201c\u2018]?[A-Z][a-z]{2,11}[\"'\u201d\u2019]?\)) (?=[A-Z])"
)
# ... which stands after a name, a rank or the "and" of a list.
_AFTER: Final = re.compile(
    r"(?:[A-Z][a-z]+|[A-Z]{2,4}|\b(?:and|constables?|sergeants?|inspector|officers?)) \Z"
)


def without_nicknames(text: str) -> str:
    """The text, of the same length, with `FILL` for every nickname that stands among names, and for the space after it."""
    if not any(f" {quote}" in text for quote in _QUOTES):
        return text

    def filled(found: re.Match[str]) -> str:
        among = _AFTER.search(text, max(0, found.start() - 24), found.start()) is not None
        return FILL * len(found.group()) if among else found.group()

    return _NICKNAME.sub(filled, text)


def plain_name(name: str) -> str:
    """A name without the nickname that stands in it: "James Tavare"."""
    if name.isascii() and not any(quote in name for quote in "\"'("):
        return name
    return without_nicknames(name).replace(FILL, "")
