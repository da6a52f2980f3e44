"""The lemma of a word form under its tag, by the language model's rules and our repairs of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.coding.sentences.model import lemma_rules
from reportedly.lexicons import Lexicons

_POS = {"N": "noun", "V": "verb", "J": "adj", "R": "adv"}


@dataclass(frozen=True, slots=True)
class Irregular:
    """Forms for which the model's tables give a wrong lemma or none."""

    verbs: Mapping[str, str]
    adverbs: Mapping[str, str]
    modals: Mapping[str, str]

    @staticmethod
    def of(lexicons: Lexicons) -> Irregular:
        """Return the repairs that the lexicons hold."""
        verbs = {**lexicons.values("verb_forms"), **lexicons.values("contractions")}
        return Irregular(verbs, lexicons.values("cut_adverbs"), lexicons.values("cut_modals"))

    def lemma(self, word: str, tag: str) -> str | None:
        """Return the lemma of a lower-cased form, None where the model's tables will do."""
        if tag[0] == "V":
            return self.verbs.get(word)
        if tag == "MD":
            return self.modals.get(word)
        return self.adverbs.get(word) if tag == "RB" else None


class Lemmas:
    """Lemma of a word form under a tag, remembered. The lower-cased form for proper nouns."""

    def __init__(self, irregular: Irregular) -> None:
        self._irregular = irregular
        self.known: dict[tuple[str, str], str] = {}
        self._only: dict[str, bool] = {}

    def __call__(self, word: str, tag: str) -> str:
        key = (word, tag)
        lemma = self.known.get(key)
        if lemma is None:
            lemma = self.known[key] = self._find(word.lower(), tag)
        return lemma

    def only_verb(self, word: str) -> bool:
        """Return whether a lower-cased form in -s is of a verb and of no noun: "denounces"."""
        known = self._only.get(word)
        if known is None:
            known = self._only[word] = word.islower() and _only_verb(word)
        return known

    def _find(self, word: str, tag: str) -> str:
        own = self._irregular.lemma(word, tag)
        if own is not None:
            return own
        pos = _POS.get(tag[0]) if tag[:2] in {"NN", "VB", "JJ", "RB"} else None
        if pos is None or tag in {"NN", "NNP", "JJ", "VB", "RB", "RP"}:
            return word
        exceptions, lemmas, endings = lemma_rules()[pos]
        if word in exceptions:
            return exceptions[word][0]
        forms = []
        for old, new in endings:
            if word.endswith(old):
                form = word[: len(word) - len(old)] + new
                if form in lemmas:
                    return form
                forms.append(form)
        if word in lemmas and word.endswith(("us", "is")):
            return word  # "bus", "crisis"
        if tag in {"NNS", "NNPS"} and word.endswith("s") and not word.endswith("ss"):
            return word[:-1]
        if word in lemmas or not forms:
            return word
        return _undoubled(word, tag) if pos == "verb" else forms[0]


def _only_verb(word: str) -> bool:
    """Return whether the model's tables have the form in -s as a verb's and not as a noun's."""

    def lemma(pos: str) -> bool:
        exceptions, lemmas, endings = lemma_rules()[pos]
        forms = [word[: len(word) - len(old)] + new for old, new in endings if word.endswith(old)]
        return word in exceptions or word in lemmas or any(form in lemmas for form in forms)

    return lemma("verb") and not lemma("noun")


def _undoubled(word: str, tag: str) -> str:
    """Return the infinitive of a verb that the model's tables do not know."""
    stem = word
    for ending in {"VBG": ("ing",), "VBD": ("ed",), "VBN": ("ed",), "VBZ": ("s",)}.get(tag, ()):
        if word.endswith(ending):
            stem = word[: -len(ending)]
    if stem != word and len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl":
        return stem[:-1]
    return stem
