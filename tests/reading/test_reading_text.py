"""Plain text: the text is kept, and cut into headline, body, questions and comments."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import ReadingError, TooLarge, UsageError, WrongLanguage
from reportedly.reading import read
from reportedly.reading.dates import find_when, read_stamp
from reportedly.reading.language import detect
from reportedly.reading.limits import MAX_BYTES
from reportedly.reading.text.bylines import read_byline
from reportedly.reading.text.lines import dates_of, is_date_line, read_header
from reportedly.records import Article

PAGE = """Norland and Estmark Trade Prisoners at the Bridge

by Ida Falk and Tom Reyes
Border Crisis

Norland handed over twelve soldiers to Estmark on Friday, and received nine of its own in return.

Monitors of the regional union watched the exchange, which lasted under an hour.

Who Brokered the Exchange?

Diplomats from a third state had shuttled between the capitals since March, officials said.

A Road Still Closed

Neither side has agreed to reopen the road, and trucks are waiting on both banks.

Frequently Asked Questions (FAQs) about the exchange

How many prisoners remain?

About forty, according to the monitors.

Most of them are held in the north.

Will there be a second exchange?

Both governments say so. No date has been set.

Lars_K May 3, 2024 - 4:15 pm

My cousin is one of the nine.

He called us last night.

Mina T. May 2, 2024 - 11:59 pm

