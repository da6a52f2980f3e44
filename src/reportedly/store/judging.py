"""What readers judge of claims: rows of their own, added and never changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypedDict

from msgspec import Struct
from msgspec.structs import astuple

from reportedly.errors import UsageError
from reportedly.records import Claim
from reportedly.store.database import Store

#: the parts of a claim that can be judged; "claim": is it one at all?
FIELDS = (
    "claim", "status", "type", "actors", "recipients", "goods", "amount", "sides", "time", "place",
    "voices", "factuality",
)  # fmt: skip
VERDICTS = ("right", "wrong", "unsure")
_LONGEST = 2_000  # characters of a word of the reader's


class Judgement(Struct, frozen=True, kw_only=True):
    """One field of one claim, judged by one reader.

    made      ISO 8601 time; who: what the reader calls themselves
    claim, article  ids; another coder may give the claim another id, and trigger_start and
              trigger_end, in code points of the article's text, find it again
    field     one of FIELDS; verdict: right, wrong or unsure
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

    def __post_init__(self) -> None:
        if self.field not in FIELDS:
            raise UsageError(f"no field {self.field!r}; there are {', '.join(FIELDS)}")
        if self.verdict not in VERDICTS:
            raise UsageError(f"no verdict {self.verdict!r}; there are {', '.join(VERDICTS)}")
        if not self.who.strip():
            raise UsageError("a judgement says whose it is")
        if any(len(words or "") > _LONGEST for words in (self.who, self.rather, self.reason)):
            raise UsageError(f"over {_LONGEST:,} characters")


class OfClaim(TypedDict):
    """What a judgement takes over from its claim."""

    article: str
    claim: str
    trigger_start: int
    trigger_end: int
    sentence: str
    coder_version: str
    coder_lexicons: str


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
    }


def judge(store: Store, judgements: Iterable[Judgement]) -> int:
    """Keep the judgements, all of them or none, and return how many there were."""
    rows = [astuple(one) for one in judgements]
    names = ", ".join(Judgement.__struct_fields__)
    marks = ", ".join("?" for _ in Judgement.__struct_fields__)
    with store.transaction() as connection:
        for row in rows:
            connection.execute(
                f"INSERT INTO judgements (number, {names})"
                f" SELECT coalesce(max(number), 0) + 1, {marks} FROM judgements",
                list(row),
            )
    return len(rows)


def judgements(store: Store, article: str | None = None) -> Iterator[Judgement]:
    """Yield the judgements in the order in which they were made; those of one article, or all."""
    names = ", ".join(Judgement.__struct_fields__)
    sql = f"SELECT {names} FROM judgements WHERE $article IS NULL OR article = $article"
    rows = store.rows(f"{sql} ORDER BY number", {"article": article})
    return (Judgement(**row) for row in rows)
