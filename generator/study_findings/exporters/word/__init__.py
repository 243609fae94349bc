"""Word documents (docx) of headings, prose and tables, in any language and direction."""

from .document import WordFile
from .elements import Cell, Column, Paragraph, Run

__all__ = ["Cell", "Column", "Paragraph", "Run", "WordFile"]
