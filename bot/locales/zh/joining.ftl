# 回家：登记、门上的码、楼栋长确认、我家、进群

command-join = 登记：我住哪儿
command-home = 我家
command-confirm = 等我确认的邻居
command-codes = 打印门码
command-invite = 进群的链接

and = 、
join-role = { $role ->
    [owner] 业主
    [family] 业主家人
    [tenant] 租户
    [works_here] 在这里工作
    [shop] 开店
    [partner] 共建单位
   *[other] 邻居
}
join-i-am = { $role ->
    [owner] 我是业主
    [family] 业主家人
    [tenant] 租户
    [works_here] 在这里工作
    [shop] 开店
   *[partner] 共建单位
}

newcomer-hello = 您住在这里吗？点一下您是谁。
newcomer-hello-how = 登记好了，邻居和楼栋长才找得到您。急事可以先点 🙋 求助，登记不着急。

join-who = 您是？
join-door = 您好！这是{ $place }的门。
join-door-who = 您是？点一下就到家了。
join-code-used = 这扇门的码用过了，或者过期了。没关系：点一下您是谁，我请楼栋长认一认。
join-door-known = 这一户有还没有手机登记的家人，您是其中一位吗？
join-claim = { $name }就是我
join-claim-none = 都不是
join-where = 您家（{ $role }）是哪个门？
join-where-how = 点下面选；也可以打一行字（3栋2单元501），或者说一句话。
join-where-type = 打一行字就行，比如 3栋2单元501；也可以说一句话。
join-where-number = 这里还没有门牌。把号码发给我就行，比如 501。
join-where-work = 您在哪儿做事？
join-work-line = { $role ->
    [shop] 什么店？写一句就行。
    [partner] 哪个单位？写一句就行。
   *[other] 您做什么？写一句就行。
}
join-work-line-how = 比如：保安，东门；或者说一句话。不写也行。
join-work-send = 不写了，就这样
join-line-please = 请打一行字，或者说一句话。
join-role-first = 先点一下您是谁：业主、业主家人，还是租户。
join-too-long = 太长了，请写短一点（{ $most }字以内），比如：3栋2单元501
join-not-in-register = 登记册里还没有这个门：
join-not-in-register-how = 写错了，再写一遍就行。没写错，就这样交给楼栋长，由他添上。
join-send-so = ✅ 没写错，交给楼栋长
join-by-pad = 点着选
join-drop = 先不登记
join-change = ✏️ 改一改
join-see = 看看这条登记
join-look = 看一看
join-spoken = 🎙 语音

join-waiting = 收到了，等人确认。
join-waiting-for = 已经送到{ $who }那里。{ $days }天没人答，我去找上一级。
join-waiting-nobody = 这里现在还没有能确认的人。我记下了，一有人就请他看。急事可以先求助。
join-press-start = 要收到回音，请点一下 /start
join-home = ✅ 到家了，登记好了。
join-your-head = 👋 这里的事找{ $who }。
join-withdrawn = 好的，没有登记。什么时候想登记，点下面就行。
join-anew = 🏠 重新登记
join-draft-gone = 这一页过了时间。要登记，发“登记”。
join-gone = 这条登记已经没有了，不用您办什么。
join-refused = { $reason ->
    [elsewhere] 这次没登记上：楼栋长说您不住这里。
    [door] 这次没登记上：门牌好像不对。
    [stranger] 这次没登记上：楼栋长还不认识您。
   *[other] 这次没登记上。
}
join-refused-said = 对方说：
join-refused-how = 没关系：改一下门牌，过会儿再问一次，或者问上一级。要是认错了，当面打个招呼最快。
join-correct-door = ✏️ 改门牌
join-ask-again = 再问一次
join-ask-up = 问上一级
join-sent-again = 又问出去了，有回音我马上告诉您。
join-climbed = { $place }的登记过了{ $days }天还没人答，我又去问了上一级。
join-nobody-above = { $place }的登记能问的人我都问过了，还没人答。我隔{ $days }天再提醒一次；您也可以当面跟楼栋长说一声。
join-mine = ⏳ 等人确认：{ $place }

