"""Sentences through the parser: the case tables of tests/cases/coding.

A case has an id, what it is about, a text, and what must (`expect`) and must not (`forbid`) be
found. A field left out is not compared; `ids` are all ids of lexicon entries that actors and
recipients have. A claim that no `expect` asks for fails the case unless `open = true`.
`headline = true` makes the text a
headline. `pending` gives the cause of a known failure; the case must then fail.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from reportedly import Article, Claim, Coder, Good
from reportedly.coding.coder import bare_article
from reportedly.records import Actor, DateBasis, Dated, SectionKind, Voice

CASES = Path(__file__).parents[1] / "cases" / "coding"
CASE_KEYS = {"id", "about", "text", "published", "headline", "open", "pending", "expect", "forbid"}
PARTIES = ("actors", "recipients", "voices")
PLAIN = ("kind", "type", "mode", "status", "factuality")
FIELDS = {*PARTIES, *PLAIN, "trigger", "goods", "content", "time", "place", "rules", "links"}
FIELDS |= {"ids"}
#: of any one good; `price` is written "300000000 USD"
OF_GOODS = {"quantity", "upper", "unit", "approximate", "at_least", "giver", "receiver", "price"}
FIELDS |= OF_GOODS


def load(folder: Path) -> list[Any]:
    """Return one parameter a case. Raises ValueError for a key or id that cannot be right."""
    seen: dict[str, Path] = {}
    params = []
    for path in sorted(folder.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            _check(case, path, seen)
            marks = []
            if "pending" in case:  # must fail today; strict, so a fix is noticed
                marks = [pytest.mark.xfail(reason=case["pending"], strict=True)]
            params.append(pytest.param(case, id=case["id"], marks=marks))
    return params


def _check(case: Mapping[str, Any], path: Path, seen: dict[str, Path]) -> None:
    if case["id"] in seen:
        raise ValueError(f"{path}: case id {case['id']} already used in {seen[case['id']]}")
    seen[case["id"]] = path
    unknown = set(case) - CASE_KEYS
    for wanted in (*case.get("expect", ()), *case.get("forbid", ())):
        unknown |= set(wanted) - FIELDS
    if unknown:
        raise ValueError(f"{path}: {case['id']} has unknown keys {sorted(unknown)}")


def article(case: Mapping[str, Any]) -> Article:
    """Return the case's text as an article of one section, with its date where one is given."""
    bare = bare_article(case["text"].strip())
    if case.get("headline"):
        section = msgspec.structs.replace(bare.sections[0], kind=SectionKind.HEADLINE)
        bare = msgspec.structs.replace(bare, sections=(section,))
    if "published" not in case:
        return bare
    dated = Dated(value=str(case["published"]), basis=DateBasis.STATED)
    return msgspec.structs.replace(bare, published=dated)


def fits(claim: Claim, wanted: Mapping[str, Any]) -> bool:
    """Return whether the claim has every field as wanted."""
    return all(_field_fits(claim, name, value) for name, value in wanted.items())


def _field_fits(claim: Claim, name: str, value: Any) -> bool:
    if name in PARTIES:
        return _one_to_one(getattr(claim, name), value, _is_party)
    if name == "goods":
        return _one_to_one(claim.goods, value, _is_good)
    if name == "trigger":
        return bool(claim.trigger.text == value)
    if name == "content":
        return claim.content is not None and str(value) in claim.content.text
    if name == "time":
        return bool(value == (claim.time.text if claim.time else ""))
    if name == "place":
        return bool(value == (claim.place.name if claim.place else ""))
    if name in OF_GOODS:
        return any(_of_good(good, name) == value for good in claim.goods)
    if name == "ids":
        known = [p.actor_id or "" for p in (*claim.actors, *claim.recipients)]
        return sorted(one for one in known if "." in one) == sorted(value)
    if name == "links":
        return sorted(link.relation.value for link in claim.links) == sorted(value)
    if name == "rules":
        return set(value) <= set(claim.rules)
    return bool((getattr(claim, name) or "") == value)


def _is_party(party: Actor | Voice, word: str) -> bool:
    if word == "?":  # a source that the text hides
        return not party.text
    return word in {party.name, party.country} or word in (party.text or "")


def _is_good(good: Good, category: str) -> bool:
    return good.category.startswith(category)


def _of_good(good: Good, name: str) -> object:
    """Return a field of a good as a case writes it; "" for null."""
    if name == "price":
        return f"{good.price.amount:.10g} {good.price.currency}" if good.price else ""
    value = getattr(good, name)
    return "" if value is None else value


def _one_to_one(found: Sequence[Any], words: Sequence[str], same: Any) -> bool:
    """Return whether found and words can be paired off with none left over."""
    if len(found) != len(words):
        return False
    if not words:
        return True
    return any(
        same(one, words[0]) and _one_to_one([*found[:k], *found[k + 1 :]], words[1:], same)
        for k, one in enumerate(found)
    )


def pairing(claims: Sequence[Claim], wanted: Sequence[Mapping[str, Any]]) -> dict[int, int] | None:
    """Return {expectation: claim}, every expectation with a claim of its own; else None."""
    if not wanted:
        return {}
    at = len(wanted) - 1
    for k, claim in enumerate(claims):
        if fits(claim, wanted[at]):
            others = [c for c in claims if c is not claim]
            rest = pairing(others, wanted[:at])
            if rest is not None:
                return {i: j + (j >= k) for i, j in rest.items()} | {at: k}
    return None


def shown(claim: Claim) -> str:
    """Return one line that says what a claim says."""

    def names(parties: Sequence[Actor | Voice]) -> str:
        return ", ".join(f"{p.name} ({p.country})" for p in parties) or "-"

    kind = f"{claim.kind.value} {claim.type}/{claim.mode} {claim.status.value}"
    sides = f"{names(claim.actors)} -> {names(claim.recipients)}"
    more = [good.category for good in claim.goods]
    said = f" voices: {names(claim.voices)}" if claim.voices else ""
    when = f" time: {claim.time.text}" if claim.time else ""
    where = f" place: {claim.place.name}" if claim.place else ""
    content = f" content: {claim.content.text}" if claim.content else ""
    return f"{kind} [{claim.trigger.text}] {sides} {more}{said}{when}{where}{content}"


@pytest.mark.parser
@pytest.mark.parametrize("case", load(CASES))
def test_cases(case: dict[str, Any], coder: Coder) -> None:
    claims = coder.code(article(case))
    report = "\n" + "\n".join(["found:", *map(shown, claims)])

    expected = case.get("expect", [])
    pairs = pairing(claims, expected)
    missing = [one for one in expected if not any(fits(claim, one) for claim in claims)]
    assert pairs is not None, f"missing: {missing or 'one claim for each'}{report}"
    for barred in case.get("forbid", []):
        assert not [shown(c) for c in claims if fits(c, barred)], f"forbidden: {barred}{report}"
    if not case.get("open", False):
        extra = [shown(c) for k, c in enumerate(claims) if k not in pairs.values()]
        assert not extra, f"neither expected nor forbidden:{report}"
