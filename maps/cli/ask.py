"""``zonemap ask``: a request for a language model, and the round trip where a user asks for it."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from maps.cli.days import DAY
from maps.cli.failures import Misuse
from maps.cli.outputs import write
from maps.cli.paths import OUTPUT, TEXT
from maps.cli.sources import taken, tell_notes
from maps.cli.terminal import echo, escaped
from maps.cli.verbosity import noted


@click.command("ask", short_help="Print a request for any language model; or ask one.")
@click.argument("file", type=TEXT, metavar="FILE")
@click.option(
    "--published", type=DAY, metavar="YYYY-MM-DD",
    help="Day on which the text was published. [default: what sources.toml beside it says, else the page itself]",
)  # fmt: skip
@click.option("--model", metavar="NAME", help="Send the request to this model, at --endpoint.")
@click.option(
    "--endpoint", metavar="URL",
    help="Address of a server with OpenAI's chat completions, as http://localhost:11434/v1. The key, if it wants "
    "one, is taken from ZONEMAP_MODEL_KEY.",
)  # fmt: skip
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), default=300.0, show_default=True, metavar="SECONDS",
    help="Longest time for the reply.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=OUTPUT, default=None, metavar="FILE",
    help="Where to write the request, or the answer. [default: stdout]",
)  # fmt: skip
def command(
    file: Path,
    published: date | None,
    model: str | None,
    endpoint: str | None,
    timeout: float,
    output: Path | None,
) -> None:
    """Print what to ask a language model about FILE; its answer goes into a file, and --reading takes it.

    Nothing is sent anywhere, unless --model and --endpoint say where: then the request goes there, the article
    with it, and the answer is printed. That needs the extra model.

    \b
    Examples:
      zonemap ask article.txt -o request.txt
      zonemap map article.txt --reading answer.json
      zonemap ask article.txt --model mistral-small --endpoint http://localhost:11434/v1 -o answer.json
    """
    if (model is None) != (endpoint is None):
        raise Misuse("--model and --endpoint belong together; give both, or none to print the request")
    from zones.asking import request_text
    from zones.documents import read_document

    sources = taken((file,))
    if len(sources) != 1:
        raise Misuse(f"{file} holds {len(sources)} texts; a model is asked about one: name that")
    document = read_document(sources[0], published=published)
    tell_notes((document,))
    request = request_text(document)
    if model is None or endpoint is None:
        if output is None:
            echo(request.rstrip("\n"))
        else:
            write({output: request.encode()})
        return
    answer = _answer(request, document.sha256, model, endpoint, timeout)
    if output is None:
        click.echo(escaped(answer), nl=False)
    else:
        write({output: answer.encode()})


def _answer(request: str, sha256: str, model: str, endpoint: str, seconds: float) -> str:
    """Return a model's answer as JSON, with its name and the text's sha256."""
    from dataclasses import replace

    from zones.asking import answer_text, read_answer
    from zones.asking.endpoint import KEY_VARIABLE, Endpoint, ask_model

    key = os.environ.get(KEY_VARIABLE, "").strip() or None
    asked = Endpoint(url=endpoint, model=model, key=key, seconds=seconds)
    noted(f"asking      {model} at {asked.address()}")
    found = read_answer(ask_model(request, asked), name=f"the answer of {model}", model=model)
    found.check_text(sha256)
    noted(f"answered    {len(found.zones)} zones and {len(found.claims)} claims, not verified yet")
    return answer_text(replace(found, sha256=sha256))
