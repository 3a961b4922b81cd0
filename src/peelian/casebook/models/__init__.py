"""The tables of the casebook.

sources      documents: original bytes by hash, text, where from, when seen, copies of one another
readings     what a reader made of a source, mentions, statements
persons      persons and cases: canonical ids that last, derived rows
decisions    what people decided, append-only
intake       files that came in, documents not read, signs of copies
audit        every change and every look at personal data, chained by hash, append-only
"""

from peelian.casebook.models.audit import AuditEntry
from peelian.casebook.models.decisions import Decision
from peelian.casebook.models.intake import Original, Signature, SignatureBand, Unread
from peelian.casebook.models.persons import Case, Event, LinkModel, Pair, Person
from peelian.casebook.models.readings import Mention, MentionKey, Reading, Statement
from peelian.casebook.models.sources import Source, SourceText

__all__ = [
    "AuditEntry",
    "Case",
    "Decision",
    "Event",
    "LinkModel",
    "Mention",
    "MentionKey",
    "Original",
    "Pair",
    "Person",
    "Reading",
    "Signature",
    "SignatureBand",
    "Source",
    "SourceText",
    "Statement",
    "Unread",
]
