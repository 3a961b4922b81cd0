"""Copies: sources whose text is the same or nearly so count once.

Likely copies are found by MinHash (datasketch) over shingles of words; each is then made certain on the
texts themselves. Notices made from one template are near-duplicates too and tell of different people: so
two sources are copies only if their readings tell of the same subjects. What counts is in
``data/copies.yaml``. Of several copies the one that counts is official rather than press, then the
earliest, then the first by id.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import yaml
from datasketch import MinHash
from django.db import transaction

from peelian.casebook.models import Case, Mention, Signature, SignatureBand, Source, SourceText
from peelian.law import fold_name

_WORD: Final = re.compile(r"\w+")
#: What two copies must not contradict each other in, of each subject.
_TELLING: Final = ("name", "label", "force", "age", "sentenced_on", "proceeding.date", "proceeding.outcome")


@lru_cache(maxsize=1)
def rules() -> dict[str, Any]:
    """What counts as a copy."""
    path = Path(__file__).parent / "data" / "copies.yaml"
    found: dict[str, Any] = yaml.safe_load(path.read_text())
    return found


def shingles(text: str) -> frozenset[str]:
    """The runs of words of a text by which it is compared."""
    words, n = _WORD.findall(text.lower()), int(rules()["shingle_words"])
    return frozenset(" ".join(words[i : i + n]) for i in range(max(1, len(words) - n + 1)))


def signature(text: str) -> np.ndarray[Any, np.dtype[np.uint64]]:
    """The MinHash signature of a text."""
    made = MinHash(num_perm=int(rules()["permutations"]), seed=1)
    made.update_batch([shingle.encode() for shingle in shingles(text)])
    values: np.ndarray[Any, np.dtype[np.uint64]] = made.hashvalues.astype(np.uint64)
    return values


def bands(values: np.ndarray[Any, np.dtype[np.uint64]]) -> list[int]:
    """The bands of a signature as numbers; which band it is goes into the number."""
    pieces = np.split(values, int(rules()["bands"]))
    return [_number(n.to_bytes(2, "big") + piece.tobytes()) for n, piece in enumerate(pieces)]


def _number(data: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big", signed=True)


def sign(sources: Iterable[Source]) -> None:
    """Give each source that has none its signature."""
    for source in sources:
        if Signature.internal.filter(pk=source.pk).exists():
            continue
        text = SourceText.internal.get(pk=source.pk).text
        if len(_WORD.findall(text)) < int(rules()["shortest_words"]):
            continue
        values = signature(text)
        with transaction.atomic():
            Signature.internal.create(source=source, hashes=values.tobytes())
            SignatureBand.internal.bulk_create(SignatureBand(source=source, band=b) for b in bands(values))


def mark(sources: Sequence[Source]) -> set[int]:
    """Find the copies of ``sources`` and note them. Return the numbers of the sources that changed.

    The result does not depend on the order in which sources came: all copies of one text form one group,
    and which of the group counts follows from what they are. Cases that tell from a source that changed
    are marked as stale.
    """
    changed: set[int] = set()
    done: set[int] = set()
    for source in sources:
        if source.pk in done:
            continue
        with transaction.atomic():
            group = _group(source)
            done.update(member.pk for member in group)
            changed |= _settle(group)
    return changed


def mark_all() -> set[int]:
    """Find all copies anew. Return the numbers of the sources that changed."""
    everyone = Source.internal.order_by("pk")
    sign(everyone.filter(signature=None).iterator(500))
    grouped = _crowded(SignatureBand.internal.values_list("band", "source").iterator(10_000))
    grouped |= _crowded(Source.internal.values_list("text_sha256", "pk").iterator(10_000))
    alone = everyone.exclude(copy_of=None).exclude(pk__in=grouped)
    changed = set(alone.values_list("pk", flat=True))
    alone.update(copy_of=None)
    _stale(changed)
    return changed | mark(list(everyone.filter(pk__in=grouped)))


def _crowded(rows: Iterable[tuple[Any, int]]) -> set[int]:
    """The sources that share something with another."""
    first: dict[Any, int] = {}
    shared: set[int] = set()
    for what, source in rows:
        if first.setdefault(what, source) != source:
            shared.update((first[what], source))
    return shared


def _group(source: Source) -> list[Source]:
    """A source with all its copies and copies of copies."""
    group = {source.pk: source}
    waiting = [source]
    while waiting:
        for other in _copies_of(waiting.pop(), group):
            group[other.pk] = other
            waiting.append(other)
    return list(group.values())


def _copies_of(source: Source, known: dict[int, Source]) -> Iterator[Source]:
    numbers = set(Source.internal.filter(text_sha256=source.text_sha256).values_list("pk", flat=True))
    same = set(numbers)
    own = SignatureBand.internal.filter(source=source).values_list("band", flat=True)
    numbers |= set(SignatureBand.internal.filter(band__in=list(own)).values_list("source", flat=True))
    numbers -= known.keys() | {source.pk}
    if not numbers:
        return
    text, subjects = SourceText.internal.get(pk=source.pk).text, _subjects([source.pk, *numbers])
    for other in Source.internal.filter(pk__in=numbers).select_related("body").order_by("pk"):
        if other.pk not in same and not alike(text, other.body.text):
            continue
        if agree(subjects[source.pk], subjects[other.pk]):
            yield other


def alike(one: str, other: str) -> bool:
    """Whether two texts have so many shingles in common that one is a copy of the other."""
    left, right = _shingled(one), _shingled(other)
    return len(left & right) >= float(rules()["threshold"]) * len(left | right)


@lru_cache(maxsize=64)
def _shingled(text: str) -> frozenset[str]:
    return shingles(text)


def _subjects(sources: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    mentions = Mention.internal.filter(source__in=sources, current=True).order_by("source", "index")
    for source, subject in mentions.values_list("source", "subject"):
        found[source].append(subject)
    return found


def agree(one: Sequence[dict[str, Any]], other: Sequence[dict[str, Any]]) -> bool:
    """Whether two readings tell of the same subjects: as many, and none contradicts its counterpart."""
    if len(one) != len(other):
        return False
    for left, right in zip(one, other, strict=True):
        for field in _TELLING:
            a, b = _at(left, field), _at(right, field)
            if field in ("name", "label"):
                a, b = (fold_name(a) if a else None), (fold_name(b) if b else None)
                if a != b:
                    return False
            elif a is not None and b is not None and a != b:
                return False
    return True


def _at(subject: dict[str, Any], field: str) -> Any:
    value: Any = subject
    for name in field.split("."):
        value = (value or {}).get(name)
    return value


def _settle(group: Sequence[Source]) -> set[int]:
    """Note which of a group counts; return the numbers of those whose note changed."""
    first = min(group, key=lambda s: (not s.official, s.published or "9999", s.public_id))
    changed = set()
    for source in group:
        root = None if source.pk == first.pk else first.pk
        if source.copy_of_id != root:
            Source.internal.filter(pk=source.pk).update(copy_of=root)
            source.copy_of_id = root
            changed.add(source.pk)
    _stale(changed)
    return changed


def _stale(sources: Iterable[int]) -> None:
    Case.internal.filter(mentions__source__in=list(sources)).update(stale=True)
