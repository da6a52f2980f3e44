"""What goes into the store comes out unchanged, whatever it holds."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import CODER, NEWER, article, claim
from reportedly.records import (
    Actor,
    Article,
    Basis,
    Claim,
    ClaimKind,
    DateBasis,
    Dated,
    Factuality,
    Good,
    Grain,
    Link,
    Place,
    Price,
    Relation,
    Section,
    SectionKind,
    Side,
    Span,
    Status,
    Time,
    Voice,
)
from reportedly.store import ClaimFilter, Store

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
maybe = st.none() | words
numbers = st.floats(allow_nan=False, allow_infinity=False)
offsets = st.integers(0, 2**31 - 100)


def spans(kind: type, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    def build(start: int, text: str, rest: dict[str, object]) -> object:
        return kind(start=start, end=start + len(text), text=text, **rest)

    return st.builds(build, offsets, words, st.fixed_dictionaries(dict(fields)))


def tuples(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=3).map(tuple)


actors = spans(
    Actor,
    name=words,
    country=maybe,
    sector=maybe,
    sectors=tuples(words),
    role=maybe,
    former=st.booleans(),
    actor_id=maybe,
)
goods = spans(
    Good,
    category=words,
    quantity=st.none() | numbers,
    upper=st.none() | numbers,
    unit=maybe,
    approximate=st.booleans(),
    at_least=st.booleans(),
    giver=st.none() | st.sampled_from(Side),
    receiver=st.none() | st.sampled_from(Side),
    price=st.none() | st.builds(Price, amount=numbers, currency=words),
)
places = spans(
    Place,
    name=words,
    country=maybe,
    latitude=st.none() | numbers,
    longitude=st.none() | numbers,
    geonames_id=st.none() | st.integers(0, 2**60),
)


@st.composite
def voices(draw: st.DrawFn) -> Voice:
    cue, at = draw(words), draw(offsets)
    source = draw(st.none() | spans(Span))
    place = msgspec.structs.asdict(source) if isinstance(source, Span) else {}
    return Voice(
        **place,
        name=draw(maybe),
        country=draw(maybe),
        sector=draw(maybe),
        role=draw(maybe),
        named=draw(st.booleans()),
        cue=cue,
        cue_start=at,
        cue_end=at + len(cue),
    )


@st.composite
def times(draw: st.DrawFn) -> Time:
    text, at = draw(words), draw(offsets)
    start, end = draw(
        st.sampled_from([(None, None), ("2023-01-01", None), ("2023-01-01", "2023-02-28")])
    )
    return Time(
        text=text,
        text_start=at,
        text_end=at + len(text),
        start=start,
        end=end,
        grain=draw(st.sampled_from(Grain)),
        basis=draw(st.sampled_from(Basis)),
    )


@st.composite
def claims(draw: st.DrawFn, page: str) -> Claim:
    sentence = draw(spans(Span))
    assert isinstance(sentence, Span)
    return Claim(
        id=draw(words),
        article=page,
        section=draw(st.sampled_from(SectionKind)),
        author=draw(maybe),
        sentence=sentence,
        kind=draw(st.sampled_from(ClaimKind)),
        type=draw(words),
        mode=draw(maybe),
        contexts=draw(tuples(words)),
        quad=draw(st.none() | st.integers(1, 4)),
        intensity=draw(st.none() | numbers),
        cameo=draw(maybe),
        trigger=sentence,
        content=draw(spans(Span)),
        actors=draw(tuples(actors)),
        recipients=draw(tuples(actors)),
        goods=draw(tuples(goods)),
        time=draw(st.none() | times()),
        place=draw(st.none() | places),
        status=draw(st.sampled_from(Status)),
        factuality=draw(st.sampled_from(Factuality)),
        voices=draw(tuples(voices())),
        links=draw(tuples(st.builds(Link, relation=st.sampled_from(Relation), claim=words))),
        rules=draw(tuples(words)),
        confidence=draw(st.floats(0, 1)),
        coder=CODER,
    )


@pytest.fixture(scope="module")
def shared_store():
    with Store.open(":memory:") as store:
        yield store


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_claims_come_back_equal(shared_store: Store, data: st.DataObject) -> None:
    page = article("One sentence.")
    written = data.draw(st.lists(claims(page.id), max_size=4))

    shared_store.recode(page, written)

    read = list(shared_store.claims(ClaimFilter(include_comments=True)))
    assert read == written
    assert msgspec.json.encode(read) == msgspec.json.encode(written)


ARTICLES = {
    "bare": Article(id="a", text="x", coder=CODER),
    "full": Article(
        id="b",
        url="https://news.example/1",
        title="A “summit”",
        authors=("Ann", "Bo"),
        publisher="Wire",
        language="en",
        text="Title\nBody\x00 text \U0001f600\nNo!",
        coder=NEWER,
        published=Dated(value="2023-09-14T08:00:00+09:00", basis=DateBasis.STATED),
        modified=Dated(value="2023-09-15", basis=DateBasis.DERIVED),
        sections=(
            Section(kind=SectionKind.BODY, start=0, end=5, level=1),
            Section(kind=SectionKind.FAQ_QUESTION, start=6, end=10, pair=1),
            Section(
                kind=SectionKind.COMMENT, start=18, end=21, author="c", time="2023-09-14T09:00:00Z"
            ),
        ),
    ),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_articles_come_back_equal(name: str) -> None:
    page = ARTICLES[name]
    with Store.open(":memory:") as store:
        store.add(page, [], source="in/page.html")
        assert store.article(page.id) == page
        assert list(store.articles()) == [page]
        assert store.source(page.id) == "in/page.html"
        assert store.article("none") is None


def test_claims_keep_their_order_and_links() -> None:
    page = article("Russia gave aid.", "Japan met Iran.")
    first = claim(page, "Russia gave aid.", "gave", "AID", actors=["Russia"])
    second = claim(
        page, "Japan met Iran.", "met", "CONSULT", actors=["Japan"], links=[("because", first)]
    )
    with Store.open(":memory:") as store:
        store.add(page, [second, first])
        assert list(store.claims()) == [second, first]
