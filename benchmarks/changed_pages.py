"""Changes to a labelled page after which a careful person reads the same: other names, other dates, another layout.

Each change takes a page's text and its labels and gives both anew, or None where it finds nothing to change. The
reader should make no more mistakes after it than before (metamorphic testing: Chen, Cheung and Yiu, 1998). All names
here are made of lists, one part each at random: any likeness to a person is chance.
"""

from __future__ import annotations

import calendar
import copy
import re
import textwrap
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, Final

from peelian.reading.name_words import names_by_sex

Gold = dict[str, Any]
Change = Callable[[str, Gold, Random], tuple[str, Gold] | None]

#: First names of men, of women, and surnames, by what they try.
NAMES: Final[dict[str, tuple[str, str, str]]] = {
    "common": (
        "John David Paul Andrew Stephen Michael Simon Robert Daniel Kevin",
        "Sarah Emma Karen Lisa Claire Helen Julie Laura Rachel Joanne",
        "Smith Taylor Brown Wilson Evans Thomas Roberts Johnson Walker Wright Thompson White Hughes Edwards "
        "Green Harris Clarke Jackson Wood Turner Hill Scott Cooper Morris Ward Moore Watson Baker Harrison",
    ),
    "of many origins": (
        "Mohammed Kwame Oluwaseun Dafydd Tariq Jagdeep Tomasz Yusuf Eoghan Delroy",
        "Priya Agnieszka Siobhan Rhian Parveen Ngozi Ayesha Catrin Shanice Ioana",
        "Hussain Begum Mensah Kowalczyk Adebayo O'Sullivan Gruffydd Llewellyn Mahmood Akhtar Sandhu Okafor "
        "Wiśniewski Zhang Rahman Chowdhury MacGregor Pugh Campbell-Reid Nwosu Popescu Ferreira Özdemir",
    ),
    "that are words": (
        "Will Mark Bill Rob Frank Grant Dean Guy Jack Norman Victor",
        "Grace Faith April June Dawn Summer Hope Penny Amber Rose",
        "Case Law Field Banks Power Marsh Street Bell King Price Long Day May March West North Wells "
        "Burton Stafford Lancaster Court Constable Sergeant Bishop Judge Bond Fine Speed Good Best Sharp Church",
    ),
    "that are rare": (
        "Peregrine Thaddeus Barnaby Evander Zebedee Aloysius Crispin Lysander",
        "Isolde Ottoline Cosima Ffion Hortense Persis Linnet Tamsin",
        "Bagshot Wigglesworth Featherstonehaugh Quillfeather Ramsbottom Thistlethwaite Ollerenshaw Entwhistle "
        "Micklethwaite Pocklington Trelawney Penhaligon Zouche Ughtred Vavasour Dallimore Bickerdyke",
    ),
}

_MONTHS: Final = list(calendar.month_name)[1:]
_DATE: Final = re.compile(
    rf"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(\d{{1,2}})(?:st|nd|rd|th)? ({'|'.join(_MONTHS)}),? (\d{{4}})\b"
)
_RANGE: Final = re.compile(r"\d(?:st|nd|rd|th)?(?: ?[-\u2013/&,] ?| and | to )\Z")
#: Where a page's dateline ends: the day of publication is left as it is.
_DATELINE: Final = 2  # lines

_DATES: Final[dict[str, Callable[[int, int, int], str]]] = {
    "4 Mar 2021": lambda d, m, y: f"{d} {_MONTHS[m - 1][:3]} {y}",
    "4th March 2021": lambda d, m, y: f"{_ordinal(d)} {_MONTHS[m - 1]} {y}",
    "4th of March 2021": lambda d, m, y: f"{_ordinal(d)} of {_MONTHS[m - 1]} {y}",
    "March 4, 2021": lambda d, m, y: f"{_MONTHS[m - 1]} {d}, {y}",
    "Thursday 4 March 2021": lambda d, m, y: f"{_weekday(d, m, y)} {d} {_MONTHS[m - 1]} {y}",
    "Thursday, 4th March, 2021": lambda d, m, y: f"{_weekday(d, m, y)}, {_ordinal(d)} {_MONTHS[m - 1]}, {y}",
    "04/03/2021": lambda d, m, y: f"{d:02}/{m:02}/{y}",
    "04.03.2021": lambda d, m, y: f"{d:02}.{m:02}.{y}",
    "2021-03-04": lambda d, m, y: f"{y}-{m:02}-{d:02}",
}

