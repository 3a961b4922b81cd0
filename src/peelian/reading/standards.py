"""Standards: which Standards of Professional Behaviour a page says were breached, or are alleged to be."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.cells import cell_start
from peelian.reading.labels import Field, field_at
from peelian.reading.model import Cited
from peelian.reading.one_of_two_standards import Standard, one_of_two
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.same_standards import with_same
from peelian.reading.scan import Hit

# Everyday phrases that name a standard only where a breach of standards is told.
_BREACH: Final = re.compile(
    r"\bstandards?\b|\bbreach\w*|\brules on\b|\bfailed in (?:terms|his|her|their)\b|\bprofessional behaviour|\bin respect of\b|\bmisconduct (?:was |were )?(?:proven|found|proved) (?:for|in)\b"
)
_CLEARED_BEFORE: Final = re.compile(
    r"\b(?:(?:did|do|does|was|were|had|has|is) not(?! (?:fit|been diligent)\b)|didn't|n't|no (?:separate |)(?:finding|breach)|not find\w*|though not|but not|nor|cleared of|save for|except(?:ing)?|other than|rather than|(?:not (?:found |been |to be )?(?:proven|proved|upheld|breached|established)|unproven)(?= ?:))\b(?:(?!\b(?:but (?!not)|and (?:that )?(?:he|she|they|it|his|her|this) (?:had |has |was |were |did )?(?:breach\w*|in breach|amount\w*|fail\w*|fell)|in breach of|contrary to|was found)\b)[^.;]){0,80}\Z"
)
_CLEARED_AFTER: Final = re.compile(
    r"[^.;,]{0,40}?\b(?:(?:was|were|is|had been|:|had) (?:found )?not (?:to (?:have been|be) |been )?(?:proved|proven|breached|found|made out|upheld)|not (?:proved|proven|breached|made out)|which added nothing|had not been)\b|:? ?(?:not proved|not proven|not breached|(?:was |were )?(?:withdrawn|not pursued|dropped)\b|(?:no evidence (?:was |being )?offered|not relied (?:up)?on)\b)"
)
_ALLEGED_BEFORE: Final = re.compile(
    r"\b(?:alleg\w+|faced|accused|contrary to|said to|it is said|charged|possible (?:breach\w*|failings?)|(?:under investigation|investigated) for|case is that|contends?|if proved|would amount|was put|case against|case to answer|could find|may have|evidence upon which)\b"
)


_FOUND_BEFORE: Final = re.compile(
    r"(?<!if )\b(?:found|proven|proved|upheld|satisfied|ruled|determined|decided|concluded)\b"
)


def find_standards(prepared: Prepared, fields: list[Field]) -> list[Standard]:
    """Every standard that the page tells as breached or alleged to be, in order; cleared ones left out."""
    page, low = prepared.page, prepared.page.low
    out: list[Standard] = []
    last_end = -1
    notice = prepared.masthead.kind in ("hearing_notice", "hearing_outcome")
    for hit in _named(prepared):
        sentence = page.near(hit.start)
        field = field_at(fields, hit.start)
        field = field if field is not None and field.name == "standards" else None
        before = low[max(sentence.start, cell_start(page.text, hit.start), hit.start - 400) : hit.start]
        after = low[hit.end : min(sentence.end, hit.end + 70)]
        chained = hit.start - last_end < 12 and out and _joined(low[last_end : hit.start])
        if field is None and not chained:
            whole = low[sentence.start : sentence.end]
            listed = (
                _listed(page.text, hit)
                and (notice or out or _in_row(prepared, hit) or _introduced(prepared, sentence.line))
            ) or _stands_alone(prepared, hit)
            told = hit.kind == "standard_told" or _found_by_panel(prepared, hit)
            if not _BREACH.search(whole) and not listed and not told and not _in_full(prepared, hit, whole):
                continue
        if (_CLEARED_BEFORE.search(before[-90:]) and "only" not in before[-90:]) or _CLEARED_AFTER.match(
            after
        ):
            state = "cleared"
        else:
            label = low[field.label_start : field.start] if field is not None else ""
            state = (
                "alleged" if re.search("alleged|said to|engaged", label) or _is_alleged(before) else "found"
            )
        last_end = hit.end
        who = _of_line(prepared, hit) or prepared.cast.who(hit.start)
        out.append(Standard(hit.value, hit.start, hit.end, state, who))
    return with_same(prepared, one_of_two(prepared.page, out))


_OPENED: Final = re.compile(r"[\w .'/&-]{0,12}(?::|\))")


def _of_line(prepared: Prepared, hit: Hit) -> tuple[Person, ...]:
    """The subject whose name opens the list in which a standard stands ("Officer 2: use of force; ...", "(PC Lee) use of force")."""
    page = prepared.page
    line = page.lines[bisect_right(page.lines, (hit.start, len(page.low))) - 1]
    named = [
        (m.end, person)
        for person in prepared.cast.subjects
        for m in person.mentions
        if line.start <= m.start and m.end <= hit.start
    ]
    for person in prepared.cast.subjects:  # "Officer 2:" at the head of a list is no mention
        label = (person.label or "").lower()
        at = page.low.rfind(label, line.start, hit.start) if label else -1
        if at >= 0:
            named.append((at + len(label), person))
    if not named:
        return ()
    end, person = max(named, key=lambda n: n[0])
    opens = _OPENED.match(page.low, end, hit.start) is not None and "." not in page.low[end : hit.start]
    return (person,) if opens else ()


# "Found proven, contrary to honesty and integrity", "allegations under orders and instructions".
_WEIGHED: Final = re.compile(
    r"\b(?:prov(?:ed|en)|found|contrary to|allegations?|alleged|charges?|misconduct|admitted|admits|agreed|accept(?:ed|s)|conceded|acknowledged|disputed|denied|denies|panel|hearing|accused|upheld|established)\b"
)


def _in_full(prepared: Prepared, hit: Hit, sentence: str) -> bool:
    """Whether a standard's whole name is told where conduct is weighed, or with a capital in a notice or an outcome list."""
    page = prepared.page
    if hit.kind != "standard" or page.quoted(hit.start):
        return False
    if prepared.masthead.kind in ("hearing_notice", "hearing_outcome") and page.text[hit.start].isupper():
        return True
    whole = " " in page.low[hit.start : hit.end] and hit.value != "use_of_force"
    return whole and _WEIGHED.search(sentence) is not None


