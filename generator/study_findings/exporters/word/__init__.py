"""Word documents (docx) of headings, prose and tables, in any language and direction."""

from .document import WordFile
from .elements import Paragraph, TableColumn, TextRun, WordCell

__all__ = ["Paragraph", "TableColumn", "TextRun", "WordCell", "WordFile"]
