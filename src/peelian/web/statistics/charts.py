"""Charts as SVG: Altair specifications drawn by vl-convert on this machine. No script reaches the reader.

Each chart is drawn once for one state of the index. Counts are written on the bars; the table stands below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal

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
#: Each chart is drawn for a page and for a phone; the style sheet shows one. A phone has so many pixels for it.
Form = Literal["wide", "narrow"]
PHONE = 284
#: And a column of the page so many: drawn wider, it would be made smaller, and its words with it.
PAGE = 480
TYPE = "Source Sans 3, sans-serif"
_XML = re.compile(r"^<\?xml[^>]*\?>\s*")
_ROLES = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
_UNSEEN = re.compile(r'<path [^>]*(?:display="none"| d="")[^>]*/>')
_DOT = re.compile(
    r'<path transform="translate\(([\d.-]+),([\d.-]+)\)" d="M([\d.]+),0A\3,\3,0,1,1,-\3,0A\3,\3,0,1,1,\3,0"'
    r'( fill="[^"]*") stroke-width="2"((?: opacity="[^"]*")?)/>'
)
_EXACT = re.compile(r"(\.\d\d)\d+")


def _chart(data: list[dict[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.Data(values=data))  # type: ignore[no-untyped-call]


def _drawn(chart: Any, legend: int = 2) -> str:
    chart = chart.configure(
        view=alt.ViewConfig(strokeWidth=0),
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
            labelColor=INK, titleColor=SOFT, orient="top", columns=legend, labelFontSize=13, labelLimit=0
        ),
    )
    return _slim(vl_convert.vegalite_to_svg(chart.to_dict(), allowed_base_urls=[]))


def _slim(svg: str) -> str:
    """A drawing at half its weight: the type said once, hundredths of a pixel at most, dots as circles, nothing
    that is not seen."""
    svg = _UNSEEN.sub("", _XML.sub("", svg)).replace(f' font-family="{TYPE}"', "")
    # The figure around it says what it is, and the table below holds the numbers: nothing to be read out mark by mark.
    head = f'<svg aria-hidden="true" font-family="{TYPE}" '
    svg = _EXACT.sub(r"\1", _ROLES.sub("", svg)).replace("<svg ", head, 1)
    return _DOT.sub(r'<circle cx="\1" cy="\2" r="\3"\4\5/>', svg)


def stacked_years(
    rows: Sequence[tuple[int, dict[str, int]]], order: Sequence[str], form: Form = "wide"
) -> str:
    """Stacked bars: a bar a year, a shade an ending, the number in each part. On a phone the years go down the page."""
    data = [
        {"year": str(year), "ending": ending, "cases": count, "order": order.index(ending)}
        for year, counts in rows
        for ending, count in counts.items()
        if count
    ]
    if not data:
        return ""
    narrow = form == "narrow"
    years = alt.Axis() if narrow else alt.Axis(labelAngle=0, labelOverlap="parity")
    time, many = (alt.Y, alt.X) if narrow else (alt.X, alt.Y)
    base = _chart(data).encode(
        time("year:O", title=None, axis=years),
        many("cases:Q", title="cases", stack="zero", axis=alt.Axis(tickMinStep=1)),
        order=alt.Order("order:O"),
    )
    bars = base.mark_bar().encode(
        color=alt.Color(
            "ending:N", title=None, sort=list(order), scale=alt.Scale(domain=list(order), range=SHADES)
        )
    )
    counts = base.mark_text(fontSize=11, fontWeight=600).encode(
        many("cases:Q", stack="zero", bandPosition=0.5),
        text="cases:Q",
        detail="ending:N",
        color=alt.condition("datum.order < 1", alt.value(ON_FIRST), alt.value(ON_OTHERS)),
    )
    drawn = (bars + counts) if narrow or len(rows) <= 15 else bars
    if narrow:
        return _drawn(drawn.properties(width=PHONE - 44, height=alt.Step(22)), legend=1)
    return _drawn(_within(drawn, PAGE).properties(height=260))


def bars(rows: Sequence[tuple[str, int]], title: str, form: Form = "wide") -> str:
    """Sorted bars with the count at each end."""
    if not rows:
        return ""
    data = [{"what": what, "cases": count} for what, count in rows]
    base = _chart(data).encode(
        y=_side("what:N", form), x=alt.X("cases:Q", title=title, axis=alt.Axis(tickMinStep=1))
    )
    drawn = base.mark_bar(color=SHADES[0], height=14) + base.mark_text(align="left", dx=4, color=INK).encode(
        text="cases:Q"
    )
    return _sized(drawn, base, "what:N", form, 22)


def dots(rows: Sequence[tuple[str, Sequence[int], float]], form: Form = "wide") -> str:
    """Dots on a line of days, a line a step (step, days in order, middle value); the middle marked.

    Every case is a dot where there are at most ``MOST_DOTS``; of more, each dot stands for an equal share of them.
    """
    data = [{"step": step, "days": day} for step, days, _ in rows for day in thinned(days)]
    if not data:
        return ""
    steps = _side("step:N", form)
    points = (
        _chart(data)
        .mark_point(color=SHADES[0], opacity=0.55, filled=True, size=45)
        .encode(y=steps, x=alt.X("days:Q", title="days", axis=alt.Axis(tickMinStep=1)))
    )
    middles = _chart([{"step": step, "days": middle} for step, _, middle in rows]).encode(y=steps)
    middle = middles.mark_tick(color=INK, thickness=3, size=18).encode(x="days:Q")
    return _sized(points + middle, middles, "step:N", form, 34)


def thinned(days: Sequence[int]) -> Sequence[int]:
    """Some days in order, or of many the middle of each ``MOST_DOTS``th part of them."""
    if len(days) <= MOST_DOTS:
        return days
    return [days[int((n + 0.5) * len(days) / MOST_DOTS)] for n in range(MOST_DOTS)]


def rates(rows: Sequence[tuple[str, float, float, float]], form: Form = "wide") -> str:
    """A dot a force with its interval: (force, rate, low, high) per 1,000 officers."""
    if not rows:
        return ""
    data = [
        {"force": f, "rate": round(r, 2), "low": round(lo, 2), "high": round(hi, 2)} for f, r, lo, hi in rows
    ]
    base = _chart(data).encode(y=_side("force:N", form))
    spans = base.mark_rule(color=SOFT).encode(
        x=alt.X("low:Q", title="published cases per 1,000 officers"), x2="high:Q"
    )
    points = base.mark_point(color=SHADES[0], filled=True, size=60).encode(x="rate:Q")
    return _sized(spans + points, base, "force:N", form, 24)


def _side(field: str, form: Form) -> alt.Y:
    """The rows of a chart: their names written whole at the side, or (see ``_sized``) above each row."""
    return alt.Y(field, sort=None, title=None, axis=None if form == "narrow" else WHOLE)


def _within(drawn: Any, width: int) -> Any:
    """A chart of a width in all, the names at its side among it."""
    return drawn.properties(width=width, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))


def _sized(drawn: Any, names: Any, field: str, form: Form, step: int) -> str:
    """A chart of rows in one of its forms: on a phone each row's name stands above it, where there is room for it."""
    if form == "wide":
        return _drawn(_within(drawn, PAGE).properties(height=alt.Step(step)))
    above = names.mark_text(align="left", baseline="bottom", dy=-9, fontSize=13, color=SOFT).encode(
        x=alt.value(0), text=field
    )
    return _drawn((drawn + above).properties(width=PHONE - 24, height=alt.Step(step + 18)))
