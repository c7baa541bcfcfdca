# linli setup：问几句，写好配置、数据库和开机服务

cli-setup = 问几句，写好配置、数据库和开机服务
cli-base-url = Bot API 服务器的网址（用自己搭的才要写）

setup-language = 说哪种语言？ 1 中文 · 2 English
setup-hello = 您好。问您几件事，大约五分钟。
    方括号里是现成的答案，按回车就用它；按 Ctrl+C 停下，什么都不会写。
setup-stopped = 停下了，什么都没写。想再来，运行 linli setup。
setup-there = { $file } 已经有了。1 留着，不动它 · 2 另写一份 { $beside }
setup-kept = 好，{ $file } 没动。看看它好不好：linli check
setup-no-folder = { $folder } 里写不了东西。请换个文件夹，或换个账号再来。
setup-no-choice = 请写 1 或 2。

setup-token-how = 机器人的令牌：在 Telegram 里找 @BotFather，发 /newbot，照它说的做；
    已经有机器人的，发 /mybots。它回的那一整条都可以贴在这里。
setup-token = 令牌
setup-no-token = 这里面没有令牌。它的样子是：数字、冒号、一长串字母。请再贴一次。
setup-token-refused = Telegram 不认识这个令牌。请到 @BotFather 那里整行再拷一次。
setup-token-good = ✔ 令牌对，机器人是 @{ $bot }
setup-unreachable = 连不上 { $host }。
    在中国大陆要用代理，比如 socks5://127.0.0.1:1080 或 http://127.0.0.1:7890
setup-way = 写代理地址；写 r 再试一次；按回车先不检查，以后再认领

setup-name = 社区的名字，比如：阳光社区
setup-zone = 时区
setup-groups = 群里说哪种语言？ 1 中文 · 2 English
setup-numbers = 求助电话。对的就按回车；不要哪个，写 -
setup-number-medical = 急救
setup-number-fire = 火警
setup-number-police = 报警
setup-number-mind = 心理援助
setup-number-lift = 电梯困人（各地不一样，看看电梯里贴的）
setup-number-duty = 物业值班电话（没有就按回车）
setup-number-more = 还有别的吗？写成：燃气 96777（没有就按回车）
setup-proxy = 代理，比如 socks5://127.0.0.1:1080；不用就按回车
setup-database = 数据库 { $file } 已经有了。1 接着用 · 2 另建 { $beside }

setup-overview = 请看一眼：
      1 机器人    { $bot }
      2 名字      { $name }
      3 时区      { $zone }
      4 群里说    { $language }
      5 电话      { $numbers }
      6 代理      { $proxy }
setup-unchecked = 令牌还没检查
setup-no-proxy-wanted = 不用
setup-right = 都对就按回车；要改哪一行，写它的号
setup-no-line = 请写 1 到 { $last }，或按回车。

setup-no-text = 请写几个字。
setup-no-name = 请写 1 到 { $longest } 个字，一行。
setup-no-token-here = 这是令牌，不能写在这里，别人会看见。
setup-no-zone = 没有“{ $value }”这个时区。是不是 { $near }？是就按回车。
setup-no-phone = 这不像电话号码。请写成 119 或 0596-2345678 这样。
setup-no-number-name = 名字和号码中间空一格，名字最多 20 个字，比如：燃气 96777
setup-no-among-numbers = 名字请换一个，“{ $key }”配置文件里另有用处。
setup-no-proxy = 代理要有类型、地址和端口，比如 socks5://127.0.0.1:1080

setup-made = ✔ 写好了 { $config }（只有您能读）、{ $database }、{ $unit }
setup-start = 一、让它开机自己启动，出了错自己再来：
        sudo cp { $unit } /etc/systemd/system/
        sudo systemctl enable --now { $service }
    想先试一试：linli run
setup-claim = 二、它跑起来以后，用您的手机扫这个码，点“开始”，您就是维护员。
    24 小时内有效，第一个扫的人算；过了再运行 linli claim。
setup-claim-later = 二、连得上 Telegram 以后，运行 linli claim，扫出来的码成为维护员。
setup-then = 三、把 @{ $bot } 加进小区群。哪里不对，运行 linli check。
