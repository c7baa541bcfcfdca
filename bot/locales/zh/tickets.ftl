# 报修：报事、谁在处理、修好了没有

ticket-what = 哪里、什么坏了？写一句，或者发张照片、说一段语音。
ticket-what-how = 比如：3栋2单元电梯停了。
ticket-correct = 改成什么？重新写一句，也可以补一张照片。
ticket-category = { $category ->
    [lift] 电梯
    [water] 水
    [leak] 漏水
    [sewer] 下水道
    [power] 电
    [light] 路灯楼道灯
    [door] 门禁对讲
    [fire] 消防
    [outside] 房屋外墙屋顶
    [cleaning] 保洁
    [green] 绿化
    [parking] 停车堵通道
    [clutter] 楼道堆物
    [ebike] 电动车进楼充电
    [illegal] 私搭乱建
    [guard] 门岗保安
    [noise] 噪音
    [falling] 高空抛物
    [animals] 流浪动物
    [quarrel] 邻里纠纷
    [concern] 惦记一位邻居
    [unsorted] 请楼栋长看
   *[other] 其他
}

ticket-preview = 我理解为：
ticket-reads-group = 发到“{ $room }”，也马上送到管这里的楼栋长手上。
ticket-reads-conduct = “{ $room }”里只看得到地方和类别，您写的话只给处理的人看。
ticket-reads-head = 只给管这里的楼栋长看，不发到群里。
ticket-reads-private = 只给管这里的人看，不发到群里。
ticket-publish = ✅ 发出去
ticket-change-place = 📍 换地方
ticket-change-category = 🏷 换类别
ticket-change-words = ✏️ 改一改
ticket-drop = 算了
ticket-published = 发出去了。有人处理，我马上告诉您。
ticket-dropped-answer = 好，这条不发了。
ticket-draft-gone = 这条没有发出去，已经收走了。
ticket-mend-sort = 是哪一类？
ticket-mend-place = 在哪里？
ticket-place-here = 📍 就在{ $place }
ticket-in-private = 这件我私下问您，别的邻居看不到。

ticket-number = { $number }号
ticket-group-number = { $followers ->
    [0] { $number }号
   *[other] { $number }号 · 还有{ $followers }户也遇到了
}
ticket-stands-new = { $who ->
    [none] ⚠️ 这里还没有楼栋长能接到，等人来接。
   *[other] 🕐 已经送到{ $who }手上，等回话。
}
ticket-stands-taken = 🛠 { $who }在处理。
ticket-stands-waiting = ⏳ { $who }在等：{ $reason ->
    [reporter] 报修的邻居回话
    [visit] 约好的时间
    [parts] 配件
    [outside] 外单位
    [neighbours] 邻居来帮忙
   *[money] 大家表决用钱
}{ $until ->
    [none] 。
   *[other] ，预计{ $until }。
}
ticket-stands-fixed = ✅ { $who }说修好了，等报修的邻居看一看。
ticket-ended = { $state ->
    [done] ✅ { $place } · { $category }，修好了（{ $number }号）。
    [unconfirmed] ☑️ { $place } · { $category }，处理的人说修好了，没有人回话（{ $number }号）。
    [withdrawn] { $place } · { $category }，报的邻居撤回了（{ $number }号）。
    [merged] { $place } · { $category }，和{ $into }号是一件（{ $number }号）。
    [elsewhere] { $place } · { $category }，不归我们管（{ $number }号）。
   *[unfixable] { $place } · { $category }，修不了（{ $number }号）。
}
ticket-me-too = 🙋 我也遇到了
ticket-follow-answer = 记上了。有进展我私下告诉您。
ticket-follow-own = 这就是您报的，有进展我会告诉您。
ticket-unfollow = 不用再告诉我
ticket-unfollow-answer = 好，这件不再告诉您了。
ticket-followed = 您说也遇到了 · { $number }号

