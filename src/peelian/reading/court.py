"""The family `court`: offences, courts, sentences and orders of each subject, and appeals in criminal cases."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.cautions_not_given import not_given
from peelian.reading.changed_orders import change_orders
from peelian.reading.courts import Courts, court_before, headings, name_courts, read_courts, sole_court
from peelian.reading.criminal_appeals import read_criminal_appeal
from peelian.reading.earlier_terms import without_earlier
from peelian.reading.model import Cited, OffenceDraft, Span, SubjectDraft
from peelian.reading.no_officers import is_of_outsider
from peelian.reading.offences import read_offences
from peelian.reading.orders import read_orders
from peelian.reading.owner import Owners
from peelian.reading.persons import Person
from peelian.reading.prepared import Drafts, Prepared
from peelian.reading.scan import Hit
from peelian.reading.sentence_days import read_sentenced_on
from peelian.reading.sentences import read_sentences
from peelian.reading.term_reading import read_terms
from peelian.reading.terms import CUSTODY, Term


def read_court(prepared: Prepared, drafts: Drafts) -> None:
    """Fill ``offences``, ``courts``, ``sentenced_on``, ``sentences``, ``orders`` and a criminal ``appeal``."""
    owners = Owners(prepared)
    terms = [
        t
        for t in read_terms(prepared, owners)
        if t.kind != "caution" or not not_given(prepared.page, t.start, t.end)
    ]
    _give_the_lead(prepared, terms)
    sentenced, cautioned = _sentenced(prepared.page.low, terms)
    offences = read_offences(prepared, owners, sentenced, cautioned)
    named = name_courts(prepared)
    terms_of: dict[Person, list[Term]] = {}
    for term in terms:
        for person in term.who:
            terms_of.setdefault(person, []).append(term)
    appeals_of: dict[Person, list[Hit]] = {}
    courts_of_appeal = [h for h in named.hits if h.value == "Court of Appeal"]
    quashed = [h for h in prepared.scan.of("stage") if h.value == "quashed"]
    for hit in [
        *(h for h in prepared.scan.of("appeal_word") if h.value == "word"),
        *courts_of_appeal,
        *quashed,
    ]:
        for person in prepared.cast.who(hit.start):
            appeals_of.setdefault(person, []).append(hit)
    criminal = [p for p in drafts if offences.get(p)]
    printed = any(p.party_number is not None for p in prepared.cast.subjects)
    for person, draft in drafts.items():
        if person.role == "background":
            continue
        draft.offences = offences.get(person, [])
        own = without_earlier(prepared, person, terms_of.get(person, []))
        if person.party is not None or not printed:  # the appeal is theirs whom the heading prints
            _read_appeal(prepared, draft, appeals_of.get(person, []))
        draft.courts = read_courts(prepared, named, person, criminal == [person])
        if (
            not draft.offences and not own
        ):  # "Obi was jailed at Leeds Crown Court": that court is not the officer's
            draft.courts = [c for c in draft.courts if not _is_others(prepared, c)]
        if not draft.courts and any(_went_to_court(prepared, o) for o in draft.offences):
            draft.courts = court_before(prepared, named, min(o.title.spans[0][0] for o in draft.offences))
            if not _lies_in_reach(person, draft.courts, prepared):
                draft.courts = []  # a court of the section before, about somebody else
            draft.courts = draft.courts or sole_court(named, person)
        if not _cleared(prepared, draft, own):
            draft.sentences = read_sentences(prepared, own, _counts(draft))
            draft.orders = read_orders(prepared, own, bool(_counts(draft)))
            change_orders(prepared, (person,), draft.orders)
        _without_requirements(draft)
        if draft.orders or any(s.kind.value != "caution" for s in draft.sentences):
            draft.sentenced_on = read_sentenced_on(prepared, own)
    _without_others_appeals(drafts)
    _from_headings(prepared, named, drafts)
    _share_days(prepared, drafts)


# What goes with a suspended sentence or a community order, and falls with it.
_REQUIREMENTS: Final = frozenset(
    {"unpaid_work", "rehabilitation_activity", "programme", "supervision", "curfew"}
)


def _without_requirements(draft: SubjectDraft) -> None:
    """Whoever is sent to prison on appeal in place of a suspended sentence has none of its requirements left."""
    varied = draft.appeal is not None and draft.appeal.result.value == "varied"
    if varied and any(s.kind.value == "imprisonment" for s in draft.sentences):
        draft.orders = [o for o in draft.orders if o.kind.value not in _REQUIREMENTS]


_LEAD: Final = 5  # sentences, the headline among them
# "A man who abused his wife while he was serving with Kent Police": somebody with police work, whom the story will name.
_SOMEBODY: Final = re.compile(
    r"\W*(?:an?|one) [^.;]{0,120}?\b(?:(?:while|whilst|when) (?:(?:he|she) (?:was|worked|served)|serving|working|employed|on duty)"
    r"|(?:former|ex-|serving|retired|off-duty) (?:police|detective|officer|constable|sergeant|pc\b)|control room|police (?:officer|worker|clerk|employee|volunteer))\b"
)


def _give_the_lead(prepared: Prepared, terms: list[Term]) -> None:
    """ "A man who stalked his partner has been jailed for four years": nobody is named yet, and one officer will be.

    The term is the one subject's, if no other of custody is.
    """
    subjects = [p for p in prepared.cast.subjects if p.role != "background"]
    custody = [t for t in terms if t.kind in CUSTODY and t.length is not None]
    if len(subjects) != 1 or any(t.who for t in custody):
        return
    named = sorted(m.start for p in prepared.cast.persons for m in p.mentions)
    for term in custody:
        start = prepared.page.sentences[term.sentence].start
        if (
            term.sentence < _LEAD
            and bisect_left(named, start) == bisect_left(named, term.start)
            and _SOMEBODY.match(prepared.page.low, start)
            and not is_of_outsider(prepared.page.low, start, term.start)
        ):
            term.who = (subjects[0],)
            return


def _without_others_appeals(drafts: Drafts) -> None:
    """Whoever is told of no crime has no criminal appeal, where the page tells of one of somebody who was tried: a witness."""
    tried = [d for d in drafts.values() if d.appeal is not None and d.offences]
    for draft in drafts.values() if tried else ():
        if draft.appeal is not None and not draft.offences and not draft.sentences:
            draft.appeal = None
            draft.courts = [c for c in draft.courts if not c.value.startswith("Court of Appeal")]


def _is_others(prepared: Prepared, court: Cited[str]) -> bool:
    """Whether a court is named only where the page tells what became of somebody outside the police."""
    ends = prepared.others_ends
    return bool(ends) and all(any(a <= at < b for a, b in ends) for at, _ in court.spans)


# How a charge ends that had come before a court: others end at the prosecutors' desk.
_ENDED_IN_COURT: Final = re.compile(
    r"\b(?:offer\w*|withdr\w+|dropp\w+|file|proceed\w*|pursued|stayed|dismissed|thrown|collaps\w+|halted|abandon\w*|quash\w*)\b"
)


def _went_to_court(prepared: Prepared, offence: OffenceDraft) -> bool:
    """Whether an offence came before a court: it was not only alleged, nor left without a charge."""
    if offence.stage.value == "discontinued":
        low = prepared.page.low
        return any(_ENDED_IN_COURT.search(low, a, b) for a, b in offence.stage.spans)
    return offence.stage.value not in ("alleged", "cautioned")


def _from_headings(prepared: Prepared, named: Courts, drafts: Drafts) -> None:
    """Give everybody in a section of a court round-up the court of its heading, and its day."""
    heads = headings(prepared, named)
    if not heads:
        return
    ends = [end for end, _, _ in heads]
    for draft in drafts.values():
        places = [o.offence.spans[0][0] for o in draft.offences] + [
            x.kind.spans[0][0] for x in draft.sentences
        ]
        i = bisect_right(ends, min(places)) - 1 if places else -1
        if i < 0:
            continue
        _, hit, day = heads[i]
        if hit.value not in [c.value for c in draft.courts]:
            draft.courts.insert(0, Cited(hit.value, (hit.start, hit.end)))
        if draft.sentenced_on is None and draft.sentences and day is not None and len(draft.courts) == 1:
            draft.sentenced_on = Cited(day.value, *day.spans)


def _share_days(prepared: Prepared, drafts: Drafts) -> None:
    """Those sentenced in one case are sentenced on one day: a day told for one of them is the others' too."""
    sentenced = [
        d for d in drafts.values() if d.sentences and d.courts and d.sentences[0].kind.value != "caution"
    ]
    entry = {
        id(d): person.region for person, d in drafts.items()
    }  # each of a court's list has a day of its own
    sentenced.sort(key=_sentenced_at)
    for draft in sentenced:
        if draft.sentenced_on is not None:
            continue
        place, start = draft.courts[-1].value, _sentenced_at(draft)
        first = bisect_right(sentenced, start - 600, key=_sentenced_at)
        last = bisect_left(sentenced, start + 600, key=_sentenced_at)
        beside = [
            d.sentenced_on
            for d in sentenced[first:last]
            if d.sentenced_on is not None
            and len(d.sentenced_on.value) > _A_YEAR  # "DI Lee, jailed in 2001": long before the others
            and d.courts[-1].value == place
            and entry[id(d)] == entry[id(draft)]
        ]
        if beside and len({d.value for d in beside}) == 1 and not _is_before(prepared, beside[0]):
            draft.sentenced_on = Cited(beside[0].value, *beside[0].spans)


