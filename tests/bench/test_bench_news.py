"""The scorer of marked news on a made-up document."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bench.marks import across, documents, fields, misses, pairs
from bench.marks.counts import Counts, rates
from bench.marks.documents import Marked
from bench.marks.score import scored
from bench.outcome import Outcome
from corpus.marking.cli import write
from corpus.marking.compile import compiled
from corpus.marking.notation import read
from corpus.marking.splitter import split
from corpus.marking.texts import Document

from bench import news, newspage
from reportedly.coding.asked import factualities_of
from reportedly.coding.coder import Coder, bare_article
from reportedly.records import ClaimKind, Factuality, Status

TEXT = (
    "Peru sold Chile 20 lorries on Monday, its ministry said.\n\n"
    "Peru's ministry denied that police had beaten its guards in Lima.\n\n"
    "It is hot."
)
MARKS = """\
doc own sale marker=m1
1
c1 sold | COOPERATE happened | a =per | r Chile | g 20 lorries :transport 20 a>r
  | t on Monday 2024-05-13 | v ministry > said
v said
m per=state/PER Peru, its; chl=state/CHL Chile; min=org/PER.GOV its ministry
2
c2 beaten | ASSAULT.beat negated | a police/.COP | r its guards/- | p Lima | v ministry > denied
v denied
m min Peru's ministry, its; per Peru; lim=place/PER Lima
3 -
v is
"""


@pytest.fixture
def rows(tmp_path: Path) -> list[dict[str, Any]]:
    path = tmp_path / "sale.marks"
    path.write_text(MARKS, encoding="utf-8")
    found = compiled(read(path), _document())
    assert not found.wrong
    return found.rows


@pytest.fixture
def sale(rows: list[dict[str, Any]]) -> Marked:
    return documents.with_marks(_document(), [{**rows[0], "fold": "open"}, *rows[1:]])


def _document() -> Document:
    cut, breaks = split(TEXT)
    return Document("own", "sale", TEXT, cut, breaks, "2024-05-15", "CC-BY-4.0")


def at(words: str, after: int = 0, **more: Any) -> Any:
    start = TEXT.index(words, after)
    return SimpleNamespace(start=start, end=start + len(words), text=words, **more)


def good(words: str, quantity: float = 20.0, **more: Any) -> Any:
    told = {"upper": None, "giver": "actor", "receiver": "recipient", "price": None}
    return at(words, category="transport", quantity=quantity, **(told | more))


def party(words: str, country: str | None, after: int = 0) -> Any:
    return at(words, after, country=country, sector=None, name=words)


def sold(**changes: Any) -> Any:
    """Return a claim of the coder's that is right in every field."""
    made: dict[str, Any] = {
        "kind": ClaimKind.EVENT, "type": "COOPERATE", "mode": None, "trigger": at("sold"),
        "status": Status.HAPPENED, "factuality": Factuality.CERTAIN,
        "actors": (party("Peru", "PER"),), "recipients": (party("Chile", "CHL"),),
        "goods": (good("20 lorries"),),
        "time": SimpleNamespace(start="2024-05-13", end="2024-05-13"), "place": None,
        "voices": (party("its ministry", "PER"),), "rules": ("en.verb.sell",),
        "content": None, "links": (), "id": "s",
    }  # fmt: skip
    return SimpleNamespace(**(made | changes))


def wrong(claim: Any, sale: Marked) -> set[str]:
    judged = fields.judged(sale.claims[0], claim, sale)
    return {name for name, right in judged.items() if right is False} - {"every field"}


def test_a_right_claim_is_right_in_every_field(sale: Marked) -> None:
    assert wrong(sold(), sale) == set()
    assert fields.judged(sale.claims[0], sold(), sale)["every field"]


@pytest.mark.parametrize(
    ("changes", "fallen"),
    [
        ({"type": "AID"}, {"type"}),
        ({"status": Status.PLANNED}, {"status"}),
        ({"actors": (party("its", "PER"),)}, set()),
        ({"actors": (party("its ministry", "PER", 30),)}, {"actors"}),
        ({"actors": ()}, {"actors"}),
        ({"actors": (party("Peru", None),)}, {"actor country"}),
        ({"recipients": (party("Chile", "CHL"), party("lorries", None))}, {"recipients"}),
        ({"recipients": (party("Chile", "PER"),)}, {"recipient country"}),
        ({"content": at("Chile")}, {"content"}),
        ({"goods": ()}, {"goods"}),
        ({"goods": (good("lorries", 2.0),)}, {"quantity"}),
        ({"goods": (good("lorries", giver=None),)}, {"giver"}),
        ({"goods": (good("lorries", upper=30.0),)}, {"upper"}),
        ({"goods": (good("lorries", price={"amount": 5.0, "currency": "USD"}),)}, {"price"}),
        (
            {"goods": (good("lorries", giver="recipient", receiver="actor"),)},
            {"giver", "receiver", "sides not reversed"},
        ),
        ({"time": None}, {"time"}),
        ({"place": at("Lima")}, {"place"}),
        ({"voices": ()}, {"voice", "number of voices"}),
        ({"voices": (party("Chile", "CHL"),)}, {"voice"}),
    ],
)
def test_a_wrong_field_is_told(changes: dict[str, Any], fallen: set[str], sale: Marked) -> None:
    assert wrong(sold(**changes), sale) == fallen


