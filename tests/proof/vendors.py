"""Vendors on this machine: small servers that answer as the real ones do, or fail as they do.

Runs in a process of its own, beside the libraries under test, and needs nothing but them.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import socket
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NoReturn
from urllib.parse import urlsplit

#: Host names of the real ones, and what the ids of their models look like.
VENDORS = {
    "openai": ("api.openai.com", r"gpt-|o\d|text-embedding"),
    "anthropic": ("api.anthropic.com", r"claude-"),
    "google": ("generativelanguage.googleapis.com", r"gemini-"),
    "groq": ("api.groq.com", r"llama-"),
    "cohere": ("api.cohere.com", r"command"),
    "mistral": ("api.mistral.ai", r"(?:open-)?mi[sx]tral-|mistral"),
}
KEYS = {
    "openai": ("OPENAI_API_KEY",),
    "anthropic": ("ANTHROPIC_API_KEY",),
    "google": ("GEMINI_API_KEY", "GOOGLE_API_KEY"),
    "groq": ("GROQ_API_KEY",),
    "cohere": ("CO_API_KEY",),
    "mistral": ("MISTRAL_API_KEY",),
}
#: Every way to fail: no listener, no answer, an HTTP status, half an answer.
FAILURES = ("refused", "hang", "500", "529", "429", "401", "cut")
HANG_SECONDS = 6


#: Requests that one run may make: whoever asks more often goes on for ever.
MOST_REQUESTS = 200


class NeverEnds(BaseException):
    """A run asks again and again; no handler of the code that is run takes this."""


class Town:
    """All vendors. ``modes`` says how each one is today: ``ok``, or among ``FAILURES``.

    ``answered`` are the vendors in the order in which good answers left them, ``asked`` counts the
    requests.
    """

    def __init__(self) -> None:
        self.modes = dict.fromkeys(VENDORS, "ok")
        self.answered: list[str] = []
        self.asked = 0
        self.over = threading.Event()
        self._ports = {vendor: self._open(vendor) for vendor in VENDORS}
        self._nobody = _free_port()
        for vendor, names in KEYS.items():
            for name in names:
                os.environ[name] = _key_of(vendor)
        os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
        os.environ["DISABLE_AIOHTTP_TRANSPORT"] = "True"

    def vendor(self, host: str) -> str | None:
        """Whose host it is; None for one that is no vendor's."""
        return next((v for v, (name, _) in VENDORS.items() if name == host), None)

    def count(self) -> None:
        """One request more. Raises ``NeverEnds`` where that is one too many."""
        self.asked += 1
        if self.asked > MOST_REQUESTS:
            raise NeverEnds

    def port(self, host: str) -> int | None:
        """Where a host is to be found here; None for one that is no vendor."""
        vendor = self.vendor(host)
        if vendor is None:
            return None
        if self.modes[vendor] == "refused":
            return self._nobody
        return self._ports[vendor]

    def _open(self, vendor: str) -> int:
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self, vendor))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return int(server.server_address[1])


def redirect(town: Town) -> None:
    """Every request that the HTTP libraries would send goes to the town, or fails.

    A vendor whose mode is ``silent`` is given up at once, as if its time were over.
    """
    for name in ("httpx", "httpx2"):
        if (library := _library(name)) is not None:
            _redirect_library(library, town)
    if (library := _library("requests")) is not None:
        _redirect_requests(library, town)
    if (library := _library("aiohttp")) is not None:
        _redirect_aiohttp(library, town)


