"""Subjects, objects and prepositional objects of a verb or noun, as spaCy's labels give them.

All walks are along children and a bounded way up, so that a sentence of any length costs linear time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

REACH = 8
"""How many steps up a walk goes; deeper nesting is a broken parse."""


def coordinated(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens and all that are coordinated with them: "Ames, Brook and Cole"."""
    seen: set[int] = set()
    waiting = list(tokens)
    while waiting:
        token = waiting.pop(0)
        if token.i in seen:
            continue
        seen.add(token.i)
        yield token
        waiting.extend(
            c for c in token.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
        )


_OF_SOMETHING = frozenset(("accuse", "suspect", "convict", "acquit", "charge"))
"""Verbs that have an object, or are passive: of somebody, what for."""


def _accused_of(verb: Token) -> bool:
    """A participle that the parser took for a finite verb: "Man accused of arson", in a headline."""
    alone = not any(c.dep_ in ("dobj", "aux") for c in verb.children)
    of = any(c.dep_ == "prep" and c.lower_ in ("of", "with") for c in verb.children)
    return verb.lemma_ in _OF_SOMETHING and verb.tag_ in ("VBN", "VBD") and alone and of


def passive(verb: Token) -> bool:
    """Whether the verb is passive; a bare participle after a noun ("ships seized by") is."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    # With an object of its own such a participle is a finite verb that the parser hung on its subject.
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "dobj") for c in verb.children):
        return passive(verb.head)  # "three were killed and twelve injured"
    if _accused_of(verb):
        return True
    bare = verb.tag_ in ("VBN", "VBD") and verb.dep_ in ("acl", "amod")
    return bare and not any(c.dep_ in ("aux", "dobj") for c in verb.children)


def subjects(verb: Token) -> tuple[Token, ...]:
    """The grammatical subjects, also those that a coordinated or controlled verb shares with its governor."""
    node = verb
    for _ in range(REACH):
        own = [c for c in node.children if c.dep_ in ("nsubj", "nsubjpass")]
        if own:
            return _of_one_kind(tuple(coordinated(own)))
        if (misplaced := _misplaced(node)) is not None:
            return (misplaced,)
        if node.dep_ == "acl" and node.tag_ in ("VBN", "VBG", "VBD"):
            return (node.head,)
        if node.dep_ in ("conj", "xcomp") and node.head.pos_ in ("VERB", "AUX"):
            if node.dep_ == "conj" and _closer(node):
                return ()
            if node.dep_ == "xcomp" and (controller := _objects(node.head)) and not passive(node.head):
                return tuple(coordinated(controller))
            node = node.head
        elif node.dep_ == "advcl" and node.tag_ == "VBG" and node.head.pos_ in ("VERB", "AUX"):
            node = node.head
        elif node.dep_ == "pcomp" and node.tag_ == "VBG" and node.head.head.pos_ in ("VERB", "AUX"):
            controller = _objects(node.head.head)
            if controller and node.head.lower_ in ("of", "from", "for", "with"):
                return tuple(coordinated(controller))  # "accused Zenda of attacking": Zenda attacks
            node = node.head.head
        elif (governor := gerund_governor(node)) is not None:
            return tuple(coordinated(_objects(governor)))
        else:
            return ()
    return ()


def _of_one_kind(found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without whoever stands beside a share: "5 percent prefer Reyes and *1 percent* support Marlow"."""
    return tuple(t for t in found if t.lower_ in ("percent", "%")) or found


def _closer(verb: Token) -> bool:
    """Whether the verb may as well go with a clause that stands closer, whose subject is another: "Marlow fled before
    police raided the house *and arrested* Reyes"."""
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else None
    joined = before is not None and before.dep_ == "cc" and before.i > 0 and before.nbor(-1).text != ","
    return joined and any(
        c.dep_ == "advcl" and verb.head.i < c.i < verb.i and c.tag_ == verb.tag_ and own_subject(c)
        for c in verb.head.children
    )


def own_subject(verb: Token) -> bool:
    """Whether the verb has a grammatical subject of its own."""
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def gerund_governor(verb: Token) -> Token | None:
    """The verb over a gerund that the parser took for an adjective: "accused rebels of *deporting* villagers"."""
    noun = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "amod" or noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "from"):
        return None
    governor = noun.head.head
    if governor.dep_ == "dobj":
        governor = governor.head
    return governor if governor.pos_ == "VERB" and _objects(governor) else None


def _misplaced(verb: Token) -> Token | None:
    """The subject that the parser gave to the clause before: "besieged the town and their *fire* has killed"."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBZ", "VBP", "VBD", "MD")]
    first = auxiliaries[0] if auxiliaries else verb
    if verb.dep_ != "conj" or first.i == 0 or (first is verb and verb.tag_ not in ("VBZ", "VBP")):
        return None
    before = verb.doc[first.i - 1]
    return before if before.dep_ == "conj" and before.pos_ in ("NOUN", "PROPN") and before.head.pos_ != "VERB" else None


def _objects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP"]


def agents(verb: Token) -> tuple[Token, ...]:
    """Who does it: the subject, or in the passive what stands after "by"."""
    if passive(verb):
        return prepositional(verb, ("by",))
    return subjects(verb)


def patients(verb: Token) -> tuple[Token, ...]:
    """To whom it is done: the direct object, or in the passive the subject."""
    if passive(verb):
        if verb.dep_ in ("acl", "amod") and not any(c.dep_ == "nsubjpass" for c in verb.children):
            return (verb.head,)
        return subjects(verb)
    if gerund_governor(verb) is not None:
        return (verb.head,)
    found = tuple(coordinated(_objects(verb)))
    if verb.lemma_ in ("appoint", "elect", "nominate", "name"):
        # "appointed Ann Marlow chairman": the parser puts the name before the office
        found += tuple(c for noun in found for c in noun.lefts if c.dep_ == "compound" and c.pos_ == "PROPN")
    return (*found, *(member for noun in found for member in prepositional(noun, ("including",))))


def prepositional(token: Token, words: tuple[str, ...]) -> tuple[Token, ...]:
    """Objects of these prepositions that hang on the token, directly or on its particle."""
    found = []
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative", "prt", "advmod") and child.lower_ in words:
            found += [c for c in child.children if c.dep_ == "pobj"]
        if child.dep_ in ("prt", "advmod", "prep") and child.lower_ not in words:
            for inner in child.children:  # "moved out of Zara", "away from Zara"
                if inner.dep_ == "prep" and inner.lower_ in words and child.lower_ in ("out", "away", "off", "back"):
                    found += [c for c in inner.children if c.dep_ == "pobj"]
    return tuple(coordinated(found))


def modifiers(noun: Token, labels: tuple[str, ...] = ("poss", "compound", "amod", "nmod", "nummod")) -> Iterator[Token]:
    """What stands before a noun: "Zenda's", "Ruritanian", "missile"."""
    for child in noun.lefts:
        if child.dep_ in labels:
            yield from coordinated((child,))
