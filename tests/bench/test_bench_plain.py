"""The scorer of plain sentences on rows made by hand, and the rows that the project holds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest

from bench import plain
from reportedly.coding.coder import Coder
from reportedly.records import ClaimKind, Status

DECODER = msgspec.json.Decoder(plain.Row)
LINES = {
    "sold": """{"id": "a-1", "kind": "arms", "text": "Peru sold Chile rifles on Monday in Lima.",
      "must": [{"trigger": "sold", "claim": "event", "type": "COOPERATE", "status": ["happened"],
                "actors": ["Peru"], "recipients": ["Chile"], "voices": [], "goods": ["rifles"],
                "time": "2024-05-13", "place": "Lima"},
               {"trigger": "rifles", "type": "MOBILIZE", "optional": true}],
      "never": [{"type": "COOPERATE", "actors": "Chile", "why": "buyer as seller"}]}""",
    "beat": """{"id": "a-2", "kind": "clash", "text": "Guards beat a nurse.",
      "must": [{"trigger": "beat", "claim": "event", "type": "ASSAULT", "actors": ["Guards"]}],
      "never": [{"type": "ASSAULT", "actors": "nurse", "why": "victim as doer"}]}""",
    "match": """{"id": "a-3", "kind": "sport", "text": "Lens beat Metz.", "near_miss": true,
      "must": [], "never": [{"trigger": "beat", "why": "sport"}]}""",
}
ROWS = {name: DECODER.decode(line) for name, line in LINES.items()}


def claim(name: str, trigger: str, **more: Any) -> Any:
    start = ROWS[name].text.index(trigger)
    told: dict[str, Any] = {
        "kind": ClaimKind.EVENT, "type": "ASSAULT", "status": Status.HAPPENED,
        "actors": (), "recipients": (), "voices": (), "goods": (), "time": None, "place": None,
    }  # fmt: skip
    at = SimpleNamespace(start=start, end=start + len(trigger), text=trigger)
    return SimpleNamespace(trigger=at, **(told | more))


def of(*names: str) -> tuple[Any, ...]:
    return tuple(SimpleNamespace(text=name, name=name) for name in names)


def sold(**changes: Any) -> Any:
    """Return a claim that is right in every field."""
    made: dict[str, Any] = {
        "type": "COOPERATE", "actors": of("Peru"), "recipients": of("Chile"),
        "goods": of("rifles"), "time": SimpleNamespace(start="2024-05-13"), "place": of("Lima")[0],
    }  # fmt: skip
    return claim("sold", "sold", **(made | changes))


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({}, ()),
        ({"status": Status.PLANNED}, ("status",)),
        ({"actors": ()}, ("actors",)),
        ({"actors": of("Peru's navy"), "recipients": of("Chileans")}, ()),
        ({"recipients": of("Peru", "Lima")}, ("recipients",)),
        ({"voices": of("Peru")}, ("voices",)),
        ({"goods": ()}, ("goods",)),
        ({"time": None, "place": None}, ("time", "place")),
    ],
)
def test_told_fields_are_compared(changes: dict[str, Any], fields: tuple[str, ...]) -> None:
    assert plain.wrong(sold(**changes), ROWS["sold"].must[0]) == fields


def test_sides_may_stand_either_way_where_a_row_says_so() -> None:
    want = msgspec.structs.replace(ROWS["sold"].must[0], parties_either_way=True)
    turned = sold(actors=of("Chile"), recipients=of("Peru"))
    assert plain.wrong(turned, want) == ()
    assert plain.wrong(turned, ROWS["sold"].must[0]) == ("actors", "recipients")


def test_no_time_is_right_only_where_a_row_allows_it() -> None:
    want = msgspec.structs.replace(ROWS["sold"].must[0], time=None, time_ok=("2005-07-07", None))
    assert plain.wrong(sold(time=None), want) == ()
    assert plain.wrong(sold(), want) == ("time",)


@pytest.mark.parametrize(
    ("words", "name", "holds"),
    [
        ("mayor", "the Mayor of Oslo", True),
        ("Oslo mayor", "the mayor of Oslo", True),
        ("soldier", "two soldiers", True),
        ("US", "Russia", False),
        ("", "nobody", True),
    ],
)
def test_names_hold_words_from_their_beginnings(words: str, name: str, holds: bool) -> None:
    assert plain.named(words, [name]) is holds


def test_what_is_lost_is_told_apart() -> None:
    row = ROWS["sold"]
    for claims, faults, found in (
        ((), (("sold", "missing"),), 0),
        ((sold(type="AID"),), (("sold", "type"),), 0),
        ((sold(kind=ClaimKind.WANT),), (("sold", "type"),), 0),
        ((sold(place=None),), (("sold", "place"),), 1),
        ((sold(place=None), sold()), (), 1),
        ((sold(), claim("sold", "rifles")), (("rifles", "type"),), 1),
    ):
        done = plain.judged(row, claims)
        assert (done.required, done.faults, done.found) == (1, faults, found)


def test_a_danger_fires_only_where_a_claim_meets_all_of_it() -> None:
    beaten = claim("beat", "beat", actors=of("a nurse"))
    assert plain.judged(ROWS["beat"], [beaten]).dangers == ("victim as doer",)
    right = claim("beat", "beat", actors=of("Guards"), recipients=of("a nurse"))
    assert plain.judged(ROWS["beat"], [right]).dangers == ()
    assert plain.judged(ROWS["match"], [claim("match", "beat")]).dangers == ("sport",)
    assert plain.judged(ROWS["match"], [claim("match", "Lens")]).dangers == ()


def test_figures_count_claims_and_sentences_by_fold() -> None:
    claims = {"sold": [sold(place=None)], "beat": [claim("beat", "beat", actors=of("a nurse"))]}
    done = [plain.judged(row, claims.get(name, [])) for name, row in ROWS.items()]
    made = {figure.name: (figure.value, figure.count) for figure in plain.figures(done)}
    assert made["found"] == (1.0, 2)
    assert made["right in every told field"] == (0.0, 2)
    assert made["sentences all right"] == made["dangerous misreadings"] == (1 / 3, 3)
    assert made["fold: open: dangerous misreadings"] == (0.0, 2)
    assert made["fold: closed: dangerous misreadings"] == (1.0, 1)
    assert plain.details(done)["near misses"]["open"]["sentences all right"] == (1, 1, "sentences")


def test_no_miss_of_the_closed_fold_is_listed() -> None:
    done = [plain.judged(row, []) for row in ROWS.values()]
    assert {row["id"] for row in plain.misses(done)} == {"a-1"}


def test_folds_go_by_the_last_number() -> None:
    row = ROWS["sold"]
    for file, open_ones in (("force", {1, 3, 5}), ("kinds_of_faults", {1, 2, 5})):
        rows = [msgspec.structs.replace(row, id=f"x-{n}", file=file) for n in range(1, 7)]
        assert {int(one.id[2:]) for one in rows if one.fold == "open"} == open_ones


def test_the_rows_hold_together() -> None:
    rows = plain.read()
    assert Counter(row.file for row in rows) == {
        "kinds_of_faults": 276, "force": 228, "words_and_goods": 254,
        "conflict_and_diplomacy": 260, "courts_economy_aid": 260,
    }  # fmt: skip
    assert len({row.id for row in rows}) == len({row.text for row in rows}) == len(rows)
    for row in rows:
        triggers = [one.trigger for one in (*row.must, *row.never) if one.trigger is not None]
        assert [one for one in triggers if one not in row.text] == [], row.id
        assert row.must or row.never, row.id


def test_a_field_that_nothing_reads_is_an_error(tmp_path: Path) -> None:
    line = '{"id": "a-1", "kind": "x", "text": "y", "must": [{"trigger": "y", "actor": ["z"]}]}'
    (tmp_path / "force.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(msgspec.ValidationError, match="actor"):
        plain.read(tmp_path)


@pytest.mark.parser
def test_rows_go_all_the_way(tmp_path: Path, coder: Coder) -> None:
    assert plain.run(coder, tmp_path).skipped == ("no rows",)
    line = " ".join(LINES["beat"].split())
    (tmp_path / "force.jsonl").write_text(line + "\n", encoding="utf-8")
    made = plain.run(coder, tmp_path)
    assert made.figures[0].value == 1.0
    assert made.details["force"]["closed"]["found"] == (1, 1, "required claims")
