"""One name in several spellings; the ids of those that no lexicon knows."""

from __future__ import annotations

from itertools import combinations

import pytest

from reportedly.records.identity import Coined, coined, plain, spelling, spelling_rules


@pytest.mark.parametrize("rule", spelling_rules(), ids=lambda rule: rule["id"])
def test_a_rule_of_spelling_does_what_it_says(rule):
    assert all(rule[key] for key in ("source", "yes", "no"))
    for names in rule["yes"]:
        assert len({spelling(name) for name in names}) == 1, names
    for names in rule["no"]:
        for one, other in combinations(names, 2):
            assert spelling(one) != spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Erdoğan", "Erdogan"),
        ("ERDOĞAN", "erdogan"),
        ("Işık", "Isik"),
        ("Łukasz Ørsted", "Lukasz Orsted"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("O’Neill", "O'Neill"),
        ("Nguyễn Văn", "Nguyen Van"),
        ("Ægir", "Aegir"),
        ("Gro\u0308ss", "Größ"),
    ],
)
def test_marks_and_case_are_no_difference(one, other):
    assert plain(one) == plain(other)


def test_letters_of_other_scripts_stay():
    assert plain("Владимир  ПУТИН") == "владимир путин"


def test_an_id_says_name_country_and_role():
    one = coined("person", "Anna Kellér", "NOR", ("ELI", "GOV"))
    assert one.id == "person:anna-keller:NOR:GOV"
    assert Coined.of(one.id) == one
    assert Coined.of("state.RUS") is None
    assert Coined.of(None) is None


def test_who_contradicts_whom():
    minister = coined("person", "Anna Keller", "NOR", ("GOV",))
    assert not minister.contradicts(coined("name", "Anna Keller"))
    assert not minister.contradicts(coined("person", "Anna Keller", None, ("ELI",)))
    assert not minister.contradicts(coined("person", "Anna Keller", "UNO", ("CVL",)))
    assert minister.contradicts(coined("person", "Anna Keller", "CHE"))
    assert minister.contradicts(coined("person", "Anna Keller", "NOR", ("JUD",)))
    assert minister.contradicts(coined("org", "Anna Keller"))
