# 晚上和星期一的小结

evening-title = 📮 今天
monday-title = 📊 上个星期
