"""The dossier: all that the store knows of a dyad, one line a matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from reportedly.errors import UsageError
from reportedly.linking.drift import made_of
from reportedly.linking.plans import Outcome
from reportedly.records import Event, Record
from reportedly.store import ClaimFilter, Store
from reportedly.store.facts import among_sql, both_named_sql, of_articles, party_keys_sql
from reportedly.views.asked import ask, numbers_of, reports_only
from reportedly.views.event_pages import events_of, last_day, records_of
from reportedly.views.exchanges import ExchangeRow, exchanges
from reportedly.views.folding import folded, matter
from reportedly.views.ledger import LedgerRow
from reportedly.views.matter_rows import Matter, PartRow
from reportedly.views.reports import TimelineRow
from reportedly.views.same_matter import Same, denies, same_event, same_wish, same_words

#: the parts that are made of lines, in the order in which a reader wants them
LINES = (
    *("did", "plans", "alleged", "wants_a", "wants_b", "wants_both"),
    *("obstacles", "consequences", "reactions", "turned_down"),
)
#: parts whose goods pass, or would, between the two
_OVER = ("did", "plans", "alleged", "wants_a", "wants_b", "wants_both")
_SAME: dict[str, Same] = {"events": same_event, "reactions": same_event}
_SAME |= {"obstacles": same_words, "consequences": same_words}
_TO_COME = ("planned", "possible", "conditional")
_FIRMNESS = ("happened", "ongoing", "planned", "possible", "conditional", "negated")


class ContestedRow(Record, frozen=True, kw_only=True):
    """One matter that some claims affirm and others deny or doubt.

    claim      of the line that it has in the dossier
    direction  as of the line; null for what is no event
    affirmed, denied  ids of the claims
    affirmed_by, denied_by  the voices behind them, sorted; empty when only articles say so
    against    the claims that deny it, as rows of a timeline: they are in no line of the dossier
    """

    claim: str
    type: str | None
    direction: str | None
    affirmed: tuple[str, ...]
    denied: tuple[str, ...]
    affirmed_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    against: tuple[TimelineRow, ...]


class Dossier(Record, frozen=True, kw_only=True):
    """What is reported of two parties. Lines are in the order of a timeline; no claim is in two.

    a, b         the terms that were asked for
    as_of        the day up to which the store knows, ISO; null where no article has one
    earlier      how many articles that name both were left out, for they appeared before the others
    since        the first day of publication of those that were not; null where none was left out
    did          events between them that an article tells as happened or going on, undisputed
    plans        planned, possible or conditional ones, with what became of them
    alleged      what only a voice says, and what is denied
    wants_a, wants_b, wants_both  what that side wants or asks of the other, or of nobody named
    exchanges    goods by way, with the deals told of them: an overview of claims of other parts
    obstacles    what stands in the way
    consequences  the rules at stake, then what else would follow
    reactions    what others do towards the two
    turned_down  what one of them only denies or waves away, of what is told
    contested    lines that some claim denies or doubts, however firmly others tell them: an
                 overview, too. A contested event is told by others as happened, ongoing or planned
    An "article about the two" holds at least one claim between them. One-sided claims of such
    articles are taken in; sql/dossier.sql says which.
    """

    a: str
    b: str
    as_of: str | None = None
    earlier: int = 0
    since: str | None = None
    did: tuple[Matter, ...] = ()
    plans: tuple[Matter, ...] = ()
    alleged: tuple[Matter, ...] = ()
    wants_a: tuple[Matter, ...] = ()
    wants_b: tuple[Matter, ...] = ()
    wants_both: tuple[Matter, ...] = ()
    exchanges: tuple[ExchangeRow, ...] = ()
    obstacles: tuple[Matter, ...] = ()
    consequences: tuple[Matter, ...] = ()
    reactions: tuple[Matter, ...] = ()
    turned_down: tuple[Matter, ...] = ()
    contested: tuple[ContestedRow, ...] = ()


def dossier(
    store: Store, a: str, b: str, chosen: ClaimFilter | None = None, most: int | None = None
) -> Dossier:
    """Return the dossier of a and b: country codes, actor_ids or parts of names.

    It stands on events where linking has run, else on claims as they are. chosen narrows the
    claims further, say to a year; most: articles that name both, the last that appeared; None,
    all. Raises UsageError when a is b.
    """
    if a.casefold() == b.casefold():
        raise UsageError(f"a dossier needs two parties; both are {a!r}")
    sides = {"a_keys": _keys(store, a), "b_keys": _keys(store, b)}
    rows: dict[str, list[PartRow]] = {}
    about = _about(store, sides, reports_only(chosen))
    among = of_articles([added for added, _ in about[:most]])
    for row in _linked(store, list(ask(store, "dossier", PartRow, chosen, sides, besides=among))):
        rows.setdefault(row.part, []).append(row)
    as_of = last_day(store)
    parts: dict[str, list[Matter]] = {}
    denied: dict[str, list[PartRow]] = {}
    for part, found in rows.items():
        events = _events(store, found)
        found = _drifted(found, events)
        for group in _groups(part, found):
            one = matter(group, events, as_of or "")
            if one is not None:
                parts.setdefault(_part_of(part, one, group), []).append(one)
                denied[one.claim] = group
    lines = {part: _ordered(part, found) for part, found in parts.items()}
    every = [one for part in LINES for one in lines.get(part, ())]
    ids = [claim for part in _OVER for one in lines.get(part, ()) for claim in one.claims]
    dealing = {row.claim for found in rows.values() for row in found if row.goods}
    over = among_sql(numbers_of(store, dealing.intersection(ids)))
    deals = ask(store, "exchanges", LedgerRow, chosen, sides, besides=over)
    # what no deal is told of passes from nobody to nobody; asked in SQL it would double its plan
    told = [row for row in deals if row.deal != "mentions"]
    return Dossier(
        a=a,
        b=b,
        as_of=as_of if every else None,
        earlier=len(about[most:]) if most is not None else 0,
        since=about[:most][-1][1] if most is not None and about[most:] else None,
        exchanges=exchanges(told),
        contested=tuple(_contested(one, denied[one.claim]) for one in every if one.denials),
        **lines,
    )


def _linked(store: Store, rows: Sequence[PartRow]) -> Iterator[PartRow]:
    """Yield the rows with the events that linking made of them."""
    events = events_of(store, [row.claim for row in rows])
    return (msgspec.structs.replace(row, event=events.get(row.claim)) for row in rows)


def _keys(store: Store, term: str) -> list[int]:
    """Return the keys of the parties that the term names."""
    sql, values = party_keys_sql(term)
    return [row["key"] for row in store.rows(sql, values)]


def _about(
    store: Store, sides: Mapping[str, list[int]], chosen: ClaimFilter
) -> list[tuple[int, str | None]]:
    """Return (number, day of publication) of the articles of which some claim names both sides,
    the last first: no other article has a claim of a dossier."""
    sql, values = both_named_sql(chosen)
    found = store.rows(sql, {**values, **sides})
    return [(row["added"], row["published"]) for row in found]


def _groups(part: str, found: Sequence[PartRow]) -> list[list[PartRow]]:
    """Return the claims of each matter. An event is told in many ways, one like the next; what is
    wished or limited is as the firmest wording has it, lest one wish lead on to another."""
    return folded(found, _SAME.get(part, same_wish), part in ("events", "reactions"))


def _part_of(part: str, one: Matter, group: Sequence[PartRow]) -> str:
    """Return the part that a line of events stands in; other parts stay as they are."""
    if part != "events":
        return part
    if one.denial:
        return "turned_down"
    first = group[0]
    if one.outcome not in (None, Outcome.KEPT) and one.status in (*_TO_COME, "negated"):
        return "plans"
    if denies(first) or one.denials:
        return "alleged"
    if first.status in _TO_COME:
        return "alleged" if _believed(first) else "plans"
    return "did" if one.own else "alleged"


def _believed(row: PartRow) -> bool:
    """Say whether it is only possible because its voice no more than believes it: one word
    ("speculated") both tells whose it is and makes it unsure."""
    if row.status != "possible" or not row.voices:
        return False
    ends = [rule.removeprefix("en.operator.") for rule in row.rules if "operator" in rule]
    return any(f"en.cue.{end}" in row.rules for end in ends)


def _ordered(part: str, found: Iterable[Matter]) -> tuple[Matter, ...]:
    """Keep the order of a timeline; rules come first, what is firm before what is not."""
    if part == "consequences":
        return tuple(sorted(found, key=lambda one: not one.rule))
    if part == "did":
        return tuple(sorted(found, key=lambda one: _FIRMNESS.index(one.status)))
    return tuple(found)


def _contested(one: Matter, group: Sequence[PartRow]) -> ContestedRow:
    against = set(one.denials)
    return ContestedRow(
        claim=one.claim,
        type=one.type,
        direction=one.direction,
        affirmed=tuple(row.claim for row in group if row.claim not in against),
        denied=tuple(row.claim for row in group if row.claim in against),
        affirmed_by=_names(row for row in group if row.claim not in against),
        denied_by=_names(row for row in group if row.claim in against),
        against=tuple(
            TimelineRow(**{name: getattr(row, name) for name in TimelineRow.__struct_fields__})
            for row in group
            if row.claim in against
        ),
    )


def _names(rows: Iterable[PartRow]) -> tuple[str, ...]:
    names = {voice.name or voice.text for row in rows for voice in row.voices}
    return tuple(sorted(name for name in names if name))


def _drifted(rows: Sequence[PartRow], events: Mapping[str, Event]) -> list[PartRow]:
    """Return the rows, those told as copied that a copy made of a sentence of its original."""
    by_claim = {row.claim: row for row in rows}
    copied: set[str] = set()
    for event in events.values():
        reports = {report.article: report for report in event.told_by}
        for report in event.told_by:
            original = reports.get(report.copy_of or "")
            theirs = original.claims if original else ()
            texts = [by_claim[key].sentence for key in theirs if key in by_claim]
            for key in report.claims if texts else ():
                if key in by_claim and made_of(by_claim[key].sentence, texts) is not None:
                    copied.add(key)
    return [msgspec.structs.replace(row, copied=row.claim in copied) for row in rows]


def _events(store: Store, rows: Iterable[PartRow]) -> dict[str, Event]:
    """Return the events that the rows are claims of, by id."""
    return records_of(store, sorted({row.event for row in rows if row.event}))
