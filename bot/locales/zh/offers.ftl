# 我能帮：闲置、手艺、邻里货架、推荐邻居

offer-key = 🤲 我能帮
shelf-key = 🏪 邻里货架
recommend-key = 👍 推荐邻居
offer-mine-key = 📋 我放的：{ $count }样
offer-what = 您愿意帮什么？
offer-what-how = 点一种，或直接说，比如：我能帮 梯子
offer-nobody-sees = 邻居只看到几栋有什么，看不到是您。有人想要，我先私下问您。
offer-kind-thing = 闲置东西
offer-kind-skill = 手艺
offer-kind-teaching = 我想讲一课
offer-kind-medicine = 药
offer-which-thing = 📦 有什么可以送、可以借？
offer-which-skill = 🛠 会什么？
offer-which-teaching = 📖 想讲什么？
offer-which-medicine = 💊 是什么药？只收非处方药，只白送。
offer-or-say = 点一样，或打字、拍张照、说一句话。
offer-or-type = 点一样，或打字。
offer-willing-key = 愿意帮忙
offer-willing = { $on ->
    [yes] 🙋 您说了愿意帮忙：有邻居求助，我会先私下问问您。
   *[no] 愿意帮忙的话点一下：有邻居求助，我先私下问您，不愿意就不用理。
}
offer-willing-on = 谢谢您。有邻居求助，我会先私下问问您；夜里不打扰。
offer-willing-off = 好的，不先问您了。
offer-willing-ask = 以后有邻居求助，先私下问问您，好吗？

offer-where = { $place ->
    [none] 本小区
   *[other] { $place }
}
offer-amount-is = 有{ $amount }份
offer-rather = { $kind ->
    [skill] 是一门手艺
    [teaching] 是想讲一课
   *[thing] 是一样东西
}
offer-lent = { $way ->
    [lend] 借用，用完还
   *[give] 送给您
}
offer-amount-key = { $amount }份
offer-way = { $way ->
    [lend] 借
   *[give] 送
}
offer-times = { $times ->
    [any] 随时可以问
    [evenings] 晚上
    [weekends] 周末
   *[first] 先问我
}
offer-medicine-rule = 非处方药、原包装、白送。吃之前看说明书，不放心问药师。
offer-has-media = { $kind ->
    [photo] 🖼 有照片
    [voice] 🎤 有一段语音，说好了才放给对方听
   *[other] 📎 有附件
}
offer-photo = 🖼 看照片
offer-preview = 放上货架，邻居会看到：
offer-publish = ✅ 放上货架
offer-change = ✏️ 改一改
offer-change-what = 改成什么？写一样就行。
offer-drop = 算了
offer-expiry-key = 📅 有效期
offer-mine = { $state ->
    [open] 🤲 在货架上：
    [paused] ⏸ 先收着，货架上看不到：
    [given] ✅ 都给出去了，谢谢您：
    [withdrawn] 从货架上收回来了：
   *[other] ⏳ 到时间了，从货架上收回来了：
}
offer-state = { $state ->
    [draft] 还没放上去
    [recommended] 邻居推荐的，等回话
    [paused] 先收着
   *[open] 在货架上
}
offer-still-there = 还放着吗？
offer-still-until = 您不点，到{ $until }以后就先收起来。
offer-stays = ✅ 还放着
offer-stays-answer = 好的，接着放。
offer-pause = ⏸ 先收着
offer-resume = ▶️ 放回货架
offer-withdraw = 不放了
offer-undo = ↩️ 点错了，还放
offer-published = 放上去了，谢谢您。有人想要，我先私下问您。
offer-paused = 收着了，想放再点。
offer-withdrawn-answer = 收回来了。
offer-draft-gone = 这样没有放上去，已经收走了。
offer-fits = { $place ->
    [none] 有位邻居正想要这个：
   *[other] { $place }有位邻居正想要这个：
}
offer-todo = 🤲 { $what }：还放着吗？
offer-forgotten = （已经抹掉了）
offer-not-there = 这样现在不在货架上了。去货架上看看别的。

offer-no-home = 我还不认识您。先发“登记”，说一声您住哪儿，就能放东西、看货架。
offer-no-words = 我没看懂是什么。写一样就行，比如：梯子
offer-too-long = 太长了，{ $most }个字以内，说一样就行。
offer-no-price = 货架上的东西和手艺都是送的、借的，不写价钱。去掉价钱再发一次。
offer-expired = 这样过期了，不能放。换一样，或改有效期。
offer-unchecked = 放药之前，先看一眼药盒：点“📅 有效期”。
offer-another = 换成别的了。请点“不放了”，再放一样新的。
offer-amount = 份数写1到{ $most }。
offer-not-enough = 只有{ $left }份了。少要一点再点。
offer-too-many = 您已经放了{ $most }样。先收回一样，再放新的。发“我的”能看到。
offer-too-many-today = 今天已经放了{ $most }样，明天再放。
offer-too-late = 过了一天了，请重新放一次。
offer-unknown = 没找到这样东西。发“货架”看看。
offer-not-yours = 这个按钮是给放东西的邻居的。想要的话，点“我想要这个”。
offer-is-yours = 这是您自己放的。
offer-is-draft = 这样还没放上货架。
offer-is-open = 这样在货架上。
offer-is-paused = 这样先收着呢。
offer-is-given = 这样已经给出去了。
offer-is-withdrawn = 这样已经收回去了。
offer-is-expired = 这样到时间收起来了。
offer-is-recommended = 还在等本人回话。

