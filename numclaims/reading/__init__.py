"""Files to Documents: which files a path names, how their bytes decode, and one module a format. It reads no numbers.

The text of a document is the text of its file, with line ends normalised: `\\r\\n` and `\\r` become `\\n`. Every offset counts
into that normalised text, and line numbers stay those of the file.
"""

from __future__ import annotations

from numclaims.reading.converting import Unconverted
from numclaims.reading.documents import Item, Reading, read_documents
from numclaims.reading.opening import identity
from numclaims.reading.unreadable import Unreadable

__all__ = ["Item", "Reading", "Unconverted", "Unreadable", "identity", "read_documents"]
