# 互助：求助、我有、解决了

ask-what = 您想要什么？点一样，或者写一样。
ask-what-for = 替{ $who }要什么？写一样东西就行。
ask-what-how = 比如：布洛芬，或者：借一把梯子。
ask-wish = { $what ->
    [medicine] 退烧药
    [plaster] 创可贴
    [ladder] 一把梯子
    [carry] 搭把手搬东西
    [print] 打印几张纸
   *[charger] 充电器
}
ask-what-hint = 比如：布洛芬
ask-name-the-thing = 这话里像有病情，我没往外发。只写要的东西就行，比如：布洛芬。
ask-in-words = 请打一行字告诉我，照片和语音我还看不懂。
ask-correct = 改成什么？写一样东西就行。

ask-headline = { $state ->
    [open] 🙋 { $place ->
        [none] 有位邻居
       *[other] { $place }有位邻居
    }想要
    [taken] 🤝 { $place ->
        [none] 有位邻居
       *[other] { $place }的邻居
    }要的
   *[other] { $place ->
        [none] 有位邻居
       *[other] { $place }的邻居
    }要的
}
ask-group-waiting = { $some ->
    [yes] { $until }前 · { $number }号
   *[no] { $until }前 · 还没有人接 · { $number }号
}
ask-group-taken = { $who }接了，正在联系。
ask-asker-start = 我是求助的人，请私下告诉我
ask-taker-start = 我是接下的人，点这里联系

ask-not-needed = 不用了
ask-solved = ✅ 解决了
ask-solved-already = ✅ 解决了
ask-again = 再问半天
ask-never-mind = 不用了
ask-publish = ✅ 发到群里
ask-change = ✏️ 改一改
ask-drop = 算了
ask-other-group = 改发到“{ $room }”
ask-find-another = { $of ->
    [people] 没来，再问问
   *[things] 没拿到，再问问
}
ask-show-account = 📇 让对方联系我
ask-tell-note = 👀 也给对方看
ask-cannot = { $of ->
    [people] 我来不了了
   *[things] 我给不了了
}
ask-undo = ↩️ 点错了，还要
ask-ask-again = 🙋 再问半天
ask-the-group = 小区群

ask-preview = 发到“{ $room }”，邻居们会看到：
ask-until = 问到{ $until }
ask-note-kept = 只有您看得到：
ask-note-told = 对方也看到了：
ask-published = 发出去了。有人接，我马上私下告诉您。
ask-draft-gone = 这条没有发出去，已经收走了。

ask-mine-open = 已经问到“{ $room }”了，有人接我马上告诉您。
ask-mine-until = 问到{ $until } · { $number }号
ask-still-needed = 还没有人接。还要吗？
ask-still-needed-until = 您不点，到{ $until }我就先不问了。
ask-mine-taken = { $kind ->
    [errand] 🤝 { $who }愿意来帮忙。
    [company] 🤝 { $who }愿意来。
    [ride] 🤝 { $who }愿意捎您一程。
    [skill] 🤝 { $who }会，愿意帮您。
    [wish] 🤝 { $who }想帮您圆了这个心愿。
   *[other] 🤝 { $who }有，愿意给您。
}
ask-mine-question = { $of ->
    [people] { $who }接了您的求助，来过了吗？
   *[things] { $who }接了您的求助，拿到了吗？
}
ask-mine-offered = { $box ->
    [yes] { $who }还没看完药盒。再等一等，还是换一位？
   *[no] { $who }还在等您点头，要吗？
}
ask-mine-done = { $who ->
    [none] ✅ 解决了，真好。
   *[other] ✅ 解决了，真好。也谢谢{ $who }。
}
ask-mine-withdrawn = 撤回了，群里也改了。
ask-mine-expired = { $who ->
    [none] ⏳ 到时间了，这次没有等到。
   *[other] ⏳ { $who }接过，后来没有消息，我先收起来了。
}
ask-mine-expired-next = 可以再问半天，也可以换个说法再求助一次。
ask-other-not-started = { $who }还没打开过和我的私聊，我说的话到不了。群里的消息下面有个按钮，请对方点一下。
ask-account-is = 对方愿意让您联系：
ask-write-to = 给{ $name }发消息

