"""The MkDocs theme `study-findings`: Material with the study's own header."""
