from __future__ import annotations

import json

import pytest

from api.as_json import NotJson, plain, read, write


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "{", "[1,]", "NaN", '{"a": 1} x', "01", '"\x01"', '"\\ud800"', "1e400", "\ud800", "\ufeff{}",
        "9" * 5_000, "[" * 100_000, "[" * 100_000 + "]" * 100_000, '{"a":' * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_json_is_said_to_be_none(text: str) -> None:
    for each in (text, text.encode(errors="surrogatepass")):
        with pytest.raises(NotJson):
            read(each)


def test_what_is_written_is_read_as_it_was() -> None:
    value = {"b": ["é\u2028\x00\U0001f600", 1, -0.5, 1e300, 2**53, True, None], "a": {"d": {}, "c": []}}
    assert read(write(value)) == json.loads(write(value)) == plain(value) == value
    sorted_ = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    assert write(value, in_order=True).decode() == sorted_.replace("1e+300", "1e300")
