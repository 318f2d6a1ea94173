"""What a person decides about a reading: kept in a file of its own, put on top of what the machine read.

::

    decision       one decision, and what it may hold
    review_file    decisions as TOML or JSON, read and written
    finding        which item of a reading a decision is about
    applying       a set of zones with a review put on top

Examples
--------
>>> from zones import load
>>> review = read_review('''
... [[decision]]
... do = "reject claim"
... by = "R. Haddad"
... on = 2026-11-30
... quote = "Kyrgyzstan holds negotiations with Russia on sending troops to Syria"
... nationality = "KG"
... status = "discussed"
... ''')
>>> load(as_read=True).review(review).reviewed.mark
'read by rules, reviewed by R. Haddad on 2026-11-30 (1 rejected; 25 undecided)'
"""

from zones.beside import beside
from zones.review.decision import Decision, Do
from zones.review.review_file import Review, load_review, read_review, review_text, save_review
from zones.reviewed import Rejected, Reviewed, reviewed

__all__ = [
    "Decision",
    "Do",
    "Rejected",
    "Review",
    "Reviewed",
    "beside",
    "load_review",
    "read_review",
    "review_text",
    "reviewed",
    "save_review",
]
