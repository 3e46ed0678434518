"""Where the settings of a project stand: `numclaims.toml`, or the table `[tool.numclaims]` of `pyproject.toml`."""

from __future__ import annotations

import os
from pathlib import Path

from numclaims.configuration.settings import Configuration, ConfigurationError, configuration, settings_file
from numclaims.reading.toml import Key, TomlFile

OWN_FILE, PROJECT_FILE = "numclaims.toml", "pyproject.toml"
_TABLE: Key = ("tool", "numclaims")


def find_configuration(folder: str | Path = ".") -> Configuration:
    """The settings of the nearest file in a folder or one above it; none but the defaults where there is no such file.

    In one folder `numclaims.toml` goes before `pyproject.toml`, and a `pyproject.toml` without `[tool.numclaims]` is none. Files are not
    put together. Raises ConfigurationError for a file that cannot be used.
    """
    start = Path(os.path.abspath(folder))
    for above in (start, *start.parents):
        if os.path.isfile(above / OWN_FILE):
            return read_configuration(above / OWN_FILE)
        if os.path.isfile(above / PROJECT_FILE):
            file = _file(above / PROJECT_FILE)
            if _has_table(file):
                return configuration(file, _TABLE, _relative(above))
    return Configuration()


def read_configuration(path: str | Path) -> Configuration:
    """The settings in a file: those of `[tool.numclaims]` in a `pyproject.toml`, else those of the whole file.

    Raises ConfigurationError for a file that cannot be used.
    """
    file = _file(Path(path))
    if Path(path).name == PROJECT_FILE:
        if not _has_table(file):
            raise ConfigurationError(f"{file.name}: has no table [tool.numclaims]")
        return configuration(file, _TABLE, _relative(Path(path).parent))
    return configuration(file, (), _relative(Path(path).parent))


def _file(path: Path) -> TomlFile:
    return settings_file(path, _relative(path).as_posix())


def _has_table(file: TomlFile) -> bool:
    tool = file.content.get("tool")
    return isinstance(tool, dict) and "numclaims" in tool


def _relative(path: Path) -> Path:
    """A path as a person in the working directory would write it."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:  # on another drive
        return path
