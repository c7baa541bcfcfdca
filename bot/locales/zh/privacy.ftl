# 隐私：记着什么、给一份、忘掉、留多久

privacy-title = 🔒 您的隐私
privacy-what = 我记着：您的名字、您住哪、您在这里办的事。
privacy-why = 为的是：有事找得到人，办了有回音。
privacy-who = 谁在管：“{ $community }”的{ $stewards }。
privacy-read = 说实话：维护员能打开我的本子，看到里面的字。
privacy-abroad = 您发的消息也存在 Telegram 的服务器上，在国外。
privacy-nobody = 还没有人
privacy-list-comma = 、
privacy-copy = 📄 给我一份
privacy-forget = 🙈 忘掉我
privacy-consents = ✋ 我同意过的
privacy-keeps = ⏳ 留多久
privacy-letter = ✉️ 写给维护员
privacy-report = 📊 报告
privacy-back = ‹ 返回
privacy-in-group = 您的隐私，我们私下说。
privacy-not-for-others = 这件事要本人来，别人不能替。先说完替别人的事，再来。

privacy-keeps-title = 留多久，为什么
privacy-keeps-rest = 别的跟着您：您住这里，我就记着；您让我忘掉，当场就抹。谁办过什么的流水，只有编号和数字，一直留着。
privacy-report-title = 📊 现在存着
privacy-report-line = { $what }：{ $rows }条{ $oldest ->
    [none] { "" }
   *[other] ，最早{ $oldest }
}
privacy-report-night = { $at }清理掉的：
privacy-report-not-yet = 还没有清理过，每天夜里会做一次。
privacy-report-gone = { $what }：{ $rows }条

keep-ask-notes = 求助里多说的话、病情、药盒上看的：办完{ $days }天，只给帮忙的人看
keep-asks = 谁求的、要什么：办完{ $days }天，之后只剩数字
keep-strangers = 只来过一下的人：{ $days }天没露面，就忘掉
keep-letters = 写给维护员的话：{ $days }天，好接着回
keep-consents = 收回了的同意：{ $days }天，好证明问过您
keep-notes = 送不出去的消息：{ $days }天，也许您又能收到
keep-codes = 门上的码、邀请：用过或过期{ $days }天
keep-wrong-codes = 输错的码：{ $days }天，防有人瞎试
keep-questions = 我问了您没答的：{ $days }天
keep-copies = 您哪天要过一份：{ $days }天
keep-seen = 消息的编号：{ $days }天，免得一句办两遍
keep-parked = 我出过的错：{ $days }天，里面没有名字

consent-keep-1 = 我记下您的名字和住处，有事好找到您。
consent-keep-2 = 只有管这一片的人和维护员看得到，群里只说楼栋。
consent-keep-3 = 随时能收回：发 /privacy，点一下就行。
consent-yes = 👌 好的
consent-see = 看看
consent-new-words = 我把话改清楚了些，再问您一次
consent-no-hurry = 不急。您不点，一切照旧。
consent-title = ✋ 您同意过的
consent-how = 点一下就改。
consent-line = { $on ->
    [yes] ✅ { $what }
   *[no] ◻️ { $what }
}
consent-what-keep = 记下我是谁、住哪
consent-what-family = 让家人看：我请的帮手看得到我开的事
consent-what-health = 求助里说到病情，替我收着，不进群
consent-name-keep = 记下我
consent-name-family = 让家人看
consent-name-health = 病情
consent-on = 同意：{ $name }
consent-off = 收回：{ $name }
consent-given-keep = 好的，记下了。随时能收回。
consent-given-family = 好的，您请的帮手能看到了。
consent-given-health = 好的，记下了。
consent-taken-back-keep = 收回了，您不在名册上了。
consent-taken-back-family = 收回了，帮手看不到了。
consent-taken-back-health = 收回了。
consent-keep-off = 收回以后会这样
consent-keep-off-what = 您从名册上搬出去，我不再知道您住哪；正等着确认的登记也停下。
    作为邻居当的职务（楼栋长、单元长、邻长）一起放下。
    您开着的事还有人回，不会断。
    想连名字也抹掉，请回去点“忘掉我”。
consent-keep-off-yes = 收回