_HAD_BEEN: Final = re.compile(r"\b(?:had|has) (?:\w+ )?been\b[^.;]*\Z")


def _is_before(prepared: Prepared, day: Cited[str]) -> bool:
    """Whether a day is that of one sentenced before: "his colleague |had been| fined in June"."""
    at = day.spans[0][0]
    s = prepared.page.sentence_at(at)
    return _HAD_BEEN.search(prepared.page.low, max(s.start, at - 150), at) is not None


_A_YEAR: Final = 4  # characters


def _sentenced_at(draft: SubjectDraft) -> int:
    """Where the words of a subject's sentence stand."""
    return draft.sentences[0].kind.spans[0][0]


def _counts(draft: SubjectDraft) -> dict[str, int]:
    """How many counts of each offence the subject was convicted of (one where not told)."""
    return {
        o.offence.value: o.count.value if o.count is not None else 1
        for o in draft.offences
        if o.stage.value == "convicted"
    }


def _lies_in_reach(person: Person, courts: list[Cited[str]], prepared: Prepared) -> bool:
    """Whether no section of another officer holds a court that was named before a person's own section."""
    if person.region is None:
        return True
    others = [p.region for p in prepared.cast.subjects if p is not person and p.region is not None]
    return not any(
        start < person.region[0] and a <= start < b for c in courts for start, _ in c.spans for a, b in others
    )


