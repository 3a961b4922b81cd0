"""Offences of each subject: the same charge told twice becomes one record, the more exact telling wins."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.charges import RANK, Charge
from peelian.reading.counted_charges import PLACES
from peelian.reading.deeds_pleaded import settle_deeds, settle_verdicts
from peelian.reading.deeds_told_in_court import plea_to_deed, told_in_court
from peelian.reading.model import Cited, OffenceDraft, Span
from peelian.reading.offence_records import Record
from peelian.reading.one_of_them import of_one_of_them
from peelian.reading.owner import Owners
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.short_names import settle_short_names
from peelian.reading.stages import ChargeReader

_VIOLENCE: Final = frozenset(
    """abh gbh gbh_with_intent wounding strangulation assault_emergency_worker attempted_murder murder manslaughter
    racially_aggravated sexual_assault sexual_assault_of_child rape assault_by_penetration false_imprisonment
    controlling_or_coercive_behaviour public_order common_assault""".split()
)
_SEXUAL: Final = frozenset(
    """rape attempted_rape rape_of_child sexual_assault sexual_assault_of_child assault_by_penetration child_sexual_activity
    inciting_child_sexual_activity abuse_of_trust_sexual sexual_activity_other voyeurism exposure""".split()
)
_IMAGES: Final = frozenset(
    """indecent_photographs_making indecent_photographs_taking indecent_photographs_distributing
    indecent_photographs_possessing prohibited_images extreme_pornography""".split()
)
_DATA: Final = frozenset(
    {"data_protection", "computer_misuse", "misconduct_in_public_office", "official_secrets"}
)
_DISHONEST: Final = frozenset(
    "theft fraud fraud_by_false_representation burglary robbery handling_stolen_goods false_accounting money_laundering".split()
)
_COERCION: Final = frozenset(
    """harassment stalking malicious_communications grossly_offensive_messages controlling_or_coercive_behaviour breach_of_order
    witness_intimidation threats_to_kill""".split()
)
_DRIVING: Final = frozenset(
    """drink_driving drug_driving failing_to_provide_specimen dangerous_driving careless_driving causing_death_by_dangerous_driving
    causing_death_by_careless_driving causing_serious_injury_by_driving""".split()
)
# A plain or general word gives way to an exact name of the same family.
_GIVES_WAY_TO: Final[dict[str, frozenset[str]]] = {
    "common_assault": _VIOLENCE,
    "sexual_assault": _SEXUAL,
    "rape": _SEXUAL,
    "child_sexual_activity": _SEXUAL | {"sexual_communication_with_child", "grooming"},
    "sexual_activity_other": _SEXUAL
    | _IMAGES
    | {"sexual_communication_with_child", "grooming", "indecent_photographs"},
    "driving_other": _DRIVING | {"speeding", "no_insurance", "failing_to_stop"},
    "indecent_photographs": _IMAGES,
    "indecent_photographs_making": _IMAGES,
    "indecent_photographs_possessing": _IMAGES,
    "computer_misuse": _DATA,
    "data_protection": _DATA,
    "theft": _DISHONEST,
    "fraud": _DISHONEST,
    "harassment": _COERCION,
    "stalking": _COERCION,
    "malicious_communications": _COERCION,
    "murder": frozenset({"murder", "manslaughter", "attempted_murder"}),
    "drink_driving": _DRIVING,
    "grooming": _SEXUAL | {"sexual_communication_with_child"},
    "dangerous_driving": _DRIVING,
    "careless_driving": _DRIVING,
}
# General names that an exact one of another id replaces even when both are names of offences.
_GENERAL: Final[dict[str, frozenset[str]]] = {
    "indecent_photographs": _IMAGES,
    "fraud": frozenset({"fraud_by_false_representation"}),
}


def read_offences(
    prepared: Prepared, owners: Owners, sentenced: dict[Person, Span], cautioned: dict[Person, Span]
) -> dict[Person, list[OffenceDraft]]:
    """The offences of each subject, in the order of their first words.

    ``sentenced`` and ``cautioned`` hold the words by which a subject is told to have been sentenced or
    cautioned: whoever is sentenced was convicted.
    """
    reader = ChargeReader(prepared, owners)
    charges = reader.read()
    settle_short_names(prepared.page.low, prepared.scan, charges)
    settle_deeds(prepared, charges)
    settle_verdicts(prepared, charges)
    out: dict[Person, list[OffenceDraft]] = {}
    by_person: dict[Person, list[Charge]] = {}
    _give_to_owners(charges)
    suspected = _suspected(prepared, charges)
    for charge in charges:
        for person in charge.who:
            by_person.setdefault(person, []).append(charge)
    for person in prepared.cast.subjects:
        own = by_person.get(person) or _of_the_investigated(prepared, suspected, person)
        plea = _labelled_plea(prepared, person)
        if plea is not None:
            stage, at = _ended(prepared, person) or ("charged", plea[1])
            for charge in own:
                if charge.stage is None and charge.strong and not charge.headline:
                    charge.stage, charge.stage_spans = stage, [at]
            if plea[0] == "guilty":
                sentenced = {person: plea[1], **sentenced}
        records = _records(own, person, sentenced, cautioned, prepared.page)
        if plea is not None and plea[0] is not None:
            for record in records:
                if record.plea is None and record.stage not in ("alleged", "cautioned"):
                    record.plea, record.plea_spans = plea[0], [plea[1]]
        default = reader.told.default_plea.get(person)
        if default is not None:
            for record in records:
                if record.plea is None and record.stage not in ("alleged", "cautioned"):
                    record.plea, record.plea_spans = default[0], [default[1]]
        out[person] = [d for d in (_draft(r, prepared.page.text) for r in records) if d is not None]
    return out


_PLEA: Final = re.compile(r"\W*(?:(?P<guilty>guilty|admitted)|(?P<denied>not guilty|denied|not admitted))\b")


def _labelled_plea(prepared: Prepared, person: Person) -> tuple[str | None, Span] | None:
    """What an entry's own label says of the plea ("Plea: Guilty"), and the words; what stands beside was charged."""
    value = person.fields.get("plea")
    if value is None:
        return None
    found = _PLEA.match(prepared.page.low, *value)
    if found is None:
        return None, value
    return ("guilty" if found.group("guilty") else "not_guilty"), value


