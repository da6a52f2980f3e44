"""Who is who through an article: `coder.mentions` on small texts of our own.

together: words that are one's; apart: words of two different ones. "word#2" is the second of its
kind in the text.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from reportedly import Coder
from reportedly.records import Chain, EntityKind, MentionForm

pytestmark = pytest.mark.parser


class Case(NamedTuple):
    text: str
    together: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


CASES = {
    "whom a clause names behind its pronoun": Case(
        "Carl Weber spoke in Lima. One delegate has said he might back Weber in May.",
        (("Weber", "Weber#2"),),
        (("Weber", "he"),),
    ),
    "whom a clause is about is not its doer": Case(
        "The dockers' union and the shipping line it sued have settled.",
        (),
        (("shipping line", "it"),),
    ),
    "whoever threatens to have him shot": Case(
        "Colonel Adam Rusk quarrelled with Major Paul Ost. Rusk had threatened to have him shot.",
        (),
        (("Rusk#2", "him"),),
    ),
    "whose client a lawyer speaks for": Case(
        "Police hold Piet Bos. Bos's lawyer said his client would appeal and that he was unwell.",
        (("Bos#2", "he"),),
        (("Bos#2", "his"),),
    ),
    "a surname after the full name": Case(
        "Police arrested Marta Quill in Bergen. Quill denied the charge and hired a lawyer.",
        (("Marta Quill", "Quill#2"),),
        (("Marta Quill", "Police"),),
    ),
    "a surname before the full name": Case(
        "Okoro resigns\n\nThe treasurer, Ada Okoro, left on Friday. Okoro said nothing.",
        (("Okoro", "Ada Okoro", "Okoro#3"),),
    ),
    "two of one surname": Case(
        "Leon Varga sued Ines Varga in Graz. Ines Varga called Leon Varga a thief.",
        (("Leon Varga", "Leon Varga#2"), ("Ines Varga", "Ines Varga#2")),
        (("Leon Varga", "Ines Varga"),),
    ),
    "an apposition": Case(
        "Tomas Brandt, a dentist from Kiel, praised the mayor. The dentist left early.",
        (("Tomas Brandt", "dentist from Kiel"),),
        (("Tomas Brandt", "mayor"),),
    ),
    "a town in apposition": Case(
        "Soldiers entered the town of Halmer. Halmer was empty.",
        (("town of Halmer", "Halmer#2"),),
        (("Soldiers", "Halmer"),),
    ),
    "a state, its demonym aside": Case(
        "Chad closed the border. Chadian lorries turned back. Chad blamed Niger.",
        (("Chad", "Chad#3"),),
        (("Chad", "Niger"),),
    ),
    "he and she": Case(
        "Anna Keller met Paul Stern in Bonn. She told him that the port would close.",
        (("Anna Keller", "She"), ("Paul Stern", "him")),
        (("Anna Keller", "Paul Stern"),),
    ),
    "his own": Case(
        "The farmer sold his tractor before the flood took his barn.",
        (("farmer", "his", "his#2"),),
    ),
    "it is the body": Case(
        "The shipping company Norlund denied that it had paid pirates.",
        (("Norlund", "it"),),
    ),
    "they are the many": Case(
        "Rebels freed the hostages after they had been paid.",
        (),
        (("Rebels", "hostages"),),
    ),
    "side by side": Case(
        "Chad and Mali signed a pact. They will share a railway.",
        (),
        (("Chad", "Mali"), ("They", "Chad")),
    ),
    "I am the speaker": Case(
        'Rosa Lind said: "I warned the ministry." "I was ignored," Lind said.',
        (("Rosa Lind", "I", "I#2", "Lind#2"),),
        (("Rosa Lind", "ministry"),),
    ),
    "the same words": Case(
        "A hospital in Accra burned down. The hospital had no alarm.",
        (("hospital in Accra", "hospital#2"),),
    ),
    "another one": Case(
        "A hospital in Accra burned down. Another hospital took the patients.",
        (),
        (("hospital in Accra", "hospital#2"),),
    ),
    "two schools of one kind": Case(
        "The University of Oslo sued the University of Turin.",
        (),
        (("University of Oslo", "University of Turin"),),
    ),
    "two sides of a list": Case(
        "The government of Mali and the Azawad Liberation Front signed a truce. "
        "The government promised aid.",
        (("government of Mali", "government#2"),),
        (("government of Mali", "Azawad Liberation Front"),),
    ),
    "a government is no armed group": Case(
        "Boko Haram freed ten farmers. The government promised aid.",
        (),
        (("Boko Haram", "government"),),
    ),
    "a name inside a name": Case(
        "Hugo Mertens founded the Hugo Mertens Foundation. Mertens leads it.",
        (("Hugo Mertens", "Mertens#3"),),
        (("Hugo Mertens", "Hugo Mertens Foundation"),),
    ),
}


def _spans(text: str, words: str) -> tuple[int, int]:
    word, _, nth = words.partition("#")
    at = -1
    for _ in range(int(nth or 1)):
        at = text.index(word, at + 1)
    return at, at + len(word)


def _chain_at(chains: list[Chain], text: str, words: str) -> int:
    """Return the number of the chain whose shortest mention covers or is covered by the words."""
    start, end = _spans(text, words)
    found = [
        (abs(one.start - start) + abs(one.end - end), number)
        for number, chain in enumerate(chains)
        for one in chain
        if one.start < end and start < one.end
    ]
    assert found, f"no mention at {words!r}"
    return min(found)[1]


@pytest.mark.parametrize("name", CASES)
def test_who_is_who(name: str, coder: Coder) -> None:
    case = CASES[name]

    chains = coder.mentions(case.text)

    for words in case.together:
        assert len({_chain_at(chains, case.text, one) for one in words}) == 1, words
    for one, other in case.apart:
        assert _chain_at(chains, case.text, one) != _chain_at(chains, case.text, other), (
            one,
            other,
        )


@pytest.mark.parametrize(
    "text",
    [
        "It emerged that the bridge was unsafe.",
        "It was clear that nobody would pay.",
        "It is said that the vault is empty.",
    ],
)
def test_an_empty_it_is_nobody(text: str, coder: Coder) -> None:
    spoken = [one.text for chain in coder.mentions(text) for one in chain]

    assert "It" not in spoken


def test_a_mention_gives_its_words_back_and_says_why(coder: Coder) -> None:
    text = "Interior Minister Ana Ruiz resigned. She blamed the press."

    chains = coder.mentions(text)

    for chain in chains:
        for one in chain:
            assert text[one.start : one.end] == one.text
            assert one.reason
            assert 0.0 < one.sure <= 1.0
    ruiz = chains[0]
    assert [one.form for one in ruiz] == [MentionForm.NAME, MentionForm.PRONOUN]
    assert [one.reason for one in ruiz] == ["new", "pronoun"]
    assert ruiz.entity.kind is EntityKind.PERSON
    assert ruiz.entity.name == "Ana Ruiz"
    assert ruiz.entity.role == "interior minister"


def test_each_word_has_one_chain(coder: Coder) -> None:
    text = "\n\n".join(case.text for case in CASES.values())

    heads = [(one.start, one.end) for chain in coder.mentions(text) for one in chain]

    assert len(heads) == len(set(heads))


def test_a_claim_says_the_same_as_the_cast(coder: Coder) -> None:
    text = "Marta Quill, a Norwegian smuggler, fled. On Monday she attacked a customs officer."

    claims = coder.code(text)

    attack = next(claim for claim in claims if claim.type == "ASSAULT")
    assert [actor.name for actor in attack.actors] == ["Marta Quill"]
    assert [actor.country for actor in attack.actors] == ["NOR"]
