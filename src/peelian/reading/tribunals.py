"""Tribunals: what became of an appeal to a Police Appeals Tribunal."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.appeal_answers import (
    CRIMINAL,
    TribunalAppeal,
    asked_in_vain,
    is_of_another_officer,
    then_decided,
)
from peelian.reading.dates import MODAL_MAY
from peelian.reading.hearings import Hearing, in_own_entry
from peelian.reading.page import Sentence
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.spans import find_all
from peelian.reading.unlodged import is_not_lodged

_LATELY: Final = 500  # characters in which the Court of Appeal was spoken of

# "lost his appeal |against his dismissal|", "rejected an appeal by the former constable |against her sacking|"
AGAINST_DISMISSAL: Final = re.compile(
    r"\bagainst (?:his|her|their|the|a) (?:(?:own|summary|original|\w+'s) )?(?P<what>dismissal|sacking)\b(?! of (?:a|an|his|her|the|charges?)\b)"
)
_BELIEVED: Final = {"against": "dismissed", "in_favour": "allowed"}
_RESULTS: Final = {"lodged": "pending", "finding_kept": "dismissed", "remitted": "allowed"}


_ON_APPEAL: Final = 26  # characters: "upheld| on an internal appeal|"
# Outcomes that an officer appeals against, on a page that names no hearing.
HEAVY: Final = frozenset({"dismissed", "dismissed_without_notice", "required_to_resign", "reduction_in_rank"})


# "the tribunal| substituted a written warning"
_BY_TRIBUNAL: Final = ("tribunal ", "tribunal has ", "tribunal had ", "tribunal then ", "tribunal therefore ")
# A force's own review of a decision on its staff ("an internal appeal was not upheld") is no tribunal's.
_INTERNAL: Final = re.compile(r"\binternal(?:ly)? appeal|\bappeal\w* internally\b")
_LOST: Final = re.compile(
    r"\b(?:not upheld|dismissed|rejected|refused|turned down|unsuccessful|failed|upheld|allowed)\b"
)


def find_tribunal_appeals(prepared: Prepared, hearings: list[Hearing]) -> list[TribunalAppeal]:
    """Every appeal to a tribunal that was lodged or decided, in order; one only thought of is none."""
    page, low = prepared.page, prepared.page.low
    out: list[TribunalAppeal] = []
    kept: list[int] = []  # where only the finding is said to stand
    named = [h.sentence for h in hearings if h.kind == "appeal_tribunal"]
    review = is_review(prepared)
    own = not review and _is_tribunals(prepared, hearings)
    proceeding = any(h.full for h in hearings)
    criminal = "court of appeal" in low
    left = prepared.masthead.kind != "judgment" and any(h.value in HEAVY for h in prepared.scan.of("outcome"))
    for hit in prepared.scan.of("appeal"):
        if hit.value == "intended":
            continue
        if _complainants(prepared, hit.start, hit.end):
            continue
        if _INTERNAL.search(low, max(0, hit.start - 12), hit.end + _ON_APPEAL) and (
            hit.value != "lodged" or _LOST.search(low, hit.end, page.sentence_at(hit.start).end)
        ):
            continue
        value = hit.value
        if value in _BELIEVED:  # "the tribunal found for him"
            if not any(h.kind == "appeal_tribunal" and 0 < hit.start - h.end < 45 for h in hearings):
                continue
            value = _BELIEVED[value]
        index = page.sentence_index(hit.start)
        sentence = page.near(hit.start)
        whole = low[sentence.start : sentence.end]
        if "employment tribunal" in whole or "employment appeal" in whole:
            continue
        entry = (
            hit.value == "varied"
            and low.endswith("appeal", hit.start, hit.end)
            and in_own_entry(prepared, hit)
        )
        near = own or entry or any(abs(s - index) <= 3 for s in named)
        if left and hit.value == "varied" and low.endswith(_BY_TRIBUNAL, 0, hit.start):
            near = True
        if not named and criminal and CRIMINAL.search(low, max(0, hit.start - _LATELY), sentence.end):
            continue
        if review and not any(h.sentence == index and h.kind == "appeal_tribunal" for h in hearings):
            continue  # a court that reviews the tribunal is no tribunal
        if CRIMINAL.search(whole) and not any(s == index for s in named):
            continue
        if not named and not own and hit.value != "lodged" and _A_COURT.search(whole):
            continue  # "A judge has quashed the dismissal"
        if hit.value == "remitted" and (not near or _A_COURT.search(whole)):
            continue  # a court that sends a case back
        if hit.value == "varied":
            ours = own and _WE.search(low, max(sentence.start, hit.start - 30), hit.start) is not None
            if not near or not (
                ours
                or re.search(
                    r"tribunal|appeal|\bpat\b",
                    low[max(page.sentences[max(0, index - 1)].start, hit.start - 800) : sentence.end],
                )
            ):
                continue
        elif not near and not (
            AGAINST_DISMISSAL.search(low, hit.end, sentence.end)
            or (
                (proceeding or (left and not _of_crime(low, page.sentences, index, hit.start)))
                and _of_proceeding(
                    low, max(page.sentences[max(0, index - 1)].start, hit.start - 800), sentence.end
                )
            )
        ):
            continue
        if re.search(
            r"\b(?:"
            + MODAL_MAY
            + r"|can|could|if|whether|not|n't|might|would|seeks? to|seeking to|ask(?:s|ed|ing)? (?:\w+ ){0,5}to|hopes? to|fail(?:s|ed) to|bid to|fight to|battle to|try(?:ing)? to|attempt to|power to|order) (?:\w+ )?\Z",
            low[max(sentence.start, hit.start - 50) : hit.start],
        ):
            continue
        if _PUT_TO_IT.search(low, max(sentence.start, hit.start - 90), hit.start):
            continue
        if hit.value == "lodged" and is_not_lodged(low, hit, sentence):
            continue
        if _STILL_MAY.search(low, max(sentence.start, hit.start - 80), hit.start):
            continue
        if not own and is_of_another_officer(prepared, hit.start, sentence):
            continue
        who = _appellants(prepared) if own else prepared.cast.who(hit.start)
        result = _RESULTS.get(value, value)
        if value == "finding_kept":
            kept.append(len(out))
        out.append(TribunalAppeal(result, hit.start, hit.end, who, index))
    out += _given_back(prepared, hearings)
    out += _as_decided(prepared, hearings)
    out += then_decided(prepared) if named or review else []
    out += asked_in_vain(prepared, hearings) if named else []
    more = _of_whom(prepared) + _of_an_officer(prepared)
    out += [a for a in more if all(a.sentence != other.sentence for other in out)]
    if any(a.result in ("allowed", "varied") for a in out):  # "upheld the finding but replaced the sanction"
        out = [a for i, a in enumerate(out) if i not in kept]
    return sorted(out, key=lambda a: a.start)


# "argued that |dismissal was too harsh|": a side's words, and nobody's decision
_PUT_TO_IT: Final = re.compile(
    r"\b(?:argu(?:ed|es|ing)|claim(?:ed|s|ing)|submit(?:ted|s|ting)|submissions?|contend(?:ed|s|ing)|complain(?:ed|s|ing)|grounds?|plead(?:ed|s|ing)|insist(?:ed|s|ing))(?: \w+)? that (?:the |his |her |their )?\Z"
)
# "|We therefore |substitute a final written warning": the tribunal itself speaks
_WE: Final = re.compile(r"\bwe (?:[a-z]+,? ){0,3}\Z")
_A_COURT: Final = re.compile(r"\b(?:court|judges?|justice|judicial)\b")
# "has until 29 June to |give notice of appeal|", "ten days in which to ..."
_STILL_MAY: Final = re.compile(
    r"\b(?:until|days|weeks|month|right|entitled|time|period|deadline|opportunity|option)\b[^.;]{0,40}\b(?:to|for) (?:\w+ )?\Z"
)
_TO_OVERSIGHT: Final = re.compile(
    r"[^.;]{0,60}\b(?:to us|to the (?:ipcc|iopc)|outcome of (?:the|his|her|their|its) (?:local )?investigation|outcome of (?:the|his|her|their) complaint)\b"
)
# "the IPCC |upheld an appeal|", "her appeal |to the watchdog|": no officer appeals there
_OVERSIGHT_DECIDES: Final = re.compile(
    r"\b(?:ipcc|iopc|watchdog|police complaints (?:commission|authority)|independent (?:office for police conduct|police complaints commission)|crime commissioner(?:'s office)?|pcc)(?: (?:had|has|then|later|also|partially|partly|which))* (?:upheld|allowed|dismissed|rejected|granted|considered|received|agreed with) (?:an?|the|her|his|their|that|this|\w+'s?|mr \w+|ms \w+|mrs \w+)(?: [\w']+){0,3} appeal\Z"
)
_TO_WATCHDOG: Final = re.compile(
    r"(?:ed|s)?(?: (?:against|over|about)[^.;]{3,50})? to (?:the )?(?:ipcc|iopc|watchdog|police watchdog|police complaints|independent (?:office|police complaints))"
)
_BY_COMPLAINANT: Final = re.compile(
    r"\b(?:man|woman|complainant|family|mother|father|boy|girl|parents)\b[^.;]{0,40}\Z"
)
_THEIRS: Final = re.compile(r"\b(?:man|woman|complainant|family|mother|father)(?:'s|s') \Z")


def _complainants(prepared: Prepared, start: int, end: int) -> bool:
    """Whether an appeal is a complainant's, to the oversight body: in its own report, or as a page tells it."""
    low = prepared.page.low
    sentence = prepared.page.near(start)
    before = low[sentence.start : start]
    if _OVERSIGHT_DECIDES.search(before + low[start:end]) or _TO_WATCHDOG.match(low, end, sentence.end):
        return True
    if prepared.masthead.kind != "oversight_release":
        return False
    if _THEIRS.search(before + low[start:end].split("appeal")[0]):
        return True
    after = low[end : sentence.end]
    named = _BY_COMPLAINANT.search(before)
    return _TO_OVERSIGHT.match(after) is not None or (named is not None and "tribunal" not in after)