ask-yours = { $agreed ->
    [yes] 🤝 说定了，{ $who }想要：
   *[no] 🤝 谢谢您，{ $who }想要：
}
ask-yours-note = 这位邻居还说：
ask-yours-how = 点“💬 和对方说话”，我来转话，不露电话。邻里从不收钱，也不要密码和验证码。
ask-yours-done = ✅ { $who }说解决了，谢谢您。
ask-yours-withdrawn = { $who }说不用了，谢谢您。
ask-yours-expired = ⏳ 两边没再说话，这件先收起来了，谢谢您。
ask-yours-open = { $who }的求助又问出去了，谢谢您。

ask-state = { $state ->
    [draft] 还没发出去
    [open] 还没人接
    [unanswered] 到时间了
    [next] 您排在下一位
    [given] 您给了
   *[other] { $mine ->
        [yes] 有人接了
       *[no] 您接的
    }
}

ask-for-another = 替人办的

ask-thanks = 谢谢您。我已经告诉对方，私聊里有下一步。
ask-done-thanks = 记下了：解决了。真好。
ask-withdrawn-answer = 撤回了。
ask-open-again = 又问出去了。
ask-next-steps-in = 好，我请排着的邻居来。
ask-told = 对方看到了。
ask-account-shown = 好了，对方能联系您了。

ask-not-your-account = 这件是替您办的人在联系。您要自己联系，先点“我自己来”。
ask-not-yours = 这个按钮是给求助的邻居的。您有的话，点“我有”。
ask-is-yours = 这是您自己的求助，等邻居来接吧。
ask-is-draft = 这条还没发出去。
ask-is-open = 这条还没有人接。
ask-is-taken = 这件已经有邻居接了，看最新那条消息就知道。
ask-is-done = 这件已经解决了，谢谢您。
ask-is-withdrawn = 这件已经撤回了。
ask-is-expired = 这件已经过了时间。
ask-unknown = 没找到这条求助。发“我的”看看您的，或在群里的消息上点按钮。
ask-none = 您没有等着的求助。要求助，点 🙋 求助，或发：求助 布洛芬
ask-which = 有好几件，您说的是哪一件？在那条消息下面点按钮，或写上号码。
    { $listed }
ask-too-long = 太长了，请写短一点（{ $most }字以内）。先说一样东西就行。
ask-too-many = 您已经有{ $most }件在等了。先点“解决了”或“不用了”，再发新的。发“我的”能看到。
ask-names-illness = 这话里像有病情，我没往外发。只写要的东西就行，比如：布洛芬。
ask-no-group = 我还不认识您。先发“登记”，说一声您住哪儿，就能在这里求助。已经在小区群里，也可以在群里发：/need@{ $bot } 布洛芬。
ask-by-stranger = 🙋 一位还没确认的邻居在求助，群里看得到：
ask-too-late-to-reopen = 过了一天了，请重新求助一次。
ask-let-go-told = { $who }这次给不了。别急，我又问了一遍。
ask-not-shown = 这条没能发到群里，群里可能不让我说话。请告诉维护员，或换一个群再发。
ask-room-gone = 这个群现在发不进去了。请换一个群，或重新求助。
ask-too-many-today = 您今天已经求助了{ $most }次。明天再发，或在等着的几件里改一改。
ask-group-still-needed = 求助的邻居：还要吗？
ask-not-understood = 我没看懂。写一样东西就行，比如：布洛芬。
ask-illness-in-group = 这里人多，病情那条您可以删掉，私下跟我说。
ask-mine-no-more = 我不要了
ask-yours-shown = 对方能联系您了，等对方来信。邻里从不收钱，也不要密码和验证码。
ask-still-counts = 好的，还算数。
ask-let-go-thanks = 没关系，谢谢您。我再去问别人。
ask-taken-over = 好的，以后这件由您自己来。
ask-taken-over-told = { $who }自己接过去了，谢谢您。

ask-forgotten = （已经抹掉了）
ask-for-whom = 🙋 替{ $who }求助

# 一件几个人帮，排队，两边点头

