"""Who is left of a group of unnamed officers: "the other two", "the remaining officer", "the third officer", "any of them"."""

from __future__ import annotations

from typing import Final

from peelian.reading.company import Company
from peelian.reading.description import Description
from peelian.reading.unnamed import JUDGED, UNDER_NOTICE, Group, Referent, same_kind, suits

#: What is done about somebody in the end: told of one, it is not told of another in the same breath.
RESULT: Final = frozenset({"outcome", "management"})
_MOST_BESIDE: Final = 4  # who has the floor, where "the other two" are people of whom nothing was told before


class Remaining(Company):
    """A company of which words can mean those of whom nothing was told yet."""

    def _left_of_group(self, d: Description, known: list[Referent], taken: list[Referent]) -> list[Referent]:
        """ "For two of the seven officers, and that |the three who wrote comments| had ...": the next of the group."""
        for group in reversed(self.groups) if d.number is not None else ():
            free = [r for r in group.free() if r in known and r not in taken]
            if len(free) >= (d.number or 1) and any(r in taken for r in group.members):
                return free[: d.number]
        return []

    def _last_of_group(self, k: int, counted: list[Referent]) -> Referent | None:
        """ "One of the three officers ... another officer ... |the third officer|": whoever of the group is left."""
        for group in reversed(self.groups):
            free = [r for r in group.free() if r in counted]
            turns = [r for i in group.touched for r in group.members if id(r) == i]
            if (
                len(group.members) == k > 2
                and len(free) == 1
                and len(turns) == k - 1
                and not any(r.ordinal for r in group.members)
            ):
                for place, r in enumerate([*turns, *free], 1):  # "the first officer" is the one told of first
                    r.ordinal = place
                return free[0]
        return None

    def _rest(
        self,
        d: Description,
        known: list[Referent],
        taken: list[Referent],
        create: bool,
        verdicts: frozenset[str] = frozenset(),
    ) -> list[Referent]:
        """ "The other officer", "the remaining two": the group without those who have the floor."""
        floor = [r for r in taken if suits(d, r)] or self.focus
        for group in reversed(self.groups) if d.form == "part_other" and d.of is not None else ():
            if len(group.members) == d.of and all(r in known and r not in floor for r in group.members):
                return group.members[: d.number]  # "one of the four other officers": of just those four
        if d.number == 1 and d.form == "other" and verdicts & {"hearing", "finding", "outcome"} and floor:
            facing = [
                r for r in self.people if "case" in r.told and not r.closed and not RESULT & set(r.told)
            ]
            if (
                len(facing) == 1
                and d.family != "any"
                and facing[0] in known
                and facing[0] not in floor
                and same_kind(facing[0], floor[0])
            ):
                return facing  # one was cleared after all: "the other officer" at a hearing is who still faces one
        if d.number is None and any(r.singled for r in known):  # all of whom nothing was told apart
            floor = [r for r in self.people if r.singled]
        if d.number is not None and d.number > 1:
            ended = any(RESULT & set(r.told) for r in floor)
            untold = next((f for g in reversed(self.groups) if (f := self._untold(g, floor, known))), [])
            if len(untold) == d.number and not ended:
                return untold  # of five, three were told of: "the remaining two"
            facing = [
                r
                for r in known
                if "case" in r.told and not r.closed and not RESULT & set(r.told) and r not in floor
            ]
            if len(facing) == d.number and floor and all("case" in r.told for r in floor):
                return facing  # three had a case to answer and the end of one was told: the two who wait for theirs
            fits: list[list[Referent]] = []
            for group in reversed(self.groups):  # the rest of the three of whom one was just told of
                rest = [r for r in group.members if r not in floor]
                if (
                    floor
                    and len(rest) == d.number == len(group.members) - len(floor)
                    and all(r in known for r in rest)
                ):
                    fits.append(rest)
            fits += [
                list(g.members)
                for g in reversed(self.groups)
                if len(g.members) == d.number and all(r in known and r not in floor for r in g.members)
            ]
            if fits:  # those whose end was told go after those who still wait for theirs
                return next((f for f in fits if not any(RESULT & set(r.told) for r in f)), fits[0])
        for group in reversed(self.groups):
            rest = [r for r in group.members if r not in floor and r in known]
            if 0 < len(rest) < len(group.members) and (
                d.number is None or len(rest) == d.number or d.form == "part_other"
            ):
                return rest[: d.number] if d.form == "part_other" else rest
        for group in reversed(self.groups):
            rest = [r for r in group.free() if r in known and r not in floor]
            if rest and len(rest) < len(group.members) and d.number in (None, len(rest)):
                return rest
        rest = [r for r in known if r not in floor and not r.uncounted]
        if d.family == "any" and floor:  # "one of the detention officers ... the other": of the same kind
            rest = [r for r in rest if same_kind(r, floor[0])]
        if d.number is None or len(rest) == d.number:
            return rest
        if len(rest) > d.number and d.form == "part_other":  # "one of the three others, a sergeant"
            return [self.specialise(r, d) for r in rest[: d.number]]
        if len(rest) > d.number:
            return rest[-d.number :]
        if d.negative and floor and d.family == "any":  # "neither of his colleagues"
            return rest + [self.one_more(floor[0], d) for _ in range(d.number - len(rest))]
        if create and d.family == "any" and taken and len(floor) < _MOST_BESIDE:
            # "the first officer had a case to answer and |the other two| none": as many beside him
            return rest + [self.one_more(floor[0], d) for _ in range(d.number - len(rest))]
        if not create or d.family == "any":
            return []
        return rest + [self.new(d, open_=d.generic) for _ in range(d.number - len(rest))]

    def _untold(self, group: Group, floor: list[Referent], known: list[Referent]) -> list[Referent]:
        """The members of a group of whom nothing was told, where of all the others a verdict was."""
        free = [r for r in group.members if r.level < JUDGED]
        told = [r for r in group.members if r.level == JUDGED]
        return free if told and all(r in known and r not in floor for r in free) else []

    def _with_late_comers(
        self, d: Description, members: list[Referent], counted: list[Referent]
    ) -> list[Referent]:
        """ "Any of the officers" are all of those under notice of whom no more was told, also who came in after the group."""
        if d.form != "all" or any(r.level != UNDER_NOTICE for r in members):
            return list(members)
        late = [r for r in counted if r not in members]
        everybody = all(r.level == UNDER_NOTICE == r.notice and r.family == d.family for r in late)
        return [*members, *late] if everybody else list(members)
