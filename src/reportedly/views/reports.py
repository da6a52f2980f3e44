"""Timeline, claims, sources, articles, problems: what is reported, when, by whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from reportedly.records import Actor, Claim, Good, Link, Place, Record, Voice
from reportedly.store import ClaimFilter, Store
from reportedly.store.filter import chosen_sql
from reportedly.store.rows import claim_of
from reportedly.views.asked import Page, ask, question, reports_only, rows
from reportedly.views.contradicted import contradicted_sql, ranked


class TimelineRow(Record, frozen=True, kw_only=True):
    """One claim, placed in time.

    day_from, day_to  ISO dates, end included; null on an open side or when nothing is known
    dated      'claim': the text gives the days; 'published': they are only the day on which
               the article appeared; null: neither is known
    date_basis stated or relative where the text gives the days; published; derived where the page
               does not give the day of publication itself; null: not known, or not asked for
    grain      how exact the text's own words are; null unless dated is 'claim'
    trigger, content, sentence  the words; content is null for events
    voices     outermost first; empty means the article's own voice
    claim, article  ids
    title, publisher, url, published  of the article; null when unknown
    The other fields are the claim's own.
    """

    day_from: str | None
    day_to: str | None
    dated: str | None
    grain: str | None
    kind: str
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]
    trigger: str
    content: str | None
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    goods: tuple[Good, ...]
    place: Place | None
    status: str
    factuality: str
    voices: tuple[Voice, ...]
    sentence: str
    section: str
    confidence: float
    links: tuple[Link, ...]
    claim: str
    article: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    date_basis: str | None = None


class ClaimRow(Record, frozen=True, kw_only=True):
    """One claim with what its article says of itself; null when unknown. Days as in a timeline."""

    claim: Claim
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    dated: str | None
    day_from: str | None
    day_to: str | None


class SourceRow(Record, frozen=True, kw_only=True):
    """How often one voice says one sort of thing about one country.

    voice, named  null: the article's own voice
    country, sector  of the voice; null when unknown
    about      country of an actor or recipient; null when the claims name none
    claims, articles  counts; a claim counts once
    events     how many occurrences the claims are about: ten copies of one report are one. 0 for
               other kinds, and before `link` has run
    origins    how many independent origins the reports have in which the voice says so; 0 as events
    claim_ids  the claims behind the count, in the order in which they came in
    contradicted  how many of the events the voice affirms itself that another voice, or an outlet
               itself, denies; contradicted_by: who they are, of most claims first
    """

    voice: str | None
    country: str | None
    sector: str | None
    named: bool | None
    about: str | None
    kind: str
    type: str | None
    claims: int
    articles: int
    events: int
    origins: int
    claim_ids: tuple[str, ...]
    contradicted: int = 0
    contradicted_by: tuple[str, ...] = ()


class ProblemRow(Record, frozen=True, kw_only=True):
    """One thing that goes wrong, how many inputs it befell, and which."""

    step: str
    message: str
    inputs: int
    sources: tuple[str, ...]


class ArticleRow(Record, frozen=True, kw_only=True):
    """One article. length is in code points; claims leaves out those of comments."""

    article: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    source: str | None
    coder_version: str
    lexicons: str
    length: int
    claims: int
    comment_claims: int


def timeline(
    store: Store, chosen: ClaimFilter | None = None, page: Page | None = None
) -> Iterator[TimelineRow]:
    """Yield the chosen claims by the text's own time, else by day of publication; then undated.

    All of them, or a page.
    """
    return ask(store, "timeline", TimelineRow, chosen, page=page)


def claims(store: Store, chosen: ClaimFilter | None = None) -> Iterator[ClaimRow]:
    """Yield the chosen claims whole, articles in the order in which they came in."""
    condition, values = chosen_sql(reports_only(chosen))
    sql = question("claims").replace("{chosen}", condition)
    fields = [name for name in ClaimRow.__struct_fields__ if name != "claim"]
    return (
        ClaimRow(claim=claim_of(row), **{name: row[name] for name in fields})
        for row in store.rows(sql, values)
    )


def sources(store: Store, chosen: ClaimFilter | None = None) -> Iterator[SourceRow]:
    """Yield who says what about whom, the most frequent first."""
    sql, values = contradicted_sql(reports_only(chosen), "id")
    parts = {"contradicted": sql}
    for row in ask(store, "sources", SourceRow, chosen, values, parts=parts):
        by = ranked(Counter(row.contradicted_by))
        yield replace(row, contradicted_by=by)


def articles(store: Store) -> Iterator[ArticleRow]:
    """Yield the articles, without their text, in the order in which they came in."""
    return rows(store, question("articles"), ArticleRow)


def problems(store: Store) -> Iterator[ProblemRow]:
    """Yield what went wrong, the most frequent first; store.problems() gives every single one."""
    return rows(store, question("problems"), ProblemRow)
