"""The text of a page: what of it is article, and what each piece of the article is.

Imports run one way: nothing imports what stands below it here.

::

    blocks                   a piece of the article and its kind
    days, phrases            full dates; lists of phrases that a line may begin with, from furniture.toml
    furniture                what is no article: share bars, menus, comments, notices glued to a sentence
    datelines, bylines       where, when and by whom
    credits, captions        whose a picture is, and what it shows
    rows                     rows of lists and tables
    article                  a page becomes blocks
"""

from zones.text.blocks import Block, BlockKind

__all__ = ["Block", "BlockKind"]
