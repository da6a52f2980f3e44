"""Fifty pages that try to run a script, to break out of the page, or to hide what they are."""

from __future__ import annotations

import gzip
import json

from msgspec.structs import replace

from builders import CODER, claim
from reportedly.errors import ReadingError
from reportedly.linking import stored
from reportedly.reading import read
from reportedly.records import Actor

RUN = "window.ran=(window.ran||0)+1"
PAYLOADS = [
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<img src=x onerror='{RUN}'>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<body onload={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src=javascript:{RUN}></iframe>",
    f"<a href=javascript:{RUN}>click</a>",
    f'" onmouseover="{RUN}',
    f"' onfocus='{RUN}' autofocus='",
    f'"><script>{RUN}</script>',
    f"'><script>{RUN}</script>",
    f"--><script>{RUN}</script><!--",
    f"]]><script>{RUN}</script>",
    f"{{{{7*7}}}}<script>{RUN}</script>",
    "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}",
    "{{ config.__class__.__init__.__globals__ }}",
    f"<math><mtext></mtext><script>{RUN}</script></math>",
    f"<details open ontoggle={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<input autofocus onfocus={RUN}>",
    f"<form action=javascript:{RUN}><button>x</button></form>",
    f"<object data=javascript:{RUN}></object>",
    f"<embed src=javascript:{RUN}>",
    f"<link rel=stylesheet href=javascript:{RUN}>",
    "<style>body{display:none}</style>",
    "<style>@import 'https://evil.example/x.css'</style>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href=https://evil.example/>",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"\x00<script>{RUN}</script>",
    f"<scr\x00ipt>{RUN}</scr\x00ipt>",
    f"<<script>{RUN}//<</script>",
    "\u202egnitide ot seid\u202c <b>turned</b>",
    "\u2066hidden\u2069 \u200b\ufeff zero width",
    "\x1b]0;title\x07\x1b[31mred\x1b[0m",
    '=HYPERLINK("https://evil.example","x")',
    "+cmd|' /C calc'!A0",
    "%0d%0aSet-Cookie:%20x=1",
    "A" * 20_000,
    "\U0001f4a3" * 500,
    "<p>" * 500,
]
BROKEN = {
    "bomb.html.gz": gzip.compress(b"<p>" + b"a" * 30_000_000),
    "binary.html": bytes(range(256)) * 40,
    "utf16.html": "<p>half".encode("utf-16") + b"\xd8",
    "entities.html": b"<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;</p>",
    "deep.html": b"<div>" * 50_000 + b"deep",
}
BODY = "Officials met traders in the harbour on Monday. They said that the talks would go on."


def html(payload: str) -> bytes:
    """Return a page that has the payload wherever a page can say something."""
    data = json.dumps(
        {"@type": "NewsArticle", "headline": payload, "author": {"name": payload},
         "datePublished": "2023-09-14", "publisher": {"name": payload}}
    )  # fmt: skip
    return f"""<!doctype html><html lang=en><head><title>{payload}</title>
<link rel=canonical href="javascript:{RUN}"><meta name=author content="{payload}">
<meta property="og:site_name" content="{payload}"><script type="application/ld+json">{data}</script>
</head><body><article><h1>{payload}</h1><p>{BODY}</p><p>{payload} {BODY}</p></article>
<section class=comments><div class=comment><b>{payload}</b><p>{payload} {BODY}</p></div></section>
</body></html>""".encode("utf-8", "surrogatepass")


def fill(store) -> list[str]:
    """Add the pages, the payload in every field that a page can set; return the articles' ids."""
    items = []
    for number, payload in enumerate(PAYLOADS):
        name = f"https://news.example/{number}?{payload[:80]}"
        try:
            page = read(html(payload))
        except ReadingError as problem:
            store.add_problem(f"{name}", problem.step, f"{payload}: {problem.message}")
            page = read(f"{BODY} {payload}"[:5_000].replace("\x00", " "))
        url = f"javascript:{RUN}" if number % 2 else f"https://news.example/{number}"
        key = f"{number:032x}"  # two of them read alike
        page = replace(page, id=key, title=payload, publisher=payload[:200] or None,
                       authors=(payload,), url=url, coder=CODER)  # fmt: skip
        at = page.text.index("Officials met")
        sentence = page.text[at : at + len("Officials met traders in the harbour")]
        made = claim(page, sentence, "met", "CONSULT", actors=["Officials"],
                     goods=[("traders", "people")], voices=[("Officials", "harbour")])  # fmt: skip
        bad = {"name": payload[:300] or "x"}
        made = replace(
            made,
            actors=tuple(replace(one, **bad) for one in made.actors),
            recipients=(Actor(**{**made.actors[0].to_dict(), **bad, "role": payload[:99]}),),
            voices=tuple(replace(one, **bad) for one in made.voices),
            rules=(payload[:99],),
        )
        items.append((page, [made], payload[:300]))
    store.add_many(items)
    stored.update(store)
    for name, data in BROKEN.items():
        try:
            read(data)
        except ReadingError as problem:
            store.add_problem(f"{name}<script>{RUN}</script>", problem.step, problem.message)
    return [page.id for page, _, _ in items]
