"""The scorers' pure parts on sentences made up for them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bench.measure import NONE, Tally
from bench.outcome import sampled
from bench.polnear import Said

from bench import geo, plv, polnear, runs, texts, throughput, uds
from reportedly.coding.coder import bare_article
from reportedly.records import ClaimKind


@pytest.mark.parametrize(
    ("text", "plain", "sources", "targets"),
    [
        ("<s>Oslo</s> aided <t>Rome</t>.", "Oslo aided Rome.", ((0, 4),), ((11, 15),)),
        ("<t>Rome</t>, <s>Oslo</s> said", "Rome, Oslo said", ((6, 10),), ((0, 4),)),
        ("<s>Oslo</s> met", "Oslo met", ((0, 4),), ()),
        ("<s>A</s> hit <t>B</t> and <t>C</t>", "A hit B and C", ((0, 1),), ((6, 7), (12, 13))),
        ("<s><t>They</t></s> met", "They met", ((0, 4),), ((0, 4),)),
        ("no marks", "no marks", (), ()),
    ],
)
def test_marks_are_taken_out_and_offsets_fit(
    text: str, plain: str, sources: tuple[Any, ...], targets: tuple[Any, ...]
) -> None:
    assert plv.marked(text) == (plain, sources, targets)


def _claim(kind: str, actors: list[tuple[int, int]], recipients: list[tuple[int, int]]) -> Any:
    people = [SimpleNamespace(start=a, end=b) for a, b in actors]
    others = [SimpleNamespace(start=a, end=b) for a, b in recipients]
    return SimpleNamespace(
        kind=ClaimKind.EVENT, type=kind, actors=tuple(people), recipients=tuple(others)
    )


def test_the_claim_that_covers_both_sides_best_is_taken() -> None:
    loose, close = _claim("AID", [(0, 2)], [(11, 15)]), _claim("ACCUSE", [(0, 4)], [(11, 15)])
    turned = _claim("ASSAULT", [(11, 15)], [(0, 4)])
    assert plv.joining([loose, close, turned], [(0, 4)], [(11, 15)]) is close
    assert plv.joining([turned], [(0, 4)], [(11, 15)]) is None
    assert plv.joining([turned], [], [(0, 4)]) is turned


def test_a_mutual_type_may_hold_both_sides_among_its_actors() -> None:
    met, fought = (_claim(kind, [(0, 4), (11, 15)], []) for kind in ("CONSULT", "ASSAULT"))
    assert plv.joining([met], [(0, 4)], [(11, 15)]) is met
    assert plv.joining([fought], [(0, 4)], [(11, 15)]) is None


@pytest.mark.parametrize(
    ("kind", "name"), [("CONCEDE", "YIELD"), ("RETREAT", "YIELD"), ("AID", "AID"), (None, NONE)]
)
def test_types_get_the_names_of_the_gold(kind: str | None, name: str) -> None:
    claim: Any = SimpleNamespace(type=kind)
    assert plv.gold_name(claim) == name
    assert plv.gold_name(None) == NONE


def test_a_right_class_with_a_wrong_type_counts_for_the_class() -> None:
    rows = [plv.Row("1", "AID", "2", "x", (), ()), plv.Row("2", "ASSAULT", "4", "y", (), ())]
    values = {f.name: f.value for f in plv.figures("pair", rows, ["COOPERATE", NONE])}
    assert values["pair accuracy"] == 0
    assert values["pair quad macro-F1"] == values["pair binary macro-F1"] == 0.5
    assert values["pair answered"] == 0.5


def test_brat_lines_make_attributions_with_interrupted_contents() -> None:
    lines = [
        "T1\tSource 0 4\tOslo",
        "T2\tCue 5 9\tsaid",
        "T3\tContent 10 14;20 24\tthat this",
        "T4\tAttribution 5 9\tsaid",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
        "#1\tAnnotatorNotes E1\tsure",
        "T5\tDiscard 30 40\tRead more",
    ]
    assert polnear.parse(lines) == (Said(((0, 4),), ((5, 9),), ((10, 14), (20, 24))),)


GOLD = Said(((0, 4),), ((5, 9),), ((10, 30),))


@pytest.mark.parametrize(
    ("found", "exact", "near"),
    [
        (GOLD, {"source", "cue", "content", "whole"}, {"source", "cue", "content", "whole"}),
        (Said(((0, 4),), ((5, 9),), ((12, 30),)), {"source", "cue"}, {*polnear.PARTS, "whole"}),
        (Said((), ((5, 9),), ((10, 30),)), {"cue", "content"}, {"cue", "content"}),
        (Said(((40, 44),), ((5, 9),), ((10, 30),)), {"cue", "content"}, {"cue", "content"}),
        (Said(((0, 4),), ((31, 35),), ((10, 30),)), set(), set()),
    ],
)
def test_parts_are_judged_within_a_pair_of_cues(
    found: Said, exact: set[str], near: set[str]
) -> None:
    counts = polnear.tally([GOLD], [found])
    assert {part for (part, how), t in counts.items() if how == "exact" and t.right} == exact
    assert {part for (part, how), t in counts.items() if how == "overlap" and t.right} == near


def test_cues_are_paired_one_to_one_the_closest_first() -> None:
    far, close = Said(cue=((5, 20),)), Said(cue=((5, 10),))
    assert polnear.matched([GOLD], [far, close]) == [(0, 1)]
    assert polnear.matched([Said(content=((0, 9),))], [Said(content=((3, 9),))]) == [(0, 0)]
    assert polnear.tally([GOLD], [far, close])["cue", "overlap"] == Tally(1, 2, 1)


def test_misses_say_what_went_wrong() -> None:
    article = polnear.Marked("a", "Oslo said that Rome had left us.", (GOLD,))
    edge = Said(((0, 4),), ((5, 9),), ((12, 30),))
    assert polnear.misses(article, [GOLD]) == []
    assert [row["what"] for row in polnear.misses(article, [edge])] == ["edges of content"]
    apart = Said(cue=((31, 32),))
    assert [row["what"] for row in polnear.misses(article, [apart])] == ["missed", "extra"]


@pytest.mark.parametrize(
    ("text", "verb", "kind"),
    [
        ("Oslo did not leave", "leave", "negated"),
        ("Oslo didn’t leave", "leave", "negated"),
        ("Oslo may leave", "leave", "modal"),
        ("Oslo left", "left", "plain"),
        ("No. Oslo left", "left", "plain"),
    ],
)
def test_verbs_are_sorted_by_the_words_before_them(text: str, verb: str, kind: str) -> None:
    assert uds.kind(text, text.index(verb)) == kind


def _place(lat: float | None, lon: float | None) -> Any:
    return SimpleNamespace(latitude=lat, longitude=lon)


def test_no_position_counts_as_a_miss() -> None:
    gold = geo.Toponym(0, 4, "Oslo", (0.0, 0.0))
    places = [_place(1.0, 0.0), _place(2.0, 0.0), _place(None, None), None]
    distances = [geo.distance(gold, place) for place in places]
    assert [f.value for f in geo.located(distances)] == [0.25, 0.5]


def test_places_are_found_one_to_one() -> None:
    gold, found = [(0, 4), (10, 14)], [(0, 4), (9, 14), (10, 12), (20, 22)]
    assert geo.finding(gold, found, "exact") == Tally(1, 4, 2)
    assert geo.finding(gold, found, "overlap") == Tally(2, 4, 2)


def test_lgl_places_without_coordinates_are_kept_for_finding() -> None:
    story = geo.parse(
        "<articles><article docid='7'><text>Oslo is far.</text><toponyms>"
        "<toponym><start>0</start><end>4</end><phrase>Oslo</phrase>"
        "<gaztag><lat>59.9</lat><lon>10.7</lon></gaztag></toponym>"
        "<toponym><start>5</start><end>7</end><phrase>is</phrase></toponym>"
        "</toponyms></article></articles>"
    )[0]
    assert (story.key, story.text) == ("7", "Oslo is far.")
    assert [place.at for place in story.places] == [(59.9, 10.7), None]


@pytest.mark.parametrize("scorer", [plv, uds, geo])
def test_a_missing_set_is_a_named_skip(scorer: Any, tmp_path: Path) -> None:
    found = scorer.run(None, tmp_path)
    assert found.figures == ()
    assert len(found.skipped) == 1
    assert "no benchmarks" in found.skipped[0]


@pytest.mark.parametrize("scorer", [polnear, runs, throughput])
def test_a_missing_folder_is_a_named_skip(scorer: Any, tmp_path: Path) -> None:
    found = scorer.run(None, tmp_path, 3)
    assert (found.figures, len(found.skipped)) == ((), 1)


def test_geo_is_skipped_while_the_coder_has_no_places(tmp_path: Path) -> None:
    path = tmp_path / geo.FILE
    path.parent.mkdir(parents=True)
    path.write_text("<articles/>", encoding="utf-8")
    assert geo.run(object(), tmp_path).skipped == (
        "coder.locate is not there",
        "coder.places is not there",
    )


def test_a_sample_is_the_same_each_time() -> None:
    names = [f"n{i}" for i in range(40)]
    assert sampled(names, 5) == sampled(reversed(names), 5)
    assert len(sampled(names, 5)) == 5
    assert sampled(names, 0) == sampled(names, 99) == sorted(names)


def test_every_step_meets_every_article_and_a_warm_up() -> None:
    seen: list[str] = []
    ticks = iter(range(100))
    steps: Any = {"a": lambda x: seen.append("a" + x), "b": lambda x: seen.append("b" + x)}
    articles: Any = ["1", "2"]
    assert throughput.timed(steps, articles, clock=lambda: float(next(ticks))) == {"a": 2, "b": 2}
    assert seen == ["a1", "b1", "a1", "b1", "a2", "b2"]


def test_speed_ratios_compare_with_the_bare_model() -> None:
    seconds = {"coder": 2.0, "all": 1.0, "parser": 0.5}
    values = {f.name: f.value for f in throughput.figures(seconds, 4, 100)}
    assert values["coder: words/s"] == 50
    assert values["coder: articles/s"] == 2
    assert values["coder's speed over spaCy, all components"] == 0.5
    assert values["coder's speed over spaCy, tagger and parser"] == 0.25


def test_texts_are_named_by_where_they_stand(tmp_path: Path) -> None:
    path = tmp_path / texts.POLNEAR / "dev" / "text" / "one.txt"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"Oslo\r\nRome")
    found, absent = texts.read(tmp_path, 0)
    assert found == [texts.Text("dev/one", "Oslo\r\nRome")]
    assert absent == (f"no {texts.REPORTS}",)


@pytest.mark.parser
def test_the_bare_model_parses_an_article_s_paragraphs() -> None:
    parse = throughput.bare(exclude=["ner"])
    docs = parse(bare_article("OSLO, May 5 (Reuters) - Norway sent rice.\n\nIt rained."))
    assert [doc.text for doc in docs] == ["OSLO, May 5 (Reuters) - Norway sent rice.", "It rained."]
