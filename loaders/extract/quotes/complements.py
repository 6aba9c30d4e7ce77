"""Where the content of a cue stands: the complements of verbs, by the parse."""

from __future__ import annotations

from spacy.tokens import Token

from loaders.extract.document import Sentence
from loaders.extract.quotes import cues
from loaders.extract.quotes.clause import clause, has_to
from loaders.extract.quotes.cue_class import CueClass
from loaders.extract.quotes.ends import Range, object_end, reach
from loaders.extract.quotes.grammar import agent, is_passive, lemma

Found = tuple[list[Range], list[Token]]
"""Token ranges of the content, and the words that belong to the cue."""


def complement(
    sentence: Sentence, verb: Token, kind: str, cue_class: CueClass
) -> tuple[list[Range], list[Token]] | None:
    """Token ranges of the content, and the words that belong to the cue."""
    rights = [c for c in verb.children if c.i > verb.i]
    objects = [c for c in rights if c.dep_ in ("dobj", "dative", "obj")]
    if kind == "hearsay":
        return _expected(verb)
    if cue_class.name == "hear from a document" and _is_no_finding(verb):
        return None
    if kind == "clause":
        return clause(sentence, verb, rights)
    if kind == "infinitive":
        for child in rights:
            if cue_class.name == "decline" and lemma(child) in cues.UNSAID:
                continue
            if child.dep_ == "xcomp" and has_to(child):
                return [(child.left_edge.i, reach(verb, child))], []
    elif kind == "urging":
        for child in rights:
            if child.dep_ in ("xcomp", "ccomp", "advcl") and has_to(child) and child.i > verb.i + 1:
                first = min([child.left_edge.i, *[o.left_edge.i for o in objects]])
                return [(first, reach(verb, child))], []
    elif kind in ("object", "spoken"):
        if is_passive(verb):
            spoken = kind == "object" or any(_is_spoken(c, cue_class) for c in verb.children if c.dep_ == "nsubjpass")
            return _passive_object(verb) if spoken else None
        if cue_class.name == "deny a charge":
            deed = next((c for c in rights if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VBG"), None)
            if deed is not None:
                return [(deed.left_edge.i, reach(verb, deed))], []
        for child in objects:
            if kind == "spoken" and not _is_spoken(child, cue_class):
                continue
            if child.lower_ not in ("himself", "herself", "itself", "themselves"):
                end = reach(verb, child) if cue_class.name == "express" else object_end(verb, child)
                return [(child.left_edge.i, end)], [c for c in rights if c.dep_ == "prt"]
    elif kind == "charging":
        if is_passive(verb):
            return _passive_object(verb)
        for child in objects:
            return [(child.left_edge.i, reach(verb, child))], []
    elif kind == "naming":
        if is_passive(verb):
            return None
        return _naming(verb, rights)
    elif kind.startswith("prep:"):
        wanted = kind.removeprefix("prep:")
        if lemma(verb) == "refer" and objects:
            return None  # "referred all questions to the mayor" says nothing of him
        for child in rights:
            # "called for the gates to open" is parsed as a clause that "for" marks
            mark = next((c for c in child.children if c.dep_ == "mark" and c.lower_ == wanted), None)
            if (
                mark is not None
                and child.dep_ in ("advcl", "xcomp", "ccomp")
                and mark.i == child.left_edge.i
                and mark.i - verb.i < 4
            ):
                return [(mark.i + 1, reach(verb, child))], [mark]
            if child.dep_ in ("prep", "prt", "dative", "agent") and child.lower_ == wanted:
                inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
                if inner is not None and is_passive(verb) is False:
                    asked = [c for c in rights if c.i > child.i and c.dep_ in ("xcomp", "advcl", "ccomp") and has_to(c)]
                    end = (
                        reach(verb, asked[0])
                        if asked and wanted in ("on", "upon", "for", "to", "with")
                        else object_end(verb, child)
                    )
                    return [(child.i + 1, max(end, inner.i + 1))], [
                        verb.doc[i] for i in range(verb.i + 1, child.i + 1)
                    ] if child.i - verb.i < 3 else []
    return None


def _expected(verb: Token) -> tuple[list[Range], list[Token]] | None:
    """ "The strait is expected to freeze": what is expected stands on both sides of the cue."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj")]
    infinitives = [c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i and has_to(c)]
    if not subjects or not infinitives or not is_passive(verb):
        return None
    return [
        (subjects[0].left_edge.i, subjects[0].right_edge.i + 1),
        (infinitives[0].left_edge.i, reach(verb, infinitives[0])),
    ], []


def _is_no_finding(verb: Token) -> bool:
    """ "Would have to show that …", "could find itself stranded": nothing was found or shown."""
    reflexive = verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].lower_.endswith(("self", "selves"))
    return reflexive or any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for c in verb.children)


def _is_spoken(noun: Token, cue_class: CueClass) -> bool:
    """Whether an object is something said or proposed, or a misdeed that is denied."""
    wanted = cues.DENIED if cue_class.name == "deny a charge" else cues.SPOKEN
    return any(t.lemma_.lower() in wanted for t in (noun, *noun.conjuncts))


def _passive_object(verb: Token) -> tuple[list[Range], list[Token]] | None:
    subjects = [c for c in verb.children if c.dep_ == "nsubjpass"]
    by = agent(verb)
    if not subjects or by is None:
        return None
    ranges = [(subjects[0].left_edge.i, subjects[0].right_edge.i + 1)]
    after = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("for", "of", "as") and c.i > verb.i]
    if after:
        ranges.append((after[0].left_edge.i, after[0].right_edge.i + 1))
    return ranges, []


def _naming(verb: Token, rights: list[Token]) -> tuple[list[Range], list[Token]] | None:
    """An object and what it is called: parsed as oprd, as a small clause, or with "as"."""
    for child in rights:
        if child.dep_ == "oprd":
            first = min([child.left_edge.i, *[c.left_edge.i for c in rights if c.dep_ in ("dobj", "nsubj", "dative")]])
            return [(first, reach(verb, child))], []
        if child.dep_ in ("ccomp", "xcomp") and child.pos_ not in ("VERB", "AUX") and not has_to(child):
            return [(child.left_edge.i, reach(verb, child))], []
    objects = [c for c in rights if c.dep_ == "dobj"]
    tail = [c for c in rights if c.dep_ in ("prep", "mark") and c.lower_ == "as"]
    for child in objects:
        second = [c for c in rights if c.i > child.i and c.dep_ in ("dobj", "acomp", "attr", "npadvmod")]
        inner = any(t.lower_ == "as" or t.text == '"' for t in child.subtree if t.i > child.i)
        if tail or second or inner:
            return [(child.left_edge.i, reach(verb, child))], []
    return None
