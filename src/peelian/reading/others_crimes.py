"""Others' crimes: what a court did to somebody outside the police, told by the way on a page about officers.

The man who complained and "was charged with being drunk", the "five men, three of whom were jailed for life":
these charges, verdicts and terms are taken out of the scan before anything is read, so that none of them
becomes an officer's. What a page tells of somebody with a name ("Ned Obi, 36, now serving four years for
perjury, said") is taken out once the cast has settled who is no subject.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.kin import KIN
from peelian.reading.model import Span
from peelian.reading.name_words import fold, given_names
from peelian.reading.page import Page, Sentence
from peelian.reading.persons import Person
from peelian.reading.scan import Hit, Scan
from peelian.reading.spans import holds_any

# What a court or the police did to somebody, and for what.
_KINDS: Final = (
    "offence", "offence_weak", "act", "stage", "penalty", "finding", "does", "passive", "unnamed_verdict", "plea", "appeal_word",
    "outcome",
    "former",
    "departure",
    "order",
)  # fmt: skip
_ONE: Final = (
    r"(?:man|woman|boy|girl|teenager|youth|youngster|motorist|driver|passenger|cyclist|pedestrian|suspect|detainee|complainant|prisoner|arrested person"
    r"|student|schoolboy|schoolgirl|father|mother|son|daughter|neighbour|protester|protestor|fan|burglar|dealer|drug dealer|attacker|intruder|shoplifter|patient|resident)"
)
_MANY: Final = r"(?:men|women|people|boys|girls|teenagers|youths|motorists|suspects|protesters|protestors|students|fans|burglars|dealers|attackers|brothers|relatives|members of the public|family members|civilians)"
_WHAT: Final = r"(?:[\w'-]+ (?!(?:and|officers?|police|force)\b)){0,3}?"
# "five men - three of whom were jailed for life": to the end of the clause
_OF_WHOM: Final = re.compile(
    rf"\b{_MANY}(?: (?!who\b)[\w'-]+){{0,5}}(?:,| [-\u2013\u2014]) (?P<from>(?:[\w-]+ )?of whom (?:was|were|had|have|has|are|is)\b)[^.;\u2013\u2014]{{0,160}}"
)
# "The man was later charged with", "A woman who was arrested at the scene was convicted of"
_DONE: Final = (
    r"(?:(?:was|were|has been|have been|had been|is|are)(?: (?:also|later|then|now|since|subsequently|eventually|himself|herself|initially|originally|already))*"
    r" (?:charged|convicted|jailed|sentenced|fined|cautioned|acquitted|cleared|found (?:not )?guilty|bailed|remanded|prosecuted|detained on suspicion|arrested (?:on suspicion|for))"
    r"|(?:has |had |later |then )?(?:pleaded (?:not )?guilty|admitted (?:assault|theft|possess|driv|being|a charge|charges|burglary|criminal)))"
)
_CIVILIAN_WAS: Final = re.compile(
    rf"[\"']?(?:the|a|another|that|one|both|two|three|four|five) {_WHAT}(?:{_ONE}|{_MANY})(?:,? who (?:(?!\b(?:officer|constable|sergeant|police)\b)[^.;])"
    + r"{3,90}?,?| (?:in|from|at|on|with) [\w' -]{3,40}?)? "
    + rf"(?P<from>{_DONE})"
)
# ... whose own sentence opens what the next one goes on about: "The man had been taken to the police station, drunk"
_DETAINED: Final = re.compile(
    rf"[\"']?(?:the|a|another|that|one) {_WHAT}(?P<who>{_ONE})\b(?!'s)[^.;]{{0,120}}?\b(?:arrested|detained|custody|handcuff\w*|taken (?:in)?to (?:[\w']+ ){{0,4}}(?:police station|cell)|stopped|restrained|suspicion|drunk|cell)\b"
)
_GOES_ON: Final = re.compile(rf"(?P<who>he|she|they) (?P<from>{_DONE})")
_THE_CHARGES: Final = re.compile(
    r"(?:all |both |the |those |these |all the |both the )*(?:charges?|case|prosecution|conviction)(?: against (?:him|her|them|the (?:wo)?man))? (?:was|were|has been|have been|had been) (?:\w+ ){0,2}?(?:dismissed|dropped|withdrawn|discontinued|quashed|thrown out)\b"
)
_SHE: Final = frozenset({"woman", "girl", "schoolgirl", "mother", "daughter"})
_HE: Final = frozenset({"man", "boy", "schoolboy", "father", "son"})
# A civilian by these words only, and an officer after all.
_POLICE_TOO: Final = re.compile(
    r"\b(?:police officer|serving officer|former officer|off-duty|constable|sergeant|inspector|pcso|detective|special|who (?:works?|worked|serves|served) (?:for|with|in|as))\b"
)
_RANKED: Final = re.compile(
    r"(?:the (?:[\w-]+ )?(?:officer|constable|sergeant|inspector|detective|pcso|pc|superintendent)\b|(?:pc|ps|sgt|dc|insp|sergeant|constable|inspector|mr|ms|mrs) [a-z])"
)
_REACH: Final = 3  # sentences over which "he" still means the man who was detained
_WORDS: Final = ("man", "woman", "boy", "girl", " of whom ", "people", "suspect", "detainee", "complainant", "women", "youth", "teenager", "driver", "motorist", "passenger", "student", "protest", "prisoner", "fan", "dealer", "burglar", "neighbour", "father", "mother", "patient", "resident", "attacker")  # fmt: skip


# "K.J. was |charged with|", "arrested K.J., a boy of 15, |on suspicion of|": somebody whom a paper names by initials
_INITIALS: Final = r"(?<![\w.])(?:[A-Z]\.){2,3}(?![A-Z])"
_INITIALS_WAS: Final = re.compile(
    rf"{_INITIALS}(?:,[^.;,]{{2,60}},)? (?P<from>(?:was|were|had been|has been)(?: \w+)? (?:charged|convicted|cautioned|fined|acquitted|cleared|found (?:not )?guilty|prosecuted|arrested|bailed|remanded|sentenced)|pleaded (?:not )?guilty|admitted|denied)\b"
)
_INITIALS_HELD: Final = re.compile(
    rf"\b(?:arrest|detain|charg|caution|prosecut|stopp|search|interview|question)(?:ed|ing) {_INITIALS}(?:,[^.;]{{2,60}},)? (?P<from>(?:on suspicion of|for|with|over|in connection with)\b)"
)
_RANK_BEFORE: Final = re.compile(r"\b(?:pc|ps|dc|ds|di|sgt|insp|constable|sergeant|inspector|officer) \Z")
# "The caution was quashed", "20 convictions have been quashed", "the protesters' convictions were overturned"
_QUASHED: Final = re.compile(
    r"\b(?:(?:the|her|his|my|their|that|a|[\w-]+'s) (?:police |simple |formal )?caution|(?:\d+|a dozen|dozens of|scores of|hundreds of|several|many|more than [\w-]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty) (?:[\w'-]+ ){0,2}convictions"
    rf"|(?:convictions?|sentences?) of (?:the |all |both |two |three |four |five |six |\w+ )?(?:{_MANY}|activists|miners|defendants|appellants|sub-?postmasters)|(?:{_MANY[3:-1]}|activists|miners)' convictions)"
    r" (?:was|were|is|are|has been|have been|had been)(?: \w+){0,2}? (?:quashed|overturned|set aside|expunged|deleted|removed|withdrawn|rescinded|struck out)\b"
)


# "|Mr K| was arrested for breach of an order and later pleaded guilty. He complained": of a list of complaints
_MR_K_WAS: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss) [A-Z]{1,2}(?![\w.])(?:,[^.;,]{2,60},)? (?P<from>(?:was|were|had been|has been)(?: \w+)? (?:charged|convicted|cautioned|fined|acquitted|cleared|found (?:not )?guilty|prosecuted|arrested|bailed|remanded|sentenced)|pleaded (?:not )?guilty)\b"
)
# "|Lucy| has since been convicted of harassing him": somebody called by a given name that is none of the officers'
_GIVEN_WAS: Final = re.compile(
    r"[\"'\u201c]?(?P<name>[A-Z][a-z]{2,})\*? (?P<from>(?:(?:has|had) (?:since |later |also )?been|was)(?: (?:later|then|also|since|herself|himself|eventually))* (?:convicted|charged|jailed|sentenced|fined|cautioned|arrested|prosecuted|acquitted|found (?:not )?guilty)|pleaded (?:not )?guilty)\b"
)


def _by_given_name(page: Page, persons: list[Person]) -> list[Span]:
    """Where a page tells what was done to somebody whom it calls by a given name alone, no officer's."""
    taken = {token.lower() for p in persons if p.is_subject for m in p.mentions for token in m.tokens}
    out = []
    for s in page.sentences:
        found = _GIVEN_WAS.match(page.text, s.start, s.end)
        if found is None or found["name"].lower() in taken or fold(found["name"]) not in given_names():
            continue
        out.append((found.start("from"), _clause_end(page, found.end(), s)))
    return out


