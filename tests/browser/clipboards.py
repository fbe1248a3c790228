# ruff: noqa: E501 (lines are as long as the programs make them)
"""What programs put on the clipboard as HTML, and the text that a paste of it must become."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Clipboard:
    """HTML in the form that one program writes, and what is stored of it."""

    html: str
    stored: str


WORD = Clipboard(
    """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/ines/AppData/Local/Temp/msohtmlclip1/01/filelist.xml">
<!--[if gte mso 9]><xml>
 <o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings>
</xml><![endif]-->
<style>
<!--
 /* Font Definitions */
 @font-face {font-family:"Cambria Math"; panose-1:2 4 5 3 5 4 6 3 2 4;}
 p.MsoNormal, li.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:11.0pt;}
 @list l0 {mso-list-id:1234567890; mso-list-type:hybrid;}
 @list l0:level1 {mso-level-number-format:bullet; mso-level-text:\uf0b7;}
-->
</style>
<!--[if gte mso 10]>
<style> table.MsoNormalTable {mso-style-name:"Table Normal";} </style>
<![endif]-->
</head>

<body lang=EN-GB style='tab-interval:36.0pt;word-wrap:break-word'>
<!--StartFragment-->

<h1><a name="_Toc170000001">Who was asked<o:p></o:p></a></h1>

<p class=MsoNormal>The <st1:City w:st="on"><st1:place w:st="on">Port Ellery</st1:place></st1:City>
pilots <b style='mso-bidi-font-weight:normal'>would not</b> sail, <i style='mso-bidi-font-style:
normal'>they said</i>,<span style='mso-spacerun:yes'>  </span>after dark<a style='mso-footnote-id:
ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span
style='mso-special-character:footnote'>[1]</span></span></a>. See <a
href="https://ledger.example/pilots?id=7&amp;page=2"><span style='color:#0563C1'>the
Ledger</span></a>.<o:p></o:p></p>

<p class=MsoNormal><o:p>&nbsp;</o:p></p>

<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
!supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>The owners<o:p></o:p></p>

<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-add-space:auto;text-indent:
-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span
style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>
</span><![endif]>of <b>two</b> ferries<o:p></o:p></p>

<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
!supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>The insurers</p>

<p class=MsoNormal>In this order:<o:p></o:p></p>

<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if
!supportLists]><span style='mso-bidi-font-family:Calibri'><span style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Rest<o:p></o:p></p>

<p class=MsoListParagraphCxSpMiddle>and nothing else,</p>

<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if
!supportLists]><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>
&nbsp;&nbsp; </span></span><![endif]>Pay<o:p></o:p></p>

<h2>What they earn</h2>

<p class=MsoNormal>It was <del cite="mailto:Ines%20Duarte" datetime="2031-03-01T10:00">never</del><ins
cite="mailto:Ines%20Duarte" datetime="2031-03-01T10:00">once</ins> said.<span
class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[ID1]</a></span></p>

<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=300 valign=top><p class=MsoNormal>Pilot<o:p></o:p></p></td>
  <td width=300 valign=top><p class=MsoNormal>a month<o:p></o:p></p></td>
 </tr>
 <tr style='mso-yfti-irow:1;mso-yfti-lastrow:yes'>
  <td width=300 valign=top><p class=MsoNormal>Senior</p></td>
  <td width=300 valign=top><p class=MsoNormal><b>4 100</b></p></td>
 </tr>
</table>

<p class=MsoNormal><v:shape id="Picture_1" style='width:100pt'><v:imagedata
src="file:///C:/Users/ines/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png"/></v:shape><img
width=100 src="file:///C:/Users/ines/AppData/Local/Temp/msohtmlclip1/01/clip_image002.png"></p>

<!--EndFragment-->
</body>

</html>""",
    "<h3>Who was asked</h3>"
    "<p>The Port Ellery pilots <strong>would not</strong> sail, <em>they said</em>, after dark."
    ' See <a href="https://ledger.example/pilots?id=7&amp;page=2">the Ledger</a>.</p>'
    "<ul><li><p>The owners</p><ul><li><p>of <strong>two</strong> ferries</p></li></ul></li>"
    "<li><p>The insurers</p></li></ul>"
    "<p>In this order:</p>"
    "<ol><li><p>Rest</p><p>and nothing else,</p></li><li><p>Pay</p></li></ol>"
    "<h3>What they earn</h3>"
    "<p>It was once said.</p>"
    "<p>Pilot | a month</p><p>Senior | <strong>4 100</strong></p>",
)

WORD_ON_THE_WEB = Clipboard(
    """<html><body>
