"""Template tags for what is published: words with their marks, a status mark, numbers of sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from django import template
from django.utils.dateformat import format as in_words
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from peelian.publication.filtering import WRITTEN
from peelian.publication.shapes import Quote, Shown

register = template.Library()
AS_WRITTEN = WRITTEN | {"name"}


@register.filter
def marked(quote: Quote) -> SafeString:
    """A quotation as HTML: everything escaped, the words that the value rests on in ``<mark>``.

    Of one whose words may not be shown, that they are not.
    """
    if not quote.text:
        return format_html('<span class="soft">{}</span>', gettext("The words are not shown."))
    parts: list[str] = ["… "] if quote.before else []
    at = 0
    for start, end in sorted(quote.marks):
        if start < at or end > len(quote.text):  # marks that overlap: the first one stands
            continue
        parts += [escape(quote.text[at:start]), "<mark>", escape(quote.text[start:end]), "</mark>"]
        at = end
    parts.append(escape(quote.text[at:]))
    if quote.after:
        parts.append(" …")
    return mark_safe("".join(parts))  # noqa: S308 - every part was escaped above


@register.filter
def told(text: str) -> str:
    """A sentence of the gate, a heading, a name of the vocabularies: in the reader's language, if it has been translated."""
    return gettext(text) if text else ""


@register.filter
def label(fact: Shown) -> str:
    """A fact's value in words. Names, and words as a source writes them, are nobody's to translate."""
    return fact.label if fact.field in AS_WRITTEN else told(fact.label)


@register.simple_tag
def status(kind: str, word: str) -> SafeString:
    """A status mark: its shape and its word."""
    return (
        format_html('<span class="mark {}">{}</span>', kind, told(word)) if kind and word else SafeString("")
    )


@register.filter
def number_of(numbers: dict[str, int] | dict[str, str], source: str) -> int | str:
    """The number under which a source is listed on the page (or its publisher, of a dictionary of those)."""
    return numbers.get(source, "")


@register.filter
def numbered(quotes: Sequence[Quote], numbers: dict[str, int]) -> list[int]:
    """The numbers of the sources of quotations, each once, in order."""
    return sorted({numbers[quote.source] for quote in quotes if quote.source in numbers})


_ISO_DAY = re.compile(r"\b(?:19|20)\d\d-[01]\d-[0-3]\d\b")


@register.filter
def days_told(text: str) -> str:
    """A text with its ISO days in words."""
    return _ISO_DAY.sub(lambda match: day(match[0]), text)


@register.filter
def day(value: str) -> str:
    """An ISO day, month or year in words: ``2019-05-03`` is "3 May 2019"; anything else as it is."""
    try:
        if len(value) == 10:
            return in_words(date.fromisoformat(value), "j F Y")
        if len(value) == 7:
            return in_words(date.fromisoformat(f"{value}-01"), "F Y")
    except ValueError:
        pass
    return value
