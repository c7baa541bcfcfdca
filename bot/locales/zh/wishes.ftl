# 微心愿：节前收心愿，邻居认领，实现了谢谢大家

festival-spring = 春节
festival-lantern = 元宵节
festival-dragon = 端午节
festival-autumn = 中秋节
festival-ninth = 重阳节
festival-new-year = 元旦
festival-women = 妇女节
festival-children = 儿童节
festival-teachers = 教师节
festival-national = 国庆节

wishes-open = { $count } 个微心愿活动正在进行
wishes-none = 现在没有微心愿活动。缺什么，随时点 🙋 求助。
wishes-none-yours = 还没有微心愿活动。点下面开一个。
festival-key = 🎐 { $name }微心愿
festival-new = ➕ 开一次微心愿
festival-which = 为哪个节收心愿？
festival-which-how = 点一个，或者打一个名字，比如：夏天送清凉
festival-dated = { $name } { $month }月{ $day }日
festival-name-what = 改叫什么？打一个名字就行。
festival-where = 哪里的微心愿？
festival-here = ✅ 就是{ $place }
festival-draft = 这样开，行吗？
festival-headline = 🎐 { $name }微心愿
festival-headline-at = 🎐 { $name }微心愿 · { $place }
festival-collects = ✍️ 收心愿到{ $until }
festival-grants = 🎁 实现到{ $until }
festival-collecting = ✍️ 心愿收到{ $until }，一人一个
festival-granting = 🎁 实现到{ $until }
festival-groups = { $groups ->
    [none] 这里还没有群。邻居们发“微心愿”能看到。
   *[other] 会在这些群里放一条：{ $groups }
}
festival-publish = ✅ 开始收心愿
festival-rename = ✏️ 改名
festival-where-key = 📍 换地方
festival-drop = 算了
festival-draft-gone = 没有开，已经收走了。
festival-later = { $which ->
    [collects] ✍️ 多收 { $days } 天
   *[grants] 🎁 多 { $days } 天实现
}
festival-until = { $which ->
    [collects] ✍️ 收到哪天
   *[grants] 🎁 实现到哪天
}
festival-collects-when = 心愿收到什么时候？
festival-grants-when = 到什么时候实现？
festival-until-how = 比如：2月8日，或者：下周五晚上8点
festival-until-unclear = 没看懂是哪天。
festival-until-set = 好，到{ $until }。
festival-published = 开始收了。有人交心愿，我告诉您。
festival-counts = { $hung ->
    [0] 还没有心愿，第一个等您来写
   *[other] 心愿 { $hung } 个，还有 { $open } 个等人认领
}
festival-on-board = { $hung ->
    [0] { $name }微心愿，正在收
   *[other] { $name }微心愿 { $hung } 个，还有 { $open } 个等人认领
}
board-wishes = 🎐 微心愿
festival-write = ✍️ 写一个心愿
festival-look = 🎁 看看心愿
festival-all-taken = 现在没有等人认领的心愿。
festival-runner-counts = { $hung ->
    [0] 还没有挂出来的心愿
   *[other] 心愿 { $hung } 个：{ $open } 个等人认领，{ $taken } 个已认领，{ $granted } 个实现了
}
festival-waiting = 👀 { $count } 个等您看一眼，再挂出来
festival-look-key = 👀 看一看（{ $count }）
festival-look-title = { $count ->
    [0] { $name }微心愿：都看过了，没有等着的。
   *[other] { $name }微心愿：{ $count } 个等您看
}
festival-look-line = · { $what }
festival-board-key = 📋 心愿单
festival-board = 📋 { $name }微心愿 · 心愿单
festival-board-none = 这里还没有。
festival-board-line = { $state ->
    [waiting] 👀 { $what } · { $place ->
        [none] 没写楼栋
       *[other] { $place }
    } · 等您看
    [returned] ↩️ { $what } · 请本人改一改
    [open] 🌟 { $what } · { $place ->
        [none] 没写楼栋
       *[other] { $place }
    } · 等人认领
    [taken] 🤝 { $what } · { $giver ->
        [none] 有人认领，等点头
       *[other] { $giver }认领了
    }
    [granted] ✅ { $what } · { $giver ->
        [none] 实现了
       *[other] { $giver }实现的
    }
   *[ended] ⏳ { $what } · 这次没有实现
}
festival-filter = { $which ->
    [all] 全部
    [open] 等人认领
    [taken] 已认领
   *[granted] 实现了
}
festival-post-key = 📢 再问一次群里
festival-pass-key = 👥 请小组帮忙
festival-post = 🎐 { $name }微心愿：还有 { $count } 个等人认领
festival-post-line = · { $words }
festival-post-more = 还有 { $count } 个，点下面看。
festival-posted-answer = 发到群里了。
festival-posted = 今天已经在群里问过了，明天再问。也可以请小组帮忙。
festival-none-open = 没有等人认领的心愿了，不用再问。
festival-circles = 请哪个小组帮忙？我会悄悄告诉组里每个人一次。
festival-circles-none = 还没有小组。发“小组”建一个，或者再问一次群里。
festival-passed = 告诉“{ $name }”的 { $count } 个人了。
festival-passed-already = 今天已经告诉过这个小组了。换一个小组，或者明天再说。
festival-half = ⏰ 时间过了一半，还有 { $open } 个没人认领。可以再问一次群里，也可以请小组或共建单位帮忙。
festival-over = 到时间了：{ $open } 个没人认领，{ $taken } 个还没说实现没实现。收尾以后，每个人都会知道结果；3 天后我会自己收尾。
festival-close = 🎉 收尾，谢谢大家
festival-closed = 已经收尾，群里也谢过了：
festival-closed-answer = 收尾了，每个人都知道结果了。
festival-thanks = { $granted ->
    [0] 🎐 { $name }微心愿结束了，收了 { $hung } 个心愿。谢谢大家，下次再来。
   *[other] 🎐 { $name }微心愿：{ $hung } 个心愿，实现了 { $granted } 个。{ $named ->
        [none] 谢谢 { $others } 位邻居。
       *[other] { $others ->
            [0] 谢谢{ $named }。
           *[other] 谢谢{ $named }和另外 { $others } 位邻居。
        }
    }
}
festival-line = 🎐 { $name }微心愿 · { $state ->
    [draft] 还没开
    [collecting] 正在收
   *[granting] 等实现
}
festival-todo-look = 👀 { $name }微心愿：{ $count } 个等您看
festival-todo-close = 🎉 { $name }微心愿到时间了，请收尾

