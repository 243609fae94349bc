"""Words as readers take them for the same: their normal form, what stands in them unseen,
what finds them.
"""
