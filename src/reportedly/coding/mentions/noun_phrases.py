"""Noun phrases: where they begin, which names and roles stand in them, what they are called."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.mentions.match import Match
from reportedly.coding.sentences.sentence import Sentence

LEFT = frozenset(
    {"det", "amod", "compound", "poss", "nmod", "nummod", "case", "quantmod", "advmod"}
)
LEFT |= frozenset({"predet", "npadvmod", "punct", "preconj"})

#: a body goes by more capitals than so many; a person may go by these
INITIALS = 2


def left_edge(sentence: Sentence, i: int) -> int:
    """Return the first token of the noun phrase headed by i, its possessor included."""
    first = i
    for k in reversed(sentence.children[i]):
        if k < i and sentence.deps[k] in LEFT:
            edge = sentence.subtree(k)[0]
            if edge < first and sentence.words[k] not in {",", ";", ":", '"', "(", "--"}:
                first = edge
    return first


def window(sentence: Sentence, i: int) -> tuple[int, int]:
    """Return the first token of i's noun phrase without article, and i.

    Quotation marks and commas at the edge are left out, and what loosens a number: "at least
    seven civilians" begins at "seven".
    """
    first = left_edge(sentence, i)
    while first < i and (
        sentence.among(first, "articles")
        or not sentence.words[first][0].isalnum()
        or _loosens(sentence, first, i)
        or _only_dates(sentence, first)
    ):
        first += 1
    return first, i


def _only_dates(sentence: Sentence, k: int) -> bool:
    """Return whether a day or hour stands before a phrase that it is no part of: "On Monday
    guards …", "16:10 Police …"."""
    hour = sentence.tags[k] == "CD" and ":" in sentence.words[k][1:-1]
    behind = k > 0 and sentence.words[k - 1].lower() == "on"
    return hour or (behind and sentence.among(k, "weekdays"))


def _loosens(sentence: Sentence, k: int, i: int) -> bool:
    """Return whether token k belongs to words before a number that say how exact it is."""
    while k < i and sentence.among(k, "amount_openers"):
        k += 1
        if sentence.tags[k] == "CD":
            return True
    return False


def empty_phrase(sentence: Sentence, i: int) -> bool:
    """Return whether bare noun i only makes a phrase with its preposition: "in order to", "per
    annum", "in fact"."""
    if sentence.deps[i] != "pobj" or not sentence.among(i, "empty_nouns"):
        return False
    return sentence.heads[i] == i - 1 and sentence.among(i - 1, "empty_prepositions")


def nobody(sentence: Sentence, i: int) -> bool:
    """Return whether noun i names nobody: "no faction", "none of the groups".

    "Neither side", "neither India nor China" name both, of whom it is denied.
    """
    if sentence.is_proper(i):
        return False
    words = [i, *sentence.kids(i, "det")]
    return any(sentence.among(k, "nobody_words") for k in words)


def counted(sentence: Sentence, i: int) -> int:
    """Return what is counted where token i only counts: "dozens of rebels" → rebels."""
    for _ in range(3):
        if not sentence.among(i, "counters") and sentence.tags[i] != "CD":
            break
        inner = [
            k
            for p in sentence.kids(i, "prep")
            if sentence.words[p].lower() == "of"
            for k in sentence.kids(p, "pobj")
        ]
        if not inner or _is_blame(sentence, i, inner[0]):
            break
        i = inner[0]
    return i


def counts_people(s: Sentence, i: int) -> bool:
    """Return whether a bare number does something, and so stands for people: "most refused"."""
    if s.deps[i] != "nsubj" or not s.is_verb(s.heads[i]) or s.kid(i, "relcl", "acl") is not None:
        return False
    said = s.words[i].isalpha() and s.tags[i] == "CD"
    return said or s.among(i, "counting_words")


def _is_blame(sentence: Sentence, i: int, k: int) -> bool:
    """Return whether k is what i is blamed for, and no people: "accused the group of theft"."""
    blamed = sentence.among(sentence.heads[i], "blaming_verbs")
    bare = sentence.kid(k, "det", "poss", "nummod") is None
    return blamed and sentence.tags[k] in {"NN", "VBG"} and bare


def name_tokens(sentence: Sentence, i: int, taken: Sequence[Match]) -> tuple[int, int]:
    """Return the run of proper nouns that ends in i and holds no known name or role."""
    first = i
    while (
        first > 0
        and (sentence.is_proper(first - 1) or _joins(sentence, first - 1))
        and covering(taken, first - 1) is None
        and not sentence.among(first - 1, "titles")
        and sentence.heads[first - 1] in range(first - 1, i + 1)
    ):
        first -= 1
    while first < i and _joins(sentence, first):
        first += 1
    return first, i


def _joins(sentence: Sentence, i: int) -> bool:
    """Return whether token i joins parts of a name: a hyphen without spaces, "al", "bin", "van"."""
    if sentence.words[i] == "-":
        glued = i + 1 < len(sentence) and sentence.starts[i + 1] == sentence.ends[i]
        return glued and i > 0 and sentence.ends[i - 1] == sentence.starts[i]
    return sentence.among(i, "name_joiners")


def says_former(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether the words from first to last say that a role is over."""
    words = (k for k in range(first, last + 1) if sentence.among(k, "former"))
    return any(sentence.tags[k] != "JJS" for k in words)  # "the latest" is no "late"


def within(matches: Sequence[Match], first: int, last: int) -> list[Match]:
    """Return the matches that lie wholly between tokens first and last."""
    return [m for m in matches if m.first >= first and m.last <= last]


def covering(matches: Sequence[Match], i: int) -> Match | None:
    """Return the match that token i is part of, or None."""
    for match in matches:
        if match.first <= i <= match.last:
            return match
    return None


def is_initials(word: str) -> bool:
    """Return whether a word is written as letters of others are: "ITV"."""
    return len(word) > 1 and word.isupper()


def goes_by_initials(s: Sentence, k: int) -> bool:
    """Return whether name k is more capitals than a person goes by: "NYPD"."""
    return len(s.words[k]) > INITIALS and s.words[k].isupper()


def plain_person(s: Sentence, t: int) -> bool:
    """Return whether token t is a plain word for a person or people: "porter", "fishmongers"."""
    plain = s.tags[t] in {"NN", "NNS"} and not s.among(t, "no_bare_parties")
    return plain and s.among(t, "people_nouns")
