# The evening's and Monday's report

evening-title = 📮 Today
monday-title = 📊 Last week
