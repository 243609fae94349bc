"""What teams have already, read into the study's YAML: documents, tables, projects of QDA tools."""
