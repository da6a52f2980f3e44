"""The lines of a dossier in words, alike on pages and on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.desk.phrases import (
    STATUS_WORDS,
    amount,
    count,
    headline,
    moment,
    origins_told,
    sides,
    when,
)  # fmt: skip
from reportedly.desk.wording import denied, label, plain, said, voice
from reportedly.records import Actor, Good, Voice
from reportedly.views import LINES, ContestedRow, Dossier, ExchangeRow, Matter, TimelineRow

#: part → its heading; {a} and {b} are the names of the two
PARTS = {
    "did": "What happened",
    "plans": "Planned, possible, and what became of it",
    "alleged": "Alleged and denied",
    "wants_a": "{a} wants",
    "wants_b": "{b} wants",
    "wants_both": "Both want",
    "exchanges": "Exchanges",
    "obstacles": "What stands in the way",
    "consequences": "Rules at stake, and what would follow",
    "reactions": "Reactions of others",
    "turned_down": "Denied or waved away, of what others say",
    "contested": "Said and denied",
}
#: how many meet, at least
SEVERAL = 2
_FATES = {
    "kept": "it happened",
    "denied": "denied since",
    "cancelled": "cancelled",
    "postponed": "postponed",
    "overdue": "overdue: no report that it happened",
    "open": "",
}
_WAYS = {"a_to_b": "{a} → {b}", "b_to_a": "{b} → {a}", "mutual": "{a} ⇄ {b}"}
_WAYS |= {"together": "{a} and {b}", "from_a": "{a} → (not told)", "from_b": "{b} → (not told)"}
_WAYS |= {"to_a": "(not told) → {a}", "to_b": "(not told) → {b}", "open": "(not told)"}


def numbers(found: Dossier) -> dict[str, int]:
    """Return claim → the number of the line that it stands in, from 1 on, in reading order."""
    lines = [one for part in LINES for one in getattr(found, part)]
    return {claim: number for number, one in enumerate(lines, 1) for claim in one.claims}


def way(direction: str | None, a: str, b: str) -> str:
    """Return who hands over to whom: "Russia → North Korea"; "" where nothing is known."""
    return _WAYS.get(direction or "", "").format(a=a, b=b)


def lead(one: Matter, part: str) -> str:
    """Return what the line says: who does what, in the mood of its status."""
    goods, content = one.goods, one.content
    if part.startswith("wants") and content:
        named = {party.country or party.name for party in one.actors}
        who = "" if len(named) == 1 and _is_state(one) else f"{sides(one.actors, ())}: "
        return who + plain(content)
    trigger = f"“{plain(one.trigger)}”"
    if one.kind in ("constraint", "consequence"):
        words = _limit(one)
        if not one.actors:  # a thing does it: whom it concerns comes first
            if not one.recipients:
                return words
            colon = "" if words.startswith("“") else ":"
            return f"{sides(one.recipients, ())}{colon} {words}"
    elif one.actors or goods:
        several = len({party.name for party in one.actors}) > 1
        mode = "denial" if one.denial else one.mode
        words = headline(one.kind, one.type, mode, one.status, goods, content, several)
        words = f"{words} {trigger}"
    else:
        words = trigger  # of a doer who is not told no verb says more than the text's own word
    if not one.actors and not one.recipients:
        return words
    return f"{sides(one.actors, _received(one))} {words}"


def _received(one: Matter) -> Sequence[Actor]:
    """Return the recipients; where several meet, the town that they met in is none."""
    where = one.place.name if one.place is not None else None
    if one.denial:
        return ()  # whose words, or whose arms they are about: the sentence tells
    if len(one.actors) < SEVERAL or one.type != "CONSULT":
        return one.recipients
    return [party for party in one.recipients if party.actor_id or party.name != where]


def _limit(one: Matter) -> str:
    """Return a limit or result in the text's words: what does it, and what that is."""
    trigger, content = plain(one.trigger), plain(one.content or "")
    return content if content.startswith(f"{trigger} ") else f"“{trigger}”: {content}"


def _is_state(one: Matter) -> bool:
    return all((party.actor_id or "").startswith("state.") for party in one.actors)


def code(one: Matter) -> str:
    """Return type and mode, or the kind."""
    return label(one.kind, one.type, one.mode)


def told(one: TimelineRow) -> str:
    """Return when it is told, and by which outlet."""
    return f"{days(one)} · {plain(one.publisher or '') or 'outlet not known'}"


def days(one: TimelineRow) -> str:
    """Return the days that the text gives; else that none is known but the publication."""
    if one.dated == "claim":
        told = when(one.day_from, one.day_to, str(one.grain or ""))
        vague = one.grain == "vague" and not one.day_from  # "recently": no later than it was told
        return f"by {told.removeprefix('until ')}" if vague and one.day_to else told
    told = moment(one.published)[:11].strip(", ")
    return f"undated, published {told}" if told else "undated"


def place(one: Matter) -> str:
    """Return where it was; "" where that is not told, or is who is visited or hit."""
    if one.place is None or one.kind != "event":
        return ""
    where = one.place.name or one.place.text
    return "" if where in {party.name for party in _received(one)} else f"in {plain(where)}"


def voices(one: Matter) -> str:
    """Return who says so: the line's own voices, the others, and an article itself."""
    told = [said(one.voices, one.status)] if one.voices else []
    return "; ".join([*told, *filter(None, [others(one)])])


