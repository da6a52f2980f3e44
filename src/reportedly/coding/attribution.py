"""Who says it: every source, cue and content of a sentence.

Finds direct and indirect speech, "according to", "as disclosed by", nouns such as "claim"
and "report", passive cues with an unknown source, and hedging adverbs such as "reportedly".
The notion of attribution (source, cue, content) is PolNeAR's (Newell et al. 2018).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reportedly.coding.clauses import Tables, pos
from reportedly.coding.frames import Frames
from reportedly.coding.sentence import Sentence
from reportedly.lexicons import Cue

CLAUSE_HEADS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
QUOTE = '"'
SUBORDINATE = frozenset({"ccomp", "xcomp", "acl", "relcl", "advcl", "parataxis", "conj", "dep"})


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution inside one sentence, in tokens.

    source   head token; None when the text hides it
    cue      tokens of the cue, first and last
    content  tokens that are said, in order; may have gaps
    entry    the cue's lexicon entry
    depth    how far the cue stands below the root: outer voices are shallower
    """

    source: int | None
    cue: tuple[int, int]
    content: tuple[int, ...]
    entry: Cue
    depth: int


class Attributor:
    """Finds the attributions of one sentence."""

    def __init__(self, sentence: Sentence, frames: Frames, tables: Tables) -> None:
        self.sentence, self.frames, self.tables = sentence, frames, tables

    def find(self) -> list[Said]:
        """Return the sentence's attributions in the order of their cues."""
        s = self.sentence
        found: list[Said] = []
        for i in range(len(s)):
            kind = pos(s, i)
            for cue in self.tables.cues.get((s.lemmas[i], kind), ()) if kind else ():
                if cue.particle and self._particle(i, cue.particle) is None:
                    continue
                said = self._said(i, cue, kind)
                if said is not None:
                    found.append(said)
                    break
            found += self._phrases(i)
        return [self._with_quotes(said) for said in found]

    def _depth(self, i: int) -> int:
        return sum(1 for _ in self.sentence.path(i))

    def _particle(self, i: int, word: str) -> int | None:
        s = self.sentence
        return next((k for k in s.children[i] if s.words[k].lower() == word), None)

    def _said(self, i: int, cue: Cue, kind: str) -> Said | None:
        if kind == "verb":
            return self._verb(i, cue)
        if kind == "noun":
            return self._noun(i, cue)
        if kind == "adjective":
            content = self._clauses(i)
            sources = self.frames.copular(i)
            return self._make(i, cue, sources, content) if content and sources else None
        if kind == "adverb" and self.sentence.is_verb(self.sentence.heads[i]):
            return self._make(i, cue, [], [self.sentence.heads[i]])
        return None

    def _make(
        self,
        i: int,
        cue: Cue,
        sources: Iterable[int],
        heads: Iterable[int],
        last: int | None = None,
    ) -> Said | None:
        s = self.sentence
        last = i if last is None else last
        source = next(iter(sources), None)
        barred = set(range(i, last + 1)) | (set(s.subtree(source)) if source is not None else set())
        for other in self._own_cues(i):
            barred |= set(s.subtree(other))
        content = sorted({t for h in heads for t in s.subtree(h)} - barred)
        content = self._trim(content)
        if not content:
            return None
        return Said(source, (i, last), tuple(content), cue, self._depth(i))

    def _trim(self, content: list[int]) -> list[int]:
        """Return content without punctuation at its edges; quotation marks stay."""
        s = self.sentence
        while content and s.words[content[0]] in {",", ";", ":", "-", "--", "–", "—"}:
            content = content[1:]
        while content and s.words[content[-1]] in {",", ";", ":", ".", "-", "--", "–", "—"}:
            content = content[:-1]
        return content

    def _verb(self, i: int, cue: Cue) -> Said | None:
        s, frames = self.sentence, self.frames
        if s.deps[i] in {"aux", "auxpass", "amod"}:
            return None
        if self._as_clause(i):
            return self._make_outer(i, cue, frames.subjects(i) or s.kids(i, "nsubj"))
        clauses = self._clauses(i)
        if frames.passive(i):
            sources = frames.agents(i)
            if not clauses or not (sources or cue.hidden):
                return None
            return self._make(i, cue, sources, clauses + s.kids(i, "nsubjpass"))
        sources = [k for slot in cue.slots for k in frames.slot(i, slot)]
        if not clauses and s.deps[i] in {"parataxis", "advcl", "ccomp"} and self._inserted(i):
            return self._make_outer(i, cue, sources)
        if not clauses:
            clauses = [k for slot in cue.content for k in self._content_slot(i, slot)]
        return self._make(i, cue, sources, clauses) if clauses else None

    def _content_slot(self, i: int, slot: str) -> list[int]:
        if slot == "complement":
            return self._quoted(i)
        return [k for k in self.frames.slot(i, slot) if self.sentence.heads[k] != k]

    def _quoted(self, i: int) -> list[int]:
        """Return the dependents of cue i that hold a quotation."""
        s = self.sentence
        return [
            k
            for k in s.children[i]
            if s.deps[k] in {"dobj", "dep", "nsubj", "attr", "intj", "advcl", "conj", "npadvmod"}
            and QUOTE in {s.words[t] for t in (k - 1, *s.subtree(k)) if t >= 0}
            and len(s.subtree(k)) > 2
        ]

    def _inserted(self, i: int) -> bool:
        """Return whether the cue stands beside what is said: "…, officials said, …"."""
        s = self.sentence
        first, last = s.subtree(i)[0], s.subtree(i)[-1]
        near = {s.words[t] for t in (first - 1, first, last, last + 1) if 0 <= t < len(s)}
        return bool(near & {",", '"', "-", "–", "—", "(", ")"})

    def _as_clause(self, i: int) -> bool:
        s = self.sentence
        return s.deps[i] == "advcl" and any(
            s.words[k].lower() == "as" for k in s.kids(i, "mark", "advmod", "prep")
        )

    def _make_outer(self, i: int, cue: Cue, sources: Iterable[int]) -> Said | None:
        """Return the attribution whose content is the clause above the cue."""
        s = self.sentence
        inside = set(s.subtree(i))
        above = self._clause_above(s.heads[i])
        while s.deps[above] in {"ccomp", "parataxis"} and self._cue_only(above):
            inside |= set(s.subtree(above))
            above = self._clause_above(s.heads[above])
        content = [t for t in s.subtree(above) if t not in inside]
        content = self._trim(content)
        if not content:
            return None
        source = next((k for k in sources), None)
        return Said(source, (i, i), tuple(content), cue, max(0, self._depth(i) - 2))

    def _cue_only(self, i: int) -> bool:
        """Return whether clause i only names a speaker: "…, Yonhap reported, citing officials"."""
        return self._known(i) and not self._clauses(i) and self._inserted(i)

    def _clause_above(self, i: int) -> int:
        """Return the head of the smallest clause that holds i."""
        s = self.sentence
        while s.heads[i] != i and s.tags[i] not in CLAUSE_HEADS:
            i = s.heads[i]
        while s.deps[i] in {"conj", "xcomp"} and s.heads[i] != i:
            i = s.heads[i]
        return i

    def _clauses(self, i: int) -> list[int]:
        s = self.sentence
        found = [k for k in s.kids(i, "ccomp", "xcomp", "parataxis") if k not in self._own_cues(i)]
        if not found:
            for p in s.kids(i, "prep"):
                found += s.kids(p, "pcomp")
        return found

    def _own_cues(self, i: int) -> set[int]:
        """Return the clauses beside cue i that only name another speaker."""
        s = self.sentence
        beside = s.kids(i, "parataxis", "ccomp")
        if len(beside) < 2:
            return {k for k in beside if s.deps[k] == "parataxis" and self._known(k)}
        return {k for k in beside if self._known(k) and not s.kids(k, "ccomp", "xcomp", "dobj")}

    def _known(self, i: int) -> bool:
        return (self.sentence.lemmas[i], "verb") in self.tables.cues

    def _noun(self, i: int, cue: Cue) -> Said | None:
        s, frames = self.sentence, self.frames
        content = [k for k in s.kids(i, "acl", "ccomp") if s.tags[k] != "VBN"]
        if not content:
            content = [
                k for slot in cue.content for k in frames.slot(i, slot) if slot != "complement"
            ]
        if not content:
            return None
        sources = [k for slot in cue.slots for k in frames.slot(i, slot)]
        sources = [k for k in sources if k not in content and s.tags[k] not in {"JJ", "CD"}]
        return self._make(i, cue, sources, content)

    def _phrases(self, i: int) -> list[Said]:
        """Return the attribution of a prepositional cue that begins at token i."""
        s = self.sentence
        for cue in self.tables.cues.get((s.words[i].lower(), "phrase"), ()):
            tail = tuple((cue.particle or "").split())
            last = i + len(tail)
            if tuple(word.lower() for word in s.words[i + 1 : last + 1]) != tail:
                continue
            source = self._object_of(i, last)
            if source is None:
                continue
            inside = set(s.subtree(i)) | set(range(i, last + 1)) | set(s.subtree(source))
            top = self._clause_above(s.heads[i])
            content = self._trim([t for t in s.subtree(top) if t not in inside])
            if content:
                return [Said(source, (i, last), tuple(content), cue, max(0, self._depth(top)))]
        return []

    def _object_of(self, i: int, last: int) -> int | None:
        s = self.sentence
        for k in range(i, last + 1):
            for child in s.kids(k, "pobj"):
                if child > last:
                    return child
        return None

    def _with_quotes(self, said: Said) -> Said:
        """Return the attribution with its content grown over a quotation that it touches."""
        s = self.sentence
        marks = [i for i, word in enumerate(s.words) if word == QUOTE]
        barred = set(range(said.cue[0], said.cue[1] + 1))
        if said.source is not None:
            barred |= set(s.subtree(said.source))
        content = set(said.content)
        for left, right in zip(marks[::2], marks[1::2], strict=False):
            inside = set(range(left, right + 1))
            if right - left > 2 and inside & content and not inside & barred:
                content |= inside
        return replace(said, content=tuple(sorted(content)))