festival-unknown = 没找到这次微心愿。发“登记”说一声您住哪儿，再发“微心愿”看看。
festival-not-yours = 微心愿由社区和召集人来开。您有心愿，发“微心愿”。
festival-is-yours = 这是您开的。
festival-is-draft = 这次还没开始。
festival-is-open = 这次已经开始了，地方不能换了。
festival-is-collecting = 正在收心愿。
festival-is-granting = 心愿已经收完了。现在缺什么，点 🙋 求助。
festival-is-closed = 这次微心愿已经结束了。
festival-is-dropped = 这次没有开。
festival-too-soon = 收心愿的日子已经过了，请往后挪几天。
festival-past = 这个时间已经过了，换一个以后的。
festival-grants-first = 实现的日子要在收完以后。
festival-no-name = 给它起个名字，比如：春节
festival-name-long = 名字太长了，{ $most }个字以内。

wish-what = { $who ->
    [none] { $name }微心愿：您有什么小心愿？一人一个，一行字就行。
   *[other] { $name }微心愿：替{ $who }写一个小心愿，一行字就行。
}
wish-what-how = 点一个、打一行，或者说句语音。不写门牌、电话、病和价钱。
wish-common = { $what ->
    [shoes] 一双棉鞋
    [glasses] 一副老花镜
    [company] 有人陪我聊聊天
    [photo] 拍一张全家福
    [haircut] 上门理个发
   *[phone] 教我用手机
}
wish-one-each = 您这次已经有一个心愿了：
wish-preview = { $name }微心愿，邻居们会看到：
wish-preview-how = 只说楼栋，不说是谁。挂出来前，有人先看一眼。
wish-send = ✅ 交上去
wish-change = ✏️ 改一改
wish-drop = 不要了
wish-draft-gone = 没有交，已经收走了。
wish-sent = 收到了。有人看过就挂出来。
wish-hung = 挂出来了。
wish-hung-many = { $count } 个都挂出来了。
wish-withdrawn = 收回了。
wish-correct = 改成什么？一行字就行。
wish-in-words = 请打一行字。
wish-media = 🎤 一段语音或照片
wish-forgotten = （已经抹掉了）
wish-mine-waiting = 🌟 您的{ $name }心愿交上去了，有人看过就挂出来。{ $reason ->
   *[else] { "" }
}
wish-mine-returned = 🌟 您的{ $name }心愿，想请您改一改：{ $reason ->
    [dear] 有点大了，换个小一点的，邻居好帮上。
    [clear] 再说清楚一点点，邻居才知道怎么帮。
    [private] 里面有太多您自己的事，换个说法，大家都会看到。
   *[else] 这件事找楼栋长更快，发“找谁”就行；心愿可以换一个。
}
wish-mine-open = 🌟 您的{ $name }心愿挂出来了，等邻居认领。
wish-mine-taken = 🎁 有位邻居想实现您的心愿：
wish-mine-taken-how = 您点头，两边才知道彼此是谁。
wish-mine-known = 🤝 { $who }来实现您的心愿：
wish-mine-given = 🤝 { $who }说送到了。实现了吗？
wish-mine-granted = { $had ->
    [yes] ✅ { $name }心愿实现了，真好。邻居也知道了。
   *[no] ✅ { $name }心愿实现了，真好。
}
wish-mine-withdrawn = 您的{ $name }心愿收回了。{ $had ->
    [yes] 认领的邻居也知道了。
   *[no] { "" }
}
wish-mine-ended = { $had ->
    [yes] ⏳ { $name }微心愿结束了。有邻居认领过，后来没有消息，这次没能实现。
   *[no] ⏳ { $name }微心愿结束了，这次没有等到。不是您的心愿不好。
}
wish-ended-how = 还想要，点 🙋 求助，我马上替您问邻居。
wish-undo = ↩️ 点错了
wish-agree = ✅ 好，让我们联系
wish-decline = 换一位
wish-grant = ✅ 实现了
wish-not-yet = 还没有
wish-show = 📇 让对方联系我
wish-talk = 💬 和对方说话
wish-account-is = 对方愿意让您联系：
wish-account-shown = 好了，对方能联系您了。
wish-heard-ask = 您的语音，我们听着是这样，对吗？
wish-heard-yes = ✅ 对
wish-heard-no = 不对，我来写

