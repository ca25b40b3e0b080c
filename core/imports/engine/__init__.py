"""From rows of a sheet to rows of tables: stage, resolve, match, compare, write, take back.

Everything but the reading of cells is set-based SQL, generated from the resource's declaration.
"""