def _of_initials(page: Page) -> list[Span]:
    """Where a page tells what was done to somebody whom it names by initials only."""
    out = []
    patterns = [_INITIALS_WAS, _INITIALS_HELD]
    if "complain" in page.low:
        patterns.append(_MR_K_WAS)
    for pattern in patterns:
        for m in pattern.finditer(page.text):
            if _RANK_BEFORE.search(page.low, max(0, m.start() - 14), m.start()) is None:
                stop = _clause_end(page, m.end(), page.sentence_at(m.end() - 1))
                out.append((m.start("from"), stop))
    return out


def _quashed(page: Page) -> list[Span]:
    """Where a page tells that a civilian's caution, or the convictions of many, no longer stand."""
    if not holds_any(page.low, _NO_LONGER):
        return []
    return [m.span() for m in _QUASHED.finditer(page.low)]


# "Former PC cleared, |drug dealer| jailed for life"; "... was dismissed, while |the dealer| got nine years"
_OFFICER: Final = r"(?:police officer|officer|pc|constable|sergeant|sgt|inspector|detective|cop|policeman|policewoman|pcso|dc|ds|superintendent|commander)"
_BESIDE: Final = re.compile(
    r"(?:[,;:] |\b(?:as|while|and|but|whereas) )(?:the |an? |his |her |one |another )?(?:[\w'-]+ )?\Z"
)
_GOT: Final = re.compile(
    r" (?:(?:was|is|has been|had been) (?:also |later )?)?(?:jailed|convicted|sentenced|locked up|imprisoned|fined|found guilty|acquitted|gets|got|given|receives|received|admits|admitted|pleads guilty|pleaded guilty)\b"
)
_AN_OFFICER: Final = re.compile(
    r"\b(?:officers?|pcs?|constables?|sergeants?|sgt|inspector|detectives?|cops?|policem[ae]n|policewom[ae]n|pcsos?|dc|ds|di|dci|superintendent|special)\b"
)