def _given_back(prepared: Prepared, hearings: list[Hearing]) -> list[TribunalAppeal]:
    """Reinstatements told beside a tribunal: it allowed the appeal, whether or not the page says "appeal"."""
    page, low = prepared.page, prepared.page.low
    told = {h.sentence for h in hearings if h.kind == "appeal_tribunal" and h.tense != "to_come"}
    for hit in prepared.scan.of("appeal"):  # "her appeal was heard on 4 May by ACC Lee, who reinstated her"
        s = page.near(hit.start)
        if (
            hit.value == "lodged"
            and low.startswith("appeal was", hit.start)
            and not CRIMINAL.search(low, s.start, s.end)
        ):
            told.add(page.sentence_index(hit.start))
    out = []
    for hit in prepared.scan.of("outcome"):
        if hit.value != "reinstated":
            continue
        index = prepared.page.sentence_index(hit.start)
        s = prepared.page.sentences[index]
        before = prepared.page.low[max(s.start, hit.start - 60) : hit.start]
        if not (told & {index, index - 1, index - 2}) or UNGIVEN.search(before):
            continue
        out.append(TribunalAppeal("allowed", hit.start, hit.end, prepared.cast.who(hit.start), index))
    return out


_TO_BEFORE: Final = re.compile(
    r"\bappeals? (?:against (?:[\w']+ ){1,4})?(?:to|before|at|by|was heard by) (?:the |a )?\Z"
)
_DECIDED_AFTER: Final = re.compile(
    r",? (?:was|were|is|has been|had been|have been|has|had|have|and was|and is)? ?(?:later |then |also |subsequently |unanimously )?(?:(dismissed|rejected|refused|unsuccessful|thrown out|turned down|failed)|(allowed|upheld|successful|granted|succeeded))\b"
)


