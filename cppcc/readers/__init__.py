"""What a file holds: called in the limited process only (see `cppcc/limited.py`).

Whatever a library raises over a broken file is an answer here, not an error: `UnreadableError`
with words for the person who handed it in. Nothing here knows Django.
"""

from collections.abc import Callable

from cppcc.readers.pictures import photo
from cppcc.readers.tables import table
from cppcc.readers.uploads import upload

READERS: dict[str, Callable[[bytes, str], dict]] = {
    "table": table,
    "upload": upload,
    "photo": photo,
}
