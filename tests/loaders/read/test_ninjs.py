"""Items as agencies send them."""

from __future__ import annotations

import pytest

from graph.errors import FixInput
from loaders.read.ninjs import from_ninjs, is_ninjs

ONE = {
    "uri": "https://wire.example/items/1", "type": "text", "pubstatus": "usable", "language": "en-GB",
    "headline": "No ferry", "byline": "Ada Example", "source": "Example Wire",
    "versioncreated": "2025-03-03T10:00:00+01:00", "firstcreated": "2025-03-02T10:00:00+01:00",
    "body_xhtml": "<div><h1>No ferry</h1><p>It did <b>not</b>\nsail.</p><ul><li>One</li><li>Two</li></ul>end</div>",
    "person": [{"name": "ignored"}],
}  # fmt: skip
TWO = {
    "uri": "urn:wire:2", "standard": {"name": "ninjs", "version": "3.0"}, "by": "Ada Example",
    "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "No ferry"}],
    "infosources": [{"name": "Example Wire"}], "contentcreated": "2025-03-03T10:00:00Z",
    "bodies": [{"contenttype": "text/html", "value": "<p>html</p>"}, {"contenttype": "text/plain", "value": "plain"}],
}  # fmt: skip


def test_the_first_generation() -> None:
    assert is_ninjs(ONE)
    assert from_ninjs(ONE, "x") == {
        "id": "https://wire.example/items/1", "url": "https://wire.example/items/1", "headline": "No ferry",
        "published": "2025-03-03T10:00:00+01:00", "source": "Example Wire", "byline": "Ada Example",
        "language": "en-GB", "text": "No ferry\nIt did not sail.\nOne\nTwo\nend",
    }  # fmt: skip


def test_the_second_and_third() -> None:
    assert is_ninjs(TWO)
    assert from_ninjs(TWO, "x") == {
        "id": "urn:wire:2", "headline": "No ferry", "published": "2025-03-03T10:00:00Z", "source": "Example Wire",
        "byline": "Ada Example", "text": "plain",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"pubstatus": "canceled"}, "is canceled"), ({"pubstatus": "withheld"}, "is withheld"),
        ({"type": "picture"}, "is a picture"), ({"embargoed": "2999-01-01T00:00:00Z"}, "is under an embargo"),
        ({"embargoed": "tomorrow"}, "is no time"), ({"body_xhtml": " "}, "has no body"),
    ],
)  # fmt: skip
def test_what_is_not_to_be_published_is_refused(more: dict[str, object], why: str) -> None:
    with pytest.raises(FixInput, match=why):
        from_ninjs({**ONE, **more}, "x")


def test_an_embargo_that_is_over_holds_nobody_back() -> None:
    assert from_ninjs({**ONE, "embargoed": "2025-03-03T09:00:00"}, "x")["headline"] == "No ferry"


def test_our_own_records_are_none() -> None:
    assert not is_ninjs({"text": "x", "uri": "y", "body_text": "z"})
    assert not is_ninjs({"uri": "y"})
