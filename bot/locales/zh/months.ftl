# 晚上的一行，和“这个月的我们”

month-board = 🌙 今天的我们
month-evening = { $asked ->
    [0] 今天没有新的求助
   *[other] 今天：{ $asked } 件求助 · { $helped } 件有人帮 · { $waiting } 件还在等
}
month-earlier = { $places ->
    [none] { " " }· 前几天的还有 { $count } 件在等
   *[other] { " " }· 前几天的还有 { $count } 件在等（{ $places }）
}
month-title = { $sofar ->
    [yes] 🌱 { $place } · { $year }年{ $month }月，到今天为止
   *[no] 🌱 { $place } · { $year }年{ $month }月的我们
}
month-empty = 这个月还没有什么可数的。
month-asked = { $few ->
    [yes] 几件求助
   *[no] { $count } 件求助
}
month-helped = { $few ->
    [yes] 几件有邻居帮了
   *[no] { $count } 件有邻居帮了
}
month-first-hand = { $hours ->
    [0] { $minutes } 分钟，一半的求助在这以内有人伸手
   *[other] { $hours } 小时 { $minutes } 分，一半的求助在这以内有人伸手
}
month-wishes = { $few ->
    [yes] 几个微心愿实现了
   *[no] { $count } 个微心愿实现了
}
month-notices = { $few ->
    [yes] 几条通知和故障
   *[no] { $count } 条通知和故障
}
month-neighbours = { $few ->
    [yes] 几位新邻居
   *[no] { $count } 位新邻居
}
month-confirmations = { $few ->
    [yes] 楼栋长们确认了几户
   *[no] { $count } 户由楼栋长们确认
}
month-than = { $than ->
    [more] （比上个月多）
    [fewer] （比上个月少）
    [same] （和上个月一样）
   *[none] { "" }
}
month-thanks = 谢谢每一位伸手的邻居。
month-post = 📤 发到群里
month-post-to = 📤 发到“{ $room }”
month-before = ‹ 上个月
month-after = 下个月 ›
month-posted = 发到“{ $room }”了。
month-posted-already = 这个群已经发过这个月的了。
month-no-group = 这个群现在发不进去了。请换一个群。
month-not-yours = 这个月的小结给召集人和社区看。您想知道，可以问问他们：发“找谁”。
month-is-open = 这个月的还在。
command-month = 这个月的我们
mute-month-told = 每月1日的“这个月的我们”
