"""Files as people have them, and the text in them.

Imports run one way: nothing imports what stands below it here.

::

    taken                     what came out of a file: its text, its day, notes
    source                    a file or what was piped in, and its bytes
    kinds                     what kind of file some bytes are
    encodings                 bytes become characters
    metadata_days             days in the forms in which pages state them
    page_tree, page_tables    a web page as a tree; its tables as rows, its layout tables as none
    page_dates                when a page says that it was published
    pages, web_archives       the article of a page
    word, pdf                 the text of a Word document or a PDF
    opening                   any of them, by its kind
    folders                   the texts in a folder
"""

from zones.files.source import MOST_BYTES, Piped, Source
from zones.files.taken import Taken

__all__ = ["MOST_BYTES", "Piped", "Source", "Taken"]
