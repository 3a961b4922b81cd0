"""Chairs: who presided over a proceeding or decided it alone, and what that person is called."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.chair_fields import Chair, from_fields
from peelian.reading.chair_names import (
    CAPITALISED,
    NAME,
    NO_PANEL,
    TITLE_WORD,
    is_place,
    name_in,
    name_span,
    past_lead,
    role_in,
    without_honours,
)
from peelian.reading.deciders import find_deciders
from peelian.reading.labels import Field
from peelian.reading.model import Span
from peelian.reading.page import Sentence
from peelian.reading.persons import SENIOR, Mention
from peelian.reading.prepared import Prepared
from peelian.reading.scan import Hit
from peelian.reading.sitting import chairs_a_body, in_attendance

_LEAD: Final = re.compile(
    r"[ ,:;(-]*(?:(?:the|an?(?= )|then|force's|acting|temporary|t/|was|is|will be|by|of the day|independent|mr|mrs|ms|miss|dr|sir|dame)\b[ ,:]*)*"
)
_PLAIN_CHAIR: Final = frozenset({"chair", "chairman", "chairwoman", "chairperson"})
_LAWYERS: Final = frozenset({"barrister", "solicitor", "lawyer", "retired judge", "former judge"})
_HEARD: Final = re.compile(r"\b(?:panels?|chair\w*|tribunal|misconduct hearing|disciplinary hearing)\b")
# "his barrister, Ann Lee": who speaks for somebody does not sit
_SOMEBODYS: Final = re.compile(
    r"(?:\b(?:his|her|their|its|your|whose|defen[cs]e|defending|federation|union|officer's|officers'|constable's|sergeant's|inspector's|force's|family's)|[a-z]'s) (?:own |then |former |defence |lead |new )?\Z"
)
# "a panel |led by|", "the hearing, which is |led by|", "decision of a panel, made on 3 May and |led by|"
_PANEL_BEFORE: Final = re.compile(
    r"\b(?:panel|hearing|tribunal|board)(?:, [^.,;]{3,40} and|(?:,? (?:which|that))?(?: (?:was|is|has|had|been|be|being|will|should|not|have|to))*)?,? \Z"
)
_JUST_BEFORE: Final = 70  # characters
# "after an inquiry |led by|", "the case against her was |led by|": whoever looked into it, or put it
_NO_PANEL_BEFORE: Final = re.compile(
    r"\b(?:inquir(?:y|ies)|enquir(?:y|ies)|investigations?|probe|operation|team|squad|unit|review|prosecution|case)\b(?! (?:hearing|panel))(?:(?!\b(?:panel|hearing|tribunal|board|meeting)\b)[^.;,]){0,30}\Z"
)
# "|advised by a| legally qualified person, Ms Lee": who advises a panel does not chair it
_ADVISES: Final = re.compile(
    r"\b(?:advi[sc]ed|advice|assisted|guided|guidance|supported|helped)(?: \w+)? (?:by|from|of)(?: (?:an?|the|its|his|her))?(?: independent)? \Z"
)
_LED: Final = ("led by", "headed by", "conducted by", "overseen by")
# "the solicitor Ann Lee, defending": nor does whoever pleads
_APPEARS: Final = re.compile(
    r"(?: (?:qc|kc))?,? (?:who (?:was |is |had )?)?(?:also )?(?:defending|mitigating|prosecuting|represent(?:s|ed|ing)|acting for|appear(?:ed|ing) for|for (?:the|pc|his|her|mr|ms|mrs)\b)"
)
_CHAIR_TITLE: Final = re.compile(r"(?:panel |tribunal |hearing )?chair(?:man|woman|person)?\b")


def find_chairs(prepared: Prepared, fields: list[Field]) -> list[Chair]:
    """Everybody whom the page says to have presided over a proceeding or decided it, in order."""
    out = from_fields(prepared, fields)
    labelled = [f for f in fields if f.name in ("chair", "chair_role")]
    mentions = sorted((m for p in prepared.cast.persons for m in p.mentions), key=lambda m: m.start)
    for hit in prepared.scan.of("presides"):
        i = bisect_right(labelled, hit.start, key=lambda f: f.label_start) - 1
        if i >= 0 and hit.start < labelled[i].end:
            continue
        near = _in_sentence(prepared, mentions, hit)
        chair = _after(prepared, hit, near) if hit.value == "by" else _before(prepared, hit, near)
        if chair is None and prepared.page.low.startswith(
            ("chairing the ", "presiding over the "), hit.start
        ):
            chair = _before(prepared, hit, near)  # "Ann Lee, chairing the hearing, said"
        if chair is not None:
            out.append(chair)
    out += _by_their_panel(prepared, mentions)
    told = sorted(c.role_span for c in out if c.role_span)
    for hit in prepared.scan.of("chair_role"):
        i = bisect_right(told, (hit.start, hit.end)) - 1
        if hit.value not in ("bench", "boss") and not (i >= 0 and hit.start < told[i][1]):
            chair = _beside(prepared, hit, _in_sentence(prepared, mentions, hit))
            if chair is not None:
                out.append(chair)
    out += [_chair(prepared, d.at, d.name, d.role, d.weight) for d in find_deciders(prepared, mentions)]
    out = [
        c
        for c in out
        if not in_attendance(prepared.page, c.at)
        and not _is_in_the_dock(prepared, c)
        and not (c.role_span is not None and chairs_a_body(prepared.page, c.role_span[1]))
    ]
    out.sort(key=lambda c: c.at)
    return out


# "The hearing |in respect of| T/ACC Ann Lee", "proceedings |against| Superintendent Tom Moss"
_HELD_AGAINST: Final = re.compile(
    r"\b(?:in respect of|in relation to|against|concerning|regarding|into|for|of) (?:an? |the |former |then |temporary |acting |mr |mrs |ms )*(?:[\w/]+ ){0,4}\Z"
)


def _is_in_the_dock(prepared: Prepared, chair: Chair) -> bool:
    """Whether a chair's name is that of a subject against whom a hearing is said to have been."""
    if chair.name_span is None:
        return False
    start, page = chair.name_span[0], prepared.page
    own = any(m.name_start <= start < m.name_end for p in prepared.cast.subjects for m in p.mentions)
    s = page.sentence_at(start)
    return own and _HELD_AGAINST.search(page.low, max(s.start, start - 90), start) is not None


