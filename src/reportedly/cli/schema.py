"""`reportedly schema`: the JSON Schema of what is printed."""

from __future__ import annotations

import json

import click

from reportedly.records.schema import ROOTS, json_schema


@click.command()
@click.argument("record", type=click.Choice(list(ROOTS)), default="claim")
def schema(record: str) -> None:
    """Print the JSON Schema of a claim, an article, an attribution or an event.

    \b
    Example:
        reportedly schema claim > claim.schema.json
    """
    click.echo(json.dumps(json_schema(record), indent=2, ensure_ascii=False))
