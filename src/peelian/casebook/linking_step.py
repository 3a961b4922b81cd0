"""The linking step: which mentions are one person and one case, with people's decisions, stored.

    link_all      scores every mention against every other that blocking finds, and clusters all
    link_new      scores only what is new, when that is little beside what is there
    link_around   scores nothing: clusters anew what a decision can touch

Clusters depend on the scored pairs and the decisions of what hangs together, so looking at a part gives
what looking at the whole would. How common a name is and how likely a match is at all depend on the size
of the casebook: they are taken when all is linked for the first time and whenever it has grown by half,
and kept (table ``LinkModel``) until then.

Pairs that can never be one person (their full names conflict) are not kept: of people of one force and one given
name they grow as the square of the casebook, and they tell nothing that the names do not.

What is stored is stored in one transaction, and only if nothing was decided or read meanwhile; else the
step is taken again.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from peelian.casebook.link_decisions import case_rules, judgements
from peelian.casebook.link_store import Linked, Outcome, pairs_among, store
from peelian.casebook.link_table import Table, surroundings, table_of
from peelian.casebook.locking import turn
from peelian.casebook.models import Decision, LinkModel, Mention, MentionKey, Pair, Reading
from peelian.linking.mentions import Mention as Compared
from peelian.linking.weights import Weights

#: A casebook of fewer mentions is linked as a whole each time.
SMALL: Final = 5_000
#: How much a casebook grows before names are counted anew.
GROWTH: Final = 1.5
_TRIES: Final = 5


class LinkingDisturbed(Exception):
    """While linking ran, others went on reading or deciding, several times over. Try again."""


def unlinked() -> bool:
    """Whether there are mentions that no linking step has seen as they are now."""
    current = Mention.internal.filter(current=True)
    gone = Mention.internal.filter(current=False).exclude(person=None)
    return current.filter(Q(scored=False) | Q(person=None)).exists() or gone.exists()


def link_all(*, anew: bool = True, at: datetime.datetime | None = None) -> Linked:
    """Link every mention of the casebook, names counted ``anew`` or as they were last time.

    Raises `LinkingDisturbed` if others keep changing the casebook meanwhile.
    """

    def find() -> Outcome:
        table = table_of(Mention.internal.filter(current=True))
        mentions = table.compared()
        known = None if anew else _kept()
        weights, prior = known or _counted(mentions)
        outcome = _cluster(table, mentions, _score_all(table, mentions, weights, prior))
        outcome.also.append(lambda: _keep_keys(table, mentions))
        if known is None:
            outcome.also.append(lambda: _keep_model(len(mentions), weights, prior))
        return outcome

    return _until_undisturbed(find, None, at)


def link_new(at: datetime.datetime | None = None) -> Linked:
    """Link the mentions that are not linked as they are now; all of them if they are many, or all are few."""
    current = Mention.internal.filter(current=True)
    rescored = list(current.filter(scored=False).values_list("key", flat=True))
    there, new = current.count(), len(rescored)
    model = LinkModel.internal.order_by("-pk").first()
    if there < SMALL or model is None or there > GROWTH * model.mentions or new * 2 > there:
        return link_all(at=at)
    if new:
        with transaction.atomic():
            _score_new()
    unplaced = current.filter(person=None).values_list("key", flat=True)
    return link_around([*unplaced, *rescored], at)


def link_around(keys: Iterable[str], at: datetime.datetime | None = None) -> Linked:
    """Link anew what hangs together with these mentions (our keys), by the pairs that are scored already."""
    around = surroundings(keys)

    def find() -> Outcome:
        wanted = Q(current=True) if around is None else Q(current=True, key__in=around)
        table = table_of(Mention.internal.filter(wanted))
        return _cluster(table, table.compared(), pairs_among(list(table.key_of)))

    return _until_undisturbed(find, around, at)


# ---- scoring


def _kept() -> tuple[Weights, float] | None:
    from peelian.linking import weights

    model = LinkModel.internal.order_by("-pk").first()
    return None if model is None else (weights.from_dict(model.weights), model.prior)


def _counted(mentions: Mapping[str, Compared]) -> tuple[Weights, float]:
    """The weights with this casebook's own frequencies, and how likely two of its mentions are one person."""
    from peelian.linking import scoring, weights

    made = scoring.blended(mentions.values(), weights.load())
    return made, scoring.prior_for(len(mentions), made)


def _keep_model(mentions: int, weights: Weights, prior: float) -> None:
    LinkModel.internal.all().delete()
    LinkModel.internal.create(mentions=mentions, prior=prior, weights=weights.to_dict())


def _score_all(table: Table, mentions: Mapping[str, Compared], weights: Weights, prior: float) -> list[Pair]:
    from peelian.linking import constraints, scoring

    def able(a: str, b: str) -> bool:
        return constraints.barred(mentions[a], mentions[b]) is None

    scored = scoring.score(mentions.values(), weights, least=weights.bands.review, prior=prior, keep=able)
    return _rows(table, scored, scoring.bits(prior))


def _rows(table: Table, scored: Iterable[Any], start: float) -> list[Pair]:
    from peelian.linking import explain

    return [
        Pair(left=left, right=right, weight=pair.weight, waterfall=explain.waterfall(pair, start))
        for pair in scored
        for left, right in [sorted((table.rows[pair.left].key, table.rows[pair.right].key))]
    ]


def _keep_keys(table: Table, mentions: Mapping[str, Compared]) -> None:
    """Keep under which keys each mention is found again, and that it is scored."""
    from peelian.linking import model

    fresh = {key: row for key, row in table.rows.items() if not row.scored}
    numbers = [row.pk for row in fresh.values()]
    for start in range(0, len(numbers), 5000):
        some = numbers[start : start + 5000]
        MentionKey.internal.filter(mention__in=some).delete()
        Mention.internal.filter(pk__in=some).update(scored=True)
    MentionKey.internal.bulk_create(
        (
            MentionKey(mention=row, key=found[:200])
            for key, row in fresh.items()
            for found in model.keys(mentions[key])
        ),
        batch_size=2000,
    )


