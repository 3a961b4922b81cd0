"""What became of each charge: offences found in the text, and the words of plea and verdict that govern them.

A sentence is read as a row of tokens: *frames* ("pleaded guilty to", "cleared of", "left to lie on
the file"), *offences*, and *references* ("both", "that charge", "the rest"). A frame governs the
list of offences that follows it; where none follows, it tells of offences named before it.
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.cautions_not_given import charged_instead
from peelian.reading.charge_context import (
    appealed_for_sentence_alone,
    by_a_panel,
    in_court,
    linked,
    mere_allegation,
    needs_court,
    of_no_conviction,
    only_sought,
    somebody_elses,
    table_gap,
)
from peelian.reading.charge_memory import ToldCharges
from peelian.reading.charge_tokens import as_pleas, tokens_of, without_nouns
from peelian.reading.charges import FRAMES, NOUNS, Charge, Token
from peelian.reading.clause_charges import (
    accepted_with_another,
    has_own_verb,
    settle_accepted,
    settle_suspected,
)
from peelian.reading.contrasted import settle_contrasted
from peelian.reading.counts import Count
from peelian.reading.early_verdicts import WAITING, EarlyVerdicts, is_verdict
from peelian.reading.model import Span
from peelian.reading.named_charges import NamedCharges
from peelian.reading.not_in_court import charged_before_a_panel, found_by_a_panel, only_contended, undecided
from peelian.reading.only_charge import only_charge
from peelian.reading.others import tells_of_others
from peelian.reading.owner import Owners
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import NUMBER, number
from peelian.reading.recruits import after_his_noun
from peelian.reading.second_in_lead import seconds_clauses
from peelian.reading.sentence_lists import convicts
from peelian.reading.sentenced_for import sentenced_for
from peelian.reading.spans import holds_any
from peelian.reading.verdict_objects import VerdictObjects

# "He denies it"
_IT: Final = re.compile(
    r" (?:it|this|them)\b(?! (?:was|were|is|had|would|could)\b)"
    # "denied killing her", "denies hitting the boy": the deed that the charge names
    r"| (?:killing|murdering|attacking|assaulting|hitting|punching|striking|kicking|slapping|touching|groping|raping|stealing|taking|hurting|harming|injuring|pushing|lying|cheating) (?:him|her|them|it|the [\w-]+|anything|anyone|anybody)\b(?! (?:was|were|is|had|would|could)\b)"
)
# "denies three counts of": of a court, unless they are a panel's
_COUNTS: Final = re.compile(
    r"\bcounts? of (?!gross|misconduct(?! in)|breach|discredit|honest|duties|unprofess|conduct)|\bpleads? (?:not )?guilty\b|\bpleaded (?:not )?guilty\b"
)
# "The test was not met": whose test, the words must say.
_OF_PROSECUTORS: Final = ("prosecut", "charg", "cps", "evidential", "legal", "code")
_OF_ALL: Final = frozenset({"denial", "guilty_plea", "convicted", "acquitted"})
# "Admitted all four", "guilty of all three"
_ALL_OF_THEM: Final = re.compile(
    r"(?: to| of| on)? all (?:two|three|four|five|six|seven|eight|nine|ten)(?=[.,;]|\s*\Z| and\b| at\b| after\b| by\b)"
)
# "Stoddard had admitted it at the outset": a plea, and no talk of having done something
_IT_IN_COURT: Final = re.compile(
    r" it(?:[.;,](?=\s|\Z)|\s*\Z| and\b| but\b| (?:at|on|before|when|in|during|from|earlier|last|previously|along|together)\b)"
)
_ALONE: Final = ("community resolution", "is ", "are ", "was ", "were ")
# "his plea to theft |was accepted and a charge of| burglary dropped"
_NEW_CLAUSE: Final = re.compile(
    r"\A[^,;]{0,20}\b(?:was|were|has been|have been) [a-z]+ed(?: by [a-z ]{3,20})? (?:and|but|while) "
)
_TELLS_BACK: Final = frozenset(
    {"convicted", "acquitted", "discontinued", "hung", "quashed", "denial", "guilty_plea"}
)
# Frames whose words a panel, a force or an investigator shares with a court.
_SHARED: Final = frozenset({"acquitted", "discontinued", "hung"})
_OF_COURT: Final = frozenset(
    {"charged", "convicted", "sentenced", "acquitted", "quashed", "hung", "discontinued"}
)


# "..., Imrie two", "and Speight of eight"
_JOINS: Final = (", ", " and ", "; ", " while ")
_SO_MANY: Final = re.compile(
    rf"(?: of| on| to)? (?P<n>{NUMBER})(?: (?:such )?(?:counts?|charges?|offences?))?(?=[.,;]|\s*\Z| and\b(?! a half))"
)


class ChargeReader:
    """Reads a page's sentences in order and keeps the charges told so far, so that "both" has something to mean."""

    def __init__(self, prepared: Prepared, owners: Owners) -> None:
        self.prepared = prepared
        self.owners = owners
        self.low = prepared.page.low
        self.told = ToldCharges(prepared, owners)
        self._named = NamedCharges(prepared, owners)
        self._early = EarlyVerdicts()
        self._groups = 0
        scan = prepared.scan
        self._criminal = (
            bool(scan.of("court") or scan.of("bench"))
            or any(
                h.value in _OF_COURT
                and not self.low.startswith(("guilty of", "conviction"), h.start)
                # ("no charge was brought" tells of no court)
                and not self.low.endswith(("no ", "no criminal ", "without "), 0, h.start)
                and not (
                    h.value == "discontinued" and self.low.startswith(("no ", "not ", "never "), h.start)
                )
                for h in scan.of("stage")
            )
            or _COUNTS.search(self.low) is not None
        )
        self._sentence_alone = bool(scan.of("appeal_word")) and appealed_for_sentence_alone(self.low)
        self._opener: tuple[int, str, Span] | None = None
        self._seconds = seconds_clauses(prepared.page, prepared.cast.subjects)

    def read(self) -> list[Charge]:
        """All charges of the page, in order."""
        by_sentence: dict[int, list[Token]] = {}
        page = self.prepared.page
        objects = VerdictObjects(self.prepared)
        for token in tokens_of(self.prepared):
            named = objects.of(token) if token.kind == "frame" else ()
            if named:
                self.told.objects[token.start] = named
            by_sentence.setdefault(page.sentence_index(token.start), []).append(token)
        for index in sorted(by_sentence):
            self._read_sentence(index, page.sentences[index], by_sentence[index])
        self._early.settle(
            self.told.charges, {i: self.low[slice(*page.sentences[i][:2])] for i in by_sentence}
        )
        self.told.settle_undecided()
        if len(self.prepared.cast.subjects) > 1:
            verdicts = [t for ts in by_sentence.values() for t in ts if t.value == "convicted"]
            settle_contrasted(page, verdicts, self.told.charges, self.owners.charge)
        return self.told.charges

    # ---- one sentence

    def _listed(self, index: int, sentence: Sentence, tokens: list[Token]) -> list[Token]:
        """The tokens of a line of a list, with the frame of the line that opened the list ("charged with:") before them."""
        opener = self._opener
        frames = [t for t in tokens if t.kind == "frame" and t.value not in NOUNS]
        if (
            opener is not None
            and not frames
            and index - opener[0] <= 12
            and sentence.end - sentence.start < 260
        ):
            self._opener = (index, *opener[1:])
            return [Token(sentence.start, sentence.start, "frame", *opener[1:]), *tokens]
        last = frames[-1] if frames else None
        ends_open = self.low[sentence.start : sentence.end].rstrip().endswith(":")
        self._opener = (
            (index, last.value, last.span)
            if last is not None and ends_open and last.value in FRAMES
            else None
        )
        return tokens

    def _read_sentence(self, index: int, sentence: Sentence, tokens: list[Token]) -> None:
        here: list[Charge] = []
        free: list[Charge] = []  # offences that no frame governs yet
        frame: Token | None = None
        reach = sentence.start
        ref: Token | None = None
        pending: Token | None = (
            None  # a plea whose object is told with the verdict: "had denied but was convicted of"
        )
        tokens = without_nouns(self.low, as_pleas(self.low, self._listed(index, sentence, tokens)))
        for i, token in enumerate(tokens):
            if token.kind in ("strong", "weak"):
                after = reach if frame is not None and frame.value == "alleged" else sentence.start
                last = self.told.charges[-1] if self.told.charges else None
                charge = self._named.of(token, index, sentence, after, last)
                if charge is None:
                    continue
                if (
                    frame is not None
                    and frame.value == "accused"
                    and not charge.strong
                    and not in_court(self.low, sentence.start, sentence.end)
                ):
                    frame = None  # accused of a deed before a panel
                if (
                    frame is not None
                    and frame.value in FRAMES
                    and self._governs(reach, charge)
                    and (
                        frame.value in NOUNS
                        or not has_own_verb(self.low, reach, charge, tokens[i + 1 : i + 2])
                    )
                ):
                    charge.put(frame.value, frame.span)
                    charge.group = self._groups
                    charge.by_noun = frame.value in NOUNS
                    if pending is not None and charge.plea is None:
                        charge.plea, charge.plea_spans = (
                            FRAMES[pending.value][1],
                            [pending.span],
                        )
                elif self._criminal and (
                    sentenced_for(self.prepared, self.owners, charge, sentence)
                    or convicts(self.prepared, charge, sentence)
                ):
                    charge.group = self._groups
                else:
                    free.append(charge)
                    if frame is not None and frame.value != "none":
                        frame = None
                twin = self._named.shared_noun(charge, sentence)
                if twin is not None:
                    here.append(twin)
                    self.told.charges.append(twin)
                here.append(charge)
                self.told.charges.append(charge)
                reach = charge.end
            elif token.kind == "ref":
                if token.value == "same":
                    copy = self.told.again(token, index, sentence)
                    if copy is not None and frame is not None and frame.value in FRAMES:
                        copy.put(frame.value, frame.span)
                        here.append(copy)
                        self.told.charges.append(copy)
                        reach = copy.end
                else:
                    ref = token
            else:
                frame = self._frame(i, token, tokens, here, free, ref, sentence)
                reach = token.end
                ref = None
                if token.value in ("denial", "guilty_plea"):
                    ahead = tokens[i + 1] if i + 1 < len(tokens) else None
                    pending = (
                        token
                        if frame is None and not here and ahead is not None and ahead.kind == "frame"
                        else None
                    )
                if frame is not None:
                    self._groups += 1
        self._of_each(index, sentence, tokens)
        settle_accepted(self.low, sentence, here)
        for charge in accepted_with_another(self.low, sentence, here):
            here.remove(charge)
            self.told.charges.remove(charge)
        settle_suspected(self.low, tokens, here)
        self._drop_mere_allegations(here, sentence)

    def _of_each(self, index: int, sentence: Sentence, tokens: list[Token]) -> None:
        """ "Haddow faces five counts, Imrie two and Speight eight": the verb is told once, of each so many counts."""
        frame = next((t for t in tokens if t.kind == "frame" and t.value in FRAMES), None)
        model = self.told.last_of_anybody()
        if frame is None or model is None or len(self.prepared.cast.subjects) < 2:
            return
        for m, person in self.prepared.cast.subjects_in(frame.end + 1, sentence.end):
            if not self.low.endswith(_JOINS, 0, m.start):
                continue
            found = _SO_MANY.match(self.low, m.end, sentence.end)
            n = number(found.group("n")) if found is not None else None
            if found is None or n is None or any(m.end <= t.start < found.end() for t in tokens):
                continue
            charge = model.like(index, (person,), Count(n, m.end, found.end()))
            charge.put(frame.value, frame.span)
            self.told.charges.append(charge)

    def _drop_mere_allegations(self, here: list[Charge], sentence: Sentence) -> None:
        """An "allegation of" something is an offence only where a criminal inquiry or a prosecutor is told of."""
        if mere_allegation(self.low[sentence.start : sentence.end]):
            for charge in here:
                if charge.stage == "alleged" and charge.by_noun:
                    charge.stage = None

    def _frame(
        self,
        i: int,
        token: Token,
        tokens: list[Token],
        here: list[Charge],
        free: list[Charge],
        ref: Token | None,
        sentence: Sentence,
    ) -> Token | None:
        """Decide what a frame governs: the offences after it (the frame is given back) or those before it."""
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        for start, end in self._seconds:
            if start <= token.start < end:  # "a PC accused of assault, |whose sergeant was jailed|"
                here, free = [c for c in here if c.start >= start], [c for c in free if c.start >= start]
        if token.value == "none" or (token.value in _SHARED and by_a_panel(self.low, token, sentence)):
            return None
        if charged_before_a_panel(self.low, token, sentence) or found_by_a_panel(self.low, token, sentence):
            return None
        if undecided(self.low, token, sentence.start):
            token = Token(token.start, token.end, token.kind, "alleged")
        if self._not_the_subjects(token, sentence) or (
            not self._criminal and needs_court(self.low, token.start, token.value)
        ):
            return None
        if token.value in ("denial", "guilty_plea") and _IT_IN_COURT.match(self.low, token.end, sentence.end):
            self.told.plead_to_it(token)
        if (
            after is not None
            and after.kind in ("strong", "weak")
            and linked(self.low[token.end : after.start])
        ):
            if token.value == "quashed" and (
                only_sought(self.low, token.start, sentence.start)
                or only_contended(self.low, token, sentence.start)
            ):
                # "asked the court to quash his conviction for theft"
                return Token(token.start, token.end, token.kind, "convicted")
            return token
        if (
            after is not None
            and after.kind == "ref"
            and after.start - token.end < 30
            and ";" not in self.low[token.end : after.start]
        ):
            if after.value == "same":
                return token
            if after.value == "only":
                return only_charge(self.told, self.low, token, after, tokens[i + 2 : i + 3])
            self.told.refer(token, after)
            return token
        every = _ALL_OF_THEM.match(self.low, token.end, sentence.end)
        several = every is not None and len(self.told.told(self.owners.charge(token.start))) > 1
        if several and every is not None and token.value in _OF_ALL:
            self.told.refer(token, Token(every.start(), every.end(), "ref", "all"))
            return token
        if self.told.number_object(token, sentence):
            return token
        if token.value == "denial" and _IT.match(self.low, token.end, token.end + 12):
            self.told.deny(token)
            return None
        if token.value == "charged" and free and table_gap(self.low[free[-1].end : token.start]):
            self.told.tell_back(token, here, free, ref)
            return None
        if token.value == "charged" and ref is None:
            for charge in self._refused_cautions(token, free, sentence):
                charge.put("charged", token.span)
        if (
            token.value == "quashed"
            and free
            and only_contended(self.low, token, sentence.start)
            and self.low.startswith(" ", free[-1].end)
            and token.start - free[-1].end < 2
        ):
            free[-1].put("convicted", token.span)  # "argued that his fraud |conviction was unsafe|"
            return None
        if token.value == "quashed" and (
            self._sentence_alone
            or of_no_conviction(self.low, token, sentence)
            or only_sought(self.low, token.start, sentence.start)
            or only_contended(self.low, token, sentence.start)
        ):
            return None
        if token.value == "discontinued" and not here and tells_of_others(self.prepared, sentence):
            return None
        words = self.low[token.start : token.end]
        if words.endswith(" met") and not free and not holds_any(words, _OF_PROSECUTORS):
            return None  # some other test
        if (
            (token.value == "cautioned" and (free or here))
            or token.value in _TELLS_BACK
            or (token.value == "sentenced" and free)
            or (token.value == "alleged" and free and self.low.startswith(_ALONE, token.start))
        ):
            waits = token.value in WAITING and not here and not free
            if not self.told.tell_back(token, here, free, ref) and waits:
                self._wait(token, sentence)
        return None

    def _refused_cautions(self, token: Token, free: list[Charge], sentence: Sentence) -> list[Charge]:
        """ "He refused a caution for theft and was |charged|": with theft."""
        page = self.prepared.page
        last = free[-1:] or self.told.charges[-1:]
        return [
            c
            for c in last
            if c.stage is None and c.strong and charged_instead(page, c.start, token.start, token.end)
        ]

    def _wait(self, token: Token, sentence: Sentence) -> None:
        """A verdict of somebody of whom no charge is told yet may be of the charge told next."""
        who = self.owners.charge(token.start)
        if is_verdict(self.low, token, sentence) and not self.told.told(who):
            self._early.add(token, who, self.prepared.page.sentence_index(token.start))

    def _not_the_subjects(self, token: Token, sentence: Sentence) -> bool:
        """Whether the words before a frame make it a member of the public's, or only a possibility."""
        if token.start == token.end:
            return False
        floor = max(sentence.start, token.start - 200)
        floor = after_his_noun(self.low, floor, token.start, self.prepared.cast.who(token.start))
        return somebody_elses(self.low, floor, token)

    def _governs(self, reach: int, charge: Charge) -> bool:
        first = charge.count.start if charge.count is not None else charge.start
        gap = self.low[reach : max(reach, first)]
        if len(gap) > 220 or _NEW_CLAUSE.search(gap):
            return False
        if not gap.strip(" ;,:\n-*\u2022") or gap.strip(" ;,:\n") == "and":
            return True
        if charge.count is not None and charge.count.value is not None and ";" not in gap:
            return linked(gap) or len(gap) < 120
        return linked(gap)
