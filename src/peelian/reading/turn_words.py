"""Words about a turn: what stands around a name or a description says whether it takes the floor.

``prose`` asks these of everything in a sentence that may give somebody the floor.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.events import Event
from peelian.reading.own_case import is_tried_with
from peelian.reading.page import Page, Sentence
from peelian.reading.persons import Person, Topic
from peelian.reading.several import OFFICERS

PLURAL: Final = re.compile(
    rf"\b(?:{OFFICERS}|pair|trio|duo|couple|(?:the|all|both|these|those) (?:two|three|four|five|six)"
    rf"|(?:two|three|four|five|six|seven)(?: [\w'&-]+){{0,5}}? (?:men|women|cops|coppers|police|staff|colleagues|members|people|workers|bobbies|friends|brothers|sisters|dcs|handlers|pcsos|superintendents|inspectors)|(?:two|three|four|five) (?:of|who|were|have|had|are))\b"
)
_OBJECTS: Final = frozenset({"them", "their", "theirs"})
PRONOUNS: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
_CHARGES: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|admit(?:s|ted|ting)?|contest(?:s|ed)|dismissed|rejected|faced?s?) \Z"
)
_YOU: Final = re.compile(r"\byou\b")
# "You are 51. You gave 26 of |them| to the police": years, or whatever else runs into tens
_COUNTED_THINGS: Final = re.compile(r"\b\d\d+ of \Z")
# "They convicted him, by ten to two": the jury
_JURORS: Final = re.compile(
    r"they (?:also |then |later |unanimously |swiftly )?(?:convicted|acquitted|cleared|found) (?:him|her|them both|both|the (?:officer|constable|sergeant|detective|defendant))\b|they (?:could not agree|deliberated|were (?:out|sent out|unable to agree)|retired to consider)\b"
)
# What happened to whoever the sentence begins with: "Lee was later given words of advice" tells of Lee alone.
OWN_FATE: Final = re.compile(
    r"(?:, (?:\d\d|[^,.;]{2,40}),)?(?: (?:also|later|then|now|since|subsequently|eventually|himself|herself|separately|already))*"
    r" (?:(?:was|has been|had been|is being|will be)(?: (?:also|later|then|since|subsequently|eventually|himself|herself|separately|already))*"
    r" (?:given|handed|issued|dismissed|sacked|cleared|acquitted|convicted|jailed|sentenced|fined|suspended|charged|arrested|demoted|reprimanded|disciplined|warned|dealt with|found guilty|spared)"
    r"|received|resigned|retired|quit|pleaded|faces)\b"
)
# ... after what he or she did: "The reporter |who paid them was acquitted|"
_WHO_THEN: Final = re.compile(
    r" who (?!is |was )[^.;,]{3,60}? (?:was|were|has been) (?:\w+ )?(?:given|jailed|sentenced|convicted|acquitted|cleared|fined|charged|found)\b"
)
OPENING: Final = re.compile(r"(?:(?:an?|the|another|one|his|her)(?: [\w'-]+){0,4},? )?")
_A_FRIEND: Final = re.compile(
    r"\b(?:friend|man|woman|brother|sister|accomplice|co-defendant|co-accused|buyer|owner|neighbour|associate|lover|partner|cousin|son|daughter|husband|wife|girlfriend|boyfriend)\b"
)
_POLICE_WORK: Final = re.compile(
    r"\b(?:as an?|his|her|(?:serv|work)(?:ing|ed) (?:as|in|for|with|at)(?: an?| the)?)(?: [\w'-]+){0,3}? (?:police|officer|constable|sergeant|inspector|detective|pc|pcso|policeman|policewoman|constabulary|warrant card)\b"
)
_WHO_WERE_WITH: Final = re.compile(
    r"\bwho [^.;,]{2,40}\b(?:with|alongside|beside) (?:the |his |her |their )?\Z"
)
_NEAR_THE_START: Final = 30  # characters of a sentence in which whoever is named is whom it tells of
# "Also appearing at the court was |Ann Lee|", "Beside him in the dock stood |Ann Lee|": whom the sentence is about comes last
_COMES_LAST: Final = re.compile(
    r"\W*(?:(?:also|alongside|beside|next to|sharing|standing|appearing|in the dock|before the court|tried|jailed|sentenced|convicted|charged|fined|accused)\b[^.;,]{0,80}"
    r"|with (?:him|her|them) [^.;,]{0,40})\b(?:was|were|is|are|stood|sat|appeared|came)(?: [a-z][\w'-]*){0,5},? \Z"
)
_CLAUSE_OPENS: Final = re.compile(r"(?:[;:]|,? (?:and|but|while|whereas)) \Z")
_WITH: Final = re.compile(
    r"\b(?:with|alongside|beside|like|unlike|than|together with)(?: (?:his|her|the|fellow|former|ex-|colleague|co-defendant|accused))* \Z"
)
# From a name into what its bearer did: ", 29, who tipped off "
_WHO_STILL: Final = re.compile(r",?(?: \(?\d\d\)?,)? who [^.,;:]{3,90}")
_ASIDE_ENDS: Final = re.compile(
    r"[^.,;:]{0,60}, (?:(?:also|later|too) )?(?:was|is|has|had|will|received|got|admitted|denied|pleaded|resigned|retired|faces|faced|walked)\b"
)
_WHO: Final = re.compile(r",? (?:\(?\d\d\)?,? )?(?:who|whose)\b")

# "A colleague who was with them was interviewed as a witness and faces no action": of none of the subjects
A_WITNESS: Final = re.compile(
    r"\W*(?:an?|one|another|two) (?:[\w'-]+ ){0,3}(?:colleagues?|officers?|constables?|pcs?|sergeants?|detectives?)\b[^.;]{0,140}\bas (?:an? )?(?:\w+ )?witness(?:es)?\b"
    # a headline's "Only ringleader gets banged up": of one, and not yet told of whom
    r"|\W*only (?:the )?(?:ringleader|one|first|second|eldest|boss)\b"
)

# A name that the cast does not know (a nickname stands in it), and what became of its bearer.
_STRANGER: Final = re.compile(
    r"(?<!PC )(?<!Sgt )\b([A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?:,? \(?\d\d\)?)?, who (?:was|has been|had been|is)(?: \w+)? (?:jailed|sentenced|convicted|serving)\b"
)

# "hugged |his wife| as the jury cleared him": somebody who only stands beside the one told of
_BESIDE_ONLY: Final = re.compile(
    r"\b(?:hugg(?:ed|ing)|kiss(?:ed|ing)|embrac(?:ed|ing)|(?:smil|look|glanc|wav|nodd|turn|grinn)(?:ed|ing) (?:at|to|towards|across at)|(?:hand in hand|arm in arm|wept|sat|stood|left(?: court)?|arrived|tears) with"
    r"|(?:accompanied|supported|watched|flanked|comforted|joined|embraced|hugged) by|(?:sat|stood) (?:beside|next to)|held hands with|(?:held|squeezed|clutched|gripped) (?:the )?hand of)"
    r" (?:(?:his|her) (?:[\w'-]+ ){0,2})?\Z"
)


class TurnWords:
    """What the words of a ``page`` say of a turn; ``main`` are its subjects, ``civilians`` where other callings stand."""

    __slots__ = ("civilians", "main", "page")

    page: Page
    main: list[Person]
    civilians: list[int]

    def opens_sentence(self, at: int) -> bool:
        return at - self.page.sentence_at(at).start < _NEAR_THE_START

    def new_clause(self, at: int) -> bool:
        """Whether a clause of its own begins at ``at``: "..., while |she| was given"."""
        return _CLAUSE_OPENS.search(self.page.low, max(0, at - 12), at) is not None

    def tells_of_civilian(self, sentence: Sentence, event: Event) -> bool:
        """Whether a sentence opens on somebody of another calling and tells what became of him or her."""
        low = self.page.low
        if low[sentence.start : event.start].strip(" \"'") not in ("", "the", "a", "an"):
            return False
        return (
            OWN_FATE.match(low, event.end) is not None
            or _WHO_THEN.match(low, event.end, sentence.end) is not None
        )

    def opens_on_other(self, sentence: Sentence, event: Event) -> bool:
        """Whether a sentence opens on somebody else by what they are: "The private detective, Ann Lee, was given ..."."""
        return OPENING.fullmatch(self.page.low, sentence.start, event.start) is not None and (
            any(sentence.start <= at < event.start for at in self.civilians)
            or _A_FRIEND.search(self.page.low, sentence.start, event.start) is not None
        )

    def comes_last(self, sentence: Sentence, event: Event) -> bool:
        """Whether a sentence leads up to somebody else, of whom it then tells: "Also in the dock was Ann Lee"."""
        return _COMES_LAST.fullmatch(self.page.low, sentence.start, event.start) is not None

    def is_object(self, event: Event, who: Topic, named: list[Event]) -> bool:
        """Whether the others are only those to whom the one named in a sentence stands: "PS Dale, their supervisor, was ..."."""
        if self.page.low[event.start : event.end] not in _OBJECTS or len(who) != 1:
            return False
        return any(e.person is who[0] and e.start < event.start for e in named)

    def means_nobody_here(self, event: Event) -> bool:
        """Whether "they" is said in a quotation, whoever a speaker means, or "them" is charges ("He denies them all")."""
        low = self.page.low
        if low[event.start : event.end] not in PRONOUNS:
            return False
        return (
            self.page.quoted(event.start)
            or _COUNTED_THINGS.search(low, max(0, event.start - 9), event.start) is not None
            or _JURORS.match(low, event.start) is not None
            or self.is_addressed(event)
            or _CHARGES.search(low, max(0, event.start - 24), event.start) is not None
        )

    def is_addressed(self, event: Event) -> bool:
        """Whether a judge speaks to a defendant in the sentence: "they" are then no defendants ("the day they came for you")."""
        sentence = self.page.sentence_at(event.start)
        return (
            any(p.party == "defendant" for p in self.main)
            and _YOU.search(self.page.low, sentence.start, sentence.end) is not None
        )

    def beside(self, event: Event) -> bool:
        """Whether somebody is named only as who another was with: "Lee, who stood trial with |Moss|, was cleared"."""
        low = self.page.low
        return (
            _WITH.search(low, max(0, event.start - 24), event.start) is not None
            and _WHO.match(low, event.end) is None
        )

    def only_whose(self, event: Event, named: int) -> bool:
        """Whether "the sergeant" stands only in what somebody named before did: "Lee, who backed |the sergeant's| account, was"."""
        low = self.page.low
        if self.new_clause(event.start):
            return False
        return (
            low.startswith("'s ", event.end)
            or low.endswith("'s", event.start, event.end)
            or _WHO_STILL.fullmatch(low, named, event.start) is not None
        )

    def in_an_aside(self, event: Event, named: int) -> bool:
        """Whether a name stands in what another did before their own fate is told: "Lee, who backed |Moss's| story, was"."""
        low = self.page.low
        return (
            _WHO_STILL.fullmatch(low, named, event.start) is not None
            and _ASIDE_ENDS.match(low, event.end) is not None
        )

    def others_beside(self, sentence: Sentence, event: Event) -> bool:
        """Whether a sentence tells of several who were with the one it names, and not of that one."""
        low = self.page.low
        return (
            _WHO_WERE_WITH.search(low, max(sentence.start, event.start - 60), event.start) is not None
            and PLURAL.search(low, sentence.start, event.start) is not None
        )

    def stands_beside(self, event: Event) -> bool:
        """Whether a relative or friend is only somebody with whom the one told of stands: "hugged |his wife| as the jury ..."."""
        return _BESIDE_ONLY.search(self.page.low, max(0, event.start - 50), event.start) is not None

    def verb_of_officer(self, sentence: Sentence, event: Event) -> int:
        """Where the verb of an officer stands whom a clause tells by what was done to somebody else; -1 if there is none."""
        low = self.page.low
        if _WHICH_OFFICER.match(low, sentence.start, event.start) is None:
            return -1
        found = _ITS_VERB.match(low, event.end, sentence.end)
        return found.start("verb") if found is not None else -1

    def stands_trial_too(self, event: Event) -> bool:
        """Whether a sentence tells of two tried together; not "Lee, who stood trial with |Moss|, was cleared"."""
        before = self.page.low[max(0, event.start - 80) : event.start]
        return ", who " not in before and is_tried_with(self.page, event.start, event.end)

    def introduces(self, sentence: Sentence, event: Event) -> bool:
        """Whether "a man who used his position as a sergeant", at a page's start, is the officer whom it then names."""
        return (
            len(self.main) == 1
            and event.start == sentence.start < self.main[0].anchor
            and _POLICE_WORK.search(self.page.low, event.end, sentence.end) is not None
        )

    def strangers_clause(self, sentence: Sentence) -> int:
        """Where a sentence tells what became of a stranger ("the lender Ned "Fivers" Obi|, who was jailed for 11 years|"); else -1."""
        found = None
        if ", who " in self.page.low[sentence.start : sentence.end]:
            found = _STRANGER.search(self.page.text, sentence.start, sentence.end)
        if found is None or found.group(1).lower() in {m.surname for p in self.main for m in p.mentions}:
            return -1
        return found.end(1)


