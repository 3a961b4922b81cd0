"""The weights of the model: how often each level of each comparison occurs in one person's mentions
and in two persons'. They ship with the package (`data/weights.json`, made by
`benchmarks/train_links.py`) and a large casebook may make its own (`training.retrain`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

_SHIPPED = Path(__file__).parent / "data" / "weights.json"


class WeightsError(ValueError):
    """A file of weights cannot be used: it is no JSON, or a part of it is missing."""


@dataclass(frozen=True, slots=True)
class Bands:
    """Match weights (log2 odds) from which a pair is joined, and from which a person should look."""

    join: float
    review: float
    #: A mention without a name is joined only if its best candidate beats the next by so much.
    margin: float


@dataclass(frozen=True, slots=True)
class Weights:
    """All that training found.

    ``prior``: the probability that two mentions drawn at random are one person. ``levels``:
    comparison -> level -> (m, u). ``frequencies``: column -> value -> share of people who have it;
    ``rare``: column -> the share of a value that is not listed. ``about`` says what it was trained on.
    """

    prior: float
    bands: Bands
    levels: Mapping[str, Mapping[str, tuple[float, float]]]
    frequencies: Mapping[str, Mapping[str, float]]
    rare: Mapping[str, float]
    about: Mapping[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the weights as JSON holds them."""
        return asdict(self)


def load(path: Path | None = None) -> Weights:
    """Return the weights in a file, or those that ship. Raises `WeightsError`, `OSError`."""
    return _shipped() if path is None else _read(path)


@cache
def _shipped() -> Weights:
    return _read(_SHIPPED)


def _read(path: Path) -> Weights:
    try:
        raw = json.loads(path.read_text("utf-8"))
        return from_dict(raw)
    except (KeyError, TypeError, ValueError) as error:
        raise WeightsError(f"{path} holds no weights of the linking model: {error}") from error


def from_dict(raw: Mapping[str, Any]) -> Weights:
    """Return weights from their JSON form. Raises `KeyError` or `TypeError` if a part is missing."""
    return Weights(
        prior=float(raw["prior"]),
        bands=Bands(**raw["bands"]),
        levels={
            name: {label: (float(mu[0]), float(mu[1])) for label, mu in levels.items()}
            for name, levels in raw["levels"].items()
        },
        frequencies=raw["frequencies"],
        rare=raw["rare"],
        about=raw.get("about", {}),
    )


def save(weights: Weights, path: Path) -> None:
    """Write weights to a file as JSON. Raises `OSError`."""
    path.write_text(json.dumps(weights.to_dict(), indent=1, ensure_ascii=False) + "\n", "utf-8")
