"""How much work something is, on a machine that does other work too: the processor's time of this process, not the clock's."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def cpu_seconds(act: Callable[[], object], times: int = 3) -> float:
    """The least processor time of several goes: what else the machine does only ever adds."""
    taken = []
    gc.collect()
    gc.disable()  # what other tests left in memory is not this one's work
    try:
        for _ in range(times):
            start = time.process_time()
            act()
            taken.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(taken)
