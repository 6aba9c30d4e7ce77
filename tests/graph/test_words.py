"""What nodes are found by agrees with what the store's own analyser makes of the same words."""

from __future__ import annotations

import doctest
from typing import cast

import pytest

from graph import words
from graph.store import Store
from graph.words import astral, name_keys, stems

WORDS = """
talk talks talked talking talker possible possibly terrible terribly assembly assemblies assemble apology apologies
apologise geology geological ideology ideologies ideological agree agreed agreeing agreement agreements feed feeding
hop hopping hoped hoping fall falling fallen file filing filed plan planned planning planner plans policy policies
police policing sky skies say says saying said yes y yy us as gas gases bus buses nation national nationality
nationalise nations ration rational relation relational relate related ally allies allied allying day days deny denies
denied denying deniable conformably comfortably ably bly able ability abilities responsible responsibility
responsiveness hopeful hopefulness sensible sensitivity operator operate operation operational operations digitise
digitisation organise organisation organisations organisational electric electrical electricity formal formality
formally adjustment adjustable adopt adoption defence defensible irritant replace replacement dependent homologous
communism activate angularity effective bowdlerise probate rate cease control roll rolled rolling turmoil oil oils
oily river rivers minister ministers ministry ministerial president presidential presidency sanction sanctions
sanctioned war wars warring wary troops troop attack attacks attacker attacked port ports portal report reports
reporting reporter reportedly logs logy blogs blogging
"""
SENTENCES = (
    "The minister's talks went on for 12 hours.",
    "The ministers’ talk was cut short by the storm’s arrival",
    "He paid 3,000.50 dollars, or 1.5m, for it; 7:30 was too late.",
    "U.S. and U.K. officials met; the E.U.'s envoy didn't.",
    "We'll see, they’d say, what they're after: it's not ours.",
    "O'Hara-Beck and D’Arcy spoke at the café in Łódź about naïve piñatas.",
    "A well-known ex-minister re-signed; the co-operation agreement held.",
    "Mail press@example.org or see www.example.org/a_b?c=d for the e-mail.",
    "ALL CAPITALS WERE USED IN THE TALKS' TITLE",
    "snake_case and _private_ names, x2 and 4x4 cars, B-52s, F16s and 2nd places",
    "e\u0301te\u0301 is written with marks of its own, and STRASSE with ß: Straße",
    "Кремль заявил, что переговоры продолжатся",
    "Ο ΥΠΟΥΡΓΟΣ μίλησε σήμερα",
    "\u0130stanbul and ılıman",
    "漢字とカタカナ and 한국어",
    "a:b c·d 1;2 3'4 'quoted' \"double\" — dash – and… dots...more",
    "the of and to in",
    "He said 'no' to 5% of $40bn, #tagged @handle & more/less.",
    "Soft\u00adhyphen and zero\u200bwidth and non\u00a0breaking and tab\tbed",
    "x" * 300 + " " + "y" * 255,
)
QUERIES = """
12 3,000.50 3,000 50 1.5m 7:30 U.S. us didn't they're it's not O'Hara O'Hara-Beck D'Arcy D’Arcy cafe café Łódź naive
well-known known resigned re-signed signed e-mail press@example.org example.org a_b b private _private_ B-52s 52s 2nd
4x4 été \u0065\u0301te\u0301 strasse straße кремль переговоры ΥΠΟΥΡΓΟΣ υπουργος υπουργός istanbul \u0130stanbul ılıman
漢 漢字 字 カタカナ カナ 한국어 a:b a c·d 1;2 3'4 quoted double dots dots...more the title 5% $40bn #tagged more/less
soft softhyphen soft\u00adhyphen zero zerowidth breaking bed caf handle
"""
LONG = ("x" * 255, "x" * 45, "x" * 300, "y" * 255)


def test_the_examples_hold() -> None:
    assert doctest.testmod(words).failed == 0


@pytest.mark.store
def test_stems_find_what_the_full_text_index_finds(newsgraph_graph: Store) -> None:
    texts = (*WORDS.split(), *SENTENCES)
    newsgraph_graph.write(
        lambda transaction: transaction.run(
            "UNWIND range(0, size($texts) - 1) AS i "
            "CREATE (:Quote {id: 'quote/' + i, text: $texts[i], words: $words[i]})",
            texts=texts, words=[stems(text) for text in texts],
        ).consume()
    )  # fmt: skip
    queries = [query for query in (*WORDS.split(), *QUERIES.split(), *LONG) if len(stems(query)) == 1]
    rows = newsgraph_graph.read(
        "UNWIND $queries AS query "
        "CALL (query) { CALL db.index.fulltext.queryNodes('quote_text', '\"' + query.asked + '\"') YIELD node "
        "RETURN collect(node.text) AS by_text } "
        "CALL (query) { CALL db.index.fulltext.queryNodes('quote_words', '\"' + query.stem + '\"') YIELD node "
        "RETURN collect(node.text) AS by_words } RETURN query.asked AS query, by_text, by_words",
        {"queries": [{"asked": query, "stem": stems(query)[0]} for query in queries]},
    )
    known = {text: set(stems(text)) for text in texts}
    assert len(rows) > 200
    for row in rows:
        asked = set(stems(str(row["query"])))
        ours = {text for text, has in known.items() if asked <= has}
        assert (row["query"], set(cast("list[str]", row["by_text"]))) == (row["query"], ours)
        assert (row["query"], set(cast("list[str]", row["by_words"]))) == (row["query"], ours)


def test_a_word_has_one_stem_in_all_its_forms() -> None:
    assert stems("Talks, talking: TALKED!") == ["talk"]
    assert stems("Possibly possible apologies, an apology.") == ["possibl", "apolog"]
    assert stems("The minister’s and the ministers' and O'Hara's") == ["minist", "o'hara"]
    assert "oil" not in stems("turmoil")


def test_nothing_has_no_stems() -> None:
    assert stems("") == stems("— … 😀 the") == []


def test_a_name_is_found_with_its_title_and_without() -> None:
    assert name_keys("President Vera Líndholm", ["Lindholm", "Mrs Lindholm", "lindholm"]) == [
        "lindholm",
        "mrs lindholm",
        "president vera lindholm",
        "vera lindholm",
    ]
    assert name_keys("Łódź", []) == ["łodz"]
    assert name_keys("The President", []) == ["the president"]
    assert name_keys("—", [""]) == []


def test_astral_characters_are_counted_in_code_points() -> None:
    assert astral("plain") == astral("Zoë – ok") == []
    assert astral("😀 and 𝔸!") == [0, 6]