def others(one: Matter) -> str:
    """Return who says so beside the line's own voices, and who denies it."""
    told = [f"also {names(one.said_by)}"] if one.said_by else []
    told += ["also an article itself"] if one.voices and one.own else []
    told += [f"{_against(one.denied_by)} {names(one.denied_by)}"] if one.denied_by else []
    told += ["an article itself says it is not so"] if one.denials and not one.denied_by else []
    return "; ".join(told)


def _against(found: Sequence[Voice]) -> str:
    return "denied by" if denied(found) else "not so, or doubted, says"


def names(found: Iterable[Voice]) -> str:
    """Return voices, each with its cue."""
    return ", ".join(f"{voice(one)}, “{plain(one.cue)}”" for one in found)


def fate(one: Matter) -> str:
    """Return when it was announced and due, and what became of it; "" for what was no plan."""
    if one.outcome is None or (one.outcome == "kept" and one.outcome_when == one.announced):
        return ""  # announced and told as done on one day: no plan that somebody waited for
    told = [f"announced {moment(one.announced)}"] if one.announced else []
    told += [f"due {when(one.due_from, one.due_to)}"] if one.due_from or one.due_to else []
    end = _FATES[one.outcome]
    at = f" {moment(one.outcome_when)}" if end and one.outcome_when else ""
    return "; ".join([*told, *([end + at] if end else [])])


def reports(one: Matter) -> str:
    """Return how often it is told, by how many articles, independent or not; "" for once."""
    if len(one.claims) == 1:
        return ""
    told = [count(len(one.claims), "claim"), count(one.articles, "article")]
    if one.origins and one.articles > 1:
        told.append(origins_told(one.origins, one.origins_denying or 0))
    return " in ".join(told[:2]) + "".join(f", {more}" for more in told[2:])


def hangs(one: Matter, at: dict[str, int]) -> str:
    """Return on which lines it hangs; "" on none that is shown."""
    lines = sorted({at[claim] for claim in one.conditions if claim in at})
    return f"if what {listed(lines)} says is so" if lines else ""


def beside(one: Matter, at: dict[str, int]) -> tuple[str, ...]:
    """Return what stands beside a line: code, days, voices, fate, condition, reports."""
    status = STATUS_WORDS[one.status]
    found = (
        *(code(one), status, days(one), place(one)),
        *(voices(one), fate(one), hangs(one, at), reports(one)),
    )
    return tuple(part for part in found if part)


def source(one: TimelineRow) -> str:
    """Return where the line's sentence was read."""
    title = plain(one.title or one.url or "")
    told = (title, plain(one.publisher or ""), moment(one.published)[:11].strip(", "))
    return ", ".join(part for part in told if part) or "article without a title"


def goods(found: Sequence[Good]) -> str:
    """Return goods in the text's words, each with its amount."""
    told = []
    for one in found:
        words, much = plain(one.text), amount(one)
        told.append(words if not much or any(c.isdigit() for c in words) else f"{words} ({much})")
    return ", ".join(dict.fromkeys(told))


def exchanged(one: ExchangeRow, a: str, b: str) -> str:
    """Return an exchange's goods and way, and what they are for."""
    back = f", in exchange for {', '.join(map(plain, one.for_goods))}" if one.for_goods else ""
    return f"{way(one.direction, a, b)}: {goods(one.goods)}{back}"


def deals(one: ExchangeRow, at: dict[str, int]) -> tuple[str, ...]:
    """Return the deals over the goods, each with its voices and its lines."""
    found = []
    for deal in one.deals:
        by = f", say {names(deal.said_by)}" if deal.said_by else ""
        by += ", and an article itself" if deal.said_by and deal.own else ""
        lines = sorted({at[claim] for claim in deal.claims if claim in at})
        found.append(f"{deal.deal}{by}" + (f" ({listed(lines)})" if lines else ""))
    return tuple(found)


def contested(one: ContestedRow, at: dict[str, int]) -> tuple[str, str]:
    """Return which line is contested ("" for none that is shown), and how many say what."""
    say = f"{count(len(one.affirmed), 'claim')} {'says' if len(one.affirmed) == 1 else 'say'} so"
    deny = "denies it" if len(one.denied) == 1 else "deny it"
    deny = f"{count(len(one.denied), 'claim')} {deny}"
    told = [(say, one.affirmed_by), (deny, one.denied_by)]
    both = (f"{side} ({', '.join(map(plain, by))})" if by else side for side, by in told)
    return f"line {at[one.claim]}" if one.claim in at else "", " · ".join(both)


def denial(row: TimelineRow) -> str:
    """Return who denies or doubts it; the article itself where nobody is given."""
    return said(row.voices, row.status) or "not so, says the article itself"


def listed(lines: Sequence[int]) -> str:
    """Return "line 3", "lines 3 and 5", "lines 3, 5 and 8"."""
    words = [str(line) for line in lines]
    told = " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
    return f"line{'s' if len(words) > 1 else ''} {told}"


def only_source(found: Dossier) -> str | None:
    """Return the one article that all lines are from; None where there are several."""
    sources = {(one.article, source(one)) for part in LINES for one in getattr(found, part)}
    return next(iter(sources))[1] if len(sources) == 1 else None


def extent(found: Dossier) -> str:
    """Return how much the dossier rests on."""
    lines = [one for part in LINES for one in getattr(found, part)]
    claims = sum(len(one.claims) for one in lines)
    pages = {one.article for one in lines}
    most = max([len(pages), *(one.articles for one in lines)])
    about = "at least " if most > len(pages) else ""
    return (
        f"{count(claims, 'claim')} of {about}{count(most, 'article')} in"
        f" {count(len(lines), 'line')}, one a matter"
    )
