"""The two event formats: what they hold, what they leave out, and why."""

from __future__ import annotations

import io
import json
from pathlib import Path

import msgspec
import pytest

from builders import article, claim
from reportedly.errors import UsageError
from reportedly.exporting import EventOptions, ExportCounts, to_plover_jsonl, to_polecat_tsv
from reportedly.exporting.polecat import COLUMNS, DETAILS

TEXT = "Washington said that on 3 May Russia gave Iran oil."
NOTE = "Russia struck Iran!"
COLLAPSE = EventOptions(collapse=True)
EVERY = EventOptions(statuses=("happened", "planned", "possible", "negated"))


def one(type=None, mode=None, *, published: str | None = "2023-09-14", **fields):
    page = article(TEXT, published=published)
    fields = {"actors": ["Russia"], "recipients": ["Iran"], **fields}
    return page, claim(page, TEXT, "gave", type, mode, **fields)


def plover(page, found, options=None):
    stream = io.BytesIO()
    counted = to_plover_jsonl([found], {page.id: page}.get, stream, options=options)
    return counted, [json.loads(line) for line in stream.getvalue().splitlines()]


OUT = [
    # type, mode, fields, options, reason
    ("AID", None, {"recipients": []}, None, "no recipient, which AID requires"),
    ("SANCTION", None, {"recipients": []}, None, "no recipient, which SANCTION requires"),
    ("COOPERATE", None, {"recipients": []}, None, "no recipient, which COOPERATE requires"),
    ("AID", None, {"status": "planned"}, None, "status planned"),
    ("AID", None, {"status": "negated"}, None, "status negated"),
    ("AID", None, {"status": "possible"}, COLLAPSE, "status possible"),
    ("AID", None, {"status": "negated"}, COLLAPSE, "status negated"),
    ("ASSAULT", "aerial", {"status": "planned"}, COLLAPSE, "status planned"),
    ("AID", None, {}, EventOptions(statuses=("planned",)), "status happened"),
    ("CONSULT", None, {"actors": []}, None, "no actor"),
    (None, None, {"kind": "want", "content": "oil"}, None, "kind want, no event"),
    ("CONSULT", None, {"published": None}, None, "no date"),
    ("CONSULT", None, {}, EventOptions(publication_dates=False), "no date"),
]


@pytest.mark.parametrize(("type", "mode", "fields", "options", "reason"), OUT)
def test_what_is_left_out(type, mode, fields, options, reason) -> None:
    counted, records = plover(*one(type, mode, **fields), options)
    assert records == []
    assert counted == ExportCounts(written=0, left_out={reason: 1})


IN = [
    # type, mode, status, options, written as
    ("AID", None, "happened", None, ("AID", None, 2, 10.0)),
    ("AID", None, "ongoing", COLLAPSE, ("AID", None, 2, 10.0)),
    ("AID", None, "planned", COLLAPSE, ("AGREE", None, 1, 2.5)),
    ("CONSULT", "visit", "planned", COLLAPSE, ("AGREE", None, 1, 2.5)),
    ("SUPPORT", None, "planned", COLLAPSE, ("AGREE", None, 1, 2.5)),
    ("COOPERATE", None, "planned", COLLAPSE, ("AGREE", None, 1, 2.5)),
    ("RETREAT", "withdraw", "planned", COLLAPSE, ("CONCEDE", None, 1, 4.5)),
    ("CONCEDE", None, "planned", COLLAPSE, ("CONCEDE", None, 1, 4.5)),
    ("ASSAULT", "aerial", "planned", EVERY, ("ASSAULT", "aerial", 4, -9.5)),
    ("ASSAULT", None, "negated", EVERY, ("ASSAULT", None, 4, -9.0)),
]


@pytest.mark.parametrize(("type", "mode", "status", "options", "expected"), IN)
def test_what_is_written(type, mode, status, options, expected) -> None:
    counted, (record,) = plover(*one(type, mode, status=status), options)
    assert counted == ExportCounts(written=1)
    found = (record["event"], record.get("mode"), record["quad_code"], record["event_scale"])
    assert found == expected
    assert f"status: {status}" in record["comment"]


def test_a_planned_aid_needs_no_recipient_once_it_is_agree() -> None:
    counted, _ = plover(*one("AID", status="planned", recipients=[]), COLLAPSE)
    assert counted.written == 1


def test_plover_record() -> None:
    page, found = one(
        "AID", when=("2023-05-03", "2023-05-04"), voices=[("Washington", "said")]
    )  # fmt: skip
    _, (record,) = plover(page, found)
    assert record == {
        "id": found.id,
        "date": "2023-05-03",
        "date_basis": "stated",
        "enddate": "2023-05-04",
        "actor": [{"name": "Russia", "code": "RUS", "sector": ["GOV"], "text": "Russia"}],
        "recipient": [{"name": "Iran", "code": "IRN", "sector": ["GOV"], "text": "Iran"}],
        "event": "AID",
        "quad_code": 2,
        "event_scale": 10.0,
        "event_text": "gave",
        "text": TEXT,
        "text_info": {
            "article": page.id, "section": "body", "start": 0, "end": len(TEXT), "language": "en"
        },
        "cite_info": {
            "publisher": "The Wire", "title": "A summit", "url": page.url, "date": "2023-09-14"
        },
        "coder": "reportedly 0.1.0 (a1b2)",
        "comment": "status: happened; says: Washington (said)",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("when", "dates", "marked"),
    [
        (("2023-05-03", "2023-05-03"), ("2023-05-03", None), False),
        (("2023-05-03", None), ("2023-05-03", None), False),
        ((None, "2023-05-03"), ("2023-05-03", None), False),
        ((None, None), ("2023-09-14", None), True),
        (None, ("2023-09-14", None), True),
    ],
)
def test_a_date_of_publication_is_marked(when, dates, marked) -> None:
    _, (record,) = plover(*one("CONSULT", when=when))
    assert (record["date"], record.get("enddate")) == dates
    assert ("of publication only" in record["comment"]) is marked
    assert (record["date_basis"] == "publication") is marked