def _beside_officers(page: Page, scan: Scan) -> list[Span]:
    """Where a clause beside one on an officer tells what a court did to a dealer, a burglar, a solicitor."""
    out = []
    for hit in scan.of("civilian"):
        if hit.value not in ("trade", "criminal"):
            continue
        s = page.sentence_at(hit.start)
        got = _GOT.match(page.low, hit.end, s.end)
        if got is None or _BESIDE.search(page.low, max(s.start, hit.start - 24), hit.start) is None:
            continue
        if _AN_OFFICER.search(page.low, s.start, hit.start) is not None:
            out.append((hit.start, _clause_end(page, got.end(), s)))
    return out


# "The wife of a jailed police officer wept as a jury |cleared her|", "Ex-PC's wife |cleared of| helping him"
_KIN_OPENS: Final = re.compile(
    rf"[\"']?(?:(?:the |an? )?(?:[\w-]+ ){{0,2}}?{KIN} of (?:an?|the|one|two|three|disgraced|jailed|former|ex-)(?: ?[\w'-]+){{0,6}}? {_OFFICER}"
    rf"|(?:an? |the )?(?:[\w'-]+ ){{0,4}}?(?:ex-|former )?{_OFFICER}['\u2019]s? (?:[\w-]+ )?{KIN})\b(?!['\u2019])"
)
_KIN_TRIED: Final = re.compile(
    r"[^.;]{0,90}?\b(?P<from>(?:was|were|has been|have been|is) (?:\w+ )?(?:charged|cleared|acquitted|convicted|jailed|sentenced|fined|found (?:not )?guilty)|(?:cleared|clears|acquitted|convicted|jailed|found)(?: her| him| them)?|pleaded|admitted|denied)\b"
)


