"""Compiles the stages that read text with mypyc, for a wheel that reads twice as fast.

Without a C compiler, or where anything else is missing, the wheel is pure Python and does the same; so it is where that is asked for:

    HATCH_BUILD_NO_HOOKS=1 pip install .
"""

from __future__ import annotations

import os
import shutil
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GROUPS = {"reading": ("lexicon", "grammar"), "context": ("context",)}
"""The stages that are compiled into one library each; two, so that two processors are busy. Where objects are made that other processes
or a store of stories get, the Python files stay (the model, intervals): a compiled frozen dataclass cannot be unpickled."""
SKIPPED = "build*.py"  # makers of the lexicon, which users do not run


class CompiledStages(BuildHookInterface[Any]):
    """Adds the compiled modules to a wheel, beside the Python files that they come from."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; `version` is "editable" for `pip install -e`, where the files as they stand are what is wanted."""
        self._folder = Path(tempfile.mkdtemp(prefix="numclaims-"))
        if version == "editable" or not can_compile():
            return
        try:
            libraries = compiled(Path(self.root), self._folder)
        except (Exception, SystemExit) as error:  # whatever a compiler can fail of: a slower wheel is better than none
            self.app.display_warning(f"numclaims stays pure Python, as it could not be compiled: {error}")
            return
        build_data["force_include"].update(libraries)
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was compiled, now that the wheel holds it."""
        shutil.rmtree(self._folder)


def can_compile() -> bool:
    """Whether this machine has the C compiler that Python was built with, or another one that is asked for, and Python's headers."""
    compiler = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc"
    headers = Path(sysconfig.get_path("include"), "Python.h")
    return shutil.which(compiler.split()[0]) is not None and headers.is_file()


def compiled(root: Path, folder: Path) -> dict[str, str]:
    """The compiled modules, each with its place in the wheel; they are made in `folder`, nothing is written below `root`."""
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    groups = [(sorted(_modules(root, stages)), f"numclaims_{name}") for name, stages in GROUPS.items()]
    extensions = mypycify(
        # without the settings of the project, which are strict about packages that need not be here
        ["--config-file=", "--ignore-missing-imports", f"--cache-dir={folder / 'mypy'}", *(path for paths, _ in groups for path in paths)],
        separate=groups,
        opt_level="1",  # 3 takes twice as long to compile and reads no faster
        debug_level="0",
        target_dir=str(folder / "c"),
    )
    libraries = folder / "libraries"
    command = build_ext(Distribution({"name": "numclaims", "ext_modules": extensions}))
    command.build_lib, command.build_temp, command.parallel = str(libraries), str(folder / "objects"), os.cpu_count()
    command.ensure_finalized()
    command.run()
    return {str(path): path.relative_to(libraries).as_posix() for path in libraries.rglob("*") if path.is_file()}


def _modules(root: Path, stages: tuple[str, ...]) -> Iterator[str]:
    """The modules of some stages, as seen from the root of the project."""
    for stage in stages:
        for file in (root / "numclaims" / stage).rglob("*.py"):
            if file.stat().st_size and not file.match(SKIPPED):
                yield file.relative_to(root).as_posix()
