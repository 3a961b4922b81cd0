"""The words that must not be shown: patterns for texts, and plain strings for the last check.

``Secrets.clean`` masks them in any text; ``Secrets.in_address`` looks for them in a web address, where
they stand in small letters joined by hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from peelian import law
from peelian.casefile.facts import Party
from peelian.casefile.wording import date_words, term_name
from peelian.publication import rulebook
from peelian.publication.context import Context, values_of
from peelian.publication.filtering import Decided, gone, withheld_facts
from peelian.publication.rules.privacy import town_of
from peelian.publication.rules.sources import strangers
from peelian.publication.rules.victims import A_CHILD, span_target
from peelian.publication.shapes import MASK
from peelian.publication.spelling import (
    address_words,
    fold,
    handle_pattern,
    name_bits,
    name_pattern,
    phrase_pattern,
    run_pattern,
    slug,
)
from peelian.publication.third_parties import RULE as THIRD_PARTY
from peelian.publication.third_parties import third_parties
from peelian.reading.name_words import common_words

#: From this length on a name is looked for within the words of an address too ("pcwrexholme").
_LONG: Final = 6
_HONORIFICS: Final = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "the", "and", "of", "van", "de"})


class Secrets:
    """Withheld words of one case under one policy. Made once for a case."""

    def __init__(self) -> None:
        self.masked: set[str] = set()  # patterns
        self.exact: set[str] = set()  # patterns in which capitals count
        self.child: set[str] = set()  # patterns that become "a child"
        self.plain: set[str] = set()  # strings that the last check looks for, in any writing
        self.surnames: set[str] = set()  # patterns of names of one word that the last check looks for
        self.address: set[str] = set()  # words looked for in web addresses, in small letters
        self.offences: set[str] = set()  # single words that tell a withheld offence, in small letters
        self.spans: dict[str, list[tuple[int, int]]] = {}  # by source: names of people beside the case
        self.beside: set[str] = set()  # patterns of those names' last words, for titles of sources
        self._ready: re.Pattern[str] | None = None

    def phrase(self, words: str, *, strong: bool = False, in_address: bool = False) -> None:
        """Mask a phrase wherever it stands, however its words are spaced, hyphenated or accented."""
        words = words.strip()
        if len(words) < 2:
            return
        self.masked.add(phrase_pattern(words))
        if strong and len(words) >= 4:
            self.plain.add(words)
        if in_address:
            self.address.add(slug(words))

    def name(self, full: str) -> None:
        """Mask a person's name: the whole, each of its words written with a capital, run together, in handles."""
        full = fold(full).text.strip()
        alone = len(full.split()) == 1
        if alone:
            # Many a surname alone is a word too (Constable, Read, Green): found with its capital, and whole.
            self.address.add(slug(full))
        else:
            self.phrase(full, strong=True, in_address=True)
        bits = [bit for bit in name_bits(full) if bit.casefold() not in _HONORIFICS]
        for bit in bits:
            # Only with a capital: "Green" the man, not green the colour; unless no document writes such a word.
            written = name_pattern(bit)
            self.exact.add(written)
            if len(bit) > 3:
                self.masked.add(handle_pattern(bit))
                if len(bit) >= _LONG and not _is_word(bit):
                    self.masked.add(phrase_pattern(bit))
            if alone:
                self.surnames.add(written)
            if len(bit) > 2:
                self.address.add(slug(bit))
        if len(bits) > 1:
            self.masked.add(run_pattern([bit for bit in re.split(r"[\s.]+", full) if bit in bits]))
            self.masked.add(rf"(?<!\w){re.escape(bits[0][0])}[._]?{re.escape(bits[-1])}(?!\w)")

    def clean(self, text: str) -> str:
        """The text with every withheld word masked."""
        return _apply(self.found(text), text)

    def clean_title(self, text: str) -> str:
        """A source's title with every withheld word masked, and the surnames of people beside the case."""
        text = self.clean(text)
        if not self.beside:
            return text
        beside = re.compile(_alternatives(self.beside, any_case=False))
        return _apply([(start, end, MASK) for start, end, _ in fold(text).spans(beside)], text)

    def found(self, text: str) -> list[tuple[int, int, str]]:
        """Where withheld words stand in a text, and what stands instead: in order, none overlapping."""
        if self._ready is None:
            groups = []
            if self.child:
                groups.append(f"(?P<child>{_alternatives(self.child, any_case=True)})")
            if self.masked:
                groups.append(_alternatives(self.masked, any_case=True))
            if self.exact:
                groups.append(_alternatives(self.exact, any_case=False))
            self._ready = re.compile("|".join(groups) or r"(?!)")
        child = "child" in self._ready.groupindex
        return [
            (start, end, A_CHILD if child and match["child"] else MASK)
            for start, end, match in fold(text).spans(self._ready)
        ]

    def in_address(self, address: str | None) -> bool:
        """Whether a web address holds a withheld word, by itself, with a number, or run together with others."""
        if not address:
            return False
        plain = address_words(address)
        words, run = {bit.strip("0123456789") or bit for bit in plain.split()}, plain.replace(" ", "")
        return any(
            secret in words
            or f" {secret} " in f" {plain} "
            or ((" " in secret or len(secret) >= _LONG) and secret.replace(" ", "") in run)
            for secret in self.address
        )

    def tells_offence(self, text: str | None) -> bool:
        """Whether a title or an address tells an offence that is withheld: "cleared of assault"."""
        if not text or not self.offences:
            return False
        return any(_stem(word) in self.offences for word in address_words(text).split())

    def left_in(self, texts: Iterable[str], public: Iterable[str] = ()) -> set[str]:
        """What must not be shown and stands in finished texts (the last check).

        ``public`` are the words of the vocabularies that the case shows ("Kent Police", "special constable"):
        a withheld town or surname within them is not told by them.
        """
        fixed = {phrase_pattern(words) for words in public if words}
        shown = re.compile(_alternatives(fixed, any_case=True) if fixed else r"(?!)")
        text = "\n".join(shown.sub(" ", fold(one).text) for one in texts)
        low = text.casefold()
        return {words for words in self.plain if fold(words).text.casefold() in low} | {
            pattern for pattern in self.surnames if re.search(pattern, text)
        }


