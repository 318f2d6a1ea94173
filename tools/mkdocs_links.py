"""Hook of mkdocs: links out of docs/.

Pages link relatively, as a Git host shows them. A file outside docs/ that a page links to is taken into the site at
its path from the repository's root, and the links are turned to it.
"""

from __future__ import annotations

import os
import posixpath
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#|/)[^)\s#]+")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the files outside docs/ that pages link to, and those that these link to."""
    pages = list(files.documentation_pages())
    for page in pages:
        for link in LINK.findall(page.content_string):
            path = _target(page, link)
            uri = _uri(path, config)
            if uri and path.is_file() and files.get_file_from_path(uri) is None:
                added = File.generated(config, uri, abs_src_path=str(path))
                files.append(added)
                pages += [added] if added.is_documentation_page() else []
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Return the page with its links as they are in the site."""
    folder = posixpath.dirname(page.file.src_uri)

    def in_site(found: re.Match[str]) -> str:
        uri = _uri(_target(page.file, found[0]), config)
        return posixpath.relpath(uri, folder) if uri else found[0]

    return LINK.sub(in_site, markdown)


def _target(page: File, link: str) -> Path:
    return Path(os.path.normpath(Path(page.abs_src_path or "").parent / link))


def _uri(path: Path, config: MkDocsConfig) -> str | None:
    """Return where a path of the repository is in the site: what is in docs/ at its top, the rest beside it."""
    docs = Path(config.docs_dir)
    for top in (docs, docs.parent):
        if path.is_relative_to(top):
            return path.relative_to(top).as_posix()
    return None
