"""What an address may say of itself."""

from __future__ import annotations

from loaders.intake.door import Door
from loaders.intake.fetch import Fetched
from loaders.intake.web import _record

RECORD = '{"id": "other-paper/1", "url": "https://other.example/1", "headline": "No ferry", "text": "It did not sail."}'


def test_a_record_from_the_web_does_not_choose_its_id() -> None:
    at = "https://news.example/api/1"
    found = Fetched(at, "application/json", "utf-8", RECORD.encode())
    assert _record(RECORD, found, at, Door()) == {"url": at, "headline": "No ferry", "text": "It did not sail."}
    own = Door(hosts=("news.example",))
    assert _record(RECORD, found, at, own) == {
        "id": "other-paper/1", "url": "https://other.example/1", "headline": "No ferry", "text": "It did not sail.",
    }  # fmt: skip
