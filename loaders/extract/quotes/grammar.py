"""The small grammar that all finders share: subjects, agents, phrases."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
_CLIMBS = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "parataxis"})
_STEPS = 6
"""How far a verb without a subject may look for one: each step is one verb up."""


FORMS = {
    "says": "say", "said": "say", "saying": "say", "told": "tell", "tells": "tell", "adds": "add", "added": "add",
    "wrote": "write", "asked": "ask", "asks": "ask", "tweeted": "tweet", "tweets": "tweet", "argues": "argue",
    "argued": "argue", "claimed": "claim", "warned": "warn", "warns": "warn", "announced": "announce",
    "hopes": "hope", "hoped": "hope", "hoping": "hope",
}  # fmt: skip
"""Forms that a parser beside quotation marks takes for nouns or worse; they are verbs always."""


def lemma(token: Token) -> str:
    """The lemma, by the table above where the parser may err."""
    return FORMS.get(token.lower_) or token.lemma_.lower()


def is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or token.lower_ in FORMS


def subject(verb: Token) -> tuple[Token | None, Token | None]:
    """Who does what the verb says: (noun, relative pronoun). Participles and co-ordinated verbs share their head's."""
    noun, relative = _subject(verb)
    return (_before_bracket(noun) if noun is not None else None), relative


def _before_bracket(noun: Token) -> Token:
    """ "Norvia Bank AG [NVB.F] said": the ticker is not who speaks; and "a spokesman for Norvia Bank AG [NVB.F]"."""
    doc, at = noun.doc, noun.i
    if not (1 < at < len(doc) - 1 and doc[at - 1].text in ("[", "<") and doc[at + 1].text in ("]", ">")):
        return noun
    firm = doc[at - 2]
    if firm.pos_ not in ("PROPN", "NOUN"):
        return noun
    while firm.dep_ == "compound" and firm.head.i < at:
        firm = firm.head
    if firm.dep_ == "pobj" and firm.head.head.pos_ == "NOUN":
        return firm.head.head
    return firm


def _subject(verb: Token) -> tuple[Token | None, Token | None]:
    at = verb
    quoted = _quoted_as(verb)
    if quoted is not None:
        return quoted, None
    near = _pronoun_beside(verb) or _noun_beside(verb)
    if near is not None:
        return near, None
    for _ in range(_STEPS):
        # "…, exceeding last year's, Ann Example said": a clause is a subject only where no noun is.
        for child in sorted(at.children, key=lambda c: c.dep_ == "csubj"):
            if child.dep_ in SUBJECTS:
                if verb.tag_ == "VBG" and _is_said(verb, child):
                    continue
                if child.lower_ in RELATIVES and at.dep_ == "relcl" and at.head.pos_ != "VERB":
                    return (_people_before(at.head) if child.lower_ == "who" else at.head), child
                if child.lower_ == "who" and at.dep_ in ("relcl", "ccomp", "advcl"):
                    return (at.head if at.head.pos_ in ("NOUN", "PROPN", "PRON") else None), child
                return child, None
        if at.dep_ in ("acl", "relcl"):
            return (at.head, None) if at.head.pos_ in ("NOUN", "PROPN", "PRON") else (None, None)
        if at.dep_ not in _CLIMBS or at.head == at:
            return None, None
        at = at.head
        if at.pos_ in ("NOUN", "PROPN"):
            # "with the envoy saying" has the envoy as the verb's head in many parses; "his role in saying" is his.
            owner = next((c for c in at.children if c.dep_ == "poss"), None) if verb.dep_ == "pcomp" else None
            return owner or at, None
    return None, None


def _quoted_as(verb: Token) -> Token | None:
    """ "quoted the pilot as saying": the pilot, by whomever he is quoted; "the pilot was quoted as saying" likewise."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("pcomp", "advcl", "xcomp"):
        return None
    at = verb.head
    if at.lower_ == "as":
        at = at.head
    elif not (verb.i > 0 and verb.doc[verb.i - 1].lower_ == "as"):
        return None
    for _ in range(3):
        if at.lemma_.lower() in ("quote", "cite", "report") and is_verb(at):
            return next((c for c in at.children if c.dep_ in ("dobj", "nsubjpass")), None)
        at = at.head
    return None


def _pronoun_beside(verb: Token) -> Token | None:
    """ "…, he replied": a pronoun of the subject's case right before a finite verb, whatever the parse makes of it."""
    if verb.i == 0 or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    left = verb.doc[verb.i - 1]
    return left if left.lower_ in ("he", "she", "they") else None