_PANEL_OF: Final = re.compile(r"['\u2019]s (?:\w+ )?(?:panel|tribunal)\b")


def _by_their_panel(prepared: Prepared, mentions: list[Mention]) -> list[Chair]:
    """Whoever a panel is called after: "Mr Lee's panel ruled that"."""
    low = prepared.page.low
    return [
        _chair(prepared, m.start, name_span(prepared, m), None, 2.5)
        for m in mentions
        if m.rank is None and not _subject(m) and _PANEL_OF.match(low, m.name_end)
    ]


def _in_sentence(prepared: Prepared, mentions: list[Mention], hit: Hit) -> list[Mention]:
    """The people named in the sentence of a hit."""
    sentence = prepared.page.near(hit.start)
    first = bisect_left(mentions, sentence.start, key=lambda m: m.start)
    return mentions[first : bisect_left(mentions, sentence.end, key=lambda m: m.start)]


def _after(prepared: Prepared, hit: Hit, mentions: list[Mention]) -> Chair | None:
    """``chaired by X``: the person named after the cue, with the role before or after the name."""
    page = prepared.page
    sentence = page.near(hit.start)
    low = page.low
    word = low[hit.start : hit.end]
    start = (
        hit.start
        if word.startswith(
            ("before ", "with a panel", "before a panel", "led by ", "dismissed by", "sacked by", "fired by")
        )
        else hit.end
    )
    if (
        NO_PANEL.search(low, max(sentence.start, hit.start - 40), min(sentence.end, hit.end + 60))
        and "panel" not in low[sentence.start : sentence.end]
    ):
        return None
    if word in _LED and _NO_PANEL_BEFORE.search(
        low[max(sentence.start, hit.start - _JUST_BEFORE) : hit.start]
    ):
        return None
    if word.startswith("appeared before") and NO_PANEL.search(low, hit.end, min(sentence.end, hit.end + 60)):
        return None
    stop = _clause_end(low, hit.end, min(sentence.end, hit.end + 110))
    role = role_in(prepared, start, stop)
    mention = next((m for m in mentions if hit.end <= m.start < stop and not _subject(m)), None)
    weak = word.startswith(
        (
            "before",
            "appeared before",
            "in front of",
            "led by",
            "headed by",
            "conducted by",
            "held by",
            "with a panel",
            "panel under",
            "board under",
            "tribunal under",
            "sat under",
            "sitting under",
            "dismissed by",
            "sacked by",
            "fired by",
        )
    )
    weak = (
        weak
        and not word.endswith("chaired")  # "before a panel chaired by"
        and _PANEL_BEFORE.search(low[max(sentence.start, hit.start - _JUST_BEFORE) : hit.start]) is None
    )
    # "the tribunal, under Miss Ann Lee KC": nobody else stands between
    direct = (
        mention is not None and mention.start <= hit.end + 4 and " under" in word and not word.startswith("s")
    )
    if (
        weak
        and not direct
        and role is None
        and not (mention and mention.rank is not None and mention.rank.value in SENIOR)
    ):
        return None
    name = name_span(prepared, mention) if mention else None
    if name is None and not weak:
        lead = _LEAD.match(low, hit.end, stop)
        at = lead.end() if lead else hit.end
        near = NAME.match(page.text, past_lead(low, role[1], stop) if role and role[0] <= at else at, stop)
        name = name_in(prepared, near.start(), stop, role) if near else None
    if name is None and role is not None:
        near = NAME.match(page.text, past_lead(low, role[1], stop), stop)
        name = name_in(prepared, near.start(), near.end(), role) if near else None
    if name is None and role is None:
        return None
    title = _CHAIR_TITLE.match(low, hit.start, hit.end)
    if role is None and title is not None:
        role = title.span()
    return _chair(prepared, hit.start, name, role, 3.0 if not weak else 2.0)


