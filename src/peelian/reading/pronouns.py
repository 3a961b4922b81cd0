"""Pronouns: the officer without a name whom "he" or "she" at the head of a sentence means.

"A call handler looked up the records of a neighbour. She pleaded guilty to ...": the story brought the
call handler in and nothing was told of her yet, so that nobody has the floor.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.clauses import Clause
from peelian.reading.description import Description
from peelian.reading.scan import Scan
from peelian.reading.unnamed import UNDER_NOTICE

_HE: Final = re.compile(
    r"\W*(?:(?:in|on|at|following|after) [^.,]{3,60}, |(?:we|our \w+|the (?:investigator|investigation|iopc|ipcc)) (?:\w+ ){0,6}?that (?:in \w+ \w+ )?)?(he|she|they|(?:this|that) (?:person|individual|member of staff|employee))\b"
)
# "We interviewed |him| for alleged ...": the same, as the object of whoever investigates
_HIM: Final = re.compile(
    r"\W*(?:we|(?:our |the )?(?:investigators|detectives)|the force|police) (?:\w+ly |then |also |later )?(?:interviewed|questioned|arrested) (him|her|them)\b"
)
_SUBJECT_OF: Final = {"him": "he", "her": "she", "them": "they"}
# People with no police role whom "he", or "she", cannot mean.
_ONLY_SHE: Final = re.compile(
    r"(?:(?:the|an?|his|former|teenage) )*(?:woman|girl|wife|mother|daughter|sister|girlfriend|ex-wife|ex-girlfriend)\b"
)
_ONLY_HE: Final = re.compile(
    r"(?:(?:the|an?|her|former|teenage) )*(?:man|boy|husband|father|son|brother|boyfriend|ex-husband|ex-boyfriend)\b"
)
_OTHER_SEX: Final = {"he": _ONLY_SHE, "she": _ONLY_HE}
_OWN: Final = {"he": "his ", "she": "her ", "they": "their "}
# What a pronoun may tell of somebody of whom nothing was told yet.
_TELLS: Final = frozenset({"crime", "left", "outcome", "hearing", "case"})
OF_POLICE: Final = frozenset({"outcome", "hearing", "case"})


def meant_by_pronoun(
    scan: Scan, clause: Clause, last: Description | None, brought_in: Sequence[Description]
) -> Description | None:
    """The description that the pronoun at the head of a clause goes back to, or None.

    ``last`` is the last description in the same paragraph; ``brought_in`` are all people whom the story
    brought in before: where there is but one, a pronoun of a later paragraph means them too. Nobody with
    no police role may stand between, other than as a relation of theirs ("her former husband").
    """
    low = scan.page.low
    found = _HE.match(low, clause.start)
    asked = _HIM.match(low, clause.start) if found is None else None
    found = found or asked
    if found is None or not (clause.verdicts & _TELLS or clause.notice == UNDER_NOTICE or asked is not None):
        return None
    who = _SUBJECT_OF.get(found.group(1), found.group(1))
    meant = last or (brought_in[0] if len(brought_in) == 1 else None)
    if (
        meant is None
        or meant.number != 1
        or meant.form not in ("new", "known", "part")
        or meant.agent
        or meant.witness
    ):
        return None
    if clause.verdicts & OF_POLICE and not clause.verdicts & {"crime", "left"}:
        return meant  # no man in a cell is dismissed or has a case to answer
    between = scan.between("unnamed_bystander", meant.end, clause.start)
    other = _OTHER_SEX.get(who)
    if any(
        not low.startswith(_OWN.get(who, "their "), h.start) and not (other and other.match(low, h.start))
        for h in between
    ):
        return None
    return meant