def _score_new() -> None:
    """Score the new mentions against those that share a key with them, and keep their pairs."""
    from peelian.linking import model, scoring

    known = _kept()
    new = table_of(Mention.internal.filter(current=True, scored=False))
    everyone = new.compared()
    keys = {found[:200] for mention in everyone.values() for found in model.keys(mention)}
    partners = _found_under(keys)
    sources = Mention.internal.filter(Q(pk__in=partners) | Q(pk__in=[row.pk for row in new.rows.values()]))
    table = table_of(Mention.internal.filter(current=True, source__in=sources.values("source")))
    mentions = table.compared()
    fresh = {table.key_of[row.key] for row in new.rows.values()}
    wanted = _wanted(mentions, fresh)
    if known is not None and wanted:
        weights, prior = known
        concerned = {key for pair in wanted for key in pair}
        scored = scoring.score(
            [mentions[key] for key in sorted(concerned)],
            weights,
            least=weights.bands.review,
            only=wanted,
            prior=prior,
        )
        rows = _rows(table, scored, scoring.bits(prior))
    else:
        rows = []
    ours = [row.key for row in new.rows.values()]
    for start in range(0, len(ours), 400):
        some = ours[start : start + 400]
        Pair.internal.filter(Q(left__in=some) | Q(right__in=some)).delete()
    for row in rows:
        row.band = "review"  # until it is clustered, in a moment
    Pair.internal.bulk_create(rows, batch_size=500)
    _keep_keys(table, mentions)


def _found_under(keys: Iterable[str]) -> set[int]:
    wanted, found = sorted(keys), set[int]()
    for start in range(0, len(wanted), 400):
        some = MentionKey.internal.filter(key__in=wanted[start : start + 400], mention__current=True)
        found.update(some.values_list("mention", flat=True))
    return found


def _wanted(mentions: Mapping[str, Compared], fresh: set[str]) -> list[tuple[str, str]]:
    """The pairs of a new mention with any other that blocking would compare, and that can be one person."""
    from peelian.linking import constraints, model

    under: dict[str, list[Compared]] = defaultdict(list)
    for mention in mentions.values():
        for key in model.keys(mention):
            under[key].append(mention)
    pairs = set()
    for one in (mentions[key] for key in fresh):
        for key in model.keys(one):
            unnamed = model.needs_unnamed(key)
            for other in under[key]:
                both_named = not one.anonymous and not other.anonymous
                if constraints.barred(one, other) is None and not (unnamed and both_named):
                    pairs.add((min(one.key, other.key), max(one.key, other.key)))
    return sorted(pairs)


# ---- clustering


def _cluster(table: Table, mentions: Mapping[str, Compared], scored: Sequence[Pair]) -> Outcome:
    """Persons and cases of a table's mentions by their scored pairs and people's decisions."""
    from peelian.linking import constraints, scoring, weights
    from peelian.linking.cases import cases
    from peelian.linking.clusters import cluster

    rows: dict[tuple[str, str], Pair] = {}
    for row in scored:
        a, b = sorted((table.key_of[row.left], table.key_of[row.right]))
        # A pair without a waterfall was never scored: it was there because a person judged it.
        if row.waterfall and constraints.barred(mentions[a], mentions[b]) is None:
            rows[a, b] = row
    clusters = cluster(
        mentions,
        [scoring.Pair(a, b, row.weight) for (a, b), row in sorted(rows.items())],
        constraints.decisions_of(_decisions(table)),
        weights.load().bands,
    )
    pairs = []
    for (a, b), band in sorted(clusters.bands.items()):
        left, right = sorted((table.rows[a].key, table.rows[b].key))
        known = rows.get((a, b)) or Pair(weight=0.0, waterfall=[])
        reason = clusters.reasons.get((a, b)) or ""
        pairs.append(
            Pair(
                left=left,
                right=right,
                weight=known.weight,
                waterfall=known.waterfall,
                band=band,
                reason=reason,
            )
        )
    said = tuple((table.rows[d.a].key, table.rows[d.b].key) for d in clusters.contradictions)
    matters = cases(clusters.members, mentions) if mentions else []
    return Outcome(table, clusters.members, _ruled(table, matters), pairs, said)


def _decisions(table: Table) -> list[dict[str, str]]:
    return [
        {"a": table.key_of[a], "b": table.key_of[b], "judgement": said}
        for a, b, said in judgements().all()
        if a in table.key_of and b in table.key_of
    ]


def _ruled(table: Table, matters: Sequence[Sequence[str]]) -> list[list[str]]:
    """Cases as linking has them, with what people decided of cases applied."""
    ours = case_rules().apply([[table.rows[key].key for key in group] for group in matters])
    return [sorted(table.key_of[key] for key in group) for group in ours]


# ---- storing it


def _state() -> tuple[Any, ...]:
    """What must not have changed between looking and storing."""
    return (
        Decision.internal.aggregate(Max("pk"))["pk__max"],
        Reading.internal.aggregate(Max("pk"))["pk__max"],
    )


def _until_undisturbed(
    find: Callable[[], Outcome], around: set[str] | None, at: datetime.datetime | None
) -> Linked:
    for _ in range(_TRIES):
        before = _state()
        outcome = find()
        with transaction.atomic():
            turn()
            if _state() == before:
                for act in outcome.also:
                    act()
                return store(outcome, around, at or timezone.now())
    raise LinkingDisturbed("others keep adding or deciding; run `peelian rebuild` when they have done")
