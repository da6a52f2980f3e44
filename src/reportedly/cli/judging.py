"""`reportedly judgements`: what readers judged, for evaluation and training."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.cli.options import format_option, store_option
from reportedly.cli.output import Column, write
from reportedly.store import Store, judging

_COLUMNS = (
    Column("made", lambda row: row.made[:16]),
    Column("who", lambda row: row.who),
    Column("field", lambda row: row.field),
    Column("verdict", lambda row: row.verdict),
    Column("says", lambda row: row.says, wide=True),
    Column("rather", lambda row: row.rather or "", wide=True),
    Column("sentence", lambda row: row.sentence, wide=True),
)


@click.command()
@store_option
@click.option("--withdrawn", is_flag=True, help="What was withdrawn too, and the withdrawals.")
@format_option
def judgements(store: Path, withdrawn: bool, form: str | None) -> None:
    """Print what readers judged in the desk, in order, one field of one claim a line.

    Nothing is ever overwritten: of several lines of the same reader, claim and field the last
    one counts. What a reader withdrew is left out.

    \b
    Example:
        reportedly judgements --format jsonl > judgements.jsonl
    """
    with Store.open(store, read_only=True) as opened:
        found = judging.judgements(opened) if withdrawn else judging.standing(opened)
        write(found, _COLUMNS, form, judging.Judgement)