def _ended(prepared: Prepared, person: Person) -> tuple[str, Span] | None:
    """How an entry with a plea says that its charges ended without a conviction, and the words."""
    if person.region is None:
        return None
    plea = person.fields["plea"]
    found = [
        h
        for h in prepared.scan.between("stage", *person.region)
        if h.value in ("acquitted", "discontinued") and not plea[0] <= h.start < plea[1]
    ]
    return (found[0].value, (found[0].start, found[0].end)) if found else None


def _suspected(prepared: Prepared, charges: list[Charge]) -> list[Charge]:
    """The one allegation of crime that an oversight report names, or the list of them in one sentence; else nothing."""
    if prepared.masthead.kind != "oversight_release":
        return []
    named = [c for c in charges if c.strong and (c.stage == "alleged" or c.by_noun or (c.who and c.stage))]
    first = [c for c in named if c.sentence == named[0].sentence]
    if sum(p.criminal is not None for p in prepared.cast.subjects) > 1 and any(
        of_one_of_them(prepared.page.low, prepared.page.sentences[c.sentence].start, c.start) for c in first
    ):
        return []  # "we interviewed all four and one, the constable who ..., under criminal caution for"
    ids = {c.offence for c in named}
    if ids - {c.offence for c in first} or (len(ids) > 1 and any(c.who for c in named)):
        return []
    return first


def _of_the_investigated(prepared: Prepared, suspected: list[Charge], person: Person) -> list[Charge]:
    """What an officer without a charge was suspected of, in an oversight report that tells of a criminal matter of his.

    "Two of them were interviewed under caution for suspected offences under the Data Protection Act ... The CPS
    decided that neither should be charged": the one allegation of crime that the report names is theirs.
    """
    if not suspected or not person.criminal:
        return []
    scan, low = prepared.scan, prepared.page.low
    ended = [
        h for start, end in person.criminal for h in scan.between("stage", start, end) if h.value in _ENDED
    ]
    neither = [m.span() for start, end in person.criminal if (m := _NEITHER.search(low, start, end))]
    if ended:
        stage, at = ended[0].value, (ended[0].start, ended[0].end)
    else:
        stage, at = ("discontinued", neither[0]) if neither else ("alleged", person.criminal[0])
    anchors = sorted(p.anchor for p in prepared.cast.subjects)
    own = [
        c.like(c.sentence, (person,), group=c.group)
        for c in suspected
        if _nearest(prepared, anchors, c) in (None, person.anchor)
    ]
    for charge in own:
        charge.stage, charge.stage_spans = stage, [at]
    return own


_ENDED: Final = ("discontinued", "acquitted")
_NEITHER: Final = re.compile(
    r"\bneither\b[^.;]{0,80}\b(?:should|would|will|could) (?:be (?:charged|prosecuted)|face (?:charges|prosecution))\b"
)


