"""`reportedly demo`: the bundled examples, from pages to a dossier, in one go."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from itertools import combinations, islice
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

import reportedly
from reportedly import ontology, views
from reportedly.cli import ink
from reportedly.cli.adding import Adding
from reportedly.cli.dossiers import dossier_html
from reportedly.cli.inputs import count, tell
from reportedly.cli.output import console
from reportedly.cli.progress import Meter
from reportedly.desk.names import title
from reportedly.desk.wording import GLYPHS, days, plain, said, who
from reportedly.errors import UsageError
from reportedly.linking import stored
from reportedly.records import Claim, Status
from reportedly.store import ClaimFilter, Store

#: rows of each part that are shown: a screen, not a book
_SHOWN = 8


def examples_folder() -> Path:
    """Return the folder examples/ of the checkout that this package runs from."""
    return Path(__file__).parents[3] / "examples"


@click.command()
@click.option(
    "--examples",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="Pages to code.  [default: examples/ of the checkout]",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default="demo",
    show_default=True,
    metavar="DIR",
    help="Folder for the store and the page; made when it is not there.",
)
def demo(examples: Path | None, into: Path) -> None:
    """Code the examples into a store, print what was found, and write a dossier of the two
    states that the examples tell most of.

    \b
    Example:
        reportedly demo --into /tmp/demo
    """
    folder = examples or examples_folder()
    # what a folder says of itself is no report
    pages = sorted(path for path in folder.glob("*") if path.stem.upper() != "README")
    if not pages:
        raise UsageError(f"{folder}: no examples there; give a folder of pages with --examples")
    into.mkdir(parents=True, exist_ok=True)
    coder = reportedly.load()
    with Store.open(into / "demo.duckdb") as store, Meter("coding the examples") as meter:
        run = Adding(coder, store, meter, processes=1)
        store.add_many(run.items(tuple(str(path) for path in pages)))
        meter.close()
        stored.update(store)
        page = show(store, console(), into)
    for (step, message), times in run.problems.items():
        tell(f"problem: {times} × {step}: {message}")
    if page is not None:
        click.echo(f"Open {page} for the dossier on one page.")
    click.echo(f"See it all in a browser: {_command()} serve {into / 'demo.duckdb'}")
    if run.problems:
        raise SystemExit(1)


def _command() -> str:
    """Return how the command is called here: by its path where it is not on the search path."""
    beside = Path(sys.argv[0])
    known = shutil.which("reportedly")
    if known is not None or beside.name != "reportedly":
        return "reportedly"
    return str(beside)


def show(store: Store, out: Console, into: Path) -> Path | None:
    """Print the summary, write the dossier's page into the folder and return its path; None when
    no two states meet in a claim."""
    counts = store.counts()
    head = f"{count(counts.articles, 'article')}, {count(counts.claims, 'claim')}"
    out.print(Text(f"{head}, of them {counts.comment_claims:,} in readers' comments", style="bold"))
    statuses: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for claim in store.claims():
        statuses[claim.status] += 1
        pairs.update(_pairs(claim))
    _show_statuses(statuses, out)
    _show_timeline(store, out)
    _show_wants(store, out)
    _show_denied(store, out)
    if not pairs:
        return None
    (a, b), _ = min(pairs.items(), key=lambda item: (-item[1], item[0]))
    found = views.dossier(store, a, b)
    path = into / "dossier.html"
    path.write_text(dossier_html(store, found), encoding="utf-8")
    out.print(Text(f"\nMost is told of {title(a)} and {title(b)}.", style="bold"))
    return path


def _pairs(claim: Claim) -> set[tuple[str, str]]:
    """Return the pairs of states' codes that take part in the claim, each sorted."""
    actors = (*claim.actors, *claim.recipients)
    states = {one.country for one in actors if one.country and title(one.country) != one.country}
    return set(combinations(sorted(states), 2))


def _show_statuses(statuses: Counter[str], out: Console) -> None:
    out.print(Text("\nHow they are presented", style="bold underline"))
    top = max(statuses.values(), default=1)
    for status in Status:
        number = statuses[status]
        bar = "█" * round(30 * number / top) or ("▏" if number else "")
        line = Text(f"  {GLYPHS[status]:<3}{status:<12}{number:>6}  ")
        out.print(line.append(bar, ink.COLOURS[2]))


def _show_timeline(store: Store, out: Console) -> None:
    out.print(Text("\nTimeline", style="bold underline"))
    chosen = ClaimFilter(kind="event", status=("happened", "ongoing", "planned"))
    dated = (row for row in views.timeline(store, chosen) if row.dated == "claim")
    for row in islice(dated, _SHOWN):
        sign = ink.glyph(row.status, ontology.quad(row.type) if row.type else None)
        line = f" {who(row.actors, row.recipients)} · {plain(row.trigger)}"
        when = days(row.day_from, row.day_to, row.dated)
        out.print(Text(f"  {when:<26}", style="dim").append_text(sign).append(line, "not dim"))


def _show_wants(store: Store, out: Console) -> None:
    out.print(Text("\nWho wants what", style="bold underline"))
    _show_claims(store, ClaimFilter(kind="want"), out)


def _show_denied(store: Store, out: Console) -> None:
    out.print(Text("\nDenied or contested", style="bold underline"))
    _show_claims(store, ClaimFilter(status=("negated",), voice="any"), out)


def _show_claims(store: Store, chosen: ClaimFilter, out: Console) -> None:
    rows = list(islice(store.claims(chosen), _SHOWN + 1))
    for claim in rows[:_SHOWN]:
        line = Text("  ").append_text(ink.glyph(claim.status, claim.quad))
        line.append(f" {ink.told(claim)}")
        if voice := said(claim.voices, claim.status):
            line.append(f"  “ {voice}", ink.VOICE)
        out.print(line)
    if len(rows) > _SHOWN:
        out.print(Text("  … and more: reportedly claims", style="dim"))
    if not rows:
        out.print(Text("  none", style="dim"))
