"""Whole pages: what every claim of an example article comes out as.

`pytest --update-golden` rewrites tests/golden/; the difference is read by a person.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from reportedly.coding.coder import Coder
from reportedly.records import Claim

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
PAGES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in {".html", ".txt"})


def line_of(claim: Claim) -> dict[str, object]:
    """Return what a reader checks of a claim: no ids, no versions, no offsets."""
    return {
        "section": claim.section,
        "sentence": claim.sentence.text,
        "kind": claim.kind,
        "type": claim.type,
        "mode": claim.mode,
        "trigger": claim.trigger.text,
        "status": claim.status,
        "factuality": claim.factuality,
        "actors": [[actor.text, actor.country, actor.sector] for actor in claim.actors],
        "recipients": [[actor.text, actor.country, actor.sector] for actor in claim.recipients],
        "goods": [[good.text, good.category, good.quantity, good.unit] for good in claim.goods],
        "content": claim.content.text if claim.content else None,
        "time": [claim.time.text, claim.time.start, claim.time.end] if claim.time else None,
        "place": [claim.place.name, claim.place.country] if claim.place else None,
        "voices": [[voice.text, voice.country, voice.cue] for voice in claim.voices],
        "links": sorted(link.relation for link in claim.links),
    }


@pytest.mark.parser
@pytest.mark.parametrize("page", PAGES, ids=[path.name for path in PAGES])
def test_page(page: Path, coder: Coder, update_golden: bool) -> None:
    claims = coder.code(coder.read(page))
    lines = [msgspec.json.encode(line_of(claim)).decode() for claim in claims]
    golden = GOLDEN / f"{page.stem}.jsonl"
    if update_golden:
        golden.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert golden.exists(), "no golden file; run pytest --update-golden and read what it writes"
    assert lines == golden.read_text(encoding="utf-8").splitlines()
