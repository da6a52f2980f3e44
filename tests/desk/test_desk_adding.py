"""Adding by paste, file and address: bounded, guarded, with its progress."""

from __future__ import annotations

import gzip
import io
import json
import re
import subprocess
import sys
import time

import pytest

from desk_store import TALKS, desk_on, fill
from hostile_pages import PAYLOADS, html
from reportedly.desk import forms
from reportedly.store import Store

TEXT = f"Neighbours talk\n\n{TALKS} They said that the talks would go on in the spring."


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "news.duckdb"
    with Store.open(found) as store:
        fill(store)
    return found


@pytest.fixture
def desk(path):
    with desk_on(path) as client:
        yield client


def token(desk):
    return re.search(r'name="form" value="([^"]+)"', desk.get("/add").text)[1]


def send(desk, files=None, **fields):
    """Send the form and return the answer."""
    given = [(name, (None, value)) for name, value in {"form": token(desk), **fields}.items()]
    return desk.post("/add", files=[*given, *(files or [])])


def finished(desk, answer):
    """Wait for the run that the answer leads to and return its items' part of the page."""
    assert answer.status_code == 303, answer.text
    for _ in range(600):
        text = desk.get(f"{answer.headers['location']}/items").text
        if 'data-done="1"' in text:
            return text
        time.sleep(0.05)
    raise AssertionError("the run does not end")


def test_a_pasted_text_is_read_and_opens(desk):
    text = finished(desk, send(desk, text=TEXT))
    assert "1 claim" in text
    opened = desk.get(re.search(r'href="(/articles/\w+)"', text)[1])
    assert TALKS.split(" met ")[0] in opened.text
    assert "3 articles" in opened.text
    again = finished(desk, send(desk, text=TEXT))
    assert "there already" in again


def test_files_of_several_kinds(desk):
    rows = "\n".join(
        json.dumps({"title": f"Number {n}", "text": f"{TALKS} Number {n}. {TEXT}"})
        for n in range(3)
    )
    page = f"<html><head><title>A page</title></head><body><p>{TEXT}</p><p>{TALKS}</p></body>"
    files = [
        ("files", ("../../etc/many.jsonl", rows.encode())),
        ("files", ("page.html.gz", gzip.compress(page.encode()))),
        ("files", ("broken.pdf", b"%PDF-1.7 nothing")),
        ("files", ("bomb.html.gz", gzip.compress(b"<p>" + b"a" * 30_000_000))),
    ]
    text = finished(desk, send(desk, files=files))
    assert "6 pages" in text
    assert "4 read, 2 could not be read" in text
    assert "Number 2" in text
    assert "broken.pdf" in desk.get("/problems").text
    assert not list(desk.app.state.adding.folder.iterdir())


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/", "http://localhost:8020/claims", "http://[::1]/", "http://10.0.0.1/x",
     "http://192.168.0.1", "http://169.254.169.254/latest", "http://0/", "file:///etc/passwd",
     "http://user@127.0.0.1/", "127.0.0.1:80", "javascript:alert(1)", "http://2130706433/"],
)  # fmt: skip
def test_addresses_of_private_networks_are_refused(desk, address):
    text = finished(desk, send(desk, address=address))
    assert "not read" in text
    assert "0 read, 1 could not be read" in text
    assert "2 articles" in desk.get("/claims").text


def test_a_text_that_cannot_be_coded_is_a_problem(desk):
    assert "stumbled" in finished(desk, send(desk, text=f"{TEXT} stumble"))
    assert "stumbled" in desk.get("/problems").text


def test_nothing_given(desk):
    assert send(desk).status_code == 422


def test_forms_of_others_are_refused(desk):
    assert desk.post("/add", data={"text": TEXT}).status_code == 403
    assert desk.post("/add", data={"text": TEXT, "form": "guessed"}).status_code == 403
    own = {"text": TEXT, "form": token(desk)}
    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}):
        assert desk.post("/add", data=own, headers=headers).status_code == 403
    own_page = {"origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"}
    assert desk.post("/add", data=own, headers=own_page).status_code == 303


def test_uploads_are_bounded(desk, monkeypatch):
    monkeypatch.setattr(forms, "MAX_UPLOAD", 10_000)
    assert send(desk, text="x" * 20_000).status_code == 413
    monkeypatch.undo()
    many = [("files", (f"{n}.txt", io.BytesIO(b"x"))) for n in range(forms.MAX_FILES + 1)]
    assert send(desk, files=many).status_code == 400

    def endless():
        yield b"form=x"

    assert desk.post("/add", content=endless()).status_code == 411


def test_hostile_names_and_pages_show_as_text(desk):
    files = [
        ("files", (f"{n}<img src=x onerror=y>.html", html(payload)))
        for n, payload in enumerate(PAYLOADS[:12])
    ]
    text = finished(desk, send(desk, files=files))
    assert "<img" not in text
    assert "<script" not in text


HOLD = """
import sys
from reportedly.store import Store
with Store.open(sys.argv[1]) as store:
    print("open", flush=True)
    sys.stdin.readline()
"""


def test_adding_waits_while_another_writes(desk, path):
    assert desk.get("/claims").status_code == 200
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        other.stdout.readline()
        answer = send(desk, text=TEXT)
        for _ in range(200):
            text = desk.get(f"{answer.headers['location']}/items").text
            if "waiting for the store" in text:
                break
            time.sleep(0.05)
        assert "waiting for the store" in text
        other.stdin.write(b"\n")
        other.stdin.close()
    assert "1 claim" in finished(desk, answer)


def test_read_only(path):
    with desk_on(path, read_only=True) as desk:
        page = desk.get("/claims").text
        assert "read only" in page
        assert 'href="/add"' not in page
        assert "right or wrong?" not in page
        key = desk.get("/api/articles").json()["items"][0]["article"]
        claim = desk.get(f"/api/articles/{key}").json()["claims"][0]["id"]
        assert desk.get("/add").status_code == 403
        assert desk.post("/add", data={"text": TEXT}).status_code == 403
        assert desk.get(f"/correct/{key}/{claim}").status_code == 403
        assert desk.post(f"/correct/{key}/{claim}", data={"who": "x"}).status_code == 403
        assert desk.get("/correct").status_code == 200
        assert "Judge the next" not in desk.get("/correct").text