_IN_WORDS: Final = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_UNITS: Final = r"(?=[ -](?:months?|years?|weeks?|counts|charges|hours)\b(?! old))"

_OF_WOMEN: Final = re.compile(
    r"\b(?:she|hers?|wom[ae]n|wife|girl|mother|daughter|sister|girlfriend|m(?:r?s|iss)|female|policewoman|lady)\b",
    re.I,
)
_SHE: Final = {
    "he": "she",
    "his": "her",
    "him": "her",
    "himself": "herself",
    "mr": "ms",
    "policeman": "policewoman",
    "male": "female",
}
_OF_RANK: Final = re.compile(
    r"\b(?:sergeant|sgt|ps|ds|detective|inspector|dc|special constable|(?:deputy |assistant )?chief constable)\b",
    re.I,
)
_WORDS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    '"admitted" for "pleaded guilty to"': ((r"\bpleaded guilty to\b", "admitted"),),
    '"sent to prison" for "jailed"': ((r"\bjailed for\b", "sent to prison for"),),
    '"fired" for "sacked"': ((r"\bsacked\b", "fired"),),
    '"quit" for "resigned"': ((r"\bresigned\b", "quit"),),
    '"handed" for "given a final written warning"': ((r"\bgiven (?=a final written warning)", "handed "),),
    '"disciplinary hearing" for "misconduct hearing"': ((r"\bmisconduct hearing\b", "disciplinary hearing"),),
}

#: The same words in another style.
_STYLES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "American spelling": (
        (r"(?<=[Oo])ffence", "ffense"),
        (r"(?<=[Uu]nauthori)s|(?<=[Aa]uthori)s|(?<=[Rr]ecogni)s|(?<=[Aa]pologi)s", "z"),
        (r"(?<=behavi)our\b", "or"),
        (r"(?<=[Dd]efen)ce\b", "se"),
    ),
    '"ex-" for "former"': (
        (
            r"\bformer (?=(?:police|officer|constable|sergeant|detective|inspector|P[Cc]|D[CS])\b(?! ['\u2018A-Z]))",
            "ex-",
        ),
    ),
    '"34 year old" for "34-year-old"': ((r"(?<=\d)-year-old\b", " year old"),),
    '"P.C. Lee" for "PC Lee"': (
        (r"\bP[Cc](?= [A-Z][a-z])", "P.C."),
        (r"\bSgt(?= [A-Z])", "Sgt."),
        (r"\bMr(?= [A-Z])", "Mr."),
    ),
    '"wasn\'t" for "was not"': (
        (r"\b(was|were|did|had|has|have|does|is|could|would) not\b(?! guilty)", r"\1n't"),
    ),
    '"2yrs" for "2 years"': ((r"(?<=\d) years\b", "yrs"), (r"(?<=\d) months\b", " mths")),
    "a capital for every rank": (
        (r"\b(?<!chief )(?<!special )constable(?=[ .,])(?! [A-Z])", "Constable"),
        (r"\bsergeant(?=[ .,])(?! [A-Z])", "Sergeant"),
    ),
    "two blanks after a comma": ((r", ", ",  "),),
    "no blank after a full stop": ((r"(?<=[a-z]{2})\. (?=[A-Z][a-z]+ (?:was|had|has|is)\b)", "."),),
    "blanks at lines' ends": ((r"(?m)$", " "),),
    "every line indented": ((r"(?m)^(?=\S)", "  "),),
    "labels in bold type (Markdown)": ((r"(?m)^([A-Z][A-Za-z ]{2,25}:)(?= \S)", r"**\1**"),),
}

