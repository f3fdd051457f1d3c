"""How good the extraction is: claims held against hand-annotated ones, figure by figure."""
