"""Every entry's own sentences: in `yes` it fires with the marked parties, in `no` it does not."""

from __future__ import annotations

from itertools import groupby

import pytest

from reportedly.coding.coder import Coder
from reportedly.lexicons import Entry
from reportedly.lexicons.load import built_in
from reportedly.proving.sentences import check_sentences, entries_of

FILES = {
    file: [(file, entry) for _, entry in entries]
    for file, entries in groupby(entries_of(built_in()), key=lambda row: row[0])
}


@pytest.mark.parser
@pytest.mark.parametrize("entries", FILES.values(), ids=list(FILES))
def test_sentences(entries: list[tuple[str, Entry]], coder: Coder) -> None:
    problems = [str(problem) for problem in check_sentences(coder.tools, entries)]
    assert not problems, f"{len(problems)} sentences fail:\n" + "\n".join(problems[:20])
