# 代办：替邻居办事，谁替谁都写明

command-for = 代办：替邻居办事
command-helpers = 帮我的人

acting-in-private = 代办的事我们私下说。
acting-whom = 您替谁办？
acting-whom-how = 点一位；没有手机的邻居，您可以先记下来。也可以发：代办 王秀兰
acting-nobody = 现在没有请您代办的邻居。
acting-nobody-how = 家里老人要您帮忙，请老人发“帮我的人”，把链接转给您。
acting-nobody-found = 没找到这位邻居。请写名字开头的字，或门牌，比如：代办 3-1-301
acting-which = 是哪一位？
acting-note = ➕ 记一位没手机的邻居
acting-my-helpers = 👪 帮我的人
acting-quiet = 现在没有等着的事。
acting-begin = 🤝 替{ $who }办
acting-begin-first = 缺什么，点“🙋”。别的事，先点“{ $button }”。
acting-stop = ↩️ 换回我自己
acting-others = ‹ 别的邻居
acting-give-back = 我不再帮了
acting-for = 替{ $who }

acting-begun = 现在您替{ $who }办事。
acting-begun-how = 接下来您私下跟我说的，都算{ $who }的，也写明是您办的。
    办完点“换回我自己”。一个小时没动静，我就帮您换回来。
acting-key-back = ↩️ 换回我自己
acting-key-theirs = 📋 替人办的
acting-ended = 好的，现在您替自己说话。
acting-was-not = 您一直是替自己说话，没变。
acting-oneself = 这就是您自己，直接说就行。
acting-not-named = 这位邻居没有请您代办。请对方发“帮我的人”，把链接转给您。

acting-helpers = 这几位可以替您办事：
acting-no-helpers = 还没有人替您办事。
acting-helpers-how = 家里人能替您求助、办小区里的事，每件都写明是谁办的。您随时能收回。
acting-name = ➕ 请家里人帮我
acting-take-back = 收回 { $who }
acting-taken-back = 收回了。
acting-too-many = 已经有{ $most }位帮您了。先收回一位，再请别的人。
acting-only-themselves = 请谁帮忙，要这位邻居自己定。
acting-invitation = 我是{ $who }。小区的事想请你帮我办，点开这个链接就行。
acting-send = 📤 发给家里人
acting-send-how = 把这个链接转给家里人，对方点开就能替您办事：
acting-send-until = { $days }天内有效，只能用一次。
acting-asked = { $who }想请您帮忙办小区的事。
acting-asked-what = 您可以替{ $who }求助、办小区里的事。每件都写明是您办的，那边看得到，随时能收回。
acting-yes = ✅ 我愿意
acting-no = 先不
acting-own-link = 这个链接是给您家里人的，请转给对方。
acting-thanks = 谢谢您。
acting-declined = 好的，没关系。
acting-accepted = { $who }答应了，现在可以替您办事。
acting-take-back-how = 要收回，发“帮我的人”。
acting-over-told = { $who }收回了代办。谢谢您一直帮忙。
acting-gave-back = 好的，记下了。谢谢您一直帮忙。
acting-gave-back-told = { $who }以后不替您办事了。要请别的人，发“帮我的人”。

acting-only-heads = 记下没有手机的邻居，要楼栋长、单元长、邻长、网格员或社工来办。
acting-note-name = 这位邻居叫什么？
acting-note-how = 写名字，也可以连门牌一起：王秀兰 3-1-301
acting-name-empty = 请写名字，比如：王秀兰
acting-name-long = 名字太长了，请写{ $most }个字以内。
acting-which-door = 这位邻居住哪里？
acting-not-your-place = 这里不是您负责的，请选您负责的地方。
acting-consent = 这位邻居自己知道、也同意记下来吗？
acting-consent-what = 只记名字和门牌，不记电话。本人随时可以说不要。
acting-agreed = ✅ 本人同意
acting-drop = 先不记
acting-noted = 记下了。
acting-known-already = 这户已经记着这个名字了。发“代办”就能找到。
acting-nothing-noted = 这一页过了时间。要重新记，发“代办”。

acting-about-helpers = 👪 帮您的人：{ $who }
acting-about-help = 🤝 您帮{ $who }办事
acting-button = 🤝 替邻居办事
acting-need = 🙋 替{ $who }求助