def _noun_beside(verb: Token) -> Token | None:
    """The noun right before a finite verb to which the parse gives no subject: "… the town but the port said …"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i == 0 or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    left = verb.doc[verb.i - 1]
    if left.pos_ == "ADV" and verb.i > 1:
        left = verb.doc[verb.i - 2]
    if (
        left.pos_ not in ("NOUN", "PROPN", "PRON")
        or left.dep_ in ("npadvmod", "relcl")
        or left.ent_type_ in ("DATE", "TIME")
    ):
        return None
    if left.dep_ == "pobj" and (marching := left.head.head).tag_ == "VBG":
        # "Protesters marching through the streets chanted …"
        return next((c for c in marching.children if c.dep_ in SUBJECTS and c.i < marching.i), left)
    return left if left.is_sent_start is not True and left.sent.start == verb.sent.start else None


def _is_said(verb: Token, noun: Token) -> bool:
    """Whether a noun behind a participle is the subject of what is said: "After saying her hand was swollen, she …"."""
    return noun.i > verb.i and not any(
        t.text in (",", ";", ":", "-", "--", "–", "—") or t.is_quote for t in verb.doc[verb.i : noun.i]
    )


def _people_before(head: Token) -> Token:
    """ "the leaders of Exampleland and Samplia, who …": the leaders, for "who" never means a country."""
    first = head
    while first.dep_ in ("conj", "appos") and first.head.pos_ in ("PROPN", "NOUN"):
        first = first.head
    if head.ent_type_ in ("GPE", "ORG", "NORP", "LOC") and first.dep_ == "pobj" and first.head.lower_ == "of":
        owner = first.head.head
        if owner.pos_ == "NOUN":
            return owner
    return head


def agent(verb: Token) -> Token | None:
    """The noun after "by" of a passive verb."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def is_passive(verb: Token) -> bool:
    """Also of a participle: "Asked whether he would go, Berg said …" is a question to Berg, "a plan proposed by …"."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("advcl", "acl")
        and not any(c.dep_ in ("aux", "nsubj") for c in verb.children)
    )


def phrase(head: Token, stop: Iterable[Token] = ()) -> tuple[int, int]:
    """Token range [first, last) of the noun phrase without its relative clauses, and short of the tokens in `stop`."""
    first, last = head.left_edge.i, head.right_edge.i + 1
    for child in head.children:
        if child.dep_ in ("relcl", "acl", "advcl", "ccomp", "parataxis") and child.left_edge.i > head.i:
            last = min(last, child.left_edge.i)
    for index in range(head.i + 1, last):
        if head.doc[index].lower_ in ("who", "which", "whose", "where") and head.doc[index - 1].text == ",":
            last = index - 1
            break
    for index in range(first, head.i):
        if head.doc[index].lower_ == "but":
            first = index + 1
    for token in stop:
        if head.i < token.i < last:
            last = token.i
        if first <= token.i < head.i:
            first = token.i + 1
    while (
        last > head.i + 1
        and (head.doc[last - 1].is_punct or head.doc[last - 1].is_space)
        and head.doc[last - 1].text != ")"
    ):
        last -= 1
    while first < head.i and (head.doc[first].is_punct or head.doc[first].is_space):
        first += 1
    return first, last


def cue_range(token: Token, extra: Iterable[Token] = ()) -> tuple[int, int]:
    """Token range of a cue: the verb with the auxiliaries before it and the particle or preposition after it."""
    doc = token.doc
    first, last = token.i, token.i + 1
    while first > 0 and doc[first - 1].head == token and doc[first - 1].dep_ in ("aux", "auxpass", "neg", "advmod"):
        first -= 1
    wanted = {t.i for t in extra}
    while last in wanted or (last < len(doc) and doc[last].head == token and doc[last].dep_ == "prt"):
        last += 1
    return first, last
