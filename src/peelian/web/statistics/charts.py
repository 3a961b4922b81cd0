"""Charts as SVG: Altair specifications drawn by vl-convert on this machine. No script reaches the reader.

Each chart is drawn once for one state of the index. Counts are written on the bars; the table stands below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import altair as alt
import vl_convert

#: The style sheet gives these the page's own colours, dark ones too (peelian.css, ".chart").
INK, SOFT, RULE, ON_FIRST = "#14202b", "#46535e", "#d9d5c8", "#ffffff"
ON_OTHERS = "#14202c"  # dark on every other shade, whatever the page's colours
SHADES = ["#0b5563", "#4f8f9a", "#b9a44c", "#9aa3a8"]
#: More dots than this say no more, and weigh: a page stays under its weight whatever the casebook holds.
MOST_DOTS = 40
#: Names at the side are written whole.
WHOLE = alt.Axis(labelLimit=320)
TYPE = "Source Sans 3, sans-serif"
_XML = re.compile(r"^<\?xml[^>]*\?>\s*")
_ROLES = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
_UNSEEN = re.compile(r'<path [^>]*(?:display="none"| d="")[^>]*/>')
_EXACT = re.compile(r"(\.\d\d)\d+")


def _chart(data: list[dict[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.Data(values=data))  # type: ignore[no-untyped-call]


def _drawn(chart: Any) -> str:
    chart = chart.configure_view(strokeWidth=0).configure(
        background="transparent",
        aria=False,
        font=TYPE,
        axis=alt.AxisConfig(
            labelColor=SOFT,
            titleColor=SOFT,
            gridColor=RULE,
            domainColor=SOFT,
            labelFontSize=13,
        ),
        header=alt.HeaderConfig(labelColor=INK, titleColor=INK),
        legend=alt.LegendConfig(
            labelColor=INK, titleColor=SOFT, orient="top", columns=2, labelFontSize=13, labelLimit=0
        ),
    )
    return _slim(vl_convert.vegalite_to_svg(chart.to_dict(), allowed_base_urls=[]))


def _slim(svg: str) -> str:
    """A drawing at half its weight: the type said once, hundredths of a pixel at most, nothing that is not seen."""
    svg = _UNSEEN.sub("", _XML.sub("", svg)).replace(f' font-family="{TYPE}"', "")
    # The figure around it says what it is, and the table below holds the numbers: nothing to be read out mark by mark.
    head = f'<svg aria-hidden="true" font-family="{TYPE}" '
    return _EXACT.sub(r"\1", _ROLES.sub("", svg)).replace("<svg ", head, 1)


def stacked_years(rows: Sequence[tuple[int, dict[str, int]]], order: Sequence[str]) -> str:
    """Stacked bars: a bar a year, a shade an ending, the number in each part."""
    data = [
        {"year": str(year), "ending": ending, "cases": count, "order": order.index(ending)}
        for year, counts in rows
        for ending, count in counts.items()
        if count
    ]
    if not data:
        return ""
    base = _chart(data).encode(
        x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, labelOverlap="parity")),
        y=alt.Y("cases:Q", title="cases", stack="zero", axis=alt.Axis(tickMinStep=1)),
        order=alt.Order("order:O"),
    )
    bars = base.mark_bar().encode(
        color=alt.Color(
            "ending:N", title=None, sort=list(order), scale=alt.Scale(domain=list(order), range=SHADES)
        )
    )
    counts = base.mark_text(fontSize=11, fontWeight=600).encode(
        y=alt.Y("cases:Q", stack="zero", bandPosition=0.5),
        text="cases:Q",
        detail="ending:N",
        color=alt.condition("datum.order < 1", alt.value(ON_FIRST), alt.value(ON_OTHERS)),
    )
    drawn = (bars + counts) if len(rows) <= 15 else bars
    return _drawn(drawn.properties(width=max(300, min(46 * len(rows), 620)), height=260))


def bars(rows: Sequence[tuple[str, int]], title: str) -> str:
    """Sorted bars with the count at each end."""
    if not rows:
        return ""
    data = [{"what": what, "cases": count} for what, count in rows]
    base = _chart(data).encode(
        y=alt.Y("what:N", sort=None, title=None, axis=WHOLE),
        x=alt.X("cases:Q", title=title, axis=alt.Axis(tickMinStep=1)),
    )
    drawn = base.mark_bar(color=SHADES[0], height=14) + base.mark_text(align="left", dx=4, color=INK).encode(
        text="cases:Q"
    )
    return _drawn(drawn.properties(width=420, height=alt.Step(22)))


def dots(rows: Sequence[tuple[str, Sequence[int], float]]) -> str:
    """Dots on a line of days, a line a step (step, days in order, middle value); the middle marked.

    Every case is a dot where there are at most ``MOST_DOTS``; of more, each dot stands for an equal share of them.
    """
    data = [{"step": step, "days": day} for step, days, _ in rows for day in thinned(days)]
    if not data:
        return ""
    steps = alt.Y("step:N", sort=None, title=None, axis=WHOLE)
    points = (
        _chart(data)
        .mark_point(color=SHADES[0], opacity=0.55, filled=True, size=45)
        .encode(y=steps, x=alt.X("days:Q", title="days", axis=alt.Axis(tickMinStep=1)))
    )
    middles = [{"step": step, "days": middle} for step, _, middle in rows]
    middle = _chart(middles).mark_tick(color=INK, thickness=3, size=18).encode(y=steps, x="days:Q")
    return _drawn((points + middle).properties(width=460, height=alt.Step(34)))


def thinned(days: Sequence[int]) -> Sequence[int]:
    """Some days in order, or of many the middle of each ``MOST_DOTS``th part of them."""
    if len(days) <= MOST_DOTS:
        return days
    return [days[int((n + 0.5) * len(days) / MOST_DOTS)] for n in range(MOST_DOTS)]


def rates(rows: Sequence[tuple[str, float, float, float]]) -> str:
    """A dot a force with its interval: (force, rate, low, high) per 1,000 officers."""
    if not rows:
        return ""
    data = [
        {"force": f, "rate": round(r, 2), "low": round(lo, 2), "high": round(hi, 2)} for f, r, lo, hi in rows
    ]
    base = _chart(data).encode(y=alt.Y("force:N", sort=None, title=None, axis=WHOLE))
    spans = base.mark_rule(color=SOFT).encode(
        x=alt.X("low:Q", title="published cases per 1,000 officers"), x2="high:Q"
    )
    points = base.mark_point(color=SHADES[0], filled=True, size=60).encode(x="rate:Q")
    return _drawn((spans + points).properties(width=420, height=alt.Step(24)))
