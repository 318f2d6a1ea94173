"""Log lines as JSON, without positions, queries, addresses of clients, or anything else that was asked."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

__all__ = ["JsonFormatter", "config", "fields_of"]

Json = dict[str, Any]


class JsonFormatter(logging.Formatter):
    """A line of JSON for each record: time, level, logger, message, and what the record has in ``fields``."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as one line."""
        told: Json = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            # asyncio tells of sockets, their addresses among it, in further lines.
            "message": record.getMessage().partition("\n")[0],
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[1] is not None:
            told |= fields_of(record.exc_info[1])
        return json.dumps(told, ensure_ascii=False, default=str)


def fields_of(error: BaseException) -> Json:
    """Return the kind of an error and where it arose; not its message, which may quote what was asked."""
    frames = traceback.extract_tb(error.__traceback__)[-8:]
    where = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return {"error": type(error).__name__, "where": where}


def config(level: str = "INFO") -> Json:
    """Return a configuration for `logging.config.dictConfig`: the server's loggers, as JSON on stderr."""
    heard = {"handlers": ["stderr"], "level": level, "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": JsonFormatter}},
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stderr"}
        },
        "loggers": {"asyncio": heard, "uvicorn": heard, "maps.serve": heard},
    }
