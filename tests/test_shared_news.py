"""Real news that the project does not hold: the summit page, and killed and repeated runs.

Skipped, and counted, where the shared folder is absent.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from reportedly.coding.coder import Coder
from reportedly.records import Claim, ClaimKind, SectionKind, Status
from reportedly.store import Store

pytestmark = [pytest.mark.shared, pytest.mark.parser]


@pytest.fixture(scope="module")
def summit(shared: Path, coder: Coder) -> list[Claim]:
    """The claims of the summit page."""
    return coder.code(coder.read(shared / "articles" / "summit.txt"))


def codes(claim: Claim) -> set[str | None]:
    """Return the countries of both sides."""
    return {actor.country for actor in (*claim.actors, *claim.recipients)}


def found(claims: list[Claim], **wanted: object) -> list[Claim]:
    """Return the body claims whose fields have these values."""
    return [
        claim
        for claim in claims
        if claim.section in {SectionKind.BODY, SectionKind.HEADLINE}
        and all(getattr(claim, name) == value for name, value in wanted.items())
    ]


def test_the_meeting(summit: list[Claim]) -> None:
    met = [c for c in found(summit, type="CONSULT", status=Status.HAPPENED) if c.voices == ()]
    assert any(c.trigger.text == "convened" and codes(c) == {"PRK", "RUS"} for c in met)


def test_the_two_earlier_meetings(summit: list[Claim]) -> None:
    met = found(summit, type="CONSULT", status=Status.HAPPENED)
    first = [c for c in met if c.time and c.time.start == "2019-04-01"]
    assert [codes(c) for c in first] == [{"PRK", "RUS"}]
    assert any(c.trigger.text == "negotiations" and codes(c) == {"PRK", "USA"} for c in met)


def test_the_former_president_is_former(summit: list[Claim]) -> None:
    trump = [a for c in summit for a in c.actors if a.name == "Donald Trump"]
    assert trump
    assert all(actor.former and actor.country == "USA" for actor in trump)


def test_the_ministers_visit_and_request(summit: list[Claim]) -> None:
    for kind in ("CONSULT", "REQUEST"):
        claims = [c for c in found(summit, type=kind) if c.actors[0].name == "Sergei Shoigu"]
        assert claims, kind
        assert claims[0].actors[0].country == "RUS"
        assert [voice.name for voice in claims[0].voices] == ["sources"]
        assert claims[0].voices[0].country == "USA"
        assert not claims[0].voices[0].named


def test_the_speculated_supplies(summit: list[Claim]) -> None:
    (claim,) = [c for c in found(summit, type="AID") if c.trigger.text == "supplying" and c.voices]
    assert claim.status is Status.POSSIBLE
    assert [actor.country for actor in claim.actors] == ["PRK"]
    assert [actor.country for actor in claim.recipients] == ["RUS"]
    assert [voice.name for voice in claim.voices] == ["U.S. officials"]
    assert claim.goods[0].category == "arms.ammunition"


def test_the_contemplated_exercises(summit: list[Claim]) -> None:
    claims = [c for c in found(summit, type="COOPERATE") if codes(c) == {"PRK", "RUS"}]
    assert claims
    assert claims[0].status is Status.POSSIBLE
    assert [voice.name for voice in claims[0].voices] == ["Sergei Shoigu"]


def test_the_sanctions_and_rules(summit: list[Claim]) -> None:
    sanctions = [c for c in found(summit, type="SANCTION") if "RUS" in codes(c)]
    assert sanctions
    breach = [c for c in found(summit, kind=ClaimKind.CONSEQUENCE) if c.trigger.text == "breach"]
    assert breach
    assert breach[0].status is Status.POSSIBLE


def test_what_each_side_seeks(summit: list[Claim]) -> None:
    wants = found(summit, kind=ClaimKind.WANT)
    sought = {actor.country for claim in wants for actor in claim.actors}
    assert {"PRK", "RUS"} <= sought
    goods = {g.category for c in wants for g in c.goods if c.actors[0].country == "PRK"}
    assert {"food", "energy", "technology"} <= goods


def test_nobody_is_said_to_have_supplied(summit: list[Claim]) -> None:
    given = [c for c in summit if c.type == "AID" and c.status is Status.HAPPENED]
    assert [c.sentence.text for c in given if c.section is not SectionKind.COMMENT] == []


def test_comments_are_no_reports(summit: list[Claim], coder: Coder, shared: Path) -> None:
    article = coder.read(shared / "articles" / "summit.txt")
    with Store.open(":memory:") as store:
        store.add(article, summit, coder=coder.info)
        stored = list(store.claims())
    assert stored
    assert all(claim.section is not SectionKind.COMMENT for claim in stored)


def contents(path: Path) -> list[bytes]:
    """Return every article and claim of a store, encoded and sorted."""
    with Store.open(path, read_only=True) as store:
        rows = [msgspec.json.encode(article) for article in store.articles()]
        return sorted(rows + [msgspec.json.encode(claim) for claim in store.claims()])


def run(pages: Path, store: Path) -> subprocess.Popen[bytes]:
    """Start `reportedly add` in a process group of its own."""
    command = [sys.executable, "-m", "reportedly.cli", "add", str(pages), "--store", str(store)]
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def test_a_killed_run_ends_as_if_it_had_not_been(shared: Path, tmp_path: Path) -> None:
    lines = (shared / "articles/guardian-sdf/articles.jsonl").read_text("utf-8").splitlines()
    pages = tmp_path / "pages.jsonl"
    pages.write_text("\n".join(lines[:120]) + "\n", encoding="utf-8")
    assert len({json.loads(line)["id"] for line in lines}) == len(lines)

    whole, cut = tmp_path / "whole.duckdb", tmp_path / "cut.duckdb"
    assert run(pages, whole).wait(300) == 0
    killed = run(pages, cut)
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and killed.poll() is None:
        time.sleep(0.2)
        wal = cut.with_name(cut.name + ".wal")
        if cut.exists() and cut.stat().st_size + (wal.stat().st_size if wal.exists() else 0) > 2e6:
            os.killpg(killed.pid, signal.SIGKILL)
            break
    killed.wait(60)
    assert run(pages, cut).wait(300) == 0

    assert contents(cut) == contents(whole)
    before = contents(whole)
    assert run(pages, whole).wait(300) == 0
    assert contents(whole) == before
