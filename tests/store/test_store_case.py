"""Names that differ by case alone are one row, and one filter, wherever somebody is listed."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from builders import CODER, article, claim
from reportedly import views
from reportedly.records import Article, Claim
from reportedly.store import ClaimFilter, Store
from reportedly.store.who import Judged, Party, identities

#: (actor, country, voice) of one claim each
_TOLD = (
    ("the militia", "SRB", "officials"), ("The militia", "TCD", "Officials"),
    ("the militia", None, "officials"), ("us", None, "us"), ("US", None, "US"),
)  # fmt: skip


def told(number: int, actor: str, country: str | None, voice: str) -> tuple[Article, list[Claim]]:
    sentence = f"{actor} accused Iran of lie {number}, {voice} said."
    page = msgspec.structs.replace(article(sentence), coder=CODER)
    made = claim(page, sentence, "accused", "ACCUSE", actors=[actor], recipients=["Iran"],
                 voices=[(voice, "said")])  # fmt: skip
    one = msgspec.structs.replace(made.actors[0], actor_id=None, country=country)
    said = msgspec.structs.replace(made.voices[0], name=None, country=None, named=False)
    return page, [msgspec.structs.replace(made, actors=(one,), voices=(said,), coder=CODER)]


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        opened.add_many([told(number, *one) for number, one in enumerate(_TOLD)])
        yield opened


def test_voices_are_one_row_spelled_as_most_have_it(store: Store) -> None:
    for rows in (views.voices(store), views.sources(store)):
        assert sorted({row.voice or "" for row in rows}) == ["US", "officials", "us"]
    assert {row.voice: row.claims for row in views.voices(store)}["officials"] == 3
    assert {row.value: row.claims for row in views.facets(store, only=["voice"])} == {
        "=officials": 3, "=US": 1, "=us": 1,
    }  # fmt: skip


@pytest.mark.parametrize("name", ["officials", "Officials"])
def test_a_voice_is_found_however_it_is_spelled(store: Store, name: str) -> None:
    assert views.count(store, ClaimFilter(voice=f"={name}")) == 3
    assert len(list(views.claims(store, ClaimFilter(voice=f"={name}")))) == 3


def test_parties_are_one_each_with_its_own_country(store: Store) -> None:
    rows = list(views.timeline(store, ClaimFilter(party="=The militia")))
    assert [row.actors[0].name for row in rows] == ["the militia"] * 3
    assert {row.actors[0].country for row in rows} == {"SRB", "TCD", None}
    parties = {row.party for row in views.parties(store)}
    assert {"=the militia", "=us", "=US"} <= parties
    assert "=The militia" not in parties
    assert views.count(store, ClaimFilter(party="=us")) == 1


def test_who_bears_an_id_is_no_other_for_being_spelled_alike() -> None:
    rows = [
        Party("org.ministry", "org.ministry", "Ministry", "SRB", "", 1),
        Party("=ministry", "", "ministry", "", "", 3),
        Party("=Ministry", "", "Ministry", "", "", 1),
    ]
    found = identities(rows, [])
    assert found["=ministry"] == found["=Ministry"] != found["org.ministry"]
    assert found["=Ministry"].name == "ministry"
    apart = identities(rows, [Judged("apart", "=ministry", "ministry", "=Ministry", "Ministry")])
    assert apart["=ministry"] != apart["=Ministry"]
