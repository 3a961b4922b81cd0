"""Which unnamed officers a description means.

Each description ("the officer", "two of the four officers", "the second call handler", "the other
two") is resolved to the people it means: people told of before where it can be, new ones where it
says so. Groups are split when later text tells of their parts, and what is told of each is kept.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from peelian.reading.company import FINAL
from peelian.reading.description import Description
from peelian.reading.remaining import RESULT, Remaining
from peelian.reading.unnamed import (
    JUDGED,
    MOST_TOLD_TOGETHER,
    NO_RANK,
    Referent,
    in_state,
    same_kind,
    suits,
)

_NEXT: Final = 2  # "for the first officer but not for the second"
MOST_PEOPLE: Final = 60  # no page tells of more; keeps the work in step with the page's length


# Roles of those whom a report calls "the officer".
_PLAIN: Final = frozenset({"officer", "police_constable", "detective_constable", "driver"})


class Referents(Remaining):
    """The unnamed people of one document, found again by the descriptions that mean them."""

    def resolve(
        self,
        d: Description,
        paragraph: int,
        taken: list[Referent],
        create: bool,
        verdicts: frozenset[str] = frozenset(),
    ) -> list[Referent]:
        """The people whom ``d`` means. ``taken`` are already meant in the same sentence; ``create`` allows new ones."""
        if d.person is not None:
            return [r for r in self.people if r.person is d.person]
        known = in_state(d, [r for r in self.people if suits(d, r)])
        if (
            d.former
        ):  # beside "a serving officer" in the same sentence "the two former officers" are two others
            known = [r for r in known if r not in taken]
        create = create and len(self.people) + (d.number or 1) <= MOST_PEOPLE
        if d.form == "none":
            return []
        if d.form == "listed":
            return self._listed(d)
        if d.form == "ordinal" and d.ordinal is not None:
            return self._nth(d, known, taken, create)
        if d.form in ("other", "part_other"):
            return [self._told_rank(r, d) for r in self._rest(d, known, taken, create, verdicts)]
        if d.form == "another" or d.more:
            return self._fresh(d, d.number or 1, known, taken, create)
        if d.form in ("part", "new", "bare") and d.number is not None:
            return self._some(d, known, taken, create, verdicts)
        if d.number == 1:
            meant = self._the(d, known, paragraph, taken, create, verdicts)
            if meant and d.deed and not meant[0].deed:
                meant[0].deed = d.deed
            return meant
        if d.form == "known" and d.relative and (rest := self._left_of_group(d, known, taken)):
            return [self._told_rank(r, d) for r in rest]
        return [self._told_rank(r, d) for r in self._all(d, known, create)]

    def _told_rank(self, r: Referent, d: Description) -> Referent:
        """ "For the two constables": the rank of officers of whom only "two officers" was told."""
        if d.family == "officer" and d.role not in NO_RANK and r.roles == {"officer"} and not r.uncounted:
            return self.specialise(r, d)
        return r

    def _the(
        self,
        d: Description,
        known: list[Referent],
        paragraph: int,
        taken: list[Referent],
        create: bool,
        verdicts: frozenset[str],
    ) -> list[Referent]:
        one = [r for r in known if not r.uncounted]
        if d.plain and d.form == "known" and (only := self._without_rank(d, one, taken)) is not None:
            return [self.specialise(only, d)]
        if d.generic and any(r.roles & _PLAIN for r in one):
            one = [r for r in one if r.roles != {"pcso"}]  # beside officers no PCSO is "the officer"
        if d.generic and d.deed and create:  # "the officer who ..." beside "the student officer who ..."
            one = [r for r in one if "student" not in r.telling or not r.deed or set(r.deed) & set(d.deed)]
        if (
            d.generic
            and d.relative
            and not d.deed
            and any(r.deed and r.roles & {d.role} for r in taken)
            and create
        ):
            return [self.new(d, open_=True)]
        if d.deed and one:
            same = [r for r in one if r.deed and set(r.deed) & set(d.deed)]
            close = [
                r for r in same if len(set(r.deed) & set(d.deed)) * 2 >= min(len(r.deed), len(d.deed)) + 1
            ]
            if close:
                return [close[-1]]
            if d.generic and any(r.deed[0] == d.deed[0] for r in same) and create:
                return [self.new(d, open_=True)]
            if create and verdicts and d.generic and self.focus_paragraph == paragraph:
                alike = [r for r in one if r.roles & _PLAIN]
                apart = [r for r in alike if r.level == JUDGED and r.deed and not set(r.deed) & set(d.deed)]
                waiting = [r for r in alike if r.level < JUDGED and not r.deed]
                # "The officer responsible for training her ... The officer who took the call ...": two, each by a deed
                if any(r in self.focus for r in apart) and len(apart) + len(waiting) == len(alike):
                    return [waiting[0] if waiting else self.new(d, open_=True)]
        if d.generic and self.focus_paragraph == paragraph and len(self.focus) == 1 and self.focus[0] in one:
            plain = [r for r in one if r.roles & _PLAIN and r.level == JUDGED]
            if not self.focus[0].roles & _PLAIN and len(plain) == 1 and "case" in plain[0].told:
                return plain  # a supervisor has the floor: "the officer" is the one so called before
            facing = [r for r in one if "case" in r.told and not r.closed]
            if not (self.focus[0].closed and self.focus[0].told[-1:] == ["no_case"] and len(facing) == 1):
                return [self.focus[0]]
            return facing  # one had no case to answer: "the officer" is the one who had
        if d.generic and len(one) > 1 and verdicts & {"hearing", "finding"}:
            facing = [r for r in one if "case" in r.told and not r.closed]
            if len(facing) == 1 and (facing[0].ordinal or 1) == 1 and not FINAL & set(facing[0].told):
                return facing  # a meeting, of one with a case to answer and one whose work was only poor
        if d.generic and one:
            return [max(one, key=lambda r: self._plainness(d, r))]
        exact = [r for r in one if suits(d, r) == 3]
        student = "student" in d.telling  # "the constable" beside "the student officer"
        exact = [r for r in exact if ("student" in r.telling) == student] or exact
        if not create:
            return [self._next_of(exact)] if exact and all(r.level < JUDGED for r in exact) else exact[-1:]
        if exact:
            waiting = [r for r in exact if r.level < JUDGED]
            if d.relative and verdicts and len(waiting) == 1 and len(exact) == 2:
                return (
                    waiting  # one of two sergeants was told of: "the sergeant who relieved her" is the other
                )
            facing = [r for r in exact if "case" in r.told and not r.closed]
            if len(facing) == 1 and all(r.closed for r in exact if r is not facing[0]):
                return facing  # of three inspectors one had a case to answer: "the inspector" is that one
            return [self._next_of(exact)]
        loose = [
            r
            for r in one
            if r not in taken
            and (d.role != "supervisor" or r not in self.focus or bool(taken))
            and (r.open or suits(d, r) == 2)
        ]
        if loose:
            chosen = min(loose, key=lambda r: (r.level == JUDGED, r.closed))
            return [self.specialise(chosen, d)]
        same = [r for r in one if suits(d, r) == 1 and r not in taken]
        if len(same) == 1:
            return same
        return [self.new(d, open_=d.generic and d.relative)] if create else []

    def _without_rank(self, d: Description, one: list[Referent], taken: list[Referent]) -> Referent | None:
        """ "A firearms officer was arrested. |The officer, an inspector|, ...": the only one told of, whose rank comes now."""
        if d.role in NO_RANK or any(suits(d, r) == 3 for r in one):
            return None
        alike = [r for r in self.people if r.family == d.family and not r.uncounted]
        single = alike[0] if len(alike) == 1 else None
        return single if single is not None and single.roles <= NO_RANK and single not in taken else None

    def _next_of(self, exact: list[Referent]) -> Referent:
        """Of those whom words suit exactly: whoever has the floor, and of several who have it the next in turn."""
        if exact[-1] not in self.focus:
            return exact[0]
        floor = [r for r in exact if r in self.focus]
        return floor[0] if len(floor) > 1 and all(r.level < JUDGED for r in floor) else exact[-1]

    def _plainness(self, d: Description, r: Referent) -> tuple[bool, bool, bool, bool, bool, int, bool, int]:
        """How well "the officer" alone suits somebody: not the second, not one who has left, judged, plain."""
        return (
            not self.of_a_closed_pair(r),
            d.role in r.roles or (d.role == "officer" and bool(r.roles & _PLAIN)),
            not (r.ordinal or 1) > 1,
            r.level == JUDGED,
            not r.closed,
            r.level,
            len(self.focus) == 1 and r in self.focus,
            -self.people.index(r),
        )

    def _some(
        self,
        d: Description,
        known: list[Referent],
        taken: list[Referent],
        create: bool,
        verdicts: frozenset[str],
    ) -> list[Referent]:
        """ "One officer", "two of the officers": part of a group not yet split, people told of so before, or new ones."""
        n = d.number or 1
        counted = [r for r in known if not r.uncounted and r not in taken]
        waiting = [r for r in counted if r.level < JUDGED] if d.left else []
        if len(waiting) >= n:
            return [self.specialise(r, d) for r in waiting[:n]]
        if n == 1 and d.generic and len(counted) == 1 and counted[0].level < JUDGED:
            return counted
        if (
            n == 1 and d.generic and "hearing" in verdicts
        ):  # "a meeting for one officer": for the one who faces it
            facing = [r for r in counted if "case" in r.told and not r.closed]
            if len(facing) == 1:
                return facing
        if d.including and create:
            return self._enlarged(d, n)
        again = n > 1 and bool(self.told_together(n, counted, all_judged=True))
        if verdicts & FINAL and d.generic and not again:
            left = self.unsettled(n, counted)
            if left:
                return [self.specialise(r, d) for r in left]
        bare = taken if d.family == "any" else ()  # "two received warnings, one received advice"
        group = self.latest_group(d, n, d.of, verdicts, taken=bare, beside=taken)
        if n > 1 and not taken and (group is None or any(r.level < JUDGED for r in group.members)):
            same = self.told_together(n, counted, all_judged=True)
            if same:
                return same
        if group is not None:
            free = [r for r in group.free() if r in counted]
            if n == 1 and d.generic and free and all((r.ordinal or 1) > 1 for r in free):
                # "one officer said ..., the second that ...": of the two, "one" is again not the second
                free = [r for r in group.members if r.level < JUDGED and (r.ordinal or 1) == 1] or free
            if d.of is not None and n < d.of < len(group.members) and len(free) >= d.of and d.family != "any":
                pair = [
                    self.specialise(r, d) for r in free[: d.of]
                ]  # "one of the two jailers", of four interviewed
                self.group(pair)
                return pair[:n]
            if len(free) >= n and (d.family == "any" or self._is_exact(d, free)):
                return [self.specialise(r, d) for r in free[:n]]
        if n == 1:
            alone = [r for r in counted if suits(d, r) == 3 and (d.form != "new" or not d.relative)]
            if alone:
                return [next((r for r in reversed(alone) if "case" in r.told and not r.closed), alone[-1])]
        else:
            same = self.told_together(n, counted, all_judged=True)
            if same:
                return same
        if d.counting and create and taken and verdicts & RESULT:
            return self._beside(d, n, taken)
        return self._fresh(d, n, known, taken, create)

    def _beside(self, d: Description, n: int, taken: list[Referent]) -> list[Referent]:
        """ "Two officers were dismissed and |one| was given a warning": none of the two, whose end was told."""
        if not all(RESULT & set(r.told) for r in taken) or len(self.people) + n > MOST_PEOPLE:
            return []
        more = [self.one_more(taken[-1], d) for _ in range(n)]
        self.group([*taken, *more])
        return more

    def _enlarged(self, d: Description, n: int) -> list[Referent]:
        """ "Ten officers, including the original four": a wider inquiry, in which the four are told of afresh."""
        before = next((g.members for g in reversed(self.groups) if len(g.members) == d.including), [])
        for r in before:
            r.together.clear()
        return list(before) + [self.new(d, open_=d.generic) for _ in range(n - len(before))]

    def _fresh(
        self, d: Description, n: int, known: list[Referent], taken: list[Referent], create: bool
    ) -> list[Referent]:
        """The next people of an open group, or new ones."""
        if d.form == "another" and d.generic and not taken and not d.more:
            left = self.unsettled(n, known)
            if left:
                return left
        group = self.latest_group(d, n, d.of, taken=taken if d.family == "any" else ())
        if group is not None:
            free = [r for r in group.free() if r in known and r not in taken and r not in self.focus]
            if len(free) >= n:
                return free[:n]
        if create and d.family == "any" and d.form == "another" and taken:
            return [self.one_more(taken[-1], d)]  # "One PC was dismissed, another was given a warning"
        if not create or d.family == "any":
            return []
        whole = d.of if d.form == "part" and d.of is not None and n < d.of <= MOST_TOLD_TOGETHER else n
        new = [self.new(d, open_=d.generic) for _ in range(n)]
        # "one of the three, a constable": of what rank the others are is not told
        other = replace(d, role="officer", telling=frozenset(), head=None, deed=()) if d.apposed else d
        for place in range(n, whole):
            r = self.new(other, open_=other.generic)
            if d.apposed:  # they come in after the one told of, each when his turn comes
                r.many, r.anchor, r.placed = whole, r.anchor + place, True
                r.person.anchor = r.anchor
            new.append(r)
        if whole > n:  # "one of the two constables": the other is known from here on
            self.group(new)
        for r in new:
            r.apart = d.form == "another" or d.more
            r.whole = whole if whole > n else 0
        return new[:n]

    def _nth(
        self, d: Description, known: list[Referent], taken: list[Referent], create: bool
    ) -> list[Referent]:
        k = d.ordinal or 1
        if d.family == "any" and k > 2:  # "two of the constables ... The third": whoever of the group is left
            for group in reversed(self.groups):
                free = group.free()
                if len(group.members) == k and len(free) == 1:
                    return free
            if create and k - 1 in (len(self.focus), len(taken)):
                return [self.one_more((taken or self.focus)[-1], d)]
        floor = self.focus[0] if len(self.focus) == 1 else None
        if (
            d.family == "any" and floor is not None and floor.ordinal == k - 1
        ):  # "the first constable ... The second"
            alike = [r for r in known if r is not floor and same_kind(r, floor) and r.ordinal in (None, k)]
            if alike:
                return [next((r for r in alike if r.ordinal == k), alike[0])]
            if create and floor in taken and k == _NEXT:
                second = self.one_more(floor, d)
                second.ordinal = k
                return [second]
        counted = [r for r in known if not r.uncounted and (suits(d, r) == 3 or r.open)]
        for r in reversed(counted):
            if r.ordinal == k:
                return [r]
        if d.generic and (last := self._last_of_group(k, counted)) is not None:
            return [last]
        plain = [r for r in counted if suits(d, r) >= 2]
        if d.generic or d.apposed:  # "a third officer" after "the officer, a sergeant, ..." of four
            plain = [r for r in self.people if r in plain or (r.specialised and r.family == d.family)]
        if k <= len(plain) and plain[k - 1].ordinal in (None, k) and plain[k - 1] in known:
            plain[k - 1].ordinal = k
            seat = plain[k - 1]  # "a third officer, a student officer": one of those who came in together
            return [self.specialise(seat, d) if seat.many > 1 and not d.telling - {"case"} else seat]
        if d.family == "any" or not create:
            return []
        left = [r for r in counted if r.ordinal is None and r.level < JUDGED] if k > 2 else []
        new = left[0] if left else self.new(d, open_=d.generic)
        new.ordinal = k
        return [new]

    def _all(self, d: Description, known: list[Referent], create: bool) -> list[Referent]:
        """ "Both officers", "the three officers", "the officers"."""
        counted = [r for r in known if not r.uncounted]
        n = d.number
        own = [r for r in counted if suits(d, r) >= 2]
        if n is not None and len(own) >= n:
            counted = own  # "the two officers" are not the two detention officers
        if n is None:
            apart = next((g.members for g in reversed(self.groups) if self.left_together(d, g)), None)
            if apart is not None:
                return list(apart)
            for group in reversed(self.groups):
                if len(group.members) > 1 and all(r in known for r in group.members):
                    return self._with_late_comers(d, group.members, counted)
            if len(counted) > 1:
                return counted
            plural = [r for r in known if r.uncounted]
            if plural:
                return plural[-1:]
            if not create or (counted and d.form != "all"):
                return counted if d.form == "known" else []
            new = self.new(d, open_=False)
            new.uncounted = True
            return [new]
        same = self.told_together(n, counted, all_judged=False)
        if same and all(r.level == JUDGED and not r.closed for r in same):
            return same
        if same and d.generic and all(suits(d, r) == 3 for r in same):
            others = [r for r in counted if r.level == JUDGED and r not in same]
            facing = [r for r in counted if "case" in r.told and not r.closed]
            of_one = any("case" in r.told for r in same) and not all(r.level == JUDGED for r in same)
            if of_one and len(facing) == n:
                return facing  # one of the two had a case to answer, and so had the inspector
            if any(suits(d, r) < 3 for r in others):
                return same  # "both officers" are the two officers, and not one of them and the inspector
        judged = [r for r in counted if r.level == JUDGED]
        told = same if all(r.level == JUDGED for r in same) else []
        for pool in ([r for r in judged if not r.closed], told, judged, same, counted):
            if len(pool) == n:
                return pool
        if not create or d.family == "any":
            return []
        least = 2 if d.form == "all" else 3  # "both officers" may be a sergeant and another
        base = [r for r in judged if suits(d, r) >= least or (d.generic and r.roles & _PLAIN)][:n]
        if len(counted) >= n:
            more = [r for r in counted if r not in base][: n - len(base)]
            return base + [self.specialise(r, d) for r in more]
        rest = [self.new(d, open_=d.generic) for _ in range(n - len(base))]
        for r in rest:
            r.definite = r.definite and not base  # told of after those whom the words mean first
        return base + rest

    def _listed(self, d: Description) -> list[Referent]:
        """ "Officers one, four and five": those of the largest group, in its order."""
        group = max(self.groups, key=lambda g: len(g.members), default=None)
        if group is None or len(group.members) < max(d.ordinals):
            first = sorted((r for r in self.people if suits(d, r)), key=lambda r: (r.ordinal or 1, r.anchor))
            in_order = d.ordinals == tuple(range(1, len(d.ordinals) + 1))  # "the first two officers"
            return first[: len(d.ordinals)] if in_order and len(first) >= len(d.ordinals) else []
        turns = {r.ordinal: r for r in group.members if r.ordinal is not None}
        rest = iter([r for r in group.members if r.ordinal is None])
        in_turn = [turns.get(k) or next(rest, None) for k in range(1, len(group.members) + 1)]
        for k, r in enumerate(in_turn, 1):
            if r is not None:
                r.ordinal, r.specialised = k, True
        return [r for k in d.ordinals if (r := in_turn[k - 1]) is not None]

    def _is_exact(self, d: Description, free: list[Referent]) -> bool:
        return all(suits(d, r) >= 2 for r in free)
