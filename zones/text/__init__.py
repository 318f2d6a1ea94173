"""The text of a page: what of it is article, and what each piece of the article is.

Imports run one way: nothing imports what stands below it here.

::

    blocks                   a piece of the article and its kind
    edited                   a text after changes, and where each piece of it stood before
    days, phrases            full dates; lists of phrases that a line may begin with, from furniture.toml
    furniture                what is no article: share bars, menus, comments, notices glued to a sentence
    filing_places, bylines   places that reports are filed from; who wrote it
    stated_days, datelines   lines that state a day; where, when and by whom
    credits, captions        whose a picture is, and what it shows
    rows                     rows of lists and tables
    entities, tags, markdown, characters, quote_marks, bullets, runs, hyphens, line_ends
                             what only typography, markup and wrapping put into a text, each kind in a file
    typography               the text that is read, made of the file's by all of these, and the way back
    publication_day          the day that a page states
    article                  a page becomes blocks
"""

from zones.text.blocks import Block, BlockKind

__all__ = ["Block", "BlockKind"]
