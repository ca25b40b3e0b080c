"""Texts that break careless software, by what they break. All are data that must come back whole.

Invisible and directional characters are written as escapes, so that this file reads as it is.
"""

import json

from config.embedded import REPO

QUOTES = [
    'O\'Brien & Daughters "Ohana"',
    "''''",
    '"',
    "back\\slash\\",
    "`tick`",
    "‘ʻOkina’ and “quotes”",
]
SQL = [
    "Robert'); DROP TABLE contacts;--",
    "1 OR 1=1",
    "' UNION SELECT password FROM portal.users --",
    "$$; SELECT pg_sleep(10); $$",
    "100%_done",
    "\\'; --",
]
MARKUP = [
    "<script>alert('aloha')</script>",
    '"><img src=x onerror=alert(1)>',
    "<b>bold</b> &amp; &lt;i&gt;",
    "<!-- comment -->",
    "<![CDATA[ x ]]>",
    "javascript:alert(1)",
    "</textarea><h1>out</h1>",
    "</script><script>alert(2)</script>",
    "{{ 7 * 7 }} {% csrf_token %}",
    "${7*7} #{7*7} {x.constructor('alert(3)')()}",
    "<svg/onload=alert(4)>",
]
DIRECTIONS = [
    "\u202eright to left override",
    "שלום עולם",
    "مرحبا بالعالم",
    "mixed עברית and English",
    "\u2066isolate\u2069",
]
INVISIBLE = [
    "zero\u200bwidth\u200djoiner",
    "\ufeffbyte order mark",
    "soft\u00adhyphen",
    "non\u00a0breaking\u202fspaces",
    "vertical\u000btab and form\u000cfeed",
    "bell\u0007 and escape\u001b[31m",
    "line\u2028separator and paragraph\u2029separator",
    "  spaces at both ends  ",
    "tab\tinside",
]
SCRIPTS = [
    "Haleakalā, Kāʻanapali, Māʻalaea",
    "田中さんにあげて下さい",
    "Ünïcödé ñandú Åßœ",
    "Z̷̛͉a̶l̸g̵o̴",
    "ＦＵＬＬＷＩＤＴＨ",
    "e\u0301 is not é",
    "ﬁ ligature",
    "İstanbul ıslak",
    "😀👩‍👩‍👧‍👦🏳️‍🌈🇺🇸",
    "𝕆𝕦𝕥𝕤𝕚𝕕𝕖 𐐀 the plane",
]
NUMBERS = [
    "0",
    "-1",
    "007",
    "1E+02",
    "1,000.50",
    "NaN",
    "Infinity",
    "0x1F",
    "9007199254740993",
    "2026-02-30",
    "1/2",
    "MARCH1",
]
WORDS = ["null", "NULL", "None", "undefined", "true", "FALSE", "nil", "-", "N/A", "CON", "default"]
FORMULAS = [
    "=1+1",
    '=HYPERLINK("http://evil.example","click")',
    "+1-808-555-0100",
    "-2+3",
    "@SUM(A1:A9)",
    "=cmd|' /C calc'!A0",
    "'=already quoted",
    "''=twice",
    "'tis the season",
    "\t=tabbed",
]
FORMATS = ["%s %d %n %x", "{0} {name!r} {}", "%(password)s", "$HOME `id` $(id)", "%00 %0d%0a"]
PATHS = [
    "../../../../etc/passwd",
    "C:\\Windows\\..\\boot.ini",
    "file:///etc/hosts",
    "/dev/null; id",
]
LONG = ["a" * 5000, "word " * 1000 + "end", "ʻ" * 3000, "<" * 2000]
LINES = ["two\nlines", "three\n\n\nlines", "\n leading line", 'cell "quoted",\nand broken']

LINE_TEXTS = [
    *QUOTES,
    *SQL,
    *MARKUP,
    *DIRECTIONS,
    *INVISIBLE,
    *SCRIPTS,
    *NUMBERS,
    *WORDS,
    *FORMULAS,
    *FORMATS,
    *PATHS,
    *LONG,
]
TEXTS = [*LINE_TEXTS, *LINES]
#: What PostgreSQL cannot keep in a text: refused with words, never an error page.
WITH_NUL = ["nul\x00inside", "\x00", "ends\x00"]


def big_list() -> list[str]:
    """The Big List of Naughty Strings, where it stands beside the repository."""
    path = REPO.parent / "shared" / "data" / "nasty" / "blns" / "blns.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
