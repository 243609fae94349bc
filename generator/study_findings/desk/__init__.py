"""The author's desk: pages on this computer, where each decision is one edit of the files."""
