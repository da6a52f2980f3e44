"""Scores the coder on the stories: who is who, who did what, and what is made up."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from bench.measure import Pair
from bench.outcome import EXACT, INFORMATIVE, Figure, Outcome, digest, missing, progress
from bench.stories.deeds import FACTS, Held, held, touches
from bench.stories.marked import NOBODY, STORIES, Story, read
from bench.who.chains import Who
from reportedly.coding.coder import Coder, bare_article
from reportedly.records import Claim

FOLDS = ("all", "open", "closed")
#: topics whose stories list every act they tell, most of them none
QUIET = frozenset({"mix"})
PRONOUNS = frozenset(
    "he she him her his hers it its they them their theirs himself herself itself themselves "
    "i we us me my our".split()
)


class Told(msgspec.Struct, frozen=True):
    """A story, its deeds as held against the claims, and claims on no deed of a quiet story."""

    story: Story
    deeds: tuple[Held, ...]
    idle: tuple[Claim, ...]
    facts: int


def told(story: Story, claims: Sequence[Claim]) -> Told:
    """Hold the claims of a story against its marks."""
    deeds = tuple(held(story, claims))
    spans = [deed.at(story.text) for deed in story.deeds]
    quiet = story.kind in QUIET
    facts = [one for one in claims if one.status in FACTS and one.type is not None]
    idle = [one for one in facts if not any(touches(one, span) for span in spans)]
    return Told(story, deeds, tuple(idle) if quiet else (), len(facts) if quiet else 0)


def counts(done: Sequence[Told]) -> dict[str, tuple[int, int, str]]:
    """Return, by the name of each figure, how many of how many of what."""
    deeds = [one for row in done for one in row.deeds]
    claimed = [one for one in deeds if one.claim is not None]
    acting = [one for one in claimed if one.by]
    facts = [one for one in claimed if one.claim and one.claim.status in FACTS]
    wrong = [one for one in claimed if one.reversed or one.laid]
    safe = len(claimed) - len(wrong)
    idle, made = sum(len(row.idle) for row in done), sum(row.facts for row in done)
    return {
        "deeds found": (len(claimed), len(deeds), "deeds"),
        "actors right": (sum(one.actors_right for one in claimed), len(claimed), "deeds found"),
        "an actor who did not do it": (
            sum(one.laid for one in acting), len(acting), "deeds with an actor",
        ),
        "sides as told": (safe, len(claimed), "deeds found"),
        "recipients right": (
            sum(one.recipients_right for one in claimed), len(claimed), "deeds found",
        ),
        "status right": (sum(one.status_right for one in claimed), len(claimed), "deeds found"),
        "told as a fact, and none": (
            sum(one.unfounded for one in facts), len(facts), "deeds told as facts",
        ),
        "facts that are no act": (idle, made, "facts in quiet stories"),
    }  # fmt: skip


#: figures of which less is better are shown and not guarded
LESS = frozenset(
    {"an actor who did not do it", "told as a fact, and none", "facts that are no act"}
)


def figures(done: Sequence[Told], who: Who) -> list[Figure]:
    """Return the figures of all stories, then of each fold, then those of who is who."""
    made = [
        Figure(
            name=name if fold == "all" else f"fold: {fold}: {name}",
            value=some / every if every else None, count=every, of=of,
            guard=EXACT if fold == "all" and name not in LESS else INFORMATIVE,
            peers="lower is better" if name in LESS else "",
        )
        for fold in FOLDS
        for name, (some, every, of) in counts(_of(done, fold)).items()
    ]  # fmt: skip
    wanted = {"chains, pairs F1", "chains, pairs of pronouns F1", "mentions found, all"}
    return [*made, *(one for one in who.figures() if one.name in wanted)]


def _of(done: Sequence[Told], fold: str) -> list[Told]:
    return [one for one in done if fold in ("all", one.story.fold)]


def misses(done: Sequence[Told]) -> list[dict[str, Any]]:
    """Return what is wrong in the open fold, the worst first."""
    rows = [
        {"id": row.story.id, "what": what, "word": one.deed.word,
         "by": "".join(sorted(one.by)), "to": "".join(sorted(one.to)),
         "wanted": f"{''.join(one.deed.by)} > {''.join(one.deed.to)} {one.deed.status.value}",
         "text": row.story.text}
        for row in _of(done, "open")
        for one in row.deeds
        if (what := _fault(one))
    ]  # fmt: skip
    idle = [
        {"id": row.story.id, "what": "no act", "word": one.trigger.text, "text": row.story.text}
        for row in _of(done, "open")
        for one in row.idle
    ]
    return sorted([*rows, *idle], key=lambda row: ORDER.index(row["what"]))


ORDER = ("reversed", "laid", "no fact", "no act", "status", "actors", "recipients", "missing")


def _fault(one: Held) -> str:
    """Return the worst that is wrong with a deed's claim, "" where nothing is."""
    found = {
        "missing": one.claim is None,
        "reversed": one.reversed,
        "laid": one.laid,
        "no fact": one.unfounded,
        "status": not one.status_right,
        "actors": not one.actors_right,
        "recipients": not one.recipients_right,
    }
    order = ORDER if one.claim is not None else ("missing",)
    return next((name for name in order if found.get(name)), "")


def forms(story: Story) -> tuple[dict[Pair, tuple[str, str]], list[Pair]]:
    """Return whom each mark means and by what form, and the marks of nobody and of pairs."""
    found: dict[Pair, tuple[str, str]] = {}
    others: list[Pair] = []
    for start, end, of in story.marks:
        if of == NOBODY or "+" in of:
            others.append((start, end))
            continue
        words = story.text[start:end]
        small = words.lower() in PRONOUNS
        form = "pronoun" if small else "name" if words[0].isupper() else "phrase"
        found.setdefault((start, end), (f"{story.id} {of}", form))
    return found, [span for span in others if span not in found]


def run(coder: Coder, folder: Path = STORIES) -> Outcome:
    """Score the coder on every story; nothing but the project's own files is needed."""
    stories = read(folder)
    if not stories:
        return missing("stories", "no stories")
    done, who = [], Who()
    for at, story in enumerate(stories, 1):
        article = bare_article(story.text)
        done.append(told(story, coder.code(article)))
        gold, others = forms(story)
        who.add(story.id, gold, others, coder.mentions(article))
        progress("stories", at, len(stories))
    return Outcome(
        scorer="stories", figures=tuple(figures(done, who)),
        details={kind: counts([one for one in done if one.story.kind == kind])
                 for kind in sorted({one.story.kind for one in done})},
        corpus=digest(f"{one.id} {one.text}" for one in stories),
        lists={"stories-misses": misses(done)},
    )  # fmt: skip
