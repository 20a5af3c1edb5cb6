"""Every test has folders of its own and no settings of the user's; CI skips nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

# A shared machine may be slow for a moment: examples are counted, not timed.
settings.register_profile(
    "bazhanov", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
# A mutant need only be found, and at once: few examples, none made smaller.
settings.register_profile(
    "mutants",
    settings.get_profile("bazhanov"),
    max_examples=10,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("bazhanov")

# What a user may have set and no test may depend on: tests/process/test_user_settings.py and
# test_encodings.py set them one by one. Without any locale Python takes UTF-8, on every system.
SETTINGS = (
    "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "PAGER", "LESS", "GITHUB_ACTIONS",
    "BAZHANOV_PAGER", "BAZHANOV_DATA", "BAZHANOV_MAX_MIB", "BAZHANOV_DEBUG",
    "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONCOERCECLOCALE", "LANG", "LC_ALL", "LC_CTYPE",
)  # fmt: skip


@pytest.fixture(scope="session", autouse=True)
def no_settings() -> Iterator[None]:
    """Keep the user's own settings out of every test, and of what tests share."""
    with pytest.MonkeyPatch.context() as patch:
        for name in SETTINGS:
            patch.delenv(name, raising=False)
        patch.setenv("TERM", "xterm")
        if sys.platform == "win32":
            patch.setenv("PYTHONUTF8", "1")  # else a pipe is in the code page
        yield


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that the tests share, as the commands of one user do."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, cache_folder: Path, tmp_path: Path) -> None:
    """Keep the user's own cache and quiz memory out of every test."""
    monkeypatch.setenv("BAZHANOV_CACHE_DIR", str(cache_folder))
    monkeypatch.setenv("BAZHANOV_STATE_DIR", str(tmp_path / "state"))


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    """Where nothing may be skipped, a skipped test fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = len(reporter.stats.get("skipped", ())) if reporter else 0
    forbidden = os.environ.get("BAZHANOV_TEST_NOTHING_SKIPPED")
    if reporter and skipped and forbidden and not session.exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line(f"{skipped} tests were skipped, and none may be", red=True)
    return (yield)