def _found_by_panel(prepared: Prepared, hit: Hit) -> bool:
    """Whether a standard's name is what a panel found an act to be ("The first was discreditable conduct")."""
    if hit.value not in _NAMED_ALONE:
        return False
    page = prepared.page
    index = page.sentence_index(hit.start)
    first = page.sentences[max(0, index - 1)]
    last = page.sentences[min(index + 1, len(page.sentences) - 1)]
    low = page.low
    start, end = max(first.start, hit.start - 400), min(last.end, hit.end + 300)
    panel = re.search(r"\b(?:panel|hearing|it) (?:found|held|ruled|concluded|decided|said)\b", low[start:end])
    before = low[max(start, hit.start - 40) : hit.start]
    return panel is not None and _SHOWN.search(before) is not None


_SHOWN: Final = re.compile(
    r"\b(?:was|were|is|amounted to|showed|shows|as|of|(?:lack|want|breach|failure)(?:ed)? of) (?:an? |the |also )?(?:\w+ of )?\Z"
)
# Standards whose names are not everyday words.
_NAMED_ALONE: Final = frozenset(
    {
        "discreditable_conduct",
        "honesty_and_integrity",
        "orders_and_instructions",
        "authority_respect_and_courtesy",
        "challenging_and_reporting_improper_conduct",
    }
)
_PARAPHRASE: Final = re.compile(
    r"\b(?:breach\w*|broke) [^.;]{0,25}standards\b[^.;]{0,60}\b(?:by|for|through|over)\b[^.;]{0,60}\Z"
)


