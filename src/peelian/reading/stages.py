"""What became of each charge: offences found in the text, and the words of plea and verdict that govern them.

A sentence is read as a row of tokens: *frames* ("pleaded guilty to", "cleared of", "left to lie on
the file"), *offences*, and *references* ("both", "that charge", "the rest"). A frame governs the
list of offences that follows it; where none follows, it tells of offences named before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from peelian.reading.charge_context import (
    breaks,
    by_a_bench,
    cites_statute,
    in_court,
    is_plain,
    linked,
    mere_allegation,
    needs_court,
    of_a_sentence,
    of_misconduct,
    of_prosecutors,
    only_named,
    only_sought,
    somebody_elses,
    still_open,
    table_gap,
)
from peelian.reading.charge_memory import ToldCharges
from peelian.reading.charges import FRAMES, NOUNS, Charge, Token
from peelian.reading.counts import read_count, read_numbers
from peelian.reading.early_verdicts import WAITING, EarlyVerdicts
from peelian.reading.model import Span
from peelian.reading.owner import Owners
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.sentenced_for import sentenced_for

_IMAGE_VERBS: Final = {
    "making": "indecent_photographs_making",
    "taking": "indecent_photographs_taking",
    "distributing": "indecent_photographs_distributing",
    "sharing": "indecent_photographs_distributing",
    "possessing": "indecent_photographs_possessing",
}
_IMAGE_VERB: Final = re.compile(r"\b(making|taking|distributing|sharing|possessing)(?:,? and|,? or|,) ?\Z")
_IMAGE_VERB_BEFORE: Final = re.compile(r"\b(making|taking|distributing|sharing|possessing) (?:of )?\Z")
_OF_PICTURES: Final = ("indecent_photographs", "prohibited_images", "extreme_pornography")
_PICTURES: Final = re.compile(r"(?:more than |some |over |about )?[\d,]+ (?:category [abc] )?")
# "two offences under one Act and one under another": the second is an offence too
_COUNTED_STATUTE: Final = re.compile(
    r"\band (?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|another|a further) (?:more |further |other )?(?:(?:offences?|counts?|charges?|breach(?:es)?) )?(?:under|of|contrary to) (?:the )?\Z"
)
_SAID_IN_COURT: Final = re.compile(r"\b(?:plea|pleas|plead\w*|pled|convict\w*|acquit\w*)\b")
# "He denies it"
_IT: Final = re.compile(r" (?:it|this|them)\b(?! (?:was|were|is|had|would|could)\b)")
# "indecent assault on boys of 14 and 15"
_ON_A_CHILD: Final = re.compile(
    r"s? (?:on|of|against|upon) (?:(?:an?|the|one|two|three|four|five|six|\d+|young|teenage|under-?age|school) ){0,3}(?:boys?|girls?|child(?:ren)?|schoolboys?|schoolgirls?|pupils?|cadets? aged 1[0-5]|1[0-5]-year-old)\b"
)
_READING: Final = ("micro", "mg ", "milli")
_BY_PROSECUTORS: Final = re.compile(r"\b(?:police|cps|crown|prosecut\w+|charg\w+|evidence offered|file)\b")
_ALONE: Final = ("community resolution", "is ", "are ", "was ", "were ")
# "his plea to theft |was accepted and a charge of| burglary dropped"
_NEW_CLAUSE: Final = re.compile(
    r"\A[^,;]{0,20}\b(?:was|were|has been|have been) [a-z]+ed(?: by [a-z ]{3,20})? (?:and|but|while) "
)
_OVERRULED: Final = re.compile(r"(?: plea)?(?: ?[-|/,;(]+| but| and)? ?(?:was |then |later )?")
_PLEADS: Final = ("plead", "pled", "enter", "plea", "indicat")
_TELLS_BACK: Final = frozenset(
    {"convicted", "acquitted", "discontinued", "hung", "quashed", "denial", "guilty_plea"}
)
# "Could not be proved", "not in the public interest": of a charge only where prosecutors or a court are spoken of.
_JUDGED: Final = ("be proved", "be proven", "public interest", "on the evidence", "by the evidence")
# Frames whose words a panel, a force or an investigator shares with a court.
_SHARED: Final = frozenset({"acquitted", "discontinued", "hung"})
_OF_COURT: Final = frozenset(
    {"charged", "convicted", "sentenced", "acquitted", "quashed", "hung", "discontinued"}
)


class ChargeReader:
    """Reads a page's sentences in order and keeps the charges told so far, so that "both" has something to mean."""

    def __init__(self, prepared: Prepared, owners: Owners) -> None:
        self.prepared = prepared
        self.owners = owners
        self.low = prepared.page.low
        self.told = ToldCharges(prepared, owners)
        self._early = EarlyVerdicts()
        self._groups = 0
        scan = prepared.scan
        self._criminal = bool(scan.of("court") or scan.of("bench")) or any(
            h.value in _OF_COURT and not self.low.startswith(("guilty of", "conviction"), h.start)
            for h in scan.of("stage")
        )
        self._numbered = any(h.value == "numbered" for h in scan.of("charge"))
        self._opener: tuple[int, str, Span] | None = None
        title = prepared.masthead.title
        end = title.spans[0][1] if title is not None else 0
        self._title_end = end if end < len(self.low) // 2 else 0  # a page of one line is no headline

    def read(self) -> list[Charge]:
        """All charges of the page, in order."""
        by_sentence: dict[int, list[Token]] = {}
        page = self.prepared.page
        for token in self._tokens():
            by_sentence.setdefault(page.sentence_index(token.start), []).append(token)
        for index in sorted(by_sentence):
            self._read_sentence(index, page.sentences[index], by_sentence[index])
        self._early.settle(
            self.told.charges, {i: self.low[slice(*page.sentences[i][:2])] for i in by_sentence}
        )
        return self.told.charges

    def _tokens(self) -> list[Token]:
        scan = self.prepared.scan
        offences = [(h, True) for h in scan.of("offence")]
        offences += [(h, False) for h in scan.of("act")]
        offences.sort(key=lambda o: (o[0].start, -o[0].end, not o[1]))
        out: list[Token] = []
        end = 0
        for hit, strong in offences:
            if hit.start < end:
                if strong and out and out[-1].kind == "weak" and hit.end >= end:
                    out.pop()  # the name in the catalogue is longer: "sexually |assaulting a child"
                else:
                    continue
            out.append(
                Token(
                    hit.start,
                    hit.end,
                    "strong" if strong and not is_plain(self.low, hit.start, hit.end) else "weak",
                    hit.value,
                )
            )
            end = hit.end
        starts, ends = [t.start for t in out], [t.end for t in out]
        for kind in ("stage", "charge"):
            for hit in dict.fromkeys(scan.of(kind)):  # two templates may tell of one phrase
                if hit.value == "discontinued" and still_open(self.prepared.page, hit.start, hit.end):
                    continue
                i = bisect_right(starts, hit.start) - 1
                if i < 0 or hit.end > ends[i]:  # not a word inside an offence's name
                    out.append(Token(hit.start, hit.end, "frame" if kind == "stage" else "ref", hit.value))
        out.sort(key=lambda t: (t.start, t.end))
        return out

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
        tokens = self._without_nouns(self._as_pleas(self._listed(index, sentence, tokens)))
        for i, token in enumerate(tokens):
            if token.kind in ("strong", "weak"):
                charge = self._charge(
                    token, index, sentence, reach if frame and frame.value == "alleged" else sentence.start
                )
                if charge is None:
                    continue
                if (
                    frame is not None
                    and frame.value == "accused"
                    and not charge.strong
                    and not in_court(self.low, sentence.start, sentence.end)
                ):
                    frame = None  # accused of a deed before a panel
                if frame is not None and frame.value in FRAMES and self._governs(reach, charge):
                    charge.put(frame.value, frame.span)
                    charge.group = self._groups
                    charge.by_noun = frame.value in NOUNS
                    if pending is not None and charge.plea is None:
                        charge.plea, charge.plea_spans = (
                            FRAMES[pending.value][1],
                            [pending.span],
                        )
                elif self._criminal and sentenced_for(self.prepared, self.owners, charge, sentence):
                    charge.group = self._groups
                else:
                    free.append(charge)
                    if frame is not None and frame.value != "none":
                        frame = None
                twin = self._shared_noun(charge, sentence)
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
                    after = tokens[i + 1] if i + 1 < len(tokens) else None
                    pending = (
                        token
                        if frame is None and not here and after is not None and after.kind == "frame"
                        else None
                    )
                if frame is not None:
                    self._groups += 1
        self._drop_mere_allegations(here, sentence)

    def _as_pleas(self, tokens: list[Token]) -> list[Token]:
        """ "Pleaded guilty to one and not guilty to the other": the second "not guilty" is a plea, no verdict."""
        plea = False
        for i, token in enumerate(tokens):
            if token.kind != "frame":
                continue
            words = self.low[token.start : token.end]
            if token.value == "acquitted" and words == "not guilty":
                after = next((t for t in tokens[i + 1 :] if t.kind == "frame"), None)
                overruled = (  # a table's "Not guilty - convicted": plea and verdict
                    after is not None
                    and after.value in ("convicted", "sentenced")
                    and _OVERRULED.fullmatch(self.low, token.end, after.start) is not None
                )
                if plea or overruled or self.low.startswith(" to ", token.end):
                    tokens[i] = Token(token.start, token.end, "frame", "denial")
            else:
                plea = token.value in ("guilty_plea", "denial") and words.startswith(_PLEADS)
        return tokens

    def _without_nouns(self, tokens: list[Token]) -> list[Token]:
        """Leave out "charges of", "allegation of" where a verb governs them already ("pleaded guilty to two charges of")."""
        out: list[Token] = []
        for token in tokens:
            if token.value in NOUNS and token.kind == "frame":
                verb = next((t for t in reversed(out) if t.kind == "frame"), None)
                near = verb is not None and token.start - verb.end < 220
                if (
                    near
                    and verb is not None
                    and verb.value != "none"
                    and not breaks(self.low, verb.end, token.start)
                ):
                    continue
            out.append(token)
        return out

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
        if token.value == "none" or (token.value in _SHARED and self._of_a_panel(token, sentence)):
            return None
        if self._not_the_subjects(token, sentence) or (
            not self._criminal and needs_court(self.low, token.start, token.value)
        ):
            return None
        if (
            after is not None
            and after.kind in ("strong", "weak")
            and linked(self.low[token.end : after.start])
        ):
            return token
        if (
            after is not None
            and after.kind == "ref"
            and after.start - token.end < 30
            and ";" not in self.low[token.end : after.start]
        ):
            if after.value == "same":
                return token
            self.told.refer(token, after)
            return token
        if self.told.number_object(token, sentence):
            return token
        if token.value == "denial" and _IT.match(self.low, token.end, token.end + 12):
            self.told.deny(token)
            return None
        if token.value == "charged" and free and table_gap(self.low[free[-1].end : token.start]):
            self.told.tell_back(token, here, free, ref)
            return None
        if token.value == "quashed" and (
            self._of_a_sanction(token, sentence) or only_sought(self.low, token.start, sentence.start)
        ):
            return None
        if self.low.endswith(" met", token.start, token.end) and not free:
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

    def _wait(self, token: Token, sentence: Sentence) -> None:
        """A verdict of somebody of whom no charge is told yet may be of the charge told next."""
        said = self.low[token.start : token.end]
        start, end = max(sentence.start, token.start - 300), min(sentence.end, token.end + 300)
        if not in_court(self.low, start, end) and not _SAID_IN_COURT.search(said):
            return
        if said.endswith(("clear", "clearing")):
            return  # "he means to clear his name"
        who = self.owners.charge(token.start)
        if not self.told.told(who):
            self._early.add(token, who, self.prepared.page.sentence_index(token.start))

    def _not_the_subjects(self, token: Token, sentence: Sentence) -> bool:
        """Whether the words before a frame make it a member of the public's, or only a possibility."""
        if token.start == token.end:
            return False
        return somebody_elses(self.low[max(sentence.start, token.start - 200) : token.start], token.value)

    def _of_a_sanction(self, token: Token, sentence: Sentence) -> bool:
        """Whether what "was overturned" is no conviction."""
        words = self.low[max(sentence.start, token.start - 200) : min(sentence.end, token.end + 60)]
        overturned = self.low.endswith("overturned", token.start, token.end) and "convict" not in words
        return overturned or of_a_sentence(words)

    def _of_a_panel(self, token: Token, sentence: Sentence) -> bool:
        """Whether "not proven", "insufficient evidence" or "did not agree" is said of misconduct and not in court."""
        words = self.low[token.start : token.end]
        if words.endswith(("not proven", "to answer")):
            return not in_court(self.low, sentence.start, sentence.end)
        if words.endswith(_JUDGED):
            return not of_prosecutors(
                self.low, max(sentence.start, token.start - 300), min(sentence.end, token.end + 100)
            )
        if words.startswith(("dismiss", "threw out", "throws out", "tossed out")):
            return not by_a_bench(self.low, max(sentence.start, token.start - 200), token.start)
        start, end = max(sentence.start, token.start - 200), min(sentence.end, token.end + 200)
        bar = self.low.find("|", token.end, end)  # a cell of a table is looked at alone
        return (
            token.value != "acquitted"
            and not _BY_PROSECUTORS.search(self.low, token.start, token.end)
            and of_misconduct(self.low, start, end if bar < 0 else bar)
        )

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

    def _shared_noun(self, charge: Charge, sentence: Sentence) -> Charge | None:
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

    def _charge(self, token: Token, index: int, sentence: Sentence, after: int) -> Charge | None:
        """The charge that an offence's name makes; ``after``: where the frame before it ends ("an inquiry into suspected")."""
        low, told = self.low, self.told.charges
        if only_named(low, token.start, token.end, after):
            return None
        counted = _COUNTED_STATUTE.search(low, max(sentence.start, token.start - 60), token.start) is not None
        cited = not counted and cites_statute(low, token.start, sentence.start)
        if told and told[-1].sentence == index and cited:
            return (
                None  # "..., contrary to section 1 of the Computer Misuse Act": the offence is told already
            )
        count = read_count(low, token.start, token.end, sentence.start, sentence.end)
        offence = token.value
        if offence == "sexual_assault" and _ON_A_CHILD.match(
            low, token.end, min(sentence.end, token.end + 60)
        ):
            offence = "sexual_assault_of_child"
        if low.startswith(_READING, token.start):
            count = None  # "98 microgrammes of alcohol"
        if offence.startswith(_OF_PICTURES) and count is not None:
            pictures = _PICTURES.fullmatch(low, count.start, token.start)
            if pictures is not None:  # "making 340 indecent images": so many pictures, not so many counts
                verb = _IMAGE_VERB_BEFORE.search(low, max(sentence.start, count.start - 16), count.start)
                if verb is not None and offence == "indecent_photographs":
                    offence = _IMAGE_VERBS[verb.group(1)]
                count = None
        who = self.owners.charge(token.start)
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
        charge.group = -1
        return charge
