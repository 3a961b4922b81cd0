"""Others' crimes: what a court did to somebody outside the police, told by the way on a page about officers.

The man who complained and "was charged with being drunk", the "five men, three of whom were jailed for life":
these charges, verdicts and terms are taken out of the scan before anything is read, so that none of them
becomes an officer's. What a page tells of somebody with a name ("Ned Obi, 36, now serving four years for
perjury, said") is taken out once the cast has settled who is no subject.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.compared_cases import compared_cases
from peelian.reading.culprits import culprits
from peelian.reading.kin import KIN
from peelian.reading.looked_up import looked_up
from peelian.reading.model import Span
from peelian.reading.page import Page, Sentence
from peelian.reading.scan import Hit, Scan
from peelian.reading.spans import find_all, holds_any
from peelian.reading.those_handled import those_handled

# What a court or the police did to somebody, and for what.
_KINDS: Final = (
    "offence", "offence_weak", "act", "stage", "penalty", "finding", "does", "passive", "unnamed_verdict", "plea", "order", "appeal_word",
)  # fmt: skip
#: What an employer does, or anybody: left out with the rest where somebody else is told of by name or trade.
AT_WORK: Final = ("outcome", "former", "departure")
ONE: Final = (
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
DONE: Final = (
    r"(?:(?:was|were|has been|have been|had been|(?:had|has|have) (?:earlier|previously|already|since|later|also) been|is|are)(?: (?:also|later|then|now|since|subsequently|eventually|himself|herself|initially|originally|already))*"
    r" (?:charged|convicted|jailed|sentenced|fined|cautioned|acquitted|cleared|found (?:not )?guilty|bailed|remanded|prosecuted|detained on suspicion|arrested (?:on suspicion|for)"
    r"|sent (?:down|to (?:an? |the )?(?:prison|jail|young|youth|detention|borstal|secure))|put (?:away|behind bars|in (?:prison|jail))|banged up|locked up)"
    r"|(?:has|have|had) (?:had )?(?:his|her|their) convictions?(?: for [\w' ]{3,40})? (?:been )?(?:quashed|overturned)"
    r"|(?:has |had |later |then )?(?:pleaded (?:not )?guilty|admitted (?:assault|theft|possess|driv|being|a charge|charges|burglary|criminal)))"
)
# "Earlier this year |a bank clerk| there was jailed": never in the opening, which may call an officer by another trade
_A_CERTAIN: Final = re.compile(
    r"[\"']?(?:(?:earlier|last|this|in|on|later)(?: [\w']+){1,3},? )?(?:an?|another|one) (?:[\w'-]+ (?!(?:and|officers?|police|force)\b)){0,3}?"
)
_BEFELL: Final = re.compile(
    rf"(?:,? (?:from|in|of|at|there|nearby)(?: [\w'-]+){{0,3}}?)?,? (?P<from>{DONE}|(?:was|has been|had been) (?:\w+ly )?(?:struck off|sacked|dismissed|fired|suspended|banned))"
)
# "My brother Gary was jailed for fraud"
_KIN_WAS: Final = re.compile(
    rf"(?:my|his|her|their) (?:late |elder |older |younger |own |twin )?{KIN}(?:,? (?!(?:and|also|an?|pcs?|ps|dc|ds|di|dci|sgt|insp\w*|sergeant|constable|detective|officer|superintendent|pcso)\b)[\w'-]+){{0,3}}?,? (?P<from>{DONE})"
)
# "her former partner, Wayne Gell, |now serving life|", "her killer, |who was jailed for 20 years|"
_HURT_HER: Final = re.compile(
    r"\b(?:her|his|their|the girl's|the woman's|the victim's) (?:[\w-]+ ){0,2}?(?:partner|husband|boyfriend|ex|ex-\w+|wife|girlfriend|stepfather|father|killer|attacker|murderer|rapist|stalker|abuser)"
    r"(?:, (?!who\b|now\b|is\b|was\b)[a-z][\w'-]+(?: [a-z][\w'-]+){1,2}(?:, (?:aged )?\d\d)?)?,? (?P<from>(?:who )?(?:is |was |has been |had been )?(?:now |later |since |then |currently |already )*(?:serving|jailed|convicted|sentenced|imprisoned|given)\b)"
)
_HOSTILE: Final = r"(?P<hostile>(?:had |has )?(?:falsely |wrongly |also |once |later )?(?:accused|attacked|assaulted|bit|spat at|punched|kicked|killed|hit|struck|stabbed|ran over|threatened|harassed|stalked|shot)) (?:[\w'-]+ ){0,4}?(?:officers?|constables?|sergeants?|police|pcs?|policem[ae]n|policewom[ae]n|detectives?)\b[^.;]{0,90}?"
_CIVILIAN_WAS: Final = re.compile(
    r"[\"']?(?:(?:the|a) (?:panel|hearing|court|tribunal|jury|inquest|judge|meeting)[^.;,]{0,40} that )?"
    rf"(?:the (?!(?:more )?(?:senior|junior) )|a |another |that |one |both |two |three |four |five ){_WHAT}(?:{ONE}|{_MANY})(?:,? \(?(?:then |aged )?\d\d\)?,?)?"
    rf"(?:,? who (?:{_HOSTILE}|(?:(?!\b(?:officer|constable|sergeant|police)\b)[^.;]){{3,90}}?),?| (?:in|from|at|on|with) [\w' -]{{3,40}}?)? "
    rf"(?P<from>{DONE})"
)
# "One of the victims, |who is serving a sentence for burglary|, wept"; "A fourth person, a woman from Deal, |was cautioned|"
_VICTIM_WHO: Final = re.compile(
    r"[\"']?(?:one of )?(?:the|his|her|their|another|a) (?:[\w'-]+ ){0,2}?(?:victims?|complainants?|accusers?|witness(?:es)?)(?:, [^.;,]{2,40})?,? (?:who|whom) (?P<from>(?:(?:is|was|has|had|been|also|now|then|later|since|currently|already) )*(?:serving|jailed|convicted|charged|sentenced|fined|cautioned|imprisoned)\b[^.;,]{0,90})"
)
_ONE_MORE: Final = re.compile(
    rf"[\"']?(?:an?|another|the) (?:(?:second|third|fourth|fifth|sixth|further|other) )?(?:person|civilian|member of the public|individual)(?:,? (?:an? |aged )[^.;]{{3,60}})?,? (?P<from>{DONE})"
)
# "is to stand trial alongside two other men. |One of them, aged 19, admits possessing a knife|"
_WITH_PEOPLE: Final = re.compile(
    r"\b(?:alongside|beside|with|together with|as well as) (?:two|three|four|five|six|several|the) (?:other |more |further )?(?:[\w-]+ )?(?:men|women|people|civilians|youths|teenagers|members of the public|defendants)\b(?!,? (?:both|all) (?:[\w-]+ )?(?:officers|constables|police))"
)
_ONE_OF_THEM: Final = re.compile(
    rf"(?:one|two|three|both|all|another|some) of (?:them|the (?:men|women|others|other (?:men|women)))\b[^.;]{{0,60}}?(?: {DONE}| (?:admits|admitted|denies|denied|faces|pleaded)\b)"
)
# "A man they arrested |for assault, which he was found not guilty of|, alleged"
_WHOM_THEY_TOOK: Final = re.compile(
    rf"\b(?:the|a|another|that|one|two|three) {_WHAT}(?:{ONE}|{_MANY}),? (?:whom? |that )?(?:they|he|she|police|officers|the (?:officers?|constables?|sergeant|pair|two|three|trio)) (?:had )?(?:(?:later|then|wrongly|also) )?(?:arrested|detained|stopped|handcuffed|restrained) (?P<from>for|on suspicion of|over)\b"
)
# ... whose own sentence opens what the next one goes on about: "The man had been taken to the police station, drunk"
_DETAINED: Final = re.compile(
    rf"[\"']?(?:the|a|another|that|one) {_WHAT}(?P<who>{ONE})\b(?!'s)[^.;]{{0,120}}?\b(?:arrested|detained|custody|handcuff\w*|taken (?:in)?to (?:[\w']+ ){{0,4}}(?:police station|cell)|stopped|restrained|suspicion|drunk|cell)\b"
)
_THEIRS_QUASHED: Final = re.compile(r"(?:quashed|overturned)\Z")
_GOES_ON: Final = re.compile(rf"(?P<who>he|she|they) (?P<from>{DONE})")
# ... or whose sentence closes on whoever had hurt the one it tells of: "a woman who had been beaten by |her husband|. He was jailed"
_HURT: Final = re.compile(
    r"\b(?:an?|another|young|vulnerable|whom|ms|miss|mrs) (?:[\w-]+ ){0,2}(?:woman|girl|man|mother|teenager|student|he|she|resident|[a-z]\b)[^.;]{0,90}?"
    r"\b(?:report(?:ed|ing)|complain(?:ed|ing) (?:about|of)|accus(?:ed|ing)|against|protected from|(?:was|been|being) (?:attacked|assaulted|beaten(?: up)?|raped|abused|stalked|harassed|threatened|hit|stabbed|hurt|injured|burgled|robbed) by|fled(?: from)?|escap(?:ed|ing)(?: from)?)"
    r" (?:her|his|an?) (?:[\w-]+ ){0,2}(?:partner|husband|boyfriend|wife|girlfriend|ex|ex-partner|ex-husband|ex-boyfriend|ex-girlfriend|ex-wife|father|stepfather|uncle|neighbour|man|stranger|intruder|burglar|landlord)[.\"'\u2019\u201d]*\Z"
)
_THE_CHARGES: Final = re.compile(
    r"(?:all |both |the |those |these |all the |both the )*(?:charges?|case|prosecution|conviction)(?: against (?:him|her|them|the (?:wo)?man))? (?:was|were|has been|have been|had been) (?:\w+ ){0,2}?(?:dismissed|dropped|withdrawn|discontinued|quashed|thrown out)\b"
)
_SHE: Final = frozenset({"woman", "girl", "schoolgirl", "mother", "daughter"})
_HE: Final = frozenset({"man", "boy", "schoolboy", "father", "son"})
# A civilian by these words only, and an officer after all.
_POLICE_TOO: Final = re.compile(
    r"\b(?:police officer|(?:police|patrol|pursuit|response) (?:car |vehicle )?(?:driver|rider|motorcyclist|passenger)|serving officer|former officer|off-duty|constable|sergeant|inspector|pcso|detective|special|who (?:works?|worked|serves|served) (?:for|with|in|as))\b"
)
_RANKED: Final = re.compile(
    r"(?:the (?:[\w-]+ )?(?:officer|constable|sergeant|inspector|detective|pcso|pc|superintendent)\b|(?:pc|ps|sgt|dc|insp|sergeant|constable|inspector|mr|ms|mrs) [a-z])"
)
_TOP: Final = 250  # characters of a page that open its story
_REACH: Final = 3  # sentences over which "he" still means the man who was detained
_WORDS: Final = ("man", "woman", "boy", "girl", " of whom ", "people", "suspect", "detainee", "complainant", "women", "youth", "teenager", "driver", "motorist", "passenger", "student", "protest", "prisoner", "fan", "dealer", "burglar", "neighbour", "father", "mother", "brother", "sister", " son ", "daughter", "cousin", "uncle", "nephew", "wife", "husband", "partner", "friend", "lover", "patient", "resident", "attacker", " men", "defendants", "victim", "accuser", "witness", "person", "civilian", "individual", "public")  # fmt: skip


# "K.J. was |charged with|", "arrested K.J., a boy of 15, |on suspicion of|": somebody whom a paper names by initials
_INITIALS: Final = r"(?<![\w.])(?:[A-Z]\.){2,3}(?![A-Z])"
_BY_A_COURT: Final = r"(?:,[^.;,]{2,60},)? (?P<from>(?:was|were|had been|has been)(?: \w+)? (?:charged|convicted|cautioned|fined|acquitted|cleared|found (?:not )?guilty|prosecuted|arrested|bailed|remanded|sentenced)|pleaded (?:not )?guilty"
_INITIALS_WAS: Final = re.compile(rf"{_INITIALS}{_BY_A_COURT}|admitted|denied)\b")
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
_MR_K_WAS: Final = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss) [A-Z]{{1,2}}(?![\w.]){_BY_A_COURT})\b")


def _of_initials(page: Page) -> list[Span]:
    """Where a page tells what was done to somebody whom it names by initials only."""
    out = []
    patterns = [_INITIALS_WAS, _INITIALS_HELD]
    if "complain" in page.low:
        patterns.append(_MR_K_WAS)
    for pattern in patterns:
        for m in pattern.finditer(page.text):
            if _RANK_BEFORE.search(page.low, max(0, m.start() - 14), m.start()) is None:
                stop = clause_end(page, m.end(), page.sentence_at(m.end() - 1))
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
            out.append((hit.start, clause_end(page, got.end(), s)))
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
            out.append((tried.start("from"), clause_end(page, tried.end(), s)))
    return out


_NO_LONGER: Final = ("caution ", "convictions ", "convictions of", "conviction of", "sentences of")


# "her boyfriend, a drug dealer |serving 12 years|, has been jailed": what the dealer serves
_SERVING: Final = re.compile(
    r"\b(?:boyfriend|husband|partner|lover|brother|friend|dealer|burglar|robber|prisoner|inmate|convict|gangster|supplier)s?,? (?:who )?(?:is |was |are |were )?(?:now |then |already |currently )?"
    r"(?P<from>serving (?:an? )?(?:[\w-]+ ){0,3}?(?:years?|months?|life|sentence|term)\b)"
)


# "An officer who married |a burglar who| was jailed for three years has been cleared"
_SOMEONE_WHO: Final = re.compile(
    rf"\b[a-z]+(?<!\bwas)(?<!\bis)(?<!\bas)(?<!\bof)(?<!\blike)(?<!\bbecame)(?<!\band)(?<!\bor) (?:an?|another|the|two|three|four|several|some) (?:[\w'-]+ (?!(?:and|officers?|police|force)\b)){{0,2}}?(?:{ONE}|criminal|gangster|robber|thief|killer|murderer|fraudster|rapist|paedophile|inmate|convict|smuggler|stalker|liar|crook|conman|informant|informer|witness|men|women|(?:detainee|prisoner|suspect|youth|teenager|burglar|dealer|robber|shoplifter|motorist)s)(?: (?:wanted|suspected|accused|arrested|questioned|known|named|living|staying|from) [^.;,]{{2,40}})?,?\Z"
)
_COURT_DID: Final = re.compile(
    r"(?:was|is|were|are|had been|has been)(?: (?:later|then|now|since|subsequently|already|himself|herself|previously))* (?:jailed|convicted|sentenced|fined|cautioned|imprisoned|serving|locked up|found guilty|acquitted|cleared|charged)\b"
    r"(?:(?! (?:was|were|has|had|is|will|would|who|and) )[^.,;])*"
    r"(?: and (?:then |later )?(?:sentenced|jailed|imprisoned|fined|put on|banned|[\w-]+ (?:years|months|weeks))\b(?:(?! (?:was|were|has|had|is|will|would|who|and) )[^.,;])*)?"
)
_TO_WHO: Final = 100  # characters from the word before a burglar to "who"


def _who_got(page: Page) -> list[Span]:
    """Where a clause tells what a court did to a burglar or a man with whom an officer had to do."""
    out = []
    for at in find_all(page.low, (" who ",)):
        got = _COURT_DID.match(page.low, at + len(" who "))
        one = _SOMEONE_WHO.search(page.low, max(0, at - _TO_WHO), at) if got is not None else None
        if got is None or one is None:
            continue
        start = page.sentence_at(one.start()).start
        if (
            page.low.startswith(("he ", "she "), start)
            or one.group().startswith("that ")
            or _AN_OFFICER.search(page.low, start, one.start())
        ):
            out.append(got.span())
    return out


def others_crimes(page: Page, scan: Scan) -> list[Span]:
    """Where a page tells what a court or the police did to somebody outside the police, in order."""
    theirs = [
        *_beside_officers(page, scan),
        *_of_kin(page),
        *compared_cases(page),
        *those_handled(page),
        *looked_up(page),
    ]
    if "." in page.text:
        theirs += _of_initials(page)
    if "serving" in page.low:
        theirs += [m.span("from") for m in _SERVING.finditer(page.low)]
    if holds_any(page.low, _WORDS):
        theirs += [*_of_whom(page), *_of_civilians(page)]
        if " who " in page.low:
            theirs += _who_got(page)
    return apart([*theirs, *culprits(page, theirs)])


def other_ends(page: Page, scan: Scan) -> list[Span]:
    """Where a page tells of a civilian's caution or conviction that no longer stands, or what befell a clerk or a nurse
    whom it does not name, below its opening: also how they lost their work, in order."""
    out = _quashed(page)
    for hit in scan.of("civilian"):
        s = page.sentence_at(hit.start)
        if hit.value != "trade" or s.start <= _TOP or not _A_CERTAIN.fullmatch(page.low, s.start, hit.start):
            continue
        befell = _BEFELL.match(page.low, hit.end, s.end)
        if befell is not None:
            out.append((befell.start("from"), s.end))
    return apart(out)


def _of_whom(page: Page) -> list[Span]:
    if " of whom " not in page.low:
        return []
    return [
        (m.start("from"), m.end())
        for m in _OF_WHOM.finditer(page.low)
        if _POLICE_TOO.search(page.low, max(0, m.start() - 40), m.start("from")) is None
    ]


_HURTS: Final = ("partner", "husband", "boyfriend", " ex", "wife", "girlfriend", "father", "killer", "attacker", "murderer", "rapist", "stalker", "abuser")  # fmt: skip


def _of_civilians(page: Page) -> list[Span]:
    out = []
    before: Sentence | None = None
    detained, since = "", 0  # who was told of last as detained, and how many sentences ago
    arrests = holds_any(page.low, ("arrested ", "detained ", "stopped ", "handcuffed ", "restrained "))
    violence = holds_any(page.low, _HURTS)
    victims = holds_any(page.low, ("victim", "complainant", "accuser", "witness"))
    for s in page.sentences:
        taken = _WHOM_THEY_TOOK.search(page.low, s.start, s.end) if arrests else None
        if taken is not None:
            out.append((taken.start("from"), clause_end(page, taken.end(), s)))
        hurt = _HURT_HER.search(page.low, s.start, s.end) if violence else None
        if hurt is not None and _POLICE_TOO.search(page.low, s.start, s.end) is None:
            out.append((hurt.start("from"), clause_end(page, hurt.end(), s)))
        civil = _CIVILIAN_WAS.match(page.low, s.start, s.end)
        own = civil or _KIN_WAS.match(page.low, s.start, s.end)
        hostile = civil is not None and civil["hostile"] is not None  # "who had accused a constable"
        if own is not None and (hostile or _POLICE_TOO.search(page.low, s.start, s.end) is None):
            whole = _THEIRS_QUASHED.search(own["from"]) is not None  # "who served six years for a robbery"
            out.append((s.start if whole else own.start("from"), clause_end(page, own.end(), s)))
        whose = _VICTIM_WHO.match(page.low, s.start, s.end) if victims else None
        if whose is not None:
            out.append(whose.span("from"))
        more = _ONE_MORE.match(page.low, s.start, s.end)
        if more is not None and _POLICE_TOO.search(page.low, s.start, s.end) is None:
            out.append((more.start("from"), clause_end(page, more.end(), s)))
        if (
            before is not None
            and _ONE_OF_THEM.match(page.low, s.start, s.end)
            and _WITH_PEOPLE.search(page.low, before.start, before.end)
            and _POLICE_TOO.search(page.low, s.start, s.end) is None
        ):
            out.append((s.start, s.end))
        before = s
        held = _DETAINED.match(page.low, s.start, s.end)
        if held is not None and _POLICE_TOO.search(page.low, s.start, held.end()) is None:
            detained, since = held["who"], 0
            continue
        if _goes_on_of_whoever_hurt(page, s) is not None:
            out.append((s.start, s.end))
            continue
        if not detained:
            continue
        since += 1
        if since > _REACH or _RANKED.match(page.low, s.start, s.end):
            detained = ""
            continue
        goes_on = _GOES_ON.match(page.low, s.start, s.end)
        if goes_on is not None and _agrees(goes_on["who"], detained):
            out.append((s.start, clause_end(page, goes_on.end(), s)))
            since = 0
        elif _THE_CHARGES.match(page.low, s.start, s.end) and since <= 1:
            out.append((s.start, s.end))
    return out


def _goes_on_of_whoever_hurt(page: Page, s: Sentence) -> re.Match[str] | None:
    """Whether "He was jailed for it" goes on of whoever the sentence before closes on, who had hurt somebody."""
    found = _GOES_ON.match(page.low, s.start, s.end)
    i = page.sentence_index(s.start)
    if found is None or i == 0:
        return None
    before = page.sentences[i - 1]
    if before.paragraph != s.paragraph or not holds_any(page.low[before.end - 24 : before.end], _CLOSES):
        return None
    return _HURT.search(page.low[before.start : before.end].rstrip())


_CLOSES: Final = ("partner", "husband", "boyfriend", "wife", "girlfriend", " ex", "father", "uncle", "neighbour", " man", "stranger", "intruder", "burglar", "landlord")  # fmt: skip
# "The man was charged with assault, but the officer was convicted": of the officer again
_BACK: Final = re.compile(
    r",? (?:but|while|and|whereas) (?:the (?:[\w-]+ )?(?:officer|constable|sergeant|inspector|detective)s?|pc|sgt|ps|dc|mr) "
)


def clause_end(page: Page, at: int, s: Sentence) -> int:
    back = _BACK.search(page.low, at, s.end)
    return back.start() if back is not None else s.end


def _agrees(pronoun: str, who: str) -> bool:
    """Whether "he" or "she" can mean whoever was detained."""
    if pronoun == "they":
        return False
    return who not in (_HE if pronoun == "she" else _SHE)


def apart(spans: list[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def told_in(spans: list[Span], scan: Scan, more: tuple[str, ...] = ()) -> list[Hit]:
    """The hits by which ``spans`` tell of a crime or a term, or of these ``more`` kinds, in no order."""
    return [h for start, end in spans for h in scan.among((*_KINDS, *more), start, end)]
