"""Whose words of a court case are: the cast's answer, and what the clause says where somebody else was named on the way."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.charge_context import of_company, of_whom_he
from peelian.reading.kin import KIN
from peelian.reading.no_officers import is_of_outsider, opens_on_stranger
from peelian.reading.one_of_them import of_one_of_them
from peelian.reading.page import Sentence
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.spans import holds_any

_VERB: Final = re.compile(
    r"\b(?:was|were|is|are|got|gets|received|has|had|have|pleaded|admitted|denied|given|convicted|found|will|must|who|faces|faced|appeared|and (?:he|she))\b"
)
# A main clause taken up again after a relative clause: ", has been jailed".
_RESUMED: Final = re.compile(r",\s(?:has|have|was|were|is|had|must|will)\b[^,.;]{0,60}\Z")
# "his ex-wife's garage": the other person is only named to say whose thing it is.
_POSSESSIVE: Final = re.compile(r"\A[\w-]+(?:'s|s') ")
_RELATIVE: Final = re.compile(r"\bwho\b")
_FAR: Final = 600  # no clause is longer
_WORD: Final = re.compile(r"\s+")


# The court is the subject and the person only a pronoun: "Magistrates fined her £100", "ordered him to pay".
_OBJECT: Final = re.compile(r"[\w-]+(?: for)? (?:him|her)\b")
_ORDERED: Final = re.compile(
    r"\A(?:the |a |an |his |her )?(?:district |deputy |presiding )?(?:magistrates|judge|justices|bench|court|sheriff|recorder|chairman|jury|chair of the bench)\b[^.;]{0,80}"
    r"\b(?:ordered|gave|fined|sentenced|jailed|disqualified|banned|told|made|imposed|sent|placed|passed)\b(?: (?:him|her|an?|the|to|\d\S*|\w+)\b)"
)


def _said_before(prepared: Prepared, at: int) -> tuple[Person, ...]:
    """Whom the sentences before ``at`` told of last."""
    index = prepared.page.sentence_index(max(0, at - 1))
    for back in range(index, max(-1, index - 3), -1):
        s = prepared.page.sentences[back]
        for place in (s.end - 1, (s.start + s.end) // 2, s.start):
            who = prepared.cast.who(place)
            if who:
                return who
    return ()


# "They decided there wasn't enough", after a file has gone to prosecutors.
_PROSECUTORS: Final = re.compile(r"\b(?:prosecutors?|cps|crown prosecution|procurator fiscal|dpp)\b")
_PROSECUTORS_SAY: Final = re.compile(
    r"(?:they|it|lawyers|officials)(?: have| has| had)?(?: since| later| then)? (?:decid|conclud|rul|said|advis|f(?:ound|elt)|determin|declin|took|chose|agreed|thought|dropped|did|offered|authoris)"
)
# The sentence is that of whoever opens it: "Mr Pollard: two years", "Kyle Rudd, 31, was convicted".
_IS_TOLD_OF: Final = re.compile(
    r"(?:,? ?\(?(?:aged )?\d\d\)?,?)?(?:: (?=\d|£|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|a|an|fined|jailed|sentenced|suspended|community|conditional) )|, (?:you|the jury|on count|for your)\b|, (?=(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) ?(?:years?|months?|weeks?)\b)|,? (?:was|were|is|has been|had been|got|gets|received|pleaded|admitted|denied|will serve|must serve)\b)"
)
# An example that somebody gives: "A Dorset constable was fined for the very same thing".
_EXAMPLE: Final = re.compile(
    r"[\"' ]*(?:an?|one|another) (?:[\w-]+ ){0,3}(?:constable|officer|sergeant|inspector|pc|policeman|policewoman|detective)\b"
)
# "A third defendant, Rebecca Mutton, was given"
_CO_DEFENDANT: Final = re.compile(
    r"(?:an?|another|the other|his|her|one) (?:\w+ )?(?:co-)?(?:defendant|accused), [^.;]*\Z"
)
_ACCUSED: Final = ("defendant", "accused")  # ... needs one of these
# "the impact of an officer being convicted of": what a speaker says of officers in general
_ANY_OFFICER: Final = re.compile(
    r"\b(?:an?|any|every|no) (?:[\w-]+ ){0,2}(?:officer|constable|policeman|policewoman|detective) (?:being|is|who is|to be|can be|should be)\b[^.;]*\Z"
)
_CIVILIAN_OPENS: Final = re.compile(
    r"(?:(?:in|on|at|during|after) [^,]{2,40}, )?(?:the|an?|another|his|her|their) (?:(?!police\b|patrol\b|pursuit\b|response\b|off-duty\b)[\w-]+ ){0,2}"
    r"(?:man|woman|boy|girl|suspect|driver|rider|teenager|youth|victim|husband|wife|partner|boyfriend|girlfriend|brother|sister|cousin|attacker|killer|gunman|burglar|dealer|dealers|gang|robber|thief|neighbour|roofer|landlord|prisoner|inmate)\b"
    r"(?:(?!\b(?:officers?|constable|constabulary|sergeant|inspector|detective|pc|he|she|police|pcso|you|special)\b)[^.;])*\Z"
)

_TRADESMAN: Final = re.compile(r",?(?: [A-Z][\w'-]+){1,3}")


# "whose brother is |serving life|"; "two other officers were |jailed| this year"
_WHOSE: Final = re.compile(
    r"\bwhose (?:[\w-]+ ){0,2}(?:brother|sister|father|mother|son|daughter|husband|wife|partner|boyfriend|girlfriend|cousin|uncle|nephew|colleague|friend|accomplice|attacker|killer)\b(?:, (?:an?|the|then) [^,.;]{2,40},)?[^,.;]*\Z"
)
_OTHER_OFFICERS: Final = re.compile(
    r"\b(?:two|three|four|five|six|several|some|many|\d+) (?:other|more|further) (?:[\w-]+ ){0,3}(?:officers?|constables?|sergeants?|policem[ae]n|detectives?)\b"
    r"(?:(?!\b(?:he|she|pc|sgt|dc|inspector|both|all)\b)[^.;])*\Z"
)
# "The man who stabbed PC Lee |will serve|": his attacker
_WHO_HARMED: Final = re.compile(
    r"\W*(?:(?:the|an?|one|another) )?(?:[\w-]+ ){0,3}(?:man|woman|boy|girl|youth|teenager|driver|motorist|thug|yob|prisoner|suspect|shoplifter|burglar|robber|killer|gunman|drunk|drinker|husband|father|mother) (?:who|that) (?:\w+ly )?(?:stabbed|shot|killed|murdered|attacked|assaulted|bit|punched|kicked|headbutted|butted|spat (?:at|on|in)|ran (?:over|down)|rammed|dragged|struck|hit|injured|wounded|hurt|threatened|threw [\w ]{2,20} at|slashed|scratched|knocked [\w ]{0,16}down|mowed down|left)\b"
    r"[^.;]{0,90}? (?:will|was|were|is|has|had|must|got|gets|received|receives|jailed|faces?)\b[^;]*\Z"
)
_OFFICERS_ATTACKER: Final = re.compile(
    r"\W*(?:the )?(?:[\w'-]+ ){0,4}(?:officer|constable|pc|sergeant|detective|policem[ae]n|policewom[ae]n|cop|[\w-]+)'s (?:\w+ )?(?:killer|attacker|murderer|assailant|stalker)\b"
)
# "The court |fined| PC Lee's brother": his
_KIN_OBJECT: Final = re.compile(
    rf"(?:fin|jail|imprison|sentenc|convict|clear|acquitt|ban|disqualif)\w+ (?:[\w.'\u2019-]+ ){{0,4}}?[\w-]+['\u2019]s? (?:[\w-]+ ){{0,2}}?{KIN}\b(?! (?:and|&) )"
)
# "He joins a former Kent sergeant |jailed for four years|": of another case
_JOINS: Final = re.compile(
    r"\b(?:joins|joined|follows|followed|echoes|echoed|recalls|recalled|mirrors|mirrored|like|unlike|since|than|(?<!dealt )(?<!deals )(?<!deal )(?<!dealing )with|alongside|compared (?:to|with)) (?:an?|another|one|fellow) (?:[\w'&-]+ ){0,5}?(?:officer|constable|sergeant|inspector|detective|superintendent|policeman|policewoman|pcso|special)(?:,? who (?:was|is|had been|has been))?(?: (?:also|later|then|himself|herself|now))? (?:(?:jailed|sentenced|imprisoned|convicted|fined|given|handed|sent)\b[^,.;]*)?\Z"
)
_BESIDE_NAME: Final = 14  # characters
_EACH: Final = re.compile(r"\b(?:each|both|apiece)\b")
_GAP: Final = re.compile(r"(?:,? \(?[2-7]\d\)?,?)?(?: \(| |: | [-\u2013\u2014] )")
_OTHER_OPENS: Final = re.compile(
    r"(?!(?:Former|Ex|Disgraced|Corrupt|Police|Officer|Constable|Detective|Sergeant|Inspector|PC|DC|Sgt|DS|Insp|Judge|Mr Justice|Recorder|Sir)\b)"
    r"[A-Z][a-z'\u2019-]+(?: [A-Z][\w'\u2019-]+){1,2},? (?:\(?\d\d\)?,? )?[^.;]{0,60}\b(?:who|whom|accused of|convicted of|guilty of|jailed for|charged with)\b[^.;]{0,60}"
)
# "Six years ago |a Surrey sergeant| was jailed for the same thing"
_ANEW: Final = re.compile(
    r"\W*(?:(?:it (?:comes|follows|came) (?:\w+ ){0,3}after|in \d{4},?|last (?:year|month|week),?|(?:\w+ ){1,3}ago,?|earlier this year,?|previously,?) )"
    r"(?:an?|another) (?!second|third|fourth|further|fellow)(?:[\w-]+ ){0,3}(?:officer|constable|sergeant|inspector|detective|policeman|policewoman|pc|pcso|superintendent)\b"
)
_NAMED_WAS: Final = re.compile(
    r"\b(?:that|after|when|because|before|and|but|while|if|whether|until|since|in which|for which) (?P<name>[A-Z][a-z'\u2019-]+(?: [A-Z][\w'\u2019-]+){1,2}) (?:was|were|had been|has been|is)(?: (?:later|then|wrongly|also|himself|herself|\w+ly)){0,2} (?:(?:found )?(?:not )?guilty of |convicted of |cleared of |acquitted of |charged with |accused of |jailed for )?(?:(?:an?|the|two|three) )?\Z"
)
# "The third, shopkeeper Dean Moss, got |six years|"
_THIRD: Final = re.compile(
    r"\b[Tt]he (?:first|second|third|fourth|fifth|other|last|remaining)(?: (?:man|defendant|woman|person|accused))?, (?:[a-z][\w-]+ ){0,5}(?P<name>[A-Z][a-z'\u2019-]+(?: [A-Z][\w'\u2019-]+){1,2})(?:, \d\d)?, (?:was|got|received|had|has|is)\b[^.;]{0,40}\Z"
)
_NO_NAME: Final = re.compile(
    r"\b(?:Police|Constabulary|Court|Service|Force|Office|Officers?|Constable|Sergeant|Inspector|Detective|Superintendent|Commander|Commissioner|Special|Former|Met|Yard|Sgt|PCs?|DC|Insp|Mr|Mrs|Ms|Miss|Dr)\b"
)
_LED_TO: Final = re.compile(
    r"\b(?:led to|leading to|resulted in|resulting in|saw|seeing|ended (?:with|in)|culminated in|contributed to|secured|help(?:ed|ing)? (?:to )?(?:get|see|put|have)|instrumental in)"
    r"(?: (?!(?:him|her|them|he|she|it|officers?|constables?|sergeants?|pcs?|dcs?|inspectors?|detectives?|pair|two|three|both|police)\b)[\w'\u2019-]+){1,7} (?:being|getting)\b(?:(?!\b(?:and (?!\Z|jailed|imprisoned|sentenced|fined|sent |given|convicted)|but\b|he\b|she\b|while\b))[^.;,]){1,90}\Z"
)
_WHO_IS: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?,? who (?:(?:is|was|has been|had been)(?: (?:now|already|later|still|also|himself|herself))* (?:serving|jailed|sentenced|convicted|imprisoned|dismissed|sacked|given|fined)\b|got |received |admitted |pleaded guilty)[^,.;]*\Z"
)
_LONGEST: Final = 400  # characters of a sentence from who opens it to the term
_SHARE: Final = 90  # characters from somebody's name to what that one was given
_BESIDE: Final = re.compile(r"(?:(?:\b(?:and|but|while|whilst|whereas)|[;,.:]) |\A)(?:[a-z][\w-]* ){0,3}\Z")
_SHARED: Final = re.compile(
    r"(?:,? \(?\d\d\)?,?)?(?:, (?:who (?:is|was) )?(?:his|her|an?|the|of|from|also)\b[^.;,]{2,40},)?(?: (?:(?:was|were|being|has been|had been) (?:given|handed|fined|jailed for|jailed|told to (?:pay|do)|ordered to (?:pay|do)|banned|disqualified|made (?:the )?subject (?:to|of)|put on|placed on)|being|got|received|gets|receives|to|for|with))? ?(?:an? |the )?(?:(?:£[\d,]+|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)[- ]?)?(?:years?|months?|weeks?|month|year)?[- ]?"
)


def _is_of_kin_or_others(low: str, at: int, floor: int) -> bool:
    """Whether a term at ``at`` is that of an officer's kin, of whoever attacked one, or of other officers without names."""
    before = low[max(floor, at - 200) : at]
    counted = " other " in before or " more " in before or " further " in before
    if counted and _OTHER_OFFICERS.search(before):
        return True
    if "whose " in before and _WHOSE.search(before):
        return True
    if _JOINS.search(before):
        return True
    if at - floor > _LONGEST:
        return False
    opening = low[floor:at]
    return _WHO_HARMED.match(opening) is not None or (
        "'s " in opening and _OFFICERS_ATTACKER.match(opening) is not None
    )


