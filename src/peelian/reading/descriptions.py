"""Descriptions: how a document refers to police people whom it does not name.

"the officer", "one of the two officers", "a second call handler", "three more officers", "the other
two", "officers one, four and five": each becomes a ``Description`` with its role, its number and the
way it points (new, known, one of a group, another, the rest).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.by_part import called_by_part
from peelian.reading.description import Description
from peelian.reading.determiners import NUMBERS, read_back
from peelian.reading.joined_descriptions import joined
from peelian.reading.kin import has_kin
from peelian.reading.no_police import is_councils
from peelian.reading.of_which import parts_of_group
from peelian.reading.page import Page
from peelian.reading.persons import SENIOR
from peelian.reading.quantities import GROUPS
from peelian.reading.scan import Hit, Scan

# People of one control room who are told apart by their duty.
_ROOM_DUTIES: Final = ("supervisor", "dispatcher", "despatcher", "manager", "team leader", "operator")
# "The student officer" is another than "the constable" beside whom a report tells of him or her.
_IN_TRAINING: Final = ("student", "trainee", "probation")
MOST_LISTED: Final = 8  # of "the first two officers"
_RELATIVE: Final = re.compile(r"(?:,)? (?:who|whose|whom|on whose|responsible|involved|in charge|that)\b")
# Whose kin an officer is, whom somebody hurt, and what somebody only claimed to be.
_WHOSE: Final = re.compile(
    r"\b(?:whose (?:[\w'-]+ ){1,2}(?:is|was|had been|works as|worked as|serves as|served as) (?:also )?"
    r"|(?:killed|killing|murdered|stabbed|shot|ran down|run down|running down|knocked down|hit|headbutted|spat at|swore at|lied to|bit|who barred|complained to) "
    r"|(?:ploughed|crashed|drove|ran|smashed|slammed|careered|reversed|veered|swerved|lunged|ran) (?:into|at|over|towards) "
    r"|(?:pos(?:ed|ing)|masquerad\w+|dressed up|dress(?:ed|ing)) as |(?:impersonat\w+|pretend\w+ to be|claim\w+ to be) "
    r"|(?:told|telling|convinced|fooled) \w+ (?:that )?(?:he|she|they) (?:was|were) )(?:an? |two |three )?\Z"
)
# "Her supervisor had a case to answer": told of in their own right, not as a colleague who looked on.
_OWN_TURN: Final = re.compile(
    r"(?:,[^.;]{3,60},)? (?:also |then |later |too )?(?:ha[ds] (?:a|no) case|ha[ds] (?:also )?had (?:an? )?(?:final |first )?(?:written )?(?:warning|words of advice)|did not have a case|received|attended a|faced|faces|will face|(?:got|kept|lost|escaped|retired|resigned|is to face)|ha[ds] (?:already |also |since |earlier |himself |herself )?been (?:dealt with|found|given|dismissed|issued|reduced|required|reprimanded|sacked|demoted|cleared|disciplined)"
    r"|(?:was|were|has been|had been|will be) (?:also |later |then )?(?:found|given|dealt|dismissed|issued|reduced|required|reprimanded|sacked|demoted|moved|told (?:that )?(?:he|she) (?:will|would|had|has)))\b"
)
# "Their sergeant signed the form without a glance. |She was given| ...": one of whom the next sentence tells the end
_THEN_DEALT: Final = re.compile(
    r"(?!,? (?:who )?(?:told|said|gave evidence|reported|complained|noticed|found|heard|saw)\b)[^.;\n]{3,170}\. (?P<who>he|she) (?:was|has been|had been) (?:also |later |then |himself |herself )?"
    r"(?:given|dismissed|found|reduced|required|issued|demoted|dealt with|sacked)\b"
)
# "A superintendent's written warning": the rank that gives it.
_STAFF_RULES: Final = re.compile(
    r" (?:standards|discipline|disciplinary|misconduct|policy|policies|procedures?|regulations|handbook)\b"
)
# "An officer working as a call operator" is one person.
_WORKS_AS: Final = re.compile(
    r"\b(?:work(?:s|ed|ing)|serv(?:es|ed|ing)|act(?:s|ed|ing)|employed|deployed) as (?:an? )?\Z"
)
# "A colleague of the constable" is somebody else, of a rank not told.
_COLLEAGUE_OF: Final = re.compile(r"\b(?:an?|another|one) colleague of \Z")
_GIVES: Final = re.compile(r"'s (?:final |formal )?(?:written )?(?:warning|advice)\b")
_WITNESS: Final = re.compile(
    r",? who (?:had |has |also )?(?:made the (?:allegation|complaint|report)|reported|raised|witnessed|complained|came forward|blew the whistle|tipped off|alerted)"
)
# "A sergeant who debriefed the driver told the jury ..."
_TESTIFIED: Final = re.compile(
    r"(?:,? who [^.;,]{3,70}?,?)? (?:told (?:the|our) (?:jury|court|trial|hearing|panel|tribunal|inquest|investigat\w+)|gave evidence)\b"
)
# "complaints made by a former officer", "the former officer alleged that"
_COMPLAINT_BY: Final = re.compile(
    r"\b(?:complaints?|allegations?|concerns?|report|disclosures?|appeal)\b[^.;]{0,24}\b(?:by|from) \Z"
)
_COMPLAINED: Final = re.compile(
    r" (?:had |has |also |then |later |subsequently |previously )*(?:alleged|complained|made (?:a|an|the|several|two|three|\w+)? ?(?:complaints?|allegations?)|raised (?:a |the |his |her |their )?(?:concerns?|complaints?|grievance)|(?:was )?not happy with)\b"
)
# "who deployed his Taser": four words tell one officer's deed from another's.
_DEED: Final = re.compile(
    r" (?:who (?:had |was |allegedly |initially |then )*|(?=conducting|responsible|supervising|driving|carrying|escorting|searching|accompanying|mentoring|dealing|attending|investigating))((?:[\w'-]+ ?){1,4})"
)
_LISTED: Final = re.compile(
    r" ((?:one|two|three|four|five|six|seven|eight)(?:s|'s|s')?(?:(?:, | and |, and | & )(?:one|two|three|four|five|six|seven|eight)(?:s'|'s|s)?)+)"
)
_INCLUDING: Final = re.compile(
    r",? \(?(?:which |who )?includ(?:ing|ed|es) (?:all |both )?(?:of )?the (?:original |first |same |initial )?(\w+)"
)
_NAMED_NEXT: Final = re.compile(r" (?:[A-Z]\b|[A-Z][a-z]+ [A-Z]|\d{3,})")
# "Now a matter for the Deputy Chief Constable": the rank of whoever decides.
_DECIDER: Final = re.compile(
    r"\b(?:(?:matter|decision|one) for|by|before|advised|report(?:ed)? to|(?:matter|case|file|decision) to) \Z"
)
_AGENT: Final = re.compile(
    r"\b(?:assault(?:ing|ed| on)|injur(?:ing|ed)|biting|punching|kicking|spitting at|hit|struck|murder of|assault of|assault on|as|by|from|with|told|informed|informing|asked|called|alongside|including|against|via|through|contacted|under|expected of|required of)"
    r" (?:a|an|another|other|police|the)?\s*\Z"
)

# "A superintendent |gave him words of advice|": who decided, and not of whom it was decided
_HANDS_OUT: Final = re.compile(
    r"(?: from [^.,;]{3,40})?(?: (?:then|later|also|has|had|since|subsequently))* (?:gave|issued|handed|dismissed|reprimanded|warned|cautioned|disciplined) "
    r"(?:him|her|them|both|each of them|the (?:\w+ )?(?:officers?|constables?|sergeants?|inspectors?|pcs?|pcsos?|detectives?|handlers?|operators?|pair|two|three))\b"
)

# "no action was taken against |a probationer": not whom a deed was done to
_ACTION_AGAINST: Final = re.compile(
    r"\b(?:action|proceedings|allegations?|complaints?|matter|charges?|case|findings?|warning|sanction|misconduct|breach(?:es)?)(?: (?:was|were|found|established|substantiated|not|all|both|is|are|has|have|had|been|be|will|would|should|may|could|to|also|later|ever|being|authorised|brought|taken|made|proved|proven|dropped|withdrawn|dismissed|issued|upheld)){0,5} against \Z"
)


# "She admitted nine, and the other three were withdrawn."
_OF_CHARGES: Final = re.compile(
    r" ?(?:(?:was|were|will|to|be|have|has|been) ){0,3}(?:withdrawn|lie on|ordered to lie|left to lie|counts?\b|charges?\b|allegations?\b)"
    r"| (?:[a-z]+ )?(?:parts|aspects|complaints|matters|incidents|occasions|elements|limbs|heads|points|issues|standards|breaches|findings|grounds|calls|reports|searches|men|women|people|suspects|victims|vehicles|cars|forces|cases|investigations|recommendations|strikes|blows)\b"
)
# "for her treatment of |two of the three|": of those to whom it was done
_DONE_TO: Final = re.compile(
    r"\b(?:treatment of|(?:behaviour|conduct|language|attitude|remarks|comments|messages) (?:towards?|to|about)|bull(?:ied|ying)|harass(?:ed|ing)|abus(?:ed|ing)|assault(?:ed|ing)) \Z"
)
# "His wife, who is not |an officer|, was arrested too": nobody is one.
_NOT_ONE: Final = re.compile(
    r"\b(?:not|never|nor|isn't|wasn't|isn\u2019t|wasn\u2019t)(?: (?:himself|herself|now|then|yet|currently|actually|been|in fact|even))? \Z"
)
_STILL_ONE: Final = re.compile(
    r"\b(?:if|had) (?:he|she|they) (?:had )?(?:was |were |been )?(?:still )?(?:been )?(?:an? )?\Z"
)


_RUMOURED: Final = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|reject(?:ed|s|ing)|dismiss(?:ed|es|ing)|quash(?:ed|es|ing)|no truth (?:in|to)|contrary to|untrue|false)(?: (?:the|any|online|press|media|all|some|these))* (?:reports?|rumours?|suggestions?|speculation|talk)(?: (?:online|in the press|on social media))? that \Z"
)


def find_descriptions(page: Page, scan: Scan) -> list[Description]:
    """Every description of unnamed police people in the page, in order."""
    out: list[Description] = []
    for hit in scan.of("unnamed_role"):
        found = None if is_councils(hit, page) else _described(page, hit)
        if found is not None:
            out.append(found)
    out.sort(key=lambda d: d.start)
    roles = len(out)
    starts = [d.start for d in out]
    for hit in scan.of("unnamed_set"):
        appositive = page.low.find(", ", hit.start, hit.end)
        if appositive > 0:
            hit = hit._replace(end=appositive)  # "One, a constable who ...": the comma opens the apposition
        elif page.low.startswith(("the other,", "the first,"), hit.start) and page.low[hit.end - 1] == ",":
            hit = hit._replace(end=hit.end - 1)
        i = bisect_left(starts, hit.end)
        if (
            _OF_CHARGES.match(page.low, hit.end)
            or _is_a_case(page, hit)
            or _DONE_TO.search(page.low, max(0, hit.start - 30), hit.start)
        ):
            continue
        if not any(d.start < hit.end and hit.start < d.end for d in out[max(0, i - 2) : min(i, roles)]):
            form, _, count = hit.value.partition("-")
            n = int(count)
            ordinal = n if form == "nth" else None
            negative = form == "none" or page.low.startswith("neither", hit.start)
            deed = _DEED.match(page.low, hit.end - 4) if page.low.endswith(" who", 0, hit.end) else None
            if form == "none":  # "none of them" speaks of all of them
                form, n = "all", 0
            out.append(
                Description(
                    hit.start, hit.end, "any", "any", {"nth": "ordinal", "one": "part"}.get(form, form),
                    1 if form in ("nth", "one") else n or None, ordinal=ordinal, negative=negative,
                    of=_of_how_many(page.low[hit.start : hit.end]) if form in ("one", "part") else None,
                    counting=form in ("one", "part") and " of " not in page.low[hit.start : hit.end],
                    deed=_long_words(deed),
                )
            )  # fmt: skip
    out.sort(key=lambda d: (d.start, -d.end))
    out = called_by_part(page, parts_of_group(page, joined(page, out)))
    _mark_complainants(page, out)
    return out


def _long_words(deed: re.Match[str] | None) -> tuple[str, ...]:
    """The words that tell one deed from another."""
    return tuple(w for w in deed.group(1).split() if len(w) > 3) if deed is not None else ()


def _is_a_case(page: Page, hit: Hit) -> bool:
    """Whether "one" or "another" is a case just spoken of and nobody: "We read 40 files. In |one|, a constable ..."."""
    comma = page.low.find(",", hit.start, hit.end + 1)
    words = page.low[hit.start : comma if comma > 0 else hit.end]
    return words in ("one", "another", "a second", "a third") and page.low.endswith(
        ("in ", "in only "), 0, hit.start
    )


def _described(page: Page, hit: Hit) -> Description | None:
    """The description whose head noun is ``hit``: its determiner, number and telling adjectives, read backwards."""
    family, _, role = hit.value.partition(".")
    text, low = page.text, page.low
    if family == "none":
        return None
    if hit.end - hit.start <= 4 and not text[hit.start : hit.start + 2].isupper():
        return None  # "pc", "di" and "ds" are ranks only in capitals
    if low.startswith(")", hit.end) and low.startswith("(", hit.start - 1):
        return None  # "the special constable (SC)" says it twice
    if (_NAMED_NEXT.match(text, hit.end) and role != "staff") or _GIVES.match(low, hit.end):
        return None
    if role == "staff" and _STAFF_RULES.match(low, hit.end):
        return None
    sentence = page.sentence_at(hit.start)
    words = low[hit.start : hit.end]
    plural = words.endswith(("s", "men", "staff")) or words.startswith("members")
    if words.endswith("staff") and words.startswith("member "):
        plural = False
    d = Description(hit.start, hit.end, family, role, "bare", None if plural else 1, hit)
    read_back(page, d, sentence.start, plural)
    beside = _COLLEAGUE_OF.search(low, max(sentence.start, d.start - 24), d.start)
    if beside is not None and family == "officer" and d.number == 1:
        d.start, d.form, d.role, d.telling = beside.start(), "another", "officer", frozenset()
    if words.startswith(_IN_TRAINING):
        d.telling |= {"student"}
    if plural and d.ordinal == 1 and d.number is not None and 1 < d.number <= MOST_LISTED:
        d.form, d.ordinals = "listed", tuple(range(1, d.number + 1))  # "the first two officers"
    if words.endswith(" case"):
        d.telling |= {"case"}  # "the officer in the case" is no other "officer"
    if role == "control_room":
        d.telling |= {w.replace("desp", "disp") for w in _ROOM_DUTIES if w in words}
    d.possessive = low.startswith(("'s ", "' ", "'s\n"), hit.end) or (
        plural and low.startswith("' ", hit.end)
    )
    d.relative = _RELATIVE.match(low, hit.end) is not None
    d.agent = _AGENT.search(
        low, max(sentence.start, d.start - 14), d.start + (2 if low[d.start : d.start + 2] == "a " else 0)
    ) is not None and (d.form in ("new", "another", "bare") and d.number in (1, None))
    if d.form in ("new", "another") and d.number == 1 and _HANDS_OUT.match(low, d.end):
        d.agent = True
    if d.agent and (low.endswith(("dealt with ", "deal with "), 0, d.start)):
        d.agent = False
    if d.agent and _ACTION_AGAINST.search(low, max(sentence.start, d.start - 50), d.start):
        d.agent = False
    if d.generic and d.form == "new" and _STILL_ONE.search(low, max(sentence.start, d.start - 24), d.start):
        d.form = "none"  # "if he were still a serving officer" brings in nobody
    if d.form == "new" and d.number == 1 and _NOT_ONE.search(low, max(sentence.start, d.start - 24), d.start):
        d.form = "none"
    if d.form in ("new", "another") and _RUMOURED.search(low, max(sentence.start, d.start - 90), d.start):
        d.form = "none"  # "denied reports that an inspector had quit"
    deed = _DEED.match(low, hit.end)
    d.deed = _long_words(deed)
    d.witness = (
        _WHOSE.search(low, max(sentence.start, d.start - 40), d.start) is not None
        or (
            low.startswith(("his ", "her ", "their "), d.start)
            and not _turn_of(low, d, sentence.start)
            and not low.endswith(" nor ", 0, d.start)
        )
        or _WITNESS.match(low, hit.end) is not None
        or (d.form == "new" and _TESTIFIED.match(low, hit.end) is not None)
        or has_kin(page, d.start, hit.end)
        or (role in SENIOR and _DECIDER.search(low, max(sentence.start, d.start - 24), d.start) is not None)
        or _WORKS_AS.search(low, max(sentence.start, d.start - 20), d.start) is not None
    )
    including = _INCLUDING.match(low, hit.end) if plural else None
    if including is not None:
        d.including = NUMBERS.get(including.group(1), 0)
    listed = _LISTED.match(low, hit.end) if plural else None
    if listed is not None:
        d.ordinals = tuple(
            NUMBERS[w.strip("'s")] if w.strip("'s") in NUMBERS else NUMBERS[w]
            for w in _number_words(listed.group(1))
        )
        d.form, d.number, d.end = "listed", len(d.ordinals), listed.end()
    return d


def _of_how_many(words: str) -> int | None:
    """Of how many "one of the three" is one."""
    _, of, rest = words.partition(" of the ")
    return (NUMBERS.get(rest) or GROUPS.get(rest)) if of else None


def _turn_of(low: str, d: Description, sentence: int) -> bool:
    """Whether a sentence opens on somebody's superior of whom it tells the verdict."""
    return (
        not any(c.isalpha() for c in low[sentence : d.start])
        and d.number == 1
        and not d.generic
        and d.role != "supervisor"
        and (_OWN_TURN.match(low, d.end) is not None or _is_dealt_with_next(low, d))
    )


def _is_dealt_with_next(low: str, d: Description) -> bool:
    """Whether the next sentence tells the end of "their sergeant", or by "she" that of "his sergeant"."""
    then = _THEN_DEALT.match(low, d.end)
    if then is None:
        return False
    another = {"his ": "she", "her ": "he"}
    return low.startswith("their ", d.start) or another.get(low[d.start : d.start + 4]) == then["who"]


def _mark_complainants(page: Page, found: list[Description]) -> None:
    """A former officer who made the complaint is no subject, wherever the page speaks of the former officer."""
    former = [d for d in found if d.former and d.number == 1]
    if any(
        _COMPLAINT_BY.search(page.low, max(0, d.start - 60), d.start) or _COMPLAINED.match(page.low, d.end)
        for d in former
    ):
        for d in former:
            d.witness = True


def _number_words(words: str) -> list[str]:
    out = []
    for w in re.findall(r"[a-z]+", words.replace("'", "")):
        if w in NUMBERS:
            out.append(w)
        elif w.endswith("s") and w[:-1] in NUMBERS:
            out.append(w[:-1])
    return out
