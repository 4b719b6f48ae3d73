"""Imported by the server that workers are forked from, and by nobody else: a page is cleaned there once.

So modules, patterns and models are read once and shared, and a worker, also one that replaces another, is ready in
20 ms of CPU time instead of 300.
"""

from __future__ import annotations

import os
from contextlib import suppress

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")
_before = {name: os.environ.get(name) for name in THREADS}
for name in THREADS:
    os.environ.setdefault(name, "1")  # while numpy is imported: a process with threads is not to be forked

with suppress(Exception):  # it would end the server; a worker has the same trouble again, and says so
    from newsclean.batch.job import warm
    from newsclean.batch.rows import Rows  # noqa: F401
    from newsclean.cleaner import Cleaner
    from newsclean.registry import Registry

    warm(Cleaner(registry=Registry()))

for name, value in _before.items():  # others may have processes forked from here too
    if value is None:
        del os.environ[name]
