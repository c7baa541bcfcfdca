# 小组：楼栋长会、工作小组、志愿队

circle-mine = 您的小组：{ $count }个
circle-none = 还没有小组。点下面建一个。
circle-none-here = 您还没有在哪个小组里。有人发邀请链接给您，点开就进。
circle-new = ➕ 建一个小组
circle-kind = 谁在里面？
circle-of-people = 👥 一些邻居
circle-of-titles = 🎖 担任同一职务的
circle-which-title = 担任什么职务的？
circle-where = 哪里的？
circle-here = ✅ 就是{ $place }
circle-name-what = 叫什么名字？点一个，或打一个。
circle-of = { $title }会
circle-suggested-working = 工作小组
circle-suggested-volunteers = 志愿队
circle-suggested-club = 兴趣小组
circle-suggested-team = 邻里互助队
circle-about = { $lead ->
    [none] { $place } · 还没有组长
   *[other] { $place } · 组长{ $lead }
}
circle-who-hold = 凡是{ $title }都在里面
circle-members = { $count }人
circle-room = { $room ->
    [none] 还没有自己的群
   *[other] 💬 { $room }
}
circle-room-how = 有群的话：把我加进去，我会问是谁的群，点一下就行。我已经在群里：发 /circle@{ $bot } { $name }
circle-room-bound = 好了，这个群就是“{ $name }”的群。
circle-no-room = 不用这个群了
circle-add = ➕ 请人进来
circle-who = 👥 成员
circle-rename = ✏️ 改名
circle-end = 解散
circle-reopen = ↩️ 点错了，还要
circle-leave = 退出
circle-add-whom = 请谁进来？点名字就行，我会告诉对方。
circle-link = 🔗 邀请链接
circle-noted = 📝 没有 Telegram
circle-person-what = 这位邻居叫什么？本人同意记在这里，再写名字。
circle-no-person = 写个名字就行，比如：王秀兰
circle-share = 📤 发给邻居
circle-link-is = 把这个链接发给邻居，点开就进，{ $days }天内有效：
circle-make-lead = ⭐ 请当组长
circle-take-out = 移出
circle-you-are-in = 您在这个小组里：
circle-you-lead = 您现在是“{ $name }”的组长了。发“小组”看看。
circle-you-are-out = 您不在“{ $name }”里了。
circle-left = 退出了。
circle-somebody-left = { $who }退出了“{ $name }”。
circle-led = ⭐ { $name } · 您是组长

circle-not-yours = 这个由组长来定。要建小组，请找社区或召集人。
circle-unknown = 没找到这个小组。发“小组”看您的。
circle-is-ended = 这个小组已经解散了。
circle-is-open = 这个小组还在。
circle-too-late = 过了一天了，请重新建一个。
circle-no-name = 给小组起个名字，比如：楼栋长会
circle-name-too-long = 名字太长了，{ $most }个字以内。
circle-full = 一个小组最多{ $most }人。
circle-follows-offices = 这个小组跟着职务走：任了职务就在，卸了职务就不在。
circle-no-member = 这位已经不在小组里了。
circle-lead-first = 您是组长。先请一位当组长，再退出。
circle-which = 是哪个小组？在群里发：/circle@{ $bot } 小组名
circle-room-taken = 这个群已经是“{ $name }”的群了。
command-circle = 小组
circle-mine-button = 👥 小组
circle-tell = 📢 发通知
circle-taken = { $who }进来了，我已经告诉对方。
circle-by-building = 📍 按楼栋找
circle-from-where = 从哪一栋请？
circle-add-officers = 请谁进来？下面是担任职务的邻居，点名字就行，我会告诉对方。别的邻居，发邀请链接。
circle-add-nobody = 这里没有还能请的邻居了。发邀请链接，或换个地方找。
circle-kind-of = { $kind ->
    [medicine] 药
    [thing] 东西
    [errand] 跑腿
    [company] 陪伴
    [ride] 接送
    [skill] 手艺
   *[wish] 微心愿
}
circle-duty = 🙋 有人求助时值守：{ $kinds }
circle-duty-key = 🙋 有人求助时帮什么
circle-duty-what = 哪类求助没人接时，来找这个小组？可以选几样。
who-circle = { $lead ->
    [none] 👥 { $kinds }：{ $name }
   *[other] 👥 { $kinds }：{ $name }，组长{ $lead }
}