ask-i-can = { $kind ->
    [errand] 🙋 我去
    [company] 🙋 我来
    [ride] 🙋 我顺路
    [skill] 🙋 我会
    [wish] 🙋 我来
   *[other] 🙋 我有
}
ask-i-have-some = { $of ->
    [people] 来{ $amount }个人
   *[things] 我出{ $amount }
}
ask-i-have-all = { $of ->
    [people] 来{ $amount }个人
   *[things] 都有（{ $amount }）
}
ask-me-too = 🤝 我也行
ask-so-many = { $of ->
    [people] { $thing }（要{ $amount }个人）
   *[things] { $thing } × { $amount }
}
ask-group-some = { $of ->
    [people] { $who }来，还差{ $missing }个人。
   *[things] { $who }接了，还差{ $missing }。
}
ask-group-ended = { $state ->
    [done] ✅ { $place ->
        [none] { "" }
       *[other] { $place }
    }邻居要的“{ $thing }”解决了{ $who ->
        [none] ，谢谢大家。
       *[other] ，谢谢{ $who }。
    }
    [expired] ⏳ { $place ->
        [none] { "" }
       *[other] { $place }
    }邻居要的“{ $thing }”：{ $who ->
        [none] 到时间了，这次没有等到。
       *[other] { $who }接了。两边没再说话，先收起来了。
    }
   *[other] { $place ->
        [none] { "" }
       *[other] { $place }
    }邻居要的“{ $thing }”：不用了，谢谢大家。
}
ask-group-half = 还没有人接，能帮的邻居看一看：

ask-agree = 👌 好，谢谢
ask-agreed = 好的，我告诉对方了。
ask-find-other = 换一位
ask-mine-agreed = 🤝 和{ $who }说定了。
ask-mine-missing = { $of ->
    [people] 还差{ $missing }个人，我接着问。
   *[things] 还差{ $missing }，我接着问。
}
ask-giver-line = { $state ->
    [given] ✅ { $who } · { $amount }{ $of ->
        [people] 个人 · 来过了
       *[things] 份 · 给了
    }
    [agreed] 🤝 { $who } · { $amount }{ $of ->
        [people] 个人
       *[things] 份
    } · 说定了
   *[offered] 🙋 { $who } · { $amount }{ $of ->
        [people] 个人
       *[things] 份
    } · 等您点头
}
ask-giver-open = { $state ->
    [offered] 👉 { $who }等您点头
   *[agreed] { $who } ›
}
ask-giver-part = { $of ->
    [people] 这边来{ $amount }个人。
   *[things] 这位出{ $amount }。
}
ask-giver-gave = { $of ->
    [people] ✅ { $who }来帮过了，谢谢。
   *[things] ✅ { $who }给了，谢谢。
}
ask-giver-gone = { $who }这次不成，或者这件已经收了。
ask-giver-changed = 接的邻居换人了。请看最新那条消息再点。
ask-not-agreed = 先点“👌 好，谢谢”，对方就能和您联系。
ask-is-unanswered = 这件到时间了，楼栋长在问结果。
ask-enough-taken = 今天您已经接了{ $most }件，够多了。明天再来，谢谢您。
ask-in-line-thanks = 谢谢您。已经有邻居先接了，您排在下一位；那边不成，我就来找您。

ask-yours-next = 🤝 已经有邻居先接了，您是下一位。{ $who }想要：
ask-not-next = 不用等我了
ask-yours-part = { $of ->
    [people] 您这边来{ $amount }个人。
   *[things] 您出{ $amount }。
}
ask-yours-wait = 我已经告诉对方，等对方点头，两边就能说话。

# 私下问问：一拨一拨，从近到远

ask-asked-shelf = 您的架子上有差不多的，先来问您；您不点头，谁也不知道。
ask-asked-until = { $until }前要。您方便吗？不方便也没关系。
ask-asked-yes = 🤝 您接了，谢谢。详情在另一条消息里。
ask-asked-over = 这件不用操心了，谢谢您。
ask-asked-no = 好的，这次不找您。
ask-not-now = 这次不方便
ask-no-more = 🔕 别私下问我
ask-not-now-thanks = 没关系，我问问别人。
ask-no-more-answer = 好的，以后不私下问您。想改回来，发“设置”。
mute-ask-asked = 附近邻居求助时私下问我
mute-ask-half = 一半时间没人接的求助（楼栋长）
ask-mine-asked = 我私下问了{ $count }位附近的邻居。
ask-head = { $title }{ $name }
ask-circle-asked = { $at ->
    [now] 我也问了“{ $name }”的邻居：
   *[other] 我给“{ $name }”的邻居留了话，{ $at }会看到：
}
ask-offered-wait = 您替别人问的{ $most }条，还等着他们自己点头。先等一等，再替下一位问。
ask-offered-enough = 今天您已经替别人问了{ $most }次，够热心了。明天再来；着急的，请本人自己发“求助”。
ask-no-price = 邻居之间帮忙不收钱，不写价钱。去掉价钱再发一次；要买卖，请到店里或别的群。
ask-mine-called = { $head ->
    [none] 还没有人接。别急，我在群里又问了一声。
   *[other] { $at ->
        [now] 还没有人接。我已经告诉{ $head }。
       *[other] 还没有人接。我给{ $head }留了话，{ $at }会看到。
    }
}

