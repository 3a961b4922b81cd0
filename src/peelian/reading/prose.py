"""Whose turn it is in running prose: the stretches of a page and the subjects of whom each tells."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.by_place import who_is_placed
from peelian.reading.events import Event
from peelian.reading.floor import Floor
from peelian.reading.he_or_she import is_one_unnamed, whose_ends
from peelian.reading.kin import AND_HIS_KIN
from peelian.reading.labelled_ends import labelled_ends
from peelian.reading.name_lists import in_one_list
from peelian.reading.next_in_court import next_in_court
from peelian.reading.next_story import opened_by_headings
from peelian.reading.page import Page, Sentence
from peelian.reading.persons import Person, Topic, Topics
from peelian.reading.scan import Scan
from peelian.reading.scenes import sets_scene, whose_scene
from peelian.reading.sexes import sexes
from peelian.reading.shared_ends import shared_ends, those_named
from peelian.reading.statistics import counts_others
from peelian.reading.turn_words import (
    A_WITNESS,
    OPENING,
    OWN_FATE,
    SETTING,
    WHO_ENDS,
    WHO_OPENS,
)
from peelian.reading.who_is_meant import OPENS

_AND_KIN: Final = re.compile(
    r"and (?:his|her) (?:(?!\b(?:was|is|has|had|who)\b)[^.;]){1,140}?\b(?:have|were|are|both)\b"
)
_HE_OR_SHE: Final = re.compile(r"\W*(he|she)\b")
_WHO_WAS: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?, who (?:(?:was|were|is|has been|had been|has since been)(?: \w+)? (?:jailed|sentenced|convicted|given|found|serving|fined|acquitted|cleared|charged)|got|received|admitted|pleaded|denied|denies)\b"
    # "Portsmouth man Ned Obi - |now jailed for perjury|", "Obi, 36, |now serving four years|"
    r"|(?:,? \(?\d\d\)?)?(?:,| -| \u2013| \u2014| \()(?: ?(?:who (?:is|was)|now|later|since|then|already|currently|subsequently|himself|herself))* ?(?:jailed|convicted|imprisoned|locked up|serving (?:an? )?(?:[\w-]+ ){0,4}?(?:years?|months?|life|sentence|term))\b"
)


# A new paragraph of a judgment that tells of the case itself: "5. The investigation was ...", not "5. He was".
_NUMBERED: Final = re.compile(
    r"(?:\d{1,3}[.)]?\s+)?(?:the (?:\w+ )?(?:investigation|hearing|panel|tribunal|appeal|decision|notice|regulations|law|matter|case)|in my judgment|it is)\b"
)
# "..., the panel ruled, as it |dismissed| Lee": what was done to whoever is named next
_DONE_TO: Final = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!being )\b(?:dismiss|sack|jail|clear|convict|acquitt?|fin|suspend|reinstat|demot)(?:ed|ing) (?:the |both |former |ex-)*\Z"
)


def prose_topics(page: Page, scan: Scan, persons: list[Person]) -> Topics:
    """Stretches ``(start, end, subjects)``: whose turn it is at each offset of running prose.

    In a sentence that names one subject every word tells of that subject; where several are named, the
    words after each name tell of it, and names in one list are told of together. A sentence that names
    nobody goes on about whoever had the floor, unless somebody else ("her partner") has taken it.
    """
    subjects = [p for p in persons if p.is_subject]
    if not subjects:
        return []
    return _Turns(page, scan, persons, subjects).stretches()


class _Turns(Floor):
    """Whose turn it is, followed sentence by sentence."""

    __slots__ = ()

    def stretches(self) -> Topics:
        """The whole page's stretches, in order, without gaps."""
        out: Topics = []
        i, events = 0, self.events
        opened = opened_by_headings(self.page, self.main) if len(self.main) > 1 else {}
        leads = {}
        if len(self.main) > 1:
            leads = {start: p for (start, _), p in next_in_court(self.page, self.persons) if p in self.main}
        paragraph = -1
        for index, sentence in enumerate(self.page.sentences):
            if self.parties and sentence.paragraph != paragraph:
                if self.meant and (
                    (self.current and self._has_its_paragraph(sentence)) or self.goes_back(sentence)
                ):
                    self.current = self.meant
                paragraph = sentence.paragraph
            if index in opened:
                self.current, self.rival = (opened[index],), False
            if sentence.start in leads:
                self.current, self.rival = (leads[sentence.start],), False
            first = i
            while i < len(events) and events[i].start < sentence.end:
                i += 1
            at = sentence.start
            if at < self.cover:  # the heading is of all the parties that it prints
                out.append((at, sentence.end, self.current))
                continue
            if all(e.kind != "subject" for e in events[first:i]) and counts_others(
                self.page, sentence, len(self.subjects)
            ):
                out.append((at, sentence.end, ()))
                continue
            for start, who in self._turns(sentence, events[first:i]):
                if start > at:
                    out.append((at, start, self.current))
                    at = start
                self.current = who
            told = {e.person for e in events[first:i] if e.kind == "subject" and e.person is not None}
            if len(self.current) == 1 or len(told) == 1:
                self.alone = self.current if len(self.current) == 1 else tuple(told)
            out.append((at, sentence.end, self.current))
            following = self.page.sentences[index + 1] if index + 1 < len(self.page.sentences) else None
            if (
                self.rival
                and (following is None or following.paragraph != sentence.paragraph)
                and not self._rival_goes_on(following)
            ):
                self.rival = False
            if (
                not self.current and not self.rival
            ):  # the floor goes back to the last subject at a sentence's end
                self.current = next((t[2] for t in reversed(out) if t[2]), ())
        return out

    def _rival_goes_on(self, following: Sentence | None) -> bool:
        """Whether the next paragraph's "she" can only be whoever else has just been told of, as every subject is a "he"."""
        opens = _HE_OR_SHE.match(self.page.low, following.start) if following is not None else None
        if opens is None or self.rival_is is None:
            return False
        she = opens.group(1) == "she"
        of = sexes(self.page, [*self.subjects, self.rival_is])
        return of.get(self.rival_is) is she and all(of.get(s) is (not she) for s in self.subjects)

    def _has_its_paragraph(self, sentence: Sentence) -> bool:
        """Whether whoever has the floor loses it where a paper's paragraph begins: a case that is only compared, or a numbered one."""
        if all(p.role == "background" for p in self.current):
            return True
        low = self.page.low
        numbered = low[self.page.lines[sentence.line].start].isdigit() and (
            sentence.start == self.page.lines[sentence.line].start or low[sentence.start - 1].isspace()
        )
        return numbered and _NUMBERED.match(low, sentence.start, sentence.end) is not None

    def _in_one_breath(self, last: int, event: Event) -> bool:
        """Whether a name goes on a list of names; before a rank a word for kin may stand ("PC Lee and his brother, PC Moss")."""
        if in_one_list(self.page.low, last, event.start):
            return True
        m = next((m for m in event.person.mentions if m.start == event.start), None) if event.person else None
        ranked = m is not None and m.rank is not None
        return ranked and AND_HIS_KIN.fullmatch(self.page.low, last, event.start) is not None

    def _turns(self, sentence: Sentence, here: list[Event]) -> list[tuple[int, Topic]]:
        """Where in a sentence the floor changes hands, and to whom."""
        turns: list[tuple[int, Topic]] = []
        named = [e for e in here if e.kind == "subject"]
        alone = len({id(e.person) for e in named}) == 1 or (
            len(named) > 1 and all(self._in_one_breath(a.end, b) for a, b in pairwise(named))
        )  # "will hold a misconduct hearing in respect of PC Lee and PC Moss": of both
        who, last = self.current, -1
        first_pronoun = min((e.start for e in here if e.kind == "pronoun"), default=sentence.end)
        if len(self.main) > 1 and sets_scene(self.page, self.scan, sentence, here):
            whose = whose_scene(self.page, sentence, self.events, self.together)
            return [(sentence.start, whose)] if whose else []
        if not named and (
            A_WITNESS.match(self.page.low, sentence.start, sentence.end) or self.are_of_another_rank(sentence)
        ):
            return [(sentence.start, ())]
        for event in here:
            if event.kind == "kin":  # "Ann Lee, the wife of PC Moss, was jailed": of somebody else
                if not any(e.kind in ("subject", "pronoun") and e.start < event.start for e in here):
                    who = ()
                    turns.append((sentence.start, who))
            elif event.kind == "subject" and event.person is not None:
                person = event.person
                if last < 0 and self.others_beside(sentence, event):
                    who = ()  # "two of the constables who stood alongside |Lee| were convicted": not Lee
                    turns.append((sentence.start, who))
                    last = event.end
                    continue
                if last >= 0 and person not in who and (self.beside(event) or self.in_an_aside(event, last)):
                    if len(named) > 1 and who and self.stands_trial_too(event):
                        who = (*who, person)
                        self.group = who
                        start = turns[-1][0] if turns else event.start
                        turns = [*turns[:-1], (start, who)]
                        last = event.end
                    continue
                if last >= 0 and person not in who and self._in_one_breath(last, event):
                    who = (*who, person)
                    self.group = who
                    start = turns[-1][0] if turns else event.start
                    turns = [*turns[:-1], (start, who)]
                else:
                    pronoun_first = first_pronoun < event.start
                    begins = not turns and alone and not (pronoun_first and person not in self.current)
                    if (
                        not turns
                        and not alone
                        and SETTING.fullmatch(self.page.low, sentence.start, event.start)
                    ):
                        turns.append(
                            (sentence.start, those_named(named))
                        )  # "On 8 May Lee was given a year and Moss two"
                    who = (person,)
                    done = _DONE_TO.search(self.page.low, max(sentence.start, event.start - 40), event.start)
                    if begins and sentence.start <= self.brought_in < event.start:
                        turns += [(sentence.start, ()), (self.brought_in, who)]
                    else:
                        turns.append(
                            (sentence.start if begins else done.start() if done else event.start, who)
                        )
                last = event.end
                self.rival = False
            elif event.person is not None and _WHO_WAS.match(self.page.low, event.end) and not self.rival:
                who = ()  # "for the moneylender Ned Obi, who was jailed for 11 years": his, not the officer's
                turns.append((event.end, who))
            elif event.kind == "rival":
                if (
                    event.start - sentence.start < 4
                    or self.opens_on_other(sentence, event)
                    or self.comes_last(sentence, event)
                ):
                    self.rival = True
                    self.rival_is = event.person
                    who = ()
                    turns.append((sentence.start, who))
            elif event.kind == "official" and event.person is not None and self.comes_last(sentence, event):
                if event.person.rank is None:
                    self.rival, self.rival_is, who = True, event.person, ()
                    turns.append((sentence.start, who))
            elif event.kind == "official" and OPENING.fullmatch(self.page.low, sentence.start, event.start):
                if OWN_FATE.match(self.page.low, event.end):
                    who = ()
                    turns.append((sentence.start, who))
            elif event.kind == "civil":
                if self.tells_of_civilian(sentence, event):  # "The reporter who paid them was acquitted"
                    return [(sentence.start, ())] if not named else turns
            elif event.kind == "other" and self.introduces(sentence, event):
                who = (self.main[0],)
                turns.append((sentence.start, who))
            elif event.kind == "other" and who and _AND_KIN.match(self.page.low, event.start - 4):
                pass  # "A policeman and his wife have been convicted": of both
            elif event.kind == "other" and who and self.stands_beside(event):
                pass
            elif event.kind == "other":
                if not named or named[0].start < event.start:
                    back = self._end_of_who(sentence, last, event) if last >= 0 else -1
                    if back < 0 and who:
                        back = self.verb_of_officer(sentence, event)
                    turns.append((event.start, ()))
                    if back > 0:  # "Sgt Lee, who lied to the boy's mother, |is accused": of Lee again
                        turns.append((back, who))
                    else:
                        who = ()
            elif event.kind == "many" and not self.means_nobody_here(event):
                if self.is_object(event, who, named) or self.is_things(event, who, here):
                    continue
                if not named and self.are_witnesses(sentence, event):
                    return [(sentence.start, ())]
                group = self.those(self.page.low[event.start : event.end], event.start, who)
                if group:
                    who = group
                    turns.append((event.start if turns else sentence.start, who))
            elif event.kind == "pronoun" and len(self.main) > 1 and not self.page.quoted(event.start):
                opens = not any(e.kind == "subject" and e.start < event.start for e in here)
                meant = self.called(event, who) if opens or self.new_clause(event.start) else ()
                opening = not named and event.start - sentence.start < OPENS
                if not meant and len(who) > 1 and opening and self.is_outsiders(event):
                    return [
                        (sentence.start, ())
                    ]  # "The driver died. He had been banned": neither officer had
                if not meant and len(who) > 1 and self.is_one_again(sentence, event):
                    meant = self.alone
                starts = opening or self.new_clause(event.start)
                if not meant and len(who) > 1 and starts and is_one_unnamed(self.page, *event[:2]):
                    who = ()  # "PC Ann Lee and PC Eve Moss lied. She was dismissed": one of the two, and which?
                    turns.append((event.start if turns else sentence.start, who))
                if meant and meant != who:
                    who = meant
                    turns.append((event.start if turns else sentence.start, who))
            elif event.kind == "brought in":  # "her husband, a chief inspector": he keeps the floor
                self.rival, self.rival_is, who = True, None, ()
                turns.append((event.start, who))
            elif event.kind == "first":
                who = self.opens_on
                turns.append((event.start, who))
            elif event.kind in ("stranger", "second"):
                who = (event.person,) if event.person is not None else ()
                turns.append((event.start, who))
            elif event.kind == "placed":
                told = {p for t in turns for p in t[1]} | (set() if named or turns else set(who))
                meant_by = who_is_placed(self.page, event.start, self._listed(event), told)
                if meant_by is not None:
                    who = meant_by
                    turns.append((event.start if turns else sentence.start, who))
            elif event.kind in ("former", "latter"):
                two = self.group if len(self.group) == 2 else tuple(self.main)
                if len(two) == 2:
                    who = (two[event.kind == "latter"],)
                    turns.append((event.start if turns else sentence.start, who))
            elif event.kind in ("colleague", "bearer", "aged", "part"):
                one = self.one_of_two(event, who)
                if one is not None and one != who:
                    who = one
                    turns.append((event.start if turns or named else sentence.start, who))
            elif event.kind == "rest":
                rest = tuple(p for p in self.first if p not in who)
                if not named and len(rest) == 1 and who:
                    who = rest
                    turns.append((event.start, who))
            elif event.kind == "defendant" and not self.page.quoted(event.start):
                # the defendant, the appellant, "you" of a judge's remarks: whom the paper is about
                meant = self.addressed_as(event)
                if not meant or meant[0] not in who or self.is_one_party(meant, who):
                    who = meant
                    turns.append((event.start if turns else sentence.start, who))
            elif event.kind == "police":
                if last >= 0 and self.only_whose(event, last):
                    continue
                bearer = self.bearer(self.page.low[event.start : event.end])
                if bearer is not None and (bearer,) != who:
                    pronoun_first = first_pronoun < event.start
                    who = (bearer,)
                    turns.append((event.start if turns or pronoun_first else sentence.start, who))
                elif not who:
                    who = self.current or (self.main[0],)
                    turns.append((event.start, who))
        turns = shared_ends(self.page, self.events, self.current, sentence, named, turns)
        turns = whose_ends(self.page, sentence, self.main, self.sexes, turns)
        turns = labelled_ends(self.page, self.events, sentence, turns)
        if not named and (at := self.strangers_clause(sentence)) >= 0:
            turns = [*(t for t in turns if t[0] < at), (at, ())]
        return turns

    def _listed(self, event: Event) -> Topic:
        """The people whom a page counts off from ``event`` on: those last told of together, else all told of so far."""
        return self.group if len(self.group) > 1 else tuple(p for p in self.main if p.anchor < event.start)

    def _end_of_who(self, sentence: Sentence, last: int, event: Event) -> int:
        """Where the clause on whoever was named last, in which somebody else is told of, ends; -1 if there is none."""
        low = self.page.low
        if WHO_OPENS.match(low, last, event.start) is None:
            return -1
        ends = WHO_ENDS.search(low, event.end, sentence.end)
        return ends.start() if ends is not None else -1
