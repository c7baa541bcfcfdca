# 职务：找谁、任命、代几天、交给别人、是真的吗、职责、惦记一位邻居

title-building-head = 楼栋长
title-stair-head = 单元长
title-neighbour-head = 邻长
title-area-worker = 网格员
title-social-worker = 社工
title-party-secretary = 党支部书记
title-committee-chair = 业委会主任
title-organiser = 召集人
title-property-manager = 物业经理
title-duty-holder = 值班
title-scrutineer = 监票人
title-caring-neighbour = 贴心邻居
title-steward = 维护员

duty-building-head = 认得楼里的邻居，谁搬来谁搬走心里有数。
    每天在楼里走一圈，灯、门、楼道看一眼。
    邻居报的事，接住，问到底，回一句。
    独居的老人，隔几天敲敲门。
duty-stair-head = 单元里的事，先找您。
    灯坏了、门关不上，帮着报一声。
    通知念给不看手机的老人听。
duty-neighbour-head = 这十几户，您最熟。
    谁家有难处，先知道，再告诉楼栋长。
    有通知，挨家说到。
duty-area-worker = 片区里走动，认得每位楼栋长。
    楼栋长办不了的事，接过来往上送。
    每件事办到哪一步，回一句。
duty-social-worker = 帮邻居们把事商量成。
    有难处的人家，找对的门。
    活动和小组，帮着张罗。
duty-party-secretary = 把各方叫到一起商量。
    难办的事，牵头找人、找钱、找办法。
duty-committee-chair = 替业主管公共的事和公共的钱。
    开会、表决、公示，一样不少。
    物业做得好不好，替大家盯着。
duty-organiser = 把活动张罗起来，也收好尾。
    谁来、谁带什么，提前说清。
duty-property-manager = 电梯、水泵、门禁，先修要紧的。
    修到哪一步，什么时候好，说一声。
duty-duty-holder = 今天有事，先找您。
    电话带在身边，接不了就找人替。
duty-scrutineer = 看着每一票怎么投、怎么数。
    数得不对，当场说。
duty-caring-neighbour = 隔一两天看看那家的灯，打个招呼。
    几天没见人，告诉楼栋长。
    不替人拿钱，不问病情。
duty-steward = 让我一直开着，看每周的那张卡。
    新楼栋长来了，帮着任命。
    至少两个人会弄。

office-name = { $place }的{ $title }
office-on-button = 🎖 { $place }的{ $title }
office-month = { $month }月
office-day = { office-month }{ $day }日
office-phone = ☎️ { $phone }
office-write-to = 💬 给{ $name }发消息
office-by-line = ✍️ 我可以捎句话，点下面。
office-by-line-mine = ✍️ 邻居点“找谁”，我替他们捎话给您。电话、账号都不给。
office-no-way = 还没留联系方式。
office-not-now = 现在联系不上，请先找别的人。
office-granted = { $by ->
    [none] { $year }年{ $month }月{ $day }日起，架设邻里时就定下的。
   *[other] { $year }年{ $month }月{ $day }日起，{ $by }任命的。
}
office-duties = 要做的事：

who-title = ☎️ { $place } · 找谁
who-where = 看哪里？
who-here = 📍 就看{ $place }
who-elsewhere = 📍 看看别处
who-holder = { $office } { $name }
who-stands-in = { $until }前由{ $name }代
who-aside = （{ $words }）
who-by-line = ✍️ 点名字，我替您捎句话。您的电话和账号不给对方。
who-more = 🎖 { $title }
who-nobody = { $up ->
    [none] { $place }还没有{ $title }。
   *[other] { $place }还没有{ $title }，先找{ $up }。
}
who-nobody-at-all = 这里还没有人管事。急事打电话；平常的事告诉维护员。
who-cares = 💛 { $name }惦记着您家
who-numbers = 急事打电话：
who-no-numbers = 急用电话还没写在这里。急事直接打本地的急救、火警、报警电话。
who-no-numbers-how = 也请跟维护员说一声，把号码补上。
who-no-numbers-steward = 请在 config.toml 的 [community.numbers] 里写上号码，再重启我。
who-number = { $name } { $number }
who-group-unknown = 这个群还没定下是哪栋楼的，我说不准。请维护员定一下。
who-reach = ☎️ 怎么找到他们
number-medical = 急救
number-fire = 火警
number-police = 报警
number-mind = 心理援助
number-lift = 电梯困人
number-gas = 燃气抢修
number-power = 供电抢修
number-women = 妇联

