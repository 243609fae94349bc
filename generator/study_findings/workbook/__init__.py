"""The study as a workbook that authors fill in, and the way back."""
