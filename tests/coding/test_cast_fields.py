"""Bodies with a field of their own are told apart."""

from __future__ import annotations

import pytest

from reportedly import Coder


@pytest.mark.parser
def test_a_committee_for_relations_is_no_committee_for_affairs(coder: Coder) -> None:
    text = (
        "The foreign affairs committee met on Monday, and it approved the bill. "
        "Ann Berg left the US Senate's foreign relations committee last month."
    )
    chains = coder.mentions(coder.read(text))
    (affairs,) = [one for one in chains if one.entity.name == "foreign affairs committee"]
    assert affairs.entity.country is None
    assert affairs.mentions[0].text == "foreign affairs committee"
    assert not any("relations" in mention.text for mention in affairs.mentions)