line-to = ✍️ 捎话给{ $name }
line-what = 要跟{ $name }说什么？
line-what-how = 打一句话，或发一段语音、一张照片。您的电话和账号不会给对方。
line-answer = ↩️ 回一句
line-answer-what = 回{ $name }什么？
line-play = { $media ->
    [voice] ▶️ 听一听
    [photo] 🖼 看照片
   *[video] ▶️ 看一看
}
line-from = { $office ->
    [none] ✍️ { $name }捎来一句话：
   *[other] ✍️ { $name }捎来一句话，找{ $office }：
}
line-answered = ↩️ { $name }回您：
line-carried = 记下了，这就捎给{ $name }。有回话，我马上告诉您。
line-rest = 🔕 今天先不收
line-take-again = 🔔 接着收
line-rests = 好的，今天不再捎话给您。
line-takes-again = 好的，接着捎。
line-lost = 没捎到，{ $name }那边收不到。急事请打电话，或点 ☎️ 找谁换一位。
line-is-yours = 这就是您自己，不用捎。
line-too-many = 今天已经捎了{ $most }句。急事请打电话，平常的事明天再说。
line-answered-enough = 这句已经回了好几次。等对方再捎话来。
line-not-today = 对方今天歇着，先不收话。急事打电话，或点 ☎️ 找谁换一位。
line-no-way = 对方收不到我的消息，没捎到。请点 ☎️ 找谁换一位，急事打电话。
line-empty = 打一句话，或发一段语音、一张照片。
line-too-long = 太长了，{ $most }字以内就好。
line-unknown = 这句话已经收走了。

appoint-title = 任命什么职务？
appoint-where = { $title }，管哪里？
appoint-here = ✅ 就是{ $place }
appoint-who = 请谁来当？
appoint-link = 🔗 发个邀请链接
appoint-people = 👥 从邻居里选
appoint-noted = 📝 没有 Telegram
appoint-me = 🙋 我自己
appoint-which = 请哪一位？
appoint-nobody = 这里还没有邻居进来。发个邀请链接吧。
appoint-name = 这位邻居叫什么？写名字就行。
appoint-no-name = 写个名字就行，比如：王秀兰
appoint-agreed = 记下{ $name }，当{ $office }。本人同意把名字记在这里吗？
appoint-agreed-why = 邻居们点“找谁”会看到这个名字。本人随时可以说不要。
appoint-yes-agreed = ✅ 本人同意
appoint-not-agreed = 没有本人同意，我不记。同意了，点 ✅ 本人同意，或回“同意”。
appoint-written = 记好了。
appoint-again = 🎖 再任命一位
appoint-new = 🎖 任命

invite-link = 把这个链接发给那位邻居：
invite-link-once = 只能用一次，{ $days }天内有效。
invite-share = 📤 发给那位邻居
invite-asked = 已经请{ $name }了。答应了我告诉您。
invite-office = { $name }，{ $by }请您做{ $office }。
invite-stand-in = { $name }，{ $by }请您代几天{ $office }，到{ $until }。
invite-hand-over = { $name }，{ $by }想把{ $office }交给您。
invite-yes = ✅ 我愿意
invite-not-now = 先不
invite-yours = ✅ 您答应了，谢谢。发“职务”看您的。
invite-no-matter = 没关系，谢谢您想过。
invite-accepted = ✅ { $name }答应了，现在是{ $office }。
invite-declined = { $name }这次先不做{ $office }。可以再请一位。
invite-over = 这个邀请过期了，或已经有人答应了。还想做，请对方再发一次。
invite-void = 这个邀请现在不算数了。请对方再发一次。
invite-is-yours = 这是您自己发的邀请，请转给别人。
invite-unknown = 没有等您回话的邀请。
invite-no-way = { $name }收不到我的消息。发个邀请链接吧。
invite-waits = 🎖 有人请您担任职务
invite-look = 🎖 看看邀请

