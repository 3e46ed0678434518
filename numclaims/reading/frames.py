"""Whole tables as pandas frames: CSV, JSON lines, XLSX and Parquet. It knows the formats, not what the columns mean.

pandas, and openpyxl or pyarrow where a format needs them, are imported only when such a table is read.
"""

from __future__ import annotations

import warnings
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from numclaims.reading.encoding import NotTextError, open_text

if TYPE_CHECKING:
    import pandas as pd

_ENGINES = {".xlsx": "openpyxl", ".parquet": "pyarrow"}
SUFFIXES = (".csv", ".tsv", ".jsonl", ".ndjson", *_ENGINES)


class EncodingGuess(UserWarning):
    """The encoding of a table is a guess."""


class FrameError(ValueError):
    """A file that gives no table; the message names the file and says what is wrong with it."""


def read_frame(path: str | Path, sheet: str = "") -> pd.DataFrame:
    """The table in a file, its suffix one of `SUFFIXES`; of a workbook the sheet of this name, or else the first.

    Cells of CSV files are strings, "" where they are empty; those of the others are what the file says they are, days of a workbook
    in ISO form. A guess at the encoding is warned of (EncodingGuess). Raises FrameError for a file that cannot be read or is not what
    its suffix says, and for a format whose library is not installed.
    """
    file = Path(path)
    suffix = file.suffix.lower()
    if suffix not in SUFFIXES:
        raise FrameError(f"{path}: a table has one of the suffixes {', '.join(SUFFIXES)}")
    try:
        return _sheet(file, suffix, sheet) if suffix in _ENGINES else _lines(file, suffix)
    except OSError as error:
        raise FrameError(f"{path}: cannot be read: {error.strerror or error}") from None
    except NotTextError as error:
        raise FrameError(f"{path}: {error}") from None
    except FrameError:
        raise
    except Exception as error:  # what the libraries raise for a damaged file is theirs to choose
        raise FrameError(f"{path}: is no {suffix[1:]} file: {error}") from None


def _lines(file: Path, suffix: str) -> pd.DataFrame:
    import pandas as pd

    with file.open("rb") as raw, open_text(raw) as stream:
        if stream.decoded.guessed:
            guess = f"{file}: is not UTF-8; read as {stream.decoded.name}, a guess: save it as UTF-8 if letters are wrong"
            warnings.warn(guess, EncodingGuess, stacklevel=4)
        if suffix in (".jsonl", ".ndjson"):
            return pd.read_json(stream, lines=True, dtype=False, precise_float=True)
        return pd.read_csv(stream, sep="\t" if suffix == ".tsv" else ",", dtype=str, keep_default_na=False)


def _sheet(file: Path, suffix: str, sheet: str) -> pd.DataFrame:
    engine = _ENGINES[suffix]
    try:
        __import__(engine)
        import pandas as pd
    except ImportError:
        raise FrameError(
            f"{file}: {suffix} needs the package {engine}, which is not installed: "
            f"pip install 'numclaims[{suffix[1:]}]', or save the table as CSV"
        ) from None
    file.open("rb").close()  # the error of a file that is not there is plainer than the libraries'
    if suffix == ".parquet":
        return pd.read_parquet(file)
    with pd.ExcelFile(file) as book:
        frame = pd.read_excel(book, sheet_name=sheet if sheet in book.sheet_names else 0, dtype=object)
    return frame.map(lambda cell: cell.isoformat().removesuffix("T00:00:00") if isinstance(cell, datetime) else cell)
