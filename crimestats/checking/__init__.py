"""Swedish prose held against the counts: which claims it makes, and whether the record bears them out.

Pure: a text and the figures of an area in, claims out. Method and limits: docs/checking.md.
"""

from crimestats.checking.check import check
from crimestats.checking.figures import Figures
from crimestats.checking.model import CheckedText, CheckError, Claim
from crimestats.checking.places import municipalities

__all__ = ["CheckError", "CheckedText", "Claim", "Figures", "check", "municipalities"]