wish-yours-asked = 🎁 谢谢您。已经问对方了，点了头就告诉您是谁：
wish-yours-asked-how = 先别急着买。
wish-yours-known = 🤝 { $who }说好，就等您了：
wish-yours-through = 对方没有手机，请和{ $who }联系。
wish-yours-how = 办好了点一下“送到了”。邻里从不收钱，也不要密码和验证码。
wish-yours-said = 已经告诉对方了，等对方说一声。
wish-yours-next = { $mine ->
   *[no] 🎁 已经有邻居先认领了，您排在后面。轮到您，我马上告诉您：
}
wish-yours-granted = { $mine ->
    [yes] ✅ 实现了，对方谢谢您：
   *[no] ✅ 已经有邻居实现了，也谢谢您：
}
wish-yours-withdrawn = { $mine ->
   *[no] 对方说不用了，谢谢您：
}
wish-yours-ended = { $mine ->
   *[no] ⏳ 微心愿结束了，谢谢您：
}
wish-given = 🎁 送到了
wish-let-go = 我来不了了
wish-name-on = 🙂 感谢里写我的名字
wish-name-off = 🙈 不写我的名字
wish-named = { $on ->
    [yes] 好，感谢里会写：{ $who }
   *[no] 好，不写{ $who }的名字。
}
wish-take = 🎁 我来认领
wish-take-too = 🎁 我也愿意，排一位
wish-take-thanks = 谢谢您。我去问对方，点了头就告诉您。
wish-take-next = 已经有邻居先认领了，您排在下一位。轮到您，我马上告诉您。
wish-let-go-thanks = 没关系，谢谢您。
wish-let-go-told = { $following ->
    [yes] 认领的邻居这次来不了。别急，下一位邻居接上了：
   *[no] 认领的邻居这次来不了。别急，又挂出来了：
}
wish-declined-told = 对方这次另有安排，谢谢您的心意：
wish-declined-answer = 好，换一位。
wish-agreed = 好，两边都知道了。
wish-given-thanks = 谢谢您，我去问对方收到没有。
wish-granted-answer = 真好。我替您谢谢那位邻居。
wish-not-yet-answer = 好，我告诉那位邻居。
wish-line-over = 您排着的心愿，已经有邻居实现了，谢谢您：
wish-open-again = 好，还算数。
wish-taken-over = 好的，以后这件由您自己来。
wish-taken-over-told = { $who }自己接过去了，谢谢您。
wish-reader = { $state ->
    [taken] 🎁 { $place ->
        [none] 一位邻居
       *[other] { $place }一位邻居
    }的心愿，已经有人认领：
    [open] 🎁 { $place ->
        [none] 一位邻居
       *[other] { $place }一位邻居
    }的心愿：
   *[other] 🎁 一位邻居的心愿：
}
wish-judge-waiting = 👀 { $who }的心愿：
wish-judge-open = 🌟 { $who }的心愿，挂出来了：
wish-judge-taken = 🤝 { $who }的心愿，有人认领了：
wish-judge-returned = ↩️ { $who }的心愿，请本人改了：
wish-judge-granted = ✅ { $who }的心愿，实现了：
wish-judge-withdrawn = { $who }的心愿，本人收回了：
wish-judge-ended = ⏳ { $who }的心愿，这次没有实现：
wish-judge-heard = 有人听成这样，等本人点头：
wish-judge-listen = 先听一听、看一看，写成一行字；本人点头了再挂。
wish-judge-how = 挂出来，或者请本人改一改：
wish-hang = ✅ 挂出来
wish-hang-all = ✅ 这 { $count } 个都挂出来
wish-hear = ✍️ 写成一行字
wish-hear-what = 语音或照片里说的是什么心愿？写一行，我请本人看看对不对。
wish-reason = { $reason ->
    [dear] ↩️ 有点大，请换个小的
    [clear] ↩️ 再说清楚一点
    [private] ↩️ 私事太多，换个说法
   *[else] ↩️ 找楼栋长更快
}
wish-returned-answer = 告诉本人了，会好好说的。
wish-state = { $state ->
    [draft] 还没交
    [waiting] 等人看一眼
    [returned] 请您改一改
    [open] { $mine ->
        [yes] 等人认领
       *[no] 您排着队
    }
   *[taken] { $mine ->
        [yes] 有人认领了
       *[no] 您认领的
    }
}

