"""A generator of fictional mentions of officers, with the truth kept: what the linking model is trained and timed on.

The corpus has some hundred mentions; a model's weights, and figures on a million, need more. The people
(`generate_people`) have names, a birth date, a career and one or more matters; each matter is told by
several documents (charge, sentence, notice, outcome, oversight, appeal, a feature years later), each of
which gives a part of the facts, in its own form and with mistakes. Everything is drawn from one seed and
worked out a column at a time, so that a million mentions take well under a minute.

Nobody here is meant. The rates (`data/matters.json`, `Noise`) are guesses made by looking at the labelled
corpus, no statistics of real cases; figures measured on generated mentions say so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from peelian.linking.generate_people import DAY, People, Words, draw, load_words, make_people

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Texts = npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class Noise:
    """How often a mention departs from the facts; shares of the mentions to which each can happen."""

    middle_name: float = 0.08
    initial: float = 0.05
    surname_only: float = 0.04
    nickname: float = 0.10
    given_spelling: float = 0.04
    known_by_middle: float = 0.004
    surname_spelling: float = 0.012
    married_name: float = 0.5
    half_of_double_name: float = 0.10
    capitals: float = 0.01
    given_typo: float = 0.010
    surname_typo: float = 0.012
    age_off_by_one: float = 0.04
    rank_missing: float = 0.08
    rank_mistaken: float = 0.03
    force_missing: float = 0.03
    force_mistaken: float = 0.004
    published_missing: float = 0.08
    month_only: float = 0.12
    year_only: float = 0.04
    day_off: float = 0.02
    offence_missing: float = 0.10
    looser_outcome: float = 0.12
    label_missing: float = 0.40
    label_changed: float = 0.15
    subject_left_out: float = 0.12
    on_a_list: float = 0.35


@dataclass(frozen=True, slots=True)
class Generated:
    """Fictional mentions and what is true of them.

    `mentions`: one row a subject of a document, values as a reading has them: `id` ("document#index"),
    `document`, `subject_index`, `published` (EDTF), `kind`, `publisher`, `name`, `label`, `background`,
    `former`, `rank`, `collar_number`, `age`, `force`, `posts`, `residence`, `joined`, `offences`, `courts`,
    `sentenced_on`, `proceeding_kind`, `proceeding_date`, `outcome`, `chair`, `venue`.
    `truth`: `id`, `person`, `case`, in the same order.
    """

    mentions: pa.Table
    truth: pa.Table


@dataclass(slots=True)
class _Rows:
    """The mentions while they are made: each array has one item a mention."""

    member: Ints  # row of People.member_*: which person in which case
    stage: Ints
    published: Ints  # days
    document: Ints = field(default_factory=lambda: np.zeros(0, np.int64))

    def take(self, keep: Ints | Bools) -> _Rows:
        return _Rows(self.member[keep], self.stage[keep], self.published[keep], self.document[keep])


def generate(
    mentions: int = 10_000, *, officers: int | None = None, seed: int = 1, noise: Noise | None = None
) -> Generated:
    """Make about `mentions` mentions (never more, and fewer only by a few) of about `officers` officers.

    `officers` is two fifths of `mentions` if not given. The same arguments give the same tables. Raises
    `ValueError` if a number is not positive or there are more officers than mentions.
    """
    officers = max(1, mentions * 2 // 5) if officers is None else officers
    if mentions < 1 or officers < 1 or officers > mentions:
        raise ValueError(
            f"{mentions} mentions of {officers} officers: give positive numbers, and as many mentions as officers"
        )
    noise = noise or Noise()
    words = load_words()
    rng = np.random.default_rng([seed, mentions, officers])
    people = make_people(rng, words, officers)
    rows = _put_on_lists(rng, people, words, noise, _documents(rng, people, words, noise, mentions))
    # Documents in an order that tells nothing of who is in them.
    order = np.lexsort(
        (rng.random(len(rows.document)), rng.permutation(rows.document.max() + 1)[rows.document])
    )
    rows = rows.take(order)
    starts = np.flatnonzero(np.diff(rows.document, prepend=-1))
    sizes = np.diff(starts, append=len(rows.document))
    number = np.repeat(np.arange(len(starts)), sizes)
    index = np.arange(len(number)) - np.repeat(starts, sizes)
    return _write(rng, people, words, noise, rows, number, index)


def _documents(rng: np.random.Generator, people: People, words: Words, noise: Noise, wanted: int) -> _Rows:
    """Draw the documents of each case, and the members of the case that each one tells of."""
    stages = words.stages
    cases = len(people.case_force)
    rate = np.array([s["rate"] for s in stages])
    allowed = np.ones((cases, len(stages)), np.bool_)
    allowed[:, [bool(s["criminal"]) for s in stages]] = people.case_criminal[:, None]
    tell = int(next(i for i, s in enumerate(stages) if s["id"] == "outcome"))
    size = np.bincount(people.member_case, minlength=cases)
    # Shared cases lose the subjects that a document leaves out.
    shown = np.where(size > 1, size * (1 - noise.subject_left_out), size)
    each_rate = (allowed * rate).sum(1)
    enough = wanted * 1.015 + 5
    low_scale, high_scale = 0.0, 100.0
    for _ in range(40):  # each case has one document at least, hence the second term
        scale = (low_scale + high_scale) / 2
        expected = float((shown * (each_rate * scale + np.exp(-each_rate * scale))).sum())
        low_scale, high_scale = (scale, high_scale) if expected < enough else (low_scale, scale)
    counts = rng.poisson(rate * scale, allowed.shape) * allowed
    counts[counts.sum(1) == 0, tell] = 1
    flat = counts.ravel()
    case = np.repeat(np.repeat(np.arange(cases), len(stages)), flat)
    stage = np.repeat(np.tile(np.arange(len(stages)), cases), flat)
    anchors = {
        "charged": people.case_charged,
        "sentenced": people.case_sentenced,
        "heard": people.case_heard,
    }
    anchor, low, high = np.zeros((3, len(stage)), np.int64)
    for i, s in enumerate(stages):
        here = stage == i
        anchor[here] = anchors[s["anchor"]][case[here]]
        low[here], high[here] = s["days"]
    published = np.minimum(anchor + rng.integers(low, high + 1), words.last_published)
    # Each document meets each member of its case.
    first = np.concatenate(([0], np.cumsum(size)))
    each = size[case]
    document = np.repeat(np.arange(len(case)), each)
    within = np.arange(len(document)) - np.repeat(np.cumsum(each) - each, each)
    member = first[case[document]] + within
    keep = (each[document] == 1) | (rng.random(len(document)) >= noise.subject_left_out)
    rows = _Rows(member, stage[document], published[document], document).take(keep)
    # The last cases go, or a few documents of them.
    return rows.take(np.arange(min(wanted, len(rows.member))))


def _put_on_lists(rng: np.random.Generator, people: People, words: Words, noise: Noise, rows: _Rows) -> _Rows:
    """Gather some outcome notices into a force's lists of up to twelve; nobody is twice on one list."""
    outcome = np.array([s["kind"] == "hearing_outcome" for s in words.stages])[rows.stage]
    alone = np.bincount(rows.document)[rows.document] == 1
    listed = np.flatnonzero(outcome & alone & (rng.random(len(rows.stage)) < noise.on_a_list))
    if not len(listed):
        return rows
    force = people.case_force[people.member_case[rows.member[listed]]]
    listed = listed[np.lexsort((rows.published[listed], force))]
    force = people.case_force[people.member_case[rows.member[listed]]]
    group = force * 1000 + rows.published[listed] // 92
    new = np.diff(group, prepend=-1) != 0
    place = np.arange(len(group)) - np.flatnonzero(new)[np.cumsum(new) - 1]
    number = np.cumsum(new | (place % 12 == 0)) - 1
    rows.document[listed] = number + rows.document.max() + 1
    latest = np.zeros(number.max() + 1, np.int64)
    np.maximum.at(latest, number, rows.published[listed])
    rows.published[listed] = latest[number] + 3
    person = people.member_person[rows.member]
    pairs = rows.document * (int(person.max()) + 1) + person
    _, once = np.unique(pairs, return_index=True)
    return rows.take(np.sort(once))


