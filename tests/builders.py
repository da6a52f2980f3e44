"""Articles and claims built by hand, for the rooms that only keep and show them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from reportedly import ontology
from reportedly.records import (
    Actor,
    Article,
    Basis,
    Claim,
    ClaimKind,
    CoderInfo,
    DateBasis,
    Dated,
    Factuality,
    Good,
    Grain,
    Link,
    Section,
    SectionKind,
    Side,
    Span,
    Status,
    Time,
    Voice,
    article_id,
)

CODER = CoderInfo(
    name="reportedly", version="0.1.0", lexicons="a1b2", model="md", model_version="3.8.0"
)
NEWER = CoderInfo(
    name="reportedly", version="0.2.0", lexicons="c3d4", model="md", model_version="3.8.0"
)

COUNTRIES = {
    "Russia": "RUS",
    "Moscow": "RUS",
    "North Korea": "PRK",
    "Pyongyang": "PRK",
    "South Korea": "KOR",
    "Japan": "JPN",
    "Iran": "IRN",
    "U.S. officials": "USA",
    "Washington": "USA",
    "the UN": "UNO",
}
#: tables that migrations after the fourth made
LATER_TABLES = (
    "linked", "link_keys", "copies", "decisions", "events", "event_claims", "judgements",
    "event_judgements", "actor_judgements", "actor_identities", "identified_claims",
    "actor_names", "identities_made", "readings", "claim_facts", "fact_parties", "fact_voices",
    "fact_manners", "fact_sides", "fact_speech", "fact_goods", "fact_places", "fact_outlets",
    "event_copies", "plan_actors", "event_stances",
)  # fmt: skip
UNNAMED = {"U.S. officials", "sources"}


def article(
    *sentences: str,
    comment: str | None = None,
    published: str | None = "2023-09-14T08:00:00+00:00",
    publisher: str | None = "The Wire",
    title: str | None = "A summit",
    coder: CoderInfo | None = CODER,
) -> Article:
    """Return an article whose body is the sentences, one space between; then one comment."""
    body = " ".join(sentences)
    sections = [Section(kind=SectionKind.BODY, start=0, end=len(body))]
    text = body
    if comment:
        text = f"{body}\n{comment}"
        sections.append(
            Section(kind=SectionKind.COMMENT, start=len(body) + 1, end=len(text), author="reader")
        )
    url = f"https://news.example/{hashlib.md5(text.encode()).hexdigest()[:8]}"
    return Article(
        id=article_id(text, url, publisher),
        url=url,
        title=title,
        authors=("Ann Lee",),
        publisher=publisher,
        language="en",
        text=text,
        coder=coder,
        published=Dated(value=published, basis=DateBasis.STATED) if published else None,
        sections=tuple(sections),
    )


def claim(
    page: Article,
    sentence: str,
    trigger: str,
    type: str | None = None,
    mode: str | None = None,
    *,
    kind: str = "event",
    status: str = "happened",
    actors: Sequence[str] = (),
    recipients: Sequence[str] = (),
    goods: Sequence[tuple[str, str]] = (),
    sides: tuple[str | None, str | None] | None = None,
    voices: Iterable[tuple[str, str]] = (),
    when: tuple[str | None, str | None] | None = None,
    content: str | None = None,
    links: Sequence[tuple[str, Claim]] = (),
    factuality: str | None = None,
    coder: CoderInfo | None = None,
) -> Claim:
    """Return a claim on a sentence of the page.

    goods are (text, category); sides says who gives and who receives them, by default as is usual
    for the type; voices are (text, cue); when is (start, end) in ISO dates.
    """
    base = page.text.index(sentence)

    def span(text: str) -> dict[str, int | str]:
        start = base + sentence.index(text)
        return {"start": start, "end": start + len(text), "text": text}

    def actor(text: str) -> Actor:
        country = COUNTRIES.get(text)
        return Actor(
            **span(text),
            name=text,
            country=country,
            sector="GOV" if country else None,
            sectors=("GOV",) if country else (),
            actor_id=f"state.{country}" if country else None,
        )

    def voice(text: str, cue: str) -> Voice:
        at = span(cue)
        return Voice(
            **span(text),
            name=text,
            country=COUNTRIES.get(text),
            named=text not in UNNAMED,
            cue=cue,
            cue_start=at["start"],
            cue_end=at["end"],
        )

    gets = kind == "want" or type == "REQUEST" or mode == "seize"
    giver, receiver = sides or (("recipient", "actor") if gets else ("actor", "recipient"))
    where = next(s.kind for s in page.sections if s.start <= base < s.end)
    key = f"{page.text}|{sentence}|{trigger}|{type}|{kind}|{status}|{coder}"
    time = None
    if when:
        time = Time(
            text=trigger,
            text_start=span(trigger)["start"],
            text_end=span(trigger)["end"],
            start=when[0],
            end=when[1],
            grain=Grain.DAY,
            basis=Basis.STATED,
        )
    certain = "CT-" if status == "negated" else "CT+"
    return Claim(
        id=hashlib.md5(key.encode()).hexdigest(),
        article=page.id,
        section=where,
        author="reader" if where is SectionKind.COMMENT else None,
        sentence=Span(start=base, end=base + len(sentence), text=sentence),
        kind=ClaimKind(kind),
        type=type,
        mode=mode,
        quad=ontology.quad(type) if type else None,
        intensity=ontology.intensity(type, mode) if type else None,
        cameo=ontology.cameo(type, mode) if type else None,
        trigger=Span(**span(trigger)),
        content=Span(**span(content)) if content else None,
        actors=tuple(actor(text) for text in actors),
        recipients=tuple(actor(text) for text in recipients),
        goods=tuple(
            Good(
                **span(text),
                category=category,
                giver=Side(giver) if giver else None,
                receiver=Side(receiver) if receiver else None,
            )
            for text, category in goods
        ),
        time=time,
        status=Status(status),
        factuality=Factuality(factuality or certain),
        voices=tuple(voice(text, cue) for text, cue in voices),
        links=tuple(Link(relation=relation, claim=other.id) for relation, other in links),
        rules=("en.verb.test",),
        confidence=0.75,
        coder=coder or page.coder or CODER,
    )
