"""checks: what the law and the process of the date say about a case, one small rule each.

A finding is a question for a person, never a judgement: it names the rule, its source and the words
concerned. Rules that nobody has looked up, and rules that rest on an inferred regime, say "may".

    registry       how a rule is written and run
    order          events that stand against the process
    forum          hearings and outcomes that their regime does not know
    chair          who could not chair
    body           oversight bodies and modes before or after their time
    sentence       terms over the maximum of their date, orders before their time
    notification   register terms that are not the statute's
    publication    outcomes that should have been published
    clocks         statutory time limits
    contradiction  sources that contradict each other
"""

from peelian.casefile.checks import (  # noqa: F401  importing a file registers its rules
    body,
    chair,
    clocks,
    contradiction,
    forum,
    notification,
    order,
    publication,
    sentence,
)
from peelian.casefile.checks.registry import RULES, Finding, Rule, Subject, rule, run

__all__ = ["RULES", "Finding", "Rule", "Subject", "rule", "run"]