# "His appeal to the tribunal| was listed for an oral hearing on 6 May, and| was dismissed", "|, which sat for two days,| was allowed"
_FIRST_TOLD: Final = re.compile(
    r"(?:, (?:which|who) [^.;\n]{3,110}?,"
    r"| (?:was|were|had been|has been|came|went) (?:first |then |originally |duly |later )?(?:listed|heard|argued|lodged|considered|adjourned|brought|made|filed|entered|submitted|received|on|before|out of time)\b[^.;\n]{0,110}?(?:[,;]|,? (?:and|but))(?: (?:it|the appeal|that appeal))?)"
    r"(?=,? (?:was |were |is |has been |had been )?(?:later |then |also |subsequently |unanimously )?(?:dismissed|rejected|refused|unsuccessful|thrown out|turned down|failed|allowed|upheld|successful|granted|succeeded)\b)"
)
_WAITS_AFTER: Final = re.compile(
    r",? (?:is|are|was|remains?|has been|have been)? ?(?:still |currently |now |yet )?(?:outstanding|pending|awaited|awaiting|ongoing|under way|lodged|filed|to be (?:heard|determined|decided|listed)|undetermined)\b"
)


def _as_decided(prepared: Prepared, hearings: list[Hearing]) -> list[TribunalAppeal]:
    """ "His appeal to the Police Appeals Tribunal was dismissed": the tribunal's name parts noun and verb."""
    low = prepared.page.low
    out = []
    for h in hearings:
        if h.kind != "appeal_tribunal" or _TO_BEFORE.search(low, max(0, h.start - 70), h.start) is None:
            continue
        first = _FIRST_TOLD.match(low, h.end)
        found = _WAITS_AFTER.match(low, h.end) if first is None else None
        if found is not None:
            out.append(TribunalAppeal("pending", h.start, found.end(), h.who, h.sentence))
            continue
        found = _DECIDED_AFTER.match(low, h.end if first is None else first.end())
        if found is not None:
            result = "dismissed" if found.group(1) else "allowed"
            start = h.start if first is None else found.start()  # (the day it was listed for is another)
            out.append(TribunalAppeal(result, start, found.end(), h.who, h.sentence))
    return out