def gather(context: Context, decided: Decided) -> Secrets:
    """All withheld words of a case: withheld values in every form, and the words that rulings mask."""
    secrets = Secrets()
    visible = _visible_offences(context, decided)
    for party, record, name, fact in withheld_facts(context.case.parties, decided):
        for value in values_of(fact):
            _value(secrets, name, value.value, record, visible, party, decided)
        if name == "name":
            label = party.get("label")
            for other in party.other_names:
                if other != label:
                    secrets.name(other)
    secrets.offences = _offence_words(context, decided, visible)
    for third in third_parties(context, decided):
        secrets.spans.setdefault(third.source, []).extend(third.spans)
        if " " in third.name:
            secrets.phrase(third.name, strong=True, in_address=True)
            if third.apart:
                last = fold(third.name).text.split()[-1]
                secrets.beside.add(name_pattern(last))
                if len(last) >= _LONG and not _is_word(last):
                    secrets.address.add(slug(last))
    if context.policy.public and context.policy.has(THIRD_PARTY):
        secrets.beside |= {name_pattern(fold(word).text) for word in strangers(context)}
    for item in context.sensitive:
        ruling = decided.get(span_target(item))
        if ruling is None or len(item.quote) > 80:
            continue
        if ruling.effect == "generalise":
            secrets.child.add(phrase_pattern(item.quote))
        elif item.kind == "victim_name":
            secrets.name(item.quote)
        else:
            strong = item.kind in ("street_address", "telephone")
            secrets.phrase(item.quote, strong=strong, in_address=True)
    return secrets


def _value(
    secrets: Secrets,
    name: str,
    value: object,
    record: str,
    visible: Visible,
    party: Party,
    decided: Decided,
) -> None:
    if isinstance(value, list):
        for one in value:
            _value(secrets, name, one, record, visible, party, decided)
        return
    if isinstance(value, int | float) and not isinstance(value, bool):
        if name == "age":
            _age(secrets, int(value))
        return
    if not isinstance(value, str) or not value:
        return
    if name == "name":
        secrets.name(value)
    elif name == "residence":
        _residence(secrets, value, whole=gone(decided, f"{party.person}/residence"))
    elif name == "collar_number":
        secrets.phrase(value, in_address=True)
    elif name == "posts":
        secrets.phrase(value, strong=True, in_address=True)
    elif (name in ("date", "sentenced_on", "joined") or name.startswith("dates.")) and len(value) == 10:
        secrets.phrase(value)
        words = date_words(value).removeprefix("on ")
        secrets.phrase(words)
        secrets.phrase(words.rsplit(" ", 1)[0])
    elif record and name == "title":
        if not any(f" {slug(value)} " in f" {words} " for words in visible.words):
            secrets.phrase(value, strong=True, in_address=True)
    elif record and name == "offence" and value not in visible.ids:
        secrets.masked.update(phrase_pattern(words) for words in _aliases(value))
    elif name == "courts":
        secrets.phrase(value, strong=True, in_address=True)


