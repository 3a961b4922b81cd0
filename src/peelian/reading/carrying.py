"""Verdicts told without saying again of whom: they are of those who have the floor, or of everybody, or of nobody."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.clause_verdicts import settled
from peelian.reading.clauses import Clause
from peelian.reading.description import Description
from peelian.reading.late_verdicts import AGAINST
from peelian.reading.page import Page, Sentence
from peelian.reading.resolving import Referents
from peelian.reading.unnamed import INTERVIEWED, JUDGED, UNDER_NOTICE, Referent

# A clause about whoever was told of before.
PRONOUN: Final = re.compile(
    r"\W*(?:(?:following|after|at) [^.,]{3,60}, )?(?:he|she|they|his|her|their|the (?:man|woman|driver))\b"
)
# ... or that reports it: "we told the force that |he| had a case to answer"
PRONOUN_IN: Final = re.compile(r"\b(?:he|she|they) (?:had|was|were|has|should|would)\b")
# "He should, we recommended, receive management action"
_SHOULD_RECEIVE: Final = re.compile(
    r"\b(?:he|she|they) (?:should|would|must|ought to|will)\b[^.;]{0,30}\b(?:receive|be given|undergo)\b"
)
# Verdicts that a sentence may tell without saying again of whom.
_CARRIED: Final = frozenset({"case", "no_case", "finding", "hearing", "outcome", "management", "performance"})
# "A detention officer did not tell the sergeant. This had already been dealt with through management action."
_DEALT_WITH: Final = re.compile(
    r"\W*(?:this|it|the matter|that)\b[^.;]{0,30}\b(?:dealt with|addressed|resolved|handled)\b"
)
_THIS_DEALT: Final = re.compile(
    r"\b(?:this|it|the matter|that)\b[^.;]{0,30}\b(?:dealt with|addressed|resolved|handled)\b"
    r"|\b(?:dealt with|addressed|resolved|handled) (?:this|it|the matter|that)\b|\bfor (?:him|her|them) (?:we|the force)\b"
)
# "An accelerated hearing concluded that he would have been dismissed": of the officer who had the floor.
_JUDGED_HIM: Final = re.compile(
    r"\b(?:hearing|panel|meeting|chief constable)\b[^.;]{0,140}\b(?:he|she|they|him|her|them) (?:(?:had|would|was|were|should|have|been|be|also) )*(?:been )?(?:dismissed|sacked|reduced|required|given|reinstated|a (?:final )?written)"
)
# "... and we found no case for her to answer"
_TO_ANSWER: Final = re.compile(
    r"\bcase (?:for (?:him|her|them) )?to answer\b|\bcase against (?:him|her|them)\b"
)
_GAVE: Final = re.compile(r"\b(?:gave|giving|offered|issued) (?:him|her|them)\b")
_CHARGED: Final = re.compile(
    r"\b(?:cps|crown prosecution service),? (?:\w+ ){0,3}?(?:authoris\w+|brought) (?:an?|the|two|three) (?:criminal )?charge"
)
# Words that make what a clause tells of an officer a criminal matter.
_CRIMINAL: Final = re.compile(
    r"\b(?:criminal (?:caution|offences?|allegations?|charges?|letter|proceedings)|criminal and misconduct|criminally|under caution|misconduct and criminal"
    r"|cps|crown prosecution|prosecut\w+|charged|alleged offences?|offences? of|in public office|court|jury|trial|guilty|acquitt\w+|convict\w+|investigated for [^.;]{0,40}(?:manslaughter|murder|assault|theft|fraud|rape|perverting|perjury))\b"
)
# "The CPS looked at a charge of theft |against a man| from Barry": of nobody police
AGAINST_SOMEBODY: Final = re.compile(
    r"\b(?:charg\w+|prosecution|case|proceedings|evidence)\b[^.;]{0,30} against (?:an?|one|two|three|another|the) (?:[\w-]+ ){0,2}?(?:man|woman|men|women|driver|complainant|suspect|youth|teenager|boy|girl|protester|detainee|prisoner|burglar|civilian)\b"
)
_SOMEBODY: Final = re.compile(
    r"\b(?:he|she|they|him|her|them|jury|trial|crown prosecution|cps|dpp|prosecutors?)\b"
)
_PERSON: Final = re.compile(r"\b(?:he|she|they) (?:was|were|would|should|will|is|be|has|had|have|received)\b")
# "The driver had no case to answer", where nobody police was called so: none of those who have the floor.
_OF_SOMEBODY_ELSE: Final = re.compile(
    r"\W*(?:the|an?|another|one) (?:[a-z][\w'-]+ ){1,3}(?:(?:also|therefore|then|too) )?(?:had|has|have|(?:did|does|do) not have|(?:was|were) found to have) (?:a|an|no|any) case to answer\b"
)
_NO_OTHER: Final = re.compile(
    r"\b(?:no|any) other (?:\w+ ){0,2}(?:person|officers?|members?|one|individual|staff)\b"
)
_NOBODY: Final = re.compile(
    r"\b(?:no|any|neither any|not? any) (?:\w+ ){0,3}(?:person|officer|officers|member|members|one|individual|staff|police)\b"
)


def _is_cleared_next(d: Description, clause: Clause, text: str) -> bool:
    """Whether a clause clears whoever was just brought in: "A constable was alleged to have ... There was no case for her to answer."."""
    brought_in = d.form in ("new", "part") and (not d.generic or d.role == "staff")
    plain = brought_in and not (d.agent or d.witness)
    return plain and "no_case" in clause.verdicts and _TO_ANSWER.search(text) is not None


class Carrying:
    """Who was told of so far in a walk, and what a clause without anybody tells of them."""

    def __init__(self, page: Page, descriptions: list[Description]) -> None:
        self.page, self.low, self.descriptions = page, page.low, descriptions
        self.referents = Referents()
        self.topics: list[tuple[int, int, list[Referent] | None]] = []
        self.criminal: list[tuple[int, int, list[Referent]]] = []
        self.unattached: frozenset[str] = frozenset()
        self.bare_notice = False  # "officers were interviewed for misconduct"
        self.before: tuple[int, Description] | None = None
        self.early: list[tuple[int, int]] = []  # charges told before anybody was

    def topic(self, clause: Clause, told: list[Referent]) -> None:
        self.topics.append((clause.start, clause.end, told))
        if self.early and "crime" in clause.verdicts and len(told) == 1:
            # "The CPS authorised a charge of theft. ... A jury cleared the officer"
            self.criminal += [(start, end, told) for start, end in self.early]
            self.early = []
        everybody = any(d.family == "any" and d.number is None for d in clause.targets)
        if clause.charges_another or (everybody and "crime" not in clause.verdicts):
            return  # "We interviewed all of them under caution" says of no one what he is suspected of
        if "crime" in clause.verdicts or _CRIMINAL.search(self.low, clause.start, clause.end):
            self.criminal.append((clause.start, clause.end, told))

    def carry(self, clause: Clause, sentence: Sentence) -> None:
        """A verdict that names nobody is told of those who have the floor."""
        text = self.low[clause.start : clause.end]
        if clause.verdicts & {"case", "no_case"} and _OF_SOMEBODY_ELSE.match(text):
            self.topics.append((clause.start, clause.end, None))
            return
        if _NO_OTHER.search(text) and clause.verdicts & {"no_case", "no_indication"}:
            self.topics.append((clause.start, clause.end, None))  # of others, who are nobody
            return
        if _NOBODY.search(text) and clause.verdicts & {"no_case", "no_indication"}:
            self._clear_everybody(clause)
            return
        if _NOBODY.search(text) or not clause.verdicts & _CARRIED:
            if (
                (not clause.verdicts or clause.verdicts & {"crime", "left"})
                and _SOMEBODY.search(text)
                and AGAINST_SOMEBODY.search(text) is None
                and self.referents.focus
            ):
                if len(self.referents.focus) == 1 and _CHARGED.search(text):
                    self.referents.tell(
                        self.referents.focus, JUDGED, frozenset({"crime"}), sentence.paragraph
                    )
                self.topic(clause, self.referents.focus)
            elif not self.referents.people and _CHARGED.search(text):
                self.early.append((clause.start, clause.end))
            return
        before = self.before
        if (
            before is not None
            and before[0] == sentence.paragraph
            and self.referents.focus_paragraph != sentence.paragraph
        ):
            fuller = (
                before[1].form == "new"
                and (not before[1].generic or before[1].role == "staff")
                and not before[1].agent
                and (
                    "outcome" in clause.verdicts
                    or (
                        "management" in clause.verdicts
                        and (_DEALT_WITH.match(text) or _GAVE.search(text)) is not None
                    )
                    or ("left" in clause.verdicts and PRONOUN.match(text) is not None)
                )
            )
            fuller = fuller or (
                before[1].form == "ordinal"
                and not before[1].generic
                and self.low.startswith("a ", before[1].start)
                and "outcome" in clause.verdicts
            )
            told_of = bool(
                before[1].form in ("known", "ordinal") and clause.verdicts & {"case", "no_case", "finding"}
            ) or (
                before[1].form in ("known", "ordinal")
                and "management" in clause.verdicts
                and _THIS_DEALT.search(text) is not None
            )
            told_of = (
                told_of
                or (  # "One of the three wrote that he stood still. We thought that she had a case to answer"
                    before[1].form in ("part", "another")
                    and not (before[1].agent or before[1].witness)
                    and bool(clause.verdicts & {"case", "no_case"})
                    and PRONOUN_IN.search(text) is not None
                )
            )
            told_of = told_of or _is_cleared_next(before[1], clause, text)
            told_of = told_of or (
                "management" in clause.verdicts
                and not (before[1].agent or before[1].witness)
                and _SHOULD_RECEIVE.search(text) is not None
            )
            if before[1].number == 1 and (told_of or fuller):
                told = self.referents.resolve(before[1], sentence.paragraph, [], True)
                self.referents.tell(told, JUDGED, clause.verdicts, sentence.paragraph)
                self.topic(clause, told)
                return
        focus = self._floor(clause, sentence)
        dealt = "management" in clause.verdicts and len(focus) == 1 and _THIS_DEALT.search(text) is not None
        here = len(focus) == 1 and self.referents.focus_paragraph == sentence.paragraph
        judged = (
            len(focus) == 1
            and "outcome" in clause.verdicts
            and (_JUDGED_HIM.search(text) is not None or (here and PRONOUN.match(text) is not None))
        )
        alone = len(self.referents.people) == 1 and PRONOUN_IN.search(text) is not None
        known = INTERVIEWED if here or alone else UNDER_NOTICE
        if focus and (
            dealt
            or (
                (judged or clause.verdicts & {"case", "no_case"})
                and all(known <= r.level <= UNDER_NOTICE for r in focus)
            )
        ):
            self.referents.tell(focus, JUDGED, clause.verdicts, sentence.paragraph)
        if not focus or any(r.level < JUDGED for r in focus):
            hard = (
                clause.verdicts & {"case", "finding"}
                or ("outcome" in clause.verdicts and _PERSON.search(text))
                or ("no_case" in clause.verdicts and "misconduct" in text)
            )
            if hard:
                told_of_nobody = settled(self.low, clause, clause.verdicts) & {"case", "no_case"}
                self.unattached |= told_of_nobody or {"case"}
            return
        for r in focus:
            r.told.extend(clause.verdicts)
            r.closed = r.closed and not clause.verdicts & {"case", "hearing"}
        self.topic(clause, focus)

    def _clear_everybody(self, clause: Clause) -> None:
        """ "No indication that any person serving with the police ...": so none of those under investigation."""
        if any(set(r.told) & AGAINST for r in self.referents.people):
            return
        everybody = [r for r in self.referents.people if r.level >= UNDER_NOTICE]
        groups = [d for d in self.descriptions if d.number and d.number > 1 and d.form == "new"]
        if not everybody and self.bare_notice and len({d.number for d in groups}) == 1:
            everybody = self.referents.resolve(groups[0], -1, [], True)
            self.referents.tell(everybody, UNDER_NOTICE, frozenset(), -1, UNDER_NOTICE)
        if everybody:
            for r in everybody:
                r.told.append("no_case")
            self.topic(clause, everybody)

    def _floor(self, clause: Clause, sentence: Sentence) -> list[Referent]:
        """Who has the floor; a hearing told of in a new paragraph is the hearing of those who were to have one."""
        focus = self.referents.focus
        if self.referents.focus_paragraph == sentence.paragraph or not clause.verdicts & {
            "hearing",
            "finding",
        }:
            return focus
        if any({"hearing", "case"} & set(r.told) for r in focus):
            return focus
        for verdict in ("hearing", "case"):
            others = [r for r in self.referents.people if verdict in r.told and not r.closed]
            if others:
                return others
        return focus
