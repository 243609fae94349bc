"""What of a study may be told, who could be recognised by it, and what keeps private words so."""
