# 通过我说几句：两位邻居，不露号码，一句不留

command-bye = 说完了
relay-button = 💬 和对方说话
keep-relays = 谁和谁通过我说过话：{ $days }天，说了什么从来不留

relay-asked = 💬 { $who }想通过我和您说几句。
relay-asked-back = 💬 { $who }现在方便了。您现在说吗？
relay-about = 关于：{ $what }
relay-what = 您打的字、发的照片和语音，我转给对方。不露电话，我一句不留。
relay-never = 邻里从不收钱、不要密码和验证码。
relay-yes = 行，现在说
relay-not-now = 现在不方便
relay-waiting = 💬 已经问了{ $who }。
relay-waiting-how = 对方点“行”，你们就能说话，我会告诉您。没人应，2 小时后我也告诉您。
relay-cancel = 不等了
relay-open = 💬 您现在和{ $who }说话
relay-open-how =
    直接打字，发照片、语音、位置，我都转给对方。
    送到了我不另说；没送到，我马上告诉您。
relay-leave = 说完了，点下面，或打：说完了
relay-done = 说完了
relay-says = { $who }：
relay-photo-careful = （图里有收款码、二维码，请别扫。）

relay-one-at-a-time = { $state ->
    [open] 您正和{ $now }说着话，一次只能和一位说。
   *[other] 您还在等{ $now }回话，一次只能和一位说。
}要先结束，去和{ $then }说吗？
relay-end-and-switch = 结束，去说
relay-go-on = 不，接着这边

relay-held = { $why ->
    [card] 这句我没有转：里面有卡号或身份证那样的长号码。
    [link] 这句我没有转：里面有链接。
   *[payment] 这句我没有转：里面说到付款、密码这类事。
}换个说法，可以再发。
relay-held-told = { $why ->
    [card] ⚠️ { $who }发来一句带长号码（像卡号）的话，我没有转给您。
    [link] ⚠️ { $who }发来一句带链接的话，我没有转给您。
   *[payment] ⚠️ { $who }发来一句说到付款、密码这类事的话，我没有转给您。
}觉得不对劲，点“说完了”或“举报”。
relay-contact-held = 这句里有电话或账号，我先没转。要给{ $who }看吗？
relay-show-contact = 给对方看我的电话
relay-contact-shown = 给对方看了。
relay-edits = 改过的话我不会再转。要更正，请重新发一条。
relay-lost = ❗ 刚才那句没送到{ $who }那里。
relay-not-passed = 刚才那句没有转出去：这次说话已经结束了。

relay-ended-done = { $mine ->
    [yes] 💬 和{ $who }说完了。说过的话我一句没留。
   *[no] 💬 { $who }说完了，这次就到这里。说过的话我一句没留。
}
relay-ended-cancelled = { $mine ->
    [yes] 💬 不等{ $who }了。
   *[no] 💬 { $who }不等了，不用回了。
}
relay-ended-declined = { $mine ->
    [yes] 💬 好，我告诉{ $who }您现在不方便。
   *[no] 💬 { $who }现在不方便。过半小时可以再问。
}
relay-ended-unanswered = 💬 { $who }这会儿没有回话。
relay-ended-over = 💬 和{ $who }的话，到这里就结束了。
relay-ended-silent = 💬 2 小时没人说话，和{ $who }这边我先收了。
relay-ended-unreachable = 💬 { $who }现在收不到我的消息，这次只好先到这里。
relay-ended-held = 💬 好几句我都没法转，和{ $who }的话就到这里。觉得像骗子，请点举报。
relay-way-on = 还有事，可以再发一条求助，或点 ☎️ 找谁。
relay-ended-answer = 好，说完了。
relay-declined-answer = 好，我告诉对方。
relay-nothing-kept = 这是两位邻居通过我说的话。我一句不留，看不到说了什么；请问问举报的邻居。
relay-line = { $state ->
    [open] 💬 正和{ $who }说话
    [asked] 💬 { $who }想和您说几句
   *[waiting] 💬 在等{ $who }回话
}
relay-see = 💬 { $who }

relay-none = 您现在没有通过我和谁说话。
relay-unknown = 没有这次说话了。想和邻居说，点求助那里的 💬 和对方说话。
relay-no-more = 这件事已经不用再说了，或换了人。点 📋 我的，看看现在怎样。
relay-is-open = 你们已经在说话了，直接打字就行。
relay-is-ended = 这次说话已经结束了。想再说，点求助那里的 💬 和对方说话。
relay-not-yours = 这是别的两位邻居之间的话。
relay-other-busy = { $who }正和别的邻居说着话。过几分钟再点一次。
relay-unreachable = { $who }现在收不到我的消息。请在群里叫对方打开我、点一下“开始”。
relay-too-many = 今天您已经约了{ $most }次，明天再约吧。急的话，点 ☎️ 找谁。
relay-apart = 你们二位暂时不能通过我说话。有事请点 ☎️ 找谁，找楼栋长。
relay-just-declined = 对方刚说现在不方便。过半小时再问吧。
relay-just-held = 刚才有好几句我没法转。过半小时再试，不说付款和密码就行。
relay-too-long = 这句太长了，最多{ $most }字，没有转。请分两次发。
relay-only-these = 这个我不转，怕有害。文字、照片、语音、视频、贴纸、位置都可以。
relay-contact-alone = 里面有电话或账号，没有转。请把号码单独发一条文字，我会先问您一声。
