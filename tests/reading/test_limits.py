"""The time that turning a file into text may take, with and without an alarm clock."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable

import pytest

from numclaims.reading.limits import TooSlowError, within


def stubborn() -> None:
    """Work without an end that catches every exception."""
    while True:
        try:
            sum(range(1_000))
        except Exception:
            continue


@pytest.fixture(params=["alarm", "no alarm"])
def clock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A system that has alarms, or has none, as Windows."""
    if request.param == "no alarm":
        monkeypatch.delattr(signal, "setitimer", raising=False)
    elif not hasattr(signal, "setitimer"):
        pytest.skip("this system has no alarms")
    return str(request.param)


@pytest.mark.usefixtures("clock")
def test_what_takes_too_long_is_ended_though_it_catches_every_exception() -> None:
    with pytest.raises(TooSlowError, match=r"^takes more than 0\.2 seconds to read; --max-seconds gives it more$"), within(0.2):
        stubborn()


@pytest.mark.usefixtures("clock")
def test_what_is_done_in_time_is_not_ended_later() -> None:
    with within(0.05):
        pass
    time.sleep(0.1)
    assert sum(range(10_000)) == 49_995_000


@pytest.mark.usefixtures("clock")
def test_an_error_within_the_time_is_itself() -> None:
    with pytest.raises(KeyError), within(5):
        raise KeyError


@pytest.mark.usefixtures("clock")
def test_what_ends_just_as_the_time_does_is_ended_or_left_alone() -> None:
    def busy() -> None:
        end = time.perf_counter() + 0.002
        while time.perf_counter() < end:
            pass

    outcomes = {_outcome(0.002, busy) for _ in range(100)}
    assert outcomes <= {"done", "takes more than 0.002 seconds to read; --max-seconds gives it more"}


def test_a_thread_has_a_limit_too() -> None:
    found: list[str] = []
    thread = threading.Thread(target=lambda: found.append(_outcome(0.2, stubborn)))
    thread.start()
    thread.join()
    assert found == ["takes more than 0.2 seconds to read; --max-seconds gives it more"]


def _outcome(seconds: float, work: Callable[[], None]) -> str:
    try:
        with within(seconds):
            work()
    except TooSlowError as error:
        return str(error)
    return "done"
