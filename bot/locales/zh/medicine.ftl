# 药：给之前看一眼，药品单

medicine-check = { $what ->
    [none] 💊 给药之前，请看一眼药盒
   *[other] 💊 { $what }：请看一眼药盒
}
medicine-ask-otc = { $known ->
    [yes] 盒子上有“OTC”标志吗？
   *[no] 这个药我不认识。盒子上有“OTC”标志吗？有才能给。
}
medicine-ask-year = { $known ->
    [yes] 有效期到哪一年？也可以打字，比如：2026-12
   *[no] 有效期到哪一年？盒子上印着，也可以打字，比如：2026-12
}
medicine-ask-month = { $known ->
   *[other] 到哪个月？
}
medicine-ask-pack = { $known ->
   *[other] 是原盒，还是没拆的整板？整板上要看得到批号和日期。
}
medicine-ask-free = { $known ->
   *[other] 白送，不收钱，对吗？
}
medicine-ask-amount = { $known ->
   *[other] 给几份？一盒、一板、一袋都算一份。
}
medicine-otc-yes = ✅ 有 OTC
medicine-otc-no = 没有 / 看不清
medicine-free-yes = ✅ 白送
medicine-free-no = 要收钱
medicine-pack-box = 📦 原盒
medicine-pack-blister = 整板没拆
medicine-pack-loose = 散的
medicine-month-key = { $month }月
medicine-month = { $day ->
    [none] { $year }年{ $month }月
   *[other] { $year }年{ $month }月{ $day }日
}
medicine-is-otc = ✓ 有 OTC 标志
medicine-good-until = ✓ 有效期到{ $until }
medicine-pack = { $pack ->
    [box] ✓ 原盒
   *[blister] ✓ 整板没拆，批号日期看得到
}
medicine-is-free = ✓ 白送
medicine-amount = ✓ { $amount }份
medicine-confirm = ✅ 都对
medicine-confirm-what = 都对就点一下。请把药放在门口或门卫，不用见面。
medicine-again = ↩️ 重新看一遍

medicine-prescription = 这是处方药，要医生开，邻居之间不能给。请看医生，或问药店的药师；很急就打{ $number }。
medicine-not-otc = 没有 OTC 标志就不能给，谢谢您看了一眼。要用药的邻居可以问药店的药师；很急就打{ $number }。
medicine-loose = 散的药看不出是什么、哪天到期，不能给。有原盒或整板再来。
medicine-not-free = 邻居之间的药只白送，不收钱。要买，请到药店。
medicine-expired = 这个过期了，不能给。过期药可以交给药店回收。
medicine-date-unclear = 日期我没看懂。请照盒子上写，比如：2026-12
medicine-which = 是哪一种？写药名就行，比如：{ $names }
medicine-not-yours = 药品单由维护员来改。

medicines-title = 💊 药品单：能给的{ $otc }种，处方药名{ $prescription }个
medicines-line = { $kind ->
    [otc] ➕ { $name }：能给
    [prescription] ⛔ { $name }：处方药
   *[gone] ➖ { $name }：不在单子上了
}
medicines-how = 改一条，打一行字：
    加 美林混悬液 = 布洛芬
    加 某某冲剂 = 感冒药
    处方 某某片
    删 某某
medicines-changed = 改好了：
medicines-otc = 能给，算作：{ $name }
medicines-category = 是一类药，包括：{ $names }
medicines-prescription = 处方药，邻居之间不能给
medicines-unknown = { $near ->
    [none] 单子上没有，给的人要自己看 OTC 标志
   *[other] 单子上没有。是不是：{ $near }？
}
medicines-is-prescription = 处方药的名字动不了，邻居之间不能给处方药。
medicines-of-what = 等号后面写单子上有的药，或一类药，比如：加 美林混悬液 = 布洛芬
medicines-not-there = 单子上没有这个名字。发“药品单”看看。
command-medicines = 药品单
