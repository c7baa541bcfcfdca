# 举报、收起来、拦住

report-button = ⚠️ 举报
report-how = 看到不对的，回复那条消息，发 /report。只有管这片的人看得到，不会说是您。
report-nothing = 这条我管不了。要举报，请回复那位邻居自己的话，或我发的那条事。
report-why = ⚠️ 这条怎么了？
report-is-private = 只有管这片的人和维护员看得到，不会说是您。
report-ads = 📢 广告或骗钱
report-rude = 🤬 骂人
report-private = 🔓 泄露隐私
report-sales = 💊 卖药卖东西
report-other = ✏️ 别的
report-what = 怎么不对？写一句就行。
report-in-words = 请打一行字告诉我。
report-in-private = 我们私下说。
report-thanks = 谢谢您，我交给管这片的人了，不会说是您。
report-too-many = 今天您举报了{ $most }条，明天再来。急的话请直接找楼栋长。

abuse-hidden = 这条先收起来了，正在看。

case-count = { $reason } { $many }人
case-judge-open = ⚠️ 有邻居觉得这条不对
case-judge-hidden = 🙈 先收起来了
case-judge-objected = ✋ 收起来了，作者不同意，请维护员定
case-judge-fine = ✅ 看过了，没问题
case-judge-kept = 🙈 定了，不放回去
case-whose = 是{ $who }的
case-message = “{ $room }”里的一条消息
case-gone = （已经没有了）
case-hide = 🙈 先藏起来
case-fine = 👌 没问题
case-unhide = ↩️ 放回去
case-keep = 不放回去
case-delete = 🗑 删掉那条消息
case-block = 🚧 拦住这个人
case-object = ✋ 我不同意
case-hidden-answer = 藏起来了。作者会知道，也能说不同意。
case-fine-answer = 好的，记下了没问题。
case-shown-answer = 放回去了。
case-kept-answer = 定了，不放回去。
case-deleted-answer = 我去删了。我在那个群不是管理员的话删不掉，请在群里手动删。
case-objected-answer = 记下了，请维护员再看一次，有结果告诉您。
case-author-hidden = 🙈 您的这条先收起来了
case-author-why = 有邻居说：{ $reason }
case-author-hidden-next = 觉得不对，点下面，维护员再看一次。
case-author-objected-next = 您不同意，我记下了。维护员在看。
case-author-kept-next = 维护员看过了，这条不放回去。想问为什么，发 /privacy 写给维护员。
case-author-fine = ✅ 您的那条又放回去了，打扰了。
case-unknown = 没有这件事，或者不归您看。
case-about-you = 这是您自己的事，要别人来看。
case-not-ours = 别人的消息我藏不了，只能删。
case-not-yours = 这件事要维护员来定。
case-is-yours = 这是您自己的，不用举报。不要了就撤回。
case-is-open = 这条还开着，没有藏起来。
case-is-hidden = 这条已经藏起来了。
case-is-objected = 作者不同意，等维护员定。
case-is-fine = 这条看过了，没问题。
case-is-kept = 这条已经定了，不放回去。

block-not-yours = 拦人只有维护员能做。
block-nobody = 我不认识这个人，拦不了。他没跟我说过话。
block-oneself = 您拦不了自己。
block-steward = 他也是维护员，先请他不当维护员，再来。
block-how-long = 🚧 拦住{ $who }多久？
block-what = 拦住以后，他跟我说话我不办事；他会知道，也能说不同意。
block-span = { $span ->
    [day] 1天
    [week] 7天
    [month] 30天
   *[always] 一直
}
block-is = 🚧 { $who }被拦住了{ $until ->
    [none] ，没有期限
   *[other] ，到{ $until }
}
block-he-objects = ✋ 他不同意，请再看一次。
block-lift = ↩️ 放开
block-done = 好了。
block-lifted = 放开了。
block-you = 您在我这里先歇一歇{ $until ->
    [none] { "" }
   *[other] ，到{ $until }
}。群里照样说话，邻居还是邻居。
block-why = 原因：{ $reason }
block-you-may = 觉得不对，点下面，维护员再看一次。
block-you-objected = 您不同意，我记下了。维护员在看。
block-objected-answer = 记下了，维护员会再看一次。
block-over = ✅ 又可以用我了，欢迎回来。
block-list = 🚧 拦住的人和群
block-none = 现在没有拦住谁。
block-how = 要拦一个人，在群里回复他的消息，发 /block。

roomblock-ask = 🤫 “{ $room }”：我不再说话？
roomblock-what = 那里的事都还在，随时能再开口。
roomblock-quiet = 🤫 不说话
roomblock-leave = 🚪 离开这个群
roomblock-is = 🤫 “{ $room }”里我不说话了。
roomblock-speak = ↩️ 再开口
roomblock-silent = 我在这个群不办事了。有事请私聊我。

keep-reports = 谁举报的：{ $days }天，只有数字给人看
keep-cases = 举报的事：看完{ $days }天
keep-kept-away = 拦着时走的人：{ $days }天，只有一个看不出是谁的记号

command-report = 举报：回复那条消息
command-block = 拦住一个人或一个群
