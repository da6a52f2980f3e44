"""`timeline`, `ledger`, `sources` and `contested`: events by time, by goods, by who says so."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from reportedly import ontology, views
from reportedly.cli import ink
from reportedly.cli.asking import asked
from reportedly.cli.inputs import count, tell
from reportedly.cli.options import filters, format_option, store_option
from reportedly.cli.output import Column, write
from reportedly.desk.phrases import origins_told
from reportedly.desk.wording import days, good, goods, label, parties, plain, said, who
from reportedly.linking import stored
from reportedly.store import ClaimFilter, Store
from reportedly.views import ContestedLine, EventLine, LedgerLine, LedgerRow, SourceRow, TimelineRow

_Line = EventLine | LedgerLine | ContestedLine


def tell_waiting(opened: Store) -> None:
    """Say how many articles are in no event yet."""
    if waiting := stored.pending(opened):
        tell(f"{count(waiting, 'article')} not linked yet; `reportedly link` does it")


def _when(row: _Line) -> str:
    return days(row.date, row.date_to, row.date_basis)


def _claimed(row: TimelineRow | LedgerRow) -> str:
    return days(row.day_from, row.day_to, row.date_basis)


def _reports(row: EventLine | LedgerLine) -> str:
    """Return how many reports there are, and of how many origins where those are fewer, or deny."""
    if row.reports is None or row.origins == row.reports:
        return str(row.reports or row.claims if isinstance(row, LedgerLine) else row.reports)
    return f"{row.reports} ({origins_told(row.origins or 0, row.origins_denying)})"


def _sign(row: EventLine | TimelineRow) -> Text:
    return ink.glyph(row.status, ontology.quad(row.type) if row.type else None)


def _held(row: EventLine) -> str:
    more = ["contested"] if row.contested else []
    return "; ".join([*([plain(row.voice)] if row.voice else []), *more])


def _source(row: SourceRow) -> str:
    """Return the name of the voice; a voice that the text hides has none, yet is no article."""
    return row.voice or ("(the articles themselves)" if row.named is None else "(not named)")


def _denied(row: SourceRow) -> str:
    """Return how many of the events it affirms others deny, and who they are."""
    return f"{row.contradicted}: {', '.join(row.contradicted_by)}" if row.contradicted else ""


def _holders(row: ContestedLine) -> str:
    own = ["the article itself"] if row.own else []
    return ", ".join([*own, *([plain(row.voice)] if row.voice else [])])


_EVENTS = (
    Column("when", _when),
    Column("", _sign),
    Column("who", lambda row: who(row.actors, row.recipients), wide=True),
    Column("code", lambda row: label("event", row.type, row.mode)),
    Column("goods", lambda row: goods(row.goods)),
    Column("reports", _reports),
    Column("held by", _held),
    Column("in the words", lambda row: row.sentence, wide=True),
)
_CLAIMS = (
    Column("when", _claimed),
    Column("", _sign),
    Column("who", lambda row: who(row.actors, row.recipients), wide=True),
    Column("what", lambda row: row.content or row.trigger, wide=True),
    Column("code", lambda row: label(row.kind, row.type, row.mode)),
    Column("goods", lambda row: goods(row.goods)),
    Column("voice", lambda row: said(row.voices, row.status), wide=True),
)
_DEAL = (
    Column("from", lambda row: parties(row.givers) or "(not named)", wide=True),
    Column("deal", lambda row: row.deal),
    Column("to", lambda row: parties(row.receivers) or "(not named)", wide=True),
    Column("good", lambda row: good(row.good), wide=True),
)
_VOICE = Column("voice", lambda row: said(row.voices, row.status), wide=True)
_DEALS = (
    Column("when", _when),
    *_DEAL,
    Column("reports", _reports),
    Column("else", lambda row: row.deals),
    _VOICE,
)
_CLAIM_DEALS = (Column("when", _claimed), *_DEAL, _VOICE)
_SOURCES = (
    Column("events", lambda row: str(row.events)),
    Column("claims", lambda row: str(row.claims)),
    Column("articles", lambda row: str(row.articles)),
    Column("origins", lambda row: str(row.origins)),
    Column("voice", _source, wide=True),
    Column("country", lambda row: row.country or ""),
    Column("sector", lambda row: row.sector or ""),
    Column("about", lambda row: row.about or ""),
    Column("says", lambda row: row.type or row.kind),
    Column("denied by others", _denied),
)
_CONTESTED = (
    Column("when", _when),
    Column("who", lambda row: who(row.actors, row.recipients), wide=True),
    Column("code", lambda row: label("event", row.type, row.mode)),
    Column("of", lambda row: row.field),
    Column("value", lambda row: row.value),
    Column("held by", _holders, wide=True),
    Column("outlets", lambda row: row.outlets, wide=True),
    Column("origins", lambda row: str(row.origins)),
)

_by = click.option(
    "--by",
    type=click.Choice(["event", "claim"]),
    default="event",
    show_default=True,
    help="One line an event; or every claim, and those of other kinds.",
)


@click.command()
@_by
@store_option
@format_option
@filters(events=True)
def timeline(by: str, store: Path, form: str | None, chosen: ClaimFilter, origins: int) -> None:
    """Print events by the time that their texts give, else by day of the first report; one line
    an event, in the words that say it most firmly.

    With --by claim every claim has a line, wants, constraints and consequences, too; --origins
    then asks nothing.

    \b
    Example:
        reportedly timeline --party "North Korea" --from 2023-07-01 --status happened
    """
    with asked(store, chosen) as opened:
        if by == "claim":
            write(views.timeline(opened, chosen), _CLAIMS, form, TimelineRow)
        else:
            tell_waiting(opened)
            write(views.event_timeline(opened, chosen, origins=origins), _EVENTS, form, EventLine)


@click.command()
@_by
@store_option
@format_option
@filters(events=True)
def ledger(by: str, store: Path, form: str | None, chosen: ClaimFilter, origins: int) -> None:
    """Print who gives, offers, seeks, promises, withholds or denies which goods to whom: one line
    an event and good, in the words of its firmest claim.

    What is no event (a want, a constraint, a consequence) has a line a claim. --by claim gives
    every claim a line; --origins then asks nothing.

    \b
    Example:
        reportedly ledger --good arms --format csv > arms.csv
    """
    with asked(store, chosen) as opened:
        if by == "claim":
            write(views.ledger(opened, chosen), _CLAIM_DEALS, form, LedgerRow)
        else:
            tell_waiting(opened)
            write(views.event_ledger(opened, chosen, origins=origins), _DEALS, form, LedgerLine)


@click.command()
@store_option
@format_option
@filters()
def sources(store: Path, form: str | None, chosen: ClaimFilter) -> None:
    """Print who says how often what about whom; who speaks of most events comes first.

    What ten outlets copied is one event and one origin, however many claims.

    \b
    Example:
        reportedly sources --voice any --party Russia
    """
    with asked(store, chosen) as opened:
        tell_waiting(opened)
        write(views.sources(opened, chosen), _SOURCES, form, SourceRow)


@click.command()
@store_option
@format_option
@filters(events=True)
def contested(store: Path, form: str | None, chosen: ClaimFilter, origins: int) -> None:
    """Print what the claims of one event disagree about: every value, who holds it, and where.

    Happened according to A, denied by B; 9 dead, 12 dead: a list, not a mean.

    \b
    Example:
        reportedly contested --type ASSAULT --format csv > contested.csv
    """
    with asked(store, chosen) as opened:
        tell_waiting(opened)
        found = views.contested(opened, chosen, origins=origins)
        write(found, _CONTESTED, form, ContestedLine)
