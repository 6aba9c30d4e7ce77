from __future__ import annotations

import pytest

from loaders.extract.language import detect, is_english


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour of the town was closed on Monday, and the ships that were outside had to wait.", "en"),
        ("Le port de la ville a été fermé lundi, et les navires qui étaient dehors ont dû attendre.", "fr"),
        ("Der Hafen der Stadt wurde am Montag geschlossen, und die Schiffe mussten auf der See warten.", "de"),
        ("El puerto de la ciudad fue cerrado el lunes, y los barcos que estaban fuera no entraron.", "es"),
        ("Порт города был закрыт в понедельник после бури.", "ru"),
        ("Storm, harbour.", ""),
    ],
)  # fmt: skip
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert detect(text) == language


def test_a_text_too_short_to_tell_is_what_its_publisher_says_or_english() -> None:
    assert is_english("Storm, harbour.") == (True, "en")
    assert is_english("Storm, harbour.", "sv-SE") == (False, "sv")
