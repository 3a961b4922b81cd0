"""Charges by their names: what an offence's name in a sentence charges, of whom, with how many counts."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.charge_context import cites_statute, only_named
from peelian.reading.charges import Charge, Token
from peelian.reading.counts import Count, read_count, read_numbers
from peelian.reading.owner import Owners
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared

_IMAGE_VERBS: Final = {
    "making": "indecent_photographs_making",
    "taking": "indecent_photographs_taking",
    "distributing": "indecent_photographs_distributing",
    "sharing": "indecent_photographs_distributing",
    "possessing": "indecent_photographs_possessing",
    "possession": "indecent_photographs_possessing",
    "distribution": "indecent_photographs_distributing",
}
_IMAGE_VERB: Final = re.compile(r"\b(making|taking|distributing|sharing|possessing)(?:,? and|,? or|,) ?\Z")
_IMAGE_VERB_BEFORE: Final = re.compile(
    r"\b(making|taking|distributing|sharing|possessing|(?:possession|distribution)(?= of)) (?:of )?\Z"
)
# "possession of 312 category A, 96 category B and 201 category C |indecent images|": so many pictures of each
_SO_MANY_OF_EACH: Final = re.compile(
    r"\b(making|taking|distributing|sharing|possessing|(?:possession|distribution)(?= of)) (?:of )?(?:a total of )?"
    r"(?:[\d,]+ (?:at )?(?:category|level) [a-e1-5](?: (?:images?|pictures|photographs|videos))?(?:, and | and |, )){1,4}[\d,]+ (?:(?:category|level) [a-e1-5] )?\Z"
)
# "a |stalking| constable", "a |thieving| Met officer": one officer, and no count
_WHO_DOES: Final = re.compile(
    r" (?:[\w'-]+ ){0,3}?(?:officer|cop|copper|bobby|constable|pc|sergeant|inspector|detective|policeman|policewoman|pcso)\b"
)
# "possession of |a drug|": of anything else it is no drug
_OF_A_DRUG: Final = re.compile(
    r" of [^.;,]{0,50}?\b(?:drugs?|class|cocaine|heroin|cannabis|mdma|ecstasy|amphetamine\w*|ketamine|lsd|steroids|diazepam|ghb|spice|meth\w*|mephedrone|substances?|weed|marijuana|powder|tablets|pills|resin)\b"
)
_OF_PICTURES: Final = ("indecent_photographs", "prohibited_images", "extreme_pornography")
_PICTURES: Final = re.compile(r"(?:more than |some |over |about )?[\d,]+ (?:category [abc] )?")
# "two offences under one Act and one under another": the second is an offence too
_COUNTED_STATUTE: Final = re.compile(
    r"\band (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|another|a further) (?:more |further |other )?(?:(?:offences?|counts?|charges?|breach(?:es)?) )?(?:under|of|contrary to) (?:the )?\Z"
)
# "indecent assault on boys of 14 and 15"
_ON_A_CHILD: Final = re.compile(
    r"s? (?:on|of|against|upon) (?:(?:an?|the|one|two|three|four|five|six|\d+|young|teenage|under-?age|school) ){0,3}(?:boys?|girls?|child(?:ren)?|schoolboys?|schoolgirls?|pupils?|cadets? aged 1[0-5]|1[0-5]-year-old)\b"
)
# "causing the death of Alan Purvis by careless driving"
_CAUSED: Final = re.compile(
    r"\bcausing (?:(?P<death>the deaths? of|the death of)|serious injur(?:y|ies) to) [^.;:]{2,70}? by (?:his |her )?\Z"
)
_READING: Final = ("micro", "mg ", "milli")


# "four offences under the Data Protection Act 2018 |of| obtaining personal data": the Act, then what it was
_THEN_NAMED: Final = re.compile(r"(?:,? (?:19|20)\d\d)?,? ?\(?(?:of|by|namely|for|involving)[ :](?:the )?")


def _is_statute_of(low: str, last: Charge, token: Token) -> bool:
    """Whether the charge just told was only the Act's name, and the offence at ``token`` says what it was."""
    return (
        last.offence == token.value
        and " act" in low[last.start : last.end]
        and _THEN_NAMED.fullmatch(low, last.end, token.start) is not None
    )