<!--StartFragment--><div class="OutlineElement Ltr SCXW1" style="direction: ltr;"><p class="Paragraph
SCXW1" role="heading" aria-level="1" paraid="1" style="font-weight: normal;"><span class="TextRun
SCXW1" data-contrast="none"><span class="NormalTextRun SCXW1">Ice edge</span></span><span
class="EOP SCXW1" data-ccp-props="{}">&nbsp;</span></p></div><div class="OutlineElement Ltr SCXW1"><p
class="Paragraph SCXW1" xml:lang="EN-GB" style="font-weight: normal; font-style: normal;"><span
class="TextRun SCXW1"><span class="NormalTextRun SCXW1">The edge is </span></span><span
class="TextRun SCXW1" style="font-weight: bold;"><span class="NormalTextRun SCXW1">forty</span></span>
<span class="TextRun SCXW1"><span class="NormalTextRun SCXW1"> miles north, </span></span><a
class="Hyperlink SCXW1" href="https://ice.example/edge" target="_blank" rel="noreferrer"
style="text-decoration: none;"><span class="TextRun Underlined SCXW1"><span class="NormalTextRun
SCXW1">the office said</span></span></a><span class="TextRun SCXW1">.</span><span
class="EOP SCXW1">&nbsp;</span></p></div><div class="ListContainerWrapper SCXW1"><ul
class="BulletListStyle1 SCXW1" role="list"><li data-leveltext="\uf0b7" data-font="Symbol"
data-listid="1" aria-setsize="-1" data-aria-posinset="1" data-aria-level="1" role="listitem"
class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1"><span class="TextRun SCXW1">Ferries</span>
<span class="EOP SCXW1">&nbsp;</span></p></li></ul></div><div class="ListContainerWrapper SCXW1"><ul
class="BulletListStyle2 SCXW1" role="list"><li data-leveltext="o" data-listid="1" data-aria-level="2"
class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1"><span class="TextRun SCXW1">the old
one</span><span class="EOP SCXW1">&nbsp;</span></p></li></ul></div><div class="ListContainerWrapper
SCXW1"><ul class="BulletListStyle1 SCXW1" role="list"><li data-leveltext="\uf0b7" data-listid="1"
data-aria-level="1"><p class="Paragraph SCXW1"><span class="TextRun SCXW1">Trawlers</span><span
class="EOP SCXW1">&nbsp;</span></p></li></ul></div><!--EndFragment-->
</body></html>""",
    "<h3>Ice edge</h3>"
    "<p>The edge is <strong>forty</strong> miles north, "
    '<a href="https://ice.example/edge">the office said</a>.</p>'
    "<ul><li><p>Ferries</p><ul><li><p>the old one</p></li></ul></li><li><p>Trawlers</p></li></ul>",
)

GOOGLE_DOCS = Clipboard(
    """<meta charset='utf-8'><html><head></head><body><meta charset="utf-8"><b
