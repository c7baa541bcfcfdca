# 晚上和星期一的小结

daily-evening = 📮 今天
daily-monday = 📊 上个星期
