"""HTML that somebody might try to get past us, and HTML that must come through unchanged."""

from __future__ import annotations

_SCRIPT = "alert(1)"

#: Elements that carry nothing of an editor's: tried empty, filled, unclosed and in capitals.
ELEMENTS = """script style iframe object embed applet form input button textarea select svg math
template noscript noembed noframes xmp plaintext frameset base meta link title img video audio
source track picture canvas details marquee dialog portal table td div span h1 h2 h5 h6 font
center u s code pre sub sup dl dt dd hr figure""".split()

#: Attributes on elements that are allowed themselves.
ATTRIBUTES = """onclick onload onerror onmouseover onfocus onpointerenter onanimationstart
ontoggle style class id name title lang dir tabindex autofocus contenteditable draggable hidden
target rel ping download srcdoc formaction xlink:href xmlns data-x data-bind is slot part
itemid background action accesskey""".split()

#: Where a link must not lead.
ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "java&#10;script:alert(1)",
    "java&Tab;script:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript&colon;alert(1)",
    "\x01javascript:alert(1)",
    "javascript\x00:alert(1)",
    "javascript&#x00;:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "vbscript:msgbox(1)",
    "livescript:x",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "blob:https://example.org/1",
    "filesystem:https://example.org/1",
    "file:///etc/passwd",
    "ftp://example.org/",
    "tel:+351000",
    "about:blank",
    "view-source:https://example.org",
    "intent://example.org#Intent;end",
    "//evil.example/",
    "\\\\evil.example\\",
    "/\\evil.example",
    "https:\\\\evil.example",
    "https:/evil.example",
    "https:evil.example",
    "https:///evil.example",
    "http://good.example@evil.example/",
    "http://good.example%40evil.example:x@evil.example/",
    "http://good.example\\@evil.example/",
    "http://user:word@evil.example/",
    "https://evil.example\u202egro.doog",
    "https://good.example\u200b.evil.example",
    "https://good\u2024example/",
    "https://localhost/",
    "https://[::1]/",
    "https://evil .example/",
    "https://evil.example:99999/",
    "https://evil.example:x/",
    "https://.example/",
    "https://example..org/",
    "https://-example.org/",
    "/relative",
    "relative",
    "#fragment",
    "?query",
    "",
    "mailto:",
    "mailto:a@b.example?bcc=c@d.example",
    "mailto:a@b.example,c@d.example",
    "mailto:a@b",
    "mailto:a%0d%0abcc:c@d.example",
]

#: Tricks with the parser: comments, nesting, foreign content, broken tags.
MARKUP = [
    "<!--><img src=x onerror=alert(1)>-->",
    "<!--<p>--><script>alert(1)</script>-->",
    "<!-- --!><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version='1.0'?><script>alert(1)</script>",
    "<!DOCTYPE html [<!ENTITY x '<script>'>]>&x;",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<<script>alert(1)//<</script>",
    "<script\x0c>alert(1)</script>",
    "<script/x>alert(1)</script>",
    "<script\n>alert(1)</script\n>",
    "<img src=x:x onerror\x0b=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<img src='x'onerror='alert(1)'>",
    "<img src=`x`onerror=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><animate href=#x attributeName=href values=javascript:alert(1) /><a id=x>x</a></svg>",
    "<svg><foreignObject><p onclick=alert(1)>x</p></foreignObject></svg>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<math><annotation-xml encoding='text/html'><style><img src=x onerror=alert(1)></style></annotation-xml></math>",
    "<math href='javascript:alert(1)'>x</math>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<textarea><p title='</textarea><img src=x onerror=alert(1)>'></textarea>",
    "<title><p title='</title><img src=x onerror=alert(1)>'></title>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'></xmp>",
    "<select><template><img src=x onerror=alert(1)></template></select>",
    "<table><td><script>alert(1)</script></td></table>",
    "<p><a href='https://a.example'><img src=x onerror=alert(1)></a></p>",
    "<a href='https://a.example' href='javascript:alert(1)'>x</a>",
    "<a href='javascript:alert(1)' href='https://a.example'>x</a>",
    "<a href=https://a.example onclick=alert(1)>x</a>",
    "<a href='https://a.example/\" onclick=alert(1) x=\"'>x</a>",
    "<a href='https://a.example/&quot; onclick=alert(1)'>x</a>",
    "<a href=\"https://a.example/<script>alert(1)</script>\">x</a>",
    "<p/onclick=alert(1)>x</p>",
    "<p\nonclick=alert(1)\n>x</p>",
    "<p onclick=alert(1)//x",
    "<p <script>alert(1)</script>>x</p>",
    "<\x00script>alert(1)</script>",
    "<s\x00cript>alert(1)</script>",
    "\ufeff<script>alert(1)</script>",
    "<ſcript>alert(1)</script>",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
    "<p>&amp;lt;script&amp;gt;</p>",
    "<p>&#60;script&#62;alert(1)</p>",
    "<p>\u202egpj.exe\u202c</p>",
    "<p>&#x202e;gpj.exe&#x202c;</p>",
    "<p>\u2066hidden\u2069</p>",
    "<p>&#8294;hidden&#8297;</p>",
    "<p>a&#1;b&#8;c&#11;d&#x1f;e</p>",
    "<p>&#xfeff;a</p>",
    "<p>a&#xfffe;b&#xffff;c</p>",
    "<custom-element onclick=alert(1)>x</custom-element>",
    "<a href='https://a.example'>x<a href='javascript:alert(1)'>y</a></a>",
    "<b><i><p></b></i>x</p>",
    "<li>a<li>b<ul><li>c",
    "<p>a<blockquote>b<p>c",
    "<h3><h4>a</h3></h4>",
    "</p></a></script><p>a",
    "<a><a><a></a>x",
    "<p><br><br></p><p>&nbsp;</p><ul><li></li></ul>",
]