def _write(
    rng: np.random.Generator,
    people: People,
    words: Words,
    noise: Noise,
    rows: _Rows,
    number: Ints,
    index: Ints,
) -> Generated:
    """Turn the facts that each document gives into the words of a reading."""
    many = len(rows.member)
    person, case = people.member_person[rows.member], people.member_case[rows.member]
    stage, when = rows.stage, rows.published

    def hit(rate: float | npt.NDArray[np.float64]) -> Bools:
        return rng.random(many) < rate

    def of_stage(key: str) -> npt.NDArray[np.float64]:
        return np.array([float(s[key]) for s in words.stages])[stage]

    anonymous = ~people.member_named[rows.member] | hit(of_stage("anonymous"))
    name = _names(rng, people, words, noise, person, when)
    name[anonymous] = None

    rank = people.member_rank[rows.member]
    label = _labels(rng, words, noise, people, rows.member, rank)
    label[~anonymous] = None
    mistaken = hit(noise.rank_mistaken)
    rank = np.where(mistaken, words.mistaken_rank[rank], rank)
    moved = (people.second_force[person] >= 0) & (when >= people.moved[person]) & hit(0.3)
    force = np.where(moved, people.second_force[person], people.case_force[case])
    force = np.where(hit(noise.force_mistaken), draw(rng, words.force_weights, many), force)

    birthdays = (when - people.born[person]) // 365.2425
    age = birthdays.astype(np.int64) + np.where(hit(noise.age_off_by_one), rng.choice([-1, 1], many), 0)

    criminal, heard = people.case_criminal[case], people.case_heard[case]
    tribunal = np.array([s["id"] == "tribunal" for s in words.stages])[stage]
    sentenced_told = criminal & (people.case_sentenced[case] <= when) & hit(of_stage("sentenced"))
    sentenced = _edtf(rng, noise, people.case_sentenced[case])
    sentenced[~sentenced_told] = None
    notice = np.array([s["kind"] == "hearing_notice" for s in words.stages])[stage]
    over = heard <= when
    hearing_told = (over | notice) & hit(of_stage("hearing"))
    hearing = _edtf(rng, noise, np.where(tribunal, when - rng.integers(5, 40, many), heard))
    hearing[~(hearing_told | tribunal)] = None
    kind_told = hearing_told | tribunal | hit(0.3)
    kind = words.proceedings[people.case_kind[case]]
    kind[hit(0.12)] = "not_stated"
    kind[tribunal] = "appeal_tribunal"
    kind[~kind_told] = None
    outcome_id = people.member_outcome[rows.member]
    loose = np.where(hit(noise.looser_outcome), words.looser_outcomes[outcome_id], outcome_id)
    outcome = words.outcomes[loose]
    outcome[~over] = "pending"
    outcome[~kind_told] = None

    offences = people.case_offences[case]
    offence_shown = (
        (offences >= 0)
        & hit(of_stage("offences"))[:, None]
        & (rng.random(offences.shape) >= noise.offence_missing)
    )
    crown = np.array([s["id"] != "charge" for s in words.stages])[stage] & (rng.random(many) < 0.9)
    courts = np.stack([people.case_crown[case], people.case_magistrates[case]], axis=1)
    court_told = (criminal & (people.case_charged[case] <= when) & hit(of_stage("court")))[:, None]
    courts_shown = court_told & np.stack([crown, ~crown | hit(0.05)], axis=1)
    posts = people.posts[person]
    first_post = hit(of_stage("post"))
    posts_shown = np.stack([first_post, hit(0.06)], axis=1)
    # The place alone, without the team.
    posts = np.where((rng.random(posts.shape) < 0.35), posts - posts % words.post_styles, posts)

    # What is said of a document is the same for each of its subjects.
    of_document = rng.random((3, int(number.max()) + 1))[:, number]
    published = _texts(when)
    month = of_document[0] < 0.03
    published[month] = _texts(when, "M")[month]
    published[of_document[1] < noise.published_missing] = None
    joined = _texts(people.joined[person], "Y")
    joined[~hit(0.05)] = None
    kind_of_document = words.kinds[stage]
    news = kind_of_document == "news"
    paper = words.papers[(of_document[2] * len(words.papers)).astype(np.int64)]
    first = np.flatnonzero(index == 0)[number]
    publisher = np.where(news[first], paper, words.force_names[people.case_force[case[first]]])

    def shown(values: Texts, rate: float | npt.NDArray[np.float64]) -> Texts:
        values = values.copy()
        values[~hit(rate)] = None
        return values

    documents = np.char.add("g", np.char.zfill(number.astype("U8"), 7)).astype(object)
    ids = documents + "#" + index.astype("U3").astype(object)
    would_have: Bools = over & (outcome_id == words.would_have)
    columns: dict[str, pa.Array] = {
        "id": _strings(ids),
        "document": _strings(documents),
        "subject_index": pa.array(index),
        "published": _strings(published),
        "kind": _strings(kind_of_document[first]),
        "publisher": _strings(publisher),
        "name": _strings(name),
        "label": _strings(label),
        "background": pa.array(np.zeros(many, np.bool_)),
        "former": pa.array(would_have, mask=~hit(0.25)),
        "rank": _strings(shown(words.ranks[rank], 1 - noise.rank_missing)),
        "collar_number": _strings(
            shown(people.collar[person].astype("U5").astype(object), of_stage("collar"))
        ),
        "age": pa.array(age, mask=~hit(of_stage("age"))),
        "force": _strings(shown(words.forces[force], 1 - noise.force_missing)),
        "posts": _lists(words.posts, posts, posts_shown),
        "residence": _strings(shown(people.residence[person], of_stage("residence"))),
        "joined": _strings(joined),
        "offences": _lists(words.offences, offences, offence_shown),
        "courts": _lists(words.courts, courts, courts_shown),
        "sentenced_on": _strings(sentenced),
        "proceeding_kind": _strings(kind),
        "proceeding_date": _strings(hearing),
        "outcome": _strings(outcome),
        "chair": _strings(shown(people.case_chair[case], np.where(hearing_told, 0.25, 0.0))),
        "venue": _strings(shown(people.case_venue[case], np.where(hearing_told, 0.12, 0.0))),
    }
    truth = {
        "id": columns["id"],
        "person": _strings(np.char.add("p", person.astype("U8")).astype(object)),
        "case": _strings(np.char.add("c", case.astype("U8")).astype(object)),
    }
    return Generated(pa.table(columns), pa.table(truth))


