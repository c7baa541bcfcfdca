# 家里通用的话：时间、出错、停机

# 怎么说钟点：spoken（晚上10点）或 digits（22:00）
when-clock = spoken
when-clock-digits = { $time }
when-clock-spoken = { $part ->
    [night] 凌晨
    [early] 早上
    [morning] 上午
    [noon] 中午
    [afternoon] 下午
   *[evening] 晚上
}{ $hour }点{ $minute ->
    [0] { "" }
    [30] 半
   *[other] { $minute }分
}
when-near = { $day ->
    [today] 今天
    [tomorrow] 明天
   *[other] { $day }
}{ $clock }
when-date = { $month }月{ $day }日（{ $weekday ->
    [0] 周一
    [1] 周二
    [2] 周三
    [3] 周四
    [4] 周五
    [5] 周六
   *[6] 周日
}）{ $clock }
when-span = { $span ->
    [hours] 2小时
    [today] 今天
    [days] 3天
   *[week] 一周
}

anonymous = 我认不出您是谁。请不要匿名，再发一次，或点消息下面的按钮。
button-is-old = 这个按钮旧了。发“我的”看最新的。
not-saved = 刚才没有存下来，是我出了错。请再试一次；还不行，请告诉维护员。
flood = 您发得太快了，歇一分钟再试，我还在。
edited = 您改了原话，我这边没有跟着变。请重新发一条。
outage = 我在{ $since }到{ $until }停了一会儿。那时点的按钮可能没收到，请再按一次。

command-need = 求助：缺什么
command-have = 我有
command-done = 解决了
command-withdraw = 不用了
flood-still = 歇一分钟再点，刚才那下我没记。

a-neighbour = 一位邻居
who = { $place ->
    [none] { $name }
   *[other] { $name }（{ $place }）
}
for-whom = 🤝 替{ $who }办的
by-whom = 🤝 { $who }替您办的
take-over = 🙋 我自己来

code-unknown = 这个码不对。请再扫一次；还不行，谁给您的，请再要一个新的。
code-used = 这个码已经用过了。谁给您的，请再要一个新的。
code-is-yours = 这个码您用过了，不用再扫。发“我的”看看。
code-too-old = 这个码过期了。谁给您的，请再要一个新的。
code-too-many = 试错了好几次，过一个小时再来。着急的话，请楼栋长帮您。
acting-over = 代办结束了：一个小时没动静，或者对方收回了。现在您是替自己说话。
