"""The claim: one thing that one sentence presents, and the attribution."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from reportedly.errors import RecordError
from reportedly.records.article import CoderInfo
from reportedly.records.base import Record
from reportedly.records.spans import Actor, Good, Place, Span, Time, Voice
from reportedly.records.terms import ClaimKind, Factuality, Relation, SectionKind, Status

Share = Annotated[float, Meta(ge=0.0, le=1.0)]


class Link(Record, frozen=True, kw_only=True):
    """This claim hangs on another one of the same article, named by its id."""

    relation: Relation
    claim: str


class Claim(Record, frozen=True, kw_only=True):
    """One thing that one sentence presents: this text, this voice, this firmly.

    A claim never says that something is true.

    id          stable: same article text, same coder version, same id
    article     id of the article
    section     part of the page that the sentence stands in
    author      of a comment; null elsewhere
    sentence    the sentence
    kind        event, want, constraint or consequence
    type, mode  PLOVER; null for other kinds unless the content is an event
    contexts    PLOVER contexts, sorted
    quad        1 verbal cooperation … 4 material conflict; null without a type
    intensity   -10 … +10; null without a type
    cameo       CAMEO root code of the type; null without a type
    trigger     the words that the claim rests on
    content     what is wanted, prevented or would follow; null for events
    actors, recipients  empty when the text names nobody
    goods       empty when none is named
    time, place null when the text gives none
    status      how the sentence presents it
    factuality  as committed to by the innermost voice
    voices      outermost first, two who say it together by the same cue; empty means the
                article's own voice
    links       to other claims of the article
    rules       ids of the lexicon entries that fired, in order
    confidence  share of such claims that annotators accept
    coder       who made the record

    Raises RecordError when the trigger leaves the sentence, an event has no type, or a
    claim of another kind has no content. Terms: PLOVER 2.0, FactBank.
    """

    id: str
    article: str
    section: SectionKind
    author: str | None = None
    sentence: Span
    kind: ClaimKind
    type: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: int | None = None
    intensity: float | None = None
    cameo: str | None = None
    trigger: Span
    content: Span | None = None
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    goods: tuple[Good, ...] = ()
    time: Time | None = None
    place: Place | None = None
    status: Status
    factuality: Factuality
    voices: tuple[Voice, ...] = ()
    links: tuple[Link, ...] = ()
    rules: tuple[str, ...] = ()
    confidence: Share = 0.5
    coder: CoderInfo

    def __post_init__(self) -> None:
        if not self.sentence.start <= self.trigger.start < self.trigger.end <= self.sentence.end:
            raise RecordError(f"trigger {self.trigger.text!r} leaves its sentence")
        if self.kind is ClaimKind.EVENT and self.type is None:
            raise RecordError(f"an event needs a type; trigger {self.trigger.text!r}")
        if self.kind is not ClaimKind.EVENT and self.content is None:
            raise RecordError(f"a {self.kind} needs a content; trigger {self.trigger.text!r}")
        if not 0.0 <= self.confidence <= 1.0:
            raise RecordError(f"confidence is {self.confidence}; it must lie in 0.0..1.0")

    @property
    def alleged(self) -> bool:
        """True when somebody other than the article says so."""
        return bool(self.voices)


class Attribution(Record, frozen=True, kw_only=True):
    """A source, the cue that makes it one, and what it says.

    source   null when the text hides it
    cue      null only for a quotation whose speaker is given by layout alone
    content  one span, or several when the content is interrupted
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