office-mine = 您的职务：{ $count }个
office-none = 您现在没有职务。
office-none-try = 想做点什么，点下面。
office-reach = ☎️ 怎么找到我
office-reach-how = 邻居怎么找到您？
office-by-bot = 🤖 只经过邻里捎话
office-by-phone = 📞 留个电话
office-by-account = 💬 用我的账号
office-phone-what = 写上电话号码，邻居点“找谁”会看到。比如：138 0000 0000
office-no-phone = 这不像电话号码。手机写 11 位，座机带区号，比如：0596-2345678
office-night = 🌙 夜里可以叫我
office-night-yes = 夜里有急事，我会响铃叫您。
office-night-no = 夜里我不响铃，早上再告诉您。
office-night-duty = 值班的时候，夜里有急事我会响铃叫您。
invite-take-back = ✖ 收回链接
invite-taken-back = 收回了，这个链接打不开了。
office-fine = 👌 好了
office-lend = 🧳 请人代几天
office-back = 🏠 我回来了
office-hand = 🤝 交给别人
office-leave = 我不做了
office-take-back = 收回这个职务
office-until = 请人代到哪天？
office-span = { $span ->
    [three] 3天
    [week] 一周
    [fortnight] 两周
   *[month] 一个月
}
office-other-day = 📅 写个日子
office-until-what = 代到哪天？比如：8月3日
office-until-unclear = 没看懂是哪天。写成：8月3日
office-until-past = 这天已经过了。写一个后面的日子。
office-until-too-late = 最多代三个月。再久，请交给别人。
office-lend-who = 请谁代到{ $until }？
office-hand-who = 交给谁？对方答应了才算。
office-lent-until = 代到{ $until }
office-undo = ↩️ 还做{ $title }
office-slip = ↩️ 点错了，还做
office-over = { $office }：已经结束。

office-left = { $name }不做{ $office }了。可以再任命一位。
office-withdrawn = { $office }这个职务收回了。谢谢您这段时间。有疑问，点 ☎️ 找谁。
office-restored = { $office }还是您的，刚才收回是误会。
stand-in-begins = { $name }答应了，替您做{ $office }，到{ $until }。
stand-in-over = 代{ $office }的日子到了，又回到您手上。
stand-in-thanks = 代{ $office }到今天为止，谢谢您。
handed-over = { $moved ->
    [0] { $office }交给{ $name }了。
   *[other] { $office }交给{ $name }了，连同没办完的{ $moved }件事。
}
taken-back = { $office }又收回去了，谢谢您。

office-is-ended = 这个职务已经结束了。
office-is-held = 这个职务还在。
office-is-open = 这一步已经过了。发“职务”看最新的。
office-not-yours = 这个您定不了。要任命或收回职务，请找楼栋长、社区或维护员。
office-too-much = 这个职务您给不了，请找上一级。
office-unknown = 没找到这个职务。点 ☎️ 找谁看看。
office-already = 这个职务已经有了，不用再来一次。
office-is-stand-in = 您是代几天的，这个要由原来那位来定。
office-has-stand-in = 已经有人代了。先点“我回来了”，再请别人。
office-last-steward = 您是唯一的维护员。先任命另一位维护员，再离开。
office-too-late = 过了一天了，请重新任命。
office-moved-on = 后来又有变化，收不回来了。请重新任命。