style="font-weight:normal;" id="docs-internal-guid-0b7d2c1e-7fff-4f6e-9a35-5c1d0e8a1f00"><h2
dir="ltr" style="line-height:1.38;margin-top:18pt;margin-bottom:6pt;"><span style="font-size:16pt;
font-family:Arial,sans-serif;color:#000000;font-weight:400;font-style:normal;
text-decoration:none;">Shore power</span></h2><p dir="ltr" style="line-height:1.38;margin-top:0pt;">
<span style="font-size:11pt;font-weight:400;font-style:normal;white-space:pre-wrap;">The quay has
</span><span style="font-size:11pt;font-weight:700;font-style:normal;">no cable</span><span
style="font-size:11pt;font-weight:400;font-style:normal;">, and the </span><span
style="font-size:11pt;font-weight:400;font-style:italic;">Aurora</span><span style="font-size:11pt;
font-weight:400;"> burns oil, </span><a
href="https://www.google.com/url?q=https://ledger.example/quay?a%3D1%26b%3D2&amp;sa=D&amp;source=editors&amp;ust=1900000000000000&amp;usg=AOvVaw0"
style="text-decoration:none;"><span style="font-size:11pt;color:#1155cc;font-weight:400;
text-decoration:underline;">as the Ledger found</span></a><span
style="font-weight:400;">.</span></p><br /><ul style="margin-top:0;margin-bottom:0;
padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;font-weight:400;"
aria-level="1"><p dir="ltr" style="line-height:1.38;" role="presentation"><span
style="font-weight:400;">Cables</span></p></li><ul style="margin-top:0;"><li dir="ltr"
style="list-style-type:circle;font-weight:400;" aria-level="2"><p dir="ltr" role="presentation"><span
style="font-weight:400;">of copper</span></p></li></ul><li dir="ltr" style="list-style-type:disc;"
aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">A meter</span></p></li>
</ul><ol style="margin-top:0;"><li dir="ltr" style="list-style-type:decimal;" aria-level="1"><p
dir="ltr" role="presentation"><span style="font-weight:400;">Ask</span></p></li></ol><div dir="ltr"
style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup>
<col width="312"/><col width="312"/></colgroup><tbody><tr style="height:0pt"><td
style="border-left:solid #000000 1pt;"><p dir="ltr"><span style="font-weight:400;">Quay</span></p></td>
<td><p dir="ltr"><span style="font-weight:700;">MW</span></p></td></tr></tbody></table></div><p
dir="ltr"><span style="border:none;display:inline-block;overflow:hidden;width:600px;"><img
src="https://lh7.example/docsz/AD_4nX" width="600" height="400" /></span></p></b><br
class="Apple-interchange-newline"></body></html>""",
    "<h3>Shore power</h3>"
    "<p>The quay has <strong>no cable</strong>, and the <em>Aurora</em> burns oil, "
    '<a href="https://ledger.example/quay?a=1&amp;b=2">as the Ledger found</a>.</p>'
    "<ul><li><p>Cables</p><ul><li><p>of copper</p></li></ul></li><li><p>A meter</p></li></ul>"
    "<ol><li><p>Ask</p></li></ol>"
    "<p>Quay | <strong>MW</strong></p>",
)

GMAIL = Clipboard(
    """<meta charset='utf-8'><div dir="ltr">Good morning,<div><br></div><div>the statement is below.
<b>Please</b> do not name me.<br><br>Rui</div><div><br clear="all"></div></div><br><div
class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Thu, 6 Mar 2031 at
10:12, Harbour Office &lt;<a href="mailto:press@harbour.example?subject=Re"
target="_blank">press@harbour.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote"
style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"><div
dir="ltr">The lamp is dark since <a
href="https://www.google.com/url?q=https://harbour.example/lamp&amp;source=gmail&amp;ust=1&amp;usg=AO"
target="_blank">Monday</a>.<div>It will be mended.</div></div>
</blockquote></div><img src="https://track.example/open.gif?u=1" width="1" height="1"
style="display:none"><span style="display:none">Preheader nobody sees</span>""",
    "<p>Good morning,</p>"
    "<p>the statement is below. <strong>Please</strong> do not name me.</p>"
    "<p>Rui</p>"
    "<p>On Thu, 6 Mar 2031 at 10:12, Harbour Office "
    '&lt;<a href="mailto:press@harbour.example">press@harbour.example</a>&gt; wrote:</p>'
    '<blockquote><p>The lamp is dark since <a href="https://harbour.example/lamp">Monday</a>.</p>'
    "<p>It will be mended.</p></blockquote>",
)

OUTLOOK = Clipboard(
    """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator
