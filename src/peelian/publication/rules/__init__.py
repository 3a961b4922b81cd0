"""The rules: small functions from a ``Context`` to rulings. Their sources are in ``data/rules.yaml``.

victims      victims' anonymity, children, jigsaw identification
orders       reporting restrictions, anonymity orders, details of people who are not named
active       active criminal proceedings
retrial      whether a trial is to be held again after a quashed conviction
naming       who may be named: charge, public hearing, results in favour, notices that expire
matters      allegations, acquittals, what was not taken further
spent        spent convictions
sources      facts of which no source may be shown
privacy      home addresses, telephone numbers, health, people beside the case
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from peelian.publication.context import Context
from peelian.publication.rules import active, lists, matters, naming, orders, privacy, spent, victims
from peelian.publication.rulings import Ruling

RuleFunction = Callable[[Context], Iterable[Ruling]]

RULES: tuple[RuleFunction, ...] = (
    victims.words_about_victims,
    victims.children,
    victims.jigsaw,
    orders.reporting_restrictions,
    orders.anonymity_orders,
    orders.recorded,
    active.active_proceedings,
    active.charges_of_ended_matters,
    naming.told_as_chair,
    naming.ground_for_naming,
    naming.result_in_favour,
    naming.charge_without_result,
    naming.notice_expired,
    lists.barred_list_expired,
    matters.allegations,
    matters.acquittals,
    spent.spent_convictions,
    privacy.addresses,
    privacy.telephones_and_health,
    privacy.background,
)
"""Every rule, in the order of checks of publication rule 8."""


def all_rulings(context: Context) -> list[Ruling]:
    """Every ruling of every rule that applies under the context's policy."""
    return [ruling for rule in RULES for ruling in rule(context) if context.policy.has(ruling.rule)]


__all__ = ["RULES", "RuleFunction", "all_rulings"]
