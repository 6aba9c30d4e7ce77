"""Operations by hand: every field once, and what went wrong before."""

from __future__ import annotations

SENTENCES = (
    "everything Anna Berg said about talks", "everything Berg said", "quotes about ships harbour", "who is Lindqist",
    "what happened in Berg", "who accused Dock Workers' Club of Berg", "sing", "what did others say about Berg",
    "what did Zoe say to Olga Berg", "what did they say about the talks in May 2031", "what did Berg demand",
    "articles about the harbour talks", "articles in the Berg Gazette about Zoe", "latest about nothing such",
    "who talks most about talks", "which papers write about Berg", "how often was Zoe quoted",
    "who is mentioned most in May 2031", "timeline of Zoe since 6 May 2031", "timeline of Anna Berg",
    "timeline of nobody such", "who is mentioned with Zoe", "who was quoted together with Berg AG",
    "how are Zoe and Olga Berg connected", "how are Zoe and nobody such connected", "how are Zoe and Zoe connected",
    "which roles did Zoe hold", "members of Berg Club", "members of Dock Workers' Club of Berg",
    "who is the mayor of Berg", "who speaks for Berg Gazette", "which roles did Nobody Such hold",
    "what is claimed about Berg", "what does Zoe claim about Berg", "how many were killed in the harbour talks",
    "who took part in the crowd", "whom did Anna Berg meet", "what did Zoe do to Berg", "what happened on 31 June 2031",
)  # fmt: skip
ASK = """
    query ($question: String!) { ask(question: $question, first: 6) { understood form facet quotes { ...Q } articles {
    totalCount edges { cursor node { id } } why { code message } facets { sources { value count } people { count
    node { id } } } } entities { id name } events { totalCount edges { cursor node { id } } why { code message } }
    relationships { totalCount edges { node { id type } } why { code } } claims { totalCount nodes { id } why {
    code } } roles { title on since holder { id } of { id } evidence { start } } timeline { start end articles quotes
    quotesAbout events } network { center { id } nodes { id } links { weight source { id } target { id } articles {
    id } } } path { length } why { code message suggestions } } }
    fragment Q on QuoteConnection { totalCount edges { cursor node { id } } why { code message suggestions } facets {
    people { count node { id } } months { value count } } }
"""
"""Whatever a sentence asks for."""
DOCUMENTS = {
    "quotes": """
        query ($speaker: String, $speakerId: ID, $about: String, $aboutId: ID, $to: String, $kind: [QuoteKind!],
        $saidOn: DayRange, $where: QuoteFilter, $order: Order! = newest, $first: Int, $minConfidence: Float) { quotes(
        speaker: $speaker, speakerId: $speakerId, about: $about, aboutId: $aboutId, to: $to, kind: $kind, saidOn:
        $saidOn, where: $where, order: $order, first: $first, minConfidence: $minConfidence) { totalCount edges { cursor
        node { id } } why { code message suggestions } } }
    """,
    "events": """
        query ($type: [EventType!], $on: DayRange, $place: String, $participant: String, $about: String, $where:
        EventFilter) { events(type: $type, on: $on, place: $place, participant: $participant, about: $about, where:
        $where) { totalCount nodes { id } why { code message } facets { kinds { value count } } } }
    """,
    "relationships and claims": """
        query ($subject: String, $object: String, $madeBy: String, $where: RelationshipFilter, $claims: ClaimFilter) {
        relationships(subject: $subject, object: $object, where: $where) { totalCount nodes { id } why { code } }
        claims(subject: $subject, about: $object, madeBy: $madeBy, where: $claims) { nodes { id } why { code } } }
    """,
    "articles and names": """
        query ($about: String, $mentions: String, $where: ArticleFilter, $name: String, $named: EntityFilter, $by:
        EntityBy!) { articles(about: $about, mentions: $mentions, where: $where) { totalCount nodes { id } why { code
        message } } people(name: $name, where: $named) { nodes { id } } entity(by: $by) { id } }
    """,
}
"""Asked with many values one after the other: a plan is used again where the form of the values is the same."""
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
        dateWords status confidence places { name } participants { role entity { name } EVIDENCE } partOf { id }
        parts { id } evidence { sentence start } quotes(first: 2) { totalCount edges { cursor } } figures { id low high
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
    "an error beside an argument called source": '{ quotes(source: "Example Wire") { totalCount } person { id } }',
    "the end of a page within an object": """
        { event(id: "event/varied-1") { quotes(after: "WyJuZXdlc3QiLCIiLCIwIl0") { edges { cursor } why { code } } }
        organisation(id: "organisation/berg") { events(after: "WyJuZXdlc3QiLCIiLCIwIl0") { edges { cursor } why { code
        message } } claims(before: "WyJuZXdlc3QiLCI5IiwiMCJd", last: 1) { why { code } } } }
    """,
    "edges of nothing": """
        { quotes(first: 2) { edges { node @include(if: false) { id } } nodes { id @skip(if: true) } } }
    """,
    "filters with empty lists": """
        { a: quotes(where: {kind: [], speechAct: []}) { totalCount } b: quotes(where: {not: {kind: []}}) { totalCount }
        c: quotes(where: {speakerId: []}) { totalCount } d: quotes(where: {not: {speakerId: []}}) { totalCount }
        e: events(where: {label: {in: []}}) { totalCount } f: places(where: {country: []}) { totalCount } }
    """,
    "to and about": """
        { quotes(to: "Zoe") { totalCount nodes { id } } nobody: quotes(speaker: "Zoe", to: "Lindquist") { why { code
        message suggestions } } articles(about: "harbour talks") { totalCount nodes { id } } both: articles(about:
        "Zoe", mentions: "Berg") { totalCount } claims(about: "Berg") { totalCount nodes { id } } events(where: {figure:
        ["killed"]}) { totalCount } }
    """,
    "networks": """
        { a: network(name: "Zoe") { center { id } nodes { id } links { weight source { id } target { id } articles { id
        } } } b: network(id: "organisation/berg", kind: quoted, types: [Person, Unnamed], minWeight: 2, first: 3) {
        nodes { id } links { weight source { id } target { id } articles(first: 1) { id } } } none: network(id: "no
        id") { center { id } } c: network(name: "Zoe", first: 101) { center { id } } }
    """,
    "names while typed": """
        { suggest(name: "Ber") { id } few: suggest(name: "anna b", first: 2) { id } near: suggest(name: "Lindqvst",
        types: [Person, Unnamed]) { id } none: suggest(name: "!!") { id } wrong: suggest(name: "a", first: -1) { id } }
    """,
    "search by words": """
        { words: search(query: "talks berg", by: words) { totalCount edges { score reason node { id } } } meaning:
        search(query: "talks", by: meaning) { totalCount } none: search(query: "talks", first: 0) { why { code } } }
    """,
    "a page of a question": """
        { a: ask(question: "who is Zoe", first: -1) { form } b: ask(question: "everything Berg said", last: 2) {
        quotes { pageInfo { hasPreviousPage } nodes { id } } } }
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
