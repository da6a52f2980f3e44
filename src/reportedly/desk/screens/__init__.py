"""What each screen shows, as plain values: the templates set them, nothing else."""