def leave(found: object) -> NoReturn:
    """Print what was found as the last line, and end; libraries leave threads behind."""
    sys.stdout.write(f"\n{json.dumps(found)}\n")
    sys.stdout.flush()
    os._exit(0)


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def _redirect_library(library: Any, town: Town) -> None:
    plain = library.HTTPTransport.handle_request
    awaited = library.AsyncHTTPTransport.handle_async_request

    def moved(request: Any) -> Any:
        town.count()
        host = request.url.host
        port = town.port(host)
        if port is None:
            raise library.ConnectError(f"no way to {host}", request=request)
        if town.modes[town.vendor(host)] == "silent":
            raise library.ReadTimeout("no answer", request=request)
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=port)
        return request

    def handle(self: Any, request: Any) -> Any:
        return plain(self, moved(request))

    async def handle_async(self: Any, request: Any) -> Any:
        return await awaited(self, moved(request))

    library.HTTPTransport.handle_request = handle
    library.AsyncHTTPTransport.handle_async_request = handle_async


def _redirect_requests(library: Any, town: Town) -> None:
    plain = library.adapters.HTTPAdapter.send

    def send(self: Any, request: Any, **options: Any) -> Any:
        town.count()
        parts = urlsplit(request.url)
        port = town.port(parts.hostname or "")
        if port is None:
            raise library.ConnectionError(f"no way to {parts.hostname}", request=request)
        if town.modes[town.vendor(parts.hostname or "")] == "silent":
            raise library.ReadTimeout("no answer", request=request)
        request.url = parts._replace(scheme="http", netloc=f"127.0.0.1:{port}").geturl()
        return plain(self, request, **options)

    library.adapters.HTTPAdapter.send = send


def _redirect_aiohttp(library: Any, town: Town) -> None:
    plain = library.ClientSession._request

    async def send(self: Any, method: str, url: Any, **options: Any) -> Any:
        town.count()
        parts = urlsplit(str(url))
        port = town.port(parts.hostname or "")
        if port is None:
            raise library.ClientError(f"no way to {parts.hostname}")
        if town.modes[town.vendor(parts.hostname or "")] == "silent":
            raise TimeoutError
        moved = parts._replace(scheme="http", netloc=f"127.0.0.1:{port}").geturl()
        return await plain(self, method, moved, **options)

    library.ClientSession._request = send


