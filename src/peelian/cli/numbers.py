"""Numbers as options. click says "'x' is not a valid integer range"; these say what is meant."""

from __future__ import annotations

import click


class Whole(click.IntRange):
    """A whole number between two bounds, either of which may be left out."""

    name = "whole number"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """What the help shows in the number's place."""
        return "NUMBER"


class Number(click.FloatRange):
    """A number, perhaps with a point, between two bounds, either of which may be left out."""

    name = "number"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        """What the help shows in the number's place."""
        return "NUMBER"
