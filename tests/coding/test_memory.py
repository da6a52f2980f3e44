"""Who "he", "it", "Lund" and "both leaders" are, from the parties of the article so far."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.coding.cast.memory import REACH, Memory, Number, Pronoun
from reportedly.coding.cast.party import Party


def one(name: str, *row: object) -> Any:
    """Return a row of a table as a parameter of that name."""
    return pytest.param(*row, id=name)


def party(name: str, **known: Any) -> Party:
    """Return a party at the first token; what is not given is unknown."""
    return Party(first=0, last=0, head=0, name=name, **known)


LUND = party("Karin Lund", country="NOR", role="minister", person=True)
NASSER = party("Tarek Nasser", country="EGY", role="foreign minister", person=True)
OFFICIALS = party("officials", person=True, plural=True, named=False)
NORWAY = party("Norway", country="NOR", actor_id="state.nor", person=False)
EGYPT = party("Egypt", country="EGY", actor_id="state.egy", person=False)
REBELS = party("rebels", person=False, plural=True)


def filled(*sentences: list[Party]) -> Memory:
    """Return the memory after sentences that name these parties."""
    memory = Memory()
    for parties in sentences:
        memory = memory.next_sentence().noted(parties)
    return memory


HE, SHE = Pronoun(Number.PERSON, "m"), Pronoun(Number.PERSON, "f")
IT, THEY = Pronoun(Number.THING), Pronoun(Number.SEVERAL)


def name(found: Party | None) -> str | None:
    return found.name if found else None


@pytest.mark.parametrize(
    ("kind", "sentences", "expected"),
    [
        one("he is the person", HE, [[NORWAY, NASSER]], "Tarek Nasser"),
        one("the last of two people", SHE, [[NASSER], [LUND]], "Karin Lund"),
        one("it is the state", IT, [[NORWAY, LUND]], "Norway"),
        one("they are several", THEY, [[NORWAY, REBELS]], "rebels"),
        one("he is not several", HE, [[OFFICIALS]], None),
        one("it is not a person", IT, [[LUND]], None),
        one("nobody was named", HE, [[]], None),
    ],
)
def test_pronouns(kind: Pronoun, sentences: list[list[Party]], expected: str | None) -> None:
    assert name(filled(*sentences).pronoun(kind)) == expected


@pytest.mark.parametrize(
    ("silent", "expected"),
    [one("within reach", REACH, "Norway"), one("out of reach", REACH + 1, None)],
)
def test_a_pronoun_reaches_a_few_sentences_back(silent: int, expected: str | None) -> None:
    memory = filled([NORWAY], *([[]] * silent))

    assert name(memory.pronoun(IT)) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        one("the surname", "Lund", "Karin Lund"),
        one("the full name", "Karin Lund", "Karin Lund"),
        one("somebody else", "Berg", None),
    ],
)
def test_people_by_name(asked: str, expected: str | None) -> None:
    assert name(filled([LUND]).person(asked)) == expected


def test_a_bare_surname_does_not_displace_the_full_introduction() -> None:
    memory = filled([LUND], [party("Lund", person=True)])

    found = memory.person("Lund")

    assert found is not None
    assert found.country == "NOR"


@pytest.mark.parametrize(
    ("role", "country", "expected"),
    [
        one("the role alone", "minister", None, "Tarek Nasser"),
        one("the role of a country", "minister", "NOR", "Karin Lund"),
        one("the longer role", "foreign minister", None, "Tarek Nasser"),
        one("a role that nobody holds", "general", None, None),
    ],
)
def test_role_holders(role: str, country: str | None, expected: str | None) -> None:
    assert name(filled([LUND, NASSER]).role_holder(role, country)) == expected


@pytest.mark.parametrize(
    ("sentences", "person", "expected"),
    [
        one("two states", [[NORWAY, EGYPT]], False, ["Norway", "Egypt"]),
        one("two people", [[LUND], [NASSER]], True, ["Karin Lund", "Tarek Nasser"]),
        one("only one", [[NORWAY]], False, []),
        one("one state twice", [[NORWAY, NORWAY]], False, []),
    ],
)
def test_both(sentences: list[list[Party]], person: bool, expected: list[str]) -> None:
    assert [found.name for found in filled(*sentences).two(person)] == expected


def test_a_later_memory_leaves_the_earlier_one_alone() -> None:
    before = filled([NORWAY])

    after = before.next_sentence().noted([EGYPT])

    assert name(before.pronoun(IT)) == "Norway"
    assert name(after.pronoun(IT)) == "Egypt"


def test_a_gender_once_told_keeps_the_other_pronoun_away() -> None:
    memory = filled([NASSER]).with_genders({"Tarek Nasser": "m"})

    assert name(memory.pronoun(HE)) == "Tarek Nasser"
    assert memory.pronoun(SHE) is None
