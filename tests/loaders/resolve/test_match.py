"""A name that does not say enough joins nobody without a reason."""

from __future__ import annotations

from graph.candidates import LIMIT, Known
from loaders.resolve.match import Asked, Decision, contradicted, decide, score

LEAGUE = "organisation/dockers-league"
VERA = Known("Person", "person/vera-lindholm", "Vera Lindholm", offices=(("president", LEAGUE),))
OLE = Known("Person", "person/ole-lindholm", "Ole Lindholm", offices=(("coach", "organisation/farland-fc"),))


def test_the_same_office_is_a_reason() -> None:
    asked = Asked("person/lindholm~1", titles=frozenset({"president"}), offices=frozenset({("president", LEAGUE)}))
    assert decide(asked, [VERA]) == Decision(
        VERA.id,
        (f"same office: president, {LEAGUE}", f"same institution: {LEAGUE}", "same title: president"),
    )


def test_a_surname_alone_is_none() -> None:
    assert decide(Asked("person/lindholm~1"), [VERA]) == Decision(None, ("1 of that name, 0 supported",))


def test_a_title_alone_is_none() -> None:
    asked = Asked("person/lindholm~1", titles=frozenset({"president"}))
    assert decide(asked, [VERA]).joined is None


def test_the_institution_in_the_article_is_a_reason() -> None:
    near = Known("Person", VERA.id, VERA.name, offices=VERA.offices, shared=(LEAGUE,))
    assert decide(Asked("person/lindholm~1"), [near]) == Decision(
        VERA.id, (f"institution named in the article: {LEAGUE}", f"named together with the same: {LEAGUE}")
    )


def test_two_that_are_named_with_both_make_a_story() -> None:
    asked = Asked("person/lindholm~1")
    near = Known("Person", VERA.id, VERA.name, shared=("organisation/norrland-lines", "place/tallmouth-1"))
    assert decide(asked, [near]).joined == VERA.id
    assert score(asked, near).reasons == (
        "named together with the same: organisation/norrland-lines, place/tallmouth-1",
    )


def test_among_several_only_an_office_decides() -> None:
    asked = Asked("person/lindholm~1", offices=frozenset({("president", LEAGUE)}))
    assert decide(asked, [VERA, OLE]).joined == VERA.id
    nearby = Known("Person", OLE.id, OLE.name, shared=("a", "b"))
    assert decide(Asked("person/lindholm~1"), [VERA, nearby]).joined is None
    assert decide(asked, [VERA] * LIMIT) == Decision(None, ("too many of that name",))


def test_whom_the_article_names_beside_is_another() -> None:
    asked = Asked("person/lindholm~1", offices=frozenset({("president", LEAGUE)}), taken=frozenset({VERA.id}))
    assert decide(asked, [VERA]).joined is None


def test_what_contradicts() -> None:
    coach = Asked("person/vera-lindholm", titles=frozenset({"coach"}))
    assert contradicted(coach, VERA) == "sport, not office"
    assert contradicted(Asked("x", titles=frozenset({"former coach"})), VERA) == ""
    assert contradicted(Asked("x", wikidata="Q1"), Known("Person", "y", "Y", wikidata="Q2")) == "is Q1, not Q2"
