# 设置：安静、夜里、静音、简单一点

settings-button = ⚙️ 设置
settings-title = ⚙️ 设置
settings-language = 🌐 语言：{ $language }
settings-quiet = 🌙 { $start }到{ $end }别响{ $own ->
    [yes] （您自己定的）
   *[no] （跟小区一样）
}
settings-night = 🔔 夜里可以叫我：{ $on ->
    [yes] 可以
   *[no] 不用
}
settings-muted = 🔕 { $count ->
    [0] 什么消息都告诉您
   *[other] { $count }种消息不告诉您
}
settings-simple = 👓 简单一点：{ $on ->
    [yes] 开着
   *[no] 没开
}
settings-language-button = 🌐 语言
settings-quiet-button = 🌙 几点别响
settings-night-button = 夜里可以叫我
settings-mutes-button = 🔕 哪些不用告诉我
settings-simple-button = 简单一点
back = ↩️ 返回

quiet-since = 晚上从几点起别响？
quiet-what = 那时候的消息不响，早上再告诉您。
quiet-until = { $start }起别响。到早上几点？
quiet-usual-button = 跟小区一样 { $start }–{ $end }
quiet-set = 记下了：{ $start }到{ $end }不响，早上再告诉您。
quiet-not-understood = 几点到几点，我没看懂。比如：安静 晚上11点到早上6点

night-on = 好的。夜里邻居有急事，我会响铃叫您。不想了，发：夜里别叫我
night-off = 好的，夜里不叫您。只有遇到危险才会响。
simple-on = 好的，按钮少了，话也短了。要换回来，再发一次：简单一点
simple-off = 好的，按钮都回来了。

mutes-title = 🔕 哪些不用告诉您
mutes-how = ✅ 告诉您，⬜ 不告诉您。点一下就换。
mutes-never = 有危险的事，怎样都会告诉您。
muted-on = 好的，以后不告诉您：{ $what }
muted-off = 好的，以后告诉您：{ $what }
mute-todo-morning = 早上提醒有几件待办
mute-ask-question = 问我求助的还要不要
mute-ask-expired = 求助到时间了