#: Somebody of no case, told of in one sentence more at the end of a story; {name} is one that the page does not hold.
_MORE: Final = {
    "an officer who gave evidence": "PC {name}, who gave evidence, said she had been shocked by what she found.",
    "an officer who made the arrest": "He was arrested by PC {name} and interviewed under caution.",
    "a chief who waves criticism away": "Chief Constable {name} dismissed the suggestion that the force had been slow to act.",
    "an outsider jailed": "{name}, 29, a drug dealer of no fixed address, was jailed for four years in 2019.",
    "a victim": "The victim, {name}, 43, who has waived her right to anonymity, said she was relieved.",
    "a federation's chair": "{name}, chair of the Police Federation branch, said the process had taken far too long.",
}


def changes() -> Iterator[tuple[str, Change]]:
    """Every change with what it does, in the order of the table."""
    for which, (men, women, surnames) in NAMES.items():
        yield f"names {which}", _renamed(men.split(), women.split(), surnames.split())
    for style, write in _DATES.items():
        yield f"dates as {style}", _redated(write)
    yield "numbers in digits", _of_text(_in_digits)
    yield "numbers in words", _of_text(_in_words)
    yield "she for he", _of_text(_she)
    yield "sergeant for constable", _promoted
    for name, pairs in _WORDS.items():
        yield name, _reworded(pairs)
    for name, pairs in _STYLES.items():
        yield name, _reworded(pairs)
    for who, sentence in _MORE.items():
        yield f"one sentence more: {who}", _told_more(sentence)
    yield "lines wrapped at 72", _of_text(lambda text: _wrapped(text, 72))
    yield "two spaces after a full stop", _of_text(lambda text: text.replace(". ", ".  "))
    yield "curly quotation marks", _of_text(_curly)
    yield "headline in capitals", _of_text(_shouted)


def _of_text(write: Callable[[str], str]) -> Change:
    """A change to the text alone: the labels stay."""

    def change(text: str, gold: Gold, _: Random) -> tuple[str, Gold] | None:
        new = write(text)
        return (new, gold) if new != text else None

    return change


def _renamed(men: list[str], women: list[str], surnames: list[str]) -> Change:
    """Other names for subjects and chairs, each word of a name for one word, wherever it stands with a capital.

    A first name that tells of a man or a woman gives place to one that tells the same; any other stays.
    """

    def change(text: str, gold: Gold, chance: Random) -> tuple[str, Gold] | None:
        proceedings = [s.get("proceeding") or {} for s in gold["subjects"]]
        full = [s["name"] for s in gold["subjects"] if s.get("name")]
        full += [p["chair"] for p in proceedings if p.get("chair")]
        last = {w.title() if w.isupper() else w for w in (name.split()[-1] for name in full)}
        # (a heading's "ANN LEE" is "Ann Lee" below it)
        words = dict.fromkeys(
            w.title() if w.isupper() else w
            for name in full
            for w in name.split()
            if len(w) > 2 and w[0].isupper()
        )
        left = {
            key: chance.sample(names, len(names))
            for key, names in ((True, women), (False, men), (None, surnames))
        }
        new: dict[str, str] = {}
        for word in words:
            sex = None if word in last else names_by_sex().get(word.lower())
            if (word in last or sex is not None) and left[sex]:
                new[word] = left[sex].pop()
        if not new:
            return None
        new |= {w.upper(): to.upper() for w, to in new.items()}
        either = "|".join(sorted(map(re.escape, new), key=len, reverse=True))
        pattern = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")

        def put(words: str) -> str:
            return pattern.sub(lambda m: new[m.group()], words)

        gold = copy.deepcopy(gold)
        for subject in gold["subjects"]:
            subject["name"] = put(subject["name"]) if subject.get("name") else None
            proceeding = subject.get("proceeding") or {}
            if proceeding.get("chair"):
                proceeding["chair"] = put(proceeding["chair"])
        return put(text), gold

    return change