def _clause_end(low: str, start: int, stop: int) -> int:
    cut = _CUT.search(low, start, stop)
    return cut.start() if cut is not None else stop


_CUT: Final = re.compile(r";| (?:except|other than|apart from|save for|with the exception)\b")


def _subject(m: Mention) -> bool:
    return m.person is not None and m.person.is_subject


# "made the decision |to refer the case to the IOPC|": no panel's
_NOT_OF_A_CASE: Final = re.compile(
    r" (?:to (?:refer|suspend|charge|investigate|publish|hold|resign|retire|name|leave|step|ask|invite|prosecute|arrest|search|stop)|not to (?:charge|prosecute|name|refer|investigate|appeal))\b"
)


def _before(prepared: Prepared, hit: Hit, mentions: list[Mention]) -> Chair | None:
    """``X, who chaired the panel``: the person named before the cue."""
    page, low = prepared.page, prepared.page.low
    sentence = page.near(hit.start)
    clause = low[max(sentence.start, hit.start - 100) : min(sentence.end, hit.end + 50)]
    if NO_PANEL.search(clause) and not re.search(r"misconduct|panel|tribunal", clause):
        return None
    word = low[hit.start : hit.end]
    if word == "chairs" or (word == "chairing" and low[hit.start - 7 : hit.start] == "person "):
        return None
    if word.endswith(" the decision") and _NOT_OF_A_CASE.match(low, hit.end):
        return None
    if word == "chaired" and low[hit.end : hit.end + 4] == " by ":
        return None
    marked = (" (", " [", ", ") if word == "presiding" else ()  # "Ch Supt Lee (presiding)", whoever he seemed
    before = [
        m
        for m in mentions
        if sentence.start <= m.start
        and m.end <= hit.start
        and (not _subject(m) or low[m.end : hit.start] in marked)
    ]
    if not before:
        opens = word in ("presiding", "chairing") and hit.start - sentence.start < 2
        if (
            opens
            or low[hit.end : hit.end + 2] == ", "
            or word
            in (
                "giving the reasons",
                "giving the panel's",
                "delivering the panel's",
            )
        ):
            nearby = [
                m
                for m in mentions
                if hit.end <= m.start < min(sentence.end, hit.end + 75) and not _subject(m)
            ]
            if nearby:
                return _chair(
                    prepared,
                    hit.start,
                    name_span(prepared, nearby[0]),
                    _role_of(prepared, nearby[0], sentence),
                    2.5,
                )
        return None
    m = before[-1]
    rank = (m.rank.start, m.rank.end) if m.rank is not None else None
    role = _role_of(prepared, m, sentence) or rank
    return _chair(prepared, hit.start, name_span(prepared, m), role, 3.0)


