"""Documents that try to make a page run, load, link or leave; each must come out as text.

The rows are those of a list of bad inputs that real sites have fallen for: script in a
title, markup in a quotation, a quotation that closes its block, an attribute that
breaks out, links with active schemes, attribute lists, template code, and the same in
a file's name. Every one of them sets a flag on the window if it ever runs.
"""

from __future__ import annotations

RUN = "window.canary=1"
"""What each hostile string would do: the browser tests look for the flag."""

STRINGS = {
    "title": f"</title><script>{RUN}</script>",
    "image": f"<img src=x onerror={RUN}>",
    "closing": f"</blockquote></article></div><script>{RUN}</script>",
    "attribute": f'"><svg onload={RUN}>',
    "script link": f"[read](javascript:{RUN})",
    "mixed case link": f"[read](JaVaScRiPt:{RUN}) <javascript:{RUN}>",
    "data link": f"[a](data:text/html,<script>{RUN}</script>) [b](vbscript:x)",
    "attribute list": f"{{: onclick={RUN} style=color:red #top .evil }}",
    "template": "{{ config }} {% include 'mkdocs.yml' %} {# gone #} {{ 7*7 }}",
    "markdown": "# Heading *stars* __bold__ `code` ![pic](https://example.invalid/x.png) | a | b |",
    "snippet": '--8<-- "mkdocs.yml" !!! note [TOC] [[x]] [^1]: note *[abbr]: x ::: generator',
    "frame": "<iframe srcdoc=x></iframe><base href=https://example.invalid/>",
    "leaving": "<meta http-equiv=refresh content='0;url=https://example.invalid/'>",
    "comment": "<!-- gone --> <![CDATA[ x ]]> &lt;b&gt; &#60;i&#62;",
    "remote": "<link rel=stylesheet href=//example.invalid/x.css><style>body{display:none}</style>",
}
"""What it shows: the string that must come out as it is written."""

_PARAGRAPHS = "\n\n".join(
    f"Pilot number {i} reported trouble. “We saw {text} on the wall,” said Ana Ruiz, a harbour "
    f"economist at the Norvik Institute."
    for i, text in enumerate(STRINGS.values(), 2)
)

STORY = f"""Tuesday, 4 March 2031

{STRINGS["title"]} {STRINGS["image"]} {STRINGS["template"]}

By Mara Lind

{_PARAGRAPHS}
"""

_NAMES = (
    "<img src=x onerror=window.canary=1>.txt",
    "{{ 7*7 }} [x](javascript:1) `a`.txt",
    "CNAME.txt",
)

SOURCES: dict[str, str | bytes] = {
    **dict.fromkeys(_NAMES, STORY),
    "sidecar.txt": STORY,
    "sidecar.meta.yml": "".join(
        f"{key}: {value!r}\n"
        for key, value in {
            "title": STRINGS["title"] + STRINGS["attribute"],
            "outlet": STRINGS["attribute"],
            "authors": STRINGS["closing"],
            "tags": STRINGS["image"],
        }.items()
    ),
    "page.html": f"<html><head><title>x</title><script>{RUN}</script></head><body><article><h1>"
    f"{STRINGS['template']} &lt;script&gt;{RUN}&lt;/script&gt;</h1><p onclick={RUN}>The port said on "
    f"Monday that it would close, and the crews said that they would stay.</p><iframe srcdoc='x'>"
    f"</iframe><form action='https://example.invalid/'><input></form>"
    f"<img src='https://example.invalid/p.gif'></article></body></html>",
}
"""A desk of them: in text, in names, in a sidecar and in a web page."""