family-line = 👪 { $who }让您看看自己开的事
family-see = 👪 { $who }
family-title = 👪 { $who }有{ $count }件事
family-not-any-more = 现在看不到了，那边收回了。

export-coming = 好的，马上给您。
export-caption = 📄 这是我记着的您的一切。点开就能看，只发给了您。
export-in-group = 您的资料，我只私下给您。
export-too-soon = 刚给过您一份。{ $minutes }分钟后可以再要。
export-failed = 刚才那份没做成，是我出了错。请再要一次。
export-title = { $name }的资料
export-who = “{ $community }”，{ $day }
export-note = 只有您自己收到这一份。转给别人之前，请想一想。
export-data = 同样的内容，给电脑看的（JSON）
export-yes = 是
export-no = 否

forget-title = 🙈 忘掉您，会这样：
forget-what = 您的名字、账号、住处当场抹掉，找不回来。
    { $open ->
        [0] 您现在没有开着的事。
       *[other] 您开着的{ $open }件事撤回，等着您的人我会告诉。
    }
    { $offices ->
        [0] 您没有担任职务。
       *[other] 您的{ $offices }个职务空出来，我告诉任命的人。
    }
    计数和流水只留编号和数字，没有名字。
    夜里的备份还留7晚，之后也没有了。
    群里和私聊里已经发出的话，在 Telegram，我删不了。
forget-yes = 🙈 忘掉我
forget-not-now = 先不
forget-title-for = 🙈 忘掉{ $who }，会这样：
forget-yes-for = 🙈 替他忘掉
person-not-yours = 这位邻居没有手机。要忘掉他，请楼栋长或维护员来办。
person-is-noted = 这位邻居没有手机，只能由楼栋长或维护员来办。
forget-in-group = 这个我们私下说。
forget-done = 好的，已经忘掉了。
forget-goodbye = 都抹掉了。谢谢您这些日子，保重。
forget-goodbye-again = 哪天想回来，点开始就行，我们重新认识。
forget-last-steward = 只有您一个人在照看我。请先请一位新的维护员，再来。
forget-office = 📌 { $place }的一个职务空出来了：担任的邻居离开了。请另请一位。
forget-helper = 替您办事的一位帮手离开了，以后不能替您办了。可以再请一位。

letter-what = 想对维护员说什么？写一行，我转过去，他从我这里回您。
letter-in-words = 请打一行字，照片和语音我转不了。
letter-sent = 已经交给维护员了。有回话，我马上告诉您。
letter-nobody = 现在没有维护员能收到。请过一阵再写，或者找楼栋长。
letter-too-many = 今天写了好几封了，明天再写吧。急事请找楼栋长。
letter-from = ✉️ { $who }写来：
letter-answer = 回一句
letter-answer-what = 回什么？写一行，我转过去。
letter-answered = ✉️ 维护员回您：
letter-answered-by = { $who }回了：
letter-answer-sent = 送到了。
letter-left = 写信的人已经离开，这封信没有了。
letter-unreachable = 现在联系不上写信的人，这句没有送到。
letter-unknown = 没有这封信。
letter-not-yours = 这封信只有维护员能回。

command-privacy = 隐私：我记着什么
command-export = 给我一份我的资料
command-forget = 忘掉我

table-people = 人
table-residents = 谁住哪
table-offices = 职务
table-asks = 求助
table-notes = 等着送的消息
table-cards = 卡片
table-journal = 流水
table-seen = 消息编号
table-places = 地方
table-above = 地方的上下级
table-rooms = 聊天
table-members = 谁在哪个群
table-questions = 等着回答的
table-codes = 码
table-consents = 同意
table-letters = 信
table-alarms = 闹钟
table-helpers = 帮手
table-parked = 出错
table-reports = 举报
table-cases = 举报的事
table-blocks = 拦住的人
table-house = 我自己的事
table-pruned = 清理记录
table-mutes = 不想听的
table-acting = 正在替谁办
table-circle-members = 小组里的人
table-circles = 小组
table-copies = 要过的资料
table-duties = 职责
table-group-links = 进群的链接
table-hidden = 收起来的
table-imports = 交来的名单
table-invitations = 邀请
table-jobs = 排着队的活
table-joins = 登记
table-kept-away = 拦在外面的
table-lines = 捎的话
table-matters = 等人看的登记
table-moved = 搬走的
table-no-lines = 今天不收话的
table-notice-people = 通知送到谁
table-notices = 通知和故障
table-room-wishes = 群是哪里的
table-titles = 自己加的职务
table-troubles = 出过的状况
table-wrong-codes = 输错的码

