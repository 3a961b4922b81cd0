"""Determiners: what the words before a head noun say of an unnamed officer: which one, how many, of which group.

"one of the two |officers|", "a second |call handler|", "the other two |constables|" are read from the noun to the left.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.description import Description
from peelian.reading.page import Page

NUMBERS: Final[dict[str, int]] = {
    w: n
    for n, w in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split(),
        1,
    )
}
ORDINALS: Final[dict[str, int]] = {
    w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth".split(), 1)
}
# Words before a role that tell one officer from another. All other adjectives are passed over.
TELLING: Final[dict[str, str]] = {
    w.split("/")[0]: w.split("/")[-1]
    for w in """male female custody response attending arresting senior junior escorting reporting control firearms traffic
    duty neighbourhood armed plain-clothes off-duty reviewing interviewing searching responding/response responder/response abuse protection
    safeguarding surveillance undercover""".split()
}
_PASSED: Final = frozenset(
    """police subject serving former retired ex ex-police relevant individual same actual concerned room force staff police's
    patrol based uniformed experienced probationary student trainee said particular named unnamed supervisory service
    desk suite station initial original two-person anonymous roads policing road unit civilian contact mobile on-duty off
    then woman man women men still more further additional other's subject's special acting temporary new further new own investigated
    ordinary met day night nightshift shift team rural local tactical taser dog pursuit safer neighbourhoods
    tutor authorised specialist specialised trained public domestic child sexual offences offender major crime plain clothes
    clothed covert schools motorcycle transport qualified advanced newly""".split()
)
_MORE: Final = frozenset({"more", "further", "additional", "fellow"})
_TOKEN: Final = re.compile(r"([\w'()&/-]+)[ \u00a0]+\Z")
_POINTING: Final = frozenset("the this that these those his her their its our both such".split())
_DETERMINED: Final = re.compile(r"\b(?:the|an?|this|that|one|another) \Z")
# A word that no list knows before a role tells whose duty it is, unless it is an adjective or a participle.
_KIND_OF_DUTY: Final = re.compile(r"[a-z]{3}(?<!ed|al|nt|ve|us|le|ul|ly|ry)(?<!ing|ous|ish)\Z")
_SERVING_OR_NOT: Final = ("serving ", "former ", "retired ")
_SERVING_BEFORE: Final = ("serving ", "former ", "retired ")
_MEMBER: Final = re.compile(r"\bmember(s?) \Z")
_BEFORE_NUMBER: Final = frozenset(
    "the these those his her their its our both all other remaining first last".split()
)
_DEFINITE: Final = (
    "the ",
    "those ",
    "these ",
    "his ",
    "her ",
    "their ",
    "all ",
    "any of ",
    "none of ",
    "each of ",
)


def read_back(page: Page, d: Description, floor: int, plural: bool) -> None:
    """Walk from the head noun to the left over adjectives, force names, numbers and the determiner."""
    text, low = page.text, page.low
    at, telling, counted = d.start, set(), False
    for _ in range(9):
        found = _token_before(low, max(floor, at - 30), at)
        if found is None:
            break
        word = found.group(1)
        if counted and word not in _BEFORE_NUMBER:
            break
        if word == "that" and (d.form != "bare" or plural):
            break
        if word in ("a", "an"):
            d.form = "new" if d.form in ("bare", "known") else d.form
            of_staff = d.role == "staff" and low.endswith(("police staff", "civilian staff"), 0, d.end)
            d.number = 1 if not plural or of_staff else d.number  # "a police staff manager"
        elif (number := _number(word)) is not None:
            d.number, counted = number, True
            d.form = d.form if d.form in ("other", "ordinal") else "new"
            if low.startswith(" of ", found.end(1)):  # "three of the officers" was reached through "the"
                d.form = "part"
        elif word in ORDINALS:
            d.ordinal, d.form = ORDINALS[word], "ordinal"
        elif word == "another":
            d.form = "another"
        elif word in ("other", "remaining"):
            d.form = "other"
        elif word in ("both", "all", "each", "either", "neither"):
            d.form = "all"
            d.negative = word == "neither"
            if word in ("both", "either", "neither"):
                d.number = 2
            elif d.number == 1:
                d.number = None
        elif word in ("no", "any", "some", "many", "several"):
            d.form = "none"
        elif word in _POINTING:
            if d.form in ("bare", "new"):
                d.form = "known"
            before = _token_before(low, max(floor, found.start() - 12), found.start())
            d.start = at = found.start()
            d.those = word in ("those", "these")
            if before is not None and before.group(1) == "of":
                _read_part(low, d, floor, before.start())
            elif before is not None and before.group(1) in ("both", "all"):
                d.form, d.number = "all", 2 if before.group(1) == "both" else d.number
            break
        elif word in TELLING:
            telling.add(TELLING[word])
        elif word in _MORE:
            d.more = True
        elif (
            word in _PASSED
            or text[found.start()].isupper()
            or word[0] == "("
            or word.endswith(("-based", "-year-old", "'s"))
        ):
            d.former = d.former or word in ("former", "ex", "ex-police")
            d.serving = d.serving or word == "serving"
            if word.endswith("'s") and d.form == "bare":
                d.form = "known"
        elif (
            word == "of"
            and d.role == "staff"
            and (member := _MEMBER.search(low, max(floor, found.start() - 9), found.start()))
        ):
            d.number = None if member.group(1) else 1
            plural = bool(member.group(1))
            d.start = at = member.start()
            continue
        elif (
            word == "and"
            and low.startswith(_SERVING_OR_NOT, found.end())
            and low.endswith(_SERVING_BEFORE, floor, found.start())
        ):
            pass  # "twelve retired and serving officers"
        elif word == "of" and plural and d.number is None and low.endswith("pair ", floor, found.start()):
            d.number, d.form, counted = 2, "known", True
        elif (
            not plural
            and d.form == "bare"
            and not telling
            and _DETERMINED.search(low, max(floor, found.start() - 9), found.start())
        ):
            if _KIND_OF_DUTY.search(word):  # "the welfare officer", "an enquiry officer"
                telling.add(word)
        else:
            break
        d.start = at = found.start()
        if word in ("a", "an", "another", "both", "all", "no", "any", "each", "neither", "either"):
            break
    d.telling = frozenset(telling)
    if counted and d.form == "new" and plural and low.endswith(" of ", floor, d.start):
        _read_part(low, d, floor, d.start - 3)  # "one of three officers"
    if d.form == "other" and not low.startswith(_DEFINITE, d.start):  # "two other officers" are new
        d.form = "another" if d.number is not None and counted else "bare"


def _number(word: str) -> int | None:
    """How many a word or a figure of one or two digits says ("two", "12")."""
    figure = word.isdecimal() and len(word) < 3 and word[0] != "0"
    return int(word) if figure else NUMBERS.get(word)


def _token_before(low: str, start: int, end: int) -> re.Match[str] | None:
    """The last word of ``[start, end)`` with the spaces after it; None if a stop stands between."""
    words = low[start:end].rstrip(" ")
    return _TOKEN.search(low, start + words.rfind(" ") + 1, end)


def _read_part(low: str, d: Description, floor: int, at: int) -> None:
    """The words before "of the ...": one, two, both, neither, none, the first, another."""
    found = _token_before(low, max(floor, at - 14), at)
    if found is None:
        return
    word = found.group(1)
    inner = d.number
    if (number := _number(word)) is not None:
        d.form, d.of, d.number = ("part_other" if d.form == "other" else "part"), inner, number
    elif word in ("both", "all", "each", "neither"):
        d.form = "all"
        d.number = 2 if word in ("both", "neither") else inner
        d.negative = word == "neither"
    elif word in ("none", "any", "either"):
        d.form = "other" if d.form == "other" and word != "either" else "all"  # "any of the other officers"
        d.number = 2 if word == "either" else inner
        d.negative = word == "none"
    elif word == "pair":
        d.number = 2
    elif word in ORDINALS:
        d.form, d.ordinal, d.number = "ordinal", ORDINALS[word], 1
    elif word in ("another", "other"):
        d.form, d.number = "another", 1
    elif word in ("some", "many", "most", "majority", "number", "several"):
        d.form = "none"
    else:
        return
    d.start = found.start()
