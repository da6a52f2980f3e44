"""Who may ask, and what a browser may do with the answer.

Pages are hostile, and so are other sites in the same browser. A desk on this machine answers only
to names of this machine (another site's name could be made to lead here); elsewhere it asks for a
token. What changes something is taken only from the desk's own pages.
"""

from __future__ import annotations

import ipaddress
import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: nothing from elsewhere, nothing inline, no frames
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # "no-referrer" would make browsers send the Origin "null" with the desk's own forms
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
COOKIE = "reportedly_token"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """ASGI middleware around the desk. token: None asks for none."""

    def __init__(self, app: ASGIApp, host: str, token: str | None) -> None:
        self.app, self.token = app, token
        self.local = is_loopback(host)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse; every answer carries the policy."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if not scope["path"].startswith("/static/"):
                    headers["cache-control"] = "private, no-cache"
            await send(message)

        refused = self._refusal(scope)
        if refused is not None:
            await refused(scope, receive, guarded)
        else:
            await self.app(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if self.local and not is_loopback(_host(headers.get("host", ""))):
            return PlainTextResponse("This desk answers to names of this machine only.", 421)
        if self.token is not None:
            refused = self._without_token(scope, headers, self.token)
            if refused is not None:
                return refused
        if scope["method"] not in _SAFE and not _same_origin(headers):
            return PlainTextResponse("What changes something must come from the desk itself.", 403)
        return None

    def _without_token(self, scope: Scope, headers: Headers, token: str) -> Response | None:
        """Return a refusal, or the way to the same page without the token in its address."""
        pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = next((value for name, value in pairs if name == "token"), None)
        if given is not None and scope["method"] in _SAFE and _equal(given, token):
            rest = urlencode([pair for pair in pairs if pair[0] != "token"])
            path = "/" + scope["path"].lstrip("/")
            found = RedirectResponse(f"{path}?{rest}" if rest else path, 303)
            found.set_cookie(COOKIE, token, httponly=True, samesite="strict")
            return found
        bearer = headers.get("authorization", "").removeprefix("Bearer ").strip()
        if _equal(bearer, token) or _equal(_cookie(headers), token):
            return None
        return PlainTextResponse(
            "This desk asks for its token: open the address that `reportedly serve` printed.",
            401,
            {"www-authenticate": "Bearer"},
        )


def is_loopback(host: str) -> bool:
    """Say whether a name or address is this machine's own."""
    host = host.strip("[]").lower().rstrip(".")
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _host(header: str) -> str:
    """Return the host of a Host header, without its port."""
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


def _same_origin(headers: Headers) -> bool:
    """Say whether a request comes from the desk's own page, or from no browser at all.

    Browsers send Origin with every request that changes something; a program that sends none has
    no cookies of somebody else to misuse.
    """
    site = headers.get("sec-fetch-site")
    if site not in (None, "same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _equal(given: str, token: str) -> bool:
    return secrets.compare_digest(given.encode(), token.encode())
