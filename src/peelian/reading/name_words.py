"""Words of names: what stands with a capital and names nobody, titles, and the small words of English."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.nicknames import FILL

# Words that stand with a capital in names of things, never in a person's.
NOT_A_NAME: Final = frozenset(
    """police court crown magistrates street road lane avenue close drive way place square terrace crescent
    unit department office service council university hospital park station house centre center team command
    federation association division borough county city town village district division directorate bureau
    constabulary force committee panel tribunal commission board authority group standards conduct misconduct
    professional anti corruption investigation investigations criminal justice prosecution independent national
    act regulations regulation code ethics human rights offences offence register list order notice hearing
    hearings outcome outcomes news press release media contact statement chronicle gazette magazine herald times post
    echo mail mercury standard observer reporter correspondent advertiser express argus telegraph mirror sun
    star journal recorder courier january february march april may june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday north south east west northern southern
    eastern western central upper lower great greater new old royal england wales scotland ireland britain uk
    british english welsh scottish irish london manchester birmingham liverpool leeds bristol cardiff sheffield
    newcastle nottingham leicester facebook twitter whatsapp instagram snapchat tinder google youtube netflix
    tesco asda sainsbury bbc itv sky pa reuters image photo picture caption source copyright share read more
    comments related stories story advertisement published updated posted cookies cookie privacy terms menu
    search subscribe newsletter follow us home page section tel telephone fax email website www the and of for
    family domestic violence abuse helpline support victim victims charity trust foundation christmas easter
    infirmary suite neighbourhood neighbourhoods keynes barr gardens estate view heath green buildings
    parliament minister secretary government mayor school college academy church club pub hotel airport railway
    minority ethnic thames dyfed tyne tees
    """.split()
)

# The last word of what such a body is called: after a rank's word too it is no surname ("Special Operations Unit").
UNITS: Final = frozenset(
    "unit neighbourhood neighbourhoods department office team command division directorate bureau group branch squad".split()
)

# Words that begin a sentence or a heading and so stand with a capital before a name or alone.
OPENERS: Final = frozenset(
    """the a an on in at by for from with and but or if as it its he she they his her their this that these those
    after before during when while since until who what where why how one two three four five six seven eight nine
    ten there here then now also both all some many most each every no not only today yesterday earlier later last
    next former ex however meanwhile although because despite following speaking sentencing jailing passing
    prosecuting defending mitigating disgraced shamed married single mother father crooked corrupt rogue serving
    housemate flatmate roommate workmate teammate classmate schoolmate lodger landlord landlady
    randy perv pervy bent sleazy boozy boozed drunken greedy evil twisted sick vile thug cheating trusted decorated veteran
    kingpin ringmaster ringleader mastermind lothario loner womaniser fraudster trickster brute cheat chancer fantasist
    hardman playboy lout yob creep weirdo paedo groomer stalker flasher pest gran grandad divorcee newlywed lecher villain
    fiend brawler boozer liar traitor smuggler snooper love-rat sex-pest ex-cop ex-pc
    hero top dopey crazed racist sexist bungling lying thieving sacked pc pcs cop cops policeman policewoman police-officer
    retired predatory convicted dismissed sacked suspended jailed bent trainee probationary student acting temporary
    sir dame lord lady baroness viscount dr mr mrs ms miss mx prof rev judge recorder justice councillor cllr detective police chief
    to of be is was were has had have will would can could may might must shall do did does you your we our i my me
    chairman chairwoman chairperson chair prosecutor solicitor barrister coroner ombudsman director representative
    spokesman spokeswoman spokesperson neighbour magistrate regional associate interim deputy
    mrs hh hhj his her honour about over under re between against per via name officer subject appellant respondent
    """.split()
)

POST_NOMINALS: Final = frozenset("qc kc lqc lqp qpm kpm cbe obe mbe bem mp jp dl qgm phd".split())

# Who bears one of these asks in Parliament or sits in a court; a page's officer does not.
PEERS: Final = frozenset("lord lady baroness viscount viscountess countess".split())
TITLES: Final = frozenset("mr mrs ms miss mx dr sir dame prof professor rev".split()) | PEERS

# Titles and ranks that are surnames too; as the last word of a name they are the surname.
ALSO_SURNAMES: Final = frozenset(
    "judge constable sergeant chief justice recorder lord dean bishop knight marshal major commander king".split()
)

# The small words within a surname: "de la Cruz", "van der Merwe", "ap Rhys", "dos Santos".
PARTICLE: Final = r"(?:de|van|der|von|al|ap|ab|bin|du|la|le|den|ten|ter|ul|el|da|das|dos|del|di|ibn|bint|zu)"

COURT_TITLES: Final = frozenset(
    {"judge", "recorder", "justice", "hhj", "honour", "councillor", "cllr", "commissioner", "hh"}
)


# A word divided at a line's end: "Tas-" / "ker" is one word, "Hargreave-" / "Poole" a double name.
_DIVIDED: Final = re.compile(r"-\n(?=[a-z])")


def unbroken(name: str) -> str:
    """A name's words as they would stand on one line."""
    if "\n" not in name:
        return name
    return _DIVIDED.sub("", name).replace("-\n", "-").replace("\n", " ")


