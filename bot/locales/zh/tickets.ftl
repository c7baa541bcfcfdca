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
ticket-reads-group = 发到“{ $room }”，也送到管这里的楼栋长手上。
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
ticket-please-look = ✅ { $who }说修好了，请您看一看。
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
    [new] ⏰ 从{ $at }起没人接。
   *[other] ⏰ 从{ $at }起超时。
}
ticket-has-climbed = ⏰ 到时间没人接，已报上一级。您有空还可以接。
ticket-call-first = 夜里急事，先打电话：
ticket-stands-asleep = 🌙 夜里不吵醒人，{ $who }{ $at }看到。
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

key-raise = 🗣 反映
ticket-file-not = 报修只收照片、视频和语音。别的文件请写一句说明。
ticket-more-kept = 收到，放到{ $number }号里了。
ticket-private-in-group = 这件我私下问您，不会发到群里，只有管这里的人看得到。您刚才在群里写的那句，可以长按自己删掉。
ticket-sent-elsewhere = { $room ->
    [none] 收到，{ $number }号。已经去找管这里的人，有进展我告诉您。
   *[other] 收到，{ $number }号。发在“{ $room }”了，有进展我告诉您。
}
ticket-where-unsure = 📍 在哪里还不清楚，点“换地方”说一下，就能直接送到那里的楼栋长手上。
ticket-group-reads = 群里看到的是：
ticket-known-question = 是不是这一件？
ticket-known-first = 这里已经知道的：
ticket-announced = 🔧 { $place } { $what }{ $until ->
    [none] {""}
   *[other] ，预计{ $until }好
}
ticket-me-too-number = 👍 我也是 { $number }号
ticket-same-announced = 👍 就是这一件
ticket-publish-other = ➕ 是另一件，发出去
ticket-other = ➕ 是另一件
ticket-again = 👍 邻居已经报了（{ $number }号），给您也记上了，有进展我告诉您。
ticket-again-own = 👌 这件您已经报过（{ $number }号），有进展我告诉您。
ticket-again-announced = 👍 已经知道了：{ $known }。给您也记上了，好了我告诉您。
ticket-spot-what = 哪里不对？写一句、拍张照片或说一段语音都行。
ticket-spot-how = 不想写，直接点“发出去”。
ticket-spot-new = ➕ 是另一件事
ticket-spot-gone = 这张码上的地方已经改了。发“报修”再说一次就好。
ticket-reporter-start = 报修的邻居点这里
ticket-reply-unclear = 这条里看不出什么坏了。写一句就行，比如：报修 3栋2单元电梯停了。
ticket-offer = { $who }说的这件，要报修吗？您点一下才报。
ticket-offer-yes = ✅ 报修
ticket-offer-no = 不用
ticket-files = 📷 带了{ $count }份照片或语音，只给处理的人看
ticket-hear = { $what ->
    [voice] 🔊 听语音
    [both] 📷 看照片 🔊 听语音
   *[photo] 📷 看照片
}
ticket-hear-answer = 在下面了。
ticket-hear-waits = 有一张照片还在处理，过一会儿再点。
ticket-hear-unread = 有一张照片打不开，请报修的邻居重发一张。
ticket-on-board = { $homes ->
    [1] {""}
   *[other] {" "}· { $homes }户
}{ $until ->
    [none] {" "}· { $state }
   *[other] {" "}· 预计{ $until }恢复
}
ticket-clean-title = 📷 报修的照片
ticket-clean-is = { $on ->
    [yes] ✅ 现在：当文件发来的照片，先去掉拍摄时间和位置，再给处理的人看。
   *[other] ⬜ 现在：当文件发来的照片，原样给处理的人看。
}
ticket-clean-how = 直接发的照片，Telegram 已经去掉了这些。
ticket-clean-turn = { $on ->
    [yes] 不用去掉
   *[other] ✅ 先去掉再给
}
command-photos = 报修照片：去不去掉位置

ticket-list-private = 在我们的私聊里发“工单”，我给您列出来。
ticket-list-title = { $scope ->
    [mine] 我报的：{ $count }件
    [places] 我这里的：{ $count }件
    [find] 找“{ $words }”：{ $count }件
   *[shown] 大家的：{ $count }件
}
ticket-line = { $late ->
    [yes] ⏰ { $headline } · { $state }
   *[no] { $headline } · { $state }
}
ticket-list-empty = { $scope ->
    [mine] 这里没有您报的。哪里坏了，点 🔧 报修。
    [find] 没找到。换个说法，写楼栋、类别或几号都行。
   *[other] { $which ->
        [late] 没有超时的，辛苦了。
        [over] 还没有办完的。
       *[other] 现在没有，歇歇吧。
    }
}
ticket-filter = { $which ->
    [open] 没办完
    [new] 等人接
    [taken] 在处理
    [waiting] 在等
    [late] ⏰ 超时
   *[over] 办完的
}
ticket-scope = { $scope ->
    [mine] 我报的
    [places] 我这里的
   *[shown] 大家的
}
ticket-seek = 🔍 找一件
ticket-find-what = 找哪一件？写几号、哪栋楼或一个词。
ticket-find-how = 比如：12号，3栋2单元，电梯。
ticket-find-again = 要找什么？点下面再写一次。
ticket-find-too-long = 写短一点，{ $most }个字以内。
command-tickets = 工单：报的事办到哪了

