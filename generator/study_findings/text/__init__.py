"""Words as readers take them for the same: normal form, what is unseen in them, what finds them."""
