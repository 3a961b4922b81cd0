"""The law's vocabularies as phrases to look for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peelian import law


def law_phrases() -> Iterator[tuple[str, str, str]]:
    """``(phrase, kind, id)`` for the vocabularies of the law.

    Strong aliases have the vocabulary's own kind (``force``, ``rank``, ``court``, ``offence``,
    ``body``, ``standard``); weak ones, which need the words around them, have ``force_weak`` and so on.
    """
    for vocabulary, kind in _KINDS:
        for term in law.vocabulary(vocabulary):
            for alias in {term.name, *term.aliases}:
                for phrase in _forms(alias):
                    yield phrase, kind, _value(vocabulary, term)
            for alias in term.weak_aliases:
                for phrase in _forms(alias):
                    yield phrase, kind + "_weak", _value(vocabulary, term)


_KINDS: Final = (
    ("forces", "force"),
    ("ranks", "rank"),
    ("courts", "court"),
    ("offences", "offence"),
    ("standards", "standard"),
)


def _value(vocabulary: str, term: law.Term) -> str:
    if vocabulary == "courts":
        return term.name
    if vocabulary == "offences":
        return str(term.extra.get("guide") or term.id)
    return term.id


def _forms(alias: str) -> set[str]:
    low = " ".join(alias.replace("\u2019", "'").lower().split())
    forms = {low}
    if "-" in low:
        forms.add(low.replace("-", " "))
    if "&" in low:
        forms.add(low.replace("&", "and"))
    elif " and " in low:
        forms.add(low.replace(" and ", " & "))
    if "'" in low:
        forms.add(low.replace("'", ""))
    for usual, other in _SPELLED:
        forms |= {form.replace(usual, other) for form in forms if usual in form}
    return forms


# American spellings, and those of the Oxford dictionaries, by which a page may name an offence or a standard.
_SPELLED: Final = (
    ("authoris", "authoriz"),
    ("behaviour", "behavior"),
    ("harbour", "harbor"),
    ("defence", "defense"),
)