content="Microsoft Word 15 (filtered medium)"><style><!--p.MsoNormal{margin:0cm}--></style></head><body
lang=EN-GB link="#0563C1" vlink="#954F72"><!--StartFragment--><div class=WordSection1><p
class=MsoNormal><span style='mso-fareast-language:EN-US'>Dear Ms Duarte,<o:p></o:p></span></p><p
class=MsoNormal><span style='mso-fareast-language:EN-US'><o:p>&nbsp;</o:p></span></p><p
class=MsoNormal>our <i>answer</i> is <a
href="https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fowners.example%2Fanswer%3Fid%3D3&amp;data=05%7C02%7Cines%40strait.example%7C0&amp;sdata=x%3D&amp;reserved=0"
originalsrc="https://owners.example/answer?id=3" shash="x=">here</a>.<o:p></o:p></p><div
style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>
<span lang=EN-US>From:</span></b><span lang=EN-US> Ines Duarte &lt;ines@strait.example&gt; <br><b>Sent:
</b> 5 March 2031 17:02<o:p></o:p></span></p></div><blockquote style='border:none;border-left:solid
#CCCCCC 1.0pt;padding:0cm 0cm 0cm 6.0pt;margin-left:4.8pt'><p class=MsoNormal>Who pays?<o:p></o:p></p>
</blockquote><ul style='margin-top:0cm' type=disc><li class=MsoListParagraph
style='margin-left:0cm;mso-list:l0 level1 lfo1'>The owners<o:p></o:p></li><li class=MsoListParagraph
style='margin-left:0cm;mso-list:l0 level1 lfo1'>The port<o:p></o:p></li></ul></div><!--EndFragment-->
</body></html>""",
    "<p>Dear Ms Duarte,</p>"
    '<p>our <em>answer</em> is <a href="https://owners.example/answer?id=3">here</a>.</p>'
    "<p><strong>From:</strong> Ines Duarte &lt;ines@strait.example&gt;<br><strong>Sent:</strong> "
    "5 March 2031 17:02</p>"
    "<blockquote><p>Who pays?</p></blockquote>"
    "<ul><li><p>The owners</p></li><li><p>The port</p></li></ul>",
)

APPLE_MAIL = Clipboard(
    """<meta charset="UTF-8"><span style="caret-color: rgb(0, 0, 0); color: rgb(0, 0, 0);
font-family: Helvetica; font-size: 12px; font-style: normal; font-weight: normal; display: inline
!important; float: none;">We saw<span class="Apple-converted-space">&nbsp;</span></span><b
style="caret-color: rgb(0, 0, 0); font-family: Helvetica;">two</b><span style="font-weight:
normal;"><span class="Apple-converted-space">&nbsp;</span>boats.</span><div style="font-style: normal;
font-weight: normal;"><br class=""></div><div class="">Nothing else.<br class=""><div><br
class=""><blockquote type="cite" class=""><div class="">On 6 Mar 2031, at 09:00, Desk &lt;<a
href="mailto:desk@strait.example" class="">desk@strait.example</a>&gt; wrote:</div><br
class="Apple-interchange-newline"><div class=""><div class="" style="word-wrap: break-word;">What did
you see?</div></div></blockquote></div></div>""",
    "<p>We saw <strong>two</strong> boats.</p>"
    "<p>Nothing else.</p>"
    "<blockquote><p>On 6 Mar 2031, at 09:00, Desk "
    '&lt;<a href="mailto:desk@strait.example">desk@strait.example</a>&gt; wrote:</p>'
    "<p>What did you see?</p></blockquote>",
)

LIBREOFFICE = Clipboard(
    """<!DOCTYPE html>
