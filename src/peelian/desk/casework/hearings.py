"""Chair and panel by the rules of the date: what is shown at the hearing stages, and what is checked.

Source: ``law.panels_on``, ``law.chairs_on`` (SI 2015/626, SI 2024/521 and each rule's own).
"""

from __future__ import annotations

from dataclasses import dataclass

from peelian import law
from peelian.desk.casework.recording import say_date
from peelian.desk.casework.standing import Standing
from peelian.law import Panel, Rule


@dataclass(frozen=True, slots=True)
class Sitting:
    """Who may sit on a proceeding of a kind on a day: chairs and panels (several if the day does not decide)."""

    kind: str
    title: str
    on: str
    chairs: tuple[Rule, ...]
    panels: tuple[Panel, ...]
    public: bool | None
    remark: str

    @property
    def on_words(self) -> str:
        """The day, in words."""
        return say_date(self.on)


def sitting(now: Standing, kind: str | None, on: str) -> Sitting | None:
    """The rules for a kind of proceeding on an EDTF date; None where no rule is held for it."""
    if kind is None or kind not in law.ids("proceedings"):
        return None
    force = now.particulars.get("force")
    chairs = law.chairs_on(kind, on, force=None if force is None else str(force))
    panels = law.panels_on(kind, on, senior=bool(now.particulars.get("senior")))
    if not chairs and not panels:
        return None
    return Sitting(
        kind, law.term("proceedings", kind).name, on, chairs, panels, law.in_public(kind, on),
        remark(chairs, str(now.recorded("chair_role") or "")),
    )  # fmt: skip


def remark(chairs: tuple[Rule, ...], role: str) -> str:
    """What to say of the recorded chair's role: nothing if the rules of the date know it, else what they know."""
    if not role.strip() or not chairs:
        return ""
    known = {name.casefold() for rule in chairs for name in rule.allowed}
    if role.strip().casefold() in known:
        return ""
    may = (
        ""
        if all(rule.verified for rule in chairs)
        else " These rules were not all checked against their text."
    )
    return f"The rules of the date do not name “{role.strip()}” as a chair: look again, or say why.{may}"
