"""Lists without pages: what hangs on an object by one kind of relationship."""

from __future__ import annotations

from api.context import Info
from graph.reading import links
from graph.reading.page import Row


async def linked(info: Info, ident: str, kind: links.Links) -> list[Row]:
    """Rows `{link, node}`. A list that is longer than `links.MOST` is cut, and the answer says so in its extensions."""
    found = await info.context.load(links.of, ident, kind) or []
    if len(found) > links.MOST:
        info.context.cut.append({"path": info.path.as_list(), "links": links.MOST})
    return found[: links.MOST]