<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
	<style type="text/css">
		@page { size: 21cm 29.7cm; margin: 2cm }
		p { line-height: 115%; margin-bottom: 0.25cm; background: transparent }
		a:link { color: #000080; so-language: zxx; text-decoration: underline }
	</style>
</head>
<body lang="en-GB" link="#000080" vlink="#800000" dir="ltr">
<h5 class="western">Certificates</h5>
<p style="line-height: 100%; margin-bottom: 0cm"><font face="Liberation Serif, serif"><font size="3"
style="font-size: 12pt">The <b>certificate</b> of the <i>Maren</i> ran out;
<a href="http://registry.example/maren"><font color="#000080"><u>the registry</u></font></a>
	says so.</font></font></p>
<p style="margin-bottom: 0cm"><br/>

</p>
<ol>
	<li><p style="margin-bottom: 0cm">Hull</p></li>
	<li><p style="margin-bottom: 0cm">Engine</p>
	<ul>
		<li><p style="margin-bottom: 0cm">and pumps</p></li>
	</ul></li>
</ol>
<p style="margin-bottom: 0cm"><sdfield type=DATETIME sdval="1">6 March</sdfield></p>
</body>
</html>""",
    "<h4>Certificates</h4>"
    "<p>The <strong>certificate</strong> of the <em>Maren</em> ran out; "
    '<a href="http://registry.example/maren">the registry</a> says so.</p>'
    "<ol><li><p>Hull</p></li><li><p>Engine</p><ul><li><p>and pumps</p></li></ul></li></ol>"
    "<p>6 March</p>",
)

NEWS_PAGE = Clipboard(
    """<meta charset='utf-8'><article class="story" style="box-sizing: border-box; color: rgb(20, 20,
20); font-style: normal; font-weight: 400;"><header><h1 class="hed" style="font-weight: 700;"><a
href="https://post.example/herring?fbclid=IwAR0x" onclick="track()">Herring come early</a></h1><p
class="byline">By <a href="/by/ana-reis" rel="author">Ana Reis</a></p></header><figure><picture><source
srcset="https://img.post.example/1.webp"><img src="https://img.post.example/1.jpg" alt="A net"
onload="x()"></picture><figcaption>Nets on the quay.</figcaption></figure><div class="ad"><script>
document.write("ad")</script><iframe src="https://ads.example/"></iframe></div><p style="margin: 0px
0px 20px;">The herring came <em>a month</em> early, <a
href="https://l.facebook.com/l.php?u=https%3A%2F%2Fsea.example%2Fcounts&amp;h=AT0" target="_blank"
style="color: rgb(0, 0, 238);">the count</a> shows.&nbsp; “Never before,” said a <span
style="font-weight: 600;">skipper</span>.</p><aside class="related"><button>Share</button><svg
viewBox="0 0 1 1"><title>Share</title><path d="M0 0"></path></svg></aside><blockquote
class="pullquote"><p>Nobody was ready.</p><footer>— a buyer</footer></blockquote><h5>Numbers</h5><table>
<thead><tr><th>Year</th><th>Tonnes</th></tr></thead><tbody><tr><td>2030</td><td>1&nbsp;000</td></tr>
</tbody></table><a href="https://post.example/more"><div><h3>Read on</h3><p>Where they went</p></div>
</a><p><a href="javascript:subscribe()">Subscribe</a></p><hr></article>""",
    '<h3><a href="https://post.example/herring?fbclid=IwAR0x">Herring come early</a></h3>'
    "<p>By Ana Reis</p>"
    "<p>Nets on the quay.</p>"
    "<p>The herring came <em>a month</em> early, "
    '<a href="https://sea.example/counts">the count</a> shows. '
    "“Never before,” said a <strong>skipper</strong>.</p>"
    "<blockquote><p>Nobody was ready.</p><p>— a buyer</p></blockquote>"
    "<h4>Numbers</h4>"
    "<p>Year | Tonnes</p><p>2030 | 1&nbsp;000</p>"
    '<h3><a href="https://post.example/more">Read on</a></h3>'
    '<p><a href="https://post.example/more">Where they went</a></p>'
    "<p>Subscribe</p>",
)

NEWSLETTER = Clipboard(
    """<table role="presentation" width="100%"><tbody><tr><td align="center"><table width="600"><tbody>
<tr><td style="padding: 20px;"><h2>Port notes</h2><p>Two ships <strong>wait</strong>.</p></td></tr><tr>
<td><p>One left:<br>the <i>Maren</i>.</p><p>&nbsp;</p></td></tr></tbody></table></td></tr></tbody>
</table>""",
    "<h3>Port notes</h3><p>Two ships <strong>wait</strong>.</p><p>One left:<br>the <em>Maren</em>.</p>",
)

CLIPBOARDS = {
    "Word": WORD,
    "Word on the web": WORD_ON_THE_WEB,
    "Google Docs": GOOGLE_DOCS,
    "Gmail": GMAIL,
    "Outlook": OUTLOOK,
    "Apple Mail": APPLE_MAIL,
    "LibreOffice": LIBREOFFICE,
    "news page": NEWS_PAGE,
    "newsletter": NEWSLETTER,
}