data-people-id = 您是谁
data-people-noted-by = 您替谁登记过
data-people-merged-into = 合到您名下的
data-mutes-person-id = 您不想听的消息
data-residents-person-id = 您住哪、在哪工作
data-residents-confirmed-by = 您确认过的住户
data-offices-person-id = 您的职务
data-offices-granted-by = 您任命的
data-helpers-person-id = 您请的帮手
data-helpers-helper-id = 您替谁办事
data-acting-person-id = 您正在替人办事
data-acting-for-id = 正在替您办事的
data-codes-issued-by = 您发出的码
data-codes-used-by = 您用过的码
data-wrong-codes-person-id = 您输错的码
data-members-room-id = 您在的群
data-members-person-id = 您在的群
data-rooms-person-id = 您和我的私聊
data-questions-person-id = 等您回答的
data-journal-person-id = 流水：您做过的，只有编号
data-asks-person-id = 您的求助
data-asks-taker-id = 您接下的求助
data-asks-by-id = 您替人求的
data-asks-taker-by-id = 您替人接的
data-consents-person-id = 您同意过的
data-copies-person-id = 您要过的资料
data-letters-person-id = 您写给维护员的
data-letters-answered-by = 您回的信
data-reports-person-id = 您举报过的
data-cases-person-id = 别人举报过的、您的事
data-cases-by-id = 别人举报过的、您代办的事
data-cases-decided-by = 您处理过的举报
data-blocks-person-id = 您被拦住
data-blocks-by-id = 您拦住的人

column-name = 名字
column-username = 账号
column-language = 语言
column-created-at = 第一次见
column-night-ok = 夜里可以叫
column-simple = 简洁
column-quiet-from = 夜里从
column-quiet-to = 到
column-noted-at = 登记于
column-retired-at = 不再打扰
column-blocked-at = 拦住于
column-place-id = 地方
column-role = 身份
column-since = 从
column-until = 到
column-way = 怎么确认的
column-speaks = 户代表
column-title = 职务
column-phone = 电话
column-shows-account = 显示账号
column-thing = 东西
column-note = 说明
column-state = 状态
column-opened-at = 开始
column-ended-at = 结束
column-taken-at = 接下
column-kind = 种类
column-purpose = 为了什么
column-version = 第几版
column-given-at = 同意于
column-withdrawn-at = 收回于
column-words = 原话
column-written-at = 写于
column-answer = 回话
column-answered-at = 回于
column-at = 时间
column-verb = 做了什么
column-numbers = 数字
column-person-id = 谁
column-helper-id = 谁
column-issued-at = 发出
column-expires-at = 到期
column-used-at = 用于
column-reason = 原因
value-state-draft = 还没发
value-state-open = 开着
value-state-taken = 有人接了
value-state-done = 解决了
value-state-withdrawn = 收回了
value-state-expired = 过期了
value-state-waiting = 等人确认
value-state-confirmed = 确认了
value-state-refused = 没认
value-role-owner = 业主
value-role-family = 业主家人
value-role-tenant = 租户
value-way-register = 名册
value-kind-private = 私聊
value-kind-helper = 请家里人帮忙
value-kind-home = 门码
column-welcomed-at = 打过招呼
column-notice-id = 通知编号
column-told-at = 送到
column-knows-at = 点了知道了
value-role-works-here = 在这里工作
value-role-shop = 开店
value-role-partner = 共建单位
value-way-code = 门码
value-way-head = 楼里的邻居认识
value-way-steward = 维护员登记的
column-room-id = 聊天
data-notice-people-person-id = 发给您的通知
privacy-button = 🔒 隐私
consent-from-register = ◻️ 是还没问过您。名字和住处是登记册上本来就有的，不是您点的。
    愿意让我记着，点“同意：记下我”；不愿意，回去点“忘掉我”。