_TO_OBJECT: Final = re.compile(r",? and | |, ")
_ON_SUSPICION: Final = re.compile(r"(?:,? \(?\d\d\)?,?)? (?:on suspicion of|for|over)\b[^.;]*\Z")


class Owners:
    """Whose words are, asked for any place of one page."""

    __slots__ = (
        "_at",
        "_ends",
        "_named",
        "_officers",
        "_others",
        "_starts",
        "_subjects",
        "_unnamed",
        "prepared",
    )

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        cast = prepared.cast
        mentions = [m for p in cast.persons if not p.is_subject for m in p.mentions]
        self._others = sorted((m.start, m.end) for m in mentions)
        self._starts = [start for start, _ in self._others]
        self._subjects = sorted(m.start for p in cast.subjects for m in p.mentions)
        named = [(m.start, m.end, p) for p in cast.subjects for m in p.mentions]
        self._named = sorted(named, key=lambda n: n[1])
        self._ends = [end for _, end, _ in self._named]
        self._at = {start: (end, p) for start, end, p in named}
        self._unnamed = any(p.name is None for p in cast.subjects)
        self._officers = sorted(m.start for p in cast.subjects for m in p.mentions if m.rank is not None)

    def term(self, at: int) -> tuple[Person, ...]:
        """The subjects to whom a sentence told at ``at`` was given: nobody under a letter of whom no crime is told."""
        return tuple(p for p in self._term(at) if p.name is not None or p.criminal != [])

    def object_of(self, start: int, end: int) -> tuple[Person, ...]:
        """Whom a verb of sentencing at ``[start, end)`` has for its object: "would sentence |Lee and Moss| in May"; nobody if none is named there."""
        page = self.prepared.page
        if not page.low.startswith(("sentenc", "jail", "imprison", "fin"), start):
            return ()
        out: list[Person] = []
        at = end
        while gap := _TO_OBJECT.match(page.low, at):
            found = self._at.get(gap.end())
            if found is not None and page.low.startswith(("'s ", "\u2019s "), found[0]):
                break  # "fined PC Lee's brother"
            if found is None or not (out or gap.group() == " "):
                break
            at, person = found
            out.append(person)
        return tuple(dict.fromkeys(out))

    def _term(self, at: int) -> tuple[Person, ...]:
        """The subjects whose sentence or order the words at ``at`` tell."""
        s = self.prepared.page.sentence_at(at)
        if self._of_another(s, at) or _CIVILIAN_OPENS.match(
            self.prepared.page.low[s.start : min(at, s.start + 130)]
        ):
            return ()
        beside = self._right_before(s, at)
        return (beside,) if beside is not None else _by_clause(self.prepared, at)

    def _right_before(self, s: Sentence, at: int) -> Person | None:
        """The subject whose name stands right before a term: "Lee (|two years|) and Moss (|18 months|)"."""
        text = self.prepared.page.text
        if _EACH.search(self.prepared.page.low, at, at + 30):
            return None
        i = bisect_left(self._ends, at - _BESIDE_NAME)
        j = bisect_left(self._ends, at)
        for k in range(j - 1, i - 1, -1):
            start, end, person = self._named[k]
            if s.start <= start and _GAP.fullmatch(text, end, at):
                return person
        return None

    def charge(self, at: int) -> tuple[Person, ...]:
        """The subjects of whose charge, plea or verdict the words at ``at`` tell."""
        page = self.prepared.page
        index = page.sentence_index(at)
        s = page.sentences[index]
        if self._of_another(s, at) or self._arrested_another(s, at):
            return ()
        if index and _PROSECUTORS_SAY.match(page.low, s.start):
            before = page.sentences[index - 1]
            said = _PROSECUTORS.search(page.low, before.start, before.end)
            if said is not None:
                return self.prepared.cast.who(before.end - 1) or self.prepared.cast.who(said.start())
        who = self.prepared.cast.accused(at)
        return who if len(who) < 2 or not of_one_of_them(page.low, s.start, at) else ()

    def _arrested_another(self, s: Sentence, at: int) -> bool:
        """Whether the crime is that of which somebody else was suspected: "had arrested Ben Crouch on suspicion of ..."."""
        low = self.prepared.page.low
        i = bisect_left(self._starts, max(s.start, at - 90))
        return any(
            low.endswith(("arrested ", "arresting ", "arrested mr ", "detained ", "detaining "), 0, start)
            and _ON_SUSPICION.match(low, end, at) is not None
            for start, end in self._others[i : i + 4]
            if end < at
        )

    def _is_strangers(self, s: Sentence, at: int) -> bool:
        """Whether a sentence opens on the surname and age of somebody who is none of the page's officers: "Holt, 33, was jailed"."""
        name = opens_on_stranger(self.prepared.page.text, s.start, at) if s.start not in self._at else None
        return name is not None and not any(
            name.lower() in m.tokens or name.lower() in m.surname.lower()
            for p in self.prepared.cast.subjects
            for m in p.mentions
        )

    def _of_another(self, s: Sentence, at: int) -> bool:
        """Whether somebody without a police role opens the sentence, or an example is given in a quotation."""
        page = self.prepared.page
        if (
            of_company(page.low, at, s.start)
            or of_whom_he(page.low, at, s.start)
            or _is_of_kin_or_others(page.low, at, s.start)
            or self._led_to(s, at)
            or self._named_other(s, at)
            or self._opens_on_other(s, at)
            or self._is_others_share(s, at)
            or is_of_outsider(page.low, s.start, at)
            or self._is_strangers(s, at)
            or _KIN_OBJECT.match(page.low, at) is not None
        ):
            return True
        opening = page.low[s.start : min(at, s.start + 160)]
        if holds_any(opening, _ACCUSED) and _CO_DEFENDANT.match(opening):
            j = bisect_left(self._officers, s.start)
            if j == len(self._officers) or self._officers[j] > at:
                return True  # (else that defendant is an officer told of: "A third defendant, |PC Lee|, faced one count")
        end = self._opener(s)
        if end is not None and end < at and _IS_TOLD_OF.match(page.low, end):
            j = bisect_left(self._subjects, s.start)
            return j == len(self._subjects) or self._subjects[j] > at
        if page.quoted(at):
            if _ANY_OFFICER.search(page.low, max(s.start, at - 120), at):
                return True
            opened = page.low.rfind('"', max(s.start, at - _FAR), at)
            return opened >= 0 and _EXAMPLE.match(page.low, opened) is not None
        return False

    def _opens_on_other(self, s: Sentence, at: int) -> bool:
        """Whether a term is that of somebody who opens the sentence and did something to the officer: "Dean Moss, who paid PC Lee, was |jailed|"."""
        i = bisect_left(self._subjects, s.start)
        j = bisect_left(self._subjects, at)
        page = self.prepared.page
        if j - i == 1 and self._goes_on_who(self._subjects[i], at):
            return False  # "Ann Lee was accused of hiding cash for PC Lee, |who is serving nine years|"
        if j - i == 1:  # one officer is named, within what is told of the other
            return _OTHER_OPENS.fullmatch(page.text, s.start, self._subjects[i]) is not None
        told = i > 0 and i == j and s.start > 0  # an officer brought in anew, after one who was named
        return told and _ANEW.match(page.low, s.start) is not None and not self._unnamed

    def _goes_on_who(self, start: int, at: int) -> bool:
        """Whether a relative clause right behind the name at ``start`` tells what is told at ``at``."""
        end = next((e for a, e, _ in self._named if a == start), None)
        return end is not None and end < at and _WHO_IS.match(self.prepared.page.low, end, at) is not None

    def _named_other(self, s: Sentence, at: int) -> bool:
        """Whether somebody else, by name, is the subject of the verb at ``at``: "she told a jury that Dean Moss was |guilty|"."""
        page = self.prepared.page
        found = _NAMED_WAS.search(page.text, max(s.start, at - _SHARE), at) or _THIRD.search(
            page.text, max(s.start, at - 2 * _SHARE), at
        )
        if found is None or _NO_NAME.search(found.group("name")):
            return False
        start, end = found.span("name")
        i, j = bisect_left(self._ends, start + 1), bisect_left(self._ends, end + _BESIDE_NAME)
        return not any(a < end for a, _, _ in self._named[i:j])

    def _led_to(self, s: Sentence, at: int) -> bool:
        """Whether a verdict or a term is what an officer's work came to: "her evidence led to Dean Moss being |jailed|"."""
        found = _LED_TO.search(self.prepared.page.low, max(s.start, at - 2 * _SHARE), at)
        if found is None:
            return False
        i = bisect_left(self._subjects, found.start())
        return i == len(self._subjects) or self._subjects[i] >= at

    def _is_others_share(self, s: Sentence, at: int) -> bool:
        """Whether a term is that of somebody else named right before it: "Lee got a year and Ann Moss, his wife, |a £300 fine|"."""
        page = self.prepared.page
        i = bisect_left(self._starts, max(s.start, at - _SHARE))
        for start, end in reversed(self._others[i : i + 8]):
            if end <= at:
                words = page.low[end:at].strip()
                return (
                    words != ""
                    and _BESIDE.search(page.low, max(s.start, start - _SHARE), start) is not None
                    and _SHARED.fullmatch(page.low, end, at) is not None
                )
        return False

    def _opener(self, s: Sentence) -> int | None:
        """Where the name ends of somebody else who opens a sentence, alone or with a trade ("Burglar Ann Lee")."""
        i = bisect_left(self._starts, s.start)
        if i < len(self._others) and self._others[i][0] < s.start + 4:
            return self._others[i][1]
        for hit in self.prepared.scan.between("civilian", s.start, s.start + 30):
            named = _TRADESMAN.match(self.prepared.page.text, hit.end)
            if named is not None and self.prepared.page.text[s.start].isupper():
                return named.end()
        return None