def _handler(town: Town, vendor: str) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))) or b"{}")
            mode = town.modes[vendor]
            if mode == "hang":
                town.over.wait(HANG_SECONDS)
                self.close_connection = True
            elif mode.isdigit():
                self._send(int(mode), _error(mode))
            elif self._key() != _key_of(vendor):
                self._send(401, _error("wrong key"))
            elif not re.search(VENDORS[vendor][1], self._model(body)):
                self._send(404, _error("no such model"))
            elif body.get("stream"):
                town.answered.append(vendor)
                self._stream(_events(self.path, vendor, self._model(body)), cut=mode == "cut")
            else:
                town.answered.append(vendor)
                self._send(200, _answer(self.path, vendor, self._model(body)), cut=mode == "cut")

        def _model(self, body: dict[str, Any]) -> str:
            named = re.search(r"/models/([^:/]+):", self.path)
            return named[1] if named else str(body.get("model", ""))

        def _key(self) -> str:
            bearer = (self.headers.get("authorization") or "").removeprefix("Bearer ")
            own = self.headers.get("x-api-key") or self.headers.get("x-goog-api-key")
            in_url = re.search(r"[?&]key=([^&]+)", self.path)
            return own or bearer or (in_url[1] if in_url else "")

        def _send(self, status: int, document: dict[str, Any], *, cut: bool = False) -> None:
            data = json.dumps(document).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data[: len(data) // 2] if cut else data)
            if cut:
                self.close_connection = True

        def _stream(self, events: list[dict[str, Any]], *, cut: bool) -> None:
            """Server-sent events; cut off in the middle, they end without the last chunk."""
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.send_header("transfer-encoding", "chunked")
            self.end_headers()
            for event in events[: len(events) // 2] if cut else events:
                name = f"event: {event['type']}\n" if "type" in event else ""
                data = f"{name}data: {json.dumps(event)}\n\n".encode()
                self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
            if cut:
                self.close_connection = True
            else:
                self.wfile.write(b"0\r\n\r\n")

        def log_message(self, *args: object) -> None:
            """Say nothing: the test reads what is printed."""

    return Handler


def _error(what: str) -> dict[str, Any]:
    return {"type": "error", "error": {"type": "api_error", "message": f"failure: {what}"}}


def _answer(path: str, vendor: str, model: str) -> dict[str, Any]:
    """An answer whose text is the vendor's name, in the form that the address promises."""
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    if "/embeddings" in path:
        vector = {"object": "embedding", "index": 0, "embedding": [0.5, 0.5]}
        return {"object": "list", "data": [vector], "model": model, "usage": usage}
    if "/chat/completions" in path:
        choice = {
            "index": 0,
            "finish_reason": "stop",
            "message": {"role": "assistant", "content": vendor},
        }
        head = {"id": "c1", "object": "chat.completion", "created": int(time.time())}
        return {**head, "model": model, "choices": [choice], "usage": usage}
    if "/messages" in path:
        return {
            "id": "m1",
            "type": "message",
            "role": "assistant",
            "model": model,
            "content": [{"type": "text", "text": vendor}],
            "stop_reason": "end_turn",
            "stop_sequence": None,
            "usage": {"input_tokens": 1, "output_tokens": 1},
        }
    if vendor == "cohere":
        return _cohere(path, vendor)
    if ":generateContent" in path:
        content = {"role": "model", "parts": [{"text": vendor}]}
        return {
            "candidates": [{"content": content, "finishReason": "STOP", "index": 0}],
            "usageMetadata": {
                "promptTokenCount": 1,
                "candidatesTokenCount": 1,
                "totalTokenCount": 2,
            },
            "modelVersion": model,
        }
    text = {"type": "output_text", "text": vendor, "annotations": []}
    message = {"type": "message", "id": "m1", "status": "completed", "role": "assistant"}
    return {
        "id": "r1",
        "object": "response",
        "created_at": int(time.time()),
        "status": "completed",
        "model": model,
        "output": [{**message, "content": [text]}],
        "parallel_tool_calls": False,
        "tool_choice": "auto",
        "tools": [],
        "usage": {
            "input_tokens": 1,
            "output_tokens": 1,
            "total_tokens": 2,
            "input_tokens_details": {"cached_tokens": 0},
            "output_tokens_details": {"reasoning_tokens": 0},
        },
    }


def _cohere(path: str, vendor: str) -> dict[str, Any]:
    """An answer in the form of one of the two generations of that address."""
    if "/v1/" in path:
        return {"text": vendor, "generation_id": "g1", "finish_reason": "COMPLETE"}
    content = [{"type": "text", "text": vendor}]
    message = {"role": "assistant", "content": content}
    return {"id": "c1", "finish_reason": "COMPLETE", "message": message}


def _events(path: str, vendor: str, model: str) -> list[dict[str, Any]]:
    """The same answer, in pieces."""
    whole = _answer(path, vendor, model)
    if "/messages" in path:
        block = {"type": "text", "text": ""}
        piece = {"type": "text_delta", "text": vendor}
        end = {"stop_reason": "end_turn", "stop_sequence": None}
        return [
            {
                "type": "message_start",
                "message": {**whole, "content": [], "stop_reason": None},
            },
            {"type": "content_block_start", "index": 0, "content_block": block},
            {"type": "content_block_delta", "index": 0, "delta": piece},
            {"type": "content_block_stop", "index": 0},
            {"type": "message_delta", "delta": end, "usage": {"output_tokens": 1}},
            {"type": "message_stop"},
        ]
    head = {**whole, "object": "chat.completion.chunk"}
    said = {"index": 0, "delta": {"role": "assistant", "content": vendor}, "finish_reason": None}
    end = {"index": 0, "delta": {}, "finish_reason": "stop"}
    return [{**head, "choices": [said]}, {**head, "choices": [end]}]


def _key_of(vendor: str) -> str:
    """A key as long as real ones: some code looks whether a key looks like one."""
    return f"sk-{vendor}-{'0' * 24}"


def _free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
