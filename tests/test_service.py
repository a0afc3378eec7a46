"""The service: every request gets its documented answer, and the others go on."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

pytest.importorskip("starlette", reason="needs quotekit-nlp[serve]")
httpx = pytest.importorskip("httpx", reason="needs httpx")
uvicorn = pytest.importorskip("uvicorn", reason="needs quotekit-nlp[serve]")

from quotekit import Article, extract, hookimpl  # noqa: E402
from quotekit.service import Limits, create_app  # noqa: E402
from quotekit.testing import extractor  # noqa: E402

TEXT = "“We will stay,” Ida Moss said on Tuesday."
LIMITS = Limits(size=20_000, seconds=4.0, patience=1.0, waiting=64)


class Trouble:
    """Does to articles what their texts say."""

    @hookimpl
    def quotekit_describe_article(self, article):
        if "HANG" in article.text:
            time.sleep(60)
        if "SULK" in article.text:  # will not be interrupted
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
            time.sleep(60)
        if "DIE" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "RAISE" in article.text:
            raise KeyError("no such beat")
        return []


@contextlib.contextmanager
def serving(**options) -> Iterator[str]:
    """Run a service of its own on a free port, and give its address."""
    app = create_app(**options)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    with socket.create_server(("127.0.0.1", 0)) as listening:  # no other program can take the port
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            while not server.started:
                assert thread.is_alive(), "the server does not start"
                time.sleep(0.02)
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(60)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(extractor=extractor(Trouble()), processes=2, limits=LIMITS) as found:
        yield found


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=60) as made:
        yield made


def post(client: httpx.Client, body: str | bytes, kind: str = "text/plain", **parameters: str):
    return client.post("/extract", content=body, headers={"content-type": kind}, params=parameters)


def test_a_text_is_answered_with_what_extract_gives(client):
    answer = post(client, TEXT, published="2021-07-27", id="a")
    assert answer.status_code == 200
    article = Article(TEXT, id="a", published="2021-07-27", published_from="caller")
    assert answer.json() == extract(article).to_dict()


def test_a_json_object_and_a_page_are_read_as_files_are(client):
    told = {"text": TEXT, "id": "b", "published": "2021-07-27"}
    answer = post(client, json.dumps(told), "application/json").json()
    assert (answer["id"], answer["quotes"][0]["said"]["value"]) == ("b", "2021-07-27")
    page = f"<html><body><h1>The quay</h1><p>{TEXT}</p></body></html>".encode("cp1252")
    answer = post(client, page, "text/html; charset=cp1252").json()
    assert answer["quotes"][0]["text"] == "We will stay,"
    assert "“We will stay,” Ida Moss" in answer["text"]


def test_an_object_without_a_text_is_told_its_keys_and_no_option_of_the_command_line(client):
    answer = post(client, '{"txt": "x"}', "application/json")
    assert answer.json()["error"]["reason"] == "no \"text\"; the keys are 'txt'"


@pytest.mark.parametrize(
    ("format", "kind", "begins"),
    [
        ("json", "application/json", b'{"schema"'),
        ("jsonl", "application/x-ndjson", b'{"schema"'),
        ("csv", "text/csv; charset=utf-8", b"\xef\xbb\xbf"),
        ("table", "text/plain; charset=utf-8", b""),
        ("html", "text/html; charset=utf-8", b"<!doctype html>"),
        ("schema.org", "application/ld+json", b""),
        ("tei", "application/tei+xml", b"<?xml"),
        ("parquet", "application/vnd.apache.parquet", b"PAR1"),
    ],
)
def test_an_answer_is_in_the_format_that_is_named(client, format, kind, begins):
    answer = post(client, TEXT, format=format)
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    assert answer.content.startswith(begins.removeprefix(b"\xef\xbb\xbf"))


def test_an_answer_is_in_the_first_format_that_the_client_accepts(client):
    headers = {"accept": "text/html, application/json;q=0.5"}
    answer = client.post("/extract", content=TEXT, headers=headers)
    assert answer.text.startswith("<!doctype html>")


REFUSED = {
    "a field that does not fit": (TEXT, "text/plain", {"published": "nope"}, 400, "published must"),
    "broken JSON": ("{bad", "application/json", {}, 400, "not valid JSON"),
    "JSON without a text": ("{}", "application/json", {}, 400, "text"),
    "two articles": ("[{},{}]", "application/json", {}, 400, "one article, not 2"),
    "another encoding": (b"caf\xe9", "text/plain; charset=utf-8", {}, 400, "not UTF-8 text"),
    "a kind that is not read": ("x", "application/pdf", {}, 415, "application/pdf"),
    "a format that there is not": (TEXT, "text/plain", {"format": "docx"}, 406, "no writer 'docx'"),
    "a format that is a folder": (TEXT, "text/plain", {"format": "brat"}, 406, "folder"),
    "a body that is too long": ("x" * 20_001, "text/plain", {}, 413, "20,000 bytes"),
    "an article that takes too long": ("HANG", "text/plain", {}, 504, "longer than 4 seconds"),
    "one that has to be killed": ("SULK", "text/plain", {}, 504, "longer than 4 seconds"),
    "one at which workers die": ("DIE", "text/plain", {}, 500, "SIGKILL"),
    "one at which a plugin falls": ("RAISE", "text/plain", {}, 500, "no such beat"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_done_has_a_status_and_a_sentence_and_the_next_is_served(client, case):
    body, kind, parameters, status, words = case
    answer = post(client, body, kind, **parameters)
    error = answer.json()["error"]
    assert (answer.status_code, error["status"]) == (status, status)
    assert words in error["reason"]
    assert post(client, TEXT).json()["quotes"][0]["text"] == "We will stay,"


def test_a_body_that_is_too_long_is_refused_though_its_length_was_not_told(client):
    pieces = (b"x" * 1000 for _ in range(100))
    answer = client.post("/extract", content=pieces)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "headers", ["content-length: 20001\r\nexpect: 100-continue", "content-length: 1000000"]
)
def test_a_body_that_need_not_be_sent_is_refused_before_it_is(address, headers):
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=60) as asking:
        asking.sendall(f"POST /extract HTTP/1.1\r\nhost: localhost\r\n{headers}\r\n\r\n".encode())
        # what 413 is called depends on Python's version
        assert asking.recv(1000).startswith(b"HTTP/1.1 413 ")


def test_a_client_that_stops_sending_is_let_go_and_others_are_served(address, client):
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as slow:
        slow.sendall(b"POST /extract HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nabc")
        assert post(client, TEXT).status_code == 200
        slow.settimeout(60)
        assert slow.recv(1000).startswith(b"HTTP/1.1 408 ")


def test_other_paths_methods_and_names_are_refused(client):
    assert client.get("/other").status_code == 404
    assert client.get("/extract").status_code == 405
    assert client.get("/health", headers={"host": "quay.example"}).status_code == 400


def test_each_line_of_a_batch_is_answered_by_a_line_in_order(client):
    lines = [json.dumps({"id": f"{n}", "text": TEXT}) for n in range(30)]
    lines[3], lines[7], lines[11] = "{bad", json.dumps({"id": "7", "text": "RAISE"}), "x" * 20_001
    body = "\n".join([*lines[:20], "", *lines[20:]])
    answers = [json.loads(line) for line in client.post("/batch", content=body).iter_lines()]
    found = [answer.get("id", answer.get("line")) for answer in answers]
    assert found == [
        "0",
        "1",
        "2",
        4,
        "4",
        "5",
        "6",
        8,
        "8",
        "9",
        "10",
        12,
        *map(str, range(12, 30)),
    ]
    assert [answers[n]["error"]["status"] for n in (3, 7, 11)] == [400, 500, 413]


def test_a_batch_is_read_only_as_its_answers_are_taken(address):
    read = 0

    async def lines():
        nonlocal read
        for n in range(200):
            read += 1
            yield json.dumps({"id": f"{n}", "text": TEXT * 60}).encode() + b"\n"

    async def ask() -> int:
        async with (
            httpx.AsyncClient(base_url=address, timeout=60) as client,
            client.stream("POST", "/batch", content=lines()) as answer,
        ):
            # httpx sends the whole body before it looks at the answer; the service has begun.
            return len([line async for line in answer.aiter_lines()])

    assert asyncio.run(ask()) == read == 200


def test_more_than_may_wait_are_told_to_come_again():
    limits = attrs.evolve(LIMITS, waiting=0, seconds=60.0)
    with serving(extractor=extractor(Trouble()), processes=1, limits=limits) as found:

        async def ask() -> list[int]:
            async with httpx.AsyncClient(base_url=found, timeout=60) as client:
                asked = [client.post("/extract", content=TEXT * 200) for _ in range(20)]
                answers = await asyncio.gather(*asked)
                assert all(a.headers["retry-after"] for a in answers if a.status_code == 503)
                return [answer.status_code for answer in answers]

        assert set(asyncio.run(ask())) == {200, 503}


def test_the_description_is_valid_and_names_what_is_served(client):
    validator = pytest.importorskip("openapi_spec_validator")
    described = client.get("/openapi.json").json()
    validator.validate(described)
    assert set(described["paths"]) == {"/extract", "/batch", "/health"}
    documented = set(described["paths"]["/extract"]["post"]["responses"]) - {"200", "503"}
    assert documented == {str(case[3]) for case in REFUSED.values()} | {"408"}


def test_answers_fit_the_description(client):
    jsonschema = pytest.importorskip("jsonschema")
    described = client.get("/openapi.json").json()
    for name, answer in (
        ("Extraction", post(client, TEXT)),
        ("Error", post(client, "{", "application/json")),
    ):
        schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
        jsonschema.validate(answer.json(), schema)


def test_health_tells_the_version_and_what_there_is_to_do(client):
    assert client.get("/health").json().keys() == {
        "status",
        "version",
        "processes",
        "busy",
        "waiting",
    }


def test_the_command_listens_on_this_machine_alone_and_ends_its_workers():
    command = [sys.executable, "-m", "quotekit", "serve", "--port", "0", "-p", "1"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        told = next(line for line in process.stderr if "running on" in line)
        assert "http://127.0.0.1:" in told
        found = told.split("running on ")[1].split()[0]
        assert httpx.post(f"{found}/extract", content=TEXT, timeout=60).status_code == 200
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode is not None


@pytest.mark.slow
def test_sixty_four_clients_are_all_served_and_memory_stays():
    seconds = float(os.environ.get("QUOTEKIT_LOAD_SECONDS", "10"))
    texts = [
        f"“We will stay number {n},” Ida Moss said. Bo Tran said he agreed. " * 8 for n in range(50)
    ]
    took: list[float] = []

    async def one(client: httpx.AsyncClient, number: int, end: float) -> None:
        while time.monotonic() < end:
            began = time.monotonic()
            answer = await client.post("/extract", content=texts[number % 50])
            assert answer.status_code == 200
            took.append(time.monotonic() - began)

    async def ask(found: str, during: float) -> None:
        async with httpx.AsyncClient(
            base_url=found, timeout=60, limits=httpx.Limits(max_connections=64)
        ) as client:
            end = time.monotonic() + during
            await asyncio.gather(*(one(client, n, end) for n in range(64)))

    command = [sys.executable, "-m", "quotekit", "serve", "--port", "0", "-p", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        found = next(line for line in process.stderr if "running on" in line)
        found = found.split("running on ")[1].split()[0]
        asyncio.run(ask(found, 10.0))
        before, _ = memory(process.pid), took.clear()
        asyncio.run(ask(found, seconds))
        after = memory(process.pid)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    took.sort()
    print(  # noqa: T201 - shown by pytest -s: the figures of the documentation
        f"{len(took)} answers in {seconds:g} s, median {took[len(took) // 2]:.3f} s, "
        f"p99 {took[int(len(took) * 0.99)]:.3f} s, memory {before / 1e6:.0f} to {after / 1e6:.0f} MB"
    )
    assert len(took) > 64
    assert after < before * 1.2


def memory(pid: int) -> int:
    """Return the bytes that a process and its children hold."""
    process = Path("/proc", str(pid))
    held = int((process / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    children = (process / "task" / str(pid) / "children").read_text().split()
    return held + sum(memory(int(child)) for child in children)
