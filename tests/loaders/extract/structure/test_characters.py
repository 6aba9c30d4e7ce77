from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.structure.case import Casing, is_capitals
from loaders.extract.structure.characters import plain


@given(st.text(alphabet=st.characters() | st.sampled_from("``''“”‘’_\n ")))
def test_the_length_never_changes(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(st.text())
def test_restored_capitals_keep_the_length(text: str) -> None:
    assert len(Casing([], str.isdigit).restore(text.upper())) == len(text.upper())


def test_marks_of_all_kinds_become_plain() -> None:
    assert plain("“Stay,” he said.\nIt’s over.") == '"Stay," he said. It\'s over.'
    assert plain("``Stay,'' he said.") == ' "Stay,"  he said.'


def test_capitals_get_the_case_that_the_article_gives_them() -> None:
    casing = Casing(["On Monday the port of Lund waited."], lambda word: word in ("storm", "closes"))
    assert casing.restore("STORM CLOSES PORT OF LUND IN UK") == "Storm closes port of Lund in UK"


def test_a_line_of_capitals_needs_two_words() -> None:
    assert [is_capitals(x) for x in ("STORM CLOSES PORT", "UNESCO", "STORM closes PORT", "1996-08-23")] == [
        True, False, False, False,
    ]  # fmt: skip
