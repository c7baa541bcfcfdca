# What is wrong in config.toml, and the mend.
