"""What `make bench` measures: Linli beside bare bots, against the same local Telegram, in one run."""
