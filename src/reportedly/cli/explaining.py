"""`reportedly explain`: why a sentence comes out as it does."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

import reportedly
from reportedly.cli import ink
from reportedly.cli.options import actors_option, lexicon_option, strict_option
from reportedly.cli.output import chosen, console, write_json
from reportedly.coding.coder import bare_article
from reportedly.coding.trace import Filled, MentionShown, Traced
from reportedly.desk.wording import GLYPHS, label, plain
from reportedly.errors import UsageError


@click.command()
@click.argument("sentence", required=False)
@click.option(
    "--file",
    "path",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Explain every sentence of a page instead.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    help="How to print.  [default: table on a terminal, jsonl when piped]",
)
@lexicon_option
@actors_option
@strict_option
def explain(
    sentence: str | None,
    path: Path | None,
    form: str | None,
    lexicons: tuple[Path, ...],
    actors: tuple[Path, ...],
    strict: bool,
) -> None:
    """Show step by step how SENTENCE (- for standard input) becomes claims: the parse, the
    words that present something with the lexicon entry chosen, the slots filled, what acted
    on the status, the voices, the claims.

    \b
    Example:
        reportedly explain "Moscow denied that it had received shells from Iran."
    """
    if (sentence is None) == (path is None):
        raise UsageError("give a SENTENCE or --file PATH, one of the two")
    coder = reportedly.load(lexicons, strict, actors)
    if path is not None:
        article = coder.read(path)
    else:
        text = sys.stdin.read() if sentence == "-" else sentence or ""
        article = bare_article(text)
    found = coder.trace(article)
    if chosen(form) == "jsonl":
        write_json(found)
        return
    out = console()
    for one in found:
        show(one, out)


def show(one: Traced, out: Console) -> None:
    """Print one explained sentence."""
    out.print(Text(plain(one.text), style="bold"))
    _head(out, "Parse")
    for line in tree(one):
        out.print(line)
    _head(out, "What presents something")
    for mention in one.mentions:
        _show_mention(mention, out)
    for words in one.unused:
        out.print(Text(f"  no sense fits  {plain(words)}", style="dim"))
    if not one.mentions and not one.unused:
        out.print(Text("  no word of the sentence is in the lexicons", style="dim"))
    _head(out, "Voices")
    for voice in one.voices:
        name = f" ({plain(voice.name)})" if voice.name and voice.name != voice.source else ""
        source = plain(voice.source or "(hidden)") + name
        line = Text(f"  {source} · {plain(voice.cue)} · ", style=ink.VOICE)
        out.print(line.append(f"{voice.rule}: “{plain(voice.content)}”", style="dim not italic"))
    if not one.voices:
        out.print(Text("  none: the article's own voice", style="dim"))
    _head(out, "Claims")
    for claim in one.claims:
        out.print(ink.card(claim, full=False))
        rules = f"   {claim.factuality} · {claim.confidence:.2f} · rules: {', '.join(claim.rules)}"
        out.print(Text(rules, style="dim"))
    if not one.claims:
        out.print(Text("  none", style="dim"))
    if one.refused:
        _head(out, f"Taken back ({len(one.refused)})")
    for refused in one.refused:
        lost = ", and the claim with it" if refused.dropped else ""
        words = f"  {plain(refused.trigger)}: {refused.field} “{plain(refused.text)}”{lost}"
        out.print(Text(words).append(f"  {refused.rule}", style="dim"))
    out.print()


def _head(out: Console, words: str) -> None:
    out.print(Text(f"\n{words}", style="bold underline"))


def tree(one: Traced) -> list[Text]:
    """Return the parse, one word a line, indented below the word that it hangs on."""
    children: dict[int, list[int]] = {}
    for i, word in enumerate(one.words):
        if word.head != i:
            children.setdefault(word.head, []).append(i)
    lines: list[Text] = []
    waiting = [i for i, word in reversed(list(enumerate(one.words))) if word.head == i]
    while waiting:
        i = waiting.pop()
        word = one.words[i]
        line = Text("  " + "  " * word.depth + plain(word.text))
        line.append(f"  {word.label} {word.tag} {plain(word.lemma)}", style="dim")
        lines.append(line)
        waiting += reversed(children.get(i, []))
    return lines


def _show_mention(mention: MentionShown, out: Console) -> None:
    code = label(mention.kind, mention.type, mention.mode)
    head = Text(f"  {plain(mention.trigger)}", style="bold").append(f"  {code}  {mention.entry}")
    if mention.absorbed:
        head.append("  (taken up by the word above it)", style="dim")
    out.print(head)
    if mention.passed_over:
        out.print(Text(f"    not: {', '.join(mention.passed_over)}", style="dim"))
    for filled in mention.filled:
        out.print(Text(f"    {_slot(filled)}"))
    for step in mention.steps:
        effect = f"{step.effect} (negated: {step.negated})" if step.negated else step.effect
        out.print(Text(f"    status: {effect or 'its own tense'} by {step.rule}"))
    own = "" if mention.steps else "tense and negation of the clause: "
    sign = GLYPHS[mention.status]
    out.print(Text(f"    status: {own}{sign} {mention.status}, {mention.factuality}"))


def _slot(filled: Filled) -> str:
    """Return a filled slot in a line: "actor: Moscow = Russia RUS GOV by state.rus"."""
    name = f" = {plain(filled.name)}" if filled.name != filled.text else ""
    facts = " ".join(part for part in (filled.country, *filled.sectors) if part)
    by = f" by {', '.join(filled.rules)}" if filled.rules else ""
    return f"{filled.slot}: {plain(filled.text)}{name}{' ' + facts if facts else ''}{by}"