def _names(
    rng: np.random.Generator, people: People, words: Words, noise: Noise, person: Ints, when: Ints
) -> Texts:
    """Write each person's name as a document might: short, known by a nickname, misspelt."""
    many = len(person)

    def hit(rate: float) -> Bools:
        return rng.random(many) < rate

    given_id, middle_id = people.given[person], people.middle[person]
    middle_id = np.where(middle_id < 0, given_id, middle_id)
    has_middle = people.middle[person] >= 0
    given = words.given[given_id]
    by_middle = has_middle & hit(noise.known_by_middle)
    given[by_middle] = words.given[middle_id][by_middle]
    for forms, rate in ((words.nicknames, noise.nickname), (words.given_spellings, noise.given_spelling)):
        _swap(rng, given, forms, hit(rate) & ~by_middle)
    _edit(rng, given, hit(noise.given_typo), _typo)

    surname = people.surname[person].copy()
    married = (people.married[person] >= 0) & (when > people.married[person]) & hit(noise.married_name)
    surname[married] = people.married_surname[person][married]
    halves = np.flatnonzero(hit(noise.half_of_double_name))
    for i in halves:
        parts = surname[i].split("-")
        surname[i] = parts[-1 if rng.random() < 0.7 else 0]
    _swap(rng, surname, words.surname_spellings, hit(noise.surname_spelling))
    _edit(rng, surname, hit(noise.surname_typo), _typo)
    _edit(rng, surname, hit(noise.capitals), lambda _, text: text.upper())

    form = rng.random(many)
    initials = np.array([g[:1] for g in given], dtype=object)
    stop = np.where(hit(0.5), ".", "").astype(object)
    middles = np.where(
        hit(0.3), np.array([m[:1] for m in words.given[middle_id]], dtype=object), words.given[middle_id]
    )
    full: Texts = given + " " + surname
    with_middle: Texts = given + " " + middles + " " + surname
    with_initial: Texts = initials + stop + " " + surname
    edge = np.cumsum([noise.middle_name * 2, noise.initial, noise.surname_only])
    full = np.where((form < edge[0]) & has_middle & ~by_middle, with_middle, full)
    full = np.where((form >= edge[0]) & (form < edge[1]), with_initial, full)
    return np.where((form >= edge[1]) & (form < edge[2]), surname, full)


