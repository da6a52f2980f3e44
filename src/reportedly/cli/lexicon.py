"""`reportedly lexicon`: check, add to and export what the coder knows about words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from msgspec import Struct

import reportedly
from reportedly import ontology
from reportedly.cli.inputs import count, tell
from reportedly.cli.options import lexicon_option
from reportedly.cli.output import write_json
from reportedly.cli.progress import Meter
from reportedly.cli.stub import write_predicate
from reportedly.lexicons import Entry, Predicate
from reportedly.lexicons.check import problems_of
from reportedly.lexicons.load import built_in
from reportedly.lexicons.marks import LETTERS, unmark
from reportedly.lexicons.schema import TABLES
from reportedly.proving.sentences import check_sentences, entries_of


@click.group()
def lexicon() -> None:
    """Check, add to and export the lexicons: what the coder knows about words.

    \b
    Example:
        reportedly lexicon check my-lexicons
    """


@lexicon.command()
@click.argument(
    "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), required=False
)
@click.option("--schema-only", is_flag=True, help="Do not run the sentences.")
@click.option(
    "--entry",
    "prefixes",
    multiple=True,
    metavar="ID",
    help="Run only entries whose id begins like this. Repeatable.",
)
def check(folder: Path | None, schema_only: bool, prefixes: tuple[str, ...]) -> None:
    """Check every lexicon file in FOLDER (default: the built-in ones), then run every
    sentence: in `yes` its entry must fire with the marked parties, in `no` it must not.

    Each problem is a line of `file: entry: what is wrong` on standard output. Exit code 1
    when there is one. A folder of your own is laid over the built-in lexicons first.

    \b
    Example:
        reportedly lexicon check my-lexicons --entry en.verb.condemn
    """
    number, slips = problems_of(folder or built_in())
    for slip in slips:
        click.echo(str(slip))
    if slips:
        tell(f"{count(number, 'entry', 'entries')} fit, {count(len(slips), 'problem')}")
        raise SystemExit(1)
    if schema_only:
        tell(f"{count(number, 'entry', 'entries')} fit")
        return
    entries = _chosen(folder or built_in(), prefixes)
    if failed := _run(entries, folder):
        tell(f"{count(failed, 'sentence')} of {_sentences(entries):,} do not hold")
        raise SystemExit(1)
    tell(f"{count(len(entries), 'entry', 'entries')} fit, {_sentences(entries):,} sentences hold")


def _run(entries: list[tuple[str, Entry]], folder: Path | None) -> int:
    """Print what the sentences show and return how many do not hold."""
    own = folder is not None and folder.resolve() != built_in().resolve()
    tools = reportedly.load((folder,) if folder is not None and own else ()).tools
    failed = 0
    with Meter("running", _sentences(entries), "sentences", "run") as meter:
        for problem in check_sentences(
            tools, entries, done=lambda number: meter.step(number, inputs=number)
        ):
            failed += 1
            meter.step(0, inputs=0, problem=True)
            click.echo(str(problem))
    return failed


def _chosen(folder: Path, prefixes: tuple[str, ...]) -> list[tuple[str, Entry]]:
    entries = entries_of(folder)
    return [e for e in entries if not prefixes or e[1].id.startswith(prefixes)]


def _sentences(entries: list[tuple[str, Entry]]) -> int:
    return sum(len(entry.yes) + len(entry.no) for _, entry in entries)


@lexicon.group(name="add")
def add_entry() -> None:
    """Write a stub for a new entry.

    \b
    Example:
        reportedly lexicon add predicate condemn --type ACCUSE
    """


@add_entry.command()
@click.argument("lemma")
@click.option(
    "--type",
    "kind",
    required=True,
    type=click.Choice(sorted(ontology.load().types), case_sensitive=False),
    metavar="TYPE",
    help="PLOVER type, such as ACCUSE.",
)
@click.option("--mode", metavar="MODE", help="PLOVER mode of that type.")
@click.option(
    "--pos",
    type=click.Choice(["verb", "noun", "adjective"]),
    default="verb",
    show_default=True,
    help="What the word is.",
)
@click.option("--particle", metavar="WORD", help="A word that belongs to the verb: off, out.")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default="my-lexicons",
    show_default=True,
    metavar="FOLDER",
    help="Folder of lexicon files; made when it is not there.",
)
def predicate(
    lemma: str, kind: str, mode: str | None, pos: str, particle: str | None, into: Path
) -> None:
    """Write a predicate with LEMMA as its word; fill in its sentences, then check.

    \b
    Example:
        reportedly lexicon add predicate condemn --type ACCUSE --mode disapprove
    """
    path = write_predicate(into, lemma, kind.upper(), mode=mode, pos=pos, particle=particle)
    tell(f"{path} written; fill in yes and no, then: reportedly lexicon check {into}")


class CorpusLine(Struct, frozen=True, kw_only=True):
    """A lexicon sentence, marks taken out.

    kind      the table: predicate, cue, role …
    positive  false: the entry must not fire
    spans     field → [start, end] pairs in text; an empty list says that there is none
    type, mode  PLOVER, of a predicate that presents an event; else null
    status    what the sentence is to come out as; null when it is not compared
    """

    text: str
    entry: str
    kind: str
    positive: bool
    type: str | None
    mode: str | None
    status: str | None
    spans: dict[str, tuple[tuple[int, int], ...]]


@lexicon.command()
@lexicon_option
def corpus(lexicons: tuple[Path, ...]) -> None:
    """Print every yes and no sentence as JSON lines: text, entry, kind, positive, type, mode,
    status, and the spans that it marks.

    \b
    Example:
        reportedly lexicon corpus > sentences.jsonl
    """
    write_json(line for folder in (built_in(), *lexicons) for line in corpus_lines(folder))


def corpus_lines(folder: Path) -> Iterator[CorpusLine]:
    """Yield the sentences of a folder's entries, files and entries in order."""
    tables = {cls: name for name, cls in TABLES.items()}
    for _, entry in entries_of(folder):
        code = (entry.type, entry.mode) if isinstance(entry, Predicate) else (None, None)
        for sentence, positive in [(s, True) for s in entry.yes] + [(s, False) for s in entry.no]:
            marked = unmark(sentence)
            yield CorpusLine(
                text=marked.text,
                entry=entry.id,
                kind=tables[type(entry)],
                positive=positive,
                type=code[0],
                mode=code[1],
                status=str(marked.status) if marked.status else None,
                spans={LETTERS[letter]: spans for letter, spans in marked.spans.items()},
            )
