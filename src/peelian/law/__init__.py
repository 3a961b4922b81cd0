"""law: the vocabularies and rules of police misconduct in England and Wales, as data with its sources.

Stands under every other room and imports none of them.
"""

from peelian.law.vocabulary import (
    NAMES,
    Term,
    UnknownTerm,
    case_matters,
    fold,
    ids,
    index,
    lookup,
    term,
    vocabulary,
)

__all__ = [
    "NAMES",
    "Term",
    "UnknownTerm",
    "case_matters",
    "fold",
    "ids",
    "index",
    "lookup",
    "term",
    "vocabulary",
]