join-asks = 🏠 有位邻居来登记：
by-whom-asks = （{ $who }替他/她登记的）
join-needs-door = 登记册里没有这个门。请您添上，或者选一个。
join-yes = ✅ 认识
join-no = ✖️ 不认识…
join-more = 更多
join-pick = 🚪 我来选门牌
join-add = ✅ 认识，添上{ $door }
join-as-said = { $building }栋{ $stair }{ $door }
join-stair = { $stair }单元
join-same = ✅ 就是册上的{ $name }
join-which-door = 是哪个门？选好就登记上了。
join-which-building = 有好几栋叫这个名字，请您点着选。
join-why-not = 为什么？点一个，我好好跟对方说：
join-reason = { $reason ->
    [elsewhere] 不住这里
    [door] 门牌不对
    [stranger] 不认识这个人
   *[other] 别的…
}
join-reason-which = 写一句给对方看的话：
join-refused-answer = 好的，我跟对方说了。
join-confirmed-answer = 登记上了，谢谢您。
join-answered = { $state ->
    [confirmed] ✅ { $by }认识，登记上了。
    [refused] ✖️ { $by }没有认。
    [code] ✅ 用门口的码登记上了，不用您点了。
    [undone] ↩️ { $by }撤回了这次确认。
   *[other] 对方自己撤回了。
}
join-list = { $count }位邻居等您点头
join-list-how = 点名字旁的 ✅ 可以先拿出来。
join-list-apart = ▫️ 的要单独看。
join-list-left = 后面还有{ $count }位。
join-list-empty = 没有等您确认的邻居。
join-list-empty-how = 有人登记，我会告诉您。发“门码”可以打印门上的码，扫一扫就登记好。
join-list-changed = 名单刚变了，请再看一眼再点。
join-all = 这 { $count } 户都认识 ✅
join-all-confirmed = { $count }户都登记上了，谢谢您。
join-weekly = 等确认{ $count }户
join-todo = 🏠 { $who }说住{ $place }（{ $role }）

join-unknown = 没找到这条登记。发“登记”重新来，或发“等确认”看名单。
join-only-heads = 这是楼栋长、单元长、邻长他们用的。您要登记，发“登记”。
join-already = { $place }您已经登记过了，不用再来。发“我家”看看。
join-too-many = 您已经有{ $most }处在等确认了。先等一等，或者撤回一处。
join-asked-enough = 已经问过好几次了。请当面跟楼栋长说一声，他那里能直接登记。
join-is-yours = 自己的登记要别人来认。
join-not-yours = 这个按钮是给登记的人或这里的楼栋长的。
join-is-draft = 这条还没交出去。
join-is-waiting = 这条已经交给楼栋长了。
join-is-confirmed = 这条已经确认过了。
join-is-refused = 这条刚才没有认，请重新登记。
join-is-withdrawn = 这条对方已经撤回了。
join-is-undone = 这次确认已经撤回了。

home-key = 🏠 我家
home-key-theirs = 🏠 看这一户
home-title = 🏠 { $place }
home-empty = 这一户现在没有登记的人。
home-speaks = 户代表
home-no-phone = 没有手机
home-nobody-speaks = 您家还没有户代表。以后一户一票的事，由户代表说。
home-i-speak = 🙋 我当户代表
home-let-speak = 请 TA 当户代表
home-speaks-answer = 好的，记下了。
home-somebody-speaks = 您家已经有户代表了。请他点您的名字，交给您；或者请楼栋长来改。
home-speaks-for-oneself = 户代表要自己点。请对方打开“我家”点一下，或者请楼栋长来定。
home-i-left = 🚚 我搬走了
home-left = 好的，您从{ $place }搬走了，名字拿下来了。祝您新家一切都好。
home-left-undo = 点错了？{ $until }前都能改回来。
home-left-long-ago = 搬走过了一天，请重新登记一次。
home-undo = ↩️ 点错了，还住这里
home-not-here = 这位已经不在这一户了。
home-not-yours-now = 这一户现在不归您看了。
home-unknown = 不认识这个人
home-take-back = ↩️ 撤回这次确认
home-died = 🕯 过世了
home-back-to = ‹ 这一户
home-not-shown = 这不是您家，也不归您管。要登记，发“登记”。
home-which = 请写清一个门牌，比如：我家 3-2-501
home-is-you = 这是您自己。要搬走，点“我搬走了”。
home-is-living = 这一户还在。
home-not-yours = 这不是您家，也不归您管。
home-newcomer = { $by ->
    [code] 有人用门上的码登记到您家：{ $who }（{ $role }）。
   *[head] 有人登记到您家，楼栋长认了：{ $who }（{ $role }）。
}
home-newcomer-how = 不是您家的人？
home-no-newcomer = 这位现在不在您家名下了。
home-doubt-answer = 知道了，我请楼栋长来看。
home-nobody-answers = 我记下了。这里现在还没有楼栋长能看，一有人我就请他看。
home-gone-answer = 知道了。我请楼栋长把名字轻轻拿下。
home-taken-back-answer = 撤回了，我跟对方好好说了。
home-taken-back = { $place }的登记撤回了，可能是认错了门。
home-taken-back-how = 您发过的事都还在，还是您的。要是弄错了，请重新登记，或当面跟楼栋长说一声。
home-about = 🏠 { $place } · { $role }

