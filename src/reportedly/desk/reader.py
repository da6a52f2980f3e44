"""What the reader at the desk calls themselves: a cookie keeps it for the next form."""

from __future__ import annotations

from urllib.parse import quote, unquote

from fastapi import Request
from fastapi.responses import RedirectResponse

WHO = "reportedly_who"


def who_of(request: Request) -> str:
    """Return what the reader last called themselves; "" when they have not."""
    return unquote(request.cookies.get(WHO, ""))[:80]


def remember(answer: RedirectResponse, who: str) -> RedirectResponse:
    """Return the answer with the reader's name kept for the next form."""
    if who:
        answer.set_cookie(WHO, quote(who), max_age=31_536_000, samesite="strict", httponly=True)
    return answer
