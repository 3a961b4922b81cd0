"""score: labels and readings go in; precision, recall and F1 by field come out, with every mistake.

The arithmetic of Peelian's public benchmark, for any reader that writes the guide's shape: every value
counts as one item, found and right, missed, or wrong. ``core`` is the headline (the facts of the case);
``all`` adds the details. Only the standard library is imported, so that the scorer runs anywhere.

    items    a record as the items that are counted, in normal forms
    compare  two lists of items matched, subjects paired, figures
    readings a folder of labels against a file of readings
    links    a folder of links against a file of links
    report   what a person reads: the table, and the mistakes beside the words concerned
"""

from peelian.score.compare import Figures, Mistake
from peelian.score.items import CORE, FIELDS
from peelian.score.readings import NotScored, ReadingScore, mistakes_of, score_readings

__all__ = [
    "CORE",
    "FIELDS",
    "Figures",
    "Mistake",
    "NotScored",
    "ReadingScore",
    "mistakes_of",
    "score_readings",
]