def _of_kin(page: Page) -> list[Span]:
    """Where a sentence that opens on an officer's wife or son tells what a court did: to her, not to the officer."""
    out = []
    for s in page.sentences:
        opens = _KIN_OPENS.match(page.low, s.start, s.end)
        if opens is None or page.low.startswith((" and ", ", and "), opens.end()):
            continue
        tried = _KIN_TRIED.match(page.low, opens.end(), s.end)
        if tried is not None and _POLICE_TOO.search(page.low, opens.end(), tried.end()) is None:
            out.append((tried.start("from"), _clause_end(page, tried.end(), s)))
    return out


_NO_LONGER: Final = ("caution ", "convictions ", "convictions of", "conviction of", "sentences of")


def others_crimes(page: Page, scan: Scan) -> list[Hit]:
    """The hits of a page by which a court or the police did something to somebody outside the police, in no order."""
    theirs = [*_quashed(page), *_beside_officers(page, scan), *_of_kin(page)]
    if "." in page.text:
        theirs += _of_initials(page)
    if holds_any(page.low, _WORDS):
        theirs += [*_of_whom(page), *_of_civilians(page)]
    return told_in(theirs, scan) if theirs else []


def _of_whom(page: Page) -> list[Span]:
    if " of whom " not in page.low:
        return []
    return [
        (m.start("from"), m.end())
        for m in _OF_WHOM.finditer(page.low)
        if _POLICE_TOO.search(page.low, max(0, m.start() - 40), m.start("from")) is None
    ]


def _of_civilians(page: Page) -> list[Span]:
    out = []
    detained, since = "", 0  # who was told of last as detained, and how many sentences ago
    for s in page.sentences:
        own = _CIVILIAN_WAS.match(page.low, s.start, s.end)
        if own is not None and _POLICE_TOO.search(page.low, s.start, s.end) is None:
            out.append((own.start("from"), _clause_end(page, own.end(), s)))
        held = _DETAINED.match(page.low, s.start, s.end)
        if held is not None and _POLICE_TOO.search(page.low, s.start, held.end()) is None:
            detained, since = held["who"], 0
            continue
        if not detained:
            continue
        since += 1
        if since > _REACH or _RANKED.match(page.low, s.start, s.end):
            detained = ""
            continue
        goes_on = _GOES_ON.match(page.low, s.start, s.end)
        if goes_on is not None and _agrees(goes_on["who"], detained):
            out.append((s.start, _clause_end(page, goes_on.end(), s)))
            since = 0
        elif _THE_CHARGES.match(page.low, s.start, s.end) and since <= 1:
            out.append((s.start, s.end))
    return out


# "The man was charged with assault, but the officer was convicted": of the officer again
_BACK: Final = re.compile(
    r",? (?:but|while|and|whereas) (?:the (?:[\w-]+ )?(?:officer|constable|sergeant|inspector|detective)s?|pc|sgt|ps|dc|mr) "
)


def _clause_end(page: Page, at: int, s: Sentence) -> int:
    back = _BACK.search(page.low, at, s.end)
    return back.start() if back is not None else s.end


def _agrees(pronoun: str, who: str) -> bool:
    """Whether "he" or "she" can mean whoever was detained."""
    if pronoun == "they":
        return False
    return who not in (_HE if pronoun == "she" else _SHE)


