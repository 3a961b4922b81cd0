"""Signs of a role: what the words around a name say of why it is on the page.

A case is told *against* its subject; a witness found, a victim suffered, an investigator led. Each sign is a
cue for the weights of ``roles``; none decides alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person
from peelian.reading.spans import holds_any
from peelian.reading.surroundings import Surroundings

# "the case against PC Lee collapsed", "the misconduct hearing of Assistant Chief Constable Lee"
CASE_OF: Final = re.compile(
    r"\b(?:(?:case|proceedings?|charges?|allegations?|complaints?|finding|evidence|prosecution|accusations?|claims?) (?:was |were |brought |made |has been )?(?:against|concerning|involving)"
    r"|(?:hearing|trial|meeting|appeal|prosecution|plea|sentencing|conviction|dismissal|sacking|suspension|arrest|acquittal|downfall|disgrace|resignation|reinstatement|conduct|actions|career|fate|case|crimes?|offending|corruption|misconduct|lies) (?:of|by|for)"
    r"|(?:dismiss|sack|convict|acquit|clear|charg|jail|suspend|disciplin|sentenc|fin|imprison|punish|reinstat|demot|fir|arrest)(?:ed|ing|es|s|e|ting|ted|ped)?"
    r"|(?:warning|advice|sanction|notice|action|community order|sentence) (?:to|for|on|against)|behind|found that|ruled that|alleged? that|accused? that|said that|claim(?:ed|s) that|heard that|told that|jury|panel)"
    r" (?:the |a |an |his |her |their )?(?:(?!(?:by|before|under) )[\w'-]+ ){0,2}\Z"
)
# "The hearing due to begin at 9.30am on 10 May |for PS Lee| has been adjourned": whose hearing it is
HEARING_FOR: Final = re.compile(
    r"\b(?:misconduct|disciplinary|special case|accelerated|the) (?:hearing|meeting|tribunal|proceedings)"
    r"(?:,? (?:which|due|set|listed|scheduled|planned|arranged|was|is|to|begin|start|commence|take|place|be|held|on|at|in|from|the|of|public|private|today|yesterday|tomorrow|\d[\w:.]*|\w+day|january|february|march|april|may|june|july|august|september|october|november|december|am|pm)){0,14}"
    r",? (?:for|concerning|regarding|in respect of) (?:the |former |serving |ex-)*\Z"
)
HEARING_THEN: Final = re.compile(
    r"(?: \(?\d{2,6}\)?)?(?:,? (?:of|from|based)\b[^.;,]{2,50},?|,)? (?:has|have|had|was|is|will|took|takes|begins|began|due|on|at|to (?:be|take|start|begin))\b"
)
OF_CASE: Final = re.compile(
    r"'s? (?:(?:\w+ )?(?:trial|hearing|conduct|appeal|dismissal|sacking|plea|sentence|conviction|actions|crimes?|career|case|account|defence|barrister|lawyer|offending|lies|misconduct|suspension|resignation))\b"
)
# Who was dismissed, jailed or warned stands after the verb: "dismissed a chief inspector, Wilf Moss".
DONE_TO: Final = re.compile(
    r"\b(?:dismiss\w+|sack\w+|jail\w+|convict\w+|acquit\w+|clear\w+|against|in respect of|charg\w+|sentenc\w+|fined|case to answer for|warning (?:to|for)|suspended|disciplin\w+)(?: (?!by\b)[a-z'-]+){0,6},? \Z"
)
# "|DI Lee|, of Kent Police, said: "He abused his position."", "|PC Lee| arrested him."
SPEAKS_OF_IT: Final = re.compile(
    r"(?:,? (?:of|from|who|the|head|an?) [^.;:\"]{3,80}?,?)? (?:(?:said|says|added|commented)(?: after[^.;:\"]{3,40})?[:,] ?[\"'\u2018\u201c]|(?:arrested|interviewed|questioned|cautioned|investigated) (?:him|her|them)\.)"
)
# What a bystander does: finds, leads, reports, speaks up, suffers, is praised.
_BYSTANDS: Final = re.compile(
    r"(?:,? \(?\d\d\)?,?)?(?:,| who|,? who| also| later| then| had| has| was| were| is| have| been)*"
    r" (?:led|leads|leading|investigat\w+|interviewed|arrested (?:him|her|them)|found (?:him|her|them|the)|reported|witness\w*|gave evidence|giving evidence|testif\w+|attended|called (?:for|it|him|her)|thanked|praised|commend\w+|award\w+|rewarded|honoured|promoted|recover\w+|treated|had no part|not (?:in court|accused|involved)|no part|unblemished|victim|killed|murdered|injured|shot|stabbed|died|drowned|bereaved|in charge of the (?:case|inquiry|investigation)|who led|supervis\w+|made the complaint|complained|blew the whistle|raised)\b"
)
_KIN: Final = re.compile(
    r"\b(?:his|her|their|whose|the (?:officer|constable|sergeant)'s) (?:\w+ )?(?:brother|sister|wife|husband|partner|father|mother|son|daughter|cousin|girlfriend|boyfriend|fianc[eé]e?|uncle|aunt|nephew|niece|widow|widower|solicitor|barrister|lawyer|treasurer|client|neighbour|landlord|supervisor|sergeant|boss|colleague|crewmate|friend),? (?:[\w'-]+ ){0,3}\Z"
)
_KIN_WORDS: Final = ("his ", "her ", "their ", "whose ", "'s ")  # ... begin with one of these
# What stands in a page's opening before anybody is named.
_POLICE_OPENING: Final = re.compile(
    r"\b(?:an?|two|three|former|ex-|the) (?:[\w'-]+ ){0,3}?(?:police officers?|officers?|constables?|sergeants?|inspectors?|superintendents?|detectives?|policem[ae]n|policewom[ae]n|cops?|coppers?|rozzers?|pcs?|pcsos?|specials?|police (?:chief|staff|worker|boss|commander|driver|trainer|clerk|analyst))\b"
)
_CIVILIAN: Final = re.compile(
    r"\b(?:solicitor|teacher|head(?:teacher|master|mistress)?|builder|plumber|shopkeeper|driver|dealer|boxer|councillor|civilian|conman|robbers?|burglars?|gangster|kingpin|courier|gunman|doctor|nurse|businessman|footballer|soldier|student|mechanic|accountant|company|firm|landlord|farmer|journalist|reporter|vicar|mp|chef|labourer|scaffolder|roofer|clerk of works|motorist|cyclist|protester|prisoner|suspect|defendant's)\b"
)


def signs(person: Person, among: Surroundings) -> Iterator[str]:
    """The signs seen around a person's mentions, one by one (a sign may come several times)."""
    page = among.page
    low = page.low
    for m in person.mentions:
        sentence = page.sentence_at(m.start)
        if CASE_OF.search(low, max(sentence.start, m.start - 60), m.start):
            yield "case of"
        if OF_CASE.match(low, m.end):
            yield "case of"
        if _BYSTANDS.match(low, m.end, sentence.end):
            yield "stands by"
        start = max(sentence.start, m.start - 50)
        if holds_any(low[start : m.start], _KIN_WORDS) and _KIN.search(low, start, m.start):
            yield "somebody's"
        if _CIVILIAN.search(low, max(sentence.start, m.start - 24), min(sentence.end, m.end + 34)):
            yield "civilian word"
        called = _called(m, among.next_other(person, m.end), among)
        if called is not None:
            yield called
    if among.next_other(person, -1) >= person.mentions[0].start:
        yield "opening of police" if opens_on_police(person, page) else "opening without police"


def opens_on_police(person: Person, page: Page) -> bool:
    """Whether an officer without a name is told of before a person is first named."""
    at = person.mentions[0].start
    return _POLICE_OPENING.search(page.low, max(0, at - 400), at) is not None


def _called(m: Mention, stop: int, among: Surroundings) -> str | None:
    """What the words after a mention, until somebody else is named at ``stop``, call somebody: "the officer", "the defendant"."""
    for hit in among.scan.between("described", m.end, min(stop, m.end + 260)):
        if hit.value in ("police", "defendant") and not among.page.quoted(hit.start):
            return f"then called {hit.value}"
    return None