def fold(word: str) -> str:
    """A name's word for comparison: lower case, straight apostrophe, no possessive, no final point."""
    if word.isalpha():  # nearly every word
        return word.lower()
    low = (
        unbroken(word)
        .replace("\u2019", "'")
        .replace("\u2010", "-")
        .replace("\u2011", "-")
        .lower()
        .strip('"\u201c\u201d.,')
    )
    if low.endswith("'s"):
        low = low[:-2]
    elif low.endswith("'"):
        low = low[:-1]
    return low


@cache
def common_words() -> frozenset[str]:
    """Words that these documents write with a small letter."""
    text = (resources.files("peelian.reading") / "data" / "common_words.txt").read_text("utf-8")
    return frozenset(w for w in text.split("\n") if w and not w.startswith("#"))


@cache
def given_names() -> frozenset[str]:
    """Given names that people in these islands bear; most are no other word."""
    text = (resources.files("peelian.reading") / "data" / "given_names.txt").read_text("utf-8")
    return frozenset(w for line in text.split("\n") if not line.startswith("#") for w in line.split())


@cache
def names_by_sex() -> dict[str, bool]:
    """Given names that nearly always tell the sex of whoever bears them: True for a woman's."""
    text = (resources.files("peelian.reading") / "data" / "names_by_sex.txt").read_text("utf-8")
    lines = (line.split(": ", 1) for line in text.splitlines() if not line.startswith("#"))
    return {name: kind == "she" for kind, names in lines for name in names.split()}


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list among the reader's data, one or several a line; a line that begins with # is a remark."""
    text = (resources.files("peelian.reading") / "data" / name).read_text("utf-8")
    return frozenset(w for line in text.split("\n") if not line.startswith("#") for w in line.split())


def word_surnames() -> frozenset[str]:
    """Surnames that are everyday words, or words of places, too: "PC Green", "Sgt Ward"."""
    return listed("everyday_surnames.txt")


@cache
def one_word_openers() -> frozenset[str]:
    """Words with a capital that are no name when they stand alone."""
    small = common_words() | OPENERS | NOT_A_NAME
    return frozenset(w.capitalize() for w in small if w not in ALSO_SURNAMES)


def is_common(word: str) -> bool:
    """Whether a word, or each part of a hyphened one, is written small by such documents."""
    common = common_words()
    return word in common or ("-" in word and all(part in common for part in word.split("-")))


def describes(word: str) -> bool:
    """Whether a hyphened word describes rather than names: "dad-to-be", "mum-of-two"."""
    return "-to-" in word or "-of-" in word


