"""Small pastes: what is tidied, what is said of it, and what takes long if anything does."""

from __future__ import annotations

#: Marks of notes, as programs and sites write them.
MARKS = [
    "<sup><a href='#fn1'>3</a></sup>",
    "<a href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a>",
    "<a href='#_edn2'><sup>ii</sup></a>",
    "<sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup>",
    "<sup class=reference><a href='https://en.wiki.example/wiki/Ice#cite_note-3'>[3]</a></sup>",
    "<sup><a href='#cite_note-3'>3</a>,<a href='#cite_note-4'>4</a></sup>",
    "<sup>[12]</sup>",
    "<sup>[<i><a href='/wiki/Citation_needed'>citation needed</a></i>]</sup>",
    "<a class=sdfootnoteanc href='#sdfootnote1sym'><sup>1</sup></a>",
    "<sup id=fnref:1><a href='#fn:1' class=footnote-ref role=doc-noteref>1</a></sup>",
    "<a href='https://post.example/x#footnote-2'>[2]</a>",
    "<sup><a href='#note'>*</a></sup>",
    "<span style='vertical-align:super'><a href='#r1'>1</a></span>",
    "<a href='#fnref1' role=doc-backlink>↩</a>",
    "<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup>",
]

#: Small things, each by itself: written -> tidied.
TIDIED = [
    ("", ""),
    ("words", "<p>words</p>"),
    ("a & b < c \u00a0 d", "<p>a &amp; b &lt; c d</p>"),
    ("<p>No.&nbsp;12</p>", "<p>No.&nbsp;12</p>"),
    ("a<br>b", "<p>a<br>b</p>"),
    ("a<br><br>b<br> <br>\n<br>c<br>", "<p>a</p><p>b</p><p>c</p>"),
    ("<div>a</div><div><br></div><div>b</div>", "<p>a</p><p>b</p>"),
    ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
    ("<p> </p><p>&nbsp;</p><p><br></p><p><b> </b></p><ul><li></li></ul>", ""),
    ("<pre>one\ntwo\n\nthree\n</pre>", "<p>one<br>two</p><p>three</p>"),
    ("<b><p>a</p><p>b</p></b>", "<p><strong>a</strong></p><p><strong>b</strong></p>"),
    ("<b style='font-weight:normal'>a</b>", "<p>a</p>"),
    ("<b style='mso-bidi-font-weight:normal'>a</b>", "<p><strong>a</strong></p>"),
    (
        "<span style='font-weight:700;font-style:italic'>a</span>",
        "<p><strong><em>a</em></strong></p>",
    ),
    ("<span style='font-weight:500'>a</span>", "<p>a</p>"),
    ("<i style='font-style:normal'>a</i>", "<p>a</p>"),
    ("<u>a</u><ins>b</ins><sup>2</sup><code>c</code>", "<p>ab<sup>2</sup>c</p>"),
    (
        "10<sup>6</sup> km<sup>2</sup>, CO<sub>2</sub>",
        "<p>10<sup>6</sup> km<sup>2</sup>, CO<sub>2</sub></p>",
    ),
    (
        "10<span style='font-size:0.6em;vertical-align:super;'>6</span>"
        "H<span style='vertical-align: sub'>2</span>O",
        "<p>10<sup>6</sup>H<sub>2</sub>O</p>",
    ),
    ("<sup style='vertical-align:baseline;top:-.5em'>2</sup>", "<p><sup>2</sup></p>"),
    (
        "<p style='vertical-align:super'>a</p><span style='vertical-align:top'>b</span>",
        "<p>a</p><p>b</p>",
    ),
    ("<b>x<sup>2</sup></b>", "<p><strong>x<sup>2</sup></strong></p>"),
    ("<h2>CO<sub>2</sub></h2>", "<h3>CO<sub>2</sub></h3>"),
    ("<ul><li>1<sup>st</sup></li></ul>", "<ul><li><p>1<sup>st</sup></p></li></ul>"),
    ("He said <q>no</q>.", "<p>He said “no”.</p>"),
    ("<h1>a</h1><h2>b</h2><h3>c</h3>", "<h3>a</h3><h3>b</h3><h3>c</h3>"),
    ("<h4>a</h4><h5>b</h5><h6>c</h6>", "<h4>a</h4><h4>b</h4><h4>c</h4>"),
    ("<h2><strong>a</strong></h2>", "<h3>a</h3>"),
    ("<p class=MsoTitle>a</p>", "<h3>a</h3>"),
    (
        "<ul><li>a<ul><li>b</li></ul></li></ul>",
        "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>",
    ),
    (
        "<blockquote>a<blockquote>b</blockquote></blockquote>",
        "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>",
    ),
    ("<dl><dt>a</dt><dd>b</dd></dl>", "<p>a</p><p>b</p>"),
    ("<table><tr><td>a</td><td></td><td><p>b</p><p>c</p></td></tr></table>", "<p>a | b c</p>"),
    ("<a href='https://a.example/'>a</a>", '<p><a href="https://a.example/">a</a></p>'),
    ("<a href=' https://a.example/ '>a</a>", '<p><a href="https://a.example/">a</a></p>'),
    (
        "<a href='mailto:a@b.example?subject=c'>a</a>",
        '<p><a href="mailto:a@b.example">a</a></p>',
    ),
    ("<a href='https://a.example/'></a>", ""),
    ("<a href='#top'>a</a><a href='/b'>b</a><a href='//c.example'>c</a>", "<p>abc</p>"),
    ("<a href='file:///C:/x.docx'>a</a><a name=b>b</a>", "<p>ab</p>"),
    ("<a href='javascript:alert(1)'>a</a>", "<p>a</p>"),
    ("<script>a</script><style>b</style><!--c--><title>d</title>e", "<p>e</p>"),
    ("<style>p { } e", ""),
    ("<img src=x onerror=alert(1)>a<svg><text>b</text></svg>", "<p>a</p>"),
    ("<p style='display:none'>a</p><p hidden>b</p><span style='mso-hide:all'>c</span>", ""),
    *(
        (f"<p>a</p><{raw}><b>b</b> <s>no</s> &amp; <p>c</p></{raw}>d", f"<p>a</p>{inside}<p>d</p>")
        for raw, inside in [
            *(
                (raw, "<p><strong>b</strong> &amp;</p><p>c</p>")
                for raw in ("xmp", "plaintext", "noembed", "noframes", "XMP")
            ),
            *((raw, "") for raw in ("noscript", "textarea", "title", "template", "iframe")),
        ]
    ),
    ("&lt;script&gt;a", "<p>&lt;script&gt;a</p>"),
    ("<p>a<o:p></o:p></p><o:p>&nbsp;</o:p>", "<p>a</p>"),
    ("<p data-pm-slice='1 1 []'>a <b>b</b></p>", "<p data-pm-slice='1 1 []'>a <b>b</b></p>"),
    # The same sign from another program's editor, which knows more than ours.
    ("<p data-pm-slice='1 1 []'>a <s>b</s></p>", "<p>a</p>"),
    ("<p data-pm-slice='1 1 []' style='text-decoration:line-through'>a</p>b", "<p>b</p>"),
    *(
        (f"a<{tag}>{inner}</{tag}>c", "<p>ac</p>")
        for tag in ("s", "strike", "del")
        for inner in ("b", "<b>b</b>")
    ),
    ("a<span style='text-decoration:line-through'>b</span>c", "<p>ac</p>"),
    ("a<span style='color:red;text-decoration: underline line-through'>b</span>c", "<p>ac</p>"),
    ("a<span style='text-decoration-line:line-through'>b</span>c", "<p>ac</p>"),
    ("a<span style='text-line-through:double'>b</span>c", "<p>ac</p>"),
    ("<p style='text-decoration:line-through'>a</p><p>b</p>", "<p>b</p>"),
    ("<s style='text-decoration:none'>a</s>", "<p>a</p>"),
    ("<span style='text-decoration:underline;text-decoration-style:solid'>a</span>", "<p>a</p>"),
    *((f"In 2024{mark}.", "<p>In 2024.</p>") for mark in MARKS),
    (
        "10<sup><a href='https://ledger.example/power'>6</a></sup>",
        '<p>10<sup><a href="https://ledger.example/power">6</a></sup></p>',
    ),
    ("<a href='#part'>see part 3</a>", "<p>see part 3</p>"),
    ("<p><a href='#_ftnref1'>[1]</a> The Ledger.</p>", "<p>The Ledger.</p>"),
    (
        "<table><tr><td>a<br>b</td><td><ul><li>c</li><li>d</li></ul></td></tr></table>",
        "<p>a b | c; d</p>",
    ),
    (
        "<table><tr><td>10<sup>6</sup></td><td><s>b</s>c</td></tr></table>",
        "<p>10<sup>6</sup> | c</p>",
    ),
    (
        "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td><p>c</p></td></tr></table>",
        "<p>a | b</p><p>c</p>",
    ),
    (
        "<pre><code>one<br>two\n  th<sup>2</sup>\n</code></pre>",
        "<p>one<br>two<br>th<sup>2</sup></p>",
    ),
]

