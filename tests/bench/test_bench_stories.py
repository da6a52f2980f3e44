"""The scorer of stories on one made by hand, and the stories that the project holds."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace
from typing import Any

import msgspec
import pytest
from bench.stories import marked, scorer
from bench.stories.deeds import OTHER, Held, held, of
from bench.who.rows import of_story

from reportedly.errors import ReportedlyError
from reportedly.records import ClaimKind, Status

LINE = msgspec.json.decode(
    """{"id": "crime-1",
    "text": "[Tom Hale|a] shot [[his|a] kin|b], [police|p] said. [He|a] met [him|b]. [It|-] hid.",
    "deeds": [{"word": "shot", "by": ["a"], "to": ["b"], "status": "happened", "voices": ["p"]},
              {"word": "met", "by": ["a"], "to": ["b"], "status": "possible"}]}""",
    type=marked.Line,
)  # fmt: skip
STORY = marked.story(LINE)


def party(text: str, name: str | None = None) -> Any:
    start = STORY.text.index(text)
    return SimpleNamespace(start=start, end=start + len(text), text=text, name=name or text)


def claim(word: str, **more: Any) -> Any:
    start = STORY.text.index(word)
    told: dict[str, Any] = {
        "kind": ClaimKind.EVENT, "type": "ASSAULT", "status": Status.HAPPENED,
        "actors": (), "recipients": (),
    }  # fmt: skip
    at = SimpleNamespace(start=start, end=start + len(word), text=word)
    return SimpleNamespace(trigger=at, **(told | more))


def shot(**more: Any) -> Held:
    return held(STORY, [claim("shot", **more)])[0]


def test_marks_are_taken_out_of_the_text() -> None:
    assert STORY.text == "Tom Hale shot his kin, police said. He met him. It hid."
    words = {(STORY.text[one.start : one.end], one.of) for one in STORY.marks}
    assert ("his kin", "b") in words
    assert ("his", "a") in words
    assert ("It", "-") in words
    assert set(STORY.chains) == {"a", "b", "p"}


@pytest.mark.parametrize("text", ["[Tom|a shot.", "[Tom shot.", "[[Tom|a] shot."])
def test_a_mark_that_is_not_closed_is_an_error(text: str) -> None:
    with pytest.raises(ReportedlyError, match="not closed"):
        marked.unmarked(text)


def test_a_deed_stands_where_its_whole_words_do() -> None:
    deed = marked.Deed(word="ask", n=2, status=Status.HAPPENED)
    assert deed.at("He asked her to ask them, then ask us.") == (31, 34)
    with pytest.raises(ReportedlyError, match="does not stand"):
        deed.at("He asked her to ask them.")


def test_a_party_is_whom_its_words_or_its_other_name_mean() -> None:
    assert of(STORY, party("Tom Hale")) == "a"
    assert of(STORY, party("his kin")) == "b"
    assert of(STORY, party("He", "Tom Hale")) == "a"
    assert of(STORY, party("He", "his kin")) == "b"
    assert of(STORY, party("hid")) == OTHER


def test_the_right_doer_is_right() -> None:
    one = shot(actors=[party("Tom Hale")], recipients=[party("his kin")])
    assert one.actors_right
    assert one.recipients_right
    assert one.status_right
    assert not one.reversed
    assert not one.laid
    assert not one.unfounded


def test_sides_swapped_are_reversed_and_another_doer_is_laid() -> None:
    swapped = shot(actors=[party("his kin")], recipients=[party("Tom Hale")])
    assert swapped.reversed
    assert swapped.laid
    other = shot(actors=[party("police")])
    assert other.laid
    assert not other.reversed
    assert not other.actors_right


def test_nobody_as_doer_is_missing_and_no_fault_of_sides() -> None:
    none = shot()
    assert not none.actors_right
    assert not none.laid
    assert not none.reversed


def test_of_talks_it_does_not_matter_who_stands_first() -> None:
    sides = [party("He", "Tom Hale"), party("him", "his kin")]
    (_, met) = held(STORY, [claim("met", type="CONSULT", actors=sides)])
    assert met.actors_right
    assert met.recipients_right
    assert not met.laid


def test_a_fact_that_the_story_does_not_tell_is_unfounded() -> None:
    (_, met) = held(STORY, [claim("met", type="CONSULT")])
    assert met.unfounded
    assert not met.status_right


def test_counts_of_a_story() -> None:
    done = [scorer.told(STORY, [claim("shot", actors=[party("police")])])]
    found = {name: (some, every) for name, (some, every, _) in scorer.counts(done).items()}
    assert found["deeds found"] == (1, 2)
    assert found["an actor who did not do it"] == (1, 1)
    assert found["sides as told"] == (0, 1)
    assert [row["what"] for row in scorer.misses(done)] == ["laid", "missing"]


def test_a_fact_beside_the_deeds_counts_in_quiet_stories_alone() -> None:
    line = msgspec.structs.replace(LINE, id="mix-1", deeds=())
    quiet = scorer.told(marked.story(line), [claim("shot")])
    loud = scorer.told(STORY, [claim("hid")])
    assert (len(quiet.idle), quiet.facts) == (1, 1)
    assert (loud.idle, loud.facts) == ((), 0)
    assert scorer.misses([quiet])[0]["what"] == "no act"


def test_marks_are_given_to_learn_from() -> None:
    chained = of_story(STORY)
    assert set(chained.spans) == {"a", "b", "p"}
    assert len(chained.nobody) == 1


def test_the_stories_that_the_project_holds() -> None:
    stories = marked.read()
    assert len(stories) == len({one.id for one in stories}) == 1091
    folds = Counter(one.fold for one in stories)
    assert abs(folds["open"] - folds["closed"]) < 20
    for one in stories:
        known = {letter for of in one.chains for letter in of.split("+")}
        for deed in one.deeds:
            assert deed.at(one.text)
            assert known.issuperset((*deed.by, *deed.to, *deed.voices)), one.id