def _nearest(prepared: Prepared, anchors: list[int], charge: Charge) -> int | None:
    """The officer told of last in the sentence before a charge ("one had committed ... and four others had ...")."""
    i = bisect_left(anchors, charge.start) - 1
    return anchors[i] if i >= 0 and anchors[i] >= prepared.page.sentences[charge.sentence].start else None


def _give_to_owners(charges: list[Charge]) -> None:
    """A charge told of several people is theirs alone of whom the page tells the same offence singly.

    "Two officers were disciplined and a third was convicted of theft": the theft is the third's, of whom
    it is told again by name.
    """
    owners: dict[str, set[Person]] = {}
    for charge in charges:
        if len(charge.who) == 1 and charge.stage is not None:
            owners.setdefault(charge.offence, set()).update(charge.who)
    for charge in charges:
        if len(charge.who) > 1:
            own = tuple(p for p in charge.who if p in owners.get(charge.offence, ()))
            if own:
                charge.who = own


def _records(
    own: list[Charge],
    person: Person,
    sentenced: dict[Person, Span],
    cautioned: dict[Person, Span],
    page: Page,
) -> list[Record]:
    told = [c for c in own if c.stage is not None and not c.headline]
    if not told:
        told = [c for c in own if c.stage is not None]
        told += _named_in_full(own, told)
    if not told and (person in sentenced or person in cautioned):
        told = _by_disposal(own, person, sentenced, cautioned)
        if not told and person in sentenced:
            told = _deeds(own, person, sentenced[person], page)
    _cleared_in_plain_words(told, page)
    _denied_in_plain_words(told)
    told = [c for c in told if not _gives_way(c, told)]
    told = [c for c in told if not c.used]
    records: list[Record] = []
    for charge in sorted(told, key=lambda c: (RANK[c.stage or "alleged"] < 2, c.start)):
        home = next((r for r in records if r.takes(charge) and not _is_beyond(r, charge, page)), None)
        if home is None:
            records.append(Record(charge))
        else:
            home.add(charge)
    # an offence named without a frame can still lend its number to the record
    for charge in own:
        if (
            charge.stage is None
            and not charge.headline
            and charge.count is not None
            and charge.count.value is not None
            and charge.count.value > 1
        ):
            home = next((r for r in records if r.best.offence == charge.offence and r.count is None), None)
            if home is not None:
                home.count = charge.count
    if person in sentenced and not any(r.stage == "convicted" for r in records):
        for record in records:
            if record.stage == "charged" and not record.hung:
                record.stage, record.stage_spans = "convicted", [sentenced[person]]
    records.sort(key=lambda r: min(c.start for c in r.charges))
    return records


_BEYOND: Final = re.compile(rf"\b(?P<place>{'|'.join(PLACES)}|further|additional|another|separate)\b")


def _is_beyond(record: Record, charge: Charge, page: Page) -> bool:
    """Whether all that a record tells is a count beyond those still charged: "denies three counts ... cleared of |a fourth count|"."""
    if charge.stage != "charged" or record.stage not in ("acquitted", "discontinued", "convicted"):
        return False
    if charge.count is None or charge.count.further or not charge.count.value:
        return False
    places = [
        found["place"]
        for c in record.charges
        if c.count is not None
        and c.count.further
        and (found := _BEYOND.search(page.low, c.count.start, c.count.end)) is not None
    ]
    return len(places) == len(record.charges) and all(
        PLACES.get(p, 0) == charge.count.value + 1 for p in places
    )


def _named_in_full(own: list[Charge], told: list[Charge]) -> list[Charge]:
    """Offences that the story names exactly and the headline plainly: "Spared jail over assault. A PC who sexually
    assaulted a colleague ..." What became of the headline's charge became of theirs.
    """
    out = []
    for charge in own:
        if charge.strong and not charge.headline and charge.stage is None:
            plain = next((c for c in told if c.headline and not c.strong and _is_of_family(charge, c)), None)
            if plain is not None:
                charge.stage, charge.stage_spans = plain.stage, plain.stage_spans
                out.append(charge)
    return out


def _is_of_family(exact: Charge, plain: Charge) -> bool:
    """Whether an exact offence may be what a plain word means ("assault" in a headline: a sexual one too)."""
    family = _GIVES_WAY_TO.get(plain.offence, frozenset())
    if exact.offence in family and exact.offence != plain.offence:
        return True
    return plain.offence == "common_assault" and exact.offence in _SEXUAL and plain.headline


