"""A folder of YAML -> Study, or every problem at once, each with its line and remedy."""
