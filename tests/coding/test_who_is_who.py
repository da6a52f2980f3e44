"""Who is who over articles: the ids that parties with a name get."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reportedly.coding.coder import Coder

pytestmark = pytest.mark.parser


def ids(coder: Coder, text: str) -> set[tuple[str, str | None]]:
    claims = coder.code(coder.read(text))
    return {
        (party.name, party.actor_id)
        for claim in claims
        for party in (*claim.actors, *claim.recipients)
    }


def id_of(coder: Coder, text: str, name: str) -> str | None:
    found = {one for called, one in ids(coder, text) if called == name}
    assert len(found) == 1, found
    return found.pop()


SAME: Sequence[tuple[str, str, str, str]] = [
    (
        "Finance Minister Marta Vellén of Norway accused Russia of fraud.",
        "Marta Vellén",
        "Marta Vellen, the Norwegian finance minister, thanked Poland.",
        "Marta Vellen",
    ),
    (
        "Dr Amina Okoro attacked the plan. Rebels then threatened Dr Okoro.",
        "Dr Amina Okoro",
        "Rebels threatened Amina Okoro on Monday.",
        "Amina Okoro",
    ),
    (
        "Sergei Malkovsky, a Russian general, accused Poland of lying.",
        "Sergei Malkovsky",
        "The Russian general Sergey Malkovskiy threatened Poland.",
        "Sergey Malkovskiy",
    ),
]


@pytest.mark.parametrize(("one", "a", "other", "b"), SAME, ids=[row[3] for row in SAME])
def test_the_same_person_has_one_id_in_two_articles(
    coder: Coder, one: str, a: str, other: str, b: str
) -> None:
    found = id_of(coder, one, a)
    assert found is not None
    assert found.startswith(("person:", "name:"))
    assert found == id_of(coder, other, b)


def test_a_contradicting_country_or_role_is_another_person(coder: Coder) -> None:
    texts = [
        "Marta Vellen, the Norwegian finance minister, accused Russia of fraud.",
        "Marta Vellen, the Swiss finance minister, accused Russia of fraud.",
        "Marta Vellen, a Norwegian judge, accused Russia of fraud.",
    ]
    found = [id_of(coder, text, "Marta Vellen") for text in texts]
    assert len(set(found)) == 3
    assert None not in found


def test_a_body_that_no_lexicon_knows_has_an_id(coder: Coder) -> None:
    text = "The Northern Relief Foundation accused Syria of murder."
    found = id_of(coder, text, "Northern Relief Foundation")
    assert found is not None
    assert found.startswith("org:northern-relief-foundation:")


def test_initials_are_part_of_a_name(coder: Coder) -> None:
    text = "M. Vellen, a Norwegian envoy, attacked the plan of Iran."
    assert id_of(coder, text, "M. Vellen") == "person:m-vellen:NOR:GOV"


def test_an_article_knows_one_person_by_all_that_it_tells(coder: Coder) -> None:
    text = "Marta Vellen accused Russia of fraud. Vellen, the Norwegian finance minister, left."
    assert id_of(coder, text, "Marta Vellen") is not None


def test_descriptions_and_surnames_alone_have_no_id(coder: Coder) -> None:
    text = "Officials met a man in Paris. Kurdish fighters attacked Vellen."
    assert {one for name, one in ids(coder, text) if name not in ("Paris",)} == {None}


def test_marks_do_not_hide_whom_a_lexicon_knows(coder: Coder) -> None:
    text = "Recep Tayyip Erdoğan thanked Spain. Spain accused Volodymyr Zelenskyi of haste."
    found = dict(ids(coder, text))
    assert found["Recep Tayyip Erdogan"] == "person.recep_tayyip_erdogan"
    assert "person.volodymyr_zelenskiy" in found.values()


def test_the_same_text_gives_the_same_ids(coder: Coder) -> None:
    text = SAME[0][0]
    assert ids(coder, text) == ids(coder, text)