def _read_appeal(prepared: Prepared, draft: SubjectDraft, words: list[Hit]) -> None:
    """Set a criminal appeal; one that was allowed turns convictions into acquittals."""
    tried = any(o.stage.value in ("convicted", "acquitted") for o in draft.offences)
    draft.appeal = read_criminal_appeal(prepared, words, tried)
    if draft.appeal is None or draft.appeal.result.value != "allowed":
        return
    if _quashed_in_part(prepared, draft):
        draft.appeal.result = Cited("varied", *draft.appeal.result.spans)
    else:
        again = _tried_again(prepared, draft)
        for offence in draft.offences:
            if offence.stage.value == "convicted" or (again and offence.stage.value == "acquitted"):
                offence.stage = Cited("charged" if again else "acquitted", *draft.appeal.result.spans)


# "The conviction was quashed and |a retrial ordered|": the charge stands, and nobody is cleared of it
_RETRIAL: Final = re.compile(
    r"(?<!no )(?<!any )(?<!a possible )\b(?:retrial|re-trial|(?:second|new|fresh) trial)\b(?! (?:was|will be|has been|is) (?:not|refused|ruled out)| will not)(?! \w+ not\b)"
)
_NO_RETRIAL: Final = re.compile(
    r"\b(?:no|not|without|against|ruled out|refused|declined|never|nor|acquitted|cleared|not guilty)\b[^.;]{0,40}\Z"
)


def _tried_again(prepared: Prepared, draft: SubjectDraft) -> bool:
    """Whether a conviction fell and the same charge is to be tried again."""
    if draft.appeal is None or any(
        o.stage.value == "acquitted" and not _fell(prepared, o) for o in draft.offences
    ):
        return False
    low, page = prepared.page.low, prepared.page
    for start, _ in draft.appeal.result.spans:
        index = page.sentence_index(start)
        around = page.sentences[max(0, index - 1) : index + 3]
        for found in _RETRIAL.finditer(low, around[0].start, around[-1].end):
            s = page.sentence_at(found.start())
            if not _NO_RETRIAL.search(low, s.start, found.start()):
                return True
    return False


