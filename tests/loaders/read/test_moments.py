"""The time of publication is taken where a source says date, time and zone, and the day stays what it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.read.moments import declared, moment
from tests.loaders.read.factories import one, put
from tests.loaders.read.test_articles import PAGE, TEXT

OWN = '<meta property="article:published_time" content="2025-04-07T09:30:00+02:00">'


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2025-04-07T09:30:00+02:00", "2025-04-07T09:30:00+02:00"),
        ("2025-04-07T09:30Z", "2025-04-07T09:30:00+00:00"),
        ("2025-04-07 09:30:15.250-0330", "2025-04-07T09:30:15-03:30"),
        ("2025-04-07T23:30:00-08:00", "2025-04-07T23:30:00-08:00"),
        ("2025-04-07T09:30:00", ""),
        ("2025-04-07", ""),
        ("2025-04-07T09:30:00+02:00:30", ""),
        ("Monday morning", ""),
        ("", ""),
    ],
)
def test_a_moment(words: str, found: str) -> None:
    assert moment(words) == found


@pytest.mark.parametrize(
    ("words", "day", "at"),
    [
        ("2025-04-07T23:30:00-08:00", "2025-04-07", "2025-04-07T23:30:00-08:00"),
        ("2025-04-07T09:30:00", "2025-04-07", ""),
        ("2025-04-07", "2025-04-07", ""),
    ],
)
def test_files_say_when(tmp_path: Path, words: str, day: str, at: str) -> None:
    text = put(tmp_path, "front.txt", f"---\npublished: {words}\n---\n{TEXT}")
    record = put(tmp_path, "record.json", json.dumps({"text": TEXT, "date": words}))
    lines = put(tmp_path, "lines.jsonl", json.dumps({"text": TEXT, "published": words}) + "\n")
    for path in (text, record, lines):
        assert (one(path).published, one(path).published_at) == (day, at)
    assert (one(text, published="2025-04-09").published, one(text, published="2025-04-09").published_at) == (
        "2025-04-09",
        "",
    )


def _page(*head: str) -> str:
    return PAGE.replace(OWN, "".join(head)).format(meta="")


def _ld(value: object) -> str:
    # a page's own braces would be taken for a place to fill in
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'.replace("{", "{{").replace("}", "}}")


AT = "2025-04-07T09:30:00+02:00"


@pytest.mark.parametrize(
    "head",
    [
        f'<meta name="article:published_time" content="{AT}">',
        f'<meta itemprop="datePublished" content="{AT}">',
        f'<meta name="DC.date.issued" content="{AT}">',
        _ld({"@type": "NewsArticle", "datePublished": AT}),
        _ld([{"@type": "WebSite"}, {"@type": ["Thing", "BlogPosting"], "datePublished": AT}]),
        _ld({"@graph": [{"@type": "WebPage"}, {"@type": "ReportageNewsArticle", "datePublished": AT}]}),
        '<meta property="article:published_time" content="2025-04-07">'
        + _ld({"@type": "Article", "datePublished": AT}),
        f'<script type="application/ld+json">not json</script><meta name="date" content="{AT}">',
    ],
)
def test_a_page_says_when(tmp_path: Path, head: str) -> None:
    found = one(put(tmp_path, "page.html", _page(head)))
    assert (found.published, found.published_at) == ("2025-04-07", AT)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-04-07">',
        '<meta property="article:published_time" content="2025-04-07T09:30:00">',
        f'<meta property="article:published_time" content="2025-04-07"><meta name="modified" content="{AT}">',
        '<meta property="article:published_time" content="2025-04-07">'
        + _ld({"@type": "NewsArticle", "hasPart": {"@type": "Article", "datePublished": AT}}),
        '<meta property="article:published_time" content="2025-04-07">'
        + _ld({"@type": "NewsArticle", "datePublished": "2025-04-06T09:30:00Z"}),
        '<meta property="article:published_time" content="2025-04-07">' + _ld({"@type": "Event", "datePublished": AT}),
    ],
)
def test_a_page_that_says_no_time_of_its_own_has_none(tmp_path: Path, head: str) -> None:
    found = one(put(tmp_path, "page.html", _page(head)))
    assert (found.published, found.published_at) == ("2025-04-07", "")


def test_an_empty_page_declares_nothing() -> None:
    assert declared("", "2025-04-07") == ""
