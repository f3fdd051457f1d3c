"""One file or package a kind of claim: given a quantity in its situation, is it a claim of that kind, and which?"""
