"""The parts of a data set, on the workers of a Dask cluster."""

from __future__ import annotations

import pickle  # nosec B403 # of our own labeller alone
from collections.abc import Iterator
from contextlib import ExitStack

from distributed import Client, LocalCluster, Worker, WorkerPlugin, as_completed, get_worker

from geodata.grid_lookup import available_cores
from zones.labels.dataset import Part, label_part
from zones.labels.labeller import Labeller

_PLUGIN = "deescalation-zones labeller"
_RETRIES = 3


class LabellerPlugin(WorkerPlugin):  # type: ignore[misc]
    """Keeps a labeller on each worker, also on workers that come later.

    Data that is scattered would be lost with the workers that hold it; a plugin is sent to their successors.
    """

    def __init__(self, labeller: bytes) -> None:
        self.name = _PLUGIN
        self._stored = labeller
        self.labeller: Labeller | None = None

    def setup(self, worker: Worker) -> None:
        """Unpack the labeller, once for the worker."""
        self.labeller = pickle.loads(self._stored)  # nosec B301 # noqa: S301 - the client, who commands here, made it


def run_on_dask(parts: list[Part], labeller: bytes, scheduler: Client | str | None) -> Iterator[int]:
    """Label the parts on a cluster, and yield the rows done after each."""
    with ExitStack() as closing:
        client = (
            scheduler
            if isinstance(scheduler, Client)
            else closing.enter_context(_connect(scheduler, closing))
        )
        client.register_plugin(LabellerPlugin(labeller), name=_PLUGIN)
        closing.callback(client.unregister_worker_plugin, _PLUGIN)
        futures = client.map(_label_on_worker, parts, pure=False, retries=_RETRIES)
        rows = 0
        try:
            for _, result in as_completed(futures, with_results=True):
                rows += result
                yield rows
        finally:
            client.cancel(futures)


def _connect(scheduler: str | None, closing: ExitStack) -> Client:
    if scheduler is not None:
        return Client(scheduler)
    cluster = LocalCluster(n_workers=available_cores(), threads_per_worker=1, dashboard_address=None)
    return Client(closing.enter_context(cluster))


def _label_on_worker(part: Part) -> int:
    labeller = get_worker().plugins[_PLUGIN].labeller
    return label_part(part, labeller)
