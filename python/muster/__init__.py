"""What inspections asked for, what came of it, and the staffing behind it: the muster program from Python."""
from .frames import frame, frames
from .program import MusterError, ProgramNotFound, UnreadableError, UsageError, extract, program, version
from .records import (KINDS, Deadline, Document, Evidence, Fact, Figure, GivenStatus, Judgement, Recommendation, Record, Response, Source,
                      Staffing, Status, Tally, Warning, from_json)

__all__ = ["KINDS", "Deadline", "Document", "Evidence", "Fact", "Figure", "GivenStatus", "Judgement", "MusterError", "ProgramNotFound",
           "Recommendation", "Record", "Response", "Source", "Staffing", "Status", "Tally", "UnreadableError", "UsageError", "Warning",
           "extract", "frame", "frames", "from_json", "program", "version"]
__version__ = "0.1.0"
