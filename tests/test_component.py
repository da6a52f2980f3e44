"""The spaCy component gives the claims that the coder gives."""

from __future__ import annotations

import pytest
import spacy

from reportedly.coding.coder import Coder, bare_article

TEXT = "Moscow denied that it had received weapons from Iran."


@pytest.mark.parser
def test_claims_on_a_blank_pipeline(coder: Coder) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("reportedly")
    claims = nlp(TEXT)._.claims
    assert claims == coder.code(bare_article(TEXT))
    assert [claim.type for claim in claims] == ["AID"]


@pytest.mark.parser
def test_empty_document_has_no_claims() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("reportedly")
    assert nlp("")._.claims == []