def _named(prepared: Prepared) -> list[Hit]:
    """The standards by name, and "excessive force" where it is told as how standards were breached."""
    low, page = prepared.page.low, prepared.page
    hits = prepared.scan.of("standard")
    more = [
        h
        for h in prepared.scan.of("standard_weak")
        if (
            h.value == "use_of_force"
            and h.end - h.start > 5
            and _PARAPHRASE.search(low, max(0, h.start - 150), h.start)
        )
        or (low[h.start : h.end] in _SHORT and _SHORT_BEFORE.search(low, max(0, h.start - 110), h.start))
    ]
    for h in prepared.scan.of("standard_told"):
        s = page.near(h.start, 200)
        if low.endswith(" or ", s.start, h.start):
            continue  # "had sent or failed to challenge": not said of each
        if _HELD_BEFORE.search(low, s.start, h.start) or _HELD_AFTER.match(low, h.end, s.end):
            more.append(h)
    hits = [h for h in hits if not any(m.start < h.start and h.end <= m.end for m in more)] if more else hits
    named = sorted([*hits, *more]) if more else hits
    return [h for h in named if not _is_preached(prepared, h)]


def _is_preached(prepared: Prepared, hit: Hit) -> bool:
    """Whether a standard is only spoken of in praise: "we all work with honesty and integrity", in a quotation."""
    page = prepared.page
    if not page.quoted(hit.start):
        return False
    sentence = page.near(hit.start, 300)
    return _FALLS_SHORT.search(page.low, sentence.start, sentence.end) is None


_FALLS_SHORT: Final = re.compile(
    r"\b(?:breach\w*|fell|fall|falls|fallen|falling|fail\w*|lack\w*|found|proven?|proved|broke|broken|abus\w+|want of|short of|below|contrary|amount\w*|gross misconduct)\b"
)


# Words that stand for a standard in a list of them ("the standards at stake being integrity and orders").
_SHORT: Final = frozenset(
    "honesty integrity orders instructions duties duty equality diversity fitness".split()
)
_SHORT_BEFORE: Final = re.compile(
    r"\bstandards?\b[^.;\"]{0,40}\b(?:of|for|being|were|are|was|on|about|relating to|concerning|covering|including|namely)\b[^.;\"]{0,60}\Z"
)
_HELD_BEFORE: Final = re.compile(
    r"\b(?:panel|hearing|meeting|tribunal|chair\w*|it)(?: \w+){0,3} (?:found|held|ruled|concluded|decided|determined|satisfied|said|words|put it)\b(?:(?!\bnot\b(?! (?:fit|been diligent))|\bnone\b|\bno\b|\bnor\b|\b(?:could|would|if|whether|he said|she said|admi\w+)\b)[^.;\"]){0,140}\Z"
)
_HELD_AFTER: Final = re.compile(
    r"[^.;\"]{0,60}, (?:the|a) (?:\w+ )?(?:panel|hearing|meeting|tribunal|chair\w*) (?:\w+ )?(?:found|held|ruled|concluded|decided)\b"
)


def _is_alleged(before: str) -> bool:
    """Whether the last word of saying before a standard is one of alleging, not of finding."""
    alleged = found = -1
    for m in _ALLEGED_BEFORE.finditer(before):
        alleged = m.start()
    for m in _FOUND_BEFORE.finditer(before):
        found = m.start()
    return alleged > found


def settle_standards(standards: list[Standard], decided: bool, listed: bool) -> list[Cited[str]]:
    """The standards of one subject: those found breached; those alleged while nothing is ``decided``.

    ``listed`` says that the page is a notice with fields, where the alleged stand for the found ones
    if no other is told.
    """
    found = [s for s in standards if s.state == "found"]
    cleared = {s.value: s.start for s in standards if s.state == "cleared"}
    if not decided or (not found and listed):
        found = found + [s for s in standards if s.state == "alleged"]
    out: dict[str, Cited[str]] = {}
    for s in found:
        if cleared.get(s.value, -1) < s.start or not decided:
            out.setdefault(s.value, Cited(s.value, (s.start, s.end)))
    return list(out.values())