#: HTML -> what is said of the paste.
SAID = [
    ("<p>a</p>", ""),
    ("<b>a</b><u>b</u><img width=1 height=1 src=x>", ""),
    ("a<s>b</s>", "Not taken along: 1 struck-out passage."),
    ("a<s>b</s> c <del>d</del><s> </s>", "Not taken along: 2 struck-out passages."),
    (
        "a<span style='text-decoration:line-through'>b</span><s><b>c</b> <s>d</s></s>e",
        "Not taken along: 1 struck-out passage.",
    ),
    (
        "<s>a</s><img src=x>b<sup><a href='#fn1'>1</a>,<a href='#fn2'>2</a></sup>c<sup>[3]</sup>"
        "<table><tr><td>d</td><td>e</td></tr></table>",
        "Not taken along: 1 struck-out passage, 1 picture, 3 footnote marks. A table became lines.",
    ),
    (
        "<figure><picture><img src=x></picture></figure><svg></svg><video></video>",
        "Not taken along: 2 pictures, 1 film or other insert.",
    ),
    (
        "<a href='/b'>a</a><a href='#c'>b</a><a href='file:///c'>d</a>",
        "Not taken along: 2 links that lead nowhere.",
    ),
    ("a<sup><a href='#cmnt1'>[a]</a></sup>", "Not taken along: 1 comment."),
    ("<pre>a\nb</pre><table><tr><td>only</td></tr></table>", "Code became plain lines."),
    ("<p data-pm-slice='1 1 []'>a</p>", ""),
]

#: Raised and lowered letters, for the browser and the server.
LEVELS = [
    *(
        ("sup", words)
        for words in (
            "6",
            "-12",
            "2+",
            "n",
            "st",
            "lle",
            "er.",
            "2a",
            "q",
            "10 3",
            "*",
            "é",
            "",
            " ",
            "(1)",
            "⁶",
            "a²",
            "−",
        )
    ),
    *(("sub", words) for words in ("2", "max", "x", "b", "i+1", "0.5")),
]

#: Much of one thing.
HEAVY = {
    "blanks": "<p>a" + "<i> </i>" * 20_000 + "b</p>",
    "hard blanks": "<p>a" + "&nbsp;" * 40_000 + "b</p>",
    "breaks": "a" + "<br>&nbsp;" * 20_000 + "b",
    "tags that are none": "<a" * 40_000,
    "style sheets": "<style" * 20_000 + "</style " * 20_000,
    "declarations": "<p style='" + ";  vertical-align" * 20_000 + "'>a</p>",
    "notes": "<sup>[1</sup>" * 10_000,
}