class NamedCharges:
    """Makes the charges of one page from the names of offences."""

    def __init__(self, prepared: Prepared, owners: Owners) -> None:
        self.low = prepared.page.low
        self._owners = owners
        self._numbered = any(h.value == "numbered" for h in prepared.scan.of("charge"))
        title = prepared.masthead.title
        end = title.spans[0][1] if title is not None else 0
        self._title_end = end if end < len(self.low) // 2 else 0  # a page of one line is no headline

    def of(
        self, token: Token, index: int, sentence: Sentence, after: int, last: Charge | None
    ) -> Charge | None:
        """The charge that an offence's name makes, or None if it only names a statute or somebody else's crime.

        ``after`` is where the frame before it ends ("an inquiry into suspected"), ``last`` the charge told before it.
        """
        low = self.low
        if only_named(low, token.start, token.end, after):
            return None
        counted = _COUNTED_STATUTE.search(low, max(sentence.start, token.start - 60), token.start) is not None
        cited = not counted and cites_statute(low, token.start, sentence.start)
        if cited and last is not None and last.sentence == index:
            return (
                None  # "..., contrary to section 1 of the Computer Misuse Act": the offence is told already
            )
        if last is not None and last.sentence == index and _is_statute_of(low, last, token):
            return None
        count = read_count(low, token.start, token.end, sentence.start, sentence.end)
        article = count is not None and low[count.start : token.start] in ("a ", "an ")
        if article and _WHO_DOES.match(low, token.end) is not None:
            count = None  # "a thieving officer"
        offence = token.value
        if offence == "drugs_possession" and low[token.start : token.end] == "possession":
            of = low.startswith(" of ", token.end) and not low.startswith(
                (" of which", " of it", " of them"), token.end
            )
            if of and not _OF_A_DRUG.match(low, token.end, sentence.end):
                return None  # of what is told next
        if offence == "indecent_photographs":
            many = _SO_MANY_OF_EACH.search(low, max(sentence.start, token.start - 140), token.start)
            if many is not None:
                offence, count = _IMAGE_VERBS[many.group(1)], None
        if offence == "sexual_assault" and _ON_A_CHILD.match(
            low, token.end, min(sentence.end, token.end + 60)
        ):
            offence = "sexual_assault_of_child"
        caused = (
            _CAUSED.search(low, max(sentence.start, token.start - 110), token.start)
            if offence in ("careless_driving", "dangerous_driving")
            else None
        )
        if caused is not None:  # the title stays the words without the victim's name
            harm = f"causing_death_by_{offence}"
            offence = harm if caused.group("death") else "causing_serious_injury_by_driving"
            count = read_count(low, caused.start(), token.end, sentence.start, sentence.end)
        if low.startswith(_READING, token.start):
            count = None  # "98 microgrammes of alcohol"
        if offence.startswith(_OF_PICTURES) and count is not None:
            pictures = _PICTURES.fullmatch(low, count.start, token.start)
            if pictures is not None:  # "making 340 indecent images": so many pictures, not so many counts
                verb = _IMAGE_VERB_BEFORE.search(low, max(sentence.start, count.start - 16), count.start)
                if verb is not None and offence == "indecent_photographs":
                    offence = _IMAGE_VERBS[verb.group(1)]
                count = None
        who = self._owners.charge(token.start)
        charge = Charge(
            offence,
            token.start,
            token.end,
            token.kind == "strong",
            index,
            who,
            low[token.start : token.end],
            count,
        )
        charge.headline = token.start < self._title_end
        if self._numbered:
            charge.numbers = read_numbers(low, token.start, token.end, sentence.start, sentence.end)
            if charge.numbers and charge.count is None:  # "counts 3 and 4, which are of theft"
                charge.count = Count(len(charge.numbers), token.start, token.end)
        charge.group = -1
        return charge

    def shared_noun(self, charge: Charge, sentence: Sentence) -> Charge | None:
        """ "Eleven counts of making and two of distributing indecent photographs": the first verb's charge."""
        if charge.offence not in _IMAGE_VERBS.values():
            return None
        first = charge.count.start if charge.count is not None else charge.start
        ahead = self.low[max(sentence.start, first - 40) : first]
        found = _IMAGE_VERB.search(ahead)
        if found is None:
            return None
        start = first - len(ahead) + found.start(1)
        end = start + len(found.group(1))
        count = read_count(self.low, start, end, sentence.start, sentence.end)
        twin = Charge(
            _IMAGE_VERBS[found.group(1)], start, end, True, charge.sentence, charge.who, found.group(1), count
        )
        twin.stage, twin.stage_spans, twin.group = charge.stage, charge.stage_spans, charge.group
        twin.plea, twin.plea_spans = charge.plea, charge.plea_spans
        return twin
