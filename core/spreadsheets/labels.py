"""What people write before sums and below tables."""

import re

TOTAL_WORD = r"(?:grand\s+|sub\s?-?\s?|net\s+|running\s+|report\s+|overall\s+)?totals?"
TOTAL = re.compile(
    rf"(?:{TOTAL_WORD}|sum|summe|gesamt(?:summe)?|somme|suma|totale|totaal|averages?|avg\.?|mean|median|count|minimum|maximum"
    r"|m(?:in|ax)(?=:))(?:\s*\(.{0,30}\))?\s*:?",
    re.IGNORECASE,
)
TOTAL_OF = re.compile(rf"{TOTAL_WORD}\s*(?:for|of|in|-|–|:)?\s*.{{1,60}}", re.IGNORECASE)
OF_TOTAL = re.compile(rf".{{1,60}}\s(?:{TOTAL_WORD}|average|count|sum)\s*:?", re.IGNORECASE)
TOTAL_HINT = re.compile(
    r"tot|sum|somme|gesamt|average|avg|mean|median|count|min|max", re.IGNORECASE
)
# Above those who are no longer there: a heading of its own wherever it stands alone.
GONE = re.compile(
    r"(?:leavers?|alumni|no\s+longer\s+(?:here|with\s+us|employed|managed)"
    r"|(?:former|past|previous|ex|inactive|terminated|departed|archived)(?:[\s-]+(?:team|staff|employees?"
    r"|members?|people|homes|units|properties|vendors|owners|contacts|clients|items))*)\s*:?",
    re.IGNORECASE,
)
FOOTER = re.compile(
    r"(?:printed|generated|exported|created|prepared|downloaded|last\s+(?:updated|changed)"
    r"|updated|report\s+(?:date|run|generated)|run\s+(?:date|on)|as\s+of|source|notes?|page\s+\d+"
    r"|confidential|copyright|end\s+of|\d[\d,.]*\s+(?:rows?|records?|entries|items|results))\b.*"
    r"|[*†‡©].*|-{3,}.*|={3,}.*",
    re.IGNORECASE | re.DOTALL,
)
