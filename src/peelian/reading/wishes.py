"""Wishes: a dismissal that a force, a barrister or anybody else asked for, told apart from one that was decided."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re

# "despite the force arguing he should be dismissed": somebody's wish, unless whoever decides says so
_WISHED: Final = re.compile(
    r"\b(?:argu(?:ed|es|ing)|submit(?:ted|s|ting)|insist(?:ed|s|ing)|contend(?:ed|s|ing)|urg(?:ed|es|ing)|maintain(?:ed|s|ing)|claim(?:ed|s|ing)|wanted|wants|wanting|wished|pressed|"
    r"suggest(?:ed|s|ing)|recommend(?:ed|s|ing)|felt|believ(?:ed|es|ing)|thought|thinks?|view|case|submissions?|recommendation|told by [^.;,]{3,40})(?: that| for)?(?: (?:the|his|her|pc|mr|ms|mrs|both|all|they|he|she))* ?(?:[\w'-]+ ){0,3}"
    r"(?:should|ought to|must|to) (?:be|been) (?:\w+ly )?\Z"
)
_SHOULD_HAVE: Final = re.compile(
    r"\b(?:should|ought to)(?: n't|n't| not)? have (?:been |lost )?(?:\w+ly )?\Z"
)
# "the force wanted PC Moss sacked"
_WANTED: Final = re.compile(
    r"\b(?:want(?:ed|s|ing)?|sought|seeks?|seeking|demand(?:ed|s|ing)?|wished|hoped|asked)(?: to (?:see|have|get))? (?!and\b|who\b|but\b)(?:[\w'-]+ ){1,4}\Z"
)
# "demanded that PC Moss of Kent Police |be| sacked"
_DEMANDED: Final = re.compile(
    r"\b(?:demand(?:ed|s|ing)?|call(?:ed|s|ing)?|ask(?:ed|s|ing)?|urg(?:ed|es|ing)|insist(?:ed|s|ing)|recommend(?:ed|s|ing)?|request(?:ed|s|ing)?|suggest(?:ed|s|ing)?|propos(?:ed|es|ing)|submitt(?:ed|ing)|argu(?:ed|es|ing)|pleaded)(?: \w+){0,2}? that [^.;,]{2,60} be \Z"
)
# "Her family said he |should be| sacked", "Officers who lie |must be| dismissed": nobody decides anything there
_OUGHT: Final = re.compile(
    r"\b(?:should|ought to|must|has to|have to|needs? to|deserves? to)(?: not| never)? (?:now |all |both |also |simply |just |surely |really |at least |then )*(?:be|get) (?:\w+ly )?\Z"
)
_DECIDED: Final = re.compile(
    r"\b(?:panel|chair\w*|chairs|tribunal|board|committee|hearing|adjudicator|commissioner|chief (?:constable|officer)|authority|acc|dcc|lqcs?|decid\w+|determin\w+|conclu\w+|rul(?:ed|es|ing)|order\w*|direct(?:ed|s|ion)|decision|sanctions?|outcomes?|disposal|held|satisfied|agreed|f(?:ou|i)nds? (?:that|it|the|him|her|them|pc|sgt)|finding|you|mr|ms|mrs|miss|i|we|judge)\b"
)
_NO_OBJECT: Final = re.compile(r"\b(?:and|who|but|was|were|has|had|is|then|after|when|for|of|by|that)\b")
# "want PC Moss |of Kent Police| dismissed"
_OF_FORCE: Final = re.compile(
    r",? (?:of|from|with) (?:the )?(?:[\w'-]+ ){0,4}?(?:police|constabulary|force|met)\b,?"
)
# "|Should PC Moss be| dismissed?"
_ASKS: Final = re.compile(
    r"\W*(?:should|will|would|can|could|must|may|might|ought|is|are|does|did) [^.;?]*\Z"
)
_WHO_DECIDES: Final = re.compile(
    r"\b(?:panel|chair\w*|tribunal|hearing|chief constable|commissioner|it was|we) (?:\w+ ){0,2}\Z"
)


# "should be dismissed, |a misconduct panel ruled|"
_RULED_AFTER: Final = re.compile(
    r"[^.;]{0,60}?,[\"'\u2019\u201d]? (?:(?:an?|the|his|her|their) (?:[\w-]+ ){0,3}(?:panel|chair\w*|tribunal|board|hearing|constable|commissioner|judge|lqc) (?:has |had )?(?:ruled|found|decided|said|concluded|determined|ordered|agreed)|(?:ruled|found|decided|said|concluded|determined|ordered|agreed) (?:an?|the) (?:[\w-]+ ){0,3}(?:panel|chair\w*|tribunal|board|hearing|constable|commissioner|lqc)|it was (?:ruled|decided|agreed|determined))\b"
)


# "If a member of the public had done it he would have been sacked", "Anyone else would have lost their job"
_ANYBODY: Final = re.compile(
    r"\b(?:anyone|anybody|any other (?:officer|job|profession|employ\w+|worker|person)|an? (?:ordinary )?(?:member of the public|civilian|citizen|person)|ordinary people|you or i|most people|(?:he|she|they) (?:was|were) not a police officer)\b"
    r"(?P<between>[^.;]{0,80})\b(?:would|could|might|should|['\u2019]d)\b[^.;]*\Z"
)


def is_of_anybody(before: str) -> bool:
    """Whether a sentence says, up to "dismissed", what would happen to anybody who is no officer."""
    found = _ANYBODY.search(before)
    return found is not None and not re.search(r"\b(?:panel|chair|hearing|pc|ps|sgt|dc)\b", found["between"])


def is_wish(before: str, own: str, after: str = "") -> bool:
    """Whether the words before "dismissed" tell what somebody wished who did not decide.

    ``own`` are all those of its sentence, ``before`` the nearest of them, ``after`` those that follow it.
    """
    if _OUGHT.search(before) is not None and _DECIDED.search(own) is None and not _RULED_AFTER.match(after):
        return True
    found = _WISHED.search(before)
    if found is not None:
        heard = found.group().startswith("told by")  # a panel that was told something has not said it
        if heard or _WHO_DECIDES.search(before[: found.start()]) is None:
            return True
    demanded = _DEMANDED.search(before)
    if demanded is not None and _WHO_DECIDES.search(before[: demanded.start()]) is None:
        return True
    wanted = _WANTED.search(_OF_FORCE.sub("", before))
    if wanted is not None and _NO_OBJECT.search(wanted.group()) is None:
        return True
    if after.find("?") >= 0 and _ASKS.match(own) is not None:
        return True
    return _SHOULD_HAVE.search(before) is not None
