"""Sanctions that are only spoken of: considered, debated, ruled out, tried for, or what another offence would bring.

"The panel considered dismissing Lee but decided against it" dismisses nobody; nor does "a petition to dismiss Lee" or
"dismissing Lee would be disproportionate".
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re

# Before "dismissing": what was done with the idea.
_IDEA: Final = re.compile(
    r"\b(?:consider(?:ed|s|ing)?|contemplat(?:ed|es|ing)|debat(?:ed|es|ing)|discuss(?:ed|es|ing)|weigh(?:ed|s|ing)(?: up)?|ponder(?:ed|s|ing)|mooted|(?:ruled|rules|ruling) out|(?:reject|resist|oppos|avoid)(?:ed|s|ing)"
    r"|(?:thought|think|talk|talked|talking|thinking|idea|possibility|prospect|question|option|risk|case|grounds|argument|power|chance|way|notion) (?:about|of|for|against)|(?:decided|deciding|ruled|argued|voted|advised|cautioned|came down) against"
    r"|(?:stop|stopp|f[ea]ll|drew|hold|held)(?:ed|s|ing)? (?:back|short)(?: of| from)|refrain(?:ed|s|ing)? from|(?:rather|other|better|worse|less|harsher|more) than|instead of|over|alternatives? to)(?: (?:immediately|summarily|simply|even|actually|the idea of|either))* \Z"
)
# Before "to dismiss": what somebody wanted, could or would not do.
_WILL: Final = re.compile(
    r"\b(?:tr(?:y|ied|ies|ying)|petition|refus(?:ed|es|al|ing)|declin(?:ed|es|ing)|reluctan\w+|hesitat\w+|fail(?:ed|s|ing|ure)|attempt(?:ed|s|ing)?|bid|call(?:ed|s)?|threat(?:en|ened|s|ening)?|plan(?:ned|s)?|powers?|unwilling|reluctance|effort|efforts|motion|campaign|move|moves|application|applied|applying|aim(?:ed|s)?|intend(?:ed|s)?|intention"
    r"|pressure|invitation|request|submission|unable|able|enough|wrong|unfair|harsh|excessive|disproportionate|unnecessary|unlawful|unreasonable|right to|entitled|free|whether|not|how|when|want(?:ed|s)?|wish(?:ed|es)?|hop(?:ed|es|ing)|sought|ask(?:ed|s|ing)?|urg(?:ed|es|ing)|invit(?:ed|es|ing)|press(?:ed|ing))(?: (?:the|a|its|force|panel|chief|constable|tribunal|chair|him|her|them|board)){0,4} \Z"
)
# After "dismissing Lee", "dismissal": a judgment on the idea.
_JUDGED: Final = (
    r"(?: (?!(?:and|but|after|when|because|as|for|on|who|while)\b)[\w'-]+){0,9}? (?:(?:would|might|could|may)(?: not| have)? (?:be|have been|amount|seem|go)|(?:was|were|is|had been)(?: not| never| simply| just| quite)?)"
    r" (?:(?:too|not|far|wholly|entirely|clearly|therefore|an?|the|quite|manifestly) )*(?:harsh|severe|disproportionate|excessive|unfair|unjust|wrong|unnecessary|inappropriate|unreasonable|unwarranted|unjustified|discussed|considered|debated|ruled out|mooted|off the table|on the table|overkill|step too far|too far|out of proportion|rejected|avoided|appropriate|necessary|justified)\b"
)
_AFTER: Final = re.compile(_JUDGED)
# "... but decided against it", "... but stopped short"
_DROPPED: Final = re.compile(
    r"[^.;]{0,80}?\b(?:but|and|then|before)\b[^.;]{0,30}? (?:decid|rul|vot|c[ao]m)\w*(?: down)? against (?:it|that|this|doing so|the idea|such a step)\b"
    r"|[^.;]{0,80}?\bbut (?:\w+ ){0,3}?(?:stopped|fell|held back|drew back|stepped back|thought better|relented|chose not|decided not|did not|felt (?:it|that) (?:was|would))\b"
)
# "Any further misconduct would see Lee |dismissed"
_WOULD_SEE: Final = re.compile(
    r"\b(?:would|could|will|may|might|can) (?:\w+ly )?(?:see|get|leave|mean|cause)(?! (?:been|to)\b) (?:[\w'-]+ ){1,7}(?:being )?\Z"
)


def is_only_weighed(word: str, before: str, after: str) -> bool:
    """Whether a ``word`` of dismissal, with the words ``before`` and ``after`` it in its sentence, tells of an idea alone."""
    if word == "dismissing" and (_IDEA.search(before) or _AFTER.match(after) or _DROPPED.match(after)):
        return True
    if word in ("to dismiss", "to sack") and (_WILL.search(before) or _DROPPED.match(after)):
        return True
    if word == "dismissal" and _AFTER.match(after) and not before.endswith(("his ", "her ", "their ")):
        return "would" in before or _APPROPRIATE.match(after) is None
    return word in ("dismissed", "sacked", "fired") and _WOULD_SEE.search(before) is not None


_APPROPRIATE: Final = re.compile(r"[^.;]*?\b(?<!not )(?:appropriate|necessary|justified|the only)\b")


# What a panel may do: "The options open to the panel were a warning, ...", "The panel may impose ..."
_OPTIONS: Final = re.compile(
    r"(?<!only )\b(?:options?|possible (?:outcomes?|sanctions?|penalt\w+)|(?:outcomes?|sanctions?|disposals?|penalt\w+|powers)(?: \w+){0,3} (?:available|open to|include[sd]?|range[sd]?))\b[^.;]{0,150}\Z"
    r"|\b(?:panels?|chairs?|hearings?|meetings?|tribunals?|it|they|we|i) (?:may|can|could|might) (?:\w+ )?(?:impose|give|issue|order|choose|direct)\b[^.;]{0,150}\Z"
)
# Who asked for a warning, or weighed it: words that stand just before it.
_ASKED_FOR: Final = re.compile(
    r"\b(?:(?:asked|asking|asks|pleaded|pleading|argued|arguing|called|calling|pressed|pressing|pushed|pushing|hop(?:ed|ing))(?: (?:the panel|it|them))? for|(?:urg(?:ed|ing)|invit(?:ed|ing)) (?:the panel|it|them)(?: to (?:give|impose|issue|consider|make do with))?|sought|seeking|urg(?:es|ed|ing) (?:up)?on (?:us|the panel|me|it|them)"
    r"|consider(?:ed|ing)?(?: whether to (?:give|impose|issue))?|contemplat(?:ed|ing)|debat(?:ed|ing)|weigh(?:ed|ing)(?: up)?|reject(?:ed|ing)|rul(?:ed|ing) out|dismissed the idea of|decided against|stopped short of)"
    r"(?: (?:him|her|them|the officer|pc|sgt|an?|the|only|just|no more than|giving|imposing|issuing|with|either|[\w'-]+ with))* \Z"
)
# "asked the panel to impose |a written warning|", "pleaded with the chair to let her off with |a final written warning|"
_ASKED_THEM: Final = re.compile(
    r"\b(?:ask|beg|begg|implor|plead|appeal|press|urg|invit|encourag|persuad|petition|want|request|entreat|lobb|lobby|tri|try)(?:ed|es|s|ing|ied)?(?: (?:with|to|to persuade|hard to persuade))?"
    r" (?:(?:the|an?|its|his|her|both|mr|mrs|ms|miss|dr|acc|dcc) (?:[\w'-]+ ){1,4}?|(?:him|her|it|them) )(?:to|into|that (?:it|they|he|she) should) (?:only |merely |simply |just )?"
    r"(?:give|giving|impose|imposing|issue|issuing|hand|handing|hand down|consider|considering|make do|stop at|settle for|opt for|choose|choosing|substitute|accept|be content|be satisfied|let (?:him|her|them) (?:off|go)|deal with (?:it|this|him|her|the matter)|limit (?:it|the sanction)|follow|take|replace (?:it|the dismissal))"
    r"(?: (?:him|her|them|the officer|pc|sgt|an?|the|only|just|no more than|with|by|way|of|either|itself|it|to|both|mr|ms|mrs|[A-Z]?[\w'-]+ with))* \Z"
)
_OBLIGED: Final = re.compile(
    r"[^.;]{0,60}?(?:,| and| which| -) ?(?:and )?(?:which )?(?:the (?:panel|chair|chief constable|tribunal)|it|they|he|she) (?:then |duly |also )?(?:agreed|did|accepted|obliged|granted|gave|imposed)\b"
)
_THOUGHT_FIT: Final = re.compile(
    r"(?: (?:for|to) [^.;,]{2,40})? (?:to be |was |as )?(?:the |an? )?(?:\w+ly )?(?:appropriate|proportionate|sufficient|enough|adequate|right|necessary|fitting|suitable)\b"
)
# After it: "would have been too lenient", "was not enough", "was considered, but"
_NOT_ENOUGH: Final = re.compile(
    r"(?: (?!(?:and|but|after|when|because|as|on|who|while|which|that)\b)[\w'-]+){0,9}?(?: (?:would|could|might)(?: not| never)?(?: have)?(?: be| been)? (?:(?:far|wholly|too|simply|just|the|a|an) )*(?:lenient|light|soft|enough|sufficient|adequate|insufficient|inadequate|inappropriate|do|suffice|mark|reflect|meet|wrong|harsh|severe|excessive)"
    r"| (?:was|were) (?:(?:not|never|n't)(?: \w+){0,2} (?:enough|sufficient|adequate|appropriate)|(?:considered|discussed|debated|mooted|weighed(?: up)?|rejected|ruled out)(?! (?:to be |as )?(?:the |an? )?(?:\w+ly )?(?:appropriate|proportionate|sufficient|adequate|right|necessary|fitting|suitable)))"
    r"|(?:,| was) (?:recommended|proposed|urged|suggested|asked for|sought)[^.;,]{0,40} by (?:his|her|their|the officer's|counsel|the federation|lawyers?|the defence))\b"
)
# "should be |reduced in rank|" after "whether"; "refused to |reduce him in rank|"
_UNWILLING: Final = re.compile(
    r"\b(?:refus|declin|hesitat|reluctan|fail)\w*(?: \w+){0,3} to \Z|\b(?:ask|consider|debat|question|wonder|decid)\w*(?: \w+){0,2} whether\b[^.;,]{0,70} (?:should|ought to|could|might|to) (?:be )?\Z"
)
# "disagreed that |management action| was appropriate"
_DISAGREED: Final = re.compile(
    r"\b(?:disagreed|disputed|(?:did|does|do)(?:n't| not) (?:agree|accept|consider|believe|think|feel))(?: that)? (?:\w+ ){0,3}\Z"
)
_CALLED_FOR: Final = re.compile(
    r"(?: (?:for|to|against) [^.;,]{2,40}?)? (?:(?:was|were|is|would be) (?:\w+ly )?(?:an? |the )?|to be (?:\w+ly )?(?:an? |the )?)"
    r"(?:appropriate|necessary|needed|required|warranted|justified|proportionate|right|suitable|called for|merited|deserved)\b"
)
_WARNINGS: Final = frozenset({"final_written_warning", "written_warning", "reduction_in_rank"})


def is_not_imposed(value: str, before: str, after: str) -> bool:
    """Whether a sanction of kind ``value`` is one that somebody asked for, weighed, or could have imposed."""
    if _OPTIONS.search(before):
        return True
    if _DISAGREED.search(before) and _CALLED_FOR.match(after):
        return True
    if value not in _WARNINGS:
        return False
    if _ASKED_FOR.search(before) and not _THOUGHT_FIT.match(after):
        return True
    if _ASKED_THEM.search(before) and not _THOUGHT_FIT.match(after) and not _OBLIGED.match(after):
        return True
    return _NOT_ENOUGH.match(after) is not None or _UNWILLING.search(before) is not None


_HAD_IT_BEEN: Final = re.compile(
    r"\b(?:had the (?:panel|tribunal|hearing|chair|board) (?:\w+ly )?(?:believed|found|accepted|thought|agreed|decided|concluded|been (?:satisfied|sure|persuaded|convinced))|if the (?:panel|tribunal|hearing|chair|board) had (?:\w+ly )?(?:believed|found|accepted|thought|agreed|decided|concluded|been)|had (?:he|she|they) been (?:found (?:guilty|to have)|disbelieved))\b"
    r"|\b(?:had (?:it|this|that|they|these|any(?: of it| of them)?|(?:the|either|any) (?:\w+ )?(?:allegations?|charges?|case|matters?|breach(?:es)?))|if (?:it|they|that|the (?:\w+ )?(?:allegations?|charges?|case|matters?)) (?:had|were|was)) (?:been )?(?:proved|proven|found|made out|upheld|established|substantiated)\b"
)


def had_it_been_proved(sentence: str) -> bool:
    """Whether a sentence tells what would have followed, had something been proved: it was not."""
    return _HAD_IT_BEEN.search(sentence) is not None
