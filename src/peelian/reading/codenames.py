"""Labels that stand for a name: "Officer A", "PC 'B'", "Former Officer C", "Control Room Operator 1", "Officers 2 and 3".

Such a label is a rank or a role with a letter or a number. Victims and witnesses have labels too
("Ms A", "Mr B", "Witness C", "Child A"); theirs begin with a title or another noun and are not taken.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from peelian import law
from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person
from peelian.reading.scan import Hit, Scan
from peelian.reading.spans import find_all, holds_any

# The code itself: one or two capitals, a number or a number word; quotes of any kind may stand round it.
_CODE: Final = re.compile(
    r"[ \u00a0](?:(?:known|identified|referred to)(?: only)? as )?(?:[Nn]umber |[Nn]o\.? )?(['\"\u2018\u2019\u201c(]?)([A-Z]{1,2}\d{0,3}|[A-Z]{1,2}\d{2,3}[A-Z]|\d{1,4}/\d{1,4}|\d{1,2}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)"
    r"(['\"\u2019\u201d)]?)(?![\w-]|['\u2019](?!s\b))"
)
# "PC A Smith", "PC A. Smith": an initial. A joined "PC ADate" is dealt with below.
_INITIAL: Final = re.compile(r"\.? ?[A-Z][a-z'\u2019]|\.[A-Z]|[.,] ?[A-Z]\.")
_JOINED: Final = re.compile(r"[ \u00a0]([A-Z])(?=[A-Z][a-z]{2})")
_MORE: Final = re.compile(
    r"(?:,? and |, | & | or |,? to )(['\"\u2018\u201c]?)([A-Z]|\d{1,2}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)(['\"\u2019\u201d]?)(?![\w\u2019'-])"
)
_BEFORE: Final = re.compile(
    r"(?:\b(former|ex|retired|police|the|special|detention|custody|response|subject|serving)[ \u00a0-])\Z"
)
_KEEPS: Final = frozenset("former ex retired police special detention custody subject".split())
_NAMED: Final = re.compile(r": (?!Mr|Ms|Mrs|Miss|Dr)[A-Z][\w'\u2019-]+ [A-Z]")
_RENAMED: Final = re.compile(r": (?:now |to be |only )*(?:known|referred|identified|described|named) ")
# Words after a bare capital that show it to be a pronoun or an article and no label.
_NOT_A_CODE: Final = frozenset(
    {
        "I",
        "AM",
        "PM",
        "OR",
        "OF",
        "IN",
        "TO",
        "ON",
        "AT",
        "AN",
        "UK",
        "NO",
        "IS",
        "BY",
        "IT",
        "HE",
        "WE",
        "AS",
        "PC",
        "DC",
        "PS",
        "DS",
        "DI",
        "LQ",
        "CC",
        "QC",
        "KC",
        "MR",
        "MS",
    }
)


# After these a letter is no initial: "known as PC K Barnsley neighbourhood".
_KNOWN_AS: Final = ("known as ", "known only as ", "referred to as ", "identified as ", "identified only as ")
_LOWERED: Final = re.compile(r"(?:former|retired|ex)[ -](?=[A-Z])")


class Label(NamedTuple):
    """One mention of a label at ``[start, end)``: ``codes`` are its letters or numbers, ``rank`` the rank in it, if any.

    ``noun`` is the role's word, lower case and singular; ``former`` says that the label itself calls the officer former.
    """

    start: int
    end: int
    codes: tuple[str, ...]
    noun: str
    rank: Hit | None
    former: bool


# (a look-behind after the first letter lets the search skip straight to capitals)
_CIPHER: Final = re.compile(r"[A-Z](?<![\w-].)[A-Z]{0,2}-?\d{1,4}[A-Z]?(?![\w-])")
_SAID_TO_BE: Final = (
    "known",
    "referred to",
    "identified",
    "codenam",
    "code-name",
    "cipher",
    "call sign",
    "called",
    "designated",
)
_CALLED: Final = re.compile(
    r"\b(?:known|identified|referred to|named|called|described|designated)(?: \w+){0,4} (?:only |simply )?as ['\"\u2018\u201c]?\Z|\b(?:codenamed|code-?name|cipher|pseudonym|call ?sign|called) ['\"\u2018\u201c]?\Z"
)
_POLICE: Final = re.compile(
    r"\b(?:officer|constable|sergeant|inspector|detective|marksman|policeman|policewoman|police)\b"
)


def _ciphers(page: Page) -> list[Label]:
    """Codes that stand for an officer's name by themselves ("the firearms officer, referred to as W42"), every mention."""
    if not holds_any(page.low, _SAID_TO_BE):
        return []
    spots: dict[str, list[int]] = {}
    known: set[str] = set()
    for m in _CIPHER.finditer(page.text):
        code = m.group()
        spots.setdefault(code, []).append(m.start())
        s = page.near(m.start())
        if _CALLED.search(page.low, max(s.start, m.start() - 60), m.start()) and _POLICE.search(
            page.low, s.start, s.end
        ):
            known.add(code)
    kinds = {code.rstrip("0123456789") for code in known}  # "KT7" known so, "KT9" is another of them
    return [
        Label(at, at + len(code), (code,), "officer", None, False)
        for code, places in spots.items()
        if code in known or code.rstrip("0123456789") in kinds
        for at in places
    ]


