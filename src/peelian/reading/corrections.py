"""Corrections: a newspaper's column that puts right what it printed, one entry after another."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page

_HEAD: Final = 5  # lines
_TITLE: Final = re.compile(
    r"(?:(?:our |this week's )?(?:corrections?|clarifications?|amendments?|apolog(?:y|ies)|errata|mistakes|putting (?:it|things|the record) (?:right|straight)|setting (?:it|the record) (?:right|straight)|for the record|we got it wrong|readers' editor)"
    r"(?:,? (?:and|&) (?:corrections?|clarifications?|amplifications?|amendments?|apolog(?:y|ies)))?)\W*\Z"
)
_ENTRIES: Final = 2
_ENTRY: Final = re.compile(
    r"\b(?:we (?:said|wrote|stated|named|reported|regret|apologise|are sorry|are happy)|as stated|should (?:have been|not have|have (?:said|read))|was not|correctly|wrongly|in error|owing to|apologise)\b"
)


def is_corrections(page: Page) -> bool:
    """Whether a page is a column of corrections: its title says so, and more than one entry takes something back."""
    if not any(_TITLE.fullmatch(page.low, x.start, x.end) for x in page.lines[:_HEAD]):
        return False
    return sum(1 for x in page.lines if _ENTRY.search(page.low, x.start, x.end)) >= _ENTRIES