_APPEAL_OF: Final = re.compile(
    r"\bappeals? (?:of|by|from|brought by|lodged by) (?:an? |the |former |ex-|then )*\Z"
)


def _of_whom(prepared: Prepared) -> list[TribunalAppeal]:
    """ "The appeal of Inspector Lee, who was dismissed in May, was thrown out": the officer's name parts noun and verb."""
    page, low = prepared.page, prepared.page.low
    out: list[TribunalAppeal] = []
    for person in prepared.cast.subjects if "appeal" in low else ():
        for m in person.mentions:
            s = page.near(m.start)
            opened = _APPEAL_OF.search(low, max(s.start, m.start - _LONGEST_APPEAL), m.start)
            if opened is None or CRIMINAL.search(low, s.start, s.end):
                continue
            for aside in _asides(low, m.end, s.end):
                found = _DECIDED_AFTER.match(low, aside, s.end)
                if found is not None and _of_proceeding(low, s.start, s.end):
                    result = "dismissed" if found.group(1) else "allowed"
                    out.append(
                        TribunalAppeal(
                            result, opened.start(), found.end(), (person,), page.sentence_index(m.start)
                        )
                    )
                    break
    return out


# "An appeal by a sacked policeman has failed"
_AN_OFFICERS: Final = re.compile(
    r"\bappeals? (?:of|by|from|brought by|lodged by) (?:an?|the) (?:[\w'-]+ ){0,4}?(?:policeman|policewoman|officer|constable|pc|sergeant|inspector|superintendent|detective|cop)\b"
)