def _labels(
    rng: np.random.Generator, words: Words, noise: Noise, people: People, member: Ints, rank: Ints
) -> Texts:
    """Write the label of a subject who is not named: the same one in most documents of the case."""
    many = len(member)
    letter = people.member_letter[member]
    changed = rng.random(many) < noise.label_changed
    letter = np.where(changed, draw(rng, words.letter_weights, many), letter)
    head = np.where(people.member_letter[member] % 2 == 0, "Officer", words.rank_words[rank])
    head = np.where(rng.random(many) < 0.15, "Officer", head)
    label: Texts = head.astype(object) + " " + words.letters[letter]
    label[rng.random(many) < noise.label_missing] = None
    return label


def _swap(rng: np.random.Generator, values: Texts, forms: dict[str, list[str]], where: Bools) -> None:
    for i in np.flatnonzero(where):
        others = forms.get(values[i])
        if others:
            values[i] = others[int(rng.integers(len(others)))]


def _edit(
    rng: np.random.Generator, values: Texts, where: Bools, change: Callable[[np.random.Generator, str], str]
) -> None:
    for i in np.flatnonzero(where):
        values[i] = change(rng, values[i])


_NEAR = dict(zip("abcdefghijklmnopqrstuvwxyz", "svxswdfhukjkmnibqeaytgcqtx", strict=True))


