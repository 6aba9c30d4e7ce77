"""Words, shapes, pieces and windows: what the encoder is given."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract.learned.words import PIECES, Shape, Word, pieces, vocabulary, windows, words
from loaders.extract.reading import Span


def read(text: str) -> list[Word]:
    return words(text, Span(0, len(text)))


def test_every_word_has_a_shape() -> None:
    text = "At noon Ann McLeod of NATO paid 40 euros. Plan B: Nobody saw it!"
    assert [(text[w.start : w.end], w.shape.name) for w in read(text)] == [
        ("At", "SENTENCE_START"), ("noon", "LOWER"), ("Ann", "INITIAL"), ("McLeod", "MIXED"), ("of", "LOWER"),
        ("NATO", "CAPITALS"), ("paid", "LOWER"), ("40", "NUMBER"), ("euros", "LOWER"), (".", "MARK"),
        ("Plan", "SENTENCE_START"), ("B", "LETTER"), (":", "MARK"), ("Nobody", "SENTENCE_START"), ("saw", "LOWER"),
        ("it", "LOWER"), ("!", "MARK"),
    ]  # fmt: skip


def test_a_sentence_may_begin_with_a_quotation_mark() -> None:
    text = "He left. “Nobody saw the “Harbour Bell” ring.”"
    assert [text[w.start : w.end] for w in read(text) if w.shape is Shape.SENTENCE_START] == ["He", "Nobody"]


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("HARBOUR WORKERS STRIKE AGAIN", Shape.CAPITALS_LINE),
        ("Harbour Workers Strike in Tarnby Again", Shape.TITLE_LINE),
        ("Harbour workers went on strike in Tarnby again", None),
        ("Harbour Workers Strike in Tarnby Again.", None),
        ("LISBON STRIKE", None),
    ],
)
def test_a_headline_is_told_from_a_sentence(line: str, shape: Shape | None) -> None:
    shapes = {w.shape for w in read(line)} & {Shape.CAPITALS_LINE, Shape.TITLE_LINE}
    assert shapes == ({shape} if shape is not None else set())


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "never again" twice', ['"', "never", "again"]),
        ("He said “never again” twice", ["“", "never", "again"]),
        ("Two words ” closed nothing", []),
        ("“It goes on over the paragraph", ["“", "It", "goes", "on", "over", "the", "paragraph"]),
        ("It isn't 'so' said", []),
    ],
)
def test_words_in_quotation_marks_are_marked(text: str, quoted: list[str]) -> None:
    assert [text[w.start : w.end] for w in read(text) if w.quoted] == quoted


def test_offsets_are_code_points_of_the_whole_text() -> None:
    text = "A line.\n😀 Zoë left."
    assert [text[w.start : w.end] for w in words(text, Span(8, len(text)))] == ["😀", "Zoë", "left", "."]


def spelled(word: str) -> list[str]:
    known = list(vocabulary())
    return [known[piece] for piece in pieces(word)]


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("harbour", ["harbour"]),
        ("HARBOUR", ["harbour"]),
        ("Zoë", ["zoe"]),
        ("Ångström", ["ang", "##strom"]),
        ("Łódź", ["łodz"]),
        ("dockworkers", ["dock", "##work", "##ers"]),
        ("😀", ["[UNK]"]),
        ("\u0301", ["[UNK]"]),
        ("a" * 61, ["[UNK]"]),
    ],
)
def test_words_are_cut_into_known_pieces_without_accents(word: str, wanted: list[str]) -> None:
    assert spelled(word) == wanted


def test_the_vocabulary_is_whole() -> None:
    known = vocabulary()
    assert len(known) == 30_522
    assert [known[p] for p in ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the")] == [0, 100, 101, 102, 103, 1996]


def test_windows_are_as_long_as_those_that_were_learned_from() -> None:
    assert PIECES == 254
    assert [len(w.pieces) for w in windows([read("and " * 300)])] == [255, 49]


def test_short_paragraphs_share_a_window() -> None:
    text = "Ann left.\nNobody saw her."
    (window,) = windows([words(text, Span(0, 9)), words(text, Span(10, len(text)))])
    known = vocabulary()
    assert window.paragraphs == ((0, 3), (3, 7))
    assert [list(known)[p] for p in window.pieces] == [
        "[CLS]", "ann", "left", ".", "[SEP]", "nobody", "saw", "her", ".", "[SEP]",
    ]  # fmt: skip
    assert window.first == (1, 2, 3, 5, 6, 7, 8)
    assert len(window.pieces) == len(window.shapes) == len(window.quoted)


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence() -> None:
    text = "The quay stayed shut for days. " * 60
    made = windows([read(text)])
    assert len(made) > 1
    for window in made:
        for _, end in window.paragraphs:
            assert text[window.words[end - 1].start : window.words[end - 1].end] == "."


def test_a_sentence_inside_quotation_marks_is_not_cut() -> None:
    said = "“" + "The quay stayed shut. " * 20 + "”"
    text = "Nobody came to the harbour of Tarnby that day. " * 17 + said
    cut = [(text[w.words[0].start :][:3], text[: w.words[-1].end][-1:]) for w in windows([read(text)])]
    assert cut[0] == ("Nob", ".")
    assert cut[1][0] == "“Th"


def test_a_sentence_longer_than_a_window_is_cut_all_the_same() -> None:
    text = "and on and " * 300
    made = windows([read(text)])
    assert [w for window in made for w in window.words] == read(text)


text_of_news = st.lists(
    st.text(alphabet=st.sampled_from("ab Zé.!?\"“”'’7-,😀\u0301ﬁ日\t"), max_size=700)
    | st.lists(st.sampled_from(["Holm", "said.", "“No.”", "dock-workers", "x" * 40, "1,400"]), max_size=300).map(
        " ".join
    ),
    max_size=6,
)


@settings(deadline=None)
@given(text_of_news)
def test_every_word_stands_in_one_window_and_none_is_too_long(paragraphs: list[str]) -> None:
    given_words = [read(paragraph) for paragraph in paragraphs]
    made = windows(given_words)
    assert [w for window in made for w in window.words] == [w for paragraph in given_words for w in paragraph]
    for window in made:
        assert len(window.pieces) <= PIECES + 2
        assert len(window.pieces) == len(window.shapes) == len(window.quoted)
        assert [p[0] for p in window.paragraphs] == [0, *(p[1] for p in window.paragraphs[:-1])]
        assert window.paragraphs[-1][1] == len(window.words)
        ends = [*window.first[1:], len(window.pieces)]
        for word, first, end in zip(window.words, window.first, ends, strict=True):
            assert window.pieces[first : first + len(word.pieces)] == word.pieces
            assert end - first - len(word.pieces) in (0, 1)
        assert all(a.end <= b.start for p in window.paragraphs for a, b in pairwise(window.words[p[0] : p[1]]))
