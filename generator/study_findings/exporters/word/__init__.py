"""Word documents (docx) of headings, prose and tables, in any language and direction."""

from .document import WordFile
from .elements import Cell, Paragraph, TableColumn, TextRun

__all__ = ["Cell", "Paragraph", "TableColumn", "TextRun", "WordFile"]
