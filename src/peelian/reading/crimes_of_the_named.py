"""Crimes of the named: what a court did to somebody with a name who is no subject, once the cast has settled who that is.

"Ned Obi, 36, now serving four years for perjury, said", "He was arrested by PC Tull on suspicion of affray": what
stands there is taken out of the scan, so that none of it becomes an officer's.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Span
from peelian.reading.name_words import fold, given_names
from peelian.reading.others_crimes import DONE, apart, clause_end
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.spans import holds_any

_REACH: Final = 3  # sentences over which "he" still means somebody
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
        out.append((found.start("from"), clause_end(page, found.end(), s)))
    return out


#: "two and a half years", "18 months", "life"
SO_LONG: Final = r"(?:(?:[\w-]+ ){0,4}?(?:years?|months?|weeks?)\b|life\b|[\w-]+-(?:year|month|week)\b)"
_PUNISHED: Final = re.compile(
    r"\b(?:jailed|sentenced|imprisoned|locked up|caged|banged up|sent|put|got|gets|received|receives|given|handed|serving)\b"
)
# "PC Lee |and his friend| Ned Obi got two years": both
_JOINT: Final = re.compile(
    r"(?:,? \(?\d\d\)?,?)?(?:, [^,.;]{2,50},)? (?:and|&) (?:(?:an?|the|his|her) )?(?:[\w'-]+ ){0,3}"
)
# "Ned Obi - |now jailed for perjury| -", "Obi, 36, |now serving four years for theft,|", "Obi, |who was jailed|", "Obi |was convicted of|"
FATE: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?"
    r"(?:(?P<aside>,| -| \u2013| \u2014| \() ?(?:who (?:is|was|has been|had been) )?(?:(?:now|later|since|then|already|currently|subsequently|himself|herself) )*"
    r"(?:jailed|convicted|imprisoned|locked up|serving (?:an? )?(?:[\w-]+ ){0,4}?(?:years?|months?|life|sentence|term)|sentenced|found guilty|charged|fined|cautioned)\b"
    r"|(?:, [^.;,\"]{3,60},)?(?:,? who|,)? (?:(?:was|is|has been|had been|(?:had|has) (?:earlier|previously|already|since|later|also|himself|herself) been|(?P<many>were|are|have been))(?: (?:also|later|then|now|since|subsequently|eventually|himself|herself|themselves|both|finally))* (?:charged|convicted|jailed|sentenced|fined|cautioned|imprisoned|locked up|serving|found guilty|arrested (?:on suspicion|for|over|and)"
    rf"|sent (?:down|(?:back )?to (?:an? |the )?(?:prison|jail|young|youth|detention|borstal|secure|crown))|put (?:away|behind bars|in (?:prison|jail))|banged up|caged|(?:given|handed) (?:(?:an? |just |only |at least )?{SO_LONG}|an? (?:suspended |prison |jail |custodial |community |conditional |absolute |police |simple |hospital |restraining )+(?:sentence|term|order|discharge|caution)\b))"
    rf"|(?P<got>(?:got|gets|received|receives) (?:an? |just |only |at least )?{SO_LONG})"
    r"|(?:(?:has|had|later|then|already|since|previously|also|now|both|each) ){0,3}(?:confessed to|pleaded guilty|admitted (?:killing|murder\w*|assault\w*|theft|possess\w*|burglary|(?:drink|drug|dangerous|careless)[ -]driving|driving|harass\w*|stalking|fraud|affray|robbery|rape|perverting|a charge|charges))|(?:is |was )?serving (?:an? )?(?:[\w-]+ ){0,4}?(?:years?|months?|life|sentence|term)"
    r"|(?:is|was) (?:also |now |then |being |currently )?(?:on trial|standing trial|facing trial|tried|accused of|awaiting trial|due to stand trial)|denie[sd] (?:(?:the )?murder|killing|rap|assault|attack|stealing|theft|burglary|supplying|possess|charges?\b|the charge|all|both|an? |two |three )))"
)
# "Neil Bragg, 41, died at the station |hours after being arrested for| breach of the peace"
_HELD_FOR: Final = re.compile(
    r"[^.;]{0,110}?\b(?:after|before|while|when|following|since)(?: (?:he|she|being|having been|his|her|was|had been))* (?:arrested|detained|held|arrest|detention)(?: [^.;]{0,40}?)?? (?:for|on suspicion of|over)\b"
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
    rf"(?:he|she) (?:had (?:been|pleaded|served|spent)|{DONE}|(?:is|was)(?: now| still)? serving|(?:was|is) (?:later |now )?in prison|got (?:[\w-]+ ){{1,3}}years|will serve)"
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
            out.append((then.start, clause_end(page, then.start, then)))
    return out


def _is_joint(page: Page, at: int, own_ends: list[int]) -> bool:
    """Whether somebody named at ``at`` is told of in one breath with an officer named just before."""
    i = bisect_left(own_ends, at)
    return i > 0 and at - own_ends[i - 1] < 90 and _JOINT.fullmatch(page.low, own_ends[i - 1], at) is not None


def named_others(page: Page, persons: list[Person]) -> list[Span]:
    """Where a page tells of a crime or a term of somebody with a name who is no subject, in order and apart."""
    out: list[Span] = _by_given_name(page, persons)
    own = sorted(m.start for p in persons if p.is_subject for m in p.mentions)
    own_ends = sorted(m.end for p in persons if p.is_subject for m in p.mentions)
    held = " being arrested" in page.low or " was arrested" in page.low or " arrest " in page.low
    for person in persons:
        if not person.is_subject and person.label is None:
            out += _of_the_wronged(page, person, own)
        plain = person.role == "official" and all(m.rank is None and m.title is None for m in person.mentions)
        if person.is_subject or (person.role == "official" and not person.aside and not plain):
            continue
        for m in person.mentions:
            s = page.sentence_at(m.start)
            if person.aside:
                of_aside = _WHO_AND.match(page.low, m.end, s.end) or _ASIDE_WAS.match(page.low, m.end, s.end)
                if of_aside is not None:
                    begin = of_aside.start("from") if "from" in of_aside.groupdict() else m.end
                    stop = min([s.end, *(at for at in own if begin < at < s.end)])
                    out.append((begin, min(clause_end(page, of_aside.end(), s), stop)))
                    continue
                if person.role == "official" and not plain:
                    continue
            found = FATE.match(page.low, m.end, s.end)
            if found is None and person.role != "official" and _APPOSED.fullmatch(page.low, s.start, m.start):
                found = FATE.match(page.low, m.end + 1, s.end)  # "The murderer, Ned Obi, |was convicted|"
            plainly = held and found is None and person.role != "official"
            taken = _HELD_FOR.match(page.low, m.end, s.end) if plainly else None
            if taken is not None:
                stop = min([s.end, *(at for at in own if taken.end() < at < s.end)])
                out.append((m.end, min(clause_end(page, taken.end(), s), stop)))
            if (
                found is not None
                and person.role == "official"
                and not _PUNISHED.search(page.low, m.end, s.end)
            ):
                found = None
            if found is not None and found["got"] and _is_joint(page, m.start, own_ends):
                continue
            if found is None or (found["many"] and any(s.start <= at < m.start for at in own)):
                continue  # "PC Lee and Ned Obi, a dealer, were convicted": both
            stop = min([s.end, *(at for at in own if found.end() < at < s.end)])
            closes = _ASIDE_CLOSES.get(found["aside"] or "")
            closed = closes.search(page.low, found.end(), stop) if closes is not None else None
            end = closed.start() if closed is not None else clause_end(page, found.end(), s)
            if closed is not None and _GOES_ON_TOO.match(page.low, closed.start(), stop) is not None:
                end = clause_end(page, closed.end(), s)
            out.append((m.end, min(end, stop)))
    return apart(out)


# "Obi, who was convicted of theft, |is serving nine years|": his too
_GOES_ON_TOO: Final = re.compile(
    r",? (?:(?:was|were|is|has|had|been|also|later|then|now|already|currently|since) )+(?:jailed|given|serving|sentenced|fined|handed|sent|imprisoned|locked|ordered|charged|cleared|acquitted|convicted|told|made|banned|spared)\b"
)
# "He was |arrested in Luton by PC Tull and| PC Reddy on suspicion of affray": whom an officer arrests is another
_ARRESTED_BY: Final = re.compile(
    r"\b(?P<from>(?:arrested|detained|stopped|handcuffed|charged|prosecuted|cautioned|searched|reported|summonsed)\b[^.;]{0,70}?)\bby (?:[^.;]{0,90}?(?:,| and) )?(?:an? |the )?(?:[\w-]+ )?\Z"
)
# "PC Ormerod |told Alan he was under arrest for| a public order offence"
_TOLD_OF_ARREST: Final = re.compile(
    r" (?:(?:of|from) [^.;,]{3,40} )?(?:told|informed|warned) (?!(?:the|a) (?:court|jury|hearing|panel|inquest))[\w' ]{2,40}?(?: that)? (?:he|she|they) (?:was|were) (?P<from>under arrest|being arrested|being detained)\b"
)
_SAID_BY: Final = re.compile(r"\b(?:told|informed) by \Z")
_UNDER_ARREST: Final = re.compile(
    r"[^.;]{0,60}?\b(?:he|she|they) (?:was|were) (?P<from>under arrest|being arrested|being detained)\b"
)
_THEN: Final = re.compile(
    rf"(?:he|she|they|mr|ms|mrs|miss|the claimant)(?: [a-z'-]+)? (?:(?:was|were|had been) [^.;]{{3,60}}? (?:and|then|later) (?:charged|prosecuted|convicted)|{DONE})"
)
_TAKEN: Final = (" by pc", " by sergeant", " by constable", " by officer", " by sgt", " by ps ", " by dc ", " by detective", " by insp", "under arrest", "being arrested", "being detained")  # fmt: skip


def arrested_by(page: Page, persons: list[Person]) -> list[Span]:
    """Where a page tells for what officers arrested somebody, and what a court then made of it, in order and apart."""
    if not holds_any(page.low, _TAKEN):
        return []
    out: list[Span] = []
    own = sorted((m.start, m.end) for p in persons if p.is_subject for m in p.mentions)
    for at, end in own:
        s = page.sentence_at(at)
        found = _ARRESTED_BY.search(page.low, s.start, at) or _TOLD_OF_ARREST.match(page.low, end, s.end)
        if found is None and _SAID_BY.search(page.low, max(s.start, at - 20), at):
            found = _UNDER_ARREST.match(page.low, end, s.end)
        if found is None or any(s.start <= x < found.start() and x != at for x, _ in own):
            continue  # "PC Lee was arrested by Sgt Moss"
        i = page.sentence_index(s.start) + 1
        then = page.sentences[i] if i < len(page.sentences) else None
        goes_on = (
            then is not None and then.paragraph == s.paragraph and _THEN.match(page.low, then.start, then.end)
        )
        out.append((found.start("from"), then.end if then is not None and goes_on else s.end))
    return apart(out)
