"""What was said, as transcripts hold it, and whether a quotation says it word for word."""
