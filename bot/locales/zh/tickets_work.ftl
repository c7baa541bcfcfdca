# 处理的人一步一步怎么办

ticket-more = 更多…
ticket-close = 收起来
ticket-back = ↩️ 返回
ticket-hand = 转给…
ticket-recall = 收回来
ticket-times = 约时间
ticket-note = 📝 写一句、拍照
ticket-ask = ❓ 问报修人
ticket-wait = ⏳ 先等一等
ticket-charge-ask = 💰 要收费
ticket-uncharge = 💰 不收费了
ticket-play = 📎 照片和语音
ticket-merge = 和另一件是一件
ticket-elsewhere = 不归这里管
ticket-turn = 大家来办
ticket-give-up = 办不了，说明原因
ticket-give-back = ↩️ 退回
ticket-unvisit = 取消约好的时间
ticket-typed = ✍️ 自己写时间
ticket-typed-day = ✍️ 写个日子
ticket-typed-words = ✍️ 写一句
ticket-page-more = 还能这样办：
ticket-page-hand = 转给谁？对方马上收到，报修的邻居也看得到是谁在办。
ticket-page-wait = 在等什么？
ticket-page-firms = 等哪一家？
ticket-page-span = 预计等到哪天？到时候我来提醒您。
ticket-page-days = 什么时候能上门？最多选三个，让邻居挑一个。
ticket-page-hours = 几点？
ticket-page-merge = 和哪一件是一回事？
ticket-page-elsewhere = 该归谁管？我好好告诉邻居。
ticket-page-turn = 这里没有物业，可以请大家来办。
ticket-wait-for = { $reason ->
    [reporter] 报修人回话
    [visit] 约了时间
    [parts] 等配件
    [outside] 等外单位
   *[money] 等表决用钱
}
ticket-span = { $span ->
    [tomorrow] 明天
    [three] 3天
    [week] 一周
   *[fortnight] 两周
}
ticket-day = { $day ->
    [today] 今天
    [tomorrow] 明天
   *[none] { $month }月{ $date }日{ $weekday ->
        [0] 周一
        [1] 周二
        [2] 周三
        [3] 周四
        [4] 周五
        [5] 周六
       *[6] 周日
    }
}
ticket-until-what = 等到哪天？比如：下周三、12月5日。
ticket-until-unclear = 没看懂是哪天。写成“12月5日”或“下周三”就行。
ticket-waits-answer = 好，等到{ $until }，等着的邻居都看得到。
ticket-went-on-answer = 好，接着办。
ticket-note-what = 有什么进展？写一句，或者发张照片、说一段语音。报修的邻居会看到。
ticket-note-empty = 这个发不过去。写一句，或者发张照片、说一段语音。
ticket-noted = 记下了，等着的邻居都看得到。
ticket-passed = { $number }号 · { $place } · { $category }
ticket-no-files = 这件没有照片和语音。
ticket-said = { $kind ->
    [ask] ❓ { $who }想问{ $file ->
        [none] ：
       *[other] （有{ $file ->
            [photo] 照片
            [voice] 语音
           *[other] 视频
        }）：
    }
    [answer] 💬 { $who }答{ $file ->
        [none] ：
       *[other] （有{ $file ->
            [photo] 照片
            [voice] 语音
           *[other] 视频
        }）：
    }
    [where] 📮 { $who }说，这件该归：
    [why] 📮 { $who }说明原因：
   *[note] 📝 { $who }{ $file ->
        [none] ：
       *[other] （有{ $file ->
            [photo] 照片
            [voice] 语音
           *[other] 视频
        }）：
    }
}
ticket-ask-what = 想问报修的邻居什么？写一句，或者说一段语音。
ticket-asked-answer = 问过去了。邻居一回话，这件自己接着走。
ticket-answer = 💬 回话
ticket-answer-what = 您怎么答？写一句，或者发张照片、说一段语音。
ticket-answer-thanks = 好，已经告诉处理的人。
ticket-reporter-away = 报修的邻居现在联系不上，问了也收不到。请上门看看，或者先等一等。
ticket-hand-back-only = 转给别人要由楼栋长或物业经理来。您办不了就点“退回”。
ticket-hand-yourself = 这件本来就在您手上。
ticket-hand-away = { $who }现在联系不上。请转给别人，或者先接着办。
ticket-handed-answer = 好，转给{ $who }了。办到哪一步，您这里看得到。
ticket-recalled-answer = 好，这件又归您了。
ticket-to-outside = 🏢 外单位
ticket-to-repairer = 🔗 请一位师傅
ticket-repairer = 师傅
ticket-hour-what = 哪天几点能上门？比如：明天下午3点。
ticket-hour-unclear = 没看懂是几点。写成“明天下午3点”就行。
ticket-visit-enough = 最多选{ $most }个时间。点一下选好的，就能去掉。
ticket-visit-far = 太远了，选一个月以内的时间。
ticket-visit-none = 先选一两个能上门的时间。
ticket-visit-send = 📨 让邻居挑一个
ticket-visit-gone = 这个时间不能选了，请看看最新的。
ticket-offered-answer = 问过去了。邻居挑好我马上告诉您。
ticket-agreed-answer = 约好了。上门前一小时我再提醒您。
ticket-visit-asked = { $side ->
    [owner] 📅 时间问过去了，等邻居挑一个。挑好您就看得到门牌号。
   *[reporter] 📅 什么时候方便？点一个，上门的人这才看到您家门牌号。
}
ticket-visit-agreed = 📅 约好{ $at }上门。
ticket-flat = { $home ->
    [none] 🚪 门牌号没有登记，请用 💬 问一下。
   *[other] 🚪 { $home }
}
ticket-visit-other = 换个时间
ticket-visit-no-time = 都不方便
ticket-unvisit-answer = 好，这个时间不算了，对方已经知道。
ticket-when-else = 您什么时候方便？写一句告诉上门的人。
ticket-charge-what = 要收多少元，做什么用？
ticket-charge-example = 比如：80元 换水龙头。
ticket-charge-how = 写清楚多少元、做什么用，比如：80元 换水龙头。
ticket-charge-much = 金额或说明不对。说明写到{ $most }个字以内。
ticket-charge-waits = 收费的事还等邻居点头。不收了，就在“更多”里点“不收费了”。
ticket-charge-gone = 这笔收费已经说过了，请看看最新的。
ticket-charged-answer = 问过去了。邻居同意以前先不动手。
ticket-charge = { $answer ->
    [yes] 💰 { $yuan }元：{ $what }。邻居同意了。
    [no] 💰 { $yuan }元：{ $what }。邻居没有同意。
   *[none] 💰 要收{ $yuan }元：{ $what }。同意吗？
}
ticket-charge-by-hand = 钱当面给，不经过我。不同意就不动手。
ticket-pay-yes = ✅ 同意
ticket-pay-no = 不同意
ticket-pay-answer = { $said ->
    [yes] 好，告诉师傅您同意了。
   *[no] 好，告诉师傅您不同意。
}
ticket-uncharged-answer = 好，不收费。邻居已经知道。
ticket-outside = { $phone ->
    [none] 🏢 外单位：{ $name }
   *[other] 🏢 { $name } { $phone }
}
ticket-other-firm = 别的单位
ticket-merge-what = 和几号是一件？写号码就行。
ticket-merge-how = 写号码就行，比如：12。
ticket-merge-number = ✍️ 写号码
ticket-merge-over = 那一件已经办完了，请选一件还在办的。
ticket-merge-private = 那一件是人家家里的事，不能并过去。
ticket-merged-answer = 好，并到{ $number }号了。等着的邻居从那一件接着看。
ticket-elsewhere-what = 该归谁管？写一句，有电话更好。
ticket-give-up-what = 为什么办不了？写一句，邻居会看到。
ticket-why-empty = 请写一句原因，邻居才明白。
ticket-because-answer = 好，已经告诉等着的邻居。点错了，一天里都能改回来。
ticket-on-spot = ✅ 我已当场处理
ticket-on-spot-answer = 辛苦了，记下了：看见了，也办好了。
ticket-on-spot-show = 方便的话，再拍一张处理好的样子。
ticket-became = { $form ->
    [ask] 🙋 已经请邻居们帮忙。
   *[other] 📋 已经请大家一起商量。
}
ticket-circle = 👥 归“{ $name }”来办。
ticket-to-circle = 👥 { $name }
ticket-turn-company = 这里有物业经理，请转给物业。
ticket-turn-not = 这里还不能请邻居帮忙：没有群，或者没写清楚是什么事。
ticket-turned-already = 已经请过大家了。
ticket-turned-answer = 好，草稿给报修的邻居看了，点头就发出去。
repairer-link = 把这条链接发给师傅。点开就能接这一件，只能用一次，{ $days }天内有效：
repairer-link-void = 作废这条链接
repairer-void-answer = 作废了，点开也没用。
repairer-link-over = 这条链接已经用过或者过期了。请让发给您的人再发一条。
repairer-yourself = 这条链接是给师傅的，请转发给他。
repairer-came = { $number ->
    [0] 🔧 { $name }师傅来了。以后可以把活转给他。
   *[other] 🔧 { $name }师傅来了，{ $number }号已经在他手上。
}
repairer-self = 🔧 您现在是{ $place }的师傅。有活我会送到这里，您只看得到派给您的。
repairer-over = 您不再是{ $place }的师傅了。谢谢您出过的力。
repairer-leave = 不当师傅了
repairer-ended-answer = 好，不再派活。手上的已经退回。
repairer-about = 🔧 { $place }的师傅
repairer-remove = 🔧 { $name }：不派了
repairer-not-yours = 这个按钮是给师傅和管这里的人的。
repairer-is-open = 这位师傅还在。
repairer-is-ended = 这位师傅已经不在这里了。
become-ask = 🙋 请邻居帮忙

firms = 🏢 外单位
firms-none = 还没有记。电梯维保、水务、燃气，写一家，等的时候一点就能打。
firms-repairers = 🔧 下面是常来的师傅。
firm-add = ＋ 加一家
firm-what = 哪一家，电话多少？
firm-example = 比如：电梯维保 13800000000。
firm-change-what = 名字和电话改成什么？只写一样，就只改一样。
firm-how = 写名字和电话，比如：电梯维保 13800000000。
firm-too-long = 名字太长了，写到{ $most }个字以内。
firm-too-many = 已经记了{ $most }家，先去掉几家不用的。
firm-not-yours = 外单位的电话由楼栋长和物业经理来记。
firm-is-open = 这一家还在。
firm-no-phone = 还没有电话。
firm-copy = 📋 复制电话
firm-any = 什么都管
firm-work = 管：{ $work }
firm-work-what = 管哪一类？
firm-change = ✏️ 改一改
firm-what-for = 🏷 管什么
firm-end = 去掉
firm-gone = 去掉了：{ $name }
firm-list = 🏢 全部
command-firms = 外单位和师傅：电话、添加、修改
