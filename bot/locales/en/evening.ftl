# The evening's and Monday's report

daily-evening = 📮 Today
daily-monday = 📊 Last week