# 没有回音：楼栋长问一问

ask-mine-unanswered = { $head ->
    [none] 到时间了，还没有人接。还要吗？
   *[other] 到时间了，还没有人接。我托{ $head }来问问您，您也可以自己点：
}
ask-head-until = { $until }前要。您有，或者认识谁有，帮着问一声。
ask-head-half = 🙋 { $who }在求助，时间过了一半，还没有人接：
ask-head-taken = 这件有邻居接了，谢谢您。
ask-head-over = { $state ->
    [done] ✅ 这件解决了，谢谢您。
    [expired] 这件先收起来了，谢谢您。
   *[other] 这件不用了，谢谢您。
}
ask-head-unanswered = 🙋 { $who }的求助到时间了，没有人接，也没回话：
ask-head-how = 请您问一句，后来怎么样了？
ask-settle-done = ✅ 解决了
ask-settle-withdrawn = 不用了
ask-settle-expired = 没帮上
ask-settled = 记下了，我告诉求助的邻居。辛苦了。
ask-todo-head = 🙋 { $thing } · 没人接，请您问问

# 怎么求：一句话、一段语音、一张照片、回别人的话

ask-kind = { $kind ->
    [medicine] 💊 药
    [errand] 🏃 跑腿搭手
    [company] 🫶 陪一陪
    [ride] 🚗 搭车
    [skill] 🔧 手艺
    [wish] 🌟 微心愿
   *[thing] 📦 东西
}
ask-amount = { $of ->
    [people] 👥 要{ $amount }个人
   *[things] 👥 要{ $amount }份
}
ask-place = { $place ->
    [none] 📍 不说在哪儿
   *[other] 📍 { $place }
}
ask-span = { $span ->
    [hours] ⚡ 很急，2小时
    [today] 今天
    [tomorrow] 明天
    [days] 3天
   *[week] 一周
}
ask-more = ⚙️ 更多
ask-fit-more = 还可以改这些，点一下就改：
ask-fit-kind = 是哪一样？
ask-fit-amount = 要几份，或者几个人？
ask-fit-place = 哪一栋？群里只说到楼栋。
ask-spoken = { $what ->
    [medicine] 药
    [thing] 一样东西
    [errand] 有人跑个腿、搭把手
    [company] 有人陪一陪
    [ride] 搭个车
    [skill] 懂行的人帮忙看看
   *[none] 帮个忙
}（{ $kind ->
    [voice] 🎤 说了一段话
    [photo] 📷 拍了张照片
   *[video] 🎬 拍了段视频
}，{ $once ->
    [yes] 接了
   *[no] 说定了
}{ $kind ->
    [voice] 能听
   *[photo] 能看
}）
ask-spoken-how = 是哪一样？点一下，邻居接之前就知道。
ask-at-once = { $kind ->
    [voice] 🎧 接了就能听
   *[photo] 👀 接了就能看
}
ask-at-once-answer = { $on ->
    [yes] 好，谁接了，马上就能{ $kind ->
        [voice] 听
       *[photo] 看
    }；没人接时问到的楼栋长也能。
   *[no] 好，您点头了，对方才能{ $kind ->
        [voice] 听
       *[photo] 看
    }。
}
ask-who-hears = { $once ->
    [yes] { $kind ->
        [voice] 🎧 谁接了，马上就能听您说的那段话。
       *[photo] 👀 谁接了，马上就能看您拍的。
    }
   *[no] { $kind ->
        [voice] 🔒 您点了“👌 好，谢谢”，对方才能听您说的那段话，别人听不到。
       *[photo] 🔒 您点了“👌 好，谢谢”，对方才能看您拍的，别人看不到。
    }
}
ask-heard-then = { $kind ->
    [voice] 对方点头了，您就能听那段话。
   *[photo] 对方点头了，您就能看。
}
ask-hear-wait = 对方点头了才能听、能看。您先接下，对方点了“👌 好，谢谢”，我马上告诉您。
ask-somebody = { $place ->
    [none] 有位邻居
   *[other] { $place }的邻居
}
ask-hear = { $kind ->
    [voice] 🎧 听一听
   *[photo] 👀 看一看
}
ask-hear-how = { $kind ->
    [voice] 这位邻居说了一段话，只给您听。听懂了，写一行，本人点头了就放到群里。
   *[photo] 这位邻居拍了下来，只给您看。看懂了，写一行，本人点头了就放到群里。
}
ask-write = ✏️ 写一行
ask-write-what = 一句话，写要的是什么，比如：借一把梯子。
ask-write-thanks = 谢谢您。我问问本人，点头了就换上去。
ask-write-unheard = 记下了，可是这会儿联系不上本人。
ask-line-question = 有位邻居听了，说您要的是：
ask-line-yes = ✅ 对，就这么写
ask-line-no = 不是这个
ask-line-yes-answer = 好，群里换上了。
ask-line-no-answer = 好，先不换。
ask-line-now = 群里写的是：
ask-heard-over = 这件已经过去了。
ask-offer = { $who }，您这句话，要我帮您问问邻居吗？只有您自己能点；楼栋长也能替您点。
ask-offer-yes = ✅ 帮我问
ask-offer-no = 不用
ask-offer-over = 这条问过了。
ask-reply-unclear = 这句话里我没看出要什么，或者像有病情。请本人发：/need 布洛芬，或者私下跟我说。
ask-reply-not = 这位邻居现在不能求助。
ask-ill-question = { $who ->
    [self] 这句话里像有病情。您同意给这位邻居看吗？
   *[other] 这句话里像有病情。本人同意给这位邻居看吗？
}
ask-ill-why = 只给这一位看，用来帮您；办完 { $days } 天就删。不同意也照样能拿到东西。
ask-ill-yes = ✅ 同意，给看
ask-ill-no = 不给看
ask-ill-not-told = 好，没给看。
ask-ill-still-fine = 东西照样给您，不用说是什么病。
ask-ill-take-back = 随时能收回：发 /consent。
keep-ask-files = 求助时发的语音和照片：办完{ $days }天，只给帮忙的人听和看