ticket-confirm = ✅ 修好了，谢谢
ticket-not-fixed = ❌ 没修好
ticket-solved = ✅ 已经好了
ticket-withdraw = 撤回
ticket-undo = ↩️ 点错了
ticket-confirmed-answer = 太好了，我替您说声谢谢。
ticket-not-fixed-answer = 好，接着修。有进展我告诉您。
ticket-withdrawn-answer = 撤回了。
ticket-reopened-answer = 好，又打开了。

ticket-reported = { $followers ->
    [0] { $who }报的 · { $at } · { $number }号
   *[other] { $who }报的 · { $at } · { $number }号 · 还有{ $followers }户也遇到了
}
ticket-desk-new = { $reopened ->
    [0] 🆕 等您接。
   *[other] 🔁 邻居说没修好，又回来了。等您接。
}
ticket-desk-yours = 🛠 您在处理。
ticket-due = { $state ->
    [new] 请在{ $at }前接一下。
   *[other] 下一步请在{ $at }前给个话。
}
ticket-overdue = { $state ->
    [new] ⏰ 从{ $at }起没人接，已报上一级。
   *[other] ⏰ 从{ $at }起超时。
}
ticket-take = 👌 我来处理
ticket-fix = ✅ 修好了
ticket-go-on = ▶️ 接着办
ticket-let-go = 我办不了
ticket-taken-answer = 好，这件归您了。报修的邻居已经知道。
ticket-let-go-answer = 好，已经请别人接。
ticket-fixed-answer = 谢谢您。我去问问报修的邻居。
ticket-fixed-show = 方便的话，拍张照片或写一句，给等着的邻居看。不方便就不用管。
ticket-shown = 收到，谢谢。
ticket-notes-full = 这一件的照片和话已经很多了，这条没有存下。
ticket-not-yours-any-more = 这件已经转给别人了。

ticket-state = { $state ->
    [draft] 还没发出去
    [new] 等人接
    [taken] 在处理
    [waiting] 在等
    [fixed] 说修好了
    [done] 修好了
    [unconfirmed] 没人回话
    [withdrawn] 撤回了
    [merged] 并到别的了
    [elsewhere] 不归我们管
   *[unfixable] 修不了
}

board-tickets = 🔧 已知故障

ticket-unknown = 没找到这一件。发“我的”看看您报的。
ticket-too-long = 太长了，写到{ $most }个字以内，要紧的先写。
ticket-too-many = 您有{ $most }件还没办完，先看看“我的”里哪些已经好了。
ticket-too-many-today = 今天您已经报了{ $most }件。明天再报；急的请打电话。
ticket-has-owner = 已经有人在处理了，多谢您。
ticket-not-yours = 这个按钮是给报修的邻居和处理的人的。
ticket-is-yours = 这是您自己报的。
ticket-wait-past = 这个时间已经过了，请选晚一点的。
ticket-merge-itself = 这就是同一件，请选另一件。
ticket-too-long-ago = 过去太久，改不回来了。可以重新报一件。
ticket-is-draft = 这条还没发出去。
ticket-is-new = 这件还没有人接。
ticket-is-taken = 这件已经有人在处理。
ticket-is-waiting = 这件在等，先点“接着办”。
ticket-is-fixed = 这件已经说修好了，等报修的邻居回话。
ticket-is-done = 这件已经修好了。
ticket-is-unconfirmed = 这件已经收起来了。
ticket-is-withdrawn = 这件已经撤回了。
ticket-is-merged = 这件已经并到另一件里了。
ticket-is-elsewhere = 这件不归我们管，已经收起来了。
ticket-is-unfixable = 这件已经收起来了。

key-report = 🔧 报修
help-key-report = 🔧 报修：哪里坏了，马上送到楼栋长手上
command-repair = 报修：哪里坏了
mute-ticket-taken = 我报的事有人接了
mute-ticket-known = 抄送给我知道的报修
keep-ticket-files = 报修的照片和语音：办完{ $days }天
keep-tickets = 谁报的、写了什么：办完{ $days }天，之后只剩数字
