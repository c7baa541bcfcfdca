# 通知和已知故障

notice-what-notice = 要通知什么？写一段话，也可以发照片、文件或语音，下面写一句话。
notice-example-notice = 比如：明天上午9点到11点，3栋清洗水箱，请先存点水。
notice-what-fault = 什么坏了？在哪里？大概什么时候好？
notice-example-fault = 比如：停水 3栋 18:00
notice-in-words = 请再写一句话，让大家一看就懂。
notice-correct = 改成什么？把整段话再发一遍。
notice-until-when = 到什么时候？
notice-until-how = 比如：明天下午6点，或者：18:00
notice-until-unclear = 这个时间我没看懂。
notice-until-set = 好的，到{ $until }。

notice-headline-notice = 📢 通知 · { $place }{ $state ->
    [expired] （已过期）
   *[other] { "" }
}
notice-headline-fault = { $state ->
    [ended] ✅ 好了 · { $place }
   *[other] 🔧 已知故障 · { $place }
}
notice-danger-headline = ⚠️ 有危险
notice-call-first = 要救命先打：{ $numbers }
notice-number = { $name ->
    [medical] 急救
    [fire] 火警
    [police] 报警
   *[other] { $name }
} { $number }
notice-decided = { $who }决定马上告诉大家 · { $at }
notice-stands-notice = 有效到{ $until }{ $late ->
    [yes] （已经过了）
   *[no] { "" }
}
notice-stands-fault = { $late ->
    [yes] 原来说{ $until }恢复，还没有好的消息。
   *[no] 预计{ $until }恢复
}
fault-until-unknown = 什么时候好，还不知道。
notice-over = { $state ->
    [ended] { $at }恢复了，谢谢大家等着。
   *[other] { $at }收起来了。
}
notice-corrected = ✏️ 已更正 · { $at }
notice-signed = { $title ->
    [none] { $who }
   *[other] { $title } { $who }
}{ $by ->
    [none] { "" }
   *[other] （{ $by }代发）
} · { $at }

notice-know = 👌 知道了
notice-you-know = 👌 您点过“知道了”。
notice-thanks = 记下了，谢谢您。

notice-preview = 大家会看到：
notice-reach-private = 私聊：{ $count }人（打开过我的邻居）
notice-reach-groups = { $groups ->
    [none] 群：这里还没有群
   *[other] 群：{ $groups }{ $more ->
        [0] { "" }
       *[other] ，还有{ $more }个
    }
}
notice-reminds = 一天后提醒一次没点“知道了”的。
notice-warn-number = ❗ 话里有电话或账号，大家都会看到。
notice-warn-flat = ❗ 话里有门牌号，大家都会看到。
notice-warn-no-words = ❗ 还缺一句话。
notice-where = 发给哪里？
notice-there = ✅ 就发给{ $place }
notice-publish = ✅ 发出去
notice-change = ✏️ 改一改
notice-place = 📍 { $place }
notice-circle = 👥 { $place }
notice-drop = 算了
notice-other-time = ⏰ 别的时间
notice-auto = { $on ->
    [yes] ✓ 一天后提醒
   *[no] 🔔 一天后提醒
}
notice-danger = ⚠️ 有危险，叫醒大家
notice-danger-sure = ⚠️ 发出去就会马上响{ $count }位邻居的手机，夜里也响，还会写明是您决定的。真有危险才用。
notice-wake = ⚠️ 有危险，要叫醒大家
notice-calm = 不用叫醒
notice-published = 发出去了。
notice-draft-gone = 这条没有发出去，已经收走了。

notice-mine = { $state ->
    [open] 发出去了：
    [ended] 已经好了：
    [withdrawn] 已经撤回：
   *[expired] 已经过期：
}
notice-counts = 已送达 { $arrived } · 知道了 { $know }
notice-counts-what = “已送达”是私聊到了手机上；看没看，我不知道。群里点的也算“知道了”。
notice-reminded = 🔔 已经提醒过一次。
notice-remind = 🔔 提醒没点的人一次
notice-reminding = 好的，提醒 { $count } 位。只提醒这一次。
notice-withdraw = ↩️ 撤回
notice-withdrawn-answer = 撤回了，各处都改了。
notice-later = ⏰ 改时间
notice-who = 📋 各栋情况
notice-share = { $name } · 知道了 { $know }/{ $told }
notice-silent-key = { $name } 谁还没点
notice-silent = { $name } · 还没点“知道了”的
notice-back = ↩️ 返回
fault-is-over = ✅ 好了
fault-over-yet = 时间到了，好了吗？
fault-over-yet-key = 🔧 好了吗？
fault-todo = 🔧 { $what } · 时间过了，好了吗？
fault-over-said = ✅ { $place } { $what }：好了。
fault-on-board = { $place ->
    [none] { "" }
   *[other] （{ $place }）
} · { $until ->
    [none] 何时好还不知道
   *[other] 预计{ $until }恢复
}
notice-ended = 好的，已经告诉大家了。
notice-state = { $state ->
    [draft] 还没发
   *[open] 已发出
}
notice-taken-over = 好的，以后这条由您自己来。
notice-taken-over-told = { $who }自己接过去了，谢谢您。

notice-not-for-you = 通知和故障由楼栋长、物业、社工来发；小组里的人可以给小组发通知。您要帮忙，点 🙋 求助。
notice-not-there = { $place }不归您发。请选您负责的地方，或请那里的楼栋长发。
notice-not-one-home = 通知发给一个单元以上。只找一户，请私下联系。
notice-not-yours = 这个按钮是给发通知的人和这里负责的人的。
notice-is-yours = 这条是您自己发的。
notice-is-draft = 这条还没发出去。
notice-is-open = 这条已经发出去了。
notice-is-ended = 这件已经好了。
notice-is-withdrawn = 这条通知撤回了。
notice-is-expired = 这条通知过期了。
notice-unknown = 没找到这条通知。请看群里的看板，或发：看板
notice-no-words = 还缺一句话。点 ✏️ 改一改，写上再发。
notice-danger-open = 先选：要不要叫醒大家？
notice-until-gone = 这个时间已经过了，请换一个。
notice-too-long = 太长了，请写在{ $most }字以内。长的可以发成文件，下面写一句话。
notice-too-many-today = 您今天已经发了{ $most }条。明天再发，或改一改发过的。
notice-reaches-nobody = 这里还没有群，也没有能私聊到的邻居。请换个地方，或先请大家进群。
notice-reminded-once = 已经提醒过一次了，不再打扰大家。
notice-all-know = 大家都点过“知道了”。

command-notice = 发通知
command-fault = 报已知故障
keep-notices = 通知和故障：结束后留 180 天，好查当时说了什么。
mute-notice-new = 通知
notice-new = 📢 发通知
fault-new = 🔧 报故障