# 药：先看盒子

ask-box = 💊 看看药盒
ask-yours-box = 药要先看一眼盒子：点“看看药盒”，几下就好。
ask-giver-checking = 💊 对方在看药盒，看好了就告诉您。
ask-stays-medicine = 这是药，我就按药来问：给的邻居要先看药盒。不是药的话，点“改一改”重新说。
ask-hear-next = 您是下一位，轮到您了就能听。
ask-another-wanted = 对方想请别的邻居帮这件。谢谢您，别的求助还等着您。
ask-left-often = 这件您说过两次来不了，先留给别的邻居。谢谢您。
ask-not-checked = 对方还在看药盒，看好了我马上告诉您。
ask-box-thanks = 谢谢您，我告诉对方了。
ask-box-done = 药盒看过了，谢谢您。
# 电话：各点各的

ask-phone = 📱 告诉对方电话
ask-phone-back = 📱 收回电话
ask-phone-what = 您的电话是多少？只给这一位看；办完了，或者您点“收回电话”，就抹掉。
ask-phone-how = 打数字就行，也可以点 📎 发您自己的名片。不想给，不用理我。
ask-phone-unclear = 我没看懂。只打号码，比如：138 1234 5678
ask-phone-not-yours = 这是别人的名片。只能给自己的电话。
ask-phone-shown = 好了，对方看到了。要收回，点“📱 收回电话”。
ask-phone-unheard = 记下了，可是这会儿联系不上对方。
ask-phone-gone = 收回了，对方那条消息里没有号码了。
ask-phone-is = 📱 对方给您看电话，只给您一位：
ask-phone-was = 📱 这个号码已经抹掉了。
ask-not-yours-now = 这件现在不由您办了，辛苦您。
