"""Floors: what falls is named, what cannot be compared is never a pass."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from bench.outcome import Figure, Outcome, missing

from bench import __main__ as command
from bench import gate, table

F1 = Figure(name="F1", value=0.8, count=100, of="sentences")
RATIO = Figure(name="ratio", value=0.5, count=9, of="words", guard="timed")
SPEED = Figure(name="speed", value=900.0, count=9, of="words", guard="informative")
OLD = Outcome(scorer="plv", figures=(F1, RATIO, SPEED), corpus="abc")
BASE = {"plv": gate.pinned(OLD)}


def _with(**changes: object) -> Outcome:
    figure = dataclasses.replace(F1, **changes)  # type: ignore[arg-type]
    return dataclasses.replace(OLD, figures=(figure, RATIO, SPEED))


def test_only_guarded_figures_are_pinned() -> None:
    assert BASE["plv"]["floors"] == {
        "F1": {"value": 0.8, "count": 100},
        "ratio": {"value": 0.5, "count": 9},
    }


@pytest.mark.parametrize(
    ("outcome", "fallen", "unfit"),
    [
        (OLD, 0, 0),
        (_with(value=0.9), 0, 0),
        (_with(value=0.797), 0, 0),
        (dataclasses.replace(OLD, figures=(F1, dataclasses.replace(RATIO, value=0.41))), 0, 0),
        (dataclasses.replace(OLD, figures=(F1, dataclasses.replace(RATIO, value=0.39))), 1, 0),
        (_with(value=0.79), 1, 0),
        (_with(value=None), 1, 0),
        (_with(count=99), 1, 0),
        (dataclasses.replace(OLD, figures=(F1,)), 1, 0),
        (dataclasses.replace(OLD, corpus="other"), 0, 1),
        (dataclasses.replace(OLD, sample="ten"), 0, 1),
        (missing("plv", "no folder"), 0, 1),
        (dataclasses.replace(OLD, scorer="new"), 0, 1),
    ],
)
def test_comparing(outcome: Outcome, fallen: int, unfit: int) -> None:
    verdict = gate.compare([outcome], BASE)
    assert (len(verdict.fallen), len(verdict.unfit)) == (fallen, unfit)


@pytest.mark.parametrize("of", sorted(gate.MOVING))
def test_a_count_that_the_coder_itself_makes_may_change(of: str) -> None:
    base = {"plv": gate.pinned(_with(of=of))}
    assert gate.compare([_with(of=of, count=99)], base).fallen == ()


@pytest.mark.parametrize(
    ("outcome", "allowed", "value", "lowered"),
    [
        (_with(value=0.9), False, 0.9, 0),
        (_with(value=0.7), False, 0.8, 1),
        (_with(value=0.7), True, 0.7, 1),
        (dataclasses.replace(_with(value=0.9), corpus="other"), False, 0.8, 1),
        (missing("plv", "no folder"), False, 0.8, 0),
    ],
)
def test_a_floor_rises_freely_and_falls_only_when_allowed(
    outcome: Outcome, allowed: bool, value: float, lowered: int
) -> None:
    fresh, found = gate.updated([outcome], BASE, allow_regression=allowed)
    assert fresh["plv"]["floors"]["F1"]["value"] == value
    assert len(found) == lowered


def test_a_baseline_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    gate.save(BASE, tmp_path / "b.json")
    assert gate.load(tmp_path / "b.json") == BASE
    assert gate.load(tmp_path / "none.json") == {}


def test_the_table_counts_figures_and_skips() -> None:
    shown = table.text([OLD, missing("geo", "no folder")])
    assert "0.800  100 sentences" in shown
    assert shown.endswith("3 figures, 1 skipped")


def test_the_docs_keep_the_rows_of_scorers_that_did_not_run() -> None:
    page = f"# T\n{table.BEGIN}\n| geo: a | – | **1** |\n| plv: old | – | 2 |\n{table.END}\nend\n"
    fresh = table.into_page(page, [OLD])
    assert "| geo: a | – | **1** |" in fresh
    assert "| plv: F1 | – | **0.800** (100 sentences) |" in fresh
    assert "plv: old" not in fresh
    assert fresh.endswith(f"{table.END}\nend\n")
    assert table.into_page(fresh, [OLD]) == fresh
    with pytest.raises(ValueError, match="lacks"):
        table.into_page("nothing", [OLD])


def test_lists_are_written_one_file_each(tmp_path: Path) -> None:
    outcome = Outcome(scorer="plv", lists={"m": [{"a": 1, "b": "x"}], "empty": []})
    paths = table.write_lists([outcome], tmp_path)
    assert [path.name for path in paths] == ["m.tsv", "empty.tsv"]
    assert paths[0].read_text(encoding="utf-8") == "a\tb\n1\tx\n"


@pytest.mark.parametrize(("fallen", "code"), [(False, 0), (True, 1)])
def test_exit_codes(
    fallen: bool,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = command.options(["--shared", str(tmp_path)])
    monkeypatch.setattr(gate, "load", lambda: BASE)
    assert command.judged([_with(value=0.5) if fallen else OLD], given) == code
    assert ("REGRESSION" in capsys.readouterr().out) == fallen


def test_an_unknown_scorer_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        command.options(["--shared", str(tmp_path), "--only", "plvv"])
