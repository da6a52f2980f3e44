"""`reportedly actors`: who is in a store, and what a person says of who is who."""

from __future__ import annotations

import json

import msgspec
import pytest

from builders import article, claim
from reportedly.store import Store

IDS = {
    "Anna Keller": ("person:anna-keller:NOR:GOV", "NOR"),
    "A. Keller": ("name:a-keller::", None),
    "John Reed": ("person:john-reed::MIL", None),
}


def added(store: Store, name: str) -> None:
    sentence = f"{name} accused Iran of fraud."
    page = article(sentence)
    made = claim(page, sentence, "accused", "ACCUSE", actors=[name], recipients=["Iran"])
    known, country = IDS[name]
    one = msgspec.structs.replace(made.actors[0], actor_id=known, country=country)
    store.add(page, [msgspec.structs.replace(made, actors=(one,))])


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "people.duckdb"
    with Store.open(path) as opened:
        for name in IDS:
            added(opened, name)
    return path


def rows(run, path, *words):
    result = run("actors", *words, "--store", path, "--format", "jsonl")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_list_and_its_formats(run, people):
    found = rows(run, people)
    assert {row["name"] for row in found} == {*IDS, "Iran"}
    (keller,) = rows(run, people, "anna kéller")
    assert (keller["kind"], keller["claims"], keller["articles"]) == ("person", 1, 1)
    for form in ("table", "csv", "md"):
        assert "Keller" in run("actors", "--store", people, "--format", form).stdout
    assert "did you mean A. Keller?" in run("actors", "Kellr", "--store", people).stderr


def test_merged_split_renamed_and_undone(run, people):
    because = ("--because", "same office", "--who", "Ann", "--store", people)
    assert run("actors", "merge", "Anna Keller", "A. Keller", *because).exit_code == 0
    (keller,) = rows(run, people, "keller")
    assert keller["aliases"] == ["A. Keller"]
    assert len(keller["ids"]) == 2
    timeline = run(
        "timeline", "--by", "claim", "--party", "A. Keller", "--store", people, "--format", "jsonl"
    )
    assert timeline.stdout.count('"name":"Anna Keller"') == 2
    named = run("actors", "rename", "Anna Keller", "Anna K.", "--store", people)
    assert named.exit_code == 0, named.output
    assert [row["name"] for row in rows(run, people, "keller")] == ["Anna K."]
    assert run("actors", "split", "A. Keller", "--store", people).exit_code == 0
    assert len(rows(run, people, "keller")) == 2
    assert run("actors", "undo", "3", "--store", people).exit_code == 0
    assert len(rows(run, people, "keller")) == 1
    kept = run("actors", "judgements", "--store", people, "--format", "jsonl").stdout.splitlines()
    made = [json.loads(line) for line in kept]
    assert [one["verdict"] for one in made] == ["same", "named", "apart", "undone"]
    assert (made[0]["who"], made[0]["because"]) == ("Ann", "same office")


def test_entities_of_followthemoney(run, people):
    result = run("actors", "export", "-", "--store", people)
    found = {one["id"]: one for one in map(json.loads, result.stdout.splitlines())}
    assert found[IDS["Anna Keller"][0]] == {
        "id": "person:anna-keller:NOR:GOV",
        "schema": "Person",
        "properties": {"name": ["Anna Keller"], "country": ["no"]},
    }
    assert found["name:a-keller::"]["schema"] == "LegalEntity"
    assert "4 actors written" in result.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("merge", "Anna Kellr", "John Reed"), "did you mean Anna Keller?"),
        (("merge", "John Reed", "john reed"), "are one already"),
        (("merge", "Keller", "John Reed"), "may be several"),
        (("split", "John Reed"), "with nobody else"),
        (("split", "John Reed", "--article", "none"), "no article 'none'"),
        (("undo", "7"), "no judgement 7"),
        (("rename", "John Reed", " "), "at least one letter"),
    ],
)
def test_what_cannot_be_meant_is_an_error(run, people, words, says):
    result = run("actors", *words, "--store", people)
    assert result.exit_code == 2
    assert says in result.stderr
