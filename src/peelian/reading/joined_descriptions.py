"""Joined descriptions: appositions and mixed groups as one ("a member of staff, a call handler,", "five officers and staff")."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.description import Description
from peelian.reading.page import Page

_AND: Final = re.compile(r" (?:\([^()]{1,12}\) )?(?:and|or) | ?/ ?")
_IN_CHARGE: Final = re.compile(r" (?:\(\w+\) )?(?:in charge|in the case|responsible|leading)\b[^,.;]{0,40}, ")
_WHO_DID_IT: Final = re.compile(r" who (?!(?:was|is|were|had) (?:with|beside))[^.;,:]{3,60}, ")
_WHO_IS: Final = re.compile(r",? who (?:is|was)(?: also| himself| herself)? ")
_AND_NEXT: Final = re.compile(r",? and [a-z]|, [a-z]")
# After what somebody is, in apposition: "a third officer, a call handler |at| the control room".
_BY_DUTY: Final = frozenset({"supervisor", "driver", "passenger"})
_APPOSITION_GOES_ON: Final = (",", ";", " who", " at ", " in the ", " with ", " from ", " based ")
_DASHES: Final = (" - ", " \u2013 ", " \u2014 ")


def joined(page: Page, found: list[Description]) -> list[Description]:
    """Appositions and mixed groups as one: "a member of staff, a call handler,", "five officers and staff"."""
    out: list[Description] = []
    for d in found:
        if out:
            last = out[-1]
            if d.end <= last.end:
                continue  # the officer in "the officer's supervisor"
            gap = page.low[last.end : d.start]
            by_clause = False
            if (
                (last.generic or last.role in _BY_DUTY or last.role == "control_room")
                and last.form == "known"
                and d.form == "new"
                and not d.generic
                and _WHO_DID_IT.fullmatch(gap)
                and page.low.startswith(",", d.end)
            ):
                gap, last.family, by_clause = (
                    ", ",
                    d.family,
                    True,
                )  # "the supervisor who agreed to it, an acting sergeant, ..."
            if last.generic and last.form == "known" and d.form == "new" and _IN_CHARGE.fullmatch(gap):
                gap = ", "  # "the officer in charge of the case, a detective constable,"
            if gap in _DASHES and d.form == "new" and d.number == last.number == 1:
                gap = ", "  # "A third officer - a sergeant with 18 years of service - was demoted"
            if _AND.fullmatch(gap) and d.form == "bare":
                if (
                    d.number is None
                    and last.number not in (1, None)
                    and {d.role, last.role} == {"staff", "officer"}
                ):
                    last.family, last.role, last.end = "officer", "officer", d.end
                    last.mixed = True
                    continue
                if (
                    d.number is None
                    and last.number is None
                    and last.form in ("known", "all")
                    and d.role == "staff"
                ):
                    last.family = last.role = "any"
                    last.end = d.end
                    continue
                if (
                    d.number == 1
                    and d.form == "bare"
                    and last.form == "all"
                    and not page.low.endswith("s", 0, last.end)
                ):
                    last.form, last.number = "known", 1  # "both the sergeant and inspector"
                if d.number == 1 and d.relative:
                    last.relative = True  # "the officer and the clerk responsible for ..."
                if d.number == 1 and last.form in ("known", "all", "other", "ordinal", "new", "bare"):
                    d.form = last.form if last.form in ("new", "other") else "known"
                elif d.number is None and last.form in ("known", "other"):
                    d.form = last.form
            elif (
                gap == ", "
                and d.form == "bare"
                and d.number == last.number == 1
                and last.form == "known"
                and _AND_NEXT.match(page.low, d.end)
            ):
                d.form = "known"  # "the operator, dispatcher and incident manager"
            elif (
                _WHO_IS.fullmatch(gap)
                and d.form == "new"
                and d.number == last.number == 1
                and d.family == "officer"
                and not d.generic
            ):  # "a force incident manager, who is an inspector,"
                last.family, last.role, last.head, last.end = d.family, d.role, d.head, d.end
                last.telling, last.relative = last.telling & {"case"}, True
                continue
            elif gap == ", " and d.form == "all" and page.low.startswith((",", ".", " from", " of"), d.end):
                if last.generic and d.number == last.number and d.family == last.family:
                    last.role, last.telling, last.head = (
                        d.role,
                        d.telling,
                        d.head,
                    )  # "two officers, both sergeants,"
                continue  # "an enquiry officer and the manager, both members of police staff, ..."
            elif (
                last.family == "any"
                and last.number == d.number == 1
                and d.form in ("known", "new")
                and (
                    (gap == ", " and page.low.startswith(_APPOSITION_GOES_ON, d.end))
                    or (gap == " " and d.form == "new" and page.low.endswith(" was", last.start, last.end))
                )
            ):  # "one of them, a sergeant, ...", "the fourth was an inspector"
                last.family, last.role, last.telling, last.head = d.family, d.role, d.telling, d.head
                last.form = "known" if d.form == "known" else last.form
                last.apposed = last.form in ("ordinal", "part")
                last.end = d.end
                continue
            elif (
                gap == ", "
                and d.generic
                and d.role == "staff"
                and d.form == "new"
                and last.family == "staff"
                and d.number == last.number == 1
                and page.low.startswith(_APPOSITION_GOES_ON, d.end)
            ):
                last.end = d.end  # "an enquiry officer, a member of police staff, ..."
                continue
            elif (
                gap == ", "
                and last.number == 1
                and d.number == 1
                and d.form in ("known", "new")
                and (last.family == d.family or (last.generic and last.form in ("ordinal", "another")))
            ):
                by_duty = by_clause or last.role in _BY_DUTY or last.telling == {"case"}
                named_by_duty = last.generic or (by_duty and d.form == "new" and not d.generic)
                if named_by_duty and page.low.startswith((".", *_APPOSITION_GOES_ON), d.end):
                    last.apposed, last.plain = True, last.generic
                    last.witness = last.witness and last.role != "supervisor"
                    last.family = d.family
                    last.role, last.telling = d.role, (d.telling - {"student"}) | (last.telling & {"case"})
                    last.head, last.end = d.head, d.end
                    continue
            elif gap in (" ", "' ", "'s ") and (last.possessive or gap != " "):
                d.form = "known" if d.form == "bare" else d.form
                d.start = last.start if d.form == "known" else d.start
                out.pop()
        out.append(d)
    return out
