"""What became of each charge: offences found in the text, and the words of plea and verdict that govern them.

A sentence is read as a row of tokens: *frames* ("pleaded guilty to", "cleared of", "left to lie on
the file"), *offences*, and *references* ("both", "that charge", "the rest"). A frame governs the
list of offences that follows it; where none follows, it tells of offences named before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from peelian.reading.counts import Count, read_count
from peelian.reading.model import Span
from peelian.reading.names import Person
from peelian.reading.page import Sentence
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import NUMBER, number
from peelian.reading.scan import Hit

# Frame -> (stage, plea).
FRAMES: Final[dict[str, tuple[str | None, str | None]]] = {
    "charged": ("charged", None),
    "accused": ("charged", None),
    "charge_noun": ("charged", None),
    "alleged_noun": ("alleged", None),
    "guilty_plea": ("convicted", "guilty"),
    "denial": ("charged", "not_guilty"),
    "convicted": ("convicted", None),
    "sentenced": ("convicted", None),
    "acquitted": ("acquitted", None),
    "discontinued": ("discontinued", None),
    "hung": ("charged", None),
    "alleged": ("alleged", None),
    "cautioned": ("cautioned", None),
    "quashed": ("acquitted", None),
}
# How far a stage has gone; a later word never takes a charge back to an earlier stage.
RANK: Final = {"alleged": 0, "charged": 1, "discontinued": 2, "cautioned": 3, "convicted": 3, "acquitted": 4}
_TELLS_BACK: Final = frozenset({"convicted", "acquitted", "discontinued", "hung", "quashed", "denial", "guilty_plea"})

_NOT_GOVERNED: Final = re.compile(r"[;.]|\b(?:who|whose|whom|while|when|where|because|although|though|if|despite)\b")
_SOMEBODY_ELSES: Final = re.compile(
    r"(?:\b(?:victims?|survivors?|complainants?|witness(?:es)?|suspects?|report|reports|complaints?|allegations? by|trial for the|case|cases|man|woman|people|men|women"
    r"|boy|girl|driver|suspected|reported|investigat(?:e|es|ed|ing) (?:a|an|the|reports? of)|handling|attended|attending|pleads? for"
    r"|response to|reporting|fight|tackle|tackling|prevent|preventing|combat|combating|end|ending|deal with|dealing with|reporter of)"
    r" (?:of |who alleged |alleging |accused of |over |involving |in |about |for )?(?:an? |the |his |her |alleged |suspected |domestic |possible )*\Z)"
)
_ATTRIBUTE: Final = re.compile(
    r"\A(?:'s?)?[ -](?:victims?|suspects?|squad|team|unit|helpline|complainant|complainants|survivors?|investigators?|detectives?|inquir(?:y|ies)"
    r"|investigation|cases?|crisis|support|law|laws|legislation|services?|policy|file|files|allegations? against|register|prevention|offenders? (?:register|order)|appeal)\b"
)
_NUMBER_OBJECT: Final = re.compile(
    rf"\A(?: by [\w ]{{1,24}}?| unanimously)?,? (?:of|on|to) (?:all )?(?P<n>{NUMBER})\b(?! (?:years?|months?|weeks?|days?|occasions?|[a-z]+ (?:years?|months?)))"
    rf"(?: of (?:them|the \w+|these)| (?:more |further )?(?:counts?|charges?|offences?))?(?= and|,|\.|;| but| after| at|\s*\Z| by| following|\)| in)"
)
_STATUTE: Final = re.compile(r"\b(?:contrary to|under|in breach of|in contravention of|within the meaning of|an offence against)(?: the| section| s\.?| ?\d+[\w().]*| of| and)* ?\Z")
_FURTHER_OBJECT: Final = re.compile(
    r"(?: by [\w ]{1,24}?| unanimously)?,? (?:of|on|to) (?:a|one|the) (?:second|third|fourth|fifth|sixth|further|other|separate)"
    r"(?: (?:similar |alternative )?(?:count|charge|offence|allegation)\b(?! of|,? of)|(?=[.,;]))"
)
_COURT_WORDS: Final = re.compile(r"\b(?:verdict|sheriff|charges?|counts?|jury|jurors|court|judge|trial)\b")
# A member of the public is the subject of the verb: "the man was arrested for", "a woman who had been charged with".
_CIVILIAN: Final = re.compile(
    r"\b(?:an?|the|one|another|this|that|his|her|their|two|three) (?:\d+-year-old |young |elderly |local |other |teenage |second |third |vulnerable |homeless )?"
    r"(?:man|woman|boy|girl|suspects?|driver|rider|passenger|teenager|youth|detainee|prisoner|complainant|victim|couple|men|women|male|female|child|civilian|husband|wife|partner|brother|sister|son|daughter|father|mother|friend|resident|householder|protester|student|civilians|boys|girls|teenagers|motorist|pedestrian|cyclist|attacker|offender|burglar|dealer)"
    r"(?:,? (?:who|whom|he|she|they))?(?: \w+){0,2}? (?:was|were|is|are|had|has|have|been|being|later|then|subsequently|already|also|would|could|pleaded|previously|who)(?: \w+){0,2} ?\Z"
)
# "the officer arrested the man on suspicion of"
_ARRESTED_SOMEBODY: Final = re.compile(
    r"\barrest(?:ed|ing|s)? (?:him|her|them|mr \w+|(?:the|an?|two|three|four) (?!officer|constable|sergeant|inspector|detective|pc|former|serving|special)(?:[\w-]+ ){0,2}[\w-]+) ?\Z"
)
_CIVILIAN_FIRST: Final = re.compile(
    r"(?:(?:in|on|at|during|after) [^,]{2,40}, )?(?:the|an?|another) (?:[\w-]+ ){0,2}(?:man|woman|boy|girl|suspect|driver|teenager|youth|victim|husband|partner)\b"
    r"(?:(?!\b(?:officers?|constable|constabulary|sergeant|inspector|detective|pc|he|she|police|pcso|you|special)\b)[^.])*\Z"
)
_MODAL: Final = re.compile(r"\b(?:may|might|could|should|would) (?:have been |be |get |also be )?\Z")
_OF_COURT: Final = frozenset({"charged", "convicted", "sentenced", "acquitted", "quashed", "hung", "discontinued"})
_CRIMINAL_WORDS: Final = re.compile(r"\b(?:crown prosecution|cps|criminal|arrest\w*|charg\w+|prosecut\w+|under caution|file|police investigation|detectives)\b")
_REST: Final = "rest"
_NOUNS: Final = frozenset({"charge_noun", "alleged_noun"})


@dataclass(slots=True, eq=False)
class Charge:
    """One place where an offence of somebody is told, with what the words around it say of it."""

    offence: str
    start: int
    end: int
    strong: bool
    sentence: int
    who: tuple[Person, ...]
    title: str = ""
    count: Count | None = None
    stage: str | None = None
    plea: str | None = None
    hung: bool = False
    quashed: bool = False
    headline: bool = False
    group: int = 0
    used: int = 0
    by_noun: bool = False
    stage_spans: list[Span] = field(default_factory=list)
    plea_spans: list[Span] = field(default_factory=list)

    def put(self, frame: str, at: Span) -> None:
        """Note that a frame of the given kind, standing at ``at``, tells of this charge."""
        stage, plea = FRAMES[frame]
        if frame == "cautioned" and self.stage == "convicted" and self.plea == "guilty":
            # "admitted possession and was cautioned": an admission to the police, not a plea
            self.stage, self.stage_spans, self.plea = "cautioned", [at], None
            return
        if plea is not None and (self.plea is None or plea == "guilty"):
            self.plea = plea
            self.plea_spans = [at]
        if frame == "hung":
            self.hung = True
        if frame == "quashed":
            self.quashed = True
        if stage is None or (self.stage is not None and RANK[stage] <= RANK[self.stage] and frame != "quashed"):
            return
        if frame == "discontinued" and self.stage == "convicted":
            return
        self.stage = stage
        self.stage_spans = [at]


class Token:
    """A frame, an offence or a reference in a sentence."""

    __slots__ = ("end", "kind", "start", "value")

    def __init__(self, start: int, end: int, kind: str, value: str) -> None:
        self.start, self.end, self.kind, self.value = start, end, kind, value


class ChargeReader:
    """Reads a page's sentences in order and keeps the charges told so far, so that "both" has something to mean."""

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self.low = prepared.page.low
        self.charges: list[Charge] = []
        self.default_plea: dict[Person, tuple[str, Span]] = {}
        self._groups = 0
        scan = prepared.scan
        self._criminal = bool(scan.of("court") or scan.of("bench")) or any(
            h.value in _OF_COURT and not self.low.startswith(("guilty of", "conviction"), h.start) for h in scan.of("stage")
        )
        self._opener: tuple[int, str] | None = None
        title = prepared.masthead.title
        self._title_end = title.spans[0][1] if title is not None else 0

    def read(self) -> list[Charge]:
        """All charges of the page, in order."""
        by_sentence: dict[int, list[Token]] = {}
        page = self.prepared.page
        for token in self._tokens():
            by_sentence.setdefault(page.sentence_index(token.start), []).append(token)
        for index in sorted(by_sentence):
            self._read_sentence(index, page.sentences[index], by_sentence[index])
        return self.charges

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
            out.append(Token(hit.start, hit.end, "strong" if strong and not _is_plain(self.low, hit) else "weak", hit.value))
            end = hit.end
        taken = [(t.start, t.end) for t in out]
        for kind in ("stage", "charge"):
            for hit in scan.of(kind):
                if not any(a <= hit.start and hit.end <= b for a, b in taken):
                    out.append(Token(hit.start, hit.end, "frame" if kind == "stage" else "ref", hit.value))
        out.sort(key=lambda t: (t.start, t.end))
        return out

    # ---- one sentence

    def _listed(self, index: int, sentence: Sentence, tokens: list[Token]) -> list[Token]:
        """The tokens of a line of a list, with the frame of the line that opened the list ("charged with:") before them."""
        opener = self._opener
        frames = [t for t in tokens if t.kind == "frame" and t.value not in _NOUNS]
        if opener is not None and not frames and index - opener[0] <= 12 and sentence.end - sentence.start < 260:
            self._opener = (index, opener[1])
            return [Token(sentence.start, sentence.start, "frame", opener[1]), *tokens]
        last = frames[-1] if frames else None
        ends_open = self.low[sentence.start : sentence.end].rstrip().endswith(":")
        self._opener = (index, last.value) if last is not None and ends_open and last.value in FRAMES else None
        return tokens

    def _read_sentence(self, index: int, sentence: Sentence, tokens: list[Token]) -> None:
        here: list[Charge] = []
        free: list[Charge] = []  # offences that no frame governs yet
        frame: Token | None = None
        reach = sentence.start
        ref: Token | None = None
        pending: Token | None = None  # a plea whose object is told with the verdict: "had denied but was convicted of"
        tokens = self._without_nouns(self._listed(index, sentence, tokens))
        for i, token in enumerate(tokens):
            if token.kind in ("strong", "weak"):
                charge = self._charge(token, index, sentence)
                if charge is None:
                    continue
                if frame is not None and frame.value == "accused" and not charge.strong and not self._in_court(sentence):
                    frame = None  # accused of a deed before a panel
                if frame is not None and frame.value in FRAMES and self._governs(frame, reach, charge):
                    charge.put(frame.value, (frame.start, frame.end))
                    charge.group = self._groups
                    charge.by_noun = frame.value in _NOUNS
                    if pending is not None and charge.plea is None:
                        charge.plea, charge.plea_spans = FRAMES[pending.value][1], [(pending.start, pending.end)]
                else:
                    free.append(charge)
                    if frame is not None and frame.value != "none":
                        frame = None
                here.append(charge)
                self.charges.append(charge)
                reach = charge.end
            elif token.kind == "ref":
                if token.value == "same":
                    copy = self._again(token, index, sentence)
                    if copy is not None and frame is not None and frame.value in FRAMES:
                        copy.put(frame.value, (frame.start, frame.end))
                        here.append(copy)
                        self.charges.append(copy)
                        reach = copy.end
                else:
                    ref = token
            else:
                frame = self._frame(i, token, tokens, here, free, ref, sentence)
                reach = token.end
                ref = None
                if token.value in ("denial", "guilty_plea"):
                    after = tokens[i + 1] if i + 1 < len(tokens) else None
                    pending = token if frame is None and not here and after is not None and after.kind == "frame" else None
                if frame is not None:
                    self._groups += 1
        self._drop_mere_allegations(here, sentence)

    def _without_nouns(self, tokens: list[Token]) -> list[Token]:
        """Leave out "charges of", "allegation of" where a verb governs them already ("pleaded guilty to two charges of")."""
        out: list[Token] = []
        for token in tokens:
            if token.value in _NOUNS and token.kind == "frame":
                verb = next((t for t in reversed(out) if t.kind == "frame"), None)
                if verb is not None and verb.value != "none" and _NOT_GOVERNED.search(self.low, verb.end, token.start) is None:
                    continue
            out.append(token)
        return out

    def _drop_mere_allegations(self, here: list[Charge], sentence: Sentence) -> None:
        """An "allegation of" something is an offence only where a criminal inquiry or a prosecutor is told of."""
        words = self.low[sentence.start : sentence.end]
        if _CRIMINAL_WORDS.search(words) is None or "not been arrested" in words:
            for charge in here:
                if charge.stage == "alleged" and charge.by_noun:
                    charge.stage = None

    def _frame(
        self, i: int, token: Token, tokens: list[Token], here: list[Charge], free: list[Charge], ref: Token | None, sentence: Sentence
    ) -> Token | None:
        """Decide what a frame governs: the offences after it (the frame is given back) or those before it."""
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.value == "none" or (token.value == "acquitted" and self._of_a_panel(token, sentence)):
            return None
        if self._not_the_subjects(token, sentence) or (not self._criminal and self._needs_court(token)):
            return None
        if after is not None and after.kind in ("strong", "weak") and self._links(token.end, after.start):
            return token
        if after is not None and after.kind == "ref" and after.start - token.end < 30:
            if after.value == "same":
                return token
            self._refer(token, after, here, sentence)
            return token
        if self._number_object(token, here, sentence):
            return token
        if token.value == "cautioned" and (free or here):
            self._tell_back(token, here, free, ref, sentence)
        elif token.value in _TELLS_BACK or (token.value == "sentenced" and free):
            self._tell_back(token, here, free, ref, sentence)
        if after is not None and after.kind == "frame":
            return None
        return None

    def _in_court(self, sentence: Sentence) -> bool:
        return _COURT_WORDS.search(self.low, sentence.start, sentence.end) is not None

    def _not_the_subjects(self, token: Token, sentence: Sentence) -> bool:
        """Whether the words before a frame make it a member of the public's, or only a possibility."""
        if token.start == token.end:
            return False
        before = self.low[sentence.start : token.start]
        return (
            _CIVILIAN.search(before[-90:]) is not None
            or _MODAL.search(before[-24:]) is not None
            or (token.value in ("alleged", "charged") and _ARRESTED_SOMEBODY.search(before[-60:]) is not None)
            or (len(before) < 130 and _CIVILIAN_FIRST.match(before) is not None)
        )

    def _needs_court(self, token: Token) -> bool:
        """Whether a verb may as well be said to a panel or in an interview ("admitted", "denied")."""
        return token.value in ("guilty_plea", "denial", "accused") and not self.low.startswith(("plead", "pled", "guilty", "entered", "plea"), token.start)

    def _of_a_panel(self, token: Token, sentence: Sentence) -> bool:
        """Whether "not proven" or "no case to answer" is a panel's finding and not a court's verdict."""
        if self.low[token.start : token.end].endswith(("not proven", "to answer")):
            return not self._in_court(sentence)
        return False

    def _links(self, end: int, start: int) -> bool:
        gap = self.low[end:start]
        return len(gap) < 220 and _NOT_GOVERNED.search(gap) is None

    def _governs(self, frame: Token, reach: int, charge: Charge) -> bool:
        first = charge.count.start if charge.count is not None else charge.start
        gap = self.low[reach : max(reach, first)]
        if len(gap) > 220:
            return False
        if not gap.strip(" ;,:\n-*\u2022") or gap.strip(" ;,:\n") == "and":
            return True
        if charge.count is not None and charge.count.value is not None and ";" not in gap:
            return _NOT_GOVERNED.search(gap) is None or len(gap) < 120
        return _NOT_GOVERNED.search(gap) is None

    def _charge(self, token: Token, index: int, sentence: Sentence) -> Charge | None:
        low = self.low
        before = low[max(sentence.start, token.start - 48) : token.start]
        if _ATTRIBUTE.match(low[token.end : token.end + 24]) or _SOMEBODY_ELSES.search(before):
            return None
        if _STATUTE.search(before) and self.charges and self.charges[-1].sentence == index:
            return None  # "..., contrary to section 1 of the Computer Misuse Act": the offence is told already
        count = read_count(low, token.start, token.end, sentence.start, sentence.end)
        who = self.prepared.cast.who(token.start)
        charge = Charge(token.value, token.start, token.end, token.kind == "strong", index, who, low[token.start : token.end], count)
        charge.headline = token.start < self._title_end
        charge.group = -1
        return charge

    def _again(self, token: Token, index: int, sentence: Sentence) -> Charge | None:
        """A charge told as "a second count of the same offence"."""
        model = self._last(self.prepared.cast.who(token.start))
        if model is None:
            return None
        count = read_count(self.low, token.start, token.end, sentence.start, sentence.end)
        if count is None or count.value is None:
            count = Count(1, token.start, token.end, True)
        return Charge(model.offence, token.start, token.end, True, index, model.who, model.title, count._replace(further=True))

    # ---- offences told before

    def _last(self, who: tuple[Person, ...]) -> Charge | None:
        return next((c for c in reversed(self.charges) if not c.headline and (set(c.who) & set(who))), None)

    def _told(self, who: tuple[Person, ...]) -> list[Charge]:
        return [c for c in self.charges if not c.headline and set(c.who) & set(who)]

    def _last_group(self, who: tuple[Person, ...], sentence_index: int, reach: int) -> list[Charge]:
        """The charges told together last, of these people, not more than a few sentences back."""
        last = self._last(who)
        if last is None or sentence_index - last.sentence > reach:
            return []
        return [c for c in self._told(who) if c.sentence == last.sentence and c.stage is not None]

    def _refer(self, frame: Token, ref: Token, here: list[Charge], sentence: Sentence) -> None:
        who = self.prepared.cast.who(frame.start)
        at = (frame.start, ref.end)
        told = self._told(who)
        stage, plea = FRAMES[frame.value]
        if ref.value == _REST:
            self._remainder(frame, ref, who)
            return
        if ref.value == "all":
            if plea is not None:
                for person in who:
                    self.default_plea.setdefault(person, (plea, at))
            targets = [c for c in told if c.stage in (None, "charged", "alleged")] or []
        elif ref.value == "both":
            if len(told) == 1 and told[0].count is None and "counts" in self.low[ref.start : ref.end]:
                told[0].count = Count(2, ref.start, ref.end)
            targets = told[-2:] if len(told) < 2 or not (told[-1].count and (told[-1].count.value or 1) == 2) else told[-1:]
        else:
            targets = told[-1:]
        for charge in targets:
            charge.put(frame.value, at)
        if ref.value == "all" and plea is not None:
            for charge in told:
                if charge.plea is None and charge.stage is not None:
                    charge.plea, charge.plea_spans = plea, [at]

    def _number_object(self, frame: Token, here: list[Charge], sentence: Sentence) -> bool:
        """ "Found guilty of three": that many of the charges told before."""
        if frame.value not in ("convicted", "acquitted", "guilty_plea", "discontinued", "denial"):
            return False
        if self._further_object(frame, sentence):
            return True
        found = _NUMBER_OBJECT.match(self.low[frame.end : min(sentence.end, frame.end + 60)])
        n = number(found.group("n")) if found else None
        who = self.prepared.cast.who(frame.start)
        last = self._last(who)
        if found is None or n is None or last is None:
            return False
        total = last.count.value if last.count is not None else None
        if total is None or total <= n:
            if total == n or total is None:
                last.put(frame.value, (frame.start, frame.end))
            return total is None or total == n
        self._part(last, n, frame, frame.end + found.end())
        return True

    def _further_object(self, frame: Token, sentence: Sentence) -> bool:
        """ "Cleared of a third count": one more charge of the kind told last."""
        found = _FURTHER_OBJECT.match(self.low, frame.end, min(sentence.end, frame.end + 60))
        last = self._last(self.prepared.cast.who(frame.start))
        if found is None or last is None:
            return False
        more = Charge(
            last.offence, last.start, last.end, True, self.prepared.page.sentence_index(frame.start), last.who, last.title,
            Count(1, frame.end, found.end(), True),
        )  # fmt: skip
        more.put(frame.value, (frame.start, frame.end))
        self.charges.append(more)
        return True

    def _remainder(self, frame: Token, ref: Token, who: tuple[Person, ...]) -> None:
        parts = [c for c in self._told(who) if c.used]
        if parts:
            last = parts[-1]
            total = last.count.value if last.count is not None else None
            if total is not None and total > last.used:
                self._part(last, total - last.used, frame, ref.end)
            return
        for charge in self._told(who):
            if charge.stage in (None, "charged") and charge.strong:
                charge.put(frame.value, (frame.start, ref.end))

    def _part(self, whole: Charge, n: int, frame: Token, end: int) -> None:
        part = Charge(whole.offence, whole.start, whole.end, True, whole.sentence, whole.who, whole.title, Count(n, frame.start, end, True))
        part.plea, part.plea_spans = whole.plea, whole.plea_spans
        part.put(frame.value, (frame.start, frame.end))
        whole.used += n
        self.charges.insert(self.charges.index(whole), part)

    def _tell_back(self, frame: Token, here: list[Charge], free: list[Charge], ref: Token | None, sentence: Sentence) -> None:
        at = (frame.start, frame.end)
        free[:] = [c for c in free if c.strong or frame.value == "cautioned"]
        if free:
            for charge in free:
                charge.put(frame.value, at)
            if FRAMES[frame.value][0] != "charged":
                free.clear()
            return
        who = self._who(frame)
        if here:
            whole = frame.value in ("convicted", "denial", "acquitted", "hung") or all(c.by_noun for c in here)
            targets = here if whole else here[-1:]
            if ref is not None and ref.value == "one":
                targets = here[-1:]
            targets = [c for c in targets if not who or set(c.who) & set(who)]
            group = targets[-1].group if targets else -1
            targets = [c for c in targets if c.group == group]
            for charge in targets:
                charge.put(frame.value, at)
            return
        index = self.prepared.page.sentence_index(frame.start)
        if not who or not self._may_point_back(frame, ref, sentence):
            return
        targets = self._last_group(who, index, 40 if frame.value == "quashed" else 4)
        if ref is not None and ref.value == "one":
            targets = targets[-1:]
        elif ref is not None and ref.value == "both":
            targets = self._told(who)[-2:]
        elif ref is not None and ref.value == "all":
            targets = [c for c in self._told(who) if c.stage in (None, "charged", "alleged")] or targets
        for charge in targets:
            charge.put(frame.value, at)

    def _who(self, frame: Token) -> tuple[Person, ...]:
        """Of whom a frame tells; a quashed conviction is that of the one person convicted."""
        who = self.prepared.cast.who(frame.start)
        if not who and frame.value in ("quashed", "discontinued", "hung"):
            people = {p for c in self.charges for p in c.who}
            if len(people) == 1:
                return tuple(people)
        return who

    def _may_point_back(self, frame: Token, ref: Token | None, sentence: Sentence) -> bool:
        if ref is not None:
            return True
        words = self.low[frame.start : frame.end]
        if words.startswith("conviction") and frame.value == "convicted" or words in ("guilty of", "acquittal"):
            return False
        if frame.value == "denial":
            return words.startswith(("plead", "pled")) or " plea" in words or "pleas of" in words
        if frame.value == "guilty_plea":
            return "guilty" in words or "plea" in words
        return True


_PLAIN: Final = re.compile(r"(?:assault(?:ed|ing)? (?:on )?(?:a|his|her)\b|stole|stealing|stolen)")


def _is_plain(low: str, hit: Hit) -> bool:
    """Whether a name in the catalogue is only a plain word for the deed ("assaulting a man"), not the charge itself."""
    return _PLAIN.match(low, hit.start, hit.end) is not None and "beating" not in low[hit.start : hit.end]
