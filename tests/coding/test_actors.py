"""Who a noun phrase names, on hand-parsed sentences and a small lexicon."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand_parsed import parsed

from reportedly.coding.cast.memory import Memory
from reportedly.coding.cast.party import Party
from reportedly.coding.cast.resolver import Resolver
from reportedly.coding.cast.scene import scene_of
from reportedly.coding.mentions.names import Gazetteer
from reportedly.lexicons import Lexicons, Organisation, Role, State


def _state(code: str, name: str, adjective: str, capital: str) -> State:
    return State(
        id=f"state.{code.lower()}",
        source="",
        yes=(),
        code=code,
        name=name,
        adjectives=(adjective,),
        capital=capital,
    )


def _role(name: str, sector: str, collective: bool = False, named: bool = True) -> Role:
    return Role(
        id=f"role.{name}",
        source="",
        yes=(),
        name=name,
        sector=(sector,),
        collective=collective,
        named=named,
    )


STATES = (
    _state("FRA", "France", "French", "Paris"),
    _state("IRN", "Iran", "Iranian", "Tehran"),
    _state("ARM", "Armenia", "Armenian", "Yerevan"),
    _state("AZE", "Azerbaijan", "Azerbaijani", "Baku"),
    _state("KOR", "South Korea", "South Korean", "Seoul"),
)
ROLES = (
    _role("president", "GOV"),
    _role("leader", "GOV"),
    _role("minister", "GOV"),
    _role("foreign minister", "GOV"),
    _role("official", "GOV", named=False),
    _role("police", "COP", collective=True),
    _role("force", "MIL", collective=True),
    _role("troop", "MIL", collective=True),
    _role("rebel", "REB"),
    _role("envoy", "GOV"),
    _role("sister", "CVL"),
)
UN = Organisation(id="org.un", source="", yes=(), name="UN", country="UNO")
GAZETTEER = Gazetteer(
    Lexicons({"state": STATES, "role": ROLES, "organisation": (UN,)}, ""),
    str.split,
    lambda word: word[:-1] if word.endswith("s") else word,
)


def parties(text: str, word: str, memory: Memory | None = None) -> tuple[Party, ...]:
    """Return who the phrase headed by word names."""
    sentence = parsed(text)
    names, roles = GAZETTEER.names(sentence), GAZETTEER.roles(sentence)
    resolver = Resolver(scene_of(sentence, names, roles, memory or Memory(), None))
    i = sentence.words.index(word)
    return resolver.resolve(i) or resolver.owner(i)


# text, head word, then (name, country, role) of each party
CASES = [
    ("France condemned Iran", "France", [("France", "FRA", None)]),
    ("French police arrested students", "police", [("French police", "FRA", "police")]),
    ("French police arrested students", "students", []),
    ("the president of France left", "president", [("president", "FRA", "president")]),
    (
        "Foreign Minister Anna Keller left",
        "Keller",
        [("Anna Keller", None, "foreign minister")],
    ),
    (
        "Anna Keller , the French foreign minister , left",
        "Keller",
        [("Anna Keller", "FRA", "foreign minister")],
    ),
    ("the minister , Anna Keller , left", "minister", [("Anna Keller", None, "minister")]),
    ("officials in Paris left", "officials", [("officials", "FRA", "official")]),
    ("Iran 's exports fell", "exports", [("Iran", "IRN", None)]),
    ("exports from Iran fell", "exports", [("Iran", "IRN", None)]),
    (
        "Armenian and Azerbaijani forces fled",
        "forces",
        [("Armenian forces", "ARM", "force"), ("Azerbaijani forces", "AZE", "force")],
    ),
    ("South Korean troops left", "troops", [("South Korean troops", "KOR", "troop")]),
    (
        "the French leader 's sister left",
        "sister",
        [("French leader 's sister", None, "sister")],
    ),
    ("the UN envoy left", "envoy", [("UN envoy", "UNO", "envoy")]),
    ("on Monday Keller left", "Monday", []),
    ("on Monday Keller left", "Keller", [("Keller", None, None)]),
    ("the two countries met", "countries", []),
    ("it condemned Iran", "it", []),
]


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_parties(text: str, word: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = parties(text, word)

    assert [(party.name, party.country, party.role) for party in found] == expected


def test_former_role_is_told() -> None:
    (party,) = parties("the former French president left", "president")

    assert party.former


def test_officials_hide_who_they_are() -> None:
    (party,) = parties("officials in Paris left", "officials")

    assert not party.named


def remembered(*words: tuple[str, str]) -> Memory:
    """Return a memory of the parties at (text, word), one sentence each."""
    memory = Memory()
    for text, word in words:
        memory = memory.next_sentence().noted(parties(text, word))
    return memory.next_sentence()


def test_two_countries_are_the_pair_last_named() -> None:
    memory = remembered(("France condemned Iran", "France"), ("France condemned Iran", "Iran"))

    found = parties("the two countries met", "countries", memory)

    assert [party.country for party in found] == ["FRA", "IRN"]


def test_it_is_the_state_that_the_sentence_before_was_about() -> None:
    memory = remembered(("the president of France left", "France"))

    assert parties("it condemned Iran", "it", memory) == ()

    about = replace(memory, topics=parties("France condemned Iran", "France"))
    (party,) = parties("it condemned Iran", "it", about)

    assert party.country == "FRA"


def test_surname_stands_for_the_person_introduced() -> None:
    memory = remembered(("Anna Keller , the French foreign minister , left", "Keller"))

    (party,) = parties("on Monday Keller left", "Keller", memory)

    assert (party.name, party.country, party.role) == ("Anna Keller", "FRA", "foreign minister")
