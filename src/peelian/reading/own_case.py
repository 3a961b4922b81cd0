"""Own cases: an officer of whom a page plainly tells an allegation, a hearing or an outcome is a subject, whatever their rank.

The weights of ``roles`` know senior officers as those who speak and decide. "The deputy chief constable, Ann
Lee, faces seven allegations" tells of her own case all the same.
"""

from __future__ import annotations

import re
from typing import Final

from peelian.reading.persons import Mention, Person
from peelian.reading.surroundings import Surroundings

_LATER: Final = r"(?: (?:also|later|now|then|since|already|subsequently|eventually|himself|herself|separately|currently|both|all|each))*"
_FATE: Final = (
    rf"{_LATER} (?:(?:is |was |will |must |is due to |is to |are to |are |were |has been |have been )?(?:face|faces|facing|faced) [^.;]{{0,40}}\b(?:misconduct|disciplinary|allegations?|charges?|proceedings|dismissal|panel|sack)\b"
    r"|(?:denies|deny|disputes|denied|admits|admitted|accepts|accepted) (?:all |any |the |his |her |their |that |breaching |seven |six |five |four |three |two |a )*(?:gross |allegations?|charges?|misconduct|wrongdoing|breach\w*|conduct|standards)"
    r"|(?:is|was|are|were|has been|had been|have been)"
    + _LATER
    + r" (?:dismissed|sacked|fired|suspended (?:from|on|while|in|since|after|for|and|by)|cleared of|found (?:guilty|to have (?:breached|committed))|"
    r"given (?:an? )?(?:final |first |formal )?(?:written warning|management advice|words of advice|reflective)|handed (?:an? )?(?:final |first )?(?:written )?warning|reduced in rank|demoted|stripped of|acquitted|convicted|charged with|jailed|sentenced|(?:placed|put) on restricted|(?:ordered|required|told) to (?:resign|quit)|accused of|alleged to have|barred from)"
    r"|would have been (?:dismissed|sacked)|(?:received|got|was issued with|accepted) an? (?:final |first |formal )?(?:written )?warning|(?:resigned|retired|quit) (?:before|while|ahead of|after (?:being|an investigation))"
    r"|(?:will|is to|is due to|are to) (?:appear|attend|answer)\b[^.;]{0,40}\b(?:misconduct|disciplinary|panel)|appeared before an? (?:[\w-]+ )?(?:misconduct|disciplinary)|committed gross|breached (?:the )?(?:standards|professional))"
)
# Nothing but an age, a home, or what somebody is stands between a name and what is told of them.
_ASIDE: Final = (
    r"(?:,? \(?(?:aged )?\d\d\)?)?(?: (?:of|from|with|at) [^.,;:\"\n]{3,45}?)?"
    r"(?: \([^()\n]{1,40}\)|, [^.;:\"\n]{2,90}?,)?"
)
_FATE_AFTER: Final = re.compile(rf"{_ASIDE}{_FATE}")
_THEN: Final = re.compile(rf"(?:he|she|they){_FATE}")
_LEAST: Final = -4.5  # log-odds below which somebody is in the case by office: chair, judge, spokesman
_PLAINLY: Final = 0.6


def raise_own_cases(among: Surroundings, police: set[Person], aside: set[Person]) -> None:
    """Raise to a subject's log-odds every officer of whom an own case is plainly told."""
    for person in police - aside:
        if _LEAST < person.score < _PLAINLY and any(_is_told(m, person, among) for m in person.mentions):
            person.score = _PLAINLY


def _is_told(m: Mention, person: Person, among: Surroundings) -> bool:
    page = among.page
    index = page.sentence_index(m.start)
    sentence = page.sentences[index]
    if page.quoted(m.start):
        return False
    if _FATE_AFTER.match(page.low, m.end, sentence.end):
        return True
    if m.start - sentence.start > 3 or index + 1 >= len(page.sentences):
        return False
    then = page.sentences[index + 1]
    alone = among.next_other(person, m.start) >= then.end
    return alone and _THEN.match(page.low, then.start, then.end) is not None
