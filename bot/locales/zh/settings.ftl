# 配置文件哪里不对，怎么改

settings-place = { $file } 第 { $line } 行

settings-no-file = 没有找到配置文件 { $file }。第一次用，请运行 linli setup；想自己写，请复制一份 config.example.toml，改名成 config.toml，填上令牌。
settings-unreadable = 打不开配置文件 { $file }。请看看它是不是一个文件，您有没有权限读它。
settings-not-ours = { $file } 不像配置文件。请从 config.example.toml 重新复制一份。
settings-utf16 = { $file } 的编码是 UTF-16，我读不了。请在记事本里“另存为”，编码选 UTF-8。
settings-gbk = { settings-place }读不出来，文件的编码像是 GBK（ANSI）。请在记事本里“另存为”，编码选 UTF-8。
settings-not-utf8 = { settings-place }读不出来。请用 UTF-8 编码重新保存。

settings-quotes = { settings-place }用了中文引号 { $found }，请改成英文的 " "
settings-wide-bracket = { settings-place }用了中文括号 { $found }，请改成英文的 { $plain }
settings-wide-equals = { settings-place }用了 { $found }，请改成英文的等号 =
settings-wide-hash = { settings-place }用了中文的 ＃，请改成英文的 #
settings-comma = { settings-place }用了中文的 { $found }，请改成英文的逗号 ,
settings-space = { settings-place }有一个看不出来的全角空格，请删掉，用英文空格。
settings-digits = { settings-place }的数字是全角的，请改成 { $plain }
settings-unquoted = { settings-place }的 { $key } 少了引号，等号后面请用英文引号 " " 括起来。
settings-key-quotes = { settings-place }等号前面的 { $key } 不是英文，请加上英文引号："{ $key }"
settings-empty = { settings-place }的 { $key } 后面是空的，请在等号后面填上。
settings-open-quote = { settings-place }少了后一个引号，请在末尾补上 "
settings-open-bracket = { settings-place }的括号没有配上：少了 ] 或逗号，请照 ["22:00", "07:00"] 的样子写。
settings-header = { settings-place }的方括号不对，请写成 [[community]]、[community.numbers]、[telegram] 或 [health]
settings-backslash = { settings-place }的反斜杠 \ 会被看错，请改成 /，比如 "C:/linli/linli.db"
settings-twice = { settings-place }的 { $key } 前面已经写过了，请只留一处。
settings-stray = { settings-place }不是设置。如果是说明，请在最前面加 #；如果是设置，请写成 名字 = 值。
settings-syntax = { settings-place }看不明白。请照 config.example.toml 里的样子改。

settings-unknown = { settings-place }的 “{ $key }” 不认识。这里可以写：{ $known }。
settings-unknown-near = { settings-place }的 “{ $key }” 不认识，是不是想写 “{ $near }”？
settings-unknown-here = { settings-place }的 “{ $key }” 放错了地方，请移到 { $table } 下面。
settings-unknown-above = { settings-place }的 “{ $key }” 放错了地方，请移到文件最前面，所有方括号的上面。
settings-among-numbers = { settings-place }的 “{ $key }” 不是电话，请移到 [community.numbers] 的上面。
settings-one-bracket = { settings-place }的 community 少了一层方括号，请写成 [[community]]
settings-table = { settings-place }的 { $key } 要单独成一段，请写成 [{ $key }]，设置写在它下面。

settings-no-community = { $file } 里还没有社区。请从 config.example.toml 复制 [[community]] 那一段。
settings-missing = { settings-place }这一段少了 { $key }，请补上一行：{ $key } = "……"
settings-text = { settings-place }的 { $key } 要写成文字，请用英文引号 " " 括起来。
settings-name = { settings-place }的 { $key } 要写 1 到 { $longest } 个字，一行。
settings-token-missing = { settings-place }这个社区还没有令牌。请到 Telegram 找 @BotFather 要一个，填在 token 后面。
settings-token-shape = { settings-place }的令牌不完整。请到 @BotFather 那里整行再拷一次，样子是：数字、冒号、一长串字母。
settings-token-variable = 环境变量 { $variable } 里的令牌不完整，{ $file } 就用不了。请到 @BotFather 那里整行再拷一次。
settings-token-twice = { settings-place }写了 token_file，又写了 token。请只留一个。
settings-token-file = { settings-place }：token_file 说的文件打不开。请看看名字对不对，能不能读。
settings-token-in-file = { settings-place }：token_file 那个文件的第 1 行不是完整的令牌。请到 @BotFather 那里整行再拷一次。
settings-token-here = { settings-place }的 { $key } 里有令牌，别人会看见。请把令牌移到 token 后面。
settings-path = { settings-place }的 { $key } 不是文件名，请写成 "linli.db" 这样。
settings-zone = { settings-place }没有 “{ $value }” 这个时区，请改成 "{ $near }"
settings-choice = { settings-place }的 { $key } 只能是 { $choices }
settings-clock = { settings-place }的 { $key } 不是钟点，请写成 "07:30" 这样。
settings-span = { settings-place }的 { $key } 要写两个不同的钟点，请写成 ["22:00", "07:00"] 这样。
settings-day = { settings-place }的 { $key } 后一个钟点要比前一个晚，请写成 ["08:30", "17:30"] 这样。
settings-weekdays = { settings-place }的 { $key } 要写 1 到 7 的数字，1 是星期一，请写成 [1, 2, 3, 4, 5] 这样。
settings-numbers = { settings-place }的 { $key } 要写成名字和号码，请在 [community.numbers] 下面一行一个：fire = "119"
settings-number-name = { settings-place }的电话要有名字，最多 20 个字，请写成 gas = "96777" 这样。
settings-phone = { settings-place }的 “{ $key }” 不是电话号码，请写成 "119" 或 "0596-2345678" 这样。
settings-base-url = { settings-place }的 { $key } 不是网址，请写成 "https://api.telegram.org" 这样，后面不带令牌。
settings-proxy = { settings-place }的 { $key } 要有类型、地址和端口，请写成 "socks5://127.0.0.1:1080" 这样。
settings-host = { settings-place }的 { $key } 不是地址，请写成 "127.0.0.1" 这样。
settings-days = { settings-place }的 { $key } 要写 1 到 { $longest } 的天数，不加引号，比如 30。
settings-port = { settings-place }的 { $key } 要写 0 到 65535 的数字，不加引号，比如 8081。
settings-value = { settings-place }的 { $key } 不对。请照 config.example.toml 里的样子改。
settings-same-name = { settings-place }：第 { $second } 个社区和第 { $first } 个同名，请改一个名字。
settings-same-token = { settings-place }：第 { $second } 个社区和第 { $first } 个用了同一个机器人。请到 @BotFather 再要一个令牌。
settings-same-database = { settings-place }：第 { $second } 个社区和第 { $first } 个用了同一个 database。请换一个文件名，比如 "linli-{ $second }.db"
settings-same-backups = { settings-place }：第 { $second } 个社区和第 { $first } 个的备份放在同一个文件夹。请换一个。