At last some good news!
"""


def shape(article: Article) -> list[tuple[str, str]]:
    return [(s.kind.value, article.text[s.start : s.end]) for s in article.sections]


def test_page_of_every_part() -> None:
    article = read(PAGE)

    assert article.text == PAGE
    assert article.title == "Norland and Estmark Trade Prisoners at the Bridge"
    assert article.authors == ("Ida Falk", "Tom Reyes")
    assert article.language == "en"
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2024-05-02", "derived")
    kinds = [section.kind.value for section in article.sections]
    assert kinds == [
        "headline", "boilerplate", "body", "body", "body", "body", "body", "boilerplate",
        "faq_question", "faq_answer", "faq_question", "faq_answer", "comment", "comment",
    ]  # fmt: skip
    headings = [PAGE[s.start : s.end] for s in article.sections if s.level]
    assert headings == ["Who Brokered the Exchange?", "A Road Still Closed"]
    assert {s.level for s in article.sections if s.level} == {2}
    pairs = [s.pair for s in article.sections if s.pair is not None]
    assert pairs == [0, 0, 1, 1]
    comments = [(s.author, s.time) for s in article.sections if s.kind == "comment"]
    assert comments == [("Lars_K", "2024-05-03T16:15:00"), ("Mina T.", "2024-05-02T23:59:00")]
    first = next(s for s in article.sections if s.kind == "comment")
    assert PAGE[first.start : first.end].startswith("Lars_K May 3")
    assert PAGE[first.start : first.end].endswith("last night.")


@pytest.mark.shared
def test_the_page_of_a_summit(shared: Path) -> None:
    path = shared / "articles" / "summit.txt"
    article = read(path)

    count = {
        kind: sum(section.kind == kind for section in article.sections)
        for kind in ("headline", "faq_question", "faq_answer", "comment")
    }
    assert count == {"headline": 1, "faq_question": 10, "faq_answer": 10, "comment": 7}
    assert sum(section.level is not None for section in article.sections) == 3
    assert article.authors == ("Lucas Garcia",)
    assert article.published is not None
    assert article.published.value == "2023-09-13"
    assert all(s.author and s.time for s in article.sections if s.kind == "comment")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The minister resigned.", [("body", "The minister resigned.")], id="one-sentence"
        ),
        pytest.param("Norland fines bank", [("body", "Norland fines bank")], id="no-period"),
        pytest.param(
            "Norland fines bank\n\nA court in Norland fined the bank on Monday.",
            [
                ("headline", "Norland fines bank"),
                ("body", "A court in Norland fined the bank on Monday."),
            ],
            id="headline",
        ),
        pytest.param(
            "One sentence stands here alone.\r\n\r\nAnother one follows it here.",
            [("body", "One sentence stands here alone.\r\n\r\nAnother one follows it here.")],
            id="line-ends-kept",
        ),
        pytest.param(
            "Rebels left the town on Sunday after three days of talks with the governor of\n"
            "the province and the elders of the river villages, who had asked for peace.\n"
            "Nobody was hurt.",
            [
                (
                    "body",
                    "Rebels left the town on Sunday after three days of talks with the "
                    "governor of\nthe province and the elders of the "
                    "river villages, who had asked for peace.\n"
                    "Nobody was hurt.",
                )
            ],
            id="hard-wrapped",
        ),
        pytest.param(
            "Port reopens\n\nThe port reopened on Tuesday after a strike.\n\nShare this article\n\n"
            "Trade will resume on Wednesday, the ministry said.",
            [
                ("headline", "Port reopens"),
                ("body", "The port reopened on Tuesday after a strike."),
                ("boilerplate", "Share this article"),
                ("body", "Trade will resume on Wednesday, the ministry said."),
            ],
            id="share-line",
        ),
        pytest.param(
            "Port reopens\n\nPublished: 3 March 2024 at 10:22 GMT\n\n"
            "The port reopened on Tuesday after a strike.\n\nUnion leaders said:\n\n"
            "“We have won what we asked for in May.”",
            [
                ("headline", "Port reopens"),
                ("boilerplate", "Published: 3 March 2024 at 10:22 GMT"),
                (
                    "body",
                    "The port reopened on Tuesday after a strike.\n\nUnion leaders said:\n\n"
                    "“We have won what we asked for in May.”",
                ),
            ],
            id="a-voice-is-no-comment-header",
        ),
        pytest.param(
            "Envoy returns\n\nThe envoy of Norland returned to the capital on Monday.\n\n"
            "3 comments\n\nAda | 3 March 2024 at 10:22\n\nGood.\n\nBo says:\n\nBad.\n\n"
            "Leave a reply\n\nYour email address will not be published.",
            [
                ("headline", "Envoy returns"),
                ("body", "The envoy of Norland returned to the capital on Monday."),
                ("boilerplate", "3 comments"),
                ("comment", "Ada | 3 March 2024 at 10:22\n\nGood."),
                ("comment", "Bo says:\n\nBad."),
                ("boilerplate", "Leave a reply\n\nYour email address will not be published."),
            ],
            id="announced-comments",
        ),
        pytest.param(
            "Envoy returns\n\nThe envoy of Norland returned to the capital on Monday.\n\n"
            "Kim Roe\nMarch 3, 2024 at 10:22 am\n\nWhy so late?",
            [
                ("headline", "Envoy returns"),
                ("body", "The envoy of Norland returned to the capital on Monday."),
                ("comment", "Kim Roe\nMarch 3, 2024 at 10:22 am\n\nWhy so late?"),
            ],
            id="header-on-two-lines",
        ),
    ],
)
def test_sections(text: str, expected: list[tuple[str, str]]) -> None:
    article = read(text)
    assert article.text == text
    assert shape(article) == expected


@pytest.mark.parametrize(
    ("line", "author", "time"),
    [
        ("AlexP September 13, 2023 - 4:15 pm", "AlexP", "2023-09-13T16:15:00"),
        ("Ann Bo | 3 March 2024 at 10:22", "Ann Bo", "2024-03-03T10:22:00"),
        ("Ann Bo says: March 3, 2024 at 10:22 am", "Ann Bo", "2024-03-03T10:22:00"),
        ("Ann Bo · 2 hours ago", "Ann Bo", None),
        ("John D. September 14, 2023 - 12:32 am", "John D.", "2023-09-14T00:32:00"),
        ("Posted by Jo on 2024-03-03 10:22 GMT", "Jo", "2024-03-03T10:22:00+00:00"),
        ("Jane Roe says:", "Jane Roe", None),
        ("@tim 3h", "tim", None),
        ("Ada, 03/04/2024 10.22pm", "Ada", None),
        ("10:22 am, March 3, 2024, Ken", "Ken", "2024-03-03T10:22:00"),
    ],
)
def test_comment_headers(line: str, author: str, time: str | None) -> None:
    header = read_header(line)
    assert header is not None
    assert (header.author, header.time) == (author, time)


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Published 3 June 2025 08:15 BST. Updated 4 June 2025 21:40 BST",
         "2025-06-03T08:15:00+01:00", "2025-06-04T21:40:00+01:00"),
        ("Updated: May 15, 2024 | Published: May 14, 2024", "2024-05-14", "2024-05-15"),
        ("14 May 2024 (last modified on 15 May 2024)", "2024-05-14", "2024-05-15"),
        ("First published on 14 May 2024", "2024-05-14", None),
        ("Last updated 15 May 2024", None, "2024-05-15"),
        ("Published: 3 March 2024", "2024-03-03", None),
    ],
)  # fmt: skip
def test_lines_of_dates(line: str, published: str | None, modified: str | None) -> None:
    assert is_date_line(line)
    assert dates_of(line) == (published, modified)


@pytest.mark.parametrize(
    "line",
    [
        "The truce of 14 May 2024 ended on 15 May 2024 with a raid.",
        "Rebels attacked on 14 May 2024 and withdrew by 15 May 2024",
        "Iran, 14 May 2024: missiles sent, 15 May 2024",
    ],
)
def test_lines_that_only_hold_dates(line: str) -> None:
    assert not is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "The minister said on 3 March 2024 that the road would reopen soon.",
        "Published: March 3, 2024 at 10:22 am",
        "Updated 3 March 2024",
        "Photo: Jan Lund, 3 March 2024",
        "The president said:",
        "It was a long day.",
    ],
)
def test_no_comment_headers(line: str) -> None:
    assert read_header(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("by Lucas Reyes", ("Lucas Reyes",)),
        ("By Ann Petrova and Jon Adeyemi", ("Ann Petrova", "Jon Adeyemi")),
        ("By Ann Petrova, Jon Adeyemi and Bo Li | 3 March 2024",
         ("Ann Petrova", "Jon Adeyemi", "Bo Li")),
        ("Written by Ann Petrova in Oslo", ("Ann Petrova",)),
        ("By Friday the army had left the town and its suburbs to the rebels.", ()),
        ("By Friday the army had left the town", ()),
        ("By The Associated Press", ("The Associated Press",)),
        ("By Al Jazeera and news agencies", ("Al Jazeera",)),
        ("By Office of the High Commissioner for Human Rights",
         ("Office of the High Commissioner for Human Rights",)),
        ("By Ann Petrova at the Ministry of Health", ("Ann Petrova",)),
        ("By Petrova, Ann", ("Ann Petrova",)),
        ("Norland fines bank", ()),
    ],
)  # fmt: skip
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert read_byline(line) == names


@pytest.mark.parametrize(
    ("value", "stamp"),
    [
        ("2023-09-13T16:15:00.000Z", "2023-09-13T16:15:00+00:00"),
        ("2023-09-13T16:15:00+0200", "2023-09-13T16:15:00+02:00"),
        ("2023-09-13 16:15", "2023-09-13T16:15:00"),
        ("Wed, 13 Sep 2023 16:15:00 +0200", "2023-09-13T16:15:00+02:00"),
        ("September 13, 2023", "2023-09-13"),
        ("2023-09-13", "2023-09-13"),
        ("Sept. 13, 2023, 4:15 p.m. ET", "2023-09-13T16:15:00-04:00"),
        ("0001-01-01T00:00:00", None),
        ("31/31/2023", None),
        ("2023", None),
        ("soon, we hope", None),
        (None, None),
    ],
)
def test_stamps(value: object, stamp: str | None) -> None:
    assert read_stamp(value) == stamp


def test_a_year_is_not_an_hour() -> None:
    found = find_when("Ada 3 March 2024 12 likes")
    assert found is not None
    assert (found.stamp, found.clock) == ("2024-03-03", False)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Norland accused Estmark of arming the rebels in the eastern hills.", "en"),
        ("Russia, North Korea sign arms deal amid war, Seoul officials say", "en"),
        ("Troops seized.", None),
        ("Die Regierung hat den Botschafter am Montag in das Ministerium einbestellt.", "de"),
        ("Le ministre a annoncé lundi que les troupes ne quitteraient pas la ville.", "fr"),
        ("El gobierno anunció el lunes que no enviará más tropas a la frontera.", "es"),
        ("Il ministro ha detto che il governo non ha ancora deciso sulla questione.", "it"),
        ("Правительство объявило в понедельник, что посол вернётся в столицу.", "und"),
        ("政府は月曜日に大使を召還すると発表し、国境での衝突を非難した。", "und"),
        ("Hükümet pazartesi günü büyükelçiyi geri çağırdı ve bu karar için çok eleştirildi.", "tr"),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Sweden's P7 trucks were sold to Latvia.",
        "Poland's K2 tanks and K9 howitzers to be built in Poznań by 2026",
        "Ukraine's F-16s hit Su-34 and Su-35 jets near Kharkiv, Zelenskyy's aide says",
        "U.S. B-52 and B-2 bombers fly over South Korea's east coast",
        "El Salvador, Los Angeles, La Paz: mayors sign Plan B on migrants",
        "Marine Le Pen and Geert Wilders meet Santiago Abascal of Vox in Madrid",
        "Ursula von der Leyen meets Luiz Inácio Lula da Silva in Brasília",
        "Xi, Putin, Kim: 3 leaders, 1 parade, 0 answers on Ukraine's future",
        "Al-Shabaab attack kills 12 at Mogadishu's Hotel de la Paix",
        "Rio de Janeiro, São Paulo police arrest 45 PCC suspects in raids",
        "Iran, E3 resume nuclear talks in Geneva; Araghchi, Kallas attend",
        "A. B. Vajpayee's party, S. Jaishankar's ministry reject K. P. Oli's claims",
        "Erdogan ve Al-Sisi: Turkey, Egypt leaders hold talks in Ankara",
        "MOSCOW SENT 152MM SHELLS TO DONETSK, KYIV SAYS",
    ],
)
def test_short_english_with_names_and_numbers_passes(text: str) -> None:
    assert detect(text) in {"en", None}
    assert read(text).text == text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Polska kupiła od Korei Południowej haubice K9 i czołgi K2 za 5,8 mld dolarów, a to nie"
         " koniec", "pl"),
        ("La Corée du Sud a vendu des obusiers K9 à la Pologne", "fr"),
        ("L'Ukraine et la Pologne signent un accord sur les F-16", "fr"),
        ("Deutschland liefert der Ukraine 18 Panzerhaubitzen und will noch mehr von ihnen", "de"),
        ("Corea del Sur vende obuses K9 a Polonia por 2.400 millones de dólares", "es"),
        ("La Corea del Sud ha venduto obici K9 alla Polonia per 2,4 miliardi di dollari", "it"),
        ("A Coreia do Sul vendeu obuses K9 à Polónia por 2,4 mil milhões de dólares", "pt"),
        ("Zuid-Korea heeft voor 2,4 miljard dollar houwitsers van het type K9 aan Polen verkocht",
         "nl"),
        ("DIE REGIERUNG HAT DEN BOTSCHAFTER AM MONTAG IN DAS MINISTERIUM EINBESTELLT", "de"),
    ],
)  # fmt: skip
def test_short_texts_in_other_languages_are_refused(text: str, language: str) -> None:
    assert detect(text) == language
    with pytest.raises(WrongLanguage):
        read(text)


def test_a_word_cut_by_the_sample_tells_nothing() -> None:
    assert read("Moscow sent shells to Iran. " * 1_000).language == "en"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", ReadingError),
        (" \n\t\r\n", ReadingError),
        ("Die Regierung hat den Botschafter am Montag in das Amt bestellt.", WrongLanguage),
        ("x" * (MAX_BYTES + 1), TooLarge),
        ("A line here.\n\n" * 20_001, TooLarge),
        ("Half a \ud800 pair stands here.", ReadingError),
    ],
    ids=["empty", "blank", "german", "long", "paragraphs", "surrogate"],
)
def test_problems(text: str, error: type[ReadingError]) -> None:
    with pytest.raises(error) as caught:
        read(text)
    assert caught.value.where == "text"
    assert caught.value.message
    assert caught.value.step


PLAIN_STR = [
    "Norland.txt was sent to Estmark.",
    "and/or",
    "Norland",
    "Visit https://example.org for more.",
    "Norland \x00 Estmark",
    "/ Norland arms Estmark",
]


@pytest.mark.parametrize("text", PLAIN_STR)
def test_a_str_is_text(text: str) -> None:
    assert read(text).text == text


def test_a_str_that_is_a_page_is_read_as_one() -> None:
    page = "<html><body><p>Norland accused Estmark of arming the rebels.</p></body></html>"
    assert read(page).text == "Norland accused Estmark of arming the rebels."
    assert read(page).text == read(page.encode()).text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("page.html", "no such file"),
        ("pages/norland.txt.gz", "no such file"),
        ("/srv/pages/norland", "no such file"),
        ("~/norland", "no such file"),
        ("C:\\pages\\norland", "no such file"),
        ("https://example.org/norland", "read_url"),
        ("www.example.org", "read_url"),
    ],
)
def test_a_str_that_is_no_text_says_what_to_pass(text: str, message: str) -> None:
    with pytest.raises(ReadingError, match=message) as caught:
        read(text)
    assert "\n" not in str(caught.value)


def test_a_str_that_names_a_file_opens_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a page of norland"
    path.write_text("Norland accused Estmark.", encoding="utf-8")
    with pytest.raises(ReadingError, match=r"pass pathlib.Path\("):
        read(str(path))
    assert read(path).text == "Norland accused Estmark."


@pytest.mark.parametrize("source", [None, 5, ["a text"], bytearray(b"a text")])
def test_another_type_says_what_to_pass(source: object) -> None:
    with pytest.raises(UsageError, match=r"pass a pathlib\.Path"):
        read(source)  # type: ignore[arg-type]


BODY_OF_PAGE = "The ferry to Lund sank on Monday, the harbour office said. Nobody was hurt."


@pytest.mark.parametrize(
    ("top", "title", "publisher"),
    [
        ("Harbour Post\nHome\nWorld\nSport\n\nFerry sinks near Lund", "Ferry sinks near Lund",
         "Harbour Post"),
        # one short line is a kicker, and no menu
        ("Ferry sinks near Lund\nWorld", "Ferry sinks near Lund", None),
        # what stands below the menu is no headline
        ("Harbour Post\nHome\nWorld\nSport", "Harbour Post", None),
        ("Harbour Post\nHome\nWorld\nBy Ann Lee", "Harbour Post", None),
        # nobody named it again
        ("Harbour Daily\nHome\nWorld\nSport\n\nFerry sinks near Lund", "Ferry sinks near Lund",
         None),
    ],
)  # fmt: skip
def test_a_headline_stands_below_the_menu(top: str, title: str, publisher: str | None) -> None:
    end = "(c) Harbour Post. All rights reserved."
    article = read(f"{top}\n\n{BODY_OF_PAGE}\n\n{end}")
    assert (article.title, article.publisher) == (title, publisher)


def test_byline_and_day_are_read_below_a_standfirst() -> None:
    standfirst = (
        "Forty passengers were brought ashore by boats of the lighthouse keepers and fishermen"
    )
    page = f"Ferry sinks near Lund\n\n{standfirst}\n\nBy Ann Lee\n3 May 2023\n\n{BODY_OF_PAGE}"
    article = read(page)
    assert article.authors == ("Ann Lee",)
    assert article.published is not None
    assert article.published.value == "2023-05-03"
    told = [(str(one.kind), article.text[one.start : one.end]) for one in article.sections]
    assert ("body", standfirst) in told
    plain = read(f"Ferry sinks near Lund\n\n{standfirst}\n\n{BODY_OF_PAGE}")
    assert plain.authors == ()
