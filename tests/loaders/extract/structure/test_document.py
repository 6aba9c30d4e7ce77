from __future__ import annotations

from tests.loaders.extract.nlp import document


def test_tokens_and_sentences_stand_where_the_exact_text_has_them() -> None:
    text = "LUND (XYZ) - “The wall is gone,” Ivo Brandt said\nlate on Monday. The harbour is 😀 closed, it’s said.\n"
    made = document(text)
    assert [made.surface(s.span) for s in made.sentences] == [
        "“The wall is gone,” Ivo Brandt said\nlate on Monday.",
        "The harbour is 😀 closed, it’s said.",
    ]
    block = next(made.paragraphs())
    assert block.doc is not None
    for token in block.doc:
        if token.is_alpha and "'" not in token.text:
            assert made.surface(block.span(token)) == token.text


def test_a_closing_mark_is_no_sentence() -> None:
    made = document('Brandt said: "The wall is gone. Nobody came."\nHe left.')
    assert all(len(made.surface(s.span)) > 3 for s in made.sentences)
