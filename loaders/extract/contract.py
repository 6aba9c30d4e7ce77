"""A reading as the JSON that `newsgraph extract` prints: one object, offsets in code points, end-exclusive.

Fields beside the contract's own (`confidence`, `roles`, `speakers`, `status` …) carry what the graph needs and are
passed over by other readers of the contract. The first of several speakers is the contract's `speaker`.
"""

from __future__ import annotations

from loaders.extract.reading import Candidate, Entity, Event, Quote, Reading, Relation, Span, Time

Json = dict[str, object]


def record(reading: Reading) -> Json:
    """The JSON object of one reading; what was not read has empty lists and says why in `note`."""
    made: Json = {
        "id": reading.id,
        "published": reading.published,
        "language": reading.language,
        "reader": reading.reader,
        "entities": [_entity(e) for e in reading.entities],
        "quotes": [_quote(q) for q in reading.quotes],
        "events": [_event(e) for e in reading.events],
        "relations": [_relation(r) for r in reading.relations],
        "times": [_time(t) for t in reading.times],
    }
    if reading.note:
        made["note"] = reading.note
    return made


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _time(time: Time) -> Json:
    made: Json = {"start": time.start, "end": time.end, "value": time.value, "type": time.type}
    days: Json = {"low": time.low, "high": time.high} if time.low or time.high else {}
    return made | days | {"confidence": time.confidence}


def _entity(entity: Entity) -> Json:
    place = entity.location
    made: Json = {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "named": entity.named,
        "mentions": [
            {"start": m.start, "end": m.end, "kind": m.kind} | ({"metonym": True} if m.metonym else {})
            for m in entity.mentions
        ],
        "place": None,
        "wikidata": entity.wikidata,
        "confidence": entity.confidence,
        "roles": [
            {"title": r.title, "of": r.of, "on": r.on, "evidence": _span(r.evidence), "confidence": r.confidence}
            for r in entity.roles
        ],
        "gender": entity.gender,
    }
    if place is not None:
        made["place"] = {
            "geonames": place.geonames,
            "lat": place.lat,
            "lon": place.lon,
            "country": place.country,
            "name": place.name,
            "kind": place.kind,
            "within": [_candidate(c) for c in place.within],
            "confidence": place.confidence,
        }
    if entity.candidates:
        made["candidates"] = [_candidate(c) | {"score": c.score} for c in entity.candidates]
    return made


def _candidate(place: Candidate) -> Json:
    return {
        "geonames": place.geonames,
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "kind": place.kind,
    }


def _quote(quote: Quote) -> Json:
    return {
        "kind": quote.kind,
        "content": [_span(s) for s in quote.content],
        "cue": _span(quote.cue) if quote.cue else None,
        "cue_lemma": quote.cue_lemma,
        "source": [_span(s) for s in quote.source],
        "speaker": quote.speakers[0] if quote.speakers else None,
        "speakers": list(quote.speakers),
        "said_on": quote.said_on,
        "said_precision": quote.said_precision,
        "about": list(dict.fromkeys(a.target for a in quote.about)),
        "about_links": [{"target": a.target, "basis": a.basis, "score": a.score} for a in quote.about],
        "confidence": quote.confidence,
        "speech_act": quote.speech_act,
        "polarity": quote.polarity,
        "addressee": quote.addressee,
        "medium": quote.medium,
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "type": event.type,
        "label": event.label,
        "trigger": _span(event.trigger),
        "mentions": [_span(s) for s in event.mentions],
        "status": event.status,
        "confidence": event.confidence,
        "date": event.date,
        "date_end": event.date_end,
        "date_words": event.date_words,
        "places": list(event.places),
        "place_links": [{"place": place, "confidence": confidence} for place, confidence in event.settings],
        "participants": [
            {"entity": p.entity, "role": p.role, **_span(p.span), "confidence": p.confidence}
            for p in event.participants
        ],
        "numbers": [
            {"what": n.what, "low": n.low, "high": n.high, "verified": n.verified, "by": n.by, **_span(n.span),
             "confidence": n.confidence}
            for n in event.numbers
        ],
        "part_of": event.part_of,
    }  # fmt: skip


def _relation(relation: Relation) -> Json:
    return {
        "type": relation.type,
        "from": relation.source,
        "to": relation.target,
        "evidence": _span(relation.evidence),
        "verb": relation.verb,
        "assertion": relation.assertion,
        "confidence": relation.confidence,
        "attributed_to": relation.attributed_to,
        "on": relation.on,
        "title": relation.title,
    }
