from __future__ import annotations

import pytest

from api.http.media import GRAPHQL, JSON, accepted, is_json, wants_page


@pytest.mark.parametrize(
    ("header", "media"),
    [
        (None, JSON), ("", JSON), ("*/*", JSON), ("application/*", JSON), (JSON, JSON), (GRAPHQL, GRAPHQL),
        (f"{JSON}, {GRAPHQL}", GRAPHQL), (f"{GRAPHQL};q=0.5, {JSON}", JSON),
        (f"{JSON};q=0.5, {GRAPHQL};q=0.9", GRAPHQL),
        (f"{JSON};q=0, */*", GRAPHQL), (f"{GRAPHQL};q=0, */*", JSON), (f"{GRAPHQL};q=nonsense, {JSON};q=0.1", JSON),
        ("text/html, application/xhtml+xml, */*;q=0.8", JSON), (f"{GRAPHQL}; charset=utf-8", GRAPHQL),
        ("text/html", None), ("*/*;q=0", None), (f"{JSON};q=0", None), (", ;q=1,", None),
    ],
)  # fmt: skip
def test_the_answer_is_in_what_is_most_welcome(header: str | None, media: str | None) -> None:
    assert accepted(header) == media


@pytest.mark.parametrize(
    ("header", "is_"),
    [
        (JSON, True), ("Application/JSON; charset=UTF-8", True), ('application/json;charset="utf-8"', True),
        ("application/json; charset=utf-16", False), ("application/json; boundary=x", True), ("text/plain", False),
        ("application/json-patch+json", False), (None, False), ("", False),
    ],
)  # fmt: skip
def test_bodies_are_json_in_utf_8(header: str | None, is_: bool) -> None:
    assert is_json(header) is is_


def test_a_browser_names_html() -> None:
    assert wants_page("text/html,application/xhtml+xml,*/*;q=0.8")
    assert not any(map(wants_page, (None, "*/*", JSON, "text/html;q=0")))