def _redated(write: Callable[[int, int, int], str]) -> Change:
    """Full dates below the dateline written otherwise."""

    def one(found: re.Match[str]) -> str:
        if _RANGE.search(found.string, 0, found.start()):
            return found[0]  # "22-23 October 2019"
        day, month, year = int(found[1]), _MONTHS.index(found[2]) + 1, int(found[3])
        return write(day, month, year) if 1 <= day <= calendar.monthrange(year, month)[1] else found[0]

    def again(text: str) -> str:
        lines = text.split("\n")
        return "\n".join([*lines[:_DATELINE], *(_DATE.sub(one, line) for line in lines[_DATELINE:])])

    return _of_text(again)


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 <= day <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def _weekday(day: int, month: int, year: int) -> str:
    return calendar.day_name[calendar.weekday(year, month, day)]


def _in_digits(text: str) -> str:
    return re.sub(rf"\b({'|'.join(_IN_WORDS)}){_UNITS}", lambda m: str(_IN_WORDS.index(m[1]) + 2), text)


def _in_words(text: str) -> str:
    def word(found: re.Match[str]) -> str:
        n = int(found[1])
        return _IN_WORDS[n - 2] if 2 <= n <= 20 else found[1]

    return re.sub(rf"(?<![\d/.,£-])\b(\d{{1,2}}){_UNITS}", word, text)


def _she(text: str) -> str:
    """She for he, on a page that tells of no woman."""
    if _OF_WOMEN.search(text):
        return text

    def word(found: re.Match[str]) -> str:
        said = found.group()
        new = _SHE[said.lower()]
        return new.upper() if said.isupper() else new.capitalize() if said[0].isupper() else new

    return re.sub(rf"\b(?:{'|'.join(_SHE)})\b", word, text, flags=re.I)


def _promoted(text: str, gold: Gold, _: Random) -> tuple[str, Gold] | None:
    """Sergeants for constables, on a page that tells of no other rank."""
    if _OF_RANK.search(text):
        return None
    new = text
    for old, rank in (("PC", "PS"), ("Constable", "Sergeant"), ("constable", "sergeant")):
        new = re.sub(rf"\b{old}(?=s?\b)", rank, new)
    gold = copy.deepcopy(gold)
    for subject in gold["subjects"]:
        if subject.get("rank") == "police_constable":
            subject["rank"] = "sergeant"
    return (new, gold) if new != text else None


def _reworded(pairs: tuple[tuple[str, str], ...]) -> Change:
    def again(text: str) -> str:
        for old, new in pairs:
            text = re.sub(old, new, text)
        return text

    return _of_text(again)


def _told_more(sentence: str) -> Change:
    """One sentence more at the end of a news story, about somebody whom it does not name."""

    def change(text: str, gold: Gold, chance: Random) -> tuple[str, Gold] | None:
        men, women, surnames = (names.split() for names in NAMES["that are rare"])
        free = [name for name in (*men, *women) if name not in text], [n for n in surnames if n not in text]
        if gold.get("kind") != "news" or not all(free):
            return None
        name = " ".join(chance.choice(words) for words in free)
        return f"{text.rstrip()}\n\n{sentence.format(name=name)}\n", gold

    return change


def _wrapped(text: str, width: int) -> str:
    """Long lines of running text broken as a mail breaks them; columns stay."""
    lines = text.split("\n")
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        if len(line) > width + 10 and not any(mark in line for mark in ("  ", "|", "\t"))
        else line
        for line in lines
    )


def _curly(text: str) -> str:
    return re.sub(r'"([^"\n]*)"', "\u201c\\1\u201d", text).replace("'", "\u2019")


def _shouted(text: str) -> str:
    first, mark, rest = text.partition("\n")
    return first.upper() + mark + rest
