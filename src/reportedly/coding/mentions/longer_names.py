"""Names that stand inside a longer one: "Chad Miller", "Air France", "Michelle Obama"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.mentions.match import Match
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Organisation, Person, Role, State

#: relations by which a word belongs to the name that it stands in
INSIDE = frozenset({"compound", "nmod", "amod", "nn", "npadvmod", "poss", "nummod"})
#: words between a forename and a surname
PARTICLES = frozenset({"von", "van", "de", "di", "da"})
#: forms of a state's name that a longer name may hold; its adjective says whose something is
WHOLE = frozenset({"name", "capital", "seat", "place", "people", "one"})


def alone(s: Sentence, names: Sequence[Match], roles: Sequence[Match]) -> list[Match]:
    """Return the names that are no part of a longer one.

    A name beside a role ("Moscow Mayor", "President Xi") or a body ("Israel Police") is its own.
    """
    taken = {t for m in (*names, *roles) for t in range(m.first, m.last + 1)}
    titles = {m.last for m in roles if isinstance(m.entry, Role) and m.entry.person}

    def free(m: Match) -> bool:
        if _begins_longer(s, m, taken) or _ends_longer(s, m, taken) or _is_thing(s, m):
            return False
        return not (isinstance(m.entry, State) and _titled(s, m, titles))

    return [m for m in names if free(m)]


def _titled(s: Sentence, match: Match, titles: set[int]) -> bool:
    """Return whether a title makes a state's name somebody's: "Queen Victoria"."""
    before = match.first - 1
    title = before in titles and s.is_proper(before) and s.heads[before] == match.last
    title = title and not s.among(before, "before_names")  # "Shia Iran" is Iran
    return title and _may_be_part(s, match) and _spaced(s, before, match.first)


def _is_thing(s: Sentence, match: Match) -> bool:
    """Return whether a ship, a firm or an animal is called so: "the ferry Estonia"."""
    if match.first != match.last or isinstance(match.entry, Organisation):
        told = [k for k in (match.first - 1,) if k >= 0 and s.deps[k] == "compound"]
        told = [k for k in told if s.among(k, "bands_and_ships")]
        return bool(told) and match.first == match.last
    before = match.first - 1
    kinds = [before] if before >= 0 and s.deps[before] in INSIDE | {"nsubj"} else []
    kinds += s.kids(match.last, "appos")
    return any(s.tags[k] == "NN" and s.among(k, "called_by_names") for k in kinds)


def _begins_longer(s: Sentence, match: Match, taken: set[int]) -> bool:
    """Return whether a longer name goes on behind the match: "Paris Hilton", "Boeing 747"."""
    after = match.last + 1
    if not _may_be_part(s, match) or after >= len(s):
        return False
    if _numbered(s, match, after):
        return True
    if after in taken:
        return isinstance(match.entry, Person) and s.among(after, "schools")
    if not _spaced(s, match.last, after) or s.deps[match.last] not in INSIDE:
        return False
    if s.heads[match.last] <= match.last:
        return False
    run = _run(s, after)
    if not run or any(k in taken for k in run) or _is_national(s, match, run):
        return False
    body = any(s.among(k, "bodies") for k in run)
    return not body or isinstance(match.entry, Person)


def _is_national(s: Sentence, match: Match, run: Sequence[int]) -> bool:
    """Return whether a full name stands behind a word for somebody of a state: "Dane Ida Berg"."""
    name = s.among(match.last, "masculine_names") or s.among(match.last, "feminine_names")
    return match.people and len(run) > 1 and not name


def _numbered(s: Sentence, match: Match, after: int) -> bool:
    """Return whether a number makes the name another's: "Boeing 747", "Pope Benedict XV"."""
    word = s.words[after]
    if isinstance(match.entry, Person):
        return len(word) > 1 and set(word) <= set("IVX")
    bare = after + 1 >= len(s) or not s.is_noun(after + 1)
    model = any(c.isdigit() for c in word) and (s.tags[after] != "CD" or bare)
    return isinstance(match.entry, Organisation) and model and _spaced(s, match.last, after)


def _ends_longer(s: Sentence, match: Match, taken: set[int]) -> bool:
    """Return whether a longer name begins before the match: "Michelle Obama", "New Mexico"."""
    before = match.first - 1
    if not _may_be_part(s, match) or before < 0 or before in taken:
        return False
    if s.words[before] in PARTICLES and before > 0 and s.is_proper(before - 1):
        return True  # "Werner von Siemens"
    if not _named(s, before) or not _spaced(s, before, match.first):
        return False
    if s.deps[before] not in INSIDE or s.heads[before] < match.first:
        return False
    if s.among(before, "titles") or s.among(before, "before_names"):
        return False
    if match.last + 1 < len(s) and s.among(match.last + 1, "bodies"):
        return False  # "Free Syria Army"
    if isinstance(match.entry, Person):
        return not _same_person(match.entry, s.words[before])
    return True


def _may_be_part(s: Sentence, match: Match) -> bool:
    """Return whether the match is one word that others are called by, too."""
    word = s.words[match.last]
    if match.first != match.last or not s.is_proper(match.last):
        return isinstance(match.entry, Person) and s.is_proper(match.last)
    if isinstance(match.entry, State):
        return match.form in WHOLE and not word.isupper()
    return True


def _named(s: Sentence, k: int) -> bool:
    """Return whether token k is part of a name: a capital, and no abbreviation of a body."""
    word = s.words[k]
    return s.is_proper(k) and word[0].isupper() and not (word.isupper() and len(word) > 1)


def _run(s: Sentence, at: int) -> list[int]:
    """Return the tokens of the name that begins at a token."""
    run: list[int] = []
    while at < len(s) and (_named(s, at) or (run and s.among(at, "name_joiners"))):
        if s.among(at, "no_names"):
            break
        run.append(at)
        at += 1
    return run


def _spaced(s: Sentence, one: int, other: int) -> bool:
    return s.starts[other] == s.ends[one] + 1


def _same_person(person: Person, word: str) -> bool:
    """Return whether the word is one of the person's own names or its first letter."""
    own = {part for name in (person.name, *person.names) for part in name.split()}
    return word in own or (word.endswith(".") and any(part[0] == word[0] for part in own))