def _of_an_officer(prepared: Prepared) -> list[TribunalAppeal]:
    """Appeals told of an officer by his work alone, in a paper about one officer: "An appeal by a sacked constable has failed"."""
    page, low = prepared.page, prepared.page.low
    if "appeal" not in low or len(prepared.cast.subjects) != 1:
        return []
    out: list[TribunalAppeal] = []
    for at in find_all(low, ("appeal by", "appeal of", "appeal from", "appeal brought", "appeal lodged")):
        s = page.near(at)
        opened = _AN_OFFICERS.match(low, at, s.end)
        if opened is None or CRIMINAL.search(low, s.start, s.end):
            continue
        following = page.sentences[min(page.sentence_index(at) + 1, len(page.sentences) - 1)]
        if not _of_proceeding(low, s.start, following.end):
            continue
        for aside in _asides(low, opened.end(), s.end):
            found = _DECIDED_AFTER.match(low, aside, s.end)
            if found is not None:
                result = "dismissed" if found.group(1) else "allowed"
                subject = (prepared.cast.subjects[0],)
                out.append(TribunalAppeal(result, at, found.end(), subject, page.sentence_index(at)))
                break
    return out


def _asides(low: str, start: int, end: int) -> list[int]:
    """Where the verb may stand after a name: behind a clause between commas, the last comma first, or at once."""
    against = _AGAINST.match(low, start, end)
    if against is not None or not low.startswith((", ", " ("), start):
        return [start if against is None else against.end()]
    out, at = [], low.find(", ", start + 2, end)
    while at != -1:
        out.append(at)
        at = low.find(", ", at + 2, end)
    return out[::-1]


_AGAINST: Final = re.compile(
    r" against (?:(?:his|her|their|the) )?(?:dismissal|sacking|outcome|finding|sanction|decision)\b[^,.;]{0,50}?(?= (?:was|were|has|had|failed|succeeded)\b)"
)
_LONGEST_APPEAL: Final = 40  # characters


# A job that is only asked for or refused.
UNGIVEN: Final = re.compile(
    r"(?:n't|\b(?:not|never|no|cannot|"
    + MODAL_MAY
    + r"|might|could|if|whether|bid to|fight to|battle to|hopes? to|seek\w* to|fail\w* to|refus\w+ to|wants? to|asks? to))\b[^.;]{0,30}\Z"
)


def _is_tribunals(prepared: Prepared, hearings: list[Hearing]) -> bool:
    """Whether the page is a tribunal's own decision: it is headed with the tribunal's name and tells one case."""
    if sum(p.region is not None for p in prepared.cast.subjects) > 1:
        return False
    page, news = prepared.page, prepared.masthead.kind == "news"
    heads = [h for h in hearings if h.kind == "appeal_tribunal" and h.full]
    for line in page.lines[:4]:
        start = line.start + 7 * page.low.startswith("in the ", line.start)
        if any(h.start == start and (not news or line.end - h.end < 3) for h in heads):
            return True
    return False


def _appellants(prepared: Prepared) -> tuple[Person, ...]:
    """Whose appeal a tribunal's own decision is about."""
    return tuple(p for p in prepared.cast.subjects if p.role == "subject")[:1]


_REVIEW: Final = re.compile(
    r"\bewhc\b|\bewca civ\b|\badministrative court\b|\bjudicial review\b|\bhigh court of justice\b|\b(?:queen|king)'s bench\b"
)


def is_review(prepared: Prepared) -> bool:
    """Whether the page is a court's judgment on a claim for judicial review."""
    page = prepared.page
    return prepared.masthead.kind == "judgment" and _REVIEW.search(page.low, 0, 1200) is not None


def _of_crime(low: str, sentences: list[Sentence], index: int, at: int) -> bool:
    """Whether the sentences around speak of a court: the appeal is one against a conviction or a sentence."""
    first, last = sentences[max(0, index - 2)], sentences[min(index + 1, len(sentences) - 1)]
    return CRIMINAL.search(low, max(first.start, at - 800), min(last.end, at + 800)) is not None


def _of_proceeding(low: str, start: int, end: int) -> bool:
    words = low[start:end]
    return re.search(
        r"\b(?:panel|hearing|dismissal|tribunal|the decision|outcome|the finding|misconduct|dismissed|sacked|required to resign|reduced (?:in rank|to)|reduction in rank)\b",
        words,
    ) is not None and not CRIMINAL.search(words)
