"""Who extracts the batches of a run: this process, several processes of this machine, or the workers of a cluster."""
