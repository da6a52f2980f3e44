"""The spaCy component gives the claims that the coder gives."""

from __future__ import annotations

import pickle
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from reportedly.coding.coder import Coder, bare_article
from reportedly.component import ClaimsComponent
from reportedly.records import Claim

TEXT = "Moscow denied that it had received weapons from Iran."
MORE = "Iran attacked Israel on Monday."


@pytest.fixture(scope="module")
def nlp() -> Any:
    made = spacy.blank("en")
    made.add_pipe("reportedly")
    return made


@pytest.mark.parser
def test_claims_on_a_blank_pipeline(nlp: Any, coder: Coder) -> None:
    claims = nlp(TEXT)._.claims
    assert claims == coder.code(bare_article(TEXT))
    assert [claim.type for claim in claims] == ["AID"]


@pytest.mark.parser
def test_empty_document_has_no_claims(nlp: Any) -> None:
    assert nlp("")._.claims == []


def test_a_document_that_nobody_coded_has_none() -> None:
    assert spacy.blank("en")(TEXT)._.claims is None


@pytest.mark.parser
def test_documents_come_back_from_their_bytes(nlp: Any) -> None:
    doc = nlp(TEXT)
    back = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert back._.claims == doc._.claims
    assert all(isinstance(claim, Claim) for claim in back._.claims)
    assert pickle.loads(pickle.dumps(doc))._.claims == doc._.claims


@pytest.fixture
def spawned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start spaCy's processes anew: that goes on every system, and nothing of ours is copied."""
    import spacy.language

    monkeypatch.setattr(spacy.language, "mp", get_context("spawn"))


@pytest.mark.parser
@pytest.mark.usefixtures("spawned")
def test_two_processes(nlp: Any) -> None:
    found = [doc._.claims for doc in nlp.pipe([TEXT, MORE, ""], n_process=2)]
    assert found == [nlp(text)._.claims for text in (TEXT, MORE, "")]
    assert found[1]


@pytest.mark.parser
def test_actors_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "actors.csv"
    path.write_text("name,country,kind\nNorland,NRL,state\n", encoding="utf-8")
    made = spacy.blank("en")
    made.add_pipe("reportedly", config={"actors": [str(path)]})
    (claim,) = made("Norland attacked Iran.")._.claims
    assert [actor.country for actor in claim.actors] == ["NRL"]


@pytest.mark.parser
def test_the_component_travels_as_its_settings(nlp: Any) -> None:
    back = pickle.loads(pickle.dumps(nlp.get_pipe("reportedly")))
    assert isinstance(back, ClaimsComponent)
    assert back.coder.info == nlp.get_pipe("reportedly").coder.info
