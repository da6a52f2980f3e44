"""What readers judge of claims: rows of their own, added and never changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypedDict

from msgspec import Struct
from msgspec.structs import astuple, replace

from reportedly.errors import UsageError
from reportedly.records import Claim
from reportedly.store.database import Store

#: the parts of a claim that can be judged; "claim": is it one at all?
FIELDS = (
    "claim", "status", "type", "actors", "recipients", "goods", "amount", "sides", "time", "place",
    "voices", "factuality",
)  # fmt: skip
VERDICTS = ("right", "wrong", "unsure")
#: takes back what the same reader said before of the same field
WITHDRAWN = "withdrawn"
_LONGEST = 2_000  # characters of a word of the reader's


class Judgement(Struct, frozen=True, kw_only=True):
    """One field of one claim, judged by one reader.

    made      ISO 8601 time; who: what the reader calls themselves
    claim, article  ids; another coder may give the claim another id, and trigger_start and
              trigger_end, in code points of the article's text, with kind and type find it
              again; kind is null where an older program kept the judgement and the claim had gone
    field     one of FIELDS; verdict: right, wrong, unsure, or withdrawn: what the reader said
              before of this field counts no more
    says      what the record said, in words; "" when it said nothing
    rather    what it should say; reason: why; null when the reader did not say
    sentence  as it was judged; coder_version, coder_lexicons: who made the claim

    Raises UsageError for another field or verdict, nobody, and words without an end.
    """

    made: str
    who: str
    article: str
    claim: str
    field: str
    verdict: str
    says: str
    rather: str | None = None
    reason: str | None = None
    trigger_start: int
    trigger_end: int
    sentence: str
    coder_version: str
    coder_lexicons: str
    kind: str | None = None
    type: str | None = None

    def __post_init__(self) -> None:
        if self.field not in FIELDS:
            raise UsageError(f"no field {self.field!r}; there are {', '.join(FIELDS)}")
        if self.verdict not in (*VERDICTS, WITHDRAWN):
            raise UsageError(f"no verdict {self.verdict!r}; there are {', '.join(VERDICTS)}")
        if not self.who.strip():
            raise UsageError("a judgement says whose it is")
        if any(len(words or "") > _LONGEST for words in (self.who, self.rather, self.reason)):
            raise UsageError(f"over {_LONGEST:,} characters")


_NAMES = ", ".join(f'"{name}"' for name in Judgement.__struct_fields__)
#: SQL: the judgements without those that were withdrawn, and without the withdrawals
STANDING = """(
    SELECT * FROM judgements AS said
    WHERE verdict <> 'withdrawn' AND NOT EXISTS (
        SELECT 1 FROM judgements AS later
        WHERE later.verdict = 'withdrawn' AND later.number > said.number
            AND later.who = said.who AND later.article = said.article
            AND later.claim = said.claim AND later.field = said.field
    )
)"""


class OfClaim(TypedDict):
    """What a judgement takes over from its claim."""

    article: str
    claim: str
    trigger_start: int
    trigger_end: int
    sentence: str
    coder_version: str
    coder_lexicons: str
    kind: str | None
    type: str | None


def of_claim(claim: Claim) -> OfClaim:
    """Return the fields of a judgement that the claim itself gives."""
    return {
        "article": claim.article,
        "claim": claim.id,
        "trigger_start": claim.trigger.start,
        "trigger_end": claim.trigger.end,
        "sentence": claim.sentence.text,
        "coder_version": claim.coder.version,
        "coder_lexicons": claim.coder.lexicons,
        "kind": str(claim.kind),
        "type": None if claim.type is None else str(claim.type),
    }


def judge(store: Store, judgements: Iterable[Judgement]) -> int:
    """Keep the judgements, all of them or none, and return how many there were."""
    rows = [astuple(one) for one in judgements]
    marks = ", ".join("?" for _ in Judgement.__struct_fields__)
    with store.transaction() as connection:
        for row in rows:
            connection.execute(
                f"INSERT INTO judgements (number, {_NAMES})"
                f" SELECT coalesce(max(number), 0) + 1, {marks} FROM judgements",
                list(row),
            )
    return len(rows)


def judgements(store: Store, article: str | None = None) -> Iterator[Judgement]:
    """Yield the judgements in the order in which they were made, withdrawn ones and withdrawals
    too; those of one article, or all."""
    sql = f"SELECT {_NAMES} FROM judgements WHERE $article IS NULL OR article = $article"
    rows = store.rows(f"{sql} ORDER BY number", {"article": article})
    return (Judgement(**row) for row in rows)


def standing(
    store: Store, claims: Sequence[str] | None = None, *, articles: Sequence[str] | None = None
) -> Iterator[Judgement]:
    """Yield the judgements that nobody took back, in the order in which they were made; those of
    the claims, of the articles, or all."""
    sql = (
        f"SELECT {_NAMES} FROM {STANDING} WHERE ($claims IS NULL OR list_contains($claims, claim))"
        " AND ($articles IS NULL OR list_contains($articles, article)) ORDER BY number"
    )
    asked = {
        "claims": None if claims is None else list(claims),
        "articles": None if articles is None else list(articles),
    }
    return (Judgement(**row) for row in store.rows(sql, asked))


def withdraw(store: Store, held: Iterable[Judgement], made: str) -> int:
    """Take back the judgements: a row more for each field of each claim, as it was judged. Return
    how many rows were added."""
    last = {(one.who, one.claim, one.field): one for one in held}
    return judge(
        store,
        [
            replace(one, made=made, verdict=WITHDRAWN, rather=None, reason=None)
            for one in last.values()
        ],
    )
