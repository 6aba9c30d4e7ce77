"""Operations by hand: every field once, and what went wrong before."""

from __future__ import annotations

EVIDENCE = "evidence { start end text utf16Start utf16End sentence confidence article { id } }"
OPERATIONS = {
    "all of a quote": """
        { quotes(last: 30) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges {
        cursor node { id text kind saidOn saidPrecision cue sourceWords polarity speechAct medium confidence
        speakers { id name } speaker { __typename } addressees { id } article { id } EVIDENCE about { basis
        score node { id __typename } EVIDENCE } } } } }
    """,
    "all of an event": """
        { events(first: 100) { totalCount edges { cursor node { id type label date dateEnd datePrecision
        dateWords status places { name } participants { role entity { name } EVIDENCE } partOf { id } parts { id
        } evidence { sentence start } quotes(first: 2) { totalCount edges { cursor } } figures { id low high
        unit verified words accordingTo { id } event { id } EVIDENCE } } } } }
    """,
    "all of a person": """
        { people(first: 12) { totalCount edges { cursor node { id name aliases wikidata roles { title on since
        holder { id } of { id } EVIDENCE } speaksFor { title of { id } } memberOf { of { id name } on } quotes {
        totalCount } quotesAbout { totalCount } events { totalCount } mentions { totalCount edges { cursor node
        { name title count entity { id } article { id } } } } relationships(direction: out) { totalCount edges {
        cursor node { id type subject { id } object { id } verb on confidence accordingTo { id } quote { id } }
        } } claims { totalCount edges { node { id } } } } } } }
    """,
    "organisations": """
        { organisations { edges { node { id wikidata roleHolders { title on since holder { id } } members { on
        holder { id } } memberOf { of { id } } basedIn { of { id } evidence { text } } } } } }
    """,
    "places": """
        { places { edges { node { id kind geonames latitude longitude country within { id } roleHolders { title
        } eventsThere(first: 3) { totalCount edges { cursor node { label } } } } } } }
    """,
    "articles": """
        { articles(order: oldest) { edges { node { id headline byline url source published language reader note
        text corrects { id } correctedBy { id } copyOf { id } quotes { totalCount } events { totalCount } claims
        { totalCount } mentions { totalCount edges { cursor node { entity { id } } } } } } } }
    """,
    "claims": """
        { claims(first: 50) { edges { cursor node { id type verb polarity modality subject { id } object { id }
        madeBy { id } on article { id } EVIDENCE } } } }
    """,
    "cut lists": """
        { organisation(id: "organisation/berg-club") { members { title evidence { start } holder { id } }
        roleHolders { title since on } again: members { on } } event(id: "event/crowd") { participants { entity
        { id } } evidence { end } } quote(id: "quote/all") { addressees { id } about { score node { id } }
        speaker { id } } }
    """,
    "names": """
        { one: person(name: "Berg") { id } zoe: person(name: "Zoe") { id name } quotes(speaker: "Berg", about:
        "talks") { totalCount edges { node { id } } } people(name: "the younger Berg") { edges { node { id } } }
        none: quotes(speaker: "Lindquist") { why { code message suggestions } } end: people(after:
        "WyJuYW1lIiwieiIsInoiXQ") { why { code } } places(name: "Brg") { why { code message suggestions } }
        words: quotes(about: "oil strike nothing", speaker: "Berg") { why { message suggestions } } }
    """,
    "search": """
        { search(query: "berg", first: 7) { totalCount edges { cursor score node { id __typename } } } some:
        search(query: "talks", types: [Quote, Event]) { totalCount edges { node { id } } } none: search(query:
        "nothing such") { why { code message } } }
    """,
    "questions": """
        { a: ask(question: "everything Berg said about talks") { understood form quotes { totalCount } } b:
        ask(question: "who is Lindqist") { entities { id } why { code message suggestions } } c: ask(question:
        "what happened in Berg") { events { totalCount edges { node { id } } } } d: ask(question: "who accused
        Berg") { relationships { totalCount } understood } e: ask(question: "sing") { form } }
    """,
    "any node": """
        { node(id: "place/berg") { id __typename ... on Entity { name quotes(first: 1) { totalCount } } ... on
        Place { kind within { name } } ... on Unnamed { article { id } } } nodes(ids: ["quote/all", "no id"]) {
        id } }
    """,
    "merged": """
        query Merged($x: Boolean! = false, $n: Int = 2) { quotes(first: $n) { edges { node { id } } } ...More
        quotes(first: $n) @include(if: true) { edges { node { kind @skip(if: $x) } } } } fragment More on Query
        { quotes(first: $n) { totalCount edges { cursor node { article { id } } } } }
    """,
    "no words": "{ quotes(first: 100) { edges { node { id text } } } }",
    "no score": '{ quote(id: "quote/wordless-0") { about { score } } more: quote(id: "quote/all") { kind } }',
    "no end": "{ relationships(type: [URGED], first: 100) { edges { node { evidence { end } } } } }",
    "no article": """
        { relationships(type: [ACCUSED], first: 100) { edges { node { evidence { text article { id } } } } } }
    """,
    "no kind": '{ node(id: "figure/of-nothing") { id ... on Figure { kind } } person(id: "person/zoe") { name } }',
    "a number too large": '{ node(id: "figure/of-nothing") { ... on Figure { low high } } }',
    "two sizes": "{ people { totalCount } quotes(first: 1, last: 1) { totalCount } }",
    "too large a page": "{ quotes(first: 100000) { totalCount } }",
    "no such cursor": """
        { people(name: "Berg", after: "nonsense") { totalCount } articles(after: "WyJuYW1lIiwieiIsInoiXQ") { why
        { code } } }
    """,
    "no such day": '{ quotes(saidOn: {on: "2031-02-30"}) { totalCount } }',
    "not valid": "{ quotes(frist: 1) { totalCount edges } nothing }",
    "not GraphQL": "{ quotes(",
}
for _name, _text in OPERATIONS.items():
    OPERATIONS[_name] = _text.replace("EVIDENCE", EVIDENCE)