# "Sgt Lee|, who told the boy's mother a lie|, is accused"
WHO_OPENS: Final = re.compile(r"(?:,? \(?\d\d\)?)?, (?:who|whose|whom)\b[^,;]*\Z")
WHO_ENDS: Final = re.compile(
    r", (?=(?:is|was|has|had|will|would|faces?|faced|must|denies|denied|received|got|lost|kept)\b)"
)
# "|A former officer who gripped his girlfriend by the throat| would have been sacked": a clause without commas
_WHICH_OFFICER: Final = re.compile(
    r"\W*(?:an?|the|one) (?:(?!who\b)[\w'&-]+ ){0,6}?(?:ex-|now-)?(?:officer|constable|pc|pcso|sergeant|sgt|inspector|detective|superintendent|special|policeman|policewoman|cop|copper|handler)(?: (?:from|in|with|at|of) [^.,;:]{2,40}?)? who (?!was |were |is |has been |had been )(?:(?! (?:was|were|has|had|is|will|would|who) )[^.,;:])*\Z"
)
_ITS_VERB: Final = re.compile(
    r"(?:(?! who | whom | that | after | because | when | while | as | before | and | but | if )[^.,;:]){0,70}? (?P<verb>would have|was (?:later |also |then )?(?:dismissed|sacked|fired|jailed|sentenced|convicted|found|given|fined|cleared|acquitted|demoted|handed|spared|suspended|barred|reprimanded|charged)|has (?:been|lost|resigned|quit|left|received|avoided|escaped|kept|admitted|pleaded|denied)|had been|will (?:be|face|not)|is to|faces|received|resigned|avoided|escaped|lost)\b"
)
# A date or a place before the first name of a sentence.
SETTING: Final = re.compile(
    r"(?:\d+\. )?(?:on|at|in|by|following|after|yesterday|today|last|earlier|the same day)\b[^.;:]{0,80}?,? (?:pcs? |ps |former |mr |mrs |ms |miss )*"
)