def _age(secrets: Secrets, age: int) -> None:
    secrets.masked.add(rf"(?<!\d){age}[-\s]years?[-\s]old")
    secrets.masked.add(rf"(?<=\baged )\s*{age}(?!\d)")
    secrets.masked.add(rf"(?<=[a-z], ){age}(?=,)")
    secrets.masked.add(rf"(?<=\(){age}(?=\))")


def _residence(secrets: Secrets, value: str, *, whole: bool) -> None:
    town = None if whole else town_of(value)
    for part in value.split(","):
        part = part.strip(" .")
        if part and part != town:
            secrets.phrase(part, strong=True, in_address=True)
    if town != value:
        secrets.phrase(value, strong=True)


class Visible(NamedTuple):
    """The offences that are shown: their ids, and the words in which they are (slugs of names and titles)."""

    ids: frozenset[str]
    words: frozenset[str]


def _visible_offences(context: Context, decided: Decided) -> Visible:
    ids: set[str] = set()
    words: set[str] = set()
    for party in context.case.parties:
        for record in party.offences:
            if gone(decided, party.person, record.id):
                continue
            if not gone(decided, f"{record.id}/offence") and record.get("offence"):
                ids.add(str(record.get("offence")))
            if not gone(decided, f"{record.id}/title") and record.get("title"):
                words.add(slug(str(record.get("title"))))
    return Visible(frozenset(ids), frozenset(words | {slug(term_name("offences", one)) for one in ids}))


def _offence_words(context: Context, decided: Decided, visible: Visible) -> set[str]:
    """The words (their stems) that tell a withheld offence and none that is shown."""
    shown: set[str] = set().union(*(_telling(one) for one in visible.ids)) if visible.ids else set()
    hidden: set[str] = set()
    for party in context.case.parties:
        for record in party.offences:
            told = [str(record.get(name)) for name in ("offence", "title") if record.get(name)]
            names = [f"{record.id}/{name}" for name in ("offence", "title")]
            words = set().union(*(_telling(one) for one in told)) if told else set()
            if gone(decided, party.person, record.id, *names):
                hidden |= words
            else:
                shown |= words
    return hidden - shown


@cache
def _telling(offence: str) -> frozenset[str]:
    """The stems of the words that tell an offence, given its id or its title as written."""
    forms = [offence]
    try:
        entry = law.term("offences", offence)
        # Forms written with alternatives ("{a|b}") hold many words that tell nothing alone.
        forms = [entry.name, *(form for form in entry.aliases if "{" not in form)]
    except law.UnknownTerm:
        pass
    words = {word for form in forms for word in slug(form).split() if len(word) > 2}
    for first, *others in rulebook.read_data("words")["offence_also"]:
        if str(first) in words:
            words |= {bit for other in others for bit in slug(str(other)).split()}
    common = frozenset(_stem(word) for word in rulebook.words("offence_common"))
    return frozenset(_stem(word) for word in words) - common


def _stem(word: str) -> str:
    return re.sub(r"(?:ings?|ists?|ed|ers?|ies|es|e|s|y)$", "", word) if len(word) > 3 else word


@cache
def _aliases(offence: str) -> frozenset[str]:
    """The forms in which documents write an offence, shortest forms that cover the longer ones kept."""
    try:
        entry = law.term("offences", offence)
    except law.UnknownTerm:
        return frozenset()
    forms = {form for form in (*entry.aliases, entry.name) if len(form) > 3 and "{" not in form}
    kept: list[str] = []
    for form in sorted(forms, key=len):
        if not any(f" {short.casefold()} " in f" {form.casefold()} " for short in kept):
            kept.append(form)
    return frozenset(kept)


def _alternatives(patterns: Iterable[str], *, any_case: bool) -> str:
    joined = "|".join(sorted(patterns, key=lambda p: (-len(p), p)))
    return f"(?i:{joined})" if any_case else f"(?:{joined})"


@cache
def _is_word(bit: str) -> bool:
    """Whether documents write such a word with a small letter."""
    low = bit.casefold()
    lists = ("street", "kin", "victim", "work_or_school", "notice_title", "offence_common")
    return low in common_words() or any(low in rulebook.words(name) for name in lists)


def _apply(found: list[tuple[int, int, str]], text: str) -> str:
    made, at = [], 0
    for start, end, instead in found:
        made += [text[at:start], instead]
        at = end
    return "".join([*made, text[at:]])
