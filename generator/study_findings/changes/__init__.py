"""What changed in the findings between two states of a study: only what is public is compared."""