shelf-title = { $count ->
    [0] 🏪 邻里货架
   *[other] 🏪 邻里货架：{ $count }样，近的在前
}
shelf-only = { $kind ->
    [thing] 📦 东西
    [skill] 🛠 手艺
    [teaching] 📖 讲课
    [medicine] 💊 药
   *[all] 全部
}
shelf-near = { $near ->
    [stair] { $place ->
        [none] 同一单元
       *[other] { $place } · 同一单元
    }
    [neighbours] { $place ->
        [none] 同一个邻里组
       *[other] { $place } · 同一个邻里组
    }
    [building] { $place ->
        [none] 同一栋
       *[other] { $place } · 同一栋
    }
   *[far] { $place ->
        [none] 本小区
       *[other] { $place }
    }
}
shelf-empty = 邻居还没放东西。
shelf-empty-try = 家里有用不上的，或会点什么，点“我能帮”放一样。
shelf-back = ↩️ 回货架

want-this = 🙋 我想要这个
want-so-many = 🙋 要{ $amount }份
want-how = 点一下，我私下问那位邻居；说可以，才告诉您是谁。
want-waiting = 已经替您问了，等回话。
want-open = 看看
want-sent = 好，我私下去问了。说可以，我马上告诉您是谁。
want-asked = 已经替您私下问了：
want-asked-next = 两天里没有回话，我会告诉您，再帮您想别的办法。
want-withdraw = 不用了
want-withdrawn-answer = 好的，不要了。
want-asks = { $place ->
    [none] 🤲 有位邻居想要：
   *[other] 🤲 { $place }有位邻居想要：
}
want-names-after = 您说可以，你们才会知道对方是谁。
want-yes = ✅ 可以
want-no = 这次不行
want-none = 给不了了，收起来
want-connected = 好，我告诉对方了。私聊里有下一步。
want-no-answer = 没关系，我去跟对方说。
want-connected-holder = 🤝 { $who }想要，您说可以：
want-connected-wanter = 🤝 { $who }说可以：
want-safe = 邻里从不收钱，也不要密码和验证码。
want-talk = 💬 和对方说话
want-gave = ✅ 给了
want-got = ✅ 拿到了
want-not = 没给成
want-not-needed = 不用了
want-thanks = 记下了，真好。
want-not-answer = 记下了，放回货架了。
want-account-shown = 好了，对方能联系您了。
want-yours-no = 回过了，这次不行：
want-yours-withdrawn = 对方说不用了，谢谢您：
want-yours-late = 没来得及回话，我先跟对方说了：
want-yours-gone = 这样已经不在货架上了：
want-yours-got = ✅ 谢谢您，{ $who }拿到了：
want-yours-not = { $who }这次没用上，放回货架了：
want-mine-no = 这次不方便给。别急，可以问问大家：
want-mine-withdrawn = 不要了：
want-mine-late = 那位邻居没有回话。别急，可以问问大家：
want-mine-gone = 这样刚刚没有了。别急，可以问问大家：
want-mine-got = ✅ 拿到了，真好：
want-mine-not = 这次没给成。别急，可以问问大家：
want-ask = 🙋 求助，问问大家
want-state = { $state ->
    [yes] 说可以了
   *[asked] 等回话
}
want-todo = 🤲 有邻居想要：{ $what }
want-too-many = 您有{ $most }样在等回话。等一等，或先点“不用了”。
want-too-many-today = 今天已经要了{ $most }样，明天再来。
want-unreached = 那位邻居暂时联系不上。可以点 🙋 求助，问问大家。
want-unknown = 没找到这一件。发“我的”看看。
want-is-asked = 还在等回话。
want-is-yes = 已经说可以了。
want-is-no = 已经回过了，这次不行。
want-is-withdrawn = 对方说不用了。
want-is-late = 过了两天，我已经跟对方说了。
want-is-gone = 这样已经没有了。
want-is-got = 这件已经办好了，谢谢您。
want-is-not = 这件没给成，已经放回货架。
want-not-yours = 这个按钮是给对方的。

recommend-whom = 👍 推荐哪位邻居？
recommend-how = 点名字，或把那位邻居的消息转发给我。我先问本人，愿意才放上货架。
recommend-other = 🔗 不在这里，发链接
recommend-what = { $who }会什么？
recommend-sent = 好，我去问本人了。愿意了我告诉您。
recommend-link = 把这个链接发给那位邻居，{ $days }天内有效。本人点了愿意，才放上货架：
recommend-share = 📤 发给邻居
recommend-asks = 👍 { $by }说您会：
recommend-asks-next = 愿意让邻居来问吗？您点了愿意才放上货架，别人只看到几栋，看不到是您。
recommend-asks-head = 👍 { $by }推荐{ $who }，没有手机。请当面问一声，愿意让邻居来问吗？
recommend-accept = ✅ 愿意
recommend-decline = 不了，谢谢
recommend-change = ✏️ 愿意，先改一改
recommend-answered = 这件已经回过了：
recommend-declined = 好的，什么都没放。
recommend-yes = 👍 您推荐的邻居愿意，已经放上货架了：
recommend-no = 您推荐的邻居这次不方便，谢谢您的心意：
recommend-not-found = 我没认出是哪位邻居。点名字，或发链接给本人。
recommend-not-yourself = 这是您自己发的链接，请发给那位邻居。自己会的，点“我能帮”。
recommend-unreached = 这位邻居现在联系不上，也没有楼栋长能去问。请当面说一声，或发链接。
recommend-too-many = 今天已经推荐了{ $most }位，明天再来。

keep-offers = 我能帮：从货架上收回的，留着方便您点错了再放
keep-wants = 想要的东西：办完以后，留着方便核对
mute-offer-question = 还放着吗
command-offer = 我能帮
command-shelf = 邻里货架
command-recommend = 推荐邻居