def _by_disposal(
    own: list[Charge], person: Person, sentenced: dict[Person, Span], cautioned: dict[Person, Span]
) -> list[Charge]:
    """Offences that stand beside a sentence without a verb, as in tables ("Drink driving | £400 fine")."""
    stage, at = ("convicted", sentenced[person]) if person in sentenced else ("cautioned", cautioned[person])
    named = [c for c in own if c.strong and not c.headline and abs(c.start - at[0]) < 400]
    for charge in named:
        charge.stage, charge.stage_spans = stage, [at]
    return named


def _deeds(own: list[Charge], person: Person, at: Span, page: Page) -> list[Charge]:
    """The deed that a court heard of, where no offence is named for which the officer was sentenced."""
    told = [c for c in own if told_in_court(page, c, person)]
    if len({c.offence for c in told}) != 1:
        return []
    for charge in told:
        charge.stage, charge.stage_spans = "convicted", [at]
        plea = plea_to_deed(page, charge)
        if plea is not None:
            charge.plea, charge.plea_spans = plea[0], [plea[1]]
    return told


def _gives_way(charge: Charge, told: list[Charge]) -> bool:
    """Whether an exact name of the same family is told elsewhere, so that this plain or general word adds nothing."""
    if charge.strong:
        family = _GENERAL.get(charge.offence)
        bare = (
            charge.end - charge.start <= 6 or charge.offence != "fraud"
        )  # "fraud by abuse of position" is exact
        return family is not None and bare and any(c.strong and c.offence in family for c in told)
    return any(c.strong and _is_of_family(c, charge) and not _decided_otherwise(charge, c) for c in told)


_VERDICTS: Final = frozenset({"convicted", "acquitted"})


# A charge still to be tried, and not the one of which a verdict was told.
_FURTHER: Final = re.compile(
    r"\b(?:also|further|separate|separately|another|other|second|third|still|yet|next|will|due|awaits?|now|again|new|since|later)\b"
)


def _cleared_in_plain_words(told: list[Charge], page: Page) -> None:
    """Carry "cleared of assault" over to the charge that it means: "charged with causing actual bodily harm".

    Not where another charge of that kind ended otherwise or is told as a further one: never is a
    conviction carried so, for it may be of the lesser offence.
    """
    for plain in [c for c in told if c.stage == "acquitted" and not c.strong and not c.headline]:
        exact = [c for c in told if c.strong and _is_of_family(c, plain) and c.offence != plain.offence]
        ended = {c.offence for c in exact if c.stage in ("discontinued", "acquitted")}
        left = [c for c in exact if c.offence not in ended]
        if len({c.offence for c in left}) == 1 and all(
            c.stage == "charged" and not c.hung and not _is_further(c, page) for c in left
        ):
            for charge in left:
                charge.put("acquitted", plain.stage_spans[0])


def _denied_in_plain_words(told: list[Charge]) -> None:
    """Carry "denied assault" over to the one charge that it means, whose own words tell no plea."""
    for plain in [c for c in told if c.plea == "not_guilty" and not c.strong and not c.headline]:
        exact = [c for c in told if c.strong and _is_of_family(c, plain) and c.offence != plain.offence]
        dropped = {c.offence for c in exact if c.stage == "discontinued"}
        exact = [c for c in exact if c.offence not in dropped]
        if len({c.offence for c in exact}) == 1 and all(c.plea is None for c in exact):
            for charge in exact:
                charge.plea, charge.plea_spans = plain.plea, list(plain.plea_spans)


def _is_further(charge: Charge, page: Page) -> bool:
    return _FURTHER.search(page.low, page.sentences[charge.sentence].start, charge.end) is not None


def _decided_otherwise(charge: Charge, other: Charge) -> bool:
    """Whether two charges were decided differently, so that one is not the other in plain words."""
    return {charge.stage, other.stage} == _VERDICTS and not charge.headline


def _draft(record: Record, text: str) -> OffenceDraft | None:
    if record.stage is None:
        return None
    best = record.best
    words = (best.start, best.end)
    count = record.count
    return OffenceDraft(
        offence=Cited(best.offence, words),
        title=Cited(text[best.start : best.end], words),
        stage=Cited(record.stage, *(record.stage_spans or [words])),
        count=Cited(count.value, (count.start, count.end))
        if count is not None and count.value is not None
        else None,
        plea=Cited(record.plea, *(record.plea_spans or [words])) if record.plea is not None else None,
    )
