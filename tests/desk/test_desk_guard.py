"""Who may ask; what a browser may do with the answer."""

from __future__ import annotations

import pytest

from desk_store import desk_on
from reportedly.desk.guard import is_loopback


@pytest.mark.parametrize("address", ["/claims", "/api/claims", "/static/desk.js", "/nothing"])
def test_every_answer_forbids_what_is_not_ours(desk, address):
    headers = desk.get(address).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "address", ["/claims", "/timeline", "/network", "/ledger", "/dossier?a=RUS&b=PRK"]
)
def test_pages_need_nothing_inline(desk, address):
    text = desk.get(address).text
    assert "<style" not in text
    assert " style=" not in text
    assert text.count("<script") == 1
    assert '<script src="/static/desk.js"></script>' in text


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:8020", 200), ("localhost", 200), ("[::1]:80", 200), ("evil.example", 421),
     ("127.0.0.1.evil.example", 421), ("", 421), ("[", 421)],
)  # fmt: skip
def test_other_names_are_refused_on_this_machine(desk, host, status):
    assert desk.get("/problems", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("127.9.9.9", True),
     ("0.0.0.0", False), ("192.168.1.5", False), ("example.org", False), ("", False)],
)  # fmt: skip
def test_what_is_this_machine(host, own):
    assert is_loopback(host) is own


@pytest.fixture(scope="module")
def guarded(store_path):
    with desk_on(store_path, host="0.0.0.0", token="a-long-secret-word") as client:
        yield client


def test_without_the_token_nothing_is_shown(guarded):
    for address in ("/claims", "/api/claims", "/static/desk.css", "/claims?token=wrong"):
        answer = guarded.get(address)
        assert answer.status_code == 401
        assert "shells" not in answer.text


def test_the_token_becomes_a_cookie_and_leaves_the_address(guarded):
    answer = guarded.get("/claims?party=RUS&token=a-long-secret-word")
    assert (answer.status_code, answer.headers["location"]) == (303, "/claims?party=RUS")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    guarded.cookies.set("reportedly_token", "a-long-secret-word")
    assert guarded.get("/claims").status_code == 200
    guarded.cookies.clear()
    bearer = {"authorization": "Bearer a-long-secret-word"}
    assert guarded.get("/api/claims", headers=bearer).status_code == 200
    assert guarded.get("//evil.example?token=a-long-secret-word").headers["location"][:2] != "//"


def test_what_changes_something_must_come_from_here(desk):
    for headers in (
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ):
        assert desk.post("/claims", headers=headers).status_code == 403
