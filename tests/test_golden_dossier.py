"""A whole page of an affair, and the dossier that comes of it.

`pytest --update-golden` rewrites tests/golden/*.dossier.md; the difference is read by a person.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.cli.dossiers import markdown_lines
from reportedly.coding.coder import Coder
from reportedly.linking.stored import update
from reportedly.store import Store
from reportedly.views import LINES, Dossier, dossier

HERE = Path(__file__).parent
#: page → the two whom it is about
AFFAIRS = {"belarus-eritrea": ("BLR", "ERI"), "laos-namibia": ("LAO", "NAM")}


@pytest.fixture(scope="module", params=sorted(AFFAIRS))
def affair(request: pytest.FixtureRequest, coder: Coder) -> tuple[str, Dossier]:
    name = request.param
    article = coder.read(HERE / "pages" / f"{name}.txt")
    with Store.open(":memory:") as store:
        store.add(coder.coded(article), coder.code(article))
        update(store)
        return name, dossier(store, *AFFAIRS[name])


@pytest.mark.parser
def test_dossier(affair: tuple[str, Dossier], update_golden: bool) -> None:
    name, found = affair
    text = "\n".join(markdown_lines(found)) + "\n"
    golden = HERE / "golden" / f"{name}.dossier.md"
    if update_golden:
        golden.write_text(text, encoding="utf-8")
    assert golden.exists(), "no golden file; run pytest --update-golden and read what it writes"
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parser
def test_no_claim_twice_and_no_question(affair: tuple[str, Dossier]) -> None:
    _, found = affair
    lines = [one for part in LINES for one in getattr(found, part)]
    claims = [claim for one in lines for claim in one.claims]
    assert len(claims) == len(set(claims))
    assert not [one.sentence for one in lines if one.sentence.endswith("?")]
    assert not [one.section for one in lines if one.section == "comment"]