def is_participle(word: str) -> bool:
    """Whether a word before a name is most likely what is done to its bearer: "Dismissing Lee", "Clearing Moss"."""
    return len(word) > 6 and word.endswith("ing") and word not in given_names()  # "Irving", "Sterling"


# A flattened table's next label stuck to a name's last letters.
_GLUED: Final = re.compile(
    r"((?:[A-Z][a-z'\u2019]+-)*[A-Z][a-z'\u2019-]{2,}(?<!-))([A-Z][a-z]{2,})(?:[A-Z0-9].*)?\Z"
)


def words_of(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """The words of ``[start, end)`` as (start, end without possessive, folded)."""
    out, at = [], start
    for filled in text[start:end].replace("\u00a0", " ").split(" "):
        raw = filled.lstrip(FILL)
        at += len(filled) - len(raw)
        stop = at + len(raw)
        if raw.isalpha() and raw[1:].islower():  # nearly every word: nothing to strip, nothing glued
            out.append((at, stop, raw.lower()))
            at = stop + 1
            continue
        glued = _GLUED.match(raw)
        if glued is not None and is_common(glued.group(2).lower()):
            out.append((at, at + len(glued.group(1)), fold(glued.group(1))))
            break  # a label stuck to the name: "SpencerDate16"
        if raw:
            word = fold(raw)
            clean = at + len(raw.rstrip('.,"\u201d'))
            if raw.replace("\u2019", "'").lower().endswith("'s"):
                clean = stop - 2
            elif raw[-1] in "'\u2019":
                clean = stop - 1
            if word and clean > at:
                out.append((at, clean, word))
        at = stop + 1
    return out


# Places and buildings that are common surnames.
_PLACES_TOO: Final = frozenset(
    "kent london england wales bristol west north castle park lane street church hall house hill march may star page royal".split()
)


# Given names that are verbs, months or media too: names right after a rank, or before an age.
GIVEN_TOO: Final = frozenset("will may april june august sky star ireland london royal bristol lane".split())
_AGED: Final = re.compile(r",? (?:aged )?\(?\d\d(?=[,.;:)]| was | is | of | from )")


def aged(text: str, end: int) -> bool:
    """Whether an age stands behind the run of capitals that ends at ``end``: ", 31," or "(31)"."""
    return text[end : end + 2] in (", ", " (", " a") and _AGED.match(text, end) is not None


def cut_to_name(
    words: list[tuple[int, int, str]], after_rank: bool = False, before_age: bool = False
) -> list[tuple[int, int, str]]:
    """The words up to the first that no name holds; a title's or a building's word may be the surname.

    "Hamish Judge", "Tamsin Kent"; right after a rank, any last word may be ("DS Paul Court"), and before an
    age ("Simon Green, 31,"); both tell that "Will" or "April" is a given name.
    """
    for k, (_, _, word) in enumerate(words):
        if word in NOT_A_NAME or word in OPENERS:
            if k == 0 and word in GIVEN_TOO and (after_rank or before_age) and _surname_follows(words):
                continue
            if before_age and k > 0 and k + 1 == len(words) < 4:
                continue
            if word in ALSO_SURNAMES and (k + 1 == len(words)) and (k > 0 or len(words) == 1):
                continue
            if k > 0 and k + 1 == len(words) and (word in _PLACES_TOO or (after_rank and k == 1)):
                continue
            if word in word_surnames() and (
                (after_rank and k == 0 and len(words) == 1)
                or (k == 1 and len(words) == 2 and words[0][2] in given_names())
            ):
                continue
            return words[:k]
    return words[:4]


def _surname_follows(words: list[tuple[int, int, str]]) -> bool:
    """Whether the second of some words can only be a name: "Will Osterley", not "Will Face"."""
    return len(words) > 1 and not (
        is_common(words[1][2]) or words[1][2] in NOT_A_NAME or words[1][2] in OPENERS
    )