matter-asks = { $kind ->
    [unknown] { $by }说不认识{ $who }。{ $who }登记在这一户。
    [gone] { $by }说{ $who }过世了。
   *[same] { $who }用门上的码到家了，说就是登记册上的{ $other }。
}
matter-yes = { $kind ->
    [unknown] ↩️ 撤回这次确认
    [gone] 🕯 把名字轻轻拿下
   *[same] ✅ 就是同一位
}
matter-no = { $kind ->
    [unknown] 认识，留着
    [gone] 不是，还在
   *[same] 不是同一位
}
matter-over = { $kind ->
    [unknown] { $state ->
        [done] ↩️ 撤回了，跟对方好好说了。
       *[kept] ✅ 认识，留着。
    }
    [gone] { $state ->
        [done] 🕯 我们记着这位邻居。名字从名单里轻轻拿下了，不会再发消息。
       *[kept] 名字还在名单里。
    }
   *[same] { $state ->
        [done] ✅ 合成一位了。
       *[kept] 还是两位。
    }
}
matter-put-back = ↩️ 弄错了，放回名单
matter-climbed = { $place }的事 { $days } 天没人看，我又问了上一级。
join-handed-over = { $place }的登记，现在等{ $who }点头。
matter-handed-over = 您说的{ $place }的事，现在由{ $who }来看。
matter-answered = { $kind ->
    [unknown] { $state ->
        [done] 楼栋长看过了：{ $who }不再登记在您家。
       *[kept] 楼栋长看过了，他认识{ $who }，先留着。要是不对，请当面跟他说一声。
    }
   *[same] { $state ->
        [done] 楼栋长看过了，登记册上的就是您。
       *[kept] 楼栋长看过了，登记册上的是另一位。您的登记照样算数。
    }
}
matter-unknown = 没找到这件事，也许已经办完了。发“待办”看看。
matter-is-open = 这件还没定。
matter-is-done = 这件已经办完了。
matter-is-kept = 这件已经看过了。
matter-not-yours = 这要这里的楼栋长来定。
matter-not-one = 登记册上那一位已经变了，请到这一户再看一眼。

codes-which = 打印哪一栋的门码？
codes-title = 🚪 { $place }的门码
codes-state = { $doors }个门 · 有码可用{ $open } · 用过{ $used } · 过期{ $expired }
codes-no-doors = 这里还没有门牌。门牌有了，再来打印。
codes-how = 打印出来，剪开，贴到各家门上。扫一扫，点两下就登记好。{ $days }天有效，只能用一次。
codes-print = 🖨 打印这栋的门码
codes-anew = ♻️ 全部换新，旧码作废
codes-others = ‹ 别的楼栋
codes-coming = 正在画，一会儿就发给您。
codes-caption = 用 A4 纸打印，沿虚线剪开。
codes-caption-how = 门码像钥匙：只贴在各家门上，别拍照发群里。
codes-sheet-how = 用手机扫一扫，点两下就到家了
codes-sheet-until = 有效到
codes-file = { $place }门码
codes-only-heads = 门码由楼栋长、单元长、社工来打印。您要登记，发“登记”。
codes-not-yours = 这里不归您管，请选您负责的楼。
codes-is-open = 这里的码还能用。

grouplink-make = 🔗 做一个进群链接
grouplink-none = 还没有进群的链接。
grouplink-link = 进群的链接，别人点开就是申请：
grouplink-link-how = 我会先问住哪儿，您点一下“认识”，人就进群，也登记好。
grouplink-file = 进群二维码
grouplink-no-group = 您负责的地方还没有群。把我加进群，告诉我是哪里的群，再来。
grouplink-no-rights = 我还不能替“{ $room }”请人。请群主把我设成管理员，打开“邀请用户”，再发“邀请”。
grouplink-elsewhere = { $who }申请进“{ $room }”，登记的家不在这里。要不要请进来，请您在群里点一下。
grouplink-not-let-in = “{ $room }”里我没能处理{ $who }的进群申请。请您在群里点一下；再把我设成管理员，打开“邀请用户”。
grouplink-not-yours = 这个群不归您管。
grouplink-is-open = 链接已经有了。

keep-join = 没登记上的、撤回的登记：{ $days }天，好让您接着改
codes-button = 🚪 门码
grouplink-button = 🔗 进群链接
confirms-button = 🏠 等我确认的
