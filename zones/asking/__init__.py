"""A text read by any language model: what it is asked, what it answers, and what of the answer stands up.

::

    request      the request for a model, with examples and the article
    answer       an answer as it came: a JSON object with zones and claims
    text_names   what a text names, against which places and speakers are held
    verifying    an answer checked item by item; what fails is refused with a reason
    endpoint     the round trip to a server, where a user asks for it

Examples
--------
>>> answer = read_answer('Here you are: {"model": "M 1", "zones": [], "claims": []}')
>>> answer.model, len(answer.claims)
('M 1', 0)
"""

from zones.asking.answer import ModelAnswer, answer_text, load_answer, read_answer
from zones.asking.request import request_text
from zones.asking.verifying import Verified, verified

__all__ = [
    "ModelAnswer",
    "Verified",
    "answer_text",
    "load_answer",
    "read_answer",
    "request_text",
    "verified",
]
