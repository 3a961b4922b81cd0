"""Words by which the entries of a list say whom a line among them tells of: the others, all but one, "A and B", "the first"."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re


def heads_what_follows(low: str, start: int, end: int) -> bool:
    """Whether a line that names an officer only leads to the lines below: "In respect of PC Lee", "PC Lee is alleged to have"."""
    words = low[start:end].rstrip()
    line_ends = low[start + len(words) : start + len(words) + 1] in ("", "\n")
    return line_ends and (words.startswith(_ABOUT) or words.endswith(_LEADS_ON))


_ABOUT: Final = (
    "in respect of ", "in relation to ", "in the case of ", "with regard to ", "regarding ", "concerning ",
    "as regards ", "as to ", "for ", "and for ", "allegations against ", "the allegations against ", "against ", "standards ",
)  # fmt: skip
_LEADS_ON: Final = (
    " alleged to have",
    " alleged to",
    " alleged that",
    " alleged that he",
    " alleged that she",
    " are",
    " is that he",
    " is that she",
    " that he",
    " that she",
)
HEADING: Final = 70
# What was asked of a force, and what its answer says of its own table: of nobody in it.
ASKS_OR_EXPLAINS: Final = re.compile(
    r"\b(?:please (?:provide|list|state|supply|give|confirm|tell|break)|(?:can|could|would) you (?:please )?(?:provide|list|state|supply|give|confirm|tell)|i (?:would like|wish) to|how many|under the (?:freedom|foi)|you (?:have |had )?(?:asked|requested)"
    r"|(?:does|do) not include|excludes?\b|(?:is|are) not (?:held|included|recorded)|where (?:someone|somebody|an? (?:person|officer|individual|case|member))|(?:is|are) shown\b)"
)
# "They were released on bail", "None of the defendants entered a plea", "The seven will appear"
ALL_LISTED: Final = re.compile(
    r"\W*(?:they|their (?:case|cases|trial|barristers?|lawyers?)|none|neither|the (?:defendants|accused|pair|trio|group|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?! (?:\w+ )?(?:counts|charges|victims|women|men|months|years|complaints))))\b"
)
# "There was one further case in which a constable ...", "Another officer resigned before": of nobody in the list.
FURTHER_CASE: Final = re.compile(
    r"\b(?:(?:an?|one|1) (?:further|additional|separate|other)|another|one more) (?:[\w-]+ ){0,2}?(?:case|matter|officer|constable|sergeant|inspector|superintendent|detective|employee|pcso|special|member of (?:police )?staff|staff member|individual|person)\b"
)
REMARK: Final = re.compile(r"(?:(?:Note|Remark|Case|Entry|Row|No\.?|Ref\.?) )?(\d{1,4})(?=[:.)]| [-\u2013] )")
GOES_ON: Final = (
    "he ",
    "she ",
    "his ",
    "her ",
    "the officer ",
    "this ",
    "the sergeant",
    "the constable",
    "it is alleged that he",
    "it is alleged that she",
)
HE_OR_SHE: Final = ("he ", "she ", "his ", "her ")
EXCEPT: Final = re.compile(
    r"\b(?:other than|except(?: for| that of| in)?|apart from|with the exception of|save (?:for|that of|in)|bar(?:ring)?(?= (?:the|that|one) )|excluding|but not|(?<=all )but|(?<=everyone )but)\b"
)
BY_PLACE: Final = re.compile(
    rf"{EXCEPT.pattern} the (?P<which>first|last|final)(?: (?:one|case|officer|hearing|entry|named|listed))?\b(?! (?:two|three|four|five|six))"
)
OWN_CLAUSE: Final = re.compile(
    r", (?:which|whose|where|who|in which) "
    r"|, an? (?=(?:[\w-]+ ){0,3}(?:hearing|meeting)\b)"
)
KEYS: Final = re.compile(
    r"(?:Officers? )?\(?[A-H1-9]\)?(?:(?:,|, and| and| &)? \(?[A-H1-9]\)?(?= |,))* (?=[a-zA-Z(])|Officer [A-H1-9]: "
)
# ... one as the mark of a line, whichever way the roster writes it: "(a) would have been dismissed", "B. Written warning"
MARKED_KEY: Final = re.compile(r"\(?(?P<key>[A-Ha-h])[.):]{1,2} ?(?=\w)")
# ... and small ones: "b dismissed without notice", "b and d will be placed"
SMALL_KEYS: Final = re.compile(r"\(?[a-h]\)?(?:(?:,|, and| and| &)? \(?[a-h]\)?(?= |,))* (?=[a-zA-Z(])")
SMALL_KEY: Final = re.compile(r"\b[a-h]\b")
NTH_OFFICER: Final = re.compile(
    r"\b(?:[Tt]he )?(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) (?:named )?[Oo]fficer\b"
)
KEY: Final = re.compile(r"\b[A-H1-9]\b")
COUNTED: Final = re.compile(
    r"(?:\w+ )?(?:days?|weeks?|months?|years?|hours?|minutes|officers?|people|women|men|members|counts?|charges?|allegations?|breaches|incidents?|hearings?|cases|seats?|places|messages|images)\b"
)
THE_OTHERS: Final = re.compile(
    r"(?:in |for |at |as (?:to|for) )?(?:(?:the|all (?:of )?(?:the )?) ?(?:other|remaining)(?: (?:two|three|four|five|six))?(?: (?:cases?|hearings?|officers?|constables|matters?|proceedings))?"
    r"|(?:the|all (?:the )?) ?others|the rest|(?:the|in) (?:other|remaining) cases?)\b(?! (?:allegation|charge|breach|count|standard|officer was))"
)
FIRST_OR_LAST: Final = re.compile(
    r"\bthe (?P<which>first|last) (?P<n>two|three|four|five|six)(?: (?:named|listed))?(?= (?:officers|of |cases|were|named|men|women)\b)"
)
