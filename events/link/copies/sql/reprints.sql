select
    copy,
    original
from reprints
semi join reached on reached.text_fingerprint = reprints.copy
