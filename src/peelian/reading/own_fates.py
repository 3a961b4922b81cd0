"""Own fates: the words that plainly tell an allegation, a hearing or an outcome of whoever was just named, and what may stand between."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re

LATER: Final = r"(?: (?:also|later|now|then|since|already|himself|herself|both|all|each|[a-z]+ly))*"
_HOW_MANY: Final = r"(?:all|any|the|his|her|their|that|breaching|an?|of|both|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty)"
_FATE: Final = (
    rf"{LATER} (?:(?:is |was |will |must |is due to |is to |are to |are |were |has been |have been )?(?:face|faces|facing|faced) [^.;]{{0,40}}\b(?:misconduct|disciplinary|allegations?|charges?|proceedings|dismissal|panel|sack)\b"
    rf"|(?:(?:has|have|had){LATER} )?(?:denies|deny|disputes|denied|admits|admitted|accepts|accepted|contests|contested) (?:{_HOW_MANY} )*(?:gross |allegations?|charges?|counts?|offences?|misconduct|wrongdoing|breach\w*|conduct|standards)"
    r"|(?:is|was|are|were|has been|had been|have been)"
    + LATER
    + r" (?:(?:up )?(?:before|in front of) (?:the same|a|that|this|another) (?:\w+ )?(?:panel|hearing|board)|arrested (?:with|alongside|on suspicion|in|last|over|at|and|too)|dismissed|sacked|fired|exonerated|booted out|kicked out|struck off|remanded (?:in|on)|(?:conditionally |absolutely )discharged|cautioned for|suspended (?:from|on|while|in|since|after|for|and|by)|cleared of|disciplined (?:in|for|over|twice|at)|tried (?:at|in|for|with|over)|found (?:guilty|to have (?:breached|committed))|"
    r"given (?:an? )?(?:final |first |formal )?(?:written warning|management advice|words of advice|reflective)|handed (?:an? )?(?:final |first )?(?:written )?warning|fined £|reduced in rank|demoted|stripped of|acquitted|convicted|charged (?:with|over)|jailed|sentenced|(?:(?:placed|put|still|now) )?on restricted|(?:ordered|required|told) to (?:resign|quit)|accused of|alleged to have|barred from)"
    r"|(?:has |had |have )?(?:pleads?|pleaded|entered) (?:not guilty|guilty|a plea|no plea)|(?:has |had )?(?:denie[sd]|deny|admits?|admitted) (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|a single|both|all) (?:further |other |single |separate )?(?:counts?|charges?|offences?)\b"
    r"|(?:(?:is|was|goes|went|comes|came|will go|is going|is due to go|is due|will be)"
    + LATER
    + r" )?(?:up )?(?:before|in front of|up for) (?:an?|the|that|this|his|her|their|another) (?:own )?(?:gross |fresh |new |further )?(?:misconduct|disciplinary|accelerated|special case|fast-track|hearing|panel|board|discipline)\b"
    r"|(?:(?:was|were|is|has been|had been) (?:told|informed)[^.;]{0,20} |was found to have |(?:has|had|have) )(?:(?:that )?(?:he|she|they|there) (?:has|had|have|is|was|would|will) )?(?:an?|no) case to answer\b"
    r"|(?:was|were|is|has been|will) (?:never|not)(?: be| been)? (?:charged|prosecuted|disciplined|dismissed|sacked)\b"
    r"|(?:is|was|had been|has been) (?:(?:being|under) investigat(?:ed|ion)|the subject of an investigation)\b(?! (?:of|by) (?:him|her))|(?:faces|faced|will face) no (?:further )?action\b|(?:was|has been|is) (?:refused|granted|denied) (?:leave|permission) to appeal\b"
    r"|(?:lost|won|loses|wins|has (?:lost|won|lodged|launched)|lodged|launched) (?:an|his|her|the) appeal\b(?! against (?:the|a) (?:conviction|sentence) of)"
    r"|(?:was|were|is|has been|had been) (?:told|informed)[^.;]{0,30} (?:he|she|they) (?:will|would|wo)(?:n't| not) (?:be|face)\b"
    r"|(?:kept|keeps|has kept) (?:his|her) (?:job|rank|stripes|post|warrant card)\b"
    r"|(?:was|were|is|are|had been|has been|became) the subject of [^.;]{0,30}\b(?:disciplinary|misconduct|criminal) (?:charges?|proceedings|allegations?)"
    r"|(?:is|was|are)(?: (?:now|already|still|currently|himself|herself))* serving (?:[\w-]+ ){1,5}?(?:years?|months?|sentence|term|imprisonment)\b(?! (?:in|with|as))"
    r"|(?:gets|got|received|was given|were given|is given) (?:(?:an?|\d+|[a-z-]+) ){1,3}(?:years|months|weeks)\b(?:'|\u2019| in (?:prison|jail|custody)|,? suspended| at | for |[,.;])"
    r"|(?:escaped|escapes|got away|got off|walked away|left) with (?:an? )?(?:final |first )?(?:written )?(?:warning|advice|reprimand|caution)\b"
    r"|(?:got|was given|was shown) (?:the boot|the sack|the push|the door|his marching orders|her marching orders)|(?:lost|has lost|loses) (?:his|her) job"
    r"|would have been (?:dismissed|sacked)|(?:would|will|must|should) (?:also )?(?:be (?:given an? |issued with an? )?(?:final |first )?(?:written warning|dismissed|sacked|demoted|reduced in rank)|(?:get|receive) an? (?:final |first )?written warning|become an? (?:pc|constable|sergeant|inspector)\b)|(?:received|got|was issued with|accepted) (?:an? (?:final |first |formal )?(?:written )?warning|(?:formal )?(?:management (?:advice|action)|words of advice|reflective practice))|(?:resigned|retired|quit)(?: (?:in|last|earlier)(?: [\w]+){1,2}| on [\w ]{3,20})?,? (?:before|while|ahead of|after (?:being|an investigation))"
    r"|whose (?:own )?(?:dismissal|sacking|demotion|conviction|appeal|(?:final )?written warning)\b"
    r"|(?:will|(?:is|are|was|were) (?:due |set |shortly |about )?to|(?:has|have|had) been (?:called|summoned|told|asked|ordered) to) (?:appear|attend|answer)\b[^.;]{0,40}\b(?:misconduct|disciplinary|panel)|appeared before an? (?:[\w-]+ )?(?:misconduct|disciplinary)|committed gross|breached (?:the )?(?:standards|professional))"
)
# "Sergeant Lee was dealt with separately", "PC Lee's case was heard on its own"
DEALT_WITH: Final = re.compile(
    r"(?:'s case|'s matter)?,? (?:was|had been|has been|has since been) (?:himself |herself |later |also |then |separately )?"
    r"(?:dealt with(?! by (?:him|her))|heard separately|disciplined|proceeded against)\b"
)
# Nothing but an age, a home, or what somebody is stands between a name and what is told of them.
ASIDE: Final = (
    r"(?:,? \(?(?:aged )?\d\d\)?)?(?: (?:of|from|with|at) [^.,;:\"\n]{3,45}?)?"
    r"(?: we [^.,;:\"\n]{3,40})?(?: \([^()\n]{1,40}\)|, (?:[^.;:\"\n]|\"[^\".;:\n]{1,60}\"){2,90}?,)?,?(?: who)?"
)
FATE_AFTER: Final = re.compile(rf"{ASIDE}{_FATE}")
# "|On 7 July 1977| he was convicted"
SETTING: Final = r"(?:(?:on|in|at|by|after|later|last|yesterday|that|the following|the same|two|three|four|five|six|seven|eight|nine|ten|a)\b[^.,;:\"]{0,40},? )?"
THEN: Final = re.compile(rf"{SETTING}(?:he|she|they){_FATE}")
THEN_WITH: Final = re.compile(
    rf"(?:he|she) and [a-z][\w'-]+(?: [a-z][\w'-]+)?(?:, who [^.,;]{{3,60}},)?{_FATE}"
)
# "The statements were collected by Inspector Lee and Sergeant Moss. |In May both were tried| ..."
THEN_BOTH: Final = re.compile(
    rf"(?:(?:in|on) [^.,;]{{3,24}},? )?both(?: men| women| officers| of them)?{_FATE}"
)
# A plea told without the word for a charge: "has denied", "pleaded not guilty to"; an offence must follow.
PLEA: Final = re.compile(
    rf"{ASIDE}{LATER} (?:(?:has|have|had){LATER} )?(?:denie[sd]|deny|admit(?:s|ted)?|plead(?:s|ed) (?:not )?guilty to)\b"
)
