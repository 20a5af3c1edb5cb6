"""A real browser without a window, told what to do over a pipe (Chrome DevTools Protocol)."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), None)

_SETTINGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--remote-debugging-pipe", "--window-size=1200,1000",
)  # fmt: skip
_FROM_US, _TO_US = 3, 4
_PATIENCE = 60


class Browser:
    """One page of a browser."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to, self._from = to_browser, from_browser
        self._unread = b""
        self._number = 0
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Accessibility", "DOM"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **parameters: object) -> Any:
        """Call one method and wait for its result."""
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]
            self.events.append(answer)

    def open(self, file: Path) -> None:
        """Open a file and wait until all of it is there."""
        self.events.clear()
        self.ask("Page.navigate", url=file.as_uri())
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self.events.append(self._read())

    def value(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page."""
        result = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def point_at(self, selector: str) -> None:
        """Move the mouse to the middle of an element."""
        box = self.value(
            f"(() => {{ const box = document.querySelector({selector!r}).getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()"
        )
        self.ask("Input.dispatchMouseEvent", type="mouseMoved", x=box[0], y=box[1])

    def press_tab(self) -> None:
        """Press the tab key."""
        for kind in ("keyDown", "keyUp"):
            self.ask(
                "Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9
            )

    def requests(self) -> list[str]:
        """Every address that the page has asked for since it was opened."""
        return [
            event["params"]["request"]["url"]
            for event in self.events
            if event["method"] == "Network.requestWillBeSent"
        ]

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._unread:
            ready, _, _ = select.select([self._from], [], [], _PATIENCE)
            received = os.read(self._from, 1 << 16) if ready else b""
            assert received, "the browser does not answer"
            self._unread += received
        message, _, self._unread = self._unread.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """A browser with a profile of its own; it is ended with the block."""
    assert PROGRAM
    their_input, our_output = os.pipe()
    our_input, their_output = os.pipe()
    # Moved out of the way of 3 and 4, which the browser reads from and writes to.
    theirs = [os.dup(end) for end in (their_input, their_output)]

    def connect() -> None:
        high = [os.dup2(end, 100 + end) for end in theirs]
        os.dup2(high[0], _FROM_US)
        os.dup2(high[1], _TO_US)

    process = subprocess.Popen(
        [PROGRAM, *_SETTINGS, f"--user-data-dir={profile}"],
        preexec_fn=connect,  # noqa: PLW1509 - the one way to give a process its descriptors 3 and 4
        pass_fds=(_FROM_US, _TO_US),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for end in (their_input, their_output, *theirs):
        os.close(end)
    try:
        yield Browser(our_output, our_input)
    finally:
        process.terminate()
        process.wait(_PATIENCE)
        os.close(our_output)
        os.close(our_input)