# "Ned Obi - |now jailed for perjury| -", "Obi, 36, |now serving four years for theft,|", "Obi, |who was jailed|", "Obi |was convicted of|"
_NAMED: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?"
    r"(?:(?P<aside>,| -| \u2013| \u2014| \() ?(?:who (?:is|was|has been|had been) )?(?:(?:now|later|since|then|already|currently|subsequently|himself|herself) )*"
    r"(?:jailed|convicted|imprisoned|locked up|serving (?:an? )?(?:[\w-]+ ){0,4}?(?:years?|months?|life|sentence|term)|sentenced|found guilty|charged|fined|cautioned)\b"
    r"|(?:, [^.;,\"]{3,60},)?(?:,? who)? (?:(?:was|is|has been|had been|(?P<many>were|are|have been))(?: (?:also|later|then|now|since|subsequently|eventually|himself|herself|themselves|both|finally))* (?:charged|convicted|jailed|sentenced|fined|cautioned|imprisoned|locked up|serving|found guilty|arrested (?:on suspicion|for|over|and))"
    r"|(?:has |had |later |then )?(?:confessed to|pleaded guilty|admitted (?:killing|murder\w*|assault\w*|theft|possess\w*|burglary|a charge|charges))|(?:is |was )?serving (?:an? )?(?:[\w-]+ ){0,4}?(?:years?|months?|life|sentence|term)))"
)
_ASIDE_CLOSES: Final = {
    ",": re.compile(r",? (?:was|were|is|had|has|said|told|began|gave)\b"),
    " (": re.compile(r"\)"),
    " -": re.compile(r" - "),
    " \u2013": re.compile(r" \u2013 "),
    " \u2014": re.compile(r" \u2014 "),
}


