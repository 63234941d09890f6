"""That the benchmarks run and say what they measured; never how fast anything was."""
