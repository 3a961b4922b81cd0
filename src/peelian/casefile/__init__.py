"""casefile: one case as its statements tell it, computed. Statements and decisions go in; facts come out.

Pure: no store, no clock, no network. The same statements and decisions give the same case file, in any
order, so the casebook can throw every derived row away and make it again.

    facts       the shapes: statement, citation, value, fact, record, party, event, check, case file
    statements  from a reading to statements with keys that last
    values      when two values are the same, one the more exact, or contradictory
    prefer      which value is preferred, and why
    records     which records of several sources are one
    parties     one person's facts and records
    kinds       the kinds of event
    telling     writing events of one person down
    court_events, misconduct_events    what each track tells
    events      all events of a case
    timeline    order with days known in part
    regime      which Regulations govern
    checks      what law and process say about the case
    durations   how long things took
    wording     facts in words
    summary     the sentence about a person, the title of a case
    build       the whole way
"""

from peelian.casefile.build import build
from peelian.casefile.durations import Spread, by_force_and_year
from peelian.casefile.facts import CaseFile, CaseInput, Mention, Source, Statement
from peelian.casefile.statements import MentionDraft, mention_keys, sensitive, statements
from peelian.casefile.summary import sentence, title

__all__ = [
    "CaseFile",
    "CaseInput",
    "Mention",
    "MentionDraft",
    "Source",
    "Spread",
    "Statement",
    "build",
    "by_force_and_year",
    "mention_keys",
    "sensitive",
    "sentence",
    "statements",
    "title",
]