# "DS Lee, who reported his inspector |and was hounded out of his job|": of whoever is no subject, where "who" can be nobody else
_WHO_AND: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?,? who (?:(?!\b(?:he|she|him|they|them|that|said|told|found|ruled|dismissed|sacked|jailed|sentenced)\b)[^.;,\"]){2,90}?,? (?P<from>(?:and|but|only to be|before being|was then|was later) (?:(?:was|were|has been|had been|later|then|himself|herself|eventually|be) ){0,3}(?:\w+ed|forced|driven|hounded|lost|got|given|left|quit|thrown|shown)\b)"
)
# "PC Moss, of Kent Police, |had been dismissed|": of an officer whom the page clears
_ASIDE_WAS: Final = re.compile(
    r"(?:,? (?:of|from|with) (?:the )?[^.;,\"]{3,40},?)? (?:was|had been|has been|is|were) (?:also |later |then )?(?:dismissed|sacked|fired|suspended|required to resign|reduced in rank|demoted)\b"
    r"|(?: (?:has|had|later|then|also|since|himself|herself)){0,2} (?:left (?:the|policing)|retired|resigned|quit|stepped down)\b"
)


_APPOSED: Final = re.compile(
    r"(?:\d[\d.]* )?(?:the|an?|his|her|their|one|another) (?:[\w'-]+ ){0,5}?[\w'-]+, "
)


# "When the judges |quashed his conviction|, Errol Obi walked out. |He had been found guilty of| murder": his own, and no officer's
_WHEN_HIS: Final = re.compile(
    r"[\"']?(?:when|after|once|before|until|since|by the time|as|although|though|even though)\b[^.;\"]{0,60}?\b(?:his|her) (?:murder |wrongful |\w+ )?(?:convictions?|sentence|appeal|release|trial|arrest)\b[^.;\"]{0,60}?, "
)
_HIS_OWN: Final = re.compile(
    r"[^.;\"]{0,90}?\b(?:walked (?:out|free)|was (?:wrongly |wrongfully )?(?:arrested|released|freed|jailed|convicted|accused|charged|imprisoned|innocent)|spent (?:[\w-]+ ){1,4}(?:years|months|days)|left (?:prison|court|jail)|served (?:[\w-]+ ){1,3}years)\b"
)
_THEN_HE: Final = re.compile(
    rf"(?:he|she) (?:had (?:been|pleaded|served|spent)|{_DONE}|(?:is|was)(?: now| still)? serving|(?:was|is) (?:later |now )?in prison|got (?:[\w-]+ ){{1,3}}years|will serve)"
)
# "Superintendent Lee arrested |Ned Obi| in 2003. |He is serving 24 years|"
_ARRESTED: Final = re.compile(
    r"\b(?:arrested|charged|caught|traced|unmasked|identified|named|prosecuted|convicted|jailed|tracked down)(?: (?:the|a|his|her|suspect|real|true|killer|murderer|burglar|robber|dealer))*,? \Z"
)
_TO_END: Final = re.compile(r"[^.;,]{0,40}[.!]?\s*")


def _of_the_wronged(page: Page, person: Person, own: list[int]) -> list[Span]:
    """Where a page tells of the conviction of somebody without a police role: "When judges quashed his conviction, Ned Obi walked out"."""
    out = []
    for m in person.mentions:
        if m.rank is not None or m.title in ("judge", "commissioner"):
            return []
        index = page.sentence_index(m.start)
        s = page.sentences[index]
        lead = _WHEN_HIS.fullmatch(page.low, s.start, m.start)
        caught = (
            _ARRESTED.search(page.low, max(s.start, m.start - 50), m.start) is not None
            and _TO_END.fullmatch(page.low, m.end, s.end) is not None
        )
        if (not caught and lead is None and m.start > s.start) or any(s.start <= at < s.end for at in own):
            continue
        if lead is not None:
            out.append((s.start, m.start))
        elif not caught and _HIS_OWN.match(page.low, m.end, s.end) is None:
            continue
        for then in page.sentences[index + 1 : index + 1 + _REACH]:
            if then.paragraph != s.paragraph or any(then.start <= at < then.end for at in own):
                break
            if _THEN_HE.match(page.low, then.start, then.end) is None:
                break
            out.append((then.start, _clause_end(page, then.start, then)))
    return out


def named_others(page: Page, persons: list[Person]) -> list[Span]:
    """Where a page tells of a crime or a term of somebody with a name who is no subject, in order and apart."""
    out: list[Span] = _by_given_name(page, persons)
    own = sorted(m.start for p in persons if p.is_subject for m in p.mentions)
    for person in persons:
        if not person.is_subject and person.label is None:
            out += _of_the_wronged(page, person, own)
        if person.is_subject or (person.role == "official" and not person.aside):
            continue
        for m in person.mentions:
            s = page.sentence_at(m.start)
            if person.aside:
                of_aside = _WHO_AND.match(page.low, m.end, s.end) or _ASIDE_WAS.match(page.low, m.end, s.end)
                if of_aside is not None:
                    begin = of_aside.start("from") if "from" in of_aside.groupdict() else m.end
                    stop = min([s.end, *(at for at in own if begin < at < s.end)])
                    out.append((begin, min(_clause_end(page, of_aside.end(), s), stop)))
                    continue
                if person.role == "official":
                    continue
            found = _NAMED.match(page.low, m.end, s.end)
            if found is None and person.role != "official" and _APPOSED.fullmatch(page.low, s.start, m.start):
                found = _NAMED.match(page.low, m.end + 1, s.end)  # "The murderer, Ned Obi, |was convicted|"
            if found is None or (found["many"] and any(s.start <= at < m.start for at in own)):
                continue  # "PC Lee and Ned Obi, a dealer, were convicted": both
            stop = min([s.end, *(at for at in own if found.end() < at < s.end)])
            closes = _ASIDE_CLOSES.get(found["aside"] or "")
            closed = closes.search(page.low, found.end(), stop) if closes is not None else None
            end = closed.start() if closed is not None else _clause_end(page, found.end(), s)
            out.append((m.end, min(end, stop)))
    out.sort()
    return [span for i, span in enumerate(out) if not i or span[0] >= out[i - 1][1]]


def told_in(spans: list[Span], scan: Scan) -> list[Hit]:
    """The hits by which ``spans`` tell of a crime or a term, in no order."""
    return [h for start, end in spans for h in scan.among(_KINDS, start, end)]