ticket-evening = 🔧 新报{ $new }件，修好{ $fixed }件。
ticket-thanks = 👏 谢谢{ $who }。
ticket-evening-waiting = ⏳ 在等的{ $count }件：
ticket-evening-why = · { $what }，等{ $reason ->
    [reporter] 报修的邻居回话
    [visit] 约好的时间
    [parts] 配件
    [outside] 外单位
    [neighbours] 邻居搭把手
   *[money] 大家表决用钱
}{ $until ->
    [none] {""}
   *[other] ，预计{ $until }
}
ticket-evening-late = ⏰ 过了时间的{ $count }件，已经在催。
ticket-evening-oldest = 🕐 等得最久的：{ $what }，{ $days }天了。
ticket-week = 🔧 报了{ $new }件，修好{ $fixed }件，还有{ $still }件没好。
ticket-week-places = 各楼栋
ticket-week-kinds = 各类别
ticket-week-line = { $what } { $bar } { $count }件{ $take ->
    [none] {""}
   *[other] {" "}· { $take }接
}{ $fix ->
    [none] {""}
   *[other] {" "}· { $fix }修好
}
ticket-lasted = { $days ->
    [0] { $hours ->
        [0] { $minutes }分钟
       *[other] { $hours }小时
    }
   *[other] { $days }天
}

ticket-export = ⬇️ { $kind ->
    [csv] CSV
   *[xlsx] Excel
}
ticket-export-comes = 好，表格马上发给您。
ticket-export-file = 报修记录-{ $name }
ticket-export-not-yours = 表格是给物业经理和维护员的。
ticket-column-number = 编号
ticket-column-opened = 报的时间
ticket-column-place = 地方
ticket-column-category = 类别
ticket-column-words = 报的话
ticket-column-state = 办到哪了
ticket-column-handler = 谁在处理
ticket-column-taken = 接的时间
ticket-column-fixed = 说修好的时间
ticket-column-ended = 办结的时间
ticket-column-reopened = 没修好的次数
ticket-stuck = 没人接得到的报修：{ $count }件
ticket-stuck-see = 👀 看看卡住的
ticket-stuck-private = 还有{ $count }件私下的，不写在这里。
ticket-stuck-how = 点“任命”给这里安排一位楼栋长，新的报修就有人接；这几件请先打个电话。

category-list = 报修的类别：{ $count }个
category-add = ➕ 加一个
category-add-what = 新类别叫什么？
category-add-how = 比如：充电桩。要英文名就写：充电桩 = Charging point
category-clock = { $which ->
    [acknowledge] 多久要有人接：{ $span }
    [progress] 多久要给个话：{ $span }
   *[fix] 多久要修好：{ $span }
}
category-runs = { $urgent ->
    [yes] 急事：夜里也算时间，值班的人夜里也会知道。
   *[no] 只算上班的时间，夜里不响。
}
category-also = 还告诉：{ $titles }
category-also-what = 除了处理的人，还告诉谁？
category-words = 这里也叫：{ $words }
category-words-what = 邻居还怎么叫它？几个词用逗号隔开；发的会换掉原来的。
category-words-how = 比如：飞机盒，快递柜
category-set = { $which ->
    [acknowledge] ⏱ 多久接
    [progress] ⏱ 多久给话
    [fix] ⏱ 多久修好
    [also] 📣 还告诉谁
   *[words] ✏️ 也叫什么
}
category-flag = { $flag ->
    [urgent] 急
    [private] 私下
   *[conduct] 群里不写话
}
category-span = { $hours ->
    [0] { $minutes }分钟
   *[other] { $hours }小时
}
category-switch = { $off ->
    [yes] ✅ 再用起来
   *[no] 🚫 不用了
}
category-undo = ↩️ 恢复原样
category-back = ‹ 返回
category-name = 名字写短一点，{ $longest }个字以内，比如：充电桩 = Charging point
category-words-wrong = 最多{ $most }个词，每个2到{ $longest }个字。
category-taken = 已经有这个类别了。
category-too-many = 最多加{ $most }个类别。先把不用的关掉。
category-stays = 这一类要留着：说不清的都归它。
category-stays-private = 这一类一直是私下的，不能发到群里。
category-no-such-clock = 这个时间不行，请点下面的按钮选。
category-not-yours = 类别由维护员来改。
command-categories = 报修类别：期限、告诉谁
