"""Sources: facts of which none may be shown, and titles and addresses that say more than their document.

What nobody can trace is not shown. A file's hidden title ("Microsoft Word - Smith outcome") or its name in an
address can name an officer whom the document itself does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Final
from urllib.parse import urlsplit

from peelian import law
from peelian.casefile.facts import Fact, Party, Source
from peelian.publication import rulebook
from peelian.publication.context import Context, citations_of, records_of, told_in
from peelian.publication.filtering import Decided, gone, removed
from peelian.publication.rulings import Ruling
from peelian.publication.spelling import address_words, slug
from peelian.reading.name_words import common_words, given_names

RULE = "source_not_shown"
BEYOND = "beyond_document"
_CAPITALS: Final = re.compile(r"(?P<words>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)(?P<mark>:)?")


def facts_without_source(context: Context, decided: Decided) -> Iterator[Ruling]:
    """Withhold each fact of which no source is left to show, without a trace where a source is gone so.

    A fact that no source tells (people at the desk wrote it) is not meant. Policy: every fact shows what it rests on.
    """
    if not context.policy.public:
        return
    for party in context.case.parties:
        places: list[tuple[str, tuple[Fact, ...]]] = [
            (f"{party.person}/{name}", (fact,)) for name, fact in party.facts.items()
        ]
        places += [(f"{party.person}/{name}", facts) for name, facts in party.lists.items()]
        for record in records_of(party):
            whole = tuple(record.facts.values())
            places += [(record.id, whole)] if whole else []
            places += [(f"{record.id}/{name}", (fact,)) for name, fact in record.facts.items()]
        for target, facts in places:
            sources = _sources(context, facts)
            if sources and all(gone(decided, source) for source in sources):
                silent = any(removed(decided[source]) for source in sources if source in decided)
                yield Ruling(rule=RULE, target=target, effect="remove" if silent else "withhold")


def _sources(context: Context, facts: tuple[Fact, ...]) -> set[str]:
    return {context.original(citation.source) for fact in facts for citation in citations_of(fact)}


def beyond_the_document(context: Context, decided: Decided) -> Iterator[Ruling]:
    """Of sources that tell of somebody who is not named: no title and no address with a word that is neither in the
    source's own text nor one of the words of which such titles are made. Of any source no address with a full name
    that its text does not have.

    Policy: nothing tells such a word from a name.
    """
    if not context.policy.has(BEYOND):
        return
    unnamed = [
        party
        for party in context.case.parties
        if not gone(decided, party.person)
        and ("name" not in party.facts or gone(decided, f"{party.person}/name"))
    ]
    about = set().union(*(context.cites(party) for party in unnamed))
    shown = _words_of_names(party for party in context.case.parties if party not in unnamed)
    for source in context.case.sources:
        known = shown | _own_words(context, source)
        parts = urlsplit(source.url or "")
        address = address_words(f"{parts.path} {parts.query} {parts.fragment}").split()
        for name, words in (("title", slug(source.title or "").split()), ("url", address)):
            strange = {word for word in words if not _plain(word)} - known
            if strange and (source.id in about or (name == "url" and _full_name(words, strange))):
                yield Ruling(rule=BEYOND, target=f"{source.id}/{name}", effect="withhold")


def strangers(context: Context) -> Iterator[str]:
    """Words of sources' titles that no text of theirs bears out and that stand as names do: "Ada Ryecroft", "Ryecroft:",
    "Ryecroft's". People beside the case, it may be. Words that documents write with a small letter too are none."""
    shown = _words_of_names(context.case.parties)
    for source in context.case.sources:
        known = shown | _own_words(context, source)

        def strange(word: str, known: set[str] = known) -> bool:
            return bool(word) and not all(
                one in known or one in common_words() or _plain(one) for one in slug(word).split()
            )

        for match in _CAPITALS.finditer(source.title or ""):
            words = match["words"].split()
            last = re.sub(r"['’]s?$", "", words[-1])
            if len(words) > 1 and (strange(words[0]) or slug(words[0]) in given_names()) and strange(last):
                yield from (*words[:-1], last)
            elif strange(last) and (match["mark"] or last != words[-1]):
                yield last


def _full_name(words: list[str], strange: set[str]) -> bool:
    """Whether an address has a given name and after it a word that may be a surname."""
    given = given_names()
    return any(
        first in given and second in strange and second not in common_words()
        for first, second in pairwise(words)
    )


def _words_of_names(parties: Iterable[Party]) -> set[str]:
    names = (name for party in parties for field in ("name", "label") for name in told_in(party.facts, field))
    return {word for name in names for word in slug(name).split()}


def _own_words(context: Context, source: Source) -> set[str]:
    return set(slug(f"{context.texts.get(source.id, '')} {source.publisher or ''}").split())


def _plain(word: str) -> bool:
    """Whether a word is of the vocabularies, of notices' titles or of addresses; or a number with letters about it."""
    runs = re.split(r"\d+", word)
    shortest = 3 if len(runs) == 1 else 4  # "2023b7f" names nobody; "smith2023" does
    return all(len(run) < shortest or run in _vocabulary() for run in runs)


@cache
def _vocabulary() -> frozenset[str]:
    """The words of which titles and addresses are made: those of notices, of addresses, and the vocabularies' own."""
    made = set(rulebook.words("notice_title") | rulebook.words("of_addresses"))
    for name in ("forces", "ranks", "offences", "outcomes", "findings", "proceedings", "standards", "courts"):
        for term in law.vocabulary(name):
            for form in (term.name, *term.aliases):
                made |= set() if "{" in form else set(slug(form).split())
    return frozenset(made)