def test_a_post_of_a_live_page_has_the_day_of_its_own_time() -> None:
    page, found = one("CONSULT")
    section = msgspec.structs.replace(page.sections[0], time="2023-09-16T08:00:00+00:00")
    live = msgspec.structs.replace(page, sections=(section,))
    _, (record,) = plover(live, found)

    assert (record["date"], record["date_basis"]) == ("2023-09-16", "publication")


def test_comments_are_no_events() -> None:
    page = article(TEXT, comment=NOTE)
    counted, _ = plover(page, claim(page, NOTE, "struck", "ASSAULT", actors=["Russia"]), EVERY)
    assert counted == ExportCounts(written=0, left_out={"comment": 1})


def read(path: Path) -> list[dict[str, str]]:
    head, *lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    names = head.split("\t")
    assert all(line.count("\t") == len(names) - 1 for line in lines)
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines]


def test_polecat_has_its_forty_columns_in_place() -> None:
    assert len(COLUMNS) == len(set(COLUMNS)) == 41
    assert COLUMNS[40] == "date_basis"
    assert [COLUMNS.index(n) for n in ("Event Date", "Event Type", "Actor Name")] == [1, 2, 7]
    assert COLUMNS.index("Recipient Name") == 15
    assert COLUMNS[35:40] == (
        "Story People", "Story Organizations", "Story Locations", "Language", "Version"
    )  # fmt: skip
    assert DETAILS[0] == COLUMNS[0]


def test_polecat_rows_and_details(tmp_path: Path) -> None:
    page, found = one(
        "AID", actors=["Russia", "Washington"], voices=[("Washington", "said")],
        goods=[("oil", "energy.oil")],
    )  # fmt: skip
    counted = to_polecat_tsv([found], {page.id: page}.get, tmp_path / "e.tsv")
    (row,) = read(tmp_path / "e.tsv")
    (more,) = read(tmp_path / "e.details.tsv")
    assert counted == ExportCounts(written=1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["e.details.tsv", "e.tsv"]
    assert {key: value for key, value in row.items() if value} == {
        "Event ID": found.id,
        "Event Date": "2023-09-14",
        "Event Type": "AID",
        "Intensity": "10.0",
        "Quad Code": "2",
        "Actor Name": "Russia; Washington",
        "Actor Country": "RUS; USA",
        "Primary Actor Sector": "GOV",
        "Actor Sectors": "GOV",
        "Actor Name Raw": "Russia; Washington",
        "Recipient Name": "Iran",
        "Recipient Country": "IRN",
        "Primary Recipient Sector": "GOV",
        "Recipient Sectors": "GOV",
        "Recipient Name Raw": "Iran",
        "Source": "The Wire",
        "Publication Date": "2023-09-14",
        "Language": "en",
        "Version": "reportedly 0.1.0",
        "date_basis": "publication",
    }
    assert more["Event ID"] == row["Event ID"]
    assert (more["Status"], more["Alleged"], more["Date Basis"]) == (
        "happened", "true", "publication"
    )  # fmt: skip
    assert json.loads(more["Voices"])[0]["name"] == "Washington"
    assert json.loads(more["Goods"])[0]["category"] == "energy.oil"


def test_polecat_pairs(tmp_path: Path) -> None:
    page, found = one("CONSULT", actors=["Russia", "Washington"], recipients=[])
    lookup = {page.id: page}.get
    to_polecat_tsv([found], lookup, tmp_path / "e.tsv", tmp_path / "d.tsv", pairs=True)
    rows = read(tmp_path / "e.tsv")
    assert [row["Actor Name"] for row in rows] == ["Russia", "Washington"]
    assert len({row["Event ID"] for row in rows}) == len(read(tmp_path / "d.tsv")) == 1


def test_polecat_keeps_one_line_an_event(tmp_path: Path) -> None:
    text = "Russia\tgave\nIran\u2028oil."
    page = article(text, publisher="The\tWire\r\n")
    found = claim(page, text, "gave", "AID", actors=["Russia"], recipients=["Iran"])
    to_polecat_tsv([found], {page.id: page}.get, tmp_path / "e.tsv")
    assert read(tmp_path / "e.tsv")[0]["Source"] == "The Wire"
    assert read(tmp_path / "e.details.tsv")[0]["Sentence"] == "Russia gave Iran oil."


def test_a_stream_has_no_second_file_unless_asked() -> None:
    page, found = one("CONSULT")
    main, more = io.BytesIO(), io.BytesIO()
    to_polecat_tsv([found], {page.id: page}.get, main)
    assert main.getvalue().count(b"\n") == 2
    to_polecat_tsv([found], {page.id: page}.get, io.BytesIO(), more)
    assert more.getvalue().startswith(b"Event ID\tStatus")


def test_a_broken_export_leaves_no_file(tmp_path: Path) -> None:
    def broken():
        yield one("CONSULT")[1]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        to_plover_jsonl(broken(), lambda _: None, tmp_path / "e.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_unknown_status_is_refused() -> None:
    with pytest.raises(UsageError, match="allowed: happened, ongoing"):
        EventOptions(statuses=("done",))