def find_labels(page: Page, scan: Scan) -> list[Label]:
    """Every label of an officer or of police staff, in order."""
    found: dict[int, Label] = {label.end: label for label in _ciphers(page)}
    for hit in (*scan.of("rank"), *scan.of("rank_weak")):
        label = read_label(page, hit.start, hit.end, hit)
        if label is not None:
            found.setdefault(label.end, label)
    for noun in _nouns(page.low):
        label = read_label(page, noun[0], noun[1], None)
        if label is not None and label.end not in found:
            found[label.end] = label
    out: list[Label] = []
    for label in sorted(found.values()):
        if not out or label.start >= out[-1].end:
            out.append(label)
    return out


def _nouns(low: str) -> list[tuple[int, int]]:
    """Where the nouns of labels stand (cheap: only where the word itself is found)."""
    out = []
    for stem in (
        "officer",
        "member",
        "operator",
        "employee",
        "handler",
        "taker",
        "respondent",
        "staff",
        "investigator",
    ):
        for at in find_all(low, (stem,)):
            end = at + len(stem)
            if low[end : end + 1] == "s":
                end += 1
            if low[end : end + 1] in (" ", "\u00a0") and not low[at - 1 : at].isalnum():
                out.append((at, end))
    return out


def read_label(page: Page, start: int, end: int, rank: Hit | None) -> Label | None:
    """The label whose rank or role stands at ``[start, end)``, or None."""
    text, low = page.text, page.low
    found = _CODE.match(text, end)
    joined = None if found else _JOINED.match(text, end)
    if found is None and joined is None:
        return None
    if found is not None:
        if found.group(2)[-2:].isdigit() and found.group(2)[0].isalpha() and rank is not None:
            return None  # "PC B50 Lee": a number on a collar
        if (
            found.group(2)[1:].strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ").isdigit()
            and " as " in low[end : found.start(2)]
        ):
            return None  # "the officer known as 'KT7'": a name by itself
        quoted = bool(found.group(1)) and bool(found.group(3))
        code, stop = found.group(2), found.end(3) if quoted else found.end(2)
        if found.group(1) == "(" and (code.isdigit() or (len(code) == 2 and code.isalpha())):
            return None  # "a detective inspector (DI)" is how the page will shorten the rank
        if found.group(1) == "(" and low.endswith(("a ", "an "), 0, start) and text.count(code) == 1:
            return None  # "a constable (D1)": where they work, if the page never calls them so
        if found.group(1) and not found.group(3):
            return None
        known_as = len(code) == 1 and code not in _NOT_A_CODE and low.endswith(_KNOWN_AS, 0, start)
        if not quoted and not known_as and not _plain_code(text, low, code, stop, end, rank):
            return None
    else:
        assert joined is not None
        code, stop, quoted = joined.group(1), joined.end(1), False
        if rank is None and not low[start:end].startswith("officer"):
            return None
    codes = [_key(code)]
    noun = low[start:end]
    plural = noun.endswith("s") and not noun.endswith("ss") and noun not in ("ps", "ds", "dcs")
    if plural or noun in ("pcs", "officers"):
        more = _MORE.match(text, stop)
        while more is not None:
            codes.append(_key(more.group(2)))
            stop = more.end()
            more = _MORE.match(text, stop)
        if len(codes) == 1:
            return None
        noun = noun[:-1]
    first, former = _reach_back(text, low, start)
    if not former and low.startswith(("former ", "ex-", "ex "), first):
        former = True
    return Label(first, stop, tuple(codes), noun.split()[-1], rank, former)