verify-button = 🔎 真的吗？
verify-yes = { $by ->
    [none] ✅ { $name }：{ $office }，{ $year }年{ $month }月起，架设邻里时定下的。
   *[other] ✅ { $name }：{ $office }，{ $year }年{ $month }月起，{ $by }任命。
}
verify-granter = { $name }（{ $office }）
verify-nothing = 我这里没有这个人的职务。
verify-careful = 小心，邻里从不收钱，不要密码和验证码。
verify-forward = 把那个人的消息转发给我，我说说是不是真的。
verify-how = 回复那个人的消息，发：/verify@{ $bot }。我说说这是不是真的。
verify-anonymous = 这条消息看不出是谁发的，我认不了。小心，邻里从不收钱，不要密码和验证码。

duties-which = 看哪个职务要做什么？
duties-what = { $title }要做什么？一行一件，写给邻居看。
duties-empty = 请打几行字，一行一件。
duties-too-long = 太长了，{ $most }字以内，几件要紧的就好。
duties-change = ✏️ 改一改
duties-reset = ↩️ 用原来的
duty-not-yours = 职责由社区和维护员来改。
duty-is-open = 这一步已经过了。

title-how = 写成：楼长 = 楼栋长
    左边是新名字，右边是和哪个职务一样。要英文名：楼长 / Block head = 楼栋长
title-own = 自己加的职务，点一下去掉：
title-added = 好了，有“{ $title }”了，和{ $like }一样。去任命：/appoint
title-taken = 这个名字已经有了。
title-too-long = 名字太长了，{ $most }个字以内。
title-like-what = 等号右边写一个现有的职务：{ $titles }
title-unknown = 没有这个职务。发 /duties 看有哪些。
title-in-use = 有人担任过这个职务，名字要留着。
title-dropped = 去掉了。
title-not-yours = 只有维护员能加职务。
title-is-open = 这一步已经过了。

care-new = 💛 惦记一位邻居
care-overview = 💛 谁惦记着谁
care-whom = 您想惦记哪一家？
care-what = 隔一两天看看灯，打个招呼；几天没见人，告诉楼栋长。只有那家、楼栋长和您知道。
care-offered = 已经去问了。答应了我告诉您。
care-asks = 💛 { $name }想惦记着您家，好吗？
care-asks-head = 💛 { $name }想惦记{ $place }这家。那家收不到我的消息，请您替他们问一声。
care-yes-household = 💛 好，谢谢
care-yes-head = ✅ 那家答应了
care-no = 不用了
care-agreed = 💛 { $place }答应了，谢谢您。
care-declined = { $place }这次不用，谢谢您的心意。
care-answered = 记下了。
care-thanks = 💛 { $place }说不用惦记了，谢谢您这段时间。
care-ended = 好的，到此为止。
care-enough = 🙏 不用惦记了
care-enough-at = ✖ { $place }
care-line = { $place }：{ $name }惦记着
care-none = 现在没有谁惦记着谁。
care-waits = 💛 { $name }想惦记着您家
care-own-home = 这是您自己家，选一家邻居吧。
care-strangers = 我还不知道您住哪里。先登记您家，再来惦记邻居。
care-nobody = 那家和楼栋长都收不到我的消息。请当面说一声。
care-unknown = 没找到这件事。
care-theirs = 那家收得到我的消息，让他们自己答。
welcome-head = 您的{ $title }：{ $name }

command-who = 找谁：谁管这里
command-verify = 这个人真有职务吗
command-appoint = 任命
command-offices = 我的职务
command-duties = 职责：谁该做什么
command-title = 加一个职务名
keep-lines = 经我捎的话，留一个月，好让您回头看

key-who = ☎️ 找谁
help-key-who = ☎️ 找谁：您这里的事找谁、怎么找，还有急用电话
care-vacant = 💛 惦记{ $place }的邻居搬走了，或者不在了。还想有人惦记，跟楼栋长说一声。
office-vacant = 📌 { $office }空出来了：担任的邻居搬走了，或者不在了。请另请一位：/appoint
office-not-vacant = 📌 { $office }不空：刚才是弄错了，还是原来那位。
office-more = ⋯ 更多
office-tools = 这个职务能办的：
