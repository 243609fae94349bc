"""Files as texts with places: what hides in archives, pictures' fields, YAML; names of files."""
