"""The build hook: it compiles where it can, and a wheel comes out where it cannot."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def hook() -> ModuleType:
    """The module hatch_build.py, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _built(hook: ModuleType, version: str = "standard") -> tuple[dict[str, Any], list[str]]:
    """What a build of a wheel is given by the hook, and what it warns of."""
    warnings: list[str] = []
    stages = hook.CompiledStages(
        str(ROOT), {}, SimpleNamespace(), SimpleNamespace(), "", "wheel", app=SimpleNamespace(display_warning=warnings.append)
    )
    data: dict[str, Any] = {"force_include": {}, "pure_python": True}
    stages.initialize(version, data)
    stages.finalize(version, data, "")
    return data, warnings


def test_what_was_compiled_goes_into_the_wheel(hook: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hook, "can_compile", lambda: True)
    monkeypatch.setattr(hook, "compiled", lambda root, folder: {str(folder / "a.so"): "numclaims/a.so"})
    data, warnings = _built(hook)
    assert list(data["force_include"].values()) == ["numclaims/a.so"]
    assert (data["pure_python"], data["infer_tag"], warnings) == (False, True, [])


def test_a_compiler_that_fails_leaves_a_wheel_in_python(hook: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def compiled(root: Path, folder: Path) -> dict[str, str]:
        raise SystemExit("cc: out of memory")

    monkeypatch.setattr(hook, "can_compile", lambda: True)
    monkeypatch.setattr(hook, "compiled", compiled)
    data, warnings = _built(hook)
    assert data == {"force_include": {}, "pure_python": True}
    assert warnings == ["numclaims stays pure Python, as it could not be compiled: cc: out of memory"]


@pytest.mark.parametrize("version", ["standard", "editable"])
def test_nothing_is_compiled_without_a_compiler_or_for_an_editable_install(
    hook: ModuleType, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    monkeypatch.setenv("CC", "no-such-compiler" if version == "standard" else "true")
    monkeypatch.setattr(hook, "compiled", lambda root, folder: pytest.fail("it was compiled"))
    assert _built(hook, version) == ({"force_include": {}, "pure_python": True}, [])


def test_what_is_compiled_are_modules_of_the_package(hook: ModuleType) -> None:
    modules = [module for stages in hook.GROUPS.values() for module in hook._modules(ROOT, stages)]
    assert "numclaims/grammar/tokens.py" in modules
    assert len(set(modules)) == len(modules)
    assert not any("build" in module for module in modules)
