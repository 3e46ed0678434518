"""Raised text, whose being raised says what it is: a power ("m²", "10⁵"), the mark of a note, or the end of an ordinal. It knows no format.

Markup that raises text is lost where only the text is read; then 10⁵ would be 105, and "1,200" with note 3 be "1,2003".
"""

from __future__ import annotations

import re

BEFORE = 16
"""So many characters before it decide how raised text reads."""
_SUPERSCRIPTS = str.maketrans("-+0123456789", "⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹")
_MINUS = str.maketrans("−–‐‑", "----")
_TEN = re.compile(r"(?:^|[^\w.,])10$")
_POWER_OF_TEN = re.compile(r"[-+]?\d{1,3}")
# Units of which there are squares, cubes and inverses (BIPM, The International System of Units, 9th edition, 5.3, and usual ones beside).
_UNIT = re.compile(
    r"(?:^|(?<=[\d\W_]))(?:[kcdmnµμ]?m|in|ft|yd|mi|[mµμn]?s|h|d|[mkµμ]?g|K|[mkM]?J|[kmM]?W|[mµμ]?mol|[mkMG]?Pa|Hz|[mk]?L|[kmM]?V|[mk]?A|N|ha|yr?)$"
)
_POWER_OF_UNIT = re.compile(r"[23]|-[1-6]")
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡§¶#])(?:[,;\s–-]{1,2}(?:\d{1,3}|[a-z*†‡§¶#]))*[\])]?|[*†‡§¶]+|\[[\w ]{1,20}\]")


def raised(before: str, text: str) -> str:
    """How raised text reads behind what stands before it: in superscript characters, as it is, or not at all if it marks a note."""
    said = text.strip()
    number = said.translate(_MINUS)
    if (_POWER_OF_TEN.fullmatch(number) and _TEN.search(before)) or (_POWER_OF_UNIT.fullmatch(number) and _UNIT.search(before)):
        return number.translate(_SUPERSCRIPTS)
    return "" if _MARK.fullmatch(said) else text
