"""
What happens when the world fails under a writing command: nothing lost, nothing half-written, a clear message.

::

    writers    the list of all that writes: commands, and the Python behind them
    jobs       one run of a writer in a process of its own, with a fault
      warm     what those processes have loaded before they begin
    kills      random kills: the file is the old one or the new one, and the next run succeeds and clears up
    __main__   python -m tests.faults --kills 200: a long run and its table
"""