def _beside(prepared: Prepared, hit: Hit, mentions: list[Mention]) -> Chair | None:
    """``The legally qualified chair, X,`` or ``X, the legally qualified chair``."""
    page, low = prepared.page, prepared.page.low
    sentence = page.near(hit.start)
    word = low[hit.start : hit.end]
    if word in _LAWYERS and (
        not _HEARD.search(low, max(0, sentence.start - 120), sentence.end)
        or _SOMEBODYS.search(low, max(sentence.start, hit.start - 40), hit.start)
    ):
        return None
    if "chair" not in word and _ADVISES.search(low, max(sentence.start, hit.start - 40), hit.start):
        return None
    strong = "qualified" in word or word in ("lqc", "lqp") or "panel" in word or "tribunal" in word
    around = low[max(sentence.start, hit.start - 60) : min(sentence.end, hit.end + 60)]
    if NO_PANEL.search(around) and not strong:
        return None
    lead = _LEAD.match(low, hit.end, min(sentence.end, hit.end + 40))
    at = lead.end() if lead else hit.end
    m = next(
        (
            m
            for m in mentions
            if m.start <= at <= m.name_start + 1 and not _subject(m) and m.name_start >= hit.end
        ),
        None,
    )
    if m is not None and word in _LAWYERS and _APPEARS.match(low, m.end, sentence.end):
        return None
    if m is not None:
        return _chair(
            prepared, hit.start, name_span(prepared, m), (hit.start, hit.end), 3.0 if strong else 1.0
        )
    near = (
        NAME.match(page.text, at, sentence.end)
        if strong or word in ("chair", "chairman", "chairwoman", "chairperson")
        else None
    )
    if (
        near is not None
        and " " in near.group(1)
        and not TITLE_WORD.search(near.group(1))
        and not is_place(prepared, *near.span(1))
    ):
        name = without_honours(page.text, *near.span(1))
        if low[hit.end : hit.end + 2] not in (". ",):
            return _chair(prepared, hit.start, name, (hit.start, hit.end), 2.5 if strong else 0.8)
    for m in reversed(mentions):
        if m.end <= hit.start and m.start >= sentence.start and not _subject(m):
            gap = low[m.end : hit.start]
            if re.fullmatch(
                r"(?: (?:qc|kc))?,? (?:\(|(?:who is |who was |is |was )?(?:as )?(?:the |a |an |its |their |panel's |independent )*)?",
                gap,
            ):
                plain = word in _PLAIN_CHAIR and m.rank is not None and m.rank.value in SENIOR
                own = role_in(prepared, m.start, m.name_start) if plain else None
                return _chair(
                    prepared,
                    m.start,
                    name_span(prepared, m),
                    own or (hit.start, hit.end),  # "Chief Constable Lee, as chair": the rank says more
                    3.0 if strong or gap.endswith("(") or " as " in gap else 1.0,
                )
            break
    before_name = re.search(
        rf"\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame)\.? )?({CAPITALISED}(?: {CAPITALISED}){{1,2}})(?:,? (?:the |a |an |its |their |\()|, )\Z",
        page.text[max(sentence.start, hit.start - 50) : hit.start],
    )
    if strong and before_name and not TITLE_WORD.search(before_name.group(1)):
        base = max(sentence.start, hit.start - 50)
        return _chair(
            prepared,
            hit.start,
            (base + before_name.start(1), base + before_name.end(1)),
            (hit.start, hit.end),
            2.5,
        )
    if strong and re.search(
        r"(?:\b(?:before|by|under|with|had|having|have|has|there (?:was|is)|used?)|[,:]) (?:an? |the )?\Z",
        low[max(sentence.start, hit.start - 16) : hit.start],
    ):
        return _chair(prepared, hit.start, None, (hit.start, hit.end), 0.5)
    return None


def _role_of(prepared: Prepared, m: Mention, sentence: Sentence) -> Span | None:
    """The rank before a name, or the title that follows it."""
    if m.rank is not None and m.rank.value in SENIOR:
        return role_in(prepared, m.start, m.name_start) or (m.rank.start, m.rank.end)
    person = m.person
    after = role_in(prepared, m.end, min(sentence.end, m.end + 45))
    if after is not None:
        return after
    before = role_in(prepared, max(sentence.start, m.start - 30), m.start)
    if before is not None:
        return before
    if person is not None and person.rank is not None and person.rank.value in SENIOR:
        return person.rank.start, person.rank.end
    return None


def _chair(prepared: Prepared, at: int, name: Span | None, role: Span | None, weight: float) -> Chair:
    text = prepared.page.text
    who = prepared.cast.who(at)
    if name is not None and prepared.scan.between("body", name[0] - 1, name[1]):
        name = None  # "overseen by the IOPC": no person
    if name is not None and any(name[0] == m.name_start for p in who for m in p.mentions):
        who = ()  # nobody sits on his own case
    return Chair(
        at, text[name[0] : name[1]] if name else None, name, text[role[0] : role[1]] if role else None, role,
        who, prepared.page.sentence_index(at), False, weight,
    )  # fmt: skip
