"""Code that only names something, which sentences and lists are made of as of other words. It knows no format."""

from __future__ import annotations

import re

_NAME = re.compile(r"[A-Za-z_$][\w$]*(?:(?:[.:/-]|::|->)[A-Za-z_$][\w$]*)*(?:\(\))?")


def is_name(code: str) -> bool:
    """Whether code is a name alone: "bzip2", "os.path", "text/html", "close()"; not what has a number or a command in it."""
    return bool(_NAME.fullmatch(code))
