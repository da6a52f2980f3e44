"""What the records refuse, and what they encode to."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from reportedly.errors import RecordError
from reportedly.records import (
    Actor,
    Article,
    Claim,
    ClaimKind,
    CoderInfo,
    DateBasis,
    Dated,
    Factuality,
    Record,
    Section,
    SectionKind,
    Span,
    Status,
    Time,
    Voice,
    article_id,
)
from reportedly.records.schema import RECORDS
from reportedly.records.terms import Basis, Grain

CODER = CoderInfo(name="c", version="1", lexicons="d", model="m", model_version="1")


def claim(**changes: Any) -> Claim:
    values: dict[str, Any] = {
        "id": "x",
        "article": "a",
        "section": SectionKind.BODY,
        "sentence": Span(start=0, end=20, text="France condemned it."),
        "kind": ClaimKind.EVENT,
        "type": "ACCUSE",
        "trigger": Span(start=7, end=16, text="condemned"),
        "status": Status.HAPPENED,
        "factuality": Factuality.CERTAIN,
        "coder": CODER,
    }
    return Claim(**values | changes)


REFUSED = [
    ("empty span", lambda: Span(start=3, end=3, text="")),
    ("text longer than the span", lambda: Span(start=0, end=2, text="abc")),
    ("negative start", lambda: Span(start=-1, end=2, text="abc")),
    ("half a voice", lambda: Voice(start=0, cue="said", cue_start=5, cue_end=9)),
    ("cue off its span", lambda: Voice(cue="said", cue_start=5, cue_end=8)),
    ("trigger outside", lambda: claim(trigger=Span(start=30, end=31, text="x"))),
    ("event without type", lambda: claim(type=None)),
    ("want without content", lambda: claim(kind=ClaimKind.WANT)),
    ("confidence over one", lambda: claim(confidence=1.5)),
    ("empty section", lambda: Section(kind=SectionKind.BODY, start=2, end=2)),
    (
        "time that ends before it begins",
        lambda: Time(
            text="x",
            text_start=0,
            text_end=1,
            start="2024-02-02",
            end="2024-02-01",
            grain=Grain.DAY,
            basis=Basis.STATED,
        ),
    ),
    (
        "overlapping sections",
        lambda: Article(
            id="a",
            text="abcd",
            sections=(
                Section(kind=SectionKind.BODY, start=0, end=3),
                Section(kind=SectionKind.BODY, start=2, end=4),
            ),
        ),
    ),
]


@pytest.mark.parametrize("make", [r[1] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_refused(make: Any) -> None:
    with pytest.raises(RecordError):
        make()


def test_records_are_frozen() -> None:
    with pytest.raises(AttributeError):
        claim().status = Status.PLANNED  # type: ignore[misc]


def test_round_trip() -> None:
    one = claim(actors=(Actor(start=0, end=6, text="France", name="France", country="FRA"),))
    assert msgspec.json.decode(msgspec.json.encode(one), type=Claim) == one


def test_a_record_comes_out_as_dict_and_as_line() -> None:
    one = claim(actors=(Actor(start=0, end=6, text="France", name="France", country="FRA"),))
    told = one.to_dict()
    assert (told["kind"], told["status"], told["factuality"]) == ("event", "happened", "CT+")
    assert {type(told[name]) for name in ("kind", "status", "factuality", "section")} == {str}
    assert one.to_json() == msgspec.json.encode(one).decode("utf-8")
    assert "\n" not in one.to_json()
    assert json.loads(one.to_json()) == told
    assert msgspec.convert(told, Claim) == one


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_record_has_both_faces(record: type[Record]) -> None:
    assert issubclass(record, Record)
    assert {"to_dict", "to_json"}.isdisjoint(vars(record))


def test_field_names_are_the_contract() -> None:
    names = list(msgspec.to_builtins(claim()))
    assert (
        names
        == (
            "id article section author sentence kind type mode contexts quad intensity cameo "
            "trigger content actors recipients goods time place status factuality voices "
            "links rules confidence coder"
        ).split()
    )


def test_article_fields_are_the_contract() -> None:
    article = Article(id="a", text="x", published=Dated(value="2024", basis=DateBasis.STATED))
    assert (
        list(msgspec.to_builtins(article))
        == (
            "id url title authors publisher language text coder published modified sections"
        ).split()
    )


def test_article_id_depends_on_text_url_and_publisher() -> None:
    ids = {
        article_id("a"),
        article_id("b"),
        article_id("a", "http://x"),
        article_id("a", None, "P"),
        article_id("a", "P"),
    }
    assert len(ids) == 5
    assert article_id("a") == article_id("a")


@pytest.mark.parametrize(("value", "score"), [("CT+", 3), ("PR-", -2), ("Uu", 0), ("PS+", 1)])
def test_factuality_score(value: str, score: float) -> None:
    assert Factuality(value).score == score