_BESIDES: Final = re.compile(r"\b(?:also|in addition|additionally|further|as well|too)\b")


def own_standards(low: str, standards: list[Standard]) -> list[Standard]:
    """The standards told of one of several officers alone, where that is told after those of all ("5 breach of Confidentiality only")."""
    own = [s for s in standards if len(s.who) == 1 and s.state == "found"]
    shared = [s for s in standards if len(s.who) > 1]
    if not own or not shared or own[0].start < shared[-1].start:
        return standards
    line = low.rfind("\n", 0, own[0].start) + 1
    if _BESIDES.search(low, line, own[0].end + _NEAR_BESIDES):
        return standards
    return [s for s in standards if len(s.who) == 1]


_NEAR_BESIDES: Final = 20  # characters after a standard: "Honesty and Integrity as well"


def _joined(gap: str) -> bool:
    return (
        re.fullmatch(
            r"[\s,;:&*\u2022-]*(?:(?:(?:and |or )?(?:of|on|in|under|to|for|with|also)|and|or|as well as)\b)?[\s,;:*\u2022-]*",
            gap,
        )
        is not None
    )


_CELL_BEFORE: Final = re.compile(
    r"(?:\A|[\n/|;:\t(\u2022*]|  | - |\n ?\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)])[ -]*\Z"
)
_CELL_AFTER: Final = re.compile(r" *(?:[\n/|;,.\t)]|  |and\b|\Z)")


def _listed(text: str, hit: Hit) -> bool:
    """Whether a standard stands alone on its line or in its cell, as in a list or a table."""
    return (
        _CELL_BEFORE.search(text[max(0, hit.start - 12) : hit.start]) is not None
        and _CELL_AFTER.match(text, hit.end) is not None
    )


def _in_row(prepared: Prepared, hit: Hit) -> bool:
    """Whether words stand in a short entry of a list or a row of a table that tells of an officer."""
    return any(
        p.region is not None and p.region[1] - p.region[0] < _SHORT_ENTRY
        for p in prepared.cast.who(hit.start)
    )


_SHORT_ENTRY: Final = 600  # characters


def _stands_alone(prepared: Prepared, hit: Hit) -> bool:
    """Whether a standard in capitals is a remark of its own: "Proved. Confidentiality." or "(Equality and Diversity)"."""
    page, text = prepared.page, prepared.page.text
    if hit.kind != "standard" or not text[hit.start].isupper() or page.quoted(hit.start):
        return False
    outcomes = prepared.masthead.kind == "hearing_outcome"
    if not (outcomes or prepared.scan.of("proceeding") or prepared.scan.of("forum")):
        return False
    return (
        _REMARK_BEFORE.search(text, max(0, hit.start - 60), hit.start) is not None
        and _REMARK_AFTER.match(text, hit.end) is not None
    )


# Other standards may stand between it and the stop or bracket: "(Honesty and Integrity; Use of Force)".
_REMARK_BEFORE: Final = re.compile(
    r"(?:[.(;:][ \n]{0,2}|\n)(?:[A-Z][a-z]+(?:,? (?:and )?[A-Za-z][a-z]+){0,4}[;,] (?:and )?){0,2}\Z"
)
_REMARK_AFTER: Final = re.compile(r" ?(?:[.;)\n]|, [A-Za-z]|\Z)")


# "The allegations relate to:", "The allegations against the officer are as follows:"
_HEADS_LIST: Final = re.compile(r"\ballegations?\b[^.;:]{0,70}:\s*\Z")


def _introduced(prepared: Prepared, line: int) -> bool:
    """Whether a line above, across a list, speaks of standards or breaches."""
    lines, low = prepared.page.lines, prepared.page.low
    for i in range(line - 1, max(-1, line - 14), -1):
        words = low[lines[i].start : lines[i].end]
        if _BREACH.search(words) or _HEADS_LIST.search(words):
            return True
        if len(words) > 70:
            return False
    return False
