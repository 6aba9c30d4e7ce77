"""Files in, articles out, and a clear line for each that is broken."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from graph.errors import FixInput
from graph.model import Article
from loaders.read import Broken, Options, articles, count
from tests.loaders.read.factories import line, one, put, read

TEXT = "OSLO (Fjord News) - Mayor Signe Aas opened a bridge on Monday.\n\n“It took ten years,” she said.\n"
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Bridge opens in Oslo | Fjord News</title>{meta}
<meta property="og:site_name" content="Fjord News"><meta property="og:title" content="Bridge opens in Oslo">
<meta property="article:published_time" content="2025-04-07T09:30:00+02:00">
<link rel="canonical" href="https://fjordnews.example/2025/bridge?utm_source=x"></head>
<body><nav><a href="/">Home</a></nav><article>
<h1>Bridge opens in Oslo</h1><p>Mayor Signe Aas opened a bridge over the Aker river on Monday, ten years
after the first stone was laid.</p><p>“It took ten years, and every one of them was worth it,” she said at the opening,
which some two thousand people attended in the rain.</p><p>The bridge cost 210 million kroner and carries
trams, bicycles and people on foot, but no cars at all, as the city council decided in the spring.</p>
</article></body></html>"""


def test_plain_text_is_kept_exactly_and_known_by_its_path(tmp_path: Path) -> None:
    path = put(tmp_path, "bridge.txt", TEXT)
    assert one(path) == Article(id=f"file:{path}", text=TEXT, path=str(path))


def test_front_matter_is_cut_off(tmp_path: Path) -> None:
    front = """---
id: fjord/bridge
title: "Bridge: opened"
date: 2025-04-07T09:30:00+02:00
source: Fjord News
url: HTTPS://FjordNews.example:443/2025/bridge?utm_source=x&page=2#top
authors: [Liv Moe, Per Dal]
language: en-GB
corrects: fjord/old-bridge
tags: [bridges, trams]
x-desk: city
---

"""
    path = put(tmp_path, "bridge.txt", front + TEXT)
    assert one(path) == Article(
        id="fjord/bridge",
        text=TEXT,
        headline="Bridge: opened",
        published="2025-04-07",
        published_at="2025-04-07T09:30:00+02:00",
        url="https://fjordnews.example/2025/bridge?page=2",
        source="Fjord News",
        path=str(path),
        byline="Liv Moe, Per Dal",
        language="en",
        corrects="fjord/old-bridge",
        extra={"tags": "['bridges', 'trams']", "x-desk": "city"},
    )


def test_a_text_without_front_matter_may_hold_lines_of_dashes(tmp_path: Path) -> None:
    text = "First part.\n---\nSecond part.\n"
    assert one(put(tmp_path, "a.txt", text)).text == text


def test_the_first_line_is_no_headline(tmp_path: Path) -> None:
    assert one(put(tmp_path, "a.txt", "BRIDGE OPENS\n\n" + TEXT)).headline == ""


def test_a_sidecar_is_metadata_and_no_article(tmp_path: Path) -> None:
    path = put(tmp_path, "bridge.txt", TEXT)
    beside = put(tmp_path, "bridge.json", json.dumps({"published": "2025-04-07", "headline": "Bridge", "id": 7}))
    expected = Article(id="7", text=TEXT, headline="Bridge", published="2025-04-07", path=str(path))
    assert [read(tmp_path), read(path), read(beside, path), read(path, beside)] == [[expected]] * 4


def test_front_matter_and_sidecar_may_not_differ(tmp_path: Path) -> None:
    path = put(tmp_path, "bridge.txt", "---\npublished: 2025-04-07\n---\n" + TEXT)
    put(tmp_path, "bridge.json", '{"published": "2025-04-08"}')
    assert line(path) == f"{path}: front matter and bridge.json differ on published. Keep one of them."


