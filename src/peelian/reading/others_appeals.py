"""Others' appeals: convictions that somebody outside the police contests, often because of the officer of whom a page tells.

"Lawyers for Ned Obi argued that his murder conviction was unsafe because the detective, DS Lee, was disgraced": the
murder, the appeal and what became of it are Obi's. They are taken out of the scan, so that none of it becomes the
detective's.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.page import Page, Sentence
from peelian.reading.persons import Person
from peelian.reading.scan import Hit, Scan
from peelian.reading.spans import find_all

_SOMEBODY: Final = r"(?P<name>(?:Mr |Mrs |Ms |Miss )?[A-Z][a-z'\u2019-]+(?:[ -][A-Z][\w'\u2019-]+){0,3})"
_CRIME: Final = r"(?:[\w'-]+ ){0,5}?"
_CONVICTION: Final = (
    rf"(?:his|her|their|the|both|all) {_CRIME}(?:convictions?|guilty verdicts?|verdicts?|sentence|case)"
)
_COUNSEL: Final = r"\b(?:[Ll]awyers?|[Cc]ounsel|[Ss]olicitors?|[Bb]arristers?|[Aa]dvocates?|QC|KC|[Rr]epresentatives|[Ff]amily|[Ss]upporters|[Cc]ampaigners|[Cc]ampaign|[Aa]cting|[Aa]ppearing|[Rr]epresenting)"
_DOUBTED: Final = r"(?:unsafe|unsound|in doubt|tainted|flawed|a miscarriage|wrongful|quash|overturn|set aside|cannot stand|could not stand|should not stand|be looked at again|be reopened|be referred)"
# "Lawyers for Ned Obi argued that his murder conviction was unsafe", "Ned Obi claims his conviction should be quashed"
_ARGUED: Final = re.compile(
    rf"(?:{_COUNSEL} (?:for )?)?{_SOMEBODY}(?:,? \(?\d\d\)?,?)?(?:, (?:who|a|an|the)\b[^.;,]{{3,80}},)? (?:had |has |have |now |then |also |later )*(?:argu|said|say|claim|submit|contend|maintain|told|insist|urged|asked|tried|fought|sought|hoped|complain|appeal|challeng|asserted|wants|want\b|held|believe|alleg)"
    rf"[^.;]{{0,90}}?\b(?P<what>{_CONVICTION})\b[^.;]{{0,60}}?\b{_DOUBTED}"
)
# "Ned Obi had his conviction quashed", "Ned Obi won, lost his appeal against conviction"
_HAD: Final = re.compile(
    rf"{_SOMEBODY}(?:,? \(?\d\d\)?,?)?(?:, (?:who|a|an|the)\b[^.;,]{{3,80}})?,? (?:has |had |later |then |also |was |yesterday |today )*(?:had|won|lost|failed in|loses|wins|saw|cleared after|appealed against|abandoned) (?P<what>{_CONVICTION}|(?:his|her|an|the) (?:\w+ )?(?:appeal|bid|attempt|fight)\b[^.;]{{0,24}}?\b(?:convictions?|sentence|clear (?:his|her) name))\b"
)
# "quashed the robbery conviction of Ned Obi", "dismissed the appeal brought by Ned Obi"
_OF: Final = re.compile(
    rf"\b(?P<what>(?:[\w'-]+ ){{0,4}}?(?:convictions?|appeals?|guilty verdicts?)(?: against (?:his |her )?(?:conviction|sentence))?) (?:of|by|from|brought by|lodged by) (?:(?:an?|another|the|one|his|her) (?:[a-z][\w'-]* ){{0,3}}[a-z][\w'-]*, )?{_SOMEBODY}"
)
# "quashed Ned Obi's robbery conviction", "Obi's appeal was dismissed"
_WHOSE: Final = re.compile(
    rf"\b{_SOMEBODY}['\u2019]s? (?P<what>{_CRIME}(?:convictions?|appeals?|guilty verdicts?))\b"
)
# "referred the case of Ned Obi to the Court of Appeal", "sent Ned Obi's case back"
_SENT: Final = re.compile(
    rf"\b(?:sent|sends|sending|referr?(?:ed|s|ing)|take|taken|took)\b (?P<what>(?:back )?the (?:murder |rape )?cases?) of {_SOMEBODY}|\b(?:sent|sends|sending|referr?(?:ed|s|ing)) {_SOMEBODY.replace('<name>', '<whose>')}['\u2019]s? (?:murder |rape )?case\b"
)
# "|His murder conviction| is in doubt": of whoever was named so in the sentence before
_HIS: Final = re.compile(r"(?:His|Her|The|That|Their) (?:[\w'-]+ ){0,4}?(?:convictions?|appeal)\b")
_SHORT: Final = re.compile(r"(?:Mr|Mrs|Ms|Miss) [A-Z]|[A-Z][a-z'\u2019-]+\Z")  # "Mr Obi", "Obi"
_NO_NAME: Final = re.compile(
    r"\b(?:Police|Constabulary|Courts?|Crown|Appeal|Service|Force|Office|Officers?|Constables?|Sergeant|Inspector|Detectives?|Superintendent|Commander|Commissioner|Special|Former|Met|Yard|Judges?|Justice|Lord|Lady|Chief|Deputy|Attorney|Secretary|Solicitor|General|Director|Prosecutors?|The|His|Her|Their|This|That|It|He|She|They|And|But|An?)\b"
)
_REASON: Final = re.compile(
    r"\b(?:because|as|since|after|when|in (?:the )?(?:light|view) of|on the grounds?|owing to|due to|thanks to|over|following|given that|while|but|and|whose)\b"
)
# "because |the detective who interviewed him| lied": another than the appellant
_AN_OFFICER: Final = re.compile(
    r"\b(?:an?|the|one|two|his|her|their) (?:\w+ ){0,2}?(?:officers?|detectives?|constables?|sergeants?|inspectors?|superintendents?|policem[ae]n|policewom[ae]n)"
    r"(?: who| whose| in (?:the|his|her|charge)| on (?:the|his|her) case| involved| investigating)"
    r"|\b(?:arresting|investigating|interviewing) officers?\b"
)
# An officer's own appeal: "the former detective's appeal", "DS Lee appealed", "his appeal" after DS Lee
_OFFICERS_OWN: Final = re.compile(
    r"\b(?:officer|detective|constable|sergeant|inspector|superintendent|policeman|policewoman|[dp]c|ds|di|pair)['\u2019]s (?:\w+ ){0,3}(?:appeal|convictions?)\b"
    r"|\b(?:appeals?|convictions?) (?:of|by) (?:an? |the |two |both |three )?(?:former |ex-|serving |disgraced |jailed )*(?:police |detective )?(?:officer|detective|constable|sergeant|inspector|superintendent|policeman|policewoman)s?\b"
)
_APPEALS: Final = re.compile(r"\b(?:appeal\w*|quash\w*|overturn\w*|set aside|unsafe|leave to)\b")
_BESIDE: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?,? (?:and|&|with) (?:of )?(?:the |his |her )?(?:[\w-]+ ){0,2}"
)
_PRONOUN: Final = ("he ", "she ", "his ", "her ", "they ", "their ")
# "PC Lee, |whose evidence| had convicted him", told in the sentence next to it
_WITNESS: Final = re.compile(
    r"\bwhose (?:\w+ )?(?:evidence|word|account|statements?|testimony|notes?|notebook)\b|\bwho (?:had )?(?:\w+ly )?(?:arrested|interviewed|investigated|questioned|led|gave evidence|took|searched|charged)\b"
)
_ON_THEIR_WORD: Final = re.compile(
    r"\b(?:rested|relied|depended|hinged|turned|was based|had been based|was founded) (?:\w+ )?(?:up)?on (?:his|her|the (?:officer|detective|constable|sergeant|pc)['\u2019]s) (?:word|evidence|account|statement|testimony|notes)\b"
)
_OF_WORK: Final = re.compile(
    r"\b(?:tribunal|dismissal|panel|misconduct (?:hearing|meeting|panel)|sanction|disciplinary|reinstat\w+)\b"
)
_ALSO_POLICE: Final = re.compile(
    r",? (?:\(?\d\d\)?, )?(?:an?|the|who was an?|once an?) (?:former |ex-|retired |serving |disgraced )?(?:\w+ )?(?:police|officer|detective|constable|sergeant|inspector|pc|dc)\b"
)


def appellants(page: Page, persons: list[Person]) -> set[Person]:
    """Those without a rank who contest a conviction on account of some officer: no police themselves."""
    out: set[Person] = set()
    if "conviction" not in page.low:
        return out
    plain = [p for p in persons if p.label is None and all(m.rank is None for m in p.mentions)]
    if len(plain) == len([p for p in persons if p.label is None]):
        return out
    spots = [(m.start, m.end, p) for p in plain for m in p.mentions]
    ranked = [m.start for p in persons if p not in plain for m in p.mentions]
    for s, found in _contested(page):
        start, end = _at(found)
        because = _REASON.search(page.low, found.end(), s.end)
        officer = any(because.start() < at < s.end for at in ranked) if because is not None else False
        if not officer and (because is None or not _AN_OFFICER.search(page.low, because.start(), s.end)):
            then = page.sentences[min(page.sentence_index(s.start) + 1, len(page.sentences) - 1)]
            near = [at for at in ranked if found.end() < at < then.end]
            goes_on = _HIS.match(page.text, then.start, then.end)
            blamed = goes_on is not None and any(
                _REASON.search(page.low, goes_on.end(), at) for at in near if at > goes_on.end()
            )
            witness = bool(near) and _WITNESS.search(page.low, found.end(), then.end) is not None
            if not blamed and not witness and not _ON_THEIR_WORD.search(page.low, s.start, s.end):
                continue
        if _ALSO_POLICE.match(page.low, end) is None:
            out.update(p for a, b, p in spots if a < end and start < b)
    return out


def others_appeals(page: Page, scan: Scan, persons: list[Person]) -> list[Hit]:
    """The hits that tell of a conviction that somebody else contests, and of what became of it, in no order."""
    if "conviction" not in page.low and "appeal" not in page.low:
        return []
    subjects = [p for p in persons if p.is_subject]
    taken = {m.surname for p in subjects for m in p.mentions}
    own = sorted((m.start, m.end) for p in subjects for m in p.mentions)
    known = {m.surname for p in persons if not p.is_subject for m in p.mentions}
    spans: list[Span] = []
    for s, found in _contested(page):
        name = _name(found)
        last = name.split()[-1].lower().removesuffix("'s").removesuffix("\u2019s")
        if _NO_NAME.search(name) or last in taken or last.split("-")[-1] in taken:
            continue
        if _SHORT.fullmatch(name) and last not in known:
            continue
        known.add(last)
        start, end = _at(found)
        if any(a < end and start < b for a, b in own) or _ALSO_POLICE.match(page.low, end):
            continue
        because = _REASON.search(page.low, max(found.end(), end), s.end)
        stop = because.start() if because is not None else s.end
        if any(end <= a < s.end and _BESIDE.fullmatch(page.low, end, a) for a, _ in own):
            continue  # "quashed the convictions of Ned Obi and DS Lee"
        begin = s.start
        for a, b in own:
            if s.start <= a < found.start():
                begin = max(begin, b)
            elif a >= found.end():
                stop = min(stop, a)
        spans.append((begin, max(stop, found.end())))
        spans += _next(page, s, own)
    if not spans or not subjects:
        return []
    out = [h for a, b in spans for h in scan.among(_KINDS, a, b)]
    if not _own_appeal(page, own, spans):
        for h in scan.among(("appeal_word", "stage", "court", "bench"), 0, len(page.low)):
            s = page.sentence_at(h.start)
            plain = h.kind == "appeal_word" or h.value in ("quashed", "Court of Appeal", "appeal")
            if plain and not _OF_WORK.search(page.low, s.start, s.end):
                out.append(h)
    return list(dict.fromkeys(out))


def _next(page: Page, s: Sentence, own: list[Span]) -> list[Span]:
    """Where the sentence behind one on somebody's conviction goes on about it: "His murder conviction is in doubt because"."""
    i = page.sentence_index(s.start) + 1
    if i >= len(page.sentences):
        return []
    then = page.sentences[i]
    found = _HIS.match(page.text, then.start, then.end)
    if found is None:
        return []
    because = _REASON.search(page.low, found.end(), then.end)
    stops = [then.end, *(a for a, _ in own if a >= found.end()), *([because.start()] if because else [])]
    return [(then.start, min(stops))]