def _typo(rng: np.random.Generator, text: str) -> str:
    """One slip of the keyboard: a letter left out, doubled, changed for its neighbour, or two swapped."""
    if len(text) < 4:
        return text
    at = int(rng.integers(1, len(text) - 1))
    slip = int(rng.integers(4))
    if slip == 0:
        return text[:at] + text[at + 1 :]
    if slip == 1:
        return text[:at] + text[at] + text[at:]
    if slip == 2:
        return text[:at] + _NEAR.get(text[at], text[at]) + text[at + 1 :]
    return text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :] if at > 1 else text[:at] + text[at + 1 :]


def _edtf(rng: np.random.Generator, noise: Noise, days: Ints) -> Texts:
    """Write days as EDTF dates, some to the month or the year only, some a day out."""
    many = len(days)
    days = days + np.where(rng.random(many) < noise.day_off, rng.choice([-1, 1], many), 0)
    values, share = _texts(days), rng.random(many)
    month = share < noise.month_only
    year = share > 1 - noise.year_only
    values[month] = _texts(days, "M")[month]
    values[year] = _texts(days, "Y")[year]
    return values


def _texts(days: Ints, unit: str = "D") -> Texts:
    return days.astype(DAY).astype(f"datetime64[{unit}]").astype(str).astype(object)


def _strings(values: npt.NDArray[np.generic]) -> pa.Array:
    return pa.array(values, pa.string())


def _lists(vocabulary: Texts, ids: Ints, shown: Bools) -> pa.Array:
    """A list column: of each row's ids, those that are shown."""
    offsets = np.concatenate(([0], np.cumsum(shown.sum(1)))).astype(np.int32)
    values = pa.array(vocabulary, pa.string()).take(pa.array(ids[shown]))
    return pa.ListArray.from_arrays(pa.array(offsets), values)