def test_what_the_user_says_prevails(tmp_path: Path) -> None:
    path = put(tmp_path, "bridge.txt", "---\nid: a\npublished: 2025-04-07\nsource: Fjord News\n---\n" + TEXT)
    given = {"id": "b", "published": "2025-04-08", "url": "https://x.example/b", "headline": "Open", "corrects": "a"}
    assert one(path, **given) == Article(
        id="b",
        text=TEXT,
        headline="Open",
        published="2025-04-08",
        url="https://x.example/b",
        source="Fjord News",
        path=str(path),
        corrects="a",
    )


def test_options_that_describe_one_article_do_not_describe_two(tmp_path: Path) -> None:
    first, second = put(tmp_path, "a.txt", TEXT), put(tmp_path, "b.txt", TEXT)
    found = read(first, second, headline="Open")
    assert isinstance(found[0], Article)
    assert found[0].headline == "Open"
    assert isinstance(found[1], Broken)
    assert found[1].error.message == f"{second}: --id, --url and --headline describe one article, and this is another."


@pytest.mark.parametrize("given", [{"published": "soon"}, {"published": "2025-13-01"}, {"url": "fjord"}])
def test_a_wrong_option_is_refused_before_anything_is_read(given: dict[str, str]) -> None:
    with pytest.raises(FixInput):
        articles(["."], Options(**given))  # type: ignore[arg-type]  # all of them are text