def _fell(prepared: Prepared, offence: OffenceDraft) -> bool:
    """Whether an acquittal is told by words of an appeal."""
    words = ("quash", "overturn", "set aside", "unsafe", "appeal", "stand")
    return any(w in prepared.page.low[a:b] for a, b in offence.stage.spans for w in words)


def _quashed_in_part(prepared: Prepared, draft: SubjectDraft) -> bool:
    """Whether one conviction is said to be quashed and another stands."""
    low = prepared.page.low
    quashed = [a for o in draft.offences for a, b in o.stage.spans if "quash" in low[a:b]]
    return (
        bool(quashed)
        and any(o.stage.value == "convicted" for o in draft.offences)
        and _STANDS.search(low, max(0, quashed[-1] - 2000), quashed[-1] + 2000) is not None
    )


_STANDS: Final = re.compile(
    r"\bcounts? [\w, ]{1,20} (?:stands?|is safe|are safe|remains?)\b|\b(?:conviction|convictions|appeal)(?: \w+){0,6} (?:stands?|is safe|remains?|undisturbed|is dismissed|was dismissed|upheld)\b"
)


def _cleared(prepared: Prepared, draft: SubjectDraft, own: list[Term]) -> bool:
    """Whether no charge led to a conviction that stands: that leaves nothing of a sentence."""
    if not draft.offences and draft.appeal is not None and draft.appeal.result.value == "allowed":
        return True  # "conspiring to do a thing that no list knows": the conviction fell, and its sentence with it
    if (
        draft.appeal is not None
        and draft.appeal.result.value == "allowed"
        and not any(o.stage.value in ("convicted", "cautioned") for o in draft.offences)
    ):
        return True  # to be tried again, perhaps
    if not draft.offences or any(o.stage.value not in ("acquitted", "discontinued") for o in draft.offences):
        return False
    if not any(len(t.who) == 1 for t in own):
        return True  # the sentence told of several is not that of whoever was acquitted
    if any(o.stage.value != "acquitted" for o in draft.offences):
        return False
    low = prepared.page.low
    told = " ".join(low[a:b] for o in draft.offences for a, b in o.stage.spans)
    return any(
        word in told
        for word in ("quash", "overturn", "set aside", "unsafe", "appeal", "thrown out", " out ", "stand")
    )


# "assaulting a boy in custody" is in police cells, "six months in custody" and "will go into custody" are not.
_HELD: Final = re.compile(r"(?:(?:in|of) )?(?:custody|detention)")
_PASSED: Final = re.compile(
    r"\b(?:sentenc|jail|gaol|imprison|spar|avoid|escap|dodg|lock|judge|recorder|magistrates?|court|term|immediate|years?|months?|weeks?)\w*\b[^.;]*\Z"
)


_ONLY_FACED: Final = re.compile(
    r"\b(?:faces?|facing|could (?:face|receive|get|be given)|may (?:face|receive)|liable to) (?:an? |the )?(?:\w+ )?(?:maximum |possible |long |lengthy |prison |jail |custodial )*\Z"
)
_REMANDED: Final = re.compile(r"\bremand[^.;]*\Z")


def _sentenced(low: str, terms: list[Term]) -> tuple[dict[Person, Span], dict[Person, Span]]:
    """By which words each subject is told to have been sentenced, and cautioned."""
    sentenced: dict[Person, Span] = {}
    cautioned: dict[Person, Span] = {}
    for term in sorted(terms, key=lambda t: len(t.who)):  # what is told of one person alone comes first
        if term.length is None and (
            low.startswith("detain", term.start)
            or (
                _HELD.fullmatch(low, term.start, term.end)
                and not _PASSED.search(low, term.start - 90, term.start)
            )
        ):
            continue  # by the police
        if (
            term.length is None
            and term.kind in CUSTODY
            and _REMANDED.search(low, max(0, term.start - 60), term.start)
        ):
            continue  # "the judge remanded him in custody": to wait for the trial
        if term.cue == "penalty" and _ONLY_FACED.search(low, max(0, term.start - 60), term.start):
            continue  # "faces a |sentence of| up to ten years"
        if term.cue == "penalty" and term.kind not in ("minimum", "spared"):
            for person in term.who:
                (cautioned if term.kind == "caution" else sentenced).setdefault(
                    person, (term.start, term.end)
                )
    return sentenced, cautioned
