"""What a study amounts to, without a word of HTML: cards, strands, facets, figures, history."""