_KINDS: Final = ("offence", "offence_weak", "act", "stage", "penalty", "appeal_word", "order")
_ASKED: Final = ("conviction", "appeal", "verdict", " case")


def _contested(page: Page) -> list[tuple[Sentence, re.Match[str]]]:
    """Every place where somebody with a name has a conviction contested, with its sentence, in order."""
    out: list[tuple[Sentence, re.Match[str]]] = []
    seen: set[int] = set()
    for at in find_all(page.low, _ASKED):
        s = page.sentence_at(at)
        if s.start in seen:
            continue
        seen.add(s.start)
        for shape in (_ARGUED, _HAD, _OF, _WHOSE, _SENT):
            out += [(s, m) for m in shape.finditer(page.text, s.start, s.end)]
    return sorted(out, key=lambda found: found[1].start())


def _at(found: re.Match[str]) -> Span:
    """Where the name stands."""
    return found.span("whose" if "whose" in found.re.groupindex and found["whose"] else "name")


def _name(found: re.Match[str]) -> str:
    start, end = _at(found)
    return found.string[start:end]


def _own_appeal(page: Page, own: list[Span], theirs: list[Span]) -> bool:
    """Whether the page tells of an appeal of the officer's own too."""
    if _OFFICERS_OWN.search(page.low):
        return True
    for found in _APPEALS.finditer(page.low):
        at = found.start()
        if any(a <= at < b for a, b in theirs):
            continue
        s = page.sentence_at(at)
        if page.low.startswith(_PRONOUN, s.start):  # "She has lodged an appeal": of whoever was named last
            named = max((a for a, _ in own if a < s.start), default=-1)
            if named > max((a for a, _ in theirs if a < s.start), default=-1) >= -1 and named >= 0:
                return True
        before = [a for a, _ in own if s.start <= a < at]
        if before and not _OF_WORK.search(page.low, s.start, s.end):
            return True
        after = next((a for a, _ in own if at < a < s.end), None)
        if after is not None and after - at < 60 and _REASON.search(page.low, at, after) is None:
            return True
    return False
