"""Which language a text is in: by its commonest small words and its script.

A profile of our own is enough here, since only English is read: the question is whether a text is English, and the
answer for the others is a help to the reader of the note.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

SAMPLE = 20_000
"""Code points that are looked at."""
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = 8
"""Words of a paragraph below which its language is not asked; in another script, `_LETTERS`."""
_LETTERS = 12
_COMMON: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in a that is was for it on with as he be at by have from this are not but had they his "
        "were said an has its which who will been would their or after more about than when also there up out",
        "fr": "le la les de des du et en un une est que qui dans pour au aux par sur pas ne ce se son sa il elle "
        "ont été avec plus mais ou cette leur ses",
        "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden "
        "aus er hat dass sie nach wird bei einer um am sind noch wie einem über",
        "es": "el la los las de que y en un una es se del por con no para su al lo como más pero sus le ha este fue "
        "entre cuando muy sin sobre también",
        "it": "il lo la gli le di che e un una è per in del della non con si da dei al sono ha più come ma nel alla "
        "anche questo delle ai",
        "pt": "o a os as de que e em um uma do da dos das não para com por se no na mais ao foi como mas seu sua "
        "são pelo",
        "nl": "de het een van en in is dat op te zijn voor met die niet aan er om ook als bij door maar naar over "
        "hij uit wordt nog werd heeft",
        "sv": "och i att det som en på är av för med till den har inte om ett han men var de vi från så vid också sin",
        "pl": "i w na z że się nie do to jest o jak po co ale za od tym przez dla przy jego są oraz był",
        "tr": "ve bir bu için ile da de olarak çok daha olan gibi en sonra kadar ne ancak göre var oldu ise",
        "id": "yang dan di dari dengan untuk pada ini itu dalam tidak akan ke oleh juga adalah telah para sebagai",
    }.items()
}
_SCRIPTS = {
    "CYRILLIC": "ru", "ARABIC": "ar", "HEBREW": "he", "GREEK": "el", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja",
    "HANGUL": "ko", "DEVANAGARI": "hi", "THAI": "th",
}  # fmt: skip


def detect(text: str) -> str:
    """ISO 639-1 code, or "" for a text with too few words to tell (such a text may be read as English)."""
    sample = text[:SAMPLE]
    letters = [c for c in sample[:4000] if c.isalpha()]
    scripts = Counter(unicodedata.name(c, "?").split()[0] for c in letters if ord(c) > 0x24F)
    if letters and sum(scripts.values()) > 0.4 * len(letters):
        # Japanese mixes its own letters with Chinese characters.
        if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.05 * len(letters):
            return "ja"
        return _SCRIPTS.get(scripts.most_common(1)[0][0], "")
    words = Counter(w.casefold() for w in _WORD.findall(sample))
    total = sum(words.values())
    if total < 12:
        return ""
    scores = {language: sum(words[w] for w in common) / total for language, common in _COMMON.items()}
    best = max(scores, key=lambda language: scores[language])
    if scores[best] < 0.12:
        # Tables, results and lists have few small words in any language.
        return ""
    return "en" if scores["en"] >= scores[best] - 0.02 and scores["en"] >= 0.12 else best


def is_english(text: str, stated: str = "") -> tuple[bool, str]:
    """Whether to read it, and its language: the detected one, else the one that the publisher stated, else English."""
    found = detect(text) or stated.casefold().split("-")[0] or "en"
    return found == "en", found


def is_foreign(paragraph: str) -> bool:
    """Whether a paragraph of an English article is plainly in another language: few of its words are English."""
    letters = [c for c in paragraph[:400] if c.isalpha()]
    if not letters:
        return False
    if sum(ord(c) > 0x24F for c in letters) * 2 > len(letters):
        return len(letters) >= _LETTERS
    words = [w.casefold() for w in _WORD.findall(paragraph[:2_000])]
    if len(words) < _WORDS or sum(w in _COMMON["en"] for w in words) > len(words) * 0.1:
        return False
    return any(
        sum(w in common for w in words) >= len(words) * 0.25 for language, common in _COMMON.items() if language != "en"
    )
