"""The rules and policies as data: ``data/*.yaml``, read once when first asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec
import yaml

_DATA: Final = Path(__file__).parent / "data"


class RulebookError(ValueError):
    """The data of the rules or policies contradict themselves, or a rule or policy does not exist."""


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule: its source, whether that was seen, whether a decision can loosen it, what readers are told."""

    id: str
    title: str
    source: str
    reason: str
    verified: bool = False
    absolute: bool = False
    silent: bool = False
    noindex: bool = False


class PolicyRules(msgspec.Struct, frozen=True, kw_only=True):
    """A policy: its name, whether it is for the public, and the ids of the rules that apply under it."""

    id: str
    title: str
    public: bool
    purpose: str
    applies: frozenset[str]

    def has(self, rule_id: str) -> bool:
        """Whether a rule applies under this policy."""
        return rule_id in self.applies


class Period(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A length of time (ISO 8601) that a rule uses, with its source."""

    length: str
    source: str
    verified: bool = False


class Few(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From which seniority on few officers hold a rank, in forces of fewer officers than ``below`` (None: in any)."""

    seniority: int
    below: int | None
    verified: bool = False


def read_data(name: str) -> Any:
    """The content of ``data/<name>.yaml``."""
    return yaml.safe_load((_DATA / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def rules() -> dict[str, Rule]:
    """Every rule by id, in the order of the file."""
    return {rule.id: rule for rule in msgspec.convert(read_data("rules"), list[Rule])}


def rule(rule_id: str) -> Rule:
    """The rule with this id. Raises ``RulebookError`` if there is none."""
    try:
        return rules()[rule_id]
    except KeyError:
        raise RulebookError(
            f"there is no rule {rule_id!r}; the rules are {', '.join(sorted(rules()))}"
        ) from None


@cache
def policies() -> dict[str, PolicyRules]:
    """Every policy by id. Raises ``RulebookError`` if a public policy would lift an absolute rule."""
    made: dict[str, PolicyRules] = {}
    for name, entry in read_data("policies").items():
        lifted = set(entry.get("lifts", ()))
        for rule_id in lifted | set(entry.get("applies", ())):
            rule(rule_id)
        applies = frozenset(entry["applies"]) if "applies" in entry else frozenset(rules()) - lifted
        if entry["public"] and (missing := {r.id for r in rules().values() if r.absolute} - applies):
            raise RulebookError(f"policy {name!r} lifts what no policy can: {', '.join(sorted(missing))}")
        made[name] = PolicyRules(
            id=name, title=entry["title"], public=entry["public"], purpose=entry["purpose"], applies=applies
        )
    return made


def policy(name: str) -> PolicyRules:
    """The policy of this name. Raises ``RulebookError`` if there is none."""
    try:
        return policies()[name]
    except KeyError:
        raise RulebookError(
            f"there is no policy {name!r}; the policies are {', '.join(policies())}"
        ) from None


@cache
def period(name: str) -> Period:
    """A period by its name in ``data/periods.yaml``. Raises ``RulebookError`` if there is none."""
    entries = read_data("periods")
    if name not in entries:
        raise RulebookError(f"there is no period {name!r}")
    return msgspec.convert(entries[name], Period)


@cache
def words(name: str) -> frozenset[str]:
    """One list of ``data/words.yaml``, in lower case."""
    return frozenset(str(word).casefold() for word in read_data("words")[name])


@cache
def few_of_a_rank() -> tuple[Few, ...]:
    """The ranks that few officers of a force hold (``data/few.yaml``)."""
    return tuple(msgspec.convert(read_data("few"), list[Few]))


@cache
def headings() -> dict[str, str]:
    """What each field is called on a page."""
    return {str(key): str(value) for key, value in read_data("headings").items()}
