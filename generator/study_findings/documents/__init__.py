"""Files as texts with places: what hides in an archive, a picture's fields or a YAML file,
and names of files.
"""
