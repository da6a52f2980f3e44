"""The scorers of MEANTIME, TORQUE, GUM, ECB+ and UDS's train part, on made-up rows."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bench.dates import Expression, Marked
from bench.measure import NONE, Tally
from bench.parties import touched
from bench.who.chains import Who
from bench.who.pairing import paired
from msgspec import structs

from bench import dated_events, dates, ecb, gum, meantime, torque, uds
from reportedly import Coder
from reportedly.errors import UsageError
from reportedly.records import Basis, Chain, Entity, Grain, Mention, MentionForm, Time


def _time(text: str, within: str, start: str | None, end: str | None) -> Time:
    at = within.index(text)
    return Time(
        text=text, text_start=at, text_end=at + len(text), start=start, end=end,
        grain=Grain.DAY, basis=Basis.STATED,
    )  # fmt: skip


def _mark(text: str, within: str, *days: str) -> Expression:
    at = within.index(text)
    return Expression(at, at + len(text), (days[0], days[-1]) if days else None)


MAY_3, MAY_5 = "2024-05-03", "2024-05-05"


@pytest.mark.parametrize(
    ("start", "end", "right"),
    [
        (MAY_3, MAY_3, True),
        (MAY_3, None, True),  # "since 3 May"
        (None, MAY_3, True),  # "by 3 May"
        (MAY_3, MAY_5, False),
        (None, None, False),
        ("2024-05-02", None, False),
        (None, "2024-05-02", True),  # "before 3 May"
        ("2024-05-04", None, True),  # "after 3 May"
        (None, "2024-05-01", False),
    ],
)
def test_days_agree_where_they_are_equal_or_one_side_is_left(
    start: str | None, end: str | None, right: bool
) -> None:
    assert dates.agrees((MAY_3, MAY_3), _time("x", "x", start, end)) is right


@pytest.mark.parametrize(
    ("start", "end", "right"),
    [
        ("2009-01-01", "2009-04-30", True),  # "early 2009": the marks keep the year
        ("2009-01-01", "2009-06-30", False),
        ("2009-02-01", "2009-04-30", False),
    ],
)
def test_a_part_of_a_marked_year_agrees_with_it(start: str, end: str, right: bool) -> None:
    ours = structs.replace(_time("x", "x", start, end), grain=Grain.YEAR)
    assert dates.agrees(("2009-01-01", "2009-12-31"), ours) is right


@pytest.mark.parametrize(
    ("start", "end", "right"),
    [
        (MAY_3, MAY_3, True),
        ("2024-05-01", "2024-05-31", True),  # ours holds it
        ("2024-01-01", None, True),
        (MAY_3, "2024-05-04", True),
        ("2024-05-04", "2024-05-31", False),
        (None, "2024-04-30", False),
    ],
)
def test_a_dated_event_fits_where_one_spell_holds_the_other(
    start: str | None, end: str | None, right: bool
) -> None:
    days = (MAY_3, MAY_3) if end != "2024-05-04" else (MAY_3, MAY_5)
    assert dated_events.fits(days, _time("x", "x", start, end)) is right


def test_a_time_is_resolved_when_its_days_are_the_marked_ones() -> None:
    text = "Oslo left on 3 May, for two days, not on Friday."
    gold = [_mark("3 May", text, MAY_3), _mark("two days", text), _mark("Friday", text, MAY_5)]
    right, wrong = _time("on 3 May", text, MAY_3, MAY_3), _time("Friday", text, MAY_3, MAY_3)
    unknown = _time("Friday", text, None, None)
    assert dates.resolved(gold, [right, wrong]) == Tally(1, 2, 2)
    assert dates.resolved(gold, [right, unknown]) == Tally(1, 1, 2)
    assert dates.resolved(gold, [right, _time("two days", text, MAY_3, MAY_5)]) == Tally(1, 2, 2)
    values = {f.name: f.value for f in dates.figures([Marked(text, gold, [right, wrong])], "", "")}
    assert values == {"times found F1": 0.8, "times resolved F1": 0.5}
    assert [row["text"] for row in dates.misses("a", Marked(text, gold, [right]))] == ["Friday"]


def test_from_to_counts_for_both_of_its_ends() -> None:
    text = "Oslo met Rome from 3 May to 5 May."
    gold = [_mark("3 May", text, MAY_3), _mark("5 May", text, MAY_5)]
    whole = _time("from 3 May to 5 May", text, MAY_3, MAY_5)
    half = _time("from 3 May to 5 May", text, MAY_3, "2024-05-06")
    assert dates.resolved(gold, [whole]) == Tally(2, 2, 2)
    assert dates.resolved(gold, [half]) == Tally(1, 2, 2)


NEWS = "Oslo sent rice\n\nMay 5, 2024\n\nOslo sent rice on 3 May. It will send oil. Rome left."


def _event(word: str, nth: int, status: str | None, factuality: float) -> dict[str, Any]:
    start = -1
    for _ in range(nth):
        start = NEWS.index(word, start + 1)
    return {
        "id": f"{word}{nth}", "start": start, "end": start + len(word), "pos": "VERB",
        "status": status, "factuality": factuality, "when": None,
    }  # fmt: skip


def _business() -> dict[str, Any]:
    dct, may = NEWS.index("May 5, 2024"), NEWS.index("3 May")
    return {
        "id": "1", "dct": MAY_5, "text": NEWS, "full": NEWS.index(" Rome left"),
        "times": [
            {"id": "t1", "start": dct, "end": dct + 11, "days": [MAY_5] * 2, "dct": True},
            {"id": "t2", "start": may, "end": may + 5, "days": [MAY_3] * 2, "dct": False},
        ],
        "events": [
            _event("sent", 2, "happened", 3.0),
            _event("send", 1, "planned", 3.0),
            {"id": "outside", "start": NEWS.index("left"), "end": len(NEWS) - 1, "pos": "VERB",
             "when": [MAY_3, MAY_5]},
        ],
        "tlinks": [["sent2", "t2", "IS_INCLUDED"], ["send1", "t1", "AFTER"]],
    }  # fmt: skip


def test_meantime_reads_events_with_marks_and_the_time_that_each_lies_at() -> None:
    sent, send = meantime.acts(_business())
    assert (sent.gold, sent.number, sent.at) == ("happened", 3.0, (MAY_3, MAY_3))
    assert (send.gold, send.at) == ("planned", None)


def test_meantime_knows_no_ongoing_and_leaves_plans_out_of_factuality() -> None:
    act = meantime.Act(0, 4, "VERB", "happened", 3.0, None)
    acts = [act, act._replace(gold="negated", number=-3.0), act._replace(gold="planned")]
    told = [
        meantime.Told(meantime._past(s), n, None) for s, n in (("ongoing", 3), ("", 0), ("", 0))
    ]
    given = list(zip(acts, told, strict=True))
    status = {f.name: f.value for f in meantime.status_figures(given)}
    assert status["status macro-F1"] == pytest.approx(1 / 3)
    counts = {f.name: f.count for f in meantime.factuality_figures(given)}
    assert counts == {"factuality r": 2, "factuality r, verbs": 2, "factuality r, nouns": 0}


def _written(folder: Path, file: Path, *rows: dict[str, Any]) -> Path:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


@pytest.mark.parser
def test_meantime_runs(coder: Coder, tmp_path: Path) -> None:
    found = meantime.run(coder, _written(tmp_path, meantime.FILE, _business()))
    values = {figure.name: figure.value for figure in found.figures}
    assert values["times found F1"] == values["times resolved F1"] == 1.0
    assert values["when F1"] == values["status macro-F1"] == values["when fits"] == 1.0
    assert values["when given"] == 0.5  # "Rome left" is dated by the set, not by its sentence
    assert found.skipped == ()


def test_torque_takes_the_events_with_a_majority() -> None:
    events = [{"start": 0, "end": 4, "status": s} for s in ("happened", None, "ongoing")]
    line = json.dumps({"text": "Oslo left", "events": events})
    read = torque.read([line, ""])
    assert [event.status for event in read] == ["happened", "ongoing"]
    values = {f.name: f.value for f in torque.figures(["happened", "ongoing"], ["happened", NONE])}
    assert values["status macro-F1"] == 0.5
    assert [row["ours"] for row in torque.misses(read, ["happened", "planned"])] == ["planned"]


def test_torque_counts_events_without_a_word(tmp_path: Path) -> None:
    def refuse(_text: str, span: tuple[int, int]) -> str:
        if span[0]:
            raise UsageError("no word")
        return "happened"

    events = [{"start": at, "end": 9, "status": "happened"} for at in (0, 8)]
    folder = _written(tmp_path, torque.FILE, {"text": "Oslo left", "events": events})
    found = torque.run(SimpleNamespace(status=refuse), folder)
    assert found.figures[0].value == pytest.approx(2 / 3)
    assert found.skipped == ("1 events that the coder found no word for, scored wrong",)


def test_gum_takes_who_can_be_a_party() -> None:
    kinds = ("person", "place", "time", "person")
    spans = ((0, 4), (5, 9), (10, 12), (0, 4))
    rows = [
        {"start": a, "end": b, "type": kind, "chain": chain}
        for chain, (kind, (a, b)) in enumerate(zip(kinds, spans, strict=True))
    ]
    assert gum.chains({"mentions": rows}) == {(0, 4): 0, (5, 9): 1}


def test_a_mention_is_found_by_half_of_it_or_by_where_it_begins() -> None:
    gold = [(0, 10), (20, 60), (70, 80)]
    ours = [(24, 30), (4, 10), (72, 75), (1, 10)]
    assert paired(gold, ours) == {(0, 10): 3, (20, 60): 0, (70, 80): 2}
    assert paired(gold, [(40, 60)]) == {(20, 60): 0}
    assert paired(gold, [(45, 60), (79, 90)]) == {}


def test_chains_are_scored_over_all_that_is_marked_and_given() -> None:
    def chain(*spans: tuple[int, int]) -> Chain:
        return Chain(
            entity=Entity(name="x"),
            mentions=tuple(
                Mention(start=a, end=b, text="x" * (b - a), form=MentionForm.NAME, reason="new")
                for a, b in spans
            ),
        )

    who = Who()
    gold = {(0, 4): (1, "name"), (10, 12): (1, "pronoun"), (20, 24): (2, "name")}
    ours = [chain((0, 4), (20, 24)), chain((10, 12)), chain((30, 34)), chain((40, 44))]

    mine = who.add("a", gold, [(30, 34)], ours)

    assert mine == {(0, 4): 0, (10, 12): 1, (20, 24): 0}
    assert who.tally == Tally(0, 1, 1)
    assert who.forms["name"] == Tally(2, 2, 2)
    # what is marked as of another type is left out; what nobody marked counts against us
    assert sorted(map(len, who.ours)) == [1, 1, 2]


def test_a_mention_is_touched_by_a_party_that_shares_half_of_it() -> None:
    gold = {(0, 10): 1, (20, 24): 1, (30, 40): 2}
    found = {(2, 10): "oslo", (20, 24): "oslo", (30, 34): "rome", (50, 54): "oslo"}
    ours = touched(gold, found)
    assert ours == {(0, 10): "oslo", (20, 24): "oslo"}
    assert gum.who(gold, ours) == ([frozenset(ours)], [frozenset(ours)])
    assert touched({}, found) == {}


@pytest.mark.parser
def test_gum_runs(coder: Coder, tmp_path: Path) -> None:
    text = "Rice for Lome\n\nMay 5, 2024\n\nNorway sent rice to Togo on 3 May. Norway met Togo."
    dct, may = text.index("May 5"), text.index("3 May")
    norway, togo = text.index("Norway"), text.index("Togo")
    row = {
        "id": "a", "published": MAY_5, "text": text,
        "times": [
            {"start": dct, "end": dct + 11, "days": [MAY_5] * 2},
            {"start": may, "end": may + 5, "days": [MAY_3] * 2},
        ],
        "mentions": [
            {"start": at, "end": at + size, "type": "place", "chain": chain, "form": "name"}
            for chain, size, places in (
                (1, 6, (norway, text.rindex("Norway"))), (2, 4, (togo, text.rindex("Togo"))),
            )
            for at in places
        ],
    }  # fmt: skip
    values = {f.name: f.value for f in gum.run(coder, _written(tmp_path, gum.FILE, row)).figures}
    assert values["times resolved F1"] == values["who is who, pairs F1"] == 1.0
    assert values["mentions touched"] == values["mentions found, all"] == 1.0
    assert values["chains, pairs F1"] == 1.0


def _story(name: str, text: str, *events: tuple[str, str], topic: int = 1) -> dict[str, Any]:
    mentions = [
        {
            "start": text.index(word), "end": text.index(word) + len(word), "kind": "event",
            "sentence": int(". " in text[: text.index(word)]), "cluster": cluster,
        }
        for word, cluster in events
    ]  # fmt: skip
    cut = text.index(". ") + 1 if ". " in text else len(text)
    sentences = [[0, cut], [cut + 1, len(text)]]
    return {"id": name, "topic": topic, "text": text, "sentences": sentences, "checked": [0],
            "mentions": mentions}  # fmt: skip


def test_ecb_takes_events_of_checked_sentences_and_the_text_up_to_them() -> None:
    text = "Norway sent rice. Rome left."
    story = ecb.story(_story("a", text, ("sent", "A"), ("left", "B")))
    assert (story.text, [event.text for event in story.events]) == ("Norway sent rice.", ["sent"])


@pytest.mark.parser
def test_ecb_joins_equal_claims_of_one_topic(coder: Coder, tmp_path: Path) -> None:
    rows = [
        _story("a", "Norway sent rice to Togo.", ("sent", "A")),
        _story("b", "Norway shipped rice to Togo.", ("shipped", "A")),
        _story("c", "Norway sent rice to Togo.", ("sent", "B"), topic=2),
        _story("d", "Norway had sent Chad tents.", ("sent", "C")),
    ]
    values = {f.name: f.value for f in ecb.run(coder, _written(tmp_path, ecb.FILE, *rows)).figures}
    assert values["events with a claim"] == values["equal claims, CoNLL F1"] == 1.0
    # two of one text, of different topics, are linked: only dates or passages could tell them apart
    assert values["linked, pairs R"] == 1.0
    assert values["alike stories told apart"] is None
    assert values["same word in the topic, CoNLL F1"] is not None
    assert values["same word in the topic, CoNLL F1"] < 1.0


def test_a_sample_of_verbs_is_the_same_each_time() -> None:
    sentences = [[uds.Verb(f"{i} went and saw", 2, 6, 1.0)] * 2 for i in range(20)]
    drawn = uds.sample(sentences, 7)
    assert drawn == uds.sample(sentences[::-1], 7)
    assert (len(drawn), len({verb.text for verb in drawn})) == (7, 4)
    assert len(uds.sample(sentences, 0)) == len(uds.sample(sentences, 99)) == 40


def test_uds_train_is_read_sentence_by_sentence(tmp_path: Path) -> None:
    row = {"id": "1", "text": "Oslo left and won", "verbs": [[5, 9, 1.1, 1.0], [14, 17, -0.5, 1.0]]}
    folder = _written(tmp_path, uds.TRAIN, row)
    asked = SimpleNamespace(factuality=lambda _text, span: float(span[0]))
    found = uds.run_train(asked, folder)  # type: ignore[arg-type]
    assert found.figures[0].value == pytest.approx(-1.0)
    assert (found.scorer, found.sample, found.figures[0].count) == ("uds-train", "3,000 verbs", 2)


@pytest.mark.parametrize("scorer", [meantime.run, torque.run, gum.run, ecb.run, uds.run_train])
def test_a_missing_set_is_a_named_skip(scorer: Any, tmp_path: Path) -> None:
    found = scorer(None, tmp_path)
    assert (found.figures, len(found.skipped)) == ((), 1)
    assert "no benchmarks" in found.skipped[0]
