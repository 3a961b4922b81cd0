"""The walk through a page that tells of officers without names: who is told what, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from operator import attrgetter
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.carrying import PRONOUN
from peelian.reading.clause_verdicts import what_is_told
from peelian.reading.clauses import Clause, clauses_of, did_not, without_totals
from peelian.reading.description import Description
from peelian.reading.descriptions import find_descriptions
from peelian.reading.just_brought_in import JustBroughtIn
from peelian.reading.late_verdicts import attach_late, share_clearance
from peelian.reading.model import Span
from peelian.reading.page import Page, Sentence
from peelian.reading.pronouns import OF_POLICE, meant_by_pronoun
from peelian.reading.recruits import Recruit
from peelian.reading.retold import share_with_each, told_again
from peelian.reading.scan import Scan
from peelian.reading.story import Story
from peelian.reading.unnamed import (
    INTERVIEWED,
    JUDGED,
    UNDER_NOTICE,
    Referent,
    without_cleared,
)

# Verdicts that by themselves make a person a subject; the others need a person already known or counted.
_HARD: Final = frozenset({"case", "no_case", "finding", "hearing", "outcome", "crime"})
_NOTHING: Final = frozenset[str]()
# "A further hearing, concerning a constable at ..." is about somebody else.
_FURTHER: Final = re.compile(
    r"\b(?:further|another|separate|second) (?:[a-z]+ ){0,2}(?:hearing|meeting|case|investigation|inquiry)\b"
)
# Sentences that name nobody and still tell of those who have the floor.
_TELLING_ALONE: Final = ("unnamed_verdict", "proceeding", "unnamed_prosecutor")
# "A hearing took place in March."
_WAS_HELD: Final = re.compile(
    r"\W*(?:(?:the|a|an|one) )?(?:[\w-]+ ){0,3}(?:hearing|meeting|proceeding)s? (?:was|were|then |also |later )?(?:held|took place|began|started|concluded)\b"
)
# "there was not enough evidence |to prosecute| the first officer for common assault"
_TO_PROSECUTE: Final = ("to prosecute ", "to charge ", "prosecuting ", "charging ")
# "We came to the same conclusion about both jailers"
_SAME_CONCLUSION: Final = re.compile(
    r"\b(?:same|similar) (?:conclusion|view|opinion|finding|decision)\b|\bthe same (?:was true|applied|applies|is true|went)\b"
)
# What ends a case.
_ENDED: Final = frozenset({"outcome", "management", "no_case", "finding"})
# What is done with those who have something to answer for.
_RESULTS: Final = frozenset({"management", "outcome", "hearing", "performance"})
# "We also found an indication that a supervisor had ...": beside those already under notice
_ALSO_FOUND: Final = re.compile(
    r"\balso (?:found|identified|saw|established|considered) (?:(?:an?|that|there was|there were|evidence of|possible|potential) )*(?:indications?|evidence)\b"
)
# Words that mean somebody else than those who have the floor.
_APART: Final = frozenset({"other", "part_other", "another"})
_HEADING: Final = (
    4  # lines without a full stop at a page's head that may be headline, standfirst, byline and date
)
_LONGEST: Final = 4000  # characters; a longer "sentence" is no prose
# "The officer's line manager received management action", not "will review the officer's performance".
_RECEIVED: Final = re.compile(
    r" (?:who \w+ \w+ )?(?:also |both |had |has |have |was |were |would |will |be |been |should |to )*(?:receiv\w+|given|dealt|subject)\b"
)
_MISCONDUCT: Final = re.compile(r"\b(?:misconduct|disciplinary|breach\w*)\b")
_start = attrgetter("start")


class Walk(JustBroughtIn):
    """One walk through a page, or through the section of it that ``within`` gives, sentence by sentence."""

    def __init__(
        self,
        page: Page,
        scan: Scan,
        named: bool = False,
        within: Span | None = None,
        descriptions: Sequence[Description] | None = None,
    ) -> None:
        self.named = named  # whether the page names anybody, whom a pronoun may mean
        self.scan = scan
        self.within = within or (0, len(page.text))
        found = scan.once(find_descriptions) if descriptions is None else descriptions
        first, last = (bisect_left(found, at, key=_start) for at in self.within)
        super().__init__(page, list(found[first:last]))
        self.story = Story(page.low, self.descriptions, self.introduced)
        self.elsewhere = False
        self.listing = -1
        self.concluded = (
            -1,
            _NOTHING,
        )  # the paragraph of a sentence just read, and what it concluded of officers
        self.recruit: Recruit | None = None  # the man of the story who joined the police, told of apart
        self.case_told = -1  # the paragraph of a sentence just read that told of a case to answer

    def read(self) -> None:
        """Walk the sentences; headline and standfirst tell nothing that the text does not tell better."""
        i, heads = 0, True
        first, last = self.within
        begin = self.page.sentence_index(first) if first else 0
        for number, sentence in enumerate(islice(self.page.sentences, begin, None), begin):
            if sentence.start < first:
                continue
            if sentence.start >= last:
                break
            here: list[Description] = []
            while i < len(self.descriptions) and self.descriptions[i].start < sentence.end:
                here.append(self.descriptions[i])
                i += 1
            if sentence.end - sentence.start > _LONGEST:
                continue
            heads = heads and not self.low[sentence.start : sentence.end].rstrip(" \"'").endswith((".", ":"))
            if heads and number < _HEADING and len(self.page.sentences) > number + 2:
                continue
            if self.recruit is not None and self.recruit.is_told_in(sentence):
                continue
            self._sentence(sentence, here)
        if not any(r.level == JUDGED for r in self.referents.people) and self.unattached:
            attach_late(self.page, self.descriptions, self.referents, self.unattached)
        share_clearance(self.referents, self.topics)

    def _sentence(self, sentence: Sentence, here: list[Description]) -> None:
        s, e = sentence.start, sentence.end
        telling = (*_TELLING_ALONE, "unnamed_notice") if not self.referents.people else _TELLING_ALONE
        if not (here or any(self.scan.between(kind, s, e) for kind in telling)):
            self.listing = -1
            if _WAS_HELD.match(self.low, s) and (facing := self._facing(s, e)):
                self.topics.append((s, e, facing))
            return
        here = without_totals(self.scan, here)
        if here:
            self.elsewhere = False
        clauses = clauses_of(self.scan, sentence, here)
        self._did_not(clauses, sentence.paragraph)
        anyone = False
        taken: list[Referent] = []
        again = told_again(self.scan, clauses, self.referents.people, self.topics)
        for i, clause in enumerate(clauses):
            if clause.of_group and not clauses[i - 1].of_group:
                if not taken:
                    self.resolved(clauses[i - 1].targets[-1:], sentence.paragraph)
                taken = []  # "one was warned": one of those of whom all of it was told before
            if again is not None:
                told = self._tell_again(clause, again[i], sentence.paragraph)
            else:
                told = self._tell(clause, sentence.paragraph, taken)
            if clause.notice and not told and "misconduct" in self.low[clause.start : clause.end]:
                inside = (d for d in here if clause.start <= d.start < clause.end)
                self.bare_notice = self.bare_notice or any(d.form == "bare" for d in inside)
            taken += told
            anyone = anyone or bool(told)
            if told:
                self.topic(clause, told)
            elif clause.elsewhere or (
                self.elsewhere
                and not here
                and PRONOUN.match(self.low, clause.start)
                and not clause.verdicts - {"crime", "left"}
            ):
                self.topics.append((clause.start, clause.end, None))
                self.elsewhere = True
                continue
            elif not clause.targets and (meant := self._pronoun(clause, sentence.paragraph)):
                level = JUDGED if clause.verdicts else clause.notice
                told = self.referents.resolve(meant, sentence.paragraph, [], True)
                self.referents.tell(told, level, clause.verdicts, sentence.paragraph, clause.notice)
                self.topic(clause, told)
            elif (
                not here
                and _WAS_HELD.match(self.low, clause.start)
                and (facing := self._facing(clause.start, clause.end))
            ):
                self.topics.append((clause.start, clause.end, facing))
            elif clause.targets and clause.verdicts == {"left"}:
                self.topics.append((clause.start, clause.end, None))
            elif clause.targets and all(d.form in _APART for d in clause.targets):
                if not clause.verdicts and self._narrate(clause, sentence, here):
                    continue  # "The other kept no record. He was found to have a case to answer"
                self.topics.append((clause.start, clause.end, None))  # "the other" of a pair never told of
            elif self._clears_others(clause):
                self.topics.append((clause.start, clause.end, None))
            elif not clause.verdicts and self._charged_one(clause) and self._narrate(clause, sentence, here):
                self.criminal.append((clause.start, clause.end, self.referents.focus))
            elif not self._prosecuted(clause) and (
                clause.verdicts or self.scan.between("unnamed_prosecutor", clause.start, clause.end)
            ):
                self.carry(clause, sentence)
            else:
                self._narrate(clause, sentence, here)
        if len(clauses) > 1 and all(r.anchor >= s for r in taken):
            whole = list(dict.fromkeys(taken))
            if len(whole) > 2:  # "two were dismissed and two warned": "the officers" are all four
                self.referents.group(whole)
                share_with_each(self.low, sentence, self.topics, whole)
        verdict = any(c.verdicts for c in clauses)
        if self.low[sentence.start : sentence.end].rstrip().endswith(":") and verdict and not anyone:
            self.listing = sentence.paragraph
        elif self.listing >= 0 and not (here and here[0].start <= sentence.start + 6):
            self.listing = -1
        for d in here:
            if not (d.agent or d.witness or d.form == "bare"):
                self.before = (sentence.paragraph, d)
                break

    def _did_not(self, clauses: list[Clause], paragraph: int) -> None:
        """ "The constable had a case to answer. The sergeant did not.": what the sentence before told, denied of others."""
        first = clauses[0]
        if (
            len(clauses) == 1
            and first.targets
            and not first.verdicts
            and self.case_told == paragraph
            and did_not(self.low, first.targets[-1])
        ):
            first.verdicts = frozenset({"no_case"})
        elif (
            len(clauses) == 1
            and first.targets
            and not first.verdicts
            and self.concluded[0] == paragraph
            and _SAME_CONCLUSION.search(self.low, first.start, first.targets[0].start)
        ):
            first.verdicts = self.concluded[1]
        ends = {v for c in clauses if c.targets for v in c.verdicts} & {"case", "no_case"}
        self.concluded = (paragraph, frozenset(ends) if len(ends) == 1 else _NOTHING)
        self.case_told = paragraph if any("case" in c.verdicts and c.targets for c in clauses) else -1

    def _tell_again(self, clause: Clause, told: list[Referent], paragraph: int) -> list[Referent]:
        """The same officers one by one, with their ranks."""
        ranks = [d for d in clause.targets for _ in range(d.number or 0)]
        for r, d in zip(told, ranks, strict=False):
            self.referents.specialise(r, d)
        if told:
            self.referents.tell(told, JUDGED, clause.verdicts, paragraph)
        return told

    def _tell(self, clause: Clause, paragraph: int, taken: list[Referent]) -> list[Referent]:
        if clause.released and not clause.verdicts:
            for d in clause.targets:
                self.referents.release(self.referents.resolve(d, paragraph, [], False))
            return []
        level, verdicts = (
            what_is_told(self.low, clause, self.listing >= 0) if clause.targets else (0, _NOTHING)
        )
        if not level:
            return []
        told: list[Referent] = []
        for d in clause.targets:
            create = bool(verdicts & _HARD) or level < JUDGED or d.number is not None
            if verdicts == {"left"} and self.referents.people and d.form == "new" and d.number == 1:
                continue  # "An inspector who had looked in retired": nobody says that it was about this
            if verdicts and (
                verdicts <= {"no_indication", "appropriate"}
                or (
                    d.role == "supervisor"
                    and not verdicts & _HARD
                    and _RECEIVED.match(self.low, d.end) is None
                )
            ):
                create = False
            if (
                d.form == "known"
                and d.number is None
                and not verdicts & (_HARD - {"hearing"})
                and level == JUDGED
            ):
                create = not self.referents.people and "management" in verdicts
            if d.form == "new" and (
                _FURTHER.search(self.low, clause.start, d.start)
                or (self._all_under_notice() and _ALSO_FOUND.search(self.low, clause.start, d.start))
            ):
                d = replace(d, more=True)
            d = self.story.fuller(self._spelt_out(d, paragraph), not self.referents.people)
            meant = [
                r
                for r in self.referents.resolve(d, paragraph, taken + told, create, verdicts)
                if r not in told
            ]
            if d.form == "known" and d.number is None and verdicts and verdicts <= _RESULTS:
                meant = without_cleared(meant)
            if not meant and verdicts & _HARD and len(self.referents.focus) == 1 and self._is_colleague(d):
                meant = [self.referents.one_more(self.referents.focus[0], d)]
                meant[0].roles = {meant[0].family}
            if d.deed and d.family == "any" and verdicts & {"outcome", "case", "finding"}:
                meant = meant if any(not _ENDED & set(r.told) for r in meant) else self.who_did(d) or meant
            if not meant and d.family == "any" and not self.referents.people:
                meant = self.everybody(d, paragraph) or self.of_introduced(d, paragraph)
            elif not (meant or told or taken) and d.family == "any" and d.form == "all" and d.number:
                meant = self.resolved(self.just_brought_in(d, paragraph), paragraph)
            if len(meant) > 1 and len(clause.targets) > 1:
                self.referents.group(meant)
            told += meant
            if level == JUDGED and d.form != "all" and (d.form != "other" or d.number is not None):
                for r in meant:
                    r.singled = True
        if verdicts == {"appropriate"} or (
            verdicts == {"no_indication"} and self._clears_of_misconduct(clause, told)
        ):
            # ("it looked at the actions of five people: two call handlers, a dispatcher ...": one of them, by duty)
            least = (
                INTERVIEWED if len(told) == 1 and not told[0].roles & {"officer", "staff"} else UNDER_NOTICE
            )
            noticed = bool(told) and all(r.notice >= least and not r.uncounted for r in told)
            level, verdicts = (JUDGED, frozenset({"no_case"})) if noticed else (0, frozenset())
        if told:
            self.referents.tell(told, level, verdicts, paragraph, clause.notice)
        if "case" in verdicts and "gross misconduct" in self.low[clause.start : clause.end]:
            for r in told:
                r.gross = True
        if verdicts == {"no_case"}:
            for r in told:
                r.person.cleared = (clause.start, clause.end)
        return told

    def _all_under_notice(self) -> bool:
        """Whether whoever was told of so far was told to be under investigation, and no more."""
        return bool(self.referents.people) and all(
            r.level == UNDER_NOTICE == r.notice for r in self.referents.people
        )

    def _clears_of_misconduct(self, clause: Clause, told: list[Referent]) -> bool:
        """Whether "no indication of misconduct" is told of some apart from others who face more."""
        return (
            any(r.level == JUDGED and not r.closed for r in self.referents.people if r not in told)
            and _MISCONDUCT.search(self.low, clause.start, clause.end) is not None
        )

    def _clears_others(self, clause: Clause) -> bool:
        """ "No indication that any of the Cumbria officers had ...", told of nobody who was told of before."""
        return (
            bool(clause.verdicts)
            and clause.verdicts <= {"no_indication", "no_case"}
            and bool(self.referents.people)
            and bool(clause.targets)
            and all(d.form == "all" for d in clause.targets)
        )

    def _is_colleague(self, d: Description) -> bool:
        """ "Her colleague was given a warning": somebody of whom nothing was told before."""
        return d.form == "other" and d.number == 1 and "colleague" in self.low[d.start : d.end]

    def _spelt_out(self, d: Description, paragraph: int) -> Description:
        """For "the officer" straight after "the constable": the fuller words, if the floor is nobody's yet."""
        before = self.before
        if (
            before is not None
            and before[0] == paragraph
            and self.referents.focus_paragraph != paragraph
            and d.generic and d.form == "known" and d.number == 1
            and not before[1].generic and before[1].number == 1 and before[1].form in ("known", "new")
        ):  # fmt: skip
            return before[1]
        return d

    def _pronoun(self, clause: Clause, paragraph: int) -> Description | None:
        """Whom a pronoun means of whom nothing was told yet; None where somebody has the floor."""
        if self.elsewhere or (self.referents.focus and self.referents.focus_paragraph == paragraph):
            return None
        last = self.before[1] if self.before is not None and self.before[0] == paragraph else None
        if last is None and (self.named or self.referents.people):
            return None
        if self.named and ("crime" in clause.verdicts or not clause.verdicts & OF_POLICE):
            return None  # "He was convicted": perhaps of somebody named
        brought_in = [d for d in self.introduced if d.start < clause.start]
        return meant_by_pronoun(self.scan, clause, last, brought_in)

    def _facing(self, start: int, end: int) -> list[Referent]:
        """Several who have a case to answer and of whom no outcome is told yet: a hearing held is theirs."""
        found = [r for r in self.referents.people if "case" in r.told and not _ENDED & set(r.told)]
        if "gross misconduct hearing" in self.low[start:end] and any(r.gross for r in found):
            found = [r for r in found if r.gross]
            if len(found) == 1:
                return found
        return found if len(found) > 1 else []

    def _charged_one(self, clause: Clause) -> bool:
        """ "The CPS, who charged |the first constable|": told of the one named there, not of all who have the floor."""
        return any(d.number == 1 and self.low.endswith(" charged ", 0, d.start) for d in clause.targets)

    def _prosecuted(self, clause: Clause) -> bool:
        """Whether a clause says whom, of several, there was too little evidence to charge."""
        return any(d.number == 1 and self.low.endswith(_TO_PROSECUTE, 0, d.start) for d in clause.targets)

    def _narrate(self, clause: Clause, sentence: Sentence, here: list[Description]) -> bool:
        """Words that tell no verdict still say who has the floor, if it is somebody known."""
        first = next((d for d in here if clause.start <= d.start < clause.end), None)
        opens = first is not None and first.start <= clause.start + 3 and first.form in ("part", "another")
        if first is not None and first.number == 1 and not (first.agent or first.witness) and (
            opens or (first.form == "new" and not first.generic)
        ):  # fmt: skip
            self.referents.focus_paragraph = -1  # "A jailer did not tell the sergeant": of somebody new
            return False
        for d in here:
            if (
                clause.start <= d.start < clause.end
                and d.number == 1
                and d.form in ("known", "ordinal", "other")
            ):
                found = self.referents.resolve(d, sentence.paragraph, [], False)
                if found and not d.agent and (d.form != "other" or len(found) == 1):
                    self.referents.focus, self.referents.focus_paragraph = found, sentence.paragraph
                    self.topics.append((clause.start, clause.end, found))
                    if self.low.endswith(_TO_PROSECUTE, 0, d.start):
                        self.criminal.append((clause.start, clause.end, found))
                    return True
                return False
        return False
