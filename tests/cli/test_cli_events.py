"""Events on the command line: linked, listed, confirmed and split."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import pytest

from reportedly.records import Event
from reportedly.views import (
    ContestedLine,
    DriftRow,
    EventLine,
    EventRow,
    EventSeriesRow,
    LedgerLine,
    LedgerRow,
    PromiseRow,
    SourceRow,
    TimelineRow,
)
from reportedly.views.flat import columns


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


def test_filters_ask_the_claims_and_the_status_of_the_event(run, linked):
    every = lines(run("events", "--store", linked))
    possible = lines(run("events", "--store", linked, "--status", "possible"))

    assert {one["status"] for one in possible} == {"possible"}
    assert 0 < len(possible) < len(every)
    assert 0 < len(lines(run("events", "--store", linked, "--voice", "Moscow"))) < len(every)
    assert lines(run("events", "--store", linked, "--origins", "99")) == []


def test_a_person_joins_and_splits(run, linked):
    before = lines(run("events", "--store", linked))
    one, other = (event["id"] for event in before[:2])
    result = run("link", "--store", linked, "confirm", one, other)

    assert result.exit_code == 0, result.output
    assert result.stderr.rstrip().endswith("are same")
    after = lines(run("events", "--store", linked))
    joined = next(event for event in after if event["id"] in (one, other))
    assert [d["by"] for d in joined["decisions"]][:1] == ["person"]
    first, last = (
        next(claim for claim in event["claims"] if claim in joined["claims"])
        for event in before[:2]
    )
    assert run("link", "split", first, last, "--store", linked).exit_code == 0
    apart = lines(run("events", "--store", linked))
    assert not any({first, last} <= {*event["claims"]} for event in apart)


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


def test_a_series_is_drawn(run, linked, tmp_path):
    path = tmp_path / "series.svg"
    assert run("series", "--by", "dyad", "--plot", path, "--store", linked).exit_code == 0
    drawn = ElementTree.parse(path).getroot()

    assert drawn.tag.endswith("svg")
    assert any("RUS" in (words.text or "") for words in drawn.iter())


@pytest.mark.parametrize("command", ["timeline", "ledger", "sources", "contested"])
def test_a_store_that_is_not_linked_is_said_by_every_view(run, store, command):
    result = run(command, "--store", store)

    assert result.exit_code == 0
    assert "not linked yet" in result.stderr


VIEWS = {
    "events": EventRow, "timeline": EventLine, "ledger": LedgerLine, "contested": ContestedLine,
    "sources": SourceRow, "promises": PromiseRow, "series": EventSeriesRow, "drift": DriftRow,
    "timeline --by claim": TimelineRow, "ledger --by claim": LedgerRow,
}  # fmt: skip


@pytest.mark.parametrize("command", VIEWS)
def test_every_view_is_flat_csv_with_its_columns_even_where_nothing_is_found(run, linked, command):
    full, none = (
        list(csv.reader(io.StringIO(run(*command.split(), "--store", linked, "--format", "csv",
                                        *more).stdout)))
        for more in ([], ["--from", "2031-01-01"])
    )  # fmt: skip

    assert none == [list(columns(VIEWS[command]))] == full[:1]
    assert not any(cell.startswith(("[", "{")) for row in full[1:] for cell in row)


@pytest.mark.parametrize("command", ["judgements", "link judgements", "actors judgements"])
def test_judgements_have_their_columns_even_where_nobody_judged(run, linked, command):
    out = run(*command.split(), "--store", linked, "--format", "csv").stdout

    assert "verdict" in next(csv.reader(io.StringIO(out)))


def test_the_timeline_has_one_line_an_event(run, linked):
    found = lines(run("timeline", "--store", linked))
    events = lines(run("events", "--store", linked))

    assert sorted(one["event"] for one in found) == sorted(one["id"] for one in events)
    assert found[0]["date_basis"] == "stated"
    assert found[0]["date"] == "2023-09-12"
    assert {one["section"] for one in found} <= {"body", "headline"}


def test_a_piped_table_has_a_line_a_row(run, linked):
    result = run("timeline", "--store", linked, "--format", "table")
    rows = result.stdout.splitlines()

    assert len(rows) == 1 + len(lines(run("timeline", "--store", linked)))
    assert max(map(len, rows)) > 100
    assert not any(row.endswith(" ") for row in rows)


def test_wrong_names_are_wrong_usage(run, linked, tmp_path):
    assert run("link", "--store", linked, "confirm", "a", "b").exit_code == 2
    assert run("link", "--store", tmp_path / "none.duckdb").exit_code == 2
