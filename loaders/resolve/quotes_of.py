"""Quotes: who said what, about what, to whom, where it stands."""

from __future__ import annotations

from collections import Counter
from datetime import date

from loaders.extract.reading import About, Quote, Span
from loaders.resolve import ids
from loaders.resolve.days import days_of
from loaders.resolve.rows import End, Rows


def quotes(rows: Rows) -> list[tuple[Span, str]]:
    """Note all quotes. Returns their pieces with the ids they have, for what is claimed inside them.

    An attitude ("fears", "welcomed") is no saying and is left out. A quote's id is made of its words, not of their
    place, so that a change elsewhere in the article leaves it as it is.
    """
    seen: Counter[str] = Counter()
    pieces: list[tuple[Span, str]] = []
    for quote in rows.reading.quotes:
        if quote.speech_act == "attitude":
            continue
        text = " ".join(rows.surface(piece) for piece in quote.content)
        seen[text] += 1
        node = ("Quote", ids.owned("quote", rows.article.id, text, seen[text]))
        _quote(rows, quote, node, text)
        pieces += ((piece, node[1]) for piece in quote.content)
    return pieces


def _quote(rows: Rows, quote: Quote, node: End, text: str) -> None:
    said = days_of(quote.said_on)
    on = said.first if said else None
    by_then = on or rows.published
    day = by_then.isoformat() if by_then else ""
    rows.node(
        node,
        {
            "article": rows.article.id,
            "text": text,
            "kind": quote.kind,
            "cue": quote.cue_lemma or (rows.surface(quote.cue) if quote.cue else None),
            "source": " ".join(rows.surface(span) for span in quote.source) or None,
            "said_on": on,
            "said_precision": quote.said_precision if said else None,
            "polarity": quote.polarity,
            "speech_act": quote.speech_act,
            "medium": quote.medium,
            "starts": [piece.start for piece in quote.content],
            "ends": [piece.end for piece in quote.content],
            "confidence": round(quote.confidence, 4),
            "day": day,
            **(quote.vector.properties() if quote.vector is not None else {}),
        },
    )
    rows.link("IN", node, rows.home, quote.content, on=on, confidence=quote.confidence)
    speakers = [end for speaker in dict.fromkeys(quote.speakers) if (end := rows.end(speaker)) is not None]
    said_by = []
    for speaker in dict.fromkeys(speakers):
        told = {"speaker": speaker[1], "day": day, "quote": node[1]}
        if rows.link("SAID", speaker, node, quote.content, on=on, confidence=quote.confidence, properties={**told}):
            said_by.append(speaker[1])
    _about(rows, quote, node, said_by, on, day)
    addressee = rows.end(quote.addressee)
    if addressee is not None:
        rows.link("ADDRESSED_TO", node, addressee, quote.content, on=on, confidence=quote.confidence)


def _about(rows: Rows, quote: Quote, node: End, speakers: list[str], on: date | None, day: str) -> None:
    """One per target and speaker, the best known; without a speaker one with an empty `speaker`."""
    best: dict[End, About] = {}
    for about in quote.about:
        target = rows.end(about.target)
        if target is not None and (target not in best or best[target].score < about.score):
            best[target] = about
    for target, about in best.items():
        for speaker in speakers or [""]:
            rows.link(
                "ABOUT",
                node,
                target,
                quote.content,
                on=on,
                confidence=min(quote.confidence, about.score),
                mark=[speaker],
                properties={
                    "basis": about.basis,
                    "score": round(about.score, 4),
                    "target": target[1],
                    "speaker": speaker,
                    "day": day,
                    "quote": node[1],
                },
            )
