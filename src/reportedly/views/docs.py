"""docs/views.md, made from the rows of the views: `python -m reportedly.views.docs [FILE]`."""

from __future__ import annotations

import inspect
import sys
import textwrap

from msgspec import Struct

from reportedly import views
from reportedly.records.docs import written
from reportedly.views.flat import columns

HEAD = """# Views one can hand on

This page is made from the rows of the views by `python -m reportedly.views.docs docs/views.md`; a
test compares the two. [cli.md](cli.md) has every command with its options,
[linking.md](linking.md) tells how claims become events.

Views count **events**, not echoes: what ten outlets tell is one line, with how many reports,
outlets and independent origins it has. Readers' comments are only in `comments`. `--format jsonl`
prints every field of a row as it is, `--format csv` every field flat: one plain value a cell,
under columns that never move, the line of names even where nothing is found.

- Of a side the first two parties have columns (`actor1_name`, `actor1_country`, `actor1_sector`,
  `actor2_…`); the column of the side's name (`actors`) counts them all.
- `good`, `good_category`, `quantity`, `unit` and `amount` are of the first good, `goods` counts
  them; `amount` keeps the marks of the number: "at least 1,000 containers", "up to 30". Of events
  `goods` and `amounts` have them all.
- `voice` has the names from the outermost to the innermost; country and `voice_named` are of that
  one.
- Several plain values are joined by "; "; `true` and `false` are words; an empty cell is not
  known.
- Text that a spreadsheet would take for a formula (it begins with = + - or @) begins with an
  apostrophe: the words are those of pages.

What a day rests on is told wherever one stands (`date_basis`): `stated` by a text, `relative` to
the day of publication, only `published`, or `derived`, where not even that day stands on the page
but was worked out from it (in tables "published about …").

`--party`, `--type`, `--mode`, `--good`, `--voice`, `--confidence` and days choose events that
have such a claim; `--status` is the event's own, the strongest, and `--origins N` asks for so
many independent ones. A word that the store does not know is told with the nearest that it does
("no party 'Rusia' in this store; did you mean Russia?"). A table that is piped has a line a row
and is not cut.

Besides the rows below: `reportedly map` writes GeoJSON, a point an event, with the columns of
`events` as properties; `reportedly network` writes GraphML or, to a file that ends in `.gexf` or
with `--as gexf`, GEXF; `reportedly series --plot FILE.svg` draws the series.
"""
#: command → its row
ROWS: dict[str, type[Struct]] = {
    "events": views.EventRow,
    "timeline": views.EventLine,
    "ledger": views.LedgerLine,
    "contested": views.ContestedLine,
    "promises": views.PromiseRow,
    "promises --by actor": views.FollowThrough,
    "series": views.EventSeriesRow,
    "sources": views.SourceRow,
    "drift": views.DriftRow,
    "drift --by outlet": views.OutletDrift,
    "timeline --by claim": views.TimelineRow,
    "ledger --by claim": views.LedgerRow,
    "comments": views.CommentRow,
    "inputs": views.InputRow,
    "problems": views.ProblemRow,
}


def page() -> str:
    """Return the whole page, ending in a line break."""
    parts = [HEAD]
    for command, row in ROWS.items():
        names = textwrap.fill(" ".join(columns(row)), 96, break_long_words=False)
        told = inspect.cleandoc(row.__doc__ or "")
        parts.append(f"## {command}\n\n```text\n{told}\n```\n")
        parts.append(f"Columns of the CSV:\n\n```text\n{names}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    raise SystemExit(written(page(), sys.argv[1:]))
