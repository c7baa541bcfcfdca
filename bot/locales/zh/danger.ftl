# 危险：先给电话，再问要不要告诉人

command-sos = 很急，有危险
danger-sos = 🆘 很急有危险
danger-first = 🆘 先打电话：
danger-number = 📞 { $name } { $number }
danger-number-name = { $name ->
    [medical] 急救
    [fire] 火警
    [police] 报警
    [mind] 心理援助（24小时）
    [women] 妇联
    [lift] 电梯困人
    [gas] 燃气抢修
   *[power] 供电抢修
}
danger-copy = 复制 { $number }
danger-first-how = 要人来，点“告诉楼栋长”。要知道怎么办，点是什么事。
danger-call-head = 🏃 告诉楼栋长
danger-more = 别的事 ›
danger-which = 是哪一样？点一下，我再告诉您怎么办。
danger-kind = { $kind ->
    [fire] 🔥 着火
    [gas] 💨 煤气
    [lift] 🛗 电梯困人
    [body] 🤕 人不舒服
    [wire] ⚡ 漏电触电
    [home] 🏠 家里有人打人
    [despair] 💧 心里难受
   *[other] 别的
}
danger-advice = { $kind ->
    [fire] 人先出来，湿毛巾捂口鼻，弯腰走楼梯，别坐电梯。
    [gas] 关阀门，开窗，别开灯、别点火。到屋外再打电话。
    [lift] 别扒门，别跳。按电梯里的报警铃，等人来。
    [wire] 别碰人，也别碰线。先拉电闸，再靠近。
    [body] 先别动，也别急着扶。打通电话，照里面的人说的做。
    [home] 先到安全的地方，锁上门，或到邻居家。不是您的错。
    [despair] 您不是一个人。电话那头有人听，说什么都行。
   *[other] 先保护好自己。
}
danger-ask-tell = 要我马上告诉楼栋长吗？
danger-ask-tell-how = 1 分钟里您不点，我就去告诉。
danger-at = { $place ->
    [none] 📍 还不知道在哪儿
   *[other] 📍 { $place }
}
danger-tell-now = 🏃 马上告诉
danger-tell-not = 不用
danger-no = 不是急事
danger-place = 📍 说在哪儿
danger-where = { $place ->
    [none] 在哪儿？点一下。
   *[other] 📍 { $place }。还能点得更细。
}
danger-back = ‹ 回去
danger-nobody-told = 好，我没告诉别人。要人来，随时点“马上告诉”。
danger-untold = 我没有告诉任何人。想让我告诉谁，就点谁；不点，就谁也不知道。
danger-tell-one = 👉 { $who }
danger-who = { $title }{ $name }
danger-told = 已经告诉{ $who }（{ $at }）
danger-nobody = 这会儿楼栋长一个也联系不上。请打上面的电话，也大声喊邻居。
danger-silent = 还没人回。请再打一次上面的电话，也喊喊邻居。
danger-answered = { $answer ->
    [going] 🏃 { $who }正赶过去（{ $at }）
    [reached] 📞 { $who }联系上了（{ $at }）
   *[called] 🚑 { $who }已经打了{ $number }（{ $at }）
}
danger-fine = ✅ 没事了
danger-not-over = ↩️ 还是要人来
danger-over = ✅ 好，没事就好。
danger-over-told = ✅ 说是没事了，谢谢您。
danger-over-group = ✅ 说是没事了。
danger-in-private = 🆘 私下跟我说

danger-headline = { $kind ->
    [fire] 🆘 着火了
    [gas] 🆘 煤气漏了
    [lift] 🆘 电梯里有人
    [wire] 🆘 有人碰到电
    [body] 🆘 有人摔了或病得急
   *[private] 🆘 有人请您马上联系
}
danger-find = { $place ->
    [none] 👤 { $who }
   *[other] 👤 { $who } · 📍 { $place }
}
danger-said-at = { $at }说的
danger-head-how = { $kind ->
    [home] 别声张，别上门质问。先问一句“方便说话吗”。
    [despair] 先听，别讲道理。有危险就陪着，打电话。
    [other] 先问一句怎么了。
   *[fire] 电话没人打过的话，请先打。自己别冒险。
}
danger-going = 🏃 我去看看
danger-reached = 📞 联系上了
danger-called = 🚑 已经打了{ $number }
danger-hear = 🎧 听一听，看一看
danger-line = 🆘 { $place } · { $at }
danger-line-open = 🆘 看看

danger-told-answer = 好，已经去告诉了。
danger-nobody-answer = 一个也联系不上，请打电话，喊邻居。
danger-declined-answer = 好，我不告诉别人。
danger-over-answer = 好，没事就好。
danger-no-answer = 好，不当急事。
danger-answer-thanks = 谢谢您，我马上告诉对方。

danger-not-reached = 这会儿联系不上这位。请换一位，或打上面的电话。
danger-too-long-ago = 过了一天了。又有事，请再点一次 🆘。
danger-unknown = 这件已经收起来了。有急事，发 /sos，或打 120、119、110。
danger-not-yours = 这个按钮是给说话的那位的。您也有急事，发 /sos。
danger-not-for-you = 这件不用您管了，谢谢您。
danger-is-asking = 还没有告诉谁。
danger-is-quiet = 没有告诉谁。
danger-is-told = 已经告诉楼栋长了。没事的话，点“没事了”。
danger-is-over = 已经说没事了，谢谢您。

keep-dangers = 谁遇到过急事、告诉了谁：{ $days }天，没告诉过人的只留一天；说的话不留
