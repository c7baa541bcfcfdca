# 维护员：每周一条，出了事马上一条，找第二位

week-title = { $count ->
    [0] 本周一切正常：{ $numbers }
   *[other] 本周有{ $count }件事要看一下：{ $numbers }
}
week-between = ，
week-snapshots = 备份 { $made }/{ $nights }
week-outage = 停机 { $minutes } 分钟
week-not-snapshots = 少了 { $missing } 次备份。请在服务器上运行 linli check，看看磁盘和备份文件夹。
week-not-outage = 停得有点久。请看看服务器有没有断电断网，有代理的看看代理。
week-not-waiting = 有消息等了 { $minutes } 分钟还没送出去。请在服务器上运行 linli check，看看连不连得上 Telegram。
week-not-parked = 有 { $parked } 件事没办成，是我出了错。请运行 make upgrade 换新版；还有，请把运行记录交给写程序的人。

trouble-title = { $count ->
    [1] 有件事要您看一下
   *[other] 有{ $count }件事要您看一下
}
trouble-database = 有 { $number } 分钟什么都存不下来，现在好了。
    那会儿发来的还在 Telegram 等着，我正在补。请在服务器上运行 linli check，看看磁盘。
trouble-disk = 磁盘只剩 { $number } MB。
    请腾出地方，满了就什么都存不下来。
trouble-snapshot-old = { $number } 个小时没有新备份了。
    请在服务器上运行 linli backup，再运行 linli check。
trouble-snapshot-failed = 昨夜的备份没做成。
    请在服务器上运行 linli check，再运行 linli backup。
trouble-parked = { $number } 件事没办成，是我出了错。
    请运行 make upgrade 换新版；还有，请把运行记录交给写程序的人。
trouble-conflict = 有另一个程序也在用我的令牌，消息会被它拿走。
    请停掉另一个；找不到，就到 @BotFather 那里换新令牌（/revoke）。
trouble-room-gone = 我在群“{ $room }”里说不了话了，可能被移出，也可能被禁言。
    请那个群的管理员把我加回去。
trouble-room-rights = 群“{ $room }”收走了我的管理员权限。
    少了它，看板可能钉不住。要用，请群管理员再给；缺哪一项：linli check

second-steward = 再找一位维护员吧。
second-steward-how = 现在只有您一位。您出门、换手机的时候，有人能接着管。
    给他一个邀请：/appoint（或发“任命”），选“维护员”。
