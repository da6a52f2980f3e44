"""Who is who over all articles: what joins by itself, and what a person judges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest

from builders import CODER, NEWER, article, claim
from reportedly import views
from reportedly.errors import StoreError, UsageError
from reportedly.records import Article, Claim, CoderInfo
from reportedly.store import ClaimFilter, Store
from reportedly.store.actors import actor_judgements, judge_actor
from reportedly.store.identity import ActorJudgement
from reportedly.store.who import Judged, Party, identities

KELLER = "person:anna-keller:NOR:GOV"
BARE = "name:anna-keller::"
SWISS = "person:anna-keller:CHE:JUD"


def party(key: str, name: str = "Anna Keller", country: str = "", times: int = 1) -> Party:
    return Party(key, "" if key[0] == "=" else key, name, country, "", times)


def shown(parties: Sequence[Party], *judged: Judged) -> dict[str, str]:
    return {key: who.actor_id for key, who in identities(parties, judged).items()}


def test_a_bare_name_is_the_one_that_it_does_not_contradict() -> None:
    assert shown([party(KELLER, country="NOR"), party(BARE)]) == {KELLER: KELLER, BARE: KELLER}


def test_a_bare_name_of_two_stays_nobody_elses() -> None:
    found = shown([party(KELLER), party(SWISS), party(BARE)])
    assert found == {KELLER: KELLER, SWISS: SWISS, BARE: BARE}


def test_two_without_a_country_are_told_apart_by_their_roles() -> None:
    one, other = "person:john-reed::MIL", "person:john-reed::JRN"
    found = identities(
        [
            Party(one, one, "John Reed", "", "colonel", 2),
            Party(other, other, "John Reed", "", "", 1),
        ],
        [],
    )
    assert {who.name for who in found.values()} == {"John Reed (colonel)", "John Reed"}


def test_a_person_joins_what_names_do_not_and_keeps_apart_what_they_do() -> None:
    parties = [party(KELLER), party(SWISS), party("=Keller", "Keller")]
    merged = Judged("same", KELLER, "Anna Keller", "=Keller", "Keller")
    assert shown(parties, merged)["=Keller"] == KELLER
    both = [party(KELLER), party(BARE)]
    assert shown(both, Judged("apart", KELLER, "", BARE, ""))[BARE] == BARE
    again = (Judged("apart", KELLER, "", BARE, ""), Judged("same", BARE, "", KELLER, ""))
    assert set(shown(both, *again).values()) == {BARE}


def test_a_judgement_finds_its_actor_under_a_new_id() -> None:
    recoded = [party("person.anna_keller", country="NOR"), party("=Keller", "Keller")]
    merged = Judged("same", KELLER, "Anna Keller", "=Keller", "Keller")
    assert shown(recoded, merged)["=Keller"] == "person.anna_keller"


SAID = "Anna Keller accused Iran of fraud."
ALSO = "A. Keller accused Iran of lies."


def coded(
    sentence: str, name: str, actor_id: str | None, country: str | None, coder: CoderInfo = CODER
) -> tuple[Article, list[Claim]]:
    page = msgspec.structs.replace(article(sentence), coder=coder)
    made = claim(page, sentence, "accused", "ACCUSE", actors=[name], recipients=["Iran"])
    one = msgspec.structs.replace(made.actors[0], actor_id=actor_id, country=country)
    return page, [msgspec.structs.replace(made, actors=(one,), coder=coder)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "s.duckdb") as opened:
        opened.add_many(
            [
                coded(SAID, "Anna Keller", KELLER, "NOR"),
                coded("Anna Keller accused Iran of much.", "Anna Keller", BARE, None),
                coded(ALSO, "A. Keller", "name:a-keller::", None),
            ]
        )
        yield opened


def judge(store: Store, verdict: str, one: str, **more: str | int) -> int:
    given = {"number": 0, "made": "2026-01-01T00:00:00Z", "who": "me", "one_name": "", **more}
    return judge_actor(store, ActorJudgement(verdict=verdict, one=one, **given))  # type: ignore[arg-type]


def names(store: Store, **chosen: str) -> list[str]:
    rows = views.timeline(store, ClaimFilter(**chosen))  # type: ignore[arg-type]
    return sorted(row.actors[0].name for row in rows)


def test_every_view_goes_by_the_identities(store: Store) -> None:
    assert names(store, party="NOR") == ["Anna Keller"] * 2
    judge(store, "same", KELLER, other="name:a-keller::")
    assert names(store, party="NOR") == ["Anna Keller"] * 3
    assert [(row.actor, row.claims) for row in views.network(store)] == [("NOR", 3)]
    assert [len(one.claims) for one in views.dossier(store, "NOR", "Iran").did] == [3]
    for term in ("A. Keller", "=A. Keller", "name:a-keller::", "Kéller"):
        assert names(store, party=term) == ["Anna Keller"] * 3, term


def test_the_claims_stay_as_they_were_coded(store: Store) -> None:
    before = [*store.claims()]
    judge(store, "same", KELLER, other="name:a-keller::")
    assert [*store.claims()] == before
    assert [one.actors[0].name for one in store.claims(ClaimFilter(party="NOR"))] == [
        "Anna Keller",
        "Anna Keller",
        "A. Keller",
    ]


def test_a_recoding_keeps_the_judgement(store: Store) -> None:
    judge(store, "same", KELLER, other="name:a-keller::")
    page, claims = coded(ALSO, "A. Keller", "name:a-keller::", None, NEWER)
    store.recode(page, claims)
    assert names(store, party="NOR") == ["Anna Keller"] * 3


def test_a_name_given_is_shown_and_the_old_ones_find_it(store: Store) -> None:
    judge(store, "named", KELLER, name="Anna K. Keller")
    assert names(store, party="Anna Keller") == ["Anna K. Keller"] * 2


def test_in_one_article_somebody_else(store: Store) -> None:
    (page, *_rest) = store.article_ids()
    judge(store, "apart", KELLER, article=page)
    found = {row.id for row in views.actors(store, query="Anna Keller")}
    assert found == {BARE, f"{KELLER}#{page}"}


def test_undone_is_as_before_and_undoing_can_be_undone(store: Store) -> None:
    number = judge(store, "same", KELLER, other="name:a-keller::")
    undone = judge(store, "undone", KELLER, undoes=number)
    assert names(store, party="NOR") == ["Anna Keller"] * 2
    judge(store, "undone", KELLER, undoes=undone)
    assert names(store, party="NOR") == ["Anna Keller"] * 3
    assert [row.number for row in actor_judgements(store)] == [1, 2, 3]


def test_the_list_says_who_under_which_names(store: Store) -> None:
    judge(store, "same", KELLER, other="name:a-keller::")
    (row,) = views.actors(store, query="keller")
    assert (row.id, row.claims, row.articles) == (KELLER, 3, 3)
    assert row.aliases == ("A. Keller",)
    assert row.ids == ("name:a-keller::", BARE, KELLER)


def test_an_abbreviation_in_a_text_finds_whom_it_stands_for(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.duckdb") as opened:
        page, (made,) = coded("The OPEC accused Iran of waste.", "OPEC", "org.opec", "IGO")
        long = "Organization of the Petroleum Exporting Countries"
        one = msgspec.structs.replace(made.actors[0], name=long)
        opened.add(page, [msgspec.structs.replace(made, actors=(one,))])
        for term in ("OPEC", "=OPEC", "petroleum exporting"):
            assert names(opened, party=term) == [long]
        assert names(opened, party="OPE") == []
        assert next(views.actors(opened, query="opec")).aliases == ("OPEC",)


def test_a_name_that_only_the_lexicon_has_finds_whom_it_means(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.duckdb") as opened:
        name, known = "Andres Manuel Lopez Obrador", "person.andres_manuel_lopez_obrador"
        opened.add(*coded(f"{name} accused Iran of theft.", name, known, "MEX"))
        assert names(opened, party="AMLO") == names(opened, party="López Obrador") == [name]
        assert names(opened, party="AML") == []


def test_voices_are_whom_they_name(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.duckdb") as opened:
        opened.add_many([coded(SAID, "Anna Keller", KELLER, "NOR")])
        for said in ("Iran met Japan, Anna Kellér said.", "Iran left Japan, Miss Keller said."):
            page, name = article(said), said.split(", ")[1].removesuffix(" said.")
            made = claim(page, said, "Iran", "CONSULT", actors=["Iran"], voices=[(name, "said")])
            opened.add(page, [made])
        (mark,) = (row.id for row in views.actors(opened, query="miss keller"))
        judge(opened, "same", KELLER, other=mark)
        heard = {(row.voice, row.country) for row in views.sources(opened) if row.voice}
        assert heard == {("Anna Keller", "NOR")}
        (row,) = views.actors(opened, query="keller")
        assert (row.claims, row.voiced, row.articles) == (1, 2, 3)
        assert len([*views.timeline(opened, ClaimFilter(voice="Miss Keller"))]) == 2


def test_words_mean_one_actor_or_an_error_says_why_not(store: Store) -> None:
    assert views.actor(store, "anna keller").id == KELLER
    assert views.actor(store, BARE).id == KELLER
    with pytest.raises(UsageError, match="did you mean Anna Keller"):
        views.actor(store, "Ana Kelle")
    with pytest.raises(UsageError, match="may be several"):
        views.actor(store, "Keller")


@pytest.mark.parametrize(
    "wrong", [{"verdict": "maybe"}, {"who": " "}, {"verdict": "named"}, {"because": "x" * 2_001}]
)
def test_a_judgement_that_says_nothing_is_refused(wrong: dict[str, str]) -> None:
    fields = {"number": 0, "made": "2026", "who": "me", "verdict": "same", "one": KELLER}
    with pytest.raises(UsageError):
        ActorJudgement(**{**fields, "one_name": "", **wrong})  # type: ignore[arg-type]


def test_a_store_that_was_cut_short_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    store = Store.open(path)
    store.add_many([coded(SAID, "Anna Keller", KELLER, "NOR")])
    store._connection.close()  # as when the process is killed
    with Store.open(path, read_only=True) as opened:
        assert names(opened, party="kéller") == ["Anna Keller"]
        with pytest.raises(StoreError):
            judge(opened, "same", KELLER, other=BARE)


def _said(page: Article, name: str, country: str | None = None) -> Claim:
    sentence = next(one for one in page.text.split(". ") if f"{name} said" in one)
    one = claim(page, sentence, "met", "CONSULT", actors=["Japan"], voices=[(name, "said")])
    voice = msgspec.structs.replace(one.voices[0], name=name, country=country, named=True)
    return msgspec.structs.replace(one, voices=(voice,))


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["Bo Tinda said Japan met Chad. Mr Tinda said Japan met Peru."], {"Bo Tinda"}),
        (["Bo Tinda said Japan met Chad. Tinda said Japan met Peru."], {"Bo Tinda"}),
        # somebody else's article says nothing of whom it means
        (["Bo Tinda said Japan met Chad.", "Mr Tinda said Japan met Peru."],
         {"Bo Tinda", "Mr Tinda"}),
        (["Bo Tinda said Japan met Chad. Al Tinda said Japan met Mali. "
          "Mr Tinda said Japan met Peru."],
         {"Bo Tinda", "Al Tinda", "Mr Tinda"}),
        (["Bo Tinda said Japan met Chad. Mr Tinda said Japan met Peru.",
          "Mr Tinda said Japan met Cuba."], {"Bo Tinda", "Mr Tinda"}),
        (["Bo Tinda said Japan met Chad. Mr Tind said Japan met Peru."], {"Bo Tinda", "Mr Tind"}),
    ],
)  # fmt: skip
def test_a_surname_is_the_full_name_that_every_article_of_it_has(
    texts: list[str], names: set[str]
) -> None:
    with Store.open(":memory:") as store:
        for text in texts:
            page = article(*[f"{one.rstrip('.')}." for one in text.split(". ")])
            told = [one.split(" said")[0] for one in text.split(". ")]
            store.add(page, [_said(page, name) for name in told])
        assert {row.voice for row in views.voices(store)} == names
        if len(names) == 1:
            chosen = ClaimFilter(voice="=Bo Tinda")
            assert views.count(store, chosen) == 2


def test_a_surname_of_another_country_is_another_one() -> None:
    page = article("Bo Tinda said Japan met Chad.", "Mr Tinda said Japan met Peru.")
    claims = [_said(page, "Bo Tinda", "NOR"), _said(page, "Mr Tinda", "CHE")]
    with Store.open(":memory:") as store:
        store.add(page, claims)
        assert {row.voice for row in views.voices(store)} == {"Bo Tinda", "Mr Tinda"}
