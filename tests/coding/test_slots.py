"""Deep slots on hand-parsed sentences: who does it, to whom, whatever the syntax."""

from __future__ import annotations

import pytest
from hand_parsed import parsed

from reportedly.coding.grammar.clauses import Clauses
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.grammar.support_verbs import Lending

# text, predicate, slot, words that fill it
CASES = [
    ("France condemned Iran", "condemned", "subject", "France"),
    ("France condemned Iran", "condemned", "object", "Iran"),
    ("France condemned Iran", "condemned", "against", ""),
    ("Iran was condemned by France", "condemned", "subject", "France"),
    ("Iran was condemned by France", "condemned", "object", "Iran"),
    ("rebels were arrested and jailed", "arrested", "subject", ""),
    ("rebels were arrested and jailed", "jailed", "object", "rebels"),
    ("rebels were arrested and jailed", "jailed", "subject", ""),
    ("France praised Qatar and criticised Egypt", "criticised", "subject", "France"),
    ("France praised Qatar and criticised Egypt", "praised", "object", "Qatar"),
    ("France and Germany condemned Iran and Syria", "condemned", "subject", "France Germany"),
    ("France and Germany condemned Iran and Syria", "condemned", "object", "Iran Syria"),
    ("police beat and arrested students", "beat", "object", "students"),
    ("police beat and arrested students", "arrested", "subject", "police"),
    ("rebels that attacked soldiers fled", "attacked", "subject", "rebels"),
    ("rebels that attacked soldiers fled", "attacked", "object", "soldiers"),
    ("the envoy that Israel expelled left", "expelled", "subject", "Israel"),
    ("the envoy that Israel expelled left", "expelled", "object", "envoy"),
    ("weapons supplied by Iran were seized by Britain", "supplied", "subject", "Iran"),
    ("weapons supplied by Iran were seized by Britain", "supplied", "object", "weapons"),
    ("weapons supplied by Iran were seized by Britain", "seized", "subject", "Britain"),
    ("soldiers fighting rebels retreated", "fighting", "subject", "soldiers"),
    ("soldiers fighting rebels retreated", "fighting", "object", "rebels"),
    ("Accusing Rwanda , Congo expelled envoys", "Accusing", "subject", "Congo"),
    ("Accusing Rwanda , Congo expelled envoys", "Accusing", "object", "Rwanda"),
    ("Kyiv asked Berlin to send tanks", "send", "subject", "Berlin"),
    ("Kyiv asked Berlin to send tanks", "asked", "object", "Berlin"),
    ("Kyiv asked Berlin to send tanks", "asked", "complement", "send"),
    ("Japan promised Madagascar to send rice", "send", "subject", "Japan"),
    ("Sudan was asked by Egypt to release traders", "release", "subject", "Sudan"),
    ("Sudan was asked by Egypt to release traders", "asked", "subject", "Egypt"),
    ("Serbia failed to condemn Russia", "condemn", "subject", "Serbia"),
    ("Iran threatened to attack Israel", "attack", "subject", "Iran"),
    ("Mali wants Chad to withdraw troops", "withdraw", "subject", "Chad"),
    ("Iran is ready to meet Britain", "meet", "subject", "Iran"),
    ("Iran is ready to meet Britain", "ready", "subject", "Iran"),
    ("Lithuania accused Belarus of pushing migrants", "pushing", "subject", "Belarus"),
    ("Turkey praised Qatar after meeting envoys", "meeting", "subject", "Turkey"),
    ("Russia retaliated by expelling envoys", "expelling", "subject", "Russia"),
    ("a plan by Egypt to build bridges", "build", "subject", "Egypt"),
    ("tanks were given to Ukraine by Poland", "given", "subject", "Poland"),
    ("tanks were given to Ukraine by Poland", "given", "dative", "Ukraine"),
    ("tanks were given to Ukraine by Poland", "given", "object", "tanks"),
    ("Kuwait gave Lebanon ambulances", "gave", "dative", "Lebanon"),
    ("Kuwait gave Lebanon ambulances", "gave", "object", "ambulances"),
    ("Lebanon was given ambulances", "given", "dative", "Lebanon"),
    ("Lebanon was given ambulances", "given", "object", "ambulances"),
    ("Lebanon was given ambulances", "given", "subject", ""),
    ("troops withdrew from Congo and Uganda", "withdrew", "from", "Congo Uganda"),
    ("Russia 's invasion of Georgia", "invasion", "possessive", "Russia"),
    ("Russia 's invasion of Georgia", "invasion", "of", "Georgia"),
    ("Saudi airstrikes on Yemen continued", "airstrikes", "modifier", "Saudi"),
    ("Saudi airstrikes on Yemen continued", "airstrikes", "on", "Yemen"),
    ("an attack by militants on soldiers", "attack", "by", "militants"),
    ("an attack by militants on soldiers", "attack", "on", "soldiers"),
    ("Rome 's talks and trade with Libya", "trade", "possessive", "Rome"),
    ("Rome 's talks and trade with Libya", "talks", "with", "Libya"),
    ("Iran held talks with Oman", "talks", "with", "Oman"),
    ("Iran held talks with Oman", "talks", "subject", ""),
]


@pytest.mark.parametrize(("text", "predicate", "slot", "words"), CASES)
def test_slots(text: str, predicate: str, slot: str, words: str) -> None:
    sentence = parsed(text)

    found = Slots.of(sentence).slot(sentence.words.index(predicate), slot)

    assert [sentence.words[i] for i in found] == words.split()


def test_support_verb_lends_its_subject() -> None:
    sentence = parsed("Iran held talks with Oman")
    slots = Slots(Clauses(sentence), Lending(carriers={2: 1}))  # found by grammar.support_verbs

    assert slots.slot(2, "subject") == [0]


def test_relative_pronoun_gives_way_to_its_noun() -> None:
    sentence = parsed("Moscow , which condemned Washington , recalled envoys")

    clauses = Clauses(sentence)

    assert clauses.subjects(3) == clauses.subjects(6) == [0]
