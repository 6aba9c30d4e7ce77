"""Each thing that a file can be instead of an article, and the line that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.read.factories import line, put


@pytest.mark.parametrize(
    ("name", "content", "options", "expected"),
    [
        ("a.txt", b"", {}, "is empty. Give an article with text."),
        ("a.txt", b"---\nid: a\n---\n \n", {}, "is empty. Give an article with text."),
        ("a.txt", b"\x7fELF\x00\x01", {}, "is a binary file, not text. Give text, JSON lines or HTML."),
        ("a.html", b"PK\x03\x04\x00", {}, "is a binary file, not text. Give text, JSON lines or HTML."),
        ("a.html", b" ", {}, "is empty. Give an article with text."),
        (
            "a.txt",
            "“Café”".encode("cp1252"),
            {},
            "is not UTF-8 (byte 0 is 0x93) and declares no other encoding. "
            "Save it as UTF-8, or say --encoding cp1252 if that is what it is.",
        ),
        ("a.txt", b"\xff\xfe", {"encoding": "utf-99"}, "is empty. Give an article with text."),
        ("a.txt", b"\xe9", {"encoding": "utf-99"}, "--encoding says the unknown encoding utf-99. Save it as UTF-8."),
        (
            "a.txt",
            b"\xe9",
            {"encoding": "utf-8"},
            "is not utf-8, as --encoding says. Save it as UTF-8, or correct the encoding.",
        ),
        (
            "a.txt",
            b"too long" * 10_000,
            {"limit": 10},
            "80,000 bytes are over the limit of 10 for one article. "
            "Split it into articles, or raise NEWSGRAPH_ARTICLE_LIMIT.",
        ),
        (
            "a.txt",
            b"too long",
            {"limit": 7},
            "8 bytes are over the limit of 7 for one article. "
            "Split it into articles, or raise NEWSGRAPH_ARTICLE_LIMIT.",
        ),
        (
            "a.txt",
            b"---\npublished: 2025-25-01\n---\nText.",
            {},
            "published '2025-25-01' is not a day of the calendar. Write it as YYYY-MM-DD.",
        ),
        (
            "a.txt",
            b"---\npublished: 2025-02-29\n---\nText.",
            {},
            "published '2025-02-29' is not a day of the calendar. Write it as YYYY-MM-DD.",
        ),
        (
            "a.txt",
            b"---\npublished: last Monday\n---\nText.",
            {},
            "published 'last Monday' is not a date. Write it as YYYY-MM-DD.",
        ),
        ("a.txt", b"---\nid: a\nText.", {}, "front matter begins and does not end. Close it by a line ---."),
        (
            "a.txt",
            b"---\nid: [a\n---\nText.",
            {},
            "front matter is not YAML in line 3. Write one 'key: value' a line.",
        ),
        (
            "a.txt",
            b"---\njust words\n---\nText.",
            {},
            "front matter holds no 'key: value' lines. Mend it, or take out the lines ---.",
        ),
        (
            "a.txt",
            b"---\nurl: harbour\n---\nText.",
            {},
            "url 'harbour' is not a web address. Write it as https://….",
        ),
        (
            "a.txt",
            b"---\nid: {a: b}\n---\nText.",
            {},
            "id is dict, not text. Write it as text in quotation marks.",
        ),
        (
            "a.txt",
            b"---\ntitle: A\nheadline: B\n---\nText.",
            {},
            "gives headline twice, 'A' and 'B'. Keep one.",
        ),
        (
            "a.xyz",
            b"Text.",
            {},
            "unknown file type .xyz. Known are "
            ".htm .html .json .jsonl .jsonl.gz .md .ndjson .ndjson.gz .text .txt .xhtml.",
        ),
        ("a.jsonl", b"", {}, "is empty. Give one JSON object a line."),
    ],
)
def test_each_broken_file_has_its_line(
    tmp_path: Path, name: str, content: bytes, options: dict[str, object], expected: str
) -> None:
    path = put(tmp_path, name, content)
    assert line(path, **options) == f"{path}: {expected}"
