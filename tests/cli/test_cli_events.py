"""Events on the command line: linked, listed, confirmed and split."""

from __future__ import annotations

import csv
import io
import json
import shutil

import pytest

from reportedly.records import Event
from reportedly.views import EventRow


@pytest.fixture
def linked(run, store, tmp_path):
    """A store of one's own, linked."""
    path = tmp_path / "linked.duckdb"
    shutil.copy(store, path)
    result = run("link", "--store", path)
    assert result.exit_code == 0, result.output
    assert "linked" in result.stderr
    return path


def lines(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_store_that_is_not_linked_says_so(run, store):
    result = run("events", "--store", store)

    assert (result.exit_code, result.stdout) == (0, "")
    assert "not linked yet; `reportedly link` does it" in result.stderr


def test_json_lines_are_whole_events(run, linked):
    found = lines(run("events", "--store", linked))

    assert found
    assert tuple(found[0]) == Event.__struct_fields__
    assert run("events", "--store", linked).stderr == ""


def test_csv_is_flat(run, linked):
    rows = list(
        csv.DictReader(io.StringIO(run("events", "--store", linked, "--format", "csv").stdout))
    )

    assert rows
    assert tuple(rows[0]) == EventRow.__struct_fields__
    assert not any(cell.startswith(("[", "{")) for row in rows for cell in row.values())


@pytest.mark.parametrize("form", ["table", "md"])
def test_tables_show_who_and_how_many(run, linked, form):
    result = run("events", "--store", linked, "--format", form)

    assert result.exit_code == 0
    assert "reports" in result.stdout
    assert "Russia" in result.stdout


def test_filters_ask_the_claims(run, linked):
    denied = lines(run("events", "--store", linked, "--status", "negated"))

    assert denied
    assert len(denied) < len(lines(run("events", "--store", linked)))
    assert lines(run("events", "--store", linked, "--origins", "99")) == []


def test_a_person_joins_and_splits(run, linked):
    one, other = (event["id"] for event in lines(run("events", "--store", linked))[:2])
    result = run("link", "--store", linked, "confirm", one, other)

    assert result.exit_code == 0, result.output
    assert result.stderr.rstrip().endswith("are same")
    after = lines(run("events", "--store", linked))
    joined = next(event for event in after if event["id"] in (one, other))
    assert [d["by"] for d in joined["decisions"]][:1] == ["person"]
    claims = joined["claims"]
    assert run("link", "split", claims[0], claims[-1], "--store", linked).exit_code == 0
    assert len(lines(run("events", "--store", linked))) == len(after) + 1


@pytest.mark.parametrize("by", ["event", "outlet"])
@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "md"])
def test_drift_is_printed(run, linked, by, form):
    assert run("drift", "--store", linked, "--by", by, "--format", form).exit_code == 0


@pytest.mark.parametrize("by", ["event", "actor", "type"])
@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "md"])
def test_promises_are_printed(run, linked, by, form):
    assert run("promises", "--store", linked, "--by", by, "--format", form).exit_code == 0


def test_promises_can_be_chosen_by_outcome(run, linked):
    found = lines(run("promises", "--store", linked, "--outcome", "open"))

    assert {row["outcome"] for row in found} <= {"open"}
    assert run("promises", "--store", linked, "--as-of", "soon").exit_code == 2


@pytest.mark.parametrize("command", ["map", "network"])
def test_shapes_are_written_to_a_file_or_to_standard_output(run, linked, tmp_path, command):
    path = tmp_path / "shape"
    assert run(command, str(path), "--store", linked).exit_code == 0
    result = run(command, "-", "--store", linked)

    assert path.read_bytes().decode() == result.stdout
    assert "written" in result.stderr


@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "md"])
def test_series_are_printed(run, linked, form):
    result = run("series", "--store", linked, "--by", "type", "--every", "month", "--format", form)

    assert result.exit_code == 0
    assert "2023-" in result.stdout


def test_wrong_names_are_wrong_usage(run, linked, tmp_path):
    assert run("link", "--store", linked, "confirm", "a", "b").exit_code == 2
    assert run("link", "--store", tmp_path / "none.duckdb").exit_code == 2
