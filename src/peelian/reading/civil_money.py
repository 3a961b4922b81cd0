"""Civil money: damages, settlements and awards, which a claim brings and no criminal court orders.

"Kent Police paid £12,000 compensation to the man", "awarded damages against the chief constable", "won £22,000 at an
employment tribunal": the sum is the force's or a claimant's, and no order is made against an officer.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re

_FORCE: Final = r"(?:(?:the |her |his )?(?:former )?(?:force|employers?|constabulary|chief constable|commissioner|council|police authority)|(?:[a-z-]+ ){1,4}(?:police|constabulary)|the met|scotland yard|police)"
_CIVIL: Final = re.compile(
    r"\b(?:damages|sued|suing|sues|civil (?:claim|action|case|proceedings|court|suit)|county court|high court|employment tribunal|industrial tribunal"
    r"|out[ -]of[ -]court|settle(?:d|ment|s)|claimants?|payouts?|pay-?outs?|(?:won|wins|winning) (?:[\w'-]+ ){0,4}?(?:£[\d,]+|compensation|damages)"
    rf"|{_FORCE} (?:has |have |had |later |also |since )*(?:paid|pays|pay|awarded|offered|agreed to pay|was ordered to pay|were ordered to pay)\b"
    rf"|(?:compensation|£[\d,.]+\w*)[^.;]{{0,40}}? (?:from|by|against) {_FORCE}\b"
    r"|criminal injuries compensation)"
)
# A criminal court's own words outweigh them.
_CRIMINAL: Final = re.compile(
    r"\b(?:fined|jailed|sentenced|convicted|pleaded|crown court|magistrates?|surcharge|costs of|prosecution costs|community order|unpaid work|conditional discharge|suspended)\b"
)


def is_civil(low: str, start: int, end: int) -> bool:
    """Whether money in the sentence ``[start, end)`` is a claim's: damages, a settlement, an award against a force."""
    return _CIVIL.search(low, start, end) is not None and _CRIMINAL.search(low, start, end) is None