def _by_clause(prepared: Prepared, at: int) -> tuple[Person, ...]:
    """The subjects whom the words at ``at`` tell of.

    The cast decides. Where it says somebody else has the floor, the floor goes back to the subject of
    the sentence if that other person was only an object ("may not contact his wife for five years
    under a restraining order") or stood in a relative clause that is closed ("who worked for her
    partner, has been jailed").
    """
    who = prepared.cast.who(at)
    if who:
        return who
    page = prepared.page
    s = page.sentence_at(at)
    before: tuple[Person, ...] = ()
    taken = s.start
    for gap in _WORD.finditer(page.low, max(s.start, at - _FAR), at):
        here = prepared.cast.who(gap.end())
        if here:
            before = here
            taken = gap.end()
        elif before and taken < gap.start() and prepared.cast.who(taken):
            taken = gap.end()
    if not before:
        before = prepared.cast.who(s.start)
        taken = s.start
        if not before:
            return (
                _said_before(prepared, s.start)
                if _OBJECT.match(page.low, at) or _ORDERED.match(page.low[s.start : min(at, s.start + 200)])
                else ()
            )
    segment = page.low[max(taken, at - _FAR) : at]
    relative = _RELATIVE.search(page.low, s.start, min(taken, s.start + 90)) is not None
    if _POSSESSIVE.match(segment) or (relative and len(_VERB.findall(segment)) == 1):
        return before
    if _RESUMED.search(segment) or not _VERB.search(segment):
        return before
    return ()