def _plain_code(text: str, low: str, code: str, stop: int, end: int, rank: Hit | None) -> bool:
    """Whether an unquoted letter or number after a rank or role is a code and not an initial or a number of men."""
    if code in _NOT_A_CODE or text[end : end + 2] == "  ":
        return False
    if "/" in code:
        return rank is None  # a case's number; after a rank it may be a day
    if code.isdigit():
        if _RENAMED.match(low, stop) or (_NAMED.match(text, stop) and not _is_word(low, stop + 2)):
            return False  # "Officer 2: referred to as Officer K", "Officer 2: Ann Lee"
        if rank is not None and rank.value != "police_staff" and len(code) > 1:
            return False
        return (
            low[stop : stop + 1] not in ("%", "/") and not low[stop : stop + 3].startswith((".", ",", ":"))
        ) or (low[stop : stop + 1] in (".", ",", ":") and not low[stop + 1 : stop + 2].isdigit())
    if code.isalpha() and law.number(code) is not None:
        # "Officer one"; "Sergeant One" and "PC Three" only with a capital
        return code[0].isupper() or low[end - 7 : end].endswith(("officer", "officers", "member"))
    if len(code) == 2 and not code[1].isdigit() and code[0] != code[1]:
        after = text[stop : stop + 2]
        return low[max(0, end - 7) : end] in ("officer", "member", "officers") or (
            rank is not None and after[:1] in " ,.;'\u2019" and not after[1:].isupper()
        )
    if rank is not None or low[max(0, end - 7) : end] != "officer":
        initial = _INITIAL.match(text, stop)
        if initial is not None and rank is not None and _is_surname(text, stop):
            return False  # "Chief Constable N Love (accelerated hearing)", "PC A. Park 4410"
        if initial is not None and not (text[stop] == " " and _is_word(low, stop + 1)):
            return text[stop : stop + 2] == ". " and _is_word(low, stop + 2)
    return True


_SURNAME_NEXT: Final = re.compile(
    r"\.? ([A-Z][a-z]{2,})(?:['\u2019]s? | (?:\((?!\d)|\d{3,5}\b(?! \d)|(?:was|has|had|is|did|said|who|will|of|from)\b)| [/|]|,? (?:\d\d,|aged))"
)
_MONTHS: Final = frozenset(("may", "march", "june", "april", "august"))


def _is_surname(text: str, at: int) -> bool:
    """Whether an everyday word at ``at``, behind a letter and before what follows a name alone, is somebody's surname."""
    from peelian.reading.name_words import word_surnames

    found = _SURNAME_NEXT.match(text, at)
    return found is not None and found[1].lower() in word_surnames() - _MONTHS


def _is_word(low: str, at: int) -> bool:
    """Whether the word at ``at`` is an everyday word and so no surname."""
    from peelian.reading.name_words import common_words

    end = at
    while end < len(low) and (low[end].isalpha() or low[end] in "'-"):
        end += 1
    return low[at:end] in common_words()