wish-unknown = 没找到这个心愿。发“微心愿”看看现在有哪些。
wish-not-yours = 这个按钮是给许愿的邻居的。您想帮忙，点“我来认领”。
wish-is-yours = 这是您自己的心愿，等邻居来认领吧。
wish-is-draft = 这个心愿还没交。
wish-is-waiting = 这个心愿还在等人看。
wish-is-returned = 这个心愿请本人改着呢。
wish-is-open = 这个心愿还没有人认领。
wish-is-taken = 已经有邻居认领了。
wish-is-next = 您还排着队，轮到您我马上告诉您。
wish-is-granted = 这个心愿已经实现了。
wish-is-withdrawn = 这个心愿收回了。
wish-is-ended = 这次微心愿已经结束了。
wish-declined = 对方这次另有安排。别的心愿也在等您，发“微心愿”。
wish-no-words = 这个心愿还没有文字。先写一行，再挂出来。
wish-not-agreed = 对方还没点头，再等等。
wish-too-late = 过了一天了，改不回来了。
wish-too-many = 您手上已经有 { $most } 个心愿了。先实现一个，再认领新的。
wish-giver-changed = 认领的邻居换人了。请看最新那条再点。
wish-not-your-account = 这件是替您办的人在联系。您要自己联系，先点“我自己来”。
wish-too-long = 太长了，{ $most }个字以内，一行就行。
wish-names-price = 不用写价钱，写想要的东西就行，比如：一双棉鞋
wish-names-illness = 这话里像有病情，我没记下。只写想要的就行，比如：有人陪我聊聊天
wish-not-understood = 我没看懂。写一样想要的就行，比如：一双棉鞋

keep-wishes = 微心愿：结束后留 { $days } 天，之后只剩数字
mute-festival-passed = 小组收到的微心愿
command-wishes = 微心愿
