"""How far a source, a cue and a content reach, and the public record of an attribution."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import Attribution, Span

#: punctuation that belongs to nothing at the edge of a content
LOOSE = frozenset({",", ";", ":", "-", "--", "–", "—"})
_BEFORE_CUE = frozenset({"aux", "auxpass", "neg", "advmod"})
_RELATIVE_TAGS = frozenset({"WDT", "WP"})


def trim(sentence: Sentence, content: Sequence[int]) -> list[int]:
    """Return content without punctuation at its edges; quotation marks stay."""
    first, last = 0, len(content)
    while first < last and sentence.words[content[first]] in LOOSE:
        first += 1
    while last > first and sentence.words[content[last - 1]] in LOOSE | {"."}:
        last -= 1
    return list(content[first:last])


def phrase(sentence: Sentence, i: int, *, without: int | None = None) -> list[int]:
    """Return the tokens of noun i's phrase: title, name, "of" phrase, apposition.

    "officials who knew of it" keeps its clause; what stands behind a comma ("Keller, who …")
    is left out, and the branch that holds token without, if one does.
    """
    found, queue = [i], [i]
    while queue:
        for k in sentence.children[queue.pop()]:
            if sentence.deps[k] in {"parataxis", "advcl"} or aside(sentence, k):
                continue
            if without is not None and (k == without or k in set(sentence.path(without))):
                continue
            found.append(k)
            queue.append(k)
    return sorted(found)


def aside(sentence: Sentence, k: int) -> bool:
    """Return whether k heads a relative clause behind a comma or a dash."""
    if sentence.deps[k] != "relcl":
        return False
    first = sentence.subtree(k)[0]
    return first > 0 and sentence.words[first - 1] in LOOSE | {"(", ")"}


def source_span(sentence: Sentence, i: int, cue: int) -> tuple[int, int]:
    """Return the first and last token of the source headed by i, for the cue at token cue.

    Where the cue stands in a relative clause, the source runs up to "who".
    """
    tree = phrase(sentence, i, without=cue)
    tree = [t for t in tree if (t < cue) == (i < cue)]
    while len(tree) > 1 and sentence.words[tree[-1]] in LOOSE | {".", '"', "''", "("}:
        tree = tree[:-1]
    while len(tree) > 1 and sentence.words[tree[0]] in LOOSE | {'"', "``", "''"}:
        tree = tree[1:]
    first, last = _unbroken(tree, i)
    for k in sentence.children[cue]:
        if sentence.tags[k] in _RELATIVE_TAGS and last < k <= last + 2 and k < cue:
            last = k
    return first, last


def _unbroken(tree: Sequence[int], i: int) -> tuple[int, int]:
    """Return the ends of the stretch of tree around i; gaps of a comma's width do not break it."""
    at = tree.index(i)
    first = last = at
    while first > 0 and tree[first] - tree[first - 1] <= 2:
        first -= 1
    while last + 1 < len(tree) and tree[last + 1] - tree[last] <= 2:
        last += 1
    return tree[first], tree[last]


def cue_span(sentence: Sentence, cue: tuple[int, int], content: Iterable[int]) -> tuple[int, int]:
    """Return the cue with its auxiliaries, negation, adverbs and particles, unbroken."""
    first, last = cue
    barred = set(content)
    kids = sentence.children[cue[0]] if sentence.is_verb(cue[0]) else ()
    while first - 1 in kids and sentence.deps[first - 1] in _BEFORE_CUE and first - 1 not in barred:
        if sentence.tags[first - 1] in {"WRB", "IN"}:
            break
        first -= 1
    while last + 1 in kids and last + 1 not in barred and _after(sentence, last + 1):
        last += 1
    return first, last


def _after(sentence: Sentence, k: int) -> bool:
    """Return whether token k behind a cue belongs to it: "spoke out", "called for"."""
    if sentence.deps[k] == "prt":
        return True
    if sentence.deps[k] == "prep":
        return not sentence.among(k, "circumstance_prepositions")
    return sentence.deps[k] in {"advmod", "acomp"} and not sentence.children[k]


def runs_of(tokens: Sequence[int]) -> list[tuple[int, int]]:
    """Return (first, last) of each stretch of neighbouring tokens."""
    found: list[tuple[int, int]] = []
    for t in tokens:
        if found and t == found[-1][1] + 1:
            found[-1] = (found[-1][0], t)
        else:
            found.append((t, t))
    return found


def span(sentence: Sentence, first: int, last: int) -> Span:
    """Return the record of tokens first..last."""
    start, end = sentence.starts[first], sentence.ends[last]
    return Span(start=start, end=end, text=sentence.slice(first, last))


def spans(sentence: Sentence, tokens: Iterable[int]) -> list[Span]:
    """Return the spans of a content, one a stretch without a gap."""
    kept = trim(sentence, sorted(tokens))
    return [span(sentence, first, last) for first, last in runs_of(kept)]


def attribution(
    sentence: Sentence,
    source: int | None,
    cue: tuple[int, int],
    tokens: Sequence[int],
    content: Sequence[Span],
) -> Attribution:
    """Return the public record: tokens are the content in this sentence, content all of it."""
    held = None if source is None else span(sentence, *source_span(sentence, source, cue[0]))
    words = span(sentence, *cue_span(sentence, cue, tokens))
    return Attribution(source=held, cue=words, content=tuple(content))


def example_of(s: Sentence, i: int) -> tuple[int, int] | None:
    """Return the first and last token of the one name that stands for several: "doctors like Tom
    Hale say". None where there is none, or more than one."""
    if s.tags[i] != "NNS":
        return None
    words = [p for p in s.kids(i, "prep") if s.words[p].lower() == "like"]
    names = [k for p in words for k in s.kids(p, "pobj") if s.is_proper(k)]
    if len(names) != 1 or s.kids(names[0], "conj"):
        return None
    inside = [k for k in s.kids(names[0], "compound") if s.is_proper(k)]
    return (min([names[0], *inside]), names[0])