def _key(code: str) -> str:
    named = law.number(code) if code.isalpha() else None
    return code if named is None else str(named)


def _reach_back(text: str, low: str, start: int) -> tuple[int, bool]:
    """The label's first letter, with "Former" and the like before it, and whether it says former."""
    former = False
    for _ in range(2):
        before = _BEFORE.search(low, max(0, start - 12), start)
        if before is None or before.group(1) not in _KEEPS:
            break
        if before.group(1) in ("former", "ex", "retired"):
            former = True
        elif not text[before.start(1)].isupper():
            break
        start = before.start(1)
    return start, former


def _name_the_unnamed(labels: list[Label], by_code: dict[tuple[str, bool], Person], text: str) -> None:
    """Whoever is only ever told of together ("Officers B and C") is "Officer B", "Officer C"."""
    for label in labels:
        for code in label.codes:
            staff = label.rank is not None and label.rank.value == "police_staff"
            person = by_code.get((code, staff)) or by_code.get(
                (code, True)
            )  # a label without a rank may be staff's
            if person is None:
                continue  # of two with one letter the label says which
            if person.label is None and len(label.codes) > 1:
                noun = text[label.start : label.end].split()[0].removesuffix("s")
                person.label, person.label_span = f"{noun} {code}", (label.start, label.end)


# Ranks of one grade, which a page may give one officer by turns ("PC B", "DC B").
_GRADES: Final = (
    "constable",
    "sergeant",
    "chief_inspector",
    "inspector",
    "chief_superintendent",
    "superintendent",
)
_ONE_BREATH: Final = re.compile(r"(?:,|,? and|,? or| &|,? with) (?:(?:the|then|now) )?")


def _grade(rank: Hit | None) -> str | None:
    return None if rank is None else next((g for g in _GRADES if rank.value.endswith(g)), None)


def _shared_codes(labels: list[Label], text: str) -> set[str]:
    """Letters that a page gives to officers of several grades, told of in one breath: "PC B and PS B" are two."""
    out = set()
    for first, second in pairwise(labels):
        if len(first.codes) != 1 or first.codes != second.codes:
            continue
        grades = (_grade(first.rank), _grade(second.rank))
        if None in grades or grades[0] == grades[1]:
            continue
        if _ONE_BREATH.fullmatch(text, first.end, second.start):
            out.add(first.codes[0])
    return out


def label_persons(labels: list[Label], text: str) -> list[Person]:
    """One ``Person`` for each code of the document, with every mention of it; roles are for the caller to set.

    "PC A" and "Officer A" are one person. The label kept is the first full one as written; mentions of
    several ("Officers 2 and 3") are mentions of each.
    """
    by_code: dict[tuple[str, bool], Person] = {}
    shared = _shared_codes(labels, text)
    for label in labels:
        for code in label.codes:
            grade = _grade(label.rank)
            if code in shared and grade is None:
                continue  # "Officer B" where there are a PC B and a PS B
            graded = f"{code} {grade}" if code in shared else code
            key = (graded, label.rank is not None and label.rank.value == "police_staff")
            person = by_code.get(key) or (
                None if key[1] else by_code.get((code, True)) if label.rank is None else None
            )
            if person is None:
                person = by_code[key] = Person(anchor=label.start)
            mention = Mention(
                label.start, label.end, label.start, label.end, (code.lower(),), label.rank, None, 3
            )
            mention.person = person
            person.mentions.append(mention)
            if len(label.codes) == 1 and person.label is None:
                lowered = _LOWERED.match(
                    text, label.start
                )  # "the former Inspector S": the label is "Inspector S"
                start = lowered.end() if lowered is not None else label.start
                person.label, person.label_span = text[start : label.end], (start, label.end)
            if person.rank is None and label.rank is not None:
                person.rank = label.rank
    _name_the_unnamed(labels, by_code, text)
    return [p for p in by_code.values() if p.label is not None]
