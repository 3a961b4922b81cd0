"""The cast of documents that tell of officers without names.

Oversight reports and many releases say "the officer", "one of the two sergeants", "three officers ...
one ... the other two". A subject is a person of whom a finding, case to answer, outcome, charge or
sentence is told (the labelling guide, "Reports of oversight investigations without names"); officers
whose acts are only narrated are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from peelian.reading.descriptions import Description, find_descriptions
from peelian.reading.further import further_officers
from peelian.reading.names import Person
from peelian.reading.page import Page, Sentence
from peelian.reading.scan import Hit, Scan
from peelian.reading.unnamed import (
    INTERVIEWED,
    JUDGED,
    MOST_TOLD_TOGETHER,
    NO_RANK,
    RANK_OF_STAFF,
    UNDER_NOTICE,
    Group,
    Referent,
    Referents,
)

Topics = list[tuple[int, int, tuple[Person, ...]]]

# Verdicts that by themselves make a person a subject; the others need a person already known or counted.
_HARD: Final = frozenset({"case", "no_case", "finding", "hearing", "outcome", "crime"})
# Verdicts that a sentence may tell without saying again of whom.
_CARRIED: Final = frozenset({"case", "no_case", "finding", "hearing", "outcome", "management", "performance"})
_REASON: Final = re.compile(
    r" (?:for (?:the |an? |any |allegedly |not |potentially |apparently )*(?:fail\w*|not|[a-z]+ing|his|her|their|breach\w*)\b"
    r"|in (?:relation|respect|regards?) (?:of|to) (?:the |their |his |her |an? )*(?:fail\w*|allegations? that|[a-z]+ing|how)\b"
    r"|by (?:not |failing |having |allegedly )*(?:fail\w*|[a-z]+ing)\b"
    r"|because |after |when |whose |where |despite |before )"
)
_BOUNDARY: Final = re.compile(r"; |, (?:and|but|while|whereas|with) | and that |, that | while | whereas | but | and (?=the |a |one |another |neither |both |\w+ (?:with )?the (?:other|remaining) )")
_PRONOUN: Final = re.compile(r"\W*(?:he|she|they|his|her|their|this|these|it|as a result|following|at (?:the|a)|a (?:gross )?misconduct)\b")
_LEAD: Final = 6  # sentences, with the headline, byline and date among them
_PERSON: Final = re.compile(r"\b(?:he|she|they) (?:was|were|would|should|will|is|be|has|had|have|received)\b")
# Charges may be told before the person charged: "authorised a charge against the officer".
_BROUGHT: Final = ("authoris", "bring", "brought", "advis", "charg", "criminal", "a charge")
# "passed it on to the custody officer" tells nothing of the custody officer; "notices to the officers" does.
_RECEIVER: Final = re.compile(r"(\w+) to \Z")
_TOLD_TO: Final = frozenset(
    "relation respect regard regards notice notices investigation advice action guidance apply applied issued warning warnings given".split()
)
_NOBODY: Final = re.compile(r"\b(?:no|any|neither any|not? any) (?:\w+ ){0,3}(?:person|officer|officers|member|members|one|individual|staff|police)\b")


@dataclass(slots=True)
class _Clause:
    """One clause with what it tells and the descriptions that it may tell it of."""

    start: int
    end: int
    targets: list[Description]
    verdicts: frozenset[str]
    notice: int


def anonymous_cast(page: Page, scan: Scan, named: list[Person]) -> tuple[list[Person], Topics]:
    """The unnamed subjects of a page and the stretches of text that tell of them.

    ``named`` is everybody found by name or label: where a subject is among them, only clearly distinct
    further officers are added. Returns ``(persons, topics)``: persons with
    ``name`` None and role ``subject``, in order of first mention, and ``[start, end)`` stretches with
    the persons each tells of, in order, covering no text twice.
    """
    if any(p.role in ("subject", "background") for p in named):
        return further_officers(page, scan, named)
    if not (scan.of("unnamed_role") or scan.of("unnamed_set")):
        return [], []
    reading = _Reading(page, scan)
    reading.read()
    return reading.result()


class _Reading:
    """One walk through a page, sentence by sentence."""

    def __init__(self, page: Page, scan: Scan) -> None:
        self.page, self.scan, self.low = page, scan, page.low
        self.descriptions = find_descriptions(page, scan)
        self.referents = Referents()
        self.topics: list[tuple[int, int, list[Referent]]] = []
        self.unattached = False
        self.listing = -1
        self.before: tuple[int, Description] | None = None

    def read(self) -> None:
        """Walk the sentences; the headline tells nothing that the text does not tell better."""
        i = 0
        for number, sentence in enumerate(self.page.sentences):
            here: list[Description] = []
            while i < len(self.descriptions) and self.descriptions[i].start < sentence.end:
                here.append(self.descriptions[i])
                i += 1
            if number == 0 and len(self.page.sentences) > 2 and self.low[sentence.end - 1 : sentence.end] != ".":
                continue
            self._sentence(sentence, here)
        if not any(r.level == JUDGED for r in self.referents.people) and self.unattached:
            self._attach_late()

    def _sentence(self, sentence: Sentence, here: list[Description]) -> None:
        here = self._without_totals(here)
        clauses = self._clauses(sentence, here)
        anyone = False
        taken: list[Referent] = []
        for clause in clauses:
            told = self._tell(clause, sentence.paragraph, taken)
            taken += told
            anyone = anyone or bool(told)
            if told:
                self.topics.append((clause.start, clause.end, told))
            elif clause.verdicts:
                self._carry(clause, sentence)
            else:
                self._narrate(clause, sentence, here)
        verdict = any(c.verdicts for c in clauses)
        if self.low[sentence.start : sentence.end].rstrip().endswith(":") and verdict and not anyone:
            self.listing = sentence.paragraph
        elif self.listing >= 0 and not (here and here[0].start <= sentence.start + 6):
            self.listing = -1
        for d in here:
            if not (d.agent or d.witness or d.form == "bare"):
                self.before = (sentence.paragraph, d)
                break

    # ---- clauses

    def _clauses(self, sentence: Sentence, here: list[Description]) -> list[_Clause]:
        """The sentence cut where one person's verdict ends and another's begins."""
        s, e = sentence.start, sentence.end
        cuts = [s]
        for m in _BOUNDARY.finditer(self.low, s, e):
            left, right = self._clause(cuts[-1], m.start(), here), self._clause(m.start(), e, here)
            if not left.targets or not right.targets:
                continue
            first = right.targets[0].start
            rest = right.targets[0].form == "other"
            if m.group() == " and " and ((first > m.end() + 2 and not rest) or not left.verdicts):
                continue
            elliptic = self.low.startswith("not the other", first)
            if left.verdicts and (right.verdicts or elliptic or m.group() == "; "):
                cuts.append(m.start())
        cuts.append(e)
        out = [self._clause(a, b, here) for a, b in zip(cuts, cuts[1:], strict=False)]
        for before, after in zip(out, out[1:], strict=False):
            if after.targets and self.low.startswith("not the other", after.targets[0].start):
                after.verdicts = frozenset({"no_case"})  # "one of them had a case to answer, but not the other"
            elif not after.verdicts:
                after.verdicts = before.verdicts
        return out

    def _clause(self, s: int, e: int, here: list[Description]) -> _Clause:
        inside = [d for d in here if s <= d.start < e]
        bystanders = [h.start for h in self.scan.between("unnamed_bystander", s, e)]
        verdicts = set()
        for hit in self.scan.between("unnamed_verdict", s, e):
            if hit.value in ("crime", "left", "outcome"):
                before = max((d.start for d in inside if d.start < hit.start), default=-1)
                other = max((b for b in bystanders if b < hit.start), default=-1)
                if other > before:
                    continue
                if hit.value == "crime" and before < 0 and not self.low.startswith(_BROUGHT, hit.start):
                    continue  # "he was convicted of assaulting an officer"
            verdicts.add(hit.value)
        for hit in self.scan.between("proceeding", s, e):
            verdicts.add("hearing")
        notice = 0
        for hit in self.scan.between("unnamed_notice", s, e):
            weak = hit.value == "interviewed" and "caution" not in self.low[s:e]
            notice = max(notice, INTERVIEWED if weak else UNDER_NOTICE)
        return _Clause(s, e, self._targets(e, inside, notice), frozenset(verdicts), notice)

    def _targets(self, e: int, inside: list[Description], notice: int) -> list[Description]:
        """Those of whom a clause tells, not those who only stand in its reasons or did it to them."""
        candidates: list[Description] = []
        for d in inside:
            if (d.agent and not notice) or d.witness or d.form == "bare":
                continue
            to = _RECEIVER.search(self.low, max(0, d.start - 24), d.start)
            if candidates and to is not None and to.group(1) not in _TOLD_TO:
                continue
            candidates.append(d)
        if not candidates:
            return []
        reason = _REASON.search(self.low, candidates[0].end, e)
        if reason is None:
            return candidates
        return [d for d in candidates if d.start < reason.start()]

    # ---- telling

    def _tell(self, clause: _Clause, paragraph: int, taken: list[Referent]) -> list[Referent]:
        verdicts = clause.verdicts
        if self.listing >= 0 and clause.targets and clause.targets[0].start <= clause.start + 6:
            verdicts = verdicts | {"case"}
        level = JUDGED if verdicts else clause.notice
        if not level or not clause.targets:
            return []
        if clause.notice == UNDER_NOTICE and not verdicts - {"performance", "management", "no_case"} and "may have" in self.low[clause.start : clause.end]:
            level = UNDER_NOTICE
        if verdicts <= {"no_indication"} and level == JUDGED:
            level = UNDER_NOTICE
        told: list[Referent] = []
        for d in clause.targets:
            create = bool(verdicts & _HARD) or level < JUDGED or d.number is not None
            if verdicts and verdicts <= {"no_indication"}:
                create = False
            if d.form == "known" and d.number is None and not verdicts & (_HARD - {"hearing"}) and level == JUDGED:
                create = not self.referents.people and "management" in verdicts
            d = self._counted(self._first_told(self._spelt_out(d, paragraph)))
            meant = [r for r in self.referents.resolve(d, paragraph, taken + told, create, verdicts) if r not in told]
            if len(meant) > 1 and len(clause.targets) > 1:
                self.referents.groups.append(Group(meant))
            told += meant
        if told:
            self.referents.tell(told, level, verdicts, paragraph)
        return told

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

    def _first_told(self, d: Description) -> Description:
        """"The sergeant" is the "detective sergeant" of whom the story told before, if it told of only one."""
        if d.form != "known" or d.number != 1 or d.family != "officer" or d.role in NO_RANK:
            return d
        fuller = {o.role: o for o in self.descriptions if o.start < d.start and o.form == "new" and o.number == 1 and o.role.endswith(d.role)}
        if len(fuller) == 1:
            first = next(iter(fuller.values()))
            if first.role != d.role:
                return replace(d, role=first.role, head=first.head)
        return d

    def _counted(self, d: Description) -> Description:
        """"The officers" of whom only the story gave the number: "two officers went to his home"."""
        if d.form not in ("known", "all") or d.number is not None or self.referents.people:
            return d
        numbers = {o.number for o in self.descriptions if o.start < d.start and o.form == "new" and o.number != 1 and o.family == d.family}
        if len(numbers) == 1:
            number = numbers.pop()
            if number is not None and number <= MOST_TOLD_TOGETHER:
                return replace(d, number=number)
        return d

    def _without_totals(self, here: list[Description]) -> list[Description]:
        """"Two officers ...: the response officer ... and the inspector": the parts stand for the total."""
        for i, total in enumerate(here):
            if total.number is None or total.number < 2:
                continue
            parts, sum_ = [], 0
            for d in here[i + 1 :]:
                if d.agent or d.number is None or (not parts and not re.search(r"[:-]|, (?:a|an|one|the) ", self.low[total.end : d.start + 4])):
                    continue
                parts.append(d)
                sum_ += d.number
                if sum_ >= total.number:
                    break
            if len(parts) > 1 and sum_ == total.number:
                return [d for d in here if d is not total]
        return here

    def _carry(self, clause: _Clause, sentence: Sentence) -> None:
        """A verdict that names nobody is told of those who have the floor."""
        text = self.low[clause.start : clause.end]
        if _NOBODY.search(text) or not clause.verdicts & _CARRIED:
            if clause.verdicts & {"crime", "left"} and _PRONOUN.match(text) and self.referents.focus:
                self.topics.append((clause.start, clause.end, self.referents.focus))
            return
        before = self.before
        if before is not None and before[0] == sentence.paragraph and self.referents.focus_paragraph != sentence.paragraph:
            fuller = before[1].form == "new" and not before[1].generic and not before[1].agent and "outcome" in clause.verdicts
            told_of = before[1].form in ("known", "ordinal") and clause.verdicts & {"case", "no_case", "finding"}
            if before[1].number == 1 and (told_of or fuller):
                told = self.referents.resolve(before[1], sentence.paragraph, [], True)
                self.referents.tell(told, JUDGED, clause.verdicts, sentence.paragraph)
                self.topics.append((clause.start, clause.end, told))
                return
        focus = self._floor(clause, sentence)
        if not focus or any(r.level < JUDGED for r in focus):
            hard = clause.verdicts & {"case", "finding"} or ("outcome" in clause.verdicts and _PERSON.search(text)) or ("no_case" in clause.verdicts and "misconduct" in text)
            self.unattached = self.unattached or bool(hard)
            return
        for r in focus:
            r.told.extend(clause.verdicts)
            r.closed = r.closed and not clause.verdicts & {"case", "hearing"}
        self.topics.append((clause.start, clause.end, focus))

    def _floor(self, clause: _Clause, sentence: Sentence) -> list[Referent]:
        """Who has the floor; a hearing told of in a new paragraph is the hearing of those who were to have one."""
        focus = self.referents.focus
        if self.referents.focus_paragraph == sentence.paragraph or not clause.verdicts & {"hearing", "finding"}:
            return focus
        if any({"hearing", "case"} & set(r.told) for r in focus):
            return focus
        for verdict in ("hearing", "case"):
            others = [r for r in self.referents.people if verdict in r.told and not r.closed]
            if others:
                return others
        return focus

    def _narrate(self, clause: _Clause, sentence: Sentence, here: list[Description]) -> None:
        """Words that tell no verdict still say who has the floor, if it is somebody known."""
        for d in here:
            if clause.start <= d.start < clause.end and d.number == 1 and d.form in ("known", "ordinal"):
                found = self.referents.resolve(d, sentence.paragraph, [], False)
                if found and not d.agent:
                    self.referents.focus, self.referents.focus_paragraph = found, sentence.paragraph
                    self.topics.append((clause.start, clause.end, found))
                return

    def _attach_late(self) -> None:
        """A verdict told of nobody: it is of those under investigation, else of the one or the few narrated."""
        people = [r for r in self.referents.people if r.level == UNDER_NOTICE] or self.referents.people
        if not people:
            groups = [d for d in self.descriptions if d.number and d.number > 1 and d.form == "new"]
            single = [d for d in self.descriptions if d.number == 1 and d.form == "known" and not d.witness]
            lead = self.page.sentences[min(_LEAD, len(self.page.sentences)) - 1].end
            single = [d for d in self.descriptions if d.number == 1 and d.form == "new" and d.relative and d.start < lead] or single
            if len({d.number for d in groups}) == 1:
                people = self.referents.resolve(groups[0], -1, [], True)
            elif single:
                people = self.referents.resolve(single[0], -1, [], True)
        if people:
            self.referents.tell(people, JUDGED, frozenset({"case"}), -1)

    # ---- the result

    def result(self) -> tuple[list[Person], Topics]:
        """The subjects and the stretches that tell of them."""
        found = self.referents.judged()
        persons: list[Person] = []
        for r in found:
            person = r.person
            person.role, person.anchor = "subject", r.anchor
            person.rank = self._rank(r)
            persons.append(person)
        persons.sort(key=lambda p: p.anchor)
        return persons, self._stretches(persons)

    def _rank(self, r: Referent) -> Hit | None:
        if r.family == "staff" and r.head is not None:
            return Hit(r.head.start, r.head.end, "rank", RANK_OF_STAFF)
        if r.head is not None:
            for role in sorted(r.roles):
                if role not in NO_RANK:
                    return Hit(r.head.start, r.head.end, "rank", role)
        if "custody" in r.telling:
            for d in self.descriptions:
                if d.role == "sergeant" and "custody" in d.telling and d.head is not None:
                    return Hit(d.head.start, d.head.end, "rank", "sergeant")
        return None

    def _stretches(self, persons: list[Person]) -> Topics:
        """Told clauses with their people; a sentence that tells of nobody goes on with those before it."""
        known = {id(p) for p in persons}
        out: Topics = []
        alone = (persons[0],) if len(persons) == 1 else ()
        at, who = 0, alone
        for start, end, told in sorted(self.topics, key=lambda t: t[0]):
            people = tuple(dict.fromkeys(r.person for r in told if id(r.person) in known)) or alone
            if start > at:
                out.append((at, start, who))
            if end > at:
                out.append((max(at, start), end, people))
                at = end
            who = people
        end = len(self.page.text)
        if at < end and persons:
            out.append((at, end, who))
        return [t for t in out if t[2]]