def test_claims_are_paired_within_a_sentence_one_to_one(sale: Marked) -> None:
    twin = sold(type="AID", status=Status.PLANNED)
    found = pairs.paired(sale, [twin, sold(), sold(trigger=at("hot"))])
    assert [(row["id"], claim.type) for row, claim in found.pairs] == [("c1", "COOPERATE")]
    assert [row["id"] for row in found.missed] == ["c2"]
    assert [claim.trigger.text for claim in found.extra] == ["sold", "hot"]


def test_counts_go_to_the_whole_and_to_each_label(sale: Marked) -> None:
    pairing = pairs.paired(sale, [sold(status=Status.PLANNED)])
    found = rates([scored(sale, pairing, [3.0, 3.0, 3.0, -3.0, None])])
    values = {key: (rate.value, rate.count) for key, rate in found.items()}
    assert values["all", "found R"] == values["source: own", "found R"] == (0.5, 2)
    assert values["all", "found P"] == values["all", "type"] == (1.0, 1)
    assert values["fold: open", "status"] == (0.0, 1)
    assert values["type: COOPERATE", "found F1"][0] == 1.0
    assert values["status: happened", "found as any"] == (1.0, 1)
    assert values["status: happened", "found F1"][0] == 0.0
    assert values["all", "found and all right"] == (0.0, 2)
    assert values["all", "factuality number: exact"] == (0.8, 5)


def test_what_is_shown_as_happened_is_judged_where_it_is_so_shown(sale: Marked) -> None:
    planned = {**sale.claims[0], "status": "planned"}
    name = "happened, where so coded"
    assert fields.judged(sale.claims[0], sold(), sale)[name] is True
    assert fields.judged(planned, sold(), sale)[name] is False
    assert fields.judged(planned, sold(status=Status.PLANNED), sale)[name] is None


def test_a_sector_is_told_and_no_part_of_every_field(sale: Marked) -> None:
    minister = SimpleNamespace(**vars(party("Peru", "PER")) | {"sector": "GOV"})
    judged = fields.judged(sale.claims[0], sold(actors=(minister,)), sale)
    assert judged["actor sector"] is False
    assert judged["every field"] is True


def test_content_is_right_where_half_is_common(sale: Marked) -> None:
    start = TEXT.index("Peru sold")
    want = {**sale.claims[0], "content": [start, start + len("Peru sold Chile")]}
    for words, right in (("sold Chile", True), ("Chile", False)):
        assert fields.judged(want, sold(content=at(words)), sale)["content"] is right


def test_pairs_of_mentions_are_one_party_or_not(sale: Marked) -> None:
    it = party("its ministry", "PER")
    ministry = party("Peru's ministry", "PER")
    ministry.name = "its ministry"
    pairing = pairs.paired(sale, [sold(voices=(it, ministry))])
    found = rates([scored(sale, pairing, [0.0] * 5)])
    assert found["all", "who is who, pairs F1"].value == 1.0
    assert found["all", "mentions that are parties"].count == len(across.chains(sale))
    ministry.name = "Chile"
    found = rates([scored(sale, pairing, [0.0] * 5)])
    assert found["all", "who is who, pairs R"].value == 0.0
    assert found["all", "who is who, pairs P"].value == 0.0
    assert [row["taken for"] for row in across.who_rows(sale, pairing)] == ["chile"]


def test_a_link_counts_where_both_its_claims_are_found(rows: list[dict[str, Any]]) -> None:
    linked = [{**row, "links": [{"relation": "if", "claim": "c2"}]} if row.get("id") == "c1"
              else row for row in rows]  # fmt: skip
    sale = documents.with_marks(_document(), [{**linked[0], "fold": "open"}, *linked[1:]])
    link = SimpleNamespace(relation="if", claim="b")
    beaten = sold(id="b", type="ASSAULT", trigger=at("beaten"))
    for links, value in (((link,), 1.0), ((), 0.0)):
        pairing = pairs.paired(sale, [sold(links=links), beaten])
        assert rates([scored(sale, pairing, [0.0] * 5)])["all", "links F1"].value == value
    alone = pairs.paired(sale, [sold(links=(link,))])
    assert rates([scored(sale, alone, [0.0] * 5)])["all", "links F1"].value is None