def test_an_article_is_known_by_its_address_where_it_has_no_id(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", "---\nurl: https://Fjord.example/bridge#quotes\n---\n" + TEXT)
    assert one(path).id == "https://fjord.example/bridge"


def test_json_lines_stand_each_for_itself(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": TEXT, "title": "Bridge", "published": "2025-04-07", "topics": ["x"], "rank": 3}),
        "",
        "{no json",
        json.dumps({"id": "c", "title": "No text"}),
        json.dumps(["text"]),
        json.dumps({"text": TEXT, "published": "2025-25-01"}),
        json.dumps({"text": TEXT, "publishd": "2025-04-07"}),
        json.dumps({"text": "Half a \ud83d", "id": "d"}),
        json.dumps({"text": " \n", "id": "e"}),
        json.dumps({"text": TEXT, "id": "a"}),
        json.dumps({"text": TEXT, "byline": "Liv Moe"}),
    ]
    path = put(tmp_path, "wire.jsonl", "\n".join(lines))
    found = [item if isinstance(item, Article) else str(item.error) for item in read(path)]
    assert found == [
        Article("a", TEXT, "Bridge", "2025-04-07", path=str(path), extra={"topics": "['x']", "rank": "3"}),
        f"{path}:3: is not JSON (Expecting property name enclosed in double quotes). "
        "Mend the line: one JSON object each.",
        f"{path}:4: has no field 'text' with the article's text. Name the text 'text'.",
        f'{path}:5: is JSON, but not an object. Write {{"text": "…", "published": "YYYY-MM-DD"}}.',
        f"{path}:6: published '2025-25-01' is not a day of the calendar. Write it as YYYY-MM-DD.",
        f"{path}:7: unknown key 'publishd'. Did you mean 'published'? Call it 'x-publishd' to have it ignored.",
        f"{path}:8: holds half a character (a lone surrogate at 7). Mend the program that wrote it.",
        f"{path}:9: is empty. Give an article with text.",
        f"{path}:10: has the same id as {path}:1: a. Give each an id of its own; load a newer version afterwards.",
        Article(f"file:{path}#11", TEXT, path=str(path), byline="Liv Moe"),
    ]


def test_gzipped_json_lines_and_a_torn_archive(tmp_path: Path) -> None:
    packed = gzip.compress(json.dumps({"id": "a", "text": TEXT}).encode())
    path = put(tmp_path, "wire.jsonl.gz", packed)
    assert one(path) == Article("a", TEXT, path=str(path))
    assert "cannot be read after line 0" in line(put(tmp_path, "torn.jsonl.gz", packed[:-20]))
    assert "cannot be read after line 0" in line(put(tmp_path, "other.jsonl.gz", b"no archive"))


def test_a_line_over_the_limit_is_passed_over_and_the_next_one_read(tmp_path: Path) -> None:
    rows = [json.dumps({"id": "a", "text": "x" * 1000}), json.dumps({"id": "b", "text": TEXT})]
    path = put(tmp_path, "wire.jsonl", "\n".join(rows))
    first, second = read(path, limit=150)
    assert isinstance(first, Broken)
    assert first.error.message == f"{path}:1: 901 bytes are over the limit of 150 for one article."
    assert second == Article("b", TEXT, path=str(path))


def test_a_single_json_article(tmp_path: Path) -> None:
    path = put(tmp_path, "a.json", json.dumps({"text": TEXT, "headline": "Bridge", "lang": "en"}, indent=1))
    assert one(path) == Article(f"file:{path}", TEXT, "Bridge", path=str(path), language="en")


def test_a_saved_page(tmp_path: Path) -> None:
    path = put(tmp_path, "page.html", PAGE.format(meta='<meta charset="utf-8">'))
    found = one(path)
    assert (found.id, found.url) == ("https://fjordnews.example/2025/bridge",) * 2
    assert (found.headline, found.published, found.source) == ("Bridge opens in Oslo", "2025-04-07", "Fjord News")
    assert found.published_at == "2025-04-07T09:30:00+02:00"
    assert found.text.startswith("Mayor Signe Aas opened a bridge")
    assert "“It took ten years, and every one of them was worth it,” she said" in found.text
    assert "Home" not in found.text


def test_a_page_in_the_charset_that_it_declares(tmp_path: Path) -> None:
    page = PAGE.format(meta='<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">')
    assert "“It took ten years" in one(put(tmp_path, "page.html", page.encode("cp1252"))).text


def test_a_page_without_an_article(tmp_path: Path) -> None:
    path = put(tmp_path, "page.html", "<html><body><nav><a href='/'>Home</a></nav><p>Log in</p></body></html>")
    assert line(path) == f"{path}: holds no article. Save the page of a single article, with its text."


def test_an_unknown_key_of_front_matter_is_an_error(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", "---\nsorce: Fjord News\n---\n" + TEXT)
    assert line(path) == f"{path}: unknown key 'sorce'. Did you mean 'source'? Call it 'x-sorce' to have it ignored."


def test_an_encoding_that_is_said(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", "“Café”".encode("cp1252"))
    assert one(path, encoding="cp1252").text == "“Café”"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path, encoding: str) -> None:
    path = put(tmp_path, "a.txt", ("---\nid: a\n---\n" + TEXT).encode(encoding))
    assert one(path) == Article("a", TEXT, path=str(path))


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    windows = TEXT.replace("\n", "\r\n")
    path = put(tmp_path, "a.txt", "---\r\nid: a\r\n---\r\n\r\n" + windows)
    assert one(path) == Article("a", windows, path=str(path))


def test_directories_are_walked_in_the_same_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/z.txt", "c/a.txt", ".hidden/x.txt", ".DS_Store", "b2.html", "b2_files/ad.html"):
        put(tmp_path, name, PAGE.format(meta="") if name == "b2.html" else TEXT + name)
    put(tmp_path, "style.css", "p {}")
    put(tmp_path, "notes.doc", "what is this?")
    found = [
        Path(i.path if isinstance(i, Article) else i.where).relative_to(tmp_path).as_posix() for i in read(tmp_path)
    ]
    assert found == ["a.txt", "b.txt", "b2.html", "notes.doc", "c/a.txt", "c/z.txt"]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", TEXT)
    assert len(read(path, tmp_path, path)) == 1


def test_missing_paths_and_empty_directories(tmp_path: Path) -> None:
    missing = tmp_path / "nothing.txt"
    assert line(missing) == f"{missing}: no such file or directory. Check the path."
    assert line(tmp_path) == f"{tmp_path}: holds no articles. Give a directory with text, JSON lines or HTML files."


def test_articles_are_counted_for_a_progress_bar(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", TEXT)
    put(tmp_path, "b.jsonl", '{"text": "A."}\n{"text": "B."}\n')
    assert count([str(tmp_path)]) == 3
