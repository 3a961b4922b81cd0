"""reading: a ``Document`` goes in; a ``Reading`` comes out: the facts it tells, each with its words.

One way through: page (lines, sentences, quotations) -> scan (every phrase of the vocabularies, once)
-> masthead, dates, sums -> cast (who is who, decided once) -> the families of facts (people, court,
proceedings, investigation, speakers) -> settle (plain values and their evidence) -> inconsistencies
and sensitive spans. A reading is a pure function of a document.
"""

from peelian.reading.model import Reading
from peelian.reading.reader import read

__all__ = ["Reading", "read"]
