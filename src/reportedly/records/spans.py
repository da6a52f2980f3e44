"""Spans and what is resolved from them: actors, voices, goods, times, places."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from reportedly.errors import RecordError
from reportedly.records.base import Record
from reportedly.records.terms import Basis, Grain, Side

Offset = Annotated[int, Meta(ge=0, description="in Unicode code points of article.text")]


def check_span(start: int, end: int, text: str) -> None:
    """Raise RecordError unless start..end is a span as long as its text."""
    if not 0 <= start < end:
        raise RecordError(f"empty span {start}..{end} for {text!r}")
    if end - start != len(text):
        raise RecordError(f"span {start}..{end} is not as long as its text {text!r}")


class Span(Record, frozen=True, kw_only=True):
    """A stretch of the article's text: article.text[start:end] gives text back.

    start  first code point
    end    one past the last code point
    text   the characters themselves

    Raises RecordError for an empty span or one not as long as its text.
    """

    start: Offset
    end: Offset
    text: str

    def __post_init__(self) -> None:
        check_span(self.start, self.end, self.text)


class Actor(Span, frozen=True, kw_only=True):
    """Somebody who acts or is acted upon, as the text names them.

    name      the name that the span was resolved to; the text itself where nothing is known
    country   ISO 3166-1 alpha-3, KOS, or IGO UNO EUR NGO ISM IMG MNC; null when unknown
    sector    primary sector, such as GOV or MIL; null when unknown
    sectors   every sector, primary first; empty when unknown
    role      what the text or the document calls them ("defense minister"); null when it does not
    former    true when the text says that the role is over ("then-", "former", "ex-")
    actor_id  id of the lexicon entry that names the actor ("state.rus"); for a name that no lexicon
              knows, one made of kind, spelling, country and sector ("person:anna-keller:NOR:GOV",
              unknown parts empty), the same in every article that tells the same of it; null for
              descriptions, and for a surname of which country or role are not known
    """

    name: str
    country: str | None = None
    sector: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    former: bool = False
    actor_id: str | None = None


class Voice(Record, frozen=True, kw_only=True):
    """A source that the text gives: who says it. Two who say it together have the same cue.

    start, end, text  the source's words; null where the text hides them ("is believed to")
    name, country, sector, role  as for actors
    named      false for unnamed and collective sources ("officials", "sources")
    cue        the words that make it a voice ("speculated", "according to")
    cue_start, cue_end  where the cue stands

    Raises RecordError when only some of start, end and text are given.
    """

    start: Offset | None = None
    end: Offset | None = None
    text: str | None = None
    name: str | None = None
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    named: bool = False
    cue: str
    cue_start: Offset
    cue_end: Offset

    def __post_init__(self) -> None:
        check_span(self.cue_start, self.cue_end, self.cue)
        if self.start is not None and self.end is not None and self.text is not None:
            check_span(self.start, self.end, self.text)
        elif (self.start, self.end, self.text) != (None, None, None):
            raise RecordError("a voice gives start, end and text together, or none of them")


def together(one: Voice, other: Voice) -> bool:
    """Return whether two voices say it by one cue: "Oslo and Rome said"."""
    return one.cue_start == other.cue_start


def innermost(voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """Return who answers for it in the end: the last voice, and who says it with them."""
    return tuple(one for one in voices if together(one, voices[-1]))


class Price(Record, frozen=True, kw_only=True):
    """What goods cost, together.

    amount    a number
    currency  ISO 4217, such as USD
    """

    amount: float
    currency: str


class Good(Span, frozen=True, kw_only=True):
    """What is given, sought, sold, moved or withheld.

    category  dotted, from the goods lexicon: "arms.ammunition", "energy.oil", "food"
    quantity  a number, the lower bound where the text gives two or says "more than", "at least";
              null when it gives none ("dozens of tanks") or only an upper bound ("up to 30")
    upper     the other end of a range or an upper bound ("at most 30"); null when there is none
    unit      what the number counts ("barrel", "USD"); null when the good itself is counted
    approximate  true when the words say that the number is not exact: "about", "some", "nearly",
              and "dozens", "several hundred", which give none. Bounds are exact: a range has both
              ends, "at least" and "more than" the lower one, "up to" the upper one
    at_least  true where quantity is a lower bound and nothing bounds it above ("more than 1,000")
    giver     the side that hands it over or would, "actor" or "recipient"; null when the text
              does not tell, or when it is neither of the two
    receiver  the side that ends up with it or would; null as for giver. Who buys, receives or
              seizes is the receiver, whatever the grammar says
    price     what is paid for it, or what it is worth; null when not told
    """

    category: str
    quantity: float | None = None
    upper: float | None = None
    unit: str | None = None
    approximate: bool = False
    at_least: bool = False
    giver: Side | None = None
    receiver: Side | None = None
    price: Price | None = None


class Quantity(Span, frozen=True, kw_only=True):
    """A number in a text and what it counts.

    start, end, text  the number with the words that loosen it: "between 300 and 400"
    lower, upper  as quantity and upper of a good; both null for "dozens"
    unit         what is counted: a measure, a currency or the plain noun; null where it is a good
    approximate, at_least  as of a good
    good         category of the good that is counted; null where it is none that is known
    """

    lower: float | None = None
    upper: float | None = None
    unit: str | None = None
    approximate: bool = False
    at_least: bool = False
    good: str | None = None


class Time(Record, frozen=True, kw_only=True):
    """When, as far as the text says. A claim without such words has null instead.

    text   the words; text_start, text_end say where they stand
    start, end  ISO 8601 dates, end included; null on the side that is open or unknown
    grain  how exact the words are
    basis  stated: a date by itself; relative: against the publication date; tense: only the tense
    """

    text: str
    text_start: Offset
    text_end: Offset
    start: str | None
    end: str | None
    grain: Grain
    basis: Basis

    def __post_init__(self) -> None:
        check_span(self.text_start, self.text_end, self.text)
        if self.start and self.end and self.start > self.end:
            raise RecordError(f"time {self.text!r} ends on {self.end}, before {self.start}")


class Place(Span, frozen=True, kw_only=True):
    """Where, resolved against GeoNames as far as it could be.

    name         the gazetteer's name, or the text where it has none
    country      ISO 3166-1 alpha-3; null when unknown
    latitude, longitude  degrees, WGS 84; null when unknown
    geonames_id  null when the gazetteer has no such place
    """

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