def _elements() -> list[str]:
    return [
        row
        for element in ELEMENTS
        for row in (
            f"<{element} src=x href=javascript:{_SCRIPT} onload={_SCRIPT}>{_SCRIPT}</{element}>",
            f"<p>a<{element.upper()} onclick={_SCRIPT}>b",
        )
    ]


def _attributes() -> list[str]:
    return [
        row
        for attribute in ATTRIBUTES
        for row in (
            f'<p {attribute}="{_SCRIPT}">a</p>',
            f"<a href='https://a.example/' {attribute.upper()}={_SCRIPT}>a</a>",
        )
    ]


def _links() -> list[str]:
    return [f'<p><a href="{address}">somewhere</a></p>' for address in ADDRESSES]


ROWS = [*_elements(), *_attributes(), *_links(), *MARKUP]

#: What an editor's toolbar makes: it must come back letter for letter.
HARMLESS = [
    "<p>The pilots went home.</p>",
    "<p>One</p><p>Two</p>",
    "<p>One</p>\n<p>Two</p>",
    "<p>a<br>b</p>",
    "<p><strong>Bold</strong> and <em>leaning</em></p>",
    "<p><strong><em>Both</em></strong></p>",
    '<p><a href="https://ledger.example/story">The Ledger</a></p>',
    '<p><a href="http://ledger.example:8080/a/b?c=d#e">The Ledger</a></p>',
    '<p><a href="https://ledger.example/?a=1&amp;b=2">The Ledger</a></p>',
    '<p><a href="https://ledger.example/%C3%A9t%C3%A9?q=%20">The Ledger</a></p>',
    '<p><a href="https://bücher.example/straße">A shop</a></p>',
    '<p><a href="https://xn--bcher-kva.example/">A shop</a></p>',
    '<p><a href="mailto:desk@strait.example">Write to us</a></p>',
    '<p><a href="https://a.example"><strong>Bold link</strong></a></p>',
    "<h3>A heading</h3><p>Text</p>",
    "<h4>A smaller one</h4>",
    "<blockquote><p>He said so.</p></blockquote>",
    "<ul><li><p>One</p></li><li><p>Two</p></li></ul>",
    "<ol><li>One</li><li>Two</li></ol>",
    "<ul><li><p>One</p><ul><li><p>Deeper</p></li></ul></li></ul>",
    "<p>5 &lt; 6 &amp; 7 &gt; 6</p>",
    "<p>“Quoted”, ‘quoted’ – dash — and…</p>",
    "<p>No.&nbsp;12</p>",
    "<p>Преса, 新聞, الصحافة, עיתון, ελληνικά</p>",
    "<p>𝄞 and 👩‍🚀</p>",
    "<p>&amp;lt;p&amp;gt; is how a paragraph is written</p>",
    "<p>1&nbsp;000 t</p>",
    "Words without a paragraph",
    "",
]