def test_intervals_come_from_documents_drawn_anew() -> None:
    def one(right: int) -> Counts:
        counts = Counts()
        counts.share(["all"], "type", right, 10)
        return counts

    even = rates([one(5)] * 20)["all", "type"]
    assert (even.value, even.interval, even.count) == (0.5, (0.5, 0.5), 200)
    mixed = rates([one(0), one(10)] * 10)["all", "type"]
    assert mixed == rates([one(0), one(10)] * 10)["all", "type"]
    assert mixed.interval is not None
    assert 0.2 < mixed.interval[0] < 0.4 < 0.6 < mixed.interval[1] < 0.8


def test_a_correlation_is_that_of_all_pairs() -> None:
    counts = Counts()
    for x, y in ((3, 3), (0, 0), (-3, -3)):
        counts.correlate(["all"], "r", x, y)
    assert rates([counts])["all", "r"].value == pytest.approx(1.0)
    assert rates([]) == {}


def test_no_miss_of_a_closed_document_is_listed(rows: list[dict[str, Any]], sale: Marked) -> None:
    numbers = [3.0, 3.0, 3.0, 3.0, None]
    closed = documents.with_marks(_document(), [{**rows[0], "fold": "closed"}, *rows[1:]])
    for document, some in ((sale, True), (closed, False)):
        voices = (party("its ministry", "PER"), party("Peru's ministry", "PER"))
        coded = [sold(type="AID", voices=voices), sold(trigger=at("hot"))]
        pairing = pairs.paired(document, coded)
        lists = misses.misses(document, pairing, numbers)
        assert [bool(rows) for rows in lists.values()] == [some] * 5


def test_documents_without_their_text_are_counted(
    rows: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "own" / "sale.jsonl", rows)
    write(tmp_path / "own" / "gone.jsonl", [{**rows[0], "id": "gone"}, *rows[1:]])
    write(tmp_path / "gum" / "far.jsonl", [{**rows[0], "id": "far"}, *rows[1:]])
    monkeypatch.setattr(
        documents, "documents", lambda source, _: [_document()] if source == "own" else []
    )
    found, skipped = documents.read(None, tmp_path)
    assert [one.text.id for one in found] == ["sale"]
    assert skipped == (
        "gum: 1 marked documents, their texts are not here",
        "own: 1 marked documents, their texts are not here",
    )


def test_a_folder_without_marks_is_a_named_skip(tmp_path: Path) -> None:
    coder: Any = None
    assert news.run(coder, None, tmp_path).skipped == ("no marked documents",)


def test_only_what_is_found_may_rest_on_another_number(sale: Marked) -> None:
    found = rates([scored(sale, pairs.paired(sale, [sold()]), [3.0, 3.0, 3.0, -3.0, None])])
    made = {figure.name: figure for figure in news.figures(found)}
    assert {name for name, one in made.items() if one.guard == "exact"} == news.GUARDED
    assert (made["found F1"].of, made["found F1"].count) == ("marked claims", 2)
    assert (made["type"].of, made["number of voices"].of) == ("claims", "claims")


def test_the_page_gets_both_tables(sale: Marked) -> None:
    found = rates([scored(sale, pairs.paired(sale, [sold()]), [3.0, 3.0, 3.0, -3.0, None])])
    details: dict[str, Any] = {}
    for (group, name), rate in found.items():
        details.setdefault(group, {})[name] = rate
    made = Outcome(scorer="news", details=details, skipped=("gum: gone",))
    page = newspage.into_page(f"top\n{newspage.BEGIN}\nstale\n{newspage.END}\nend\n", made)
    assert page.startswith("top\n")
    assert page.endswith("\nend\n")
    assert "stale" not in page
    assert "| what | rests on | all | open | own |" in page
    assert "| found P | 1 | 1.000 [1.00, 1.00] | 1.00 | 1.00 |" in page
    assert "| type: ASSAULT | 1 | 0.000 [0.00, 0.00] |" in page
    assert "Left out: gum: gone." in page


@pytest.mark.parser
def test_a_document_goes_all_the_way(
    rows: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, coder: Coder
) -> None:
    write(tmp_path / "own" / "sale.jsonl", rows)
    monkeypatch.setattr(documents, "documents", lambda *_: [_document()])
    made = news.run(coder, None, tmp_path)
    values = {figure.name: figure.value for figure in made.figures}
    assert (made.sample, made.skipped) == ("1 documents", ())
    assert values["found R"] == 1.0
    assert values["time, where told"] == 1.0, "the document's day is not passed on"
    assert {name.removeprefix("news-") for name in made.lists} == {
        "missed", "extra", "fields", "who", "verbs",
    }  # fmt: skip


@pytest.mark.parser
def test_factuality_of_many_verbs_is_that_of_each(coder: Coder) -> None:
    article = bare_article(TEXT)
    spans = [(at(word).start, at(word).end) for word in ("sold", "beaten", "denied")]
    each = [coder.factuality(TEXT, span) for span in spans]
    assert factualities_of(article, [*spans, (56, 57)], coder.tools) == [*each, None]
