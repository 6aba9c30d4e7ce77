"""Characters made plain for the parser, one for one, so that offsets stay those of the exact text."""

from __future__ import annotations

import re

_PLAIN = {
    **dict.fromkeys("“”„‟«»＂", '"'),
    **dict.fromkeys("‘’‚‛‹›`´＇", "'"),
    **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000\u200b\ufeff\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "),
    **dict.fromkeys("‐‑", "-"),
    "…": ".",
}
_TABLE = str.maketrans(_PLAIN)
_TWIN_MARKS = re.compile(r"``|''|‘‘|’’")
_LOW_DASH = re.compile(r"(?<= )_(?= )")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def plain(text: str) -> str:
    """`text` with curly marks, odd spaces and line breaks made plain. Same length, always.

    ``Two small marks'' of old wires become a space and a double mark, in the order that keeps the mark at its word.
    """

    def twin(match: re.Match[str]) -> str:
        opens = match.end() < len(text) and not text[match.end()].isspace() and match[0] in ("``", "‘‘")
        return ' "' if opens else '" '

    made = _TWIN_MARKS.sub(twin, text).translate(_TABLE)
    return _CONTROL.sub(" ", _LOW_DASH.sub("-", made))
