"""The most memory that this process has held."""

import resource
from pathlib import Path

__all__ = ["megabytes_held"]

KILOBYTES = 1024
STATUS = Path("/proc/self/status")


def megabytes_held() -> float:
    """Give it; on Linux without what the process that started this one held, which its usage carries on."""
    if STATUS.exists():
        for line in STATUS.read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / KILOBYTES
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES
