"""The one-page dossier: whole, safe, readable."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from importlib.resources import files

import msgspec
import pytest

from reportedly.desk.dossier_page import claim_ids, page
from reportedly.desk.dossier_parts import marked
from reportedly.desk.wording import bargain, said
from reportedly.records import Actor, Good, Span, Voice
from reportedly.store import ClaimFilter, Store
from reportedly.views import dossier, ledger

HOSTILE = "<script>alert(1)</script>\u202e\x1b[31m\" onload='x'"


@pytest.fixture
def found(store):
    with Store.open(store, read_only=True) as opened:
        told = dossier(opened, "RUS", "PRK")
        chosen = ClaimFilter(ids=tuple(claim_ids(told)))
        return told, {claim.id: claim for claim in opened.claims(chosen)}


def test_every_part_is_there(found):
    text = page(*found, "Russia", "North Korea")
    for heading in (
        *("Timeline", "Russia wants", "North Korea wants", "Exchanges", "What stands in the way"),
        *("Rules at stake, and what would follow", "Planned, possible, and what became of it"),
        *("Said and denied", "Alleged and denied", "Reactions of others"),
    ):
        assert f"<h2>{heading}</h2>" in text
    assert text.count("<section") == text.count("</section>")


def test_rows_show_trigger_voice_article_and_date(found):
    text = page(*found, "Russia", "North Korea")
    assert '<mark class="mc negated">supplied</mark>' in text
    assert '<span class="voice">U.S. officials</span>' in text
    assert "A summit" in text
    assert "12 Sep 2023" in text


def test_anchors_are_unique_and_links_lead_somewhere(found):
    text = page(*found, "Russia", "North Korea")
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)


def test_nothing_comes_from_outside(found):
    text = page(*found, "Russia", "North Korea")
    assert "<script" not in text
    assert not re.search(r"(src=|@import|url\()", text)
    assert "default-src 'none'" in text


def test_hostile_words_are_escaped(found):
    told, _ = found
    rows = {}
    for name in told.__struct_fields__:
        part = getattr(told, name)
        if isinstance(part, tuple) and name != "contested":
            rows[name] = tuple(
                msgspec.structs.replace(
                    row,
                    title=HOSTILE,
                    publisher=HOSTILE,
                    url="javascript:alert(1)",
                    sentence=HOSTILE,
                )
                for row in part
            )
    text = page(msgspec.structs.replace(told, **rows), {}, HOSTILE, HOSTILE)
    _harmless(text)
    assert "javascript:" not in "".join(re.findall(r'href="([^"]*)"', text))


class _Names(HTMLParser):
    """The names of elements and attributes, as a browser reads them."""

    def __init__(self):
        super().__init__()
        self.seen = set()

    def handle_starttag(self, tag, attrs):
        self.seen |= {tag, *(name for name, _ in attrs)}


def _harmless(text):
    names = _Names()
    names.feed(text)
    assert "mark" in names.seen or "blockquote" in names.seen
    assert not {"script", "onload"} & names.seen
    assert not {"\u202e", "\x1b"} & set(text)
    assert "&lt;script&gt;" in text


def test_hostile_words_in_every_field_are_escaped(found):
    """Put hostile words into every text of the records, and braces that templates read."""

    def spoilt(value, name=""):
        if name in {
            "status",
            "kind",
            "type",
            "mode",
            "claim",
            "deal",
            "direction",
            "affirmed",
            "claims",
            "conditions",
            "denials",
            "events",
            "outcome",
            "section",
            "denied_by",
            "affirmed_by",
        }:
            return value
        if name in {"denied", "in_exchange_for", "day_from", "day_to", "basis"}:
            return value
        if isinstance(value, str):
            return f"{HOSTILE}{{{{ 7177 * 3 }}}}{{% raw %}}"
        if isinstance(value, tuple):
            return tuple(spoilt(one) for one in value)
        if isinstance(value, msgspec.Struct) and not isinstance(value, Span):
            return _with(value, {f: spoilt(getattr(value, f), f) for f in value.__struct_fields__})
        if isinstance(value, Actor):
            return msgspec.structs.replace(value, name=HOSTILE, role=HOSTILE, country=HOSTILE)
        if isinstance(value, Good):
            return msgspec.structs.replace(value, category=HOSTILE, unit=HOSTILE)
        return value

    def _with(record, fields):
        if isinstance(record, Voice):
            return msgspec.structs.replace(record, name=HOSTILE, role=HOSTILE, country=HOSTILE)
        return msgspec.structs.replace(record, **fields)

    text = page(spoilt(found[0]), {}, HOSTILE, HOSTILE)
    _harmless(text)
    assert "21531" not in text
    assert "{{ 7177 * 3 }}" in text


def test_hostile_sentences_keep_their_marks(found):
    told, claims = found
    words = f"{HOSTILE} supplied it & more"
    spoilt = {}
    for key, claim in claims.items():
        at = claim.sentence.start
        begin = at + words.index("supplied")
        spoilt[key] = msgspec.structs.replace(
            claim,
            sentence=Span(start=at, end=at + len(words), text=words),
            trigger=Span(start=begin, end=begin + 8, text="supplied"),
            voices=(),
        )
    text = page(told, spoilt, "Russia", "North Korea")
    _harmless(text)
    assert re.search(r'<mark class="mc \w+">supplied</mark> it &amp; more', text)


def test_marked_sentence_keeps_its_words(found):
    for claim in found[1].values():
        runs = marked(claim)
        assert "".join(run.text for run in runs) == claim.sentence.text
        assert [run.text for run in runs if run.kind == "trigger"] == [claim.trigger.text]


def test_empty_dossier_says_so(store):
    with Store.open(store, read_only=True) as opened:
        text = page(dossier(opened, "FRA", "CHL"), {}, "France", "Chile")
    assert "Nothing found" in text


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1])
def test_colours_keep_the_contrast_of_wcag_aa(theme):
    css = files("reportedly.desk").joinpath("dossier.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", css, re.S)
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", blocks[theme]))
    for ground in ("paper", "card"):
        for text in ("ink", "soft", "accent", "vx", "mx", "vc", "mc"):
            least = 4.5 if text in {"ink", "soft", "accent"} else 3.0  # signs are no text
            assert contrast(colours[text], colours[ground]) >= least, (text, ground)
    assert contrast(colours["ink"], colours["voice"]) >= 4.5


@pytest.mark.parametrize(
    ("deal", "givers", "receivers", "line"),
    [
        ("gives", ["North Korea"], ["Russia"], "North Korea gives shells [arms] to Russia"),
        ("gives", ["North Korea"], [], "North Korea gives shells [arms]"),
        ("seeks", ["North Korea"], ["Russia"], "Russia seeks shells [arms] from North Korea"),
        ("seeks", [], ["Russia"], "Russia seeks shells [arms]"),
        ("withholds", ["Russia"], ["Japan"], "Russia withholds shells [arms] from Japan"),
        ("denies", ["Russia"], ["Japan"], "Russia → Japan, denies: shells [arms]"),
        ("refuses", ["Russia"], ["Japan"], "Japan refuses shells [arms] from Russia"),
        ("trades", [], [], "Iran → Syria, trades: shells [arms]"),
        ("mentions", [], [], "Iran → Syria, mentions: shells [arms]"),
    ],
)
def test_a_deal_reads_as_a_clause(store, deal, givers, receivers, line):
    def actor(name):
        return Actor(start=0, end=len(name), text=name, name=name, actor_id="state.x")

    shells = Good(start=0, end=6, text="shells", category="arms")
    with Store.open(store, read_only=True) as opened:
        row = next(iter(ledger(opened)))
    row = msgspec.structs.replace(
        row,
        deal=deal,
        givers=tuple(map(actor, givers)),
        receivers=tuple(map(actor, receivers)),
        actors=(actor("Iran"),),
        recipients=(actor("Syria"),),
    )
    assert bargain(row, [shells]) == line


@pytest.mark.parametrize(
    ("status", "cue", "verb"),
    [
        ("happened", "said", "alleged by"),
        ("negated", "denied", "denied by"),
        ("negated", "promised", "not so, says"),
    ],
)
def test_what_a_voice_does(status, cue, verb):
    voice = Voice(cue=cue, cue_start=0, cue_end=len(cue))
    assert said((voice,), status) == f"{verb} somebody (unnamed), “{cue}”"
    assert said((), status) == ""
