"""The study as files for other programs: published content only."""
