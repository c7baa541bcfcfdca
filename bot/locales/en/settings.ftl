# What is wrong in the configuration file, and the mend

settings-place = { $file }, line { $line }

settings-no-file = There is no configuration file { $file }. The first time, run linli setup; or copy config.example.toml to config.toml and fill in the token.
settings-unreadable = I cannot open { $file }. Please check that it is a file and that you may read it.
settings-not-ours = { $file } does not look like a configuration file. Please copy config.example.toml again.
settings-utf16 = { $file } is saved as UTF-16, which I cannot read. In Notepad choose “Save as”, encoding UTF-8.
settings-gbk = { settings-place }: I cannot read this; the file seems to be saved as GBK (ANSI). In Notepad choose “Save as”, encoding UTF-8.
settings-not-utf8 = { settings-place }: I cannot read this. Please save the file with the encoding UTF-8.

settings-quotes = { settings-place }: these quotes { $found } should be straight ones: " "
settings-wide-bracket = { settings-place }: this wide bracket { $found } should be { $plain }
settings-wide-equals = { settings-place }: this { $found } should be an equals sign: =
settings-wide-hash = { settings-place }: this wide ＃ should be #
settings-comma = { settings-place }: this { $found } should be a plain comma: ,
settings-space = { settings-place }: there is a wide space that looks like a normal one. Please delete it and type a normal space.
settings-digits = { settings-place }: these digits are wide ones. Please write { $plain }
settings-unquoted = { settings-place }: { $key } lacks its quotes. Please put what follows the equals sign between " "
settings-key-quotes = { settings-place }: please put the name before the equals sign in quotes: "{ $key }"
settings-empty = { settings-place }: nothing follows { $key } =. Please fill it in.
settings-open-quote = { settings-place }: the closing quote is missing. Please add " at the end.
settings-open-bracket = { settings-place }: a ] or a comma is missing. Please write it like ["22:00", "07:00"]
settings-header = { settings-place }: these square brackets are not right. Please write [[community]], [community.numbers], [telegram] or [health]
settings-backslash = { settings-place }: the backslash \ would be misread. Please use /, as in "C:/linli/linli.db"
settings-twice = { settings-place }: { $key } was there before. Please keep only one.
settings-stray = { settings-place }: this is no setting. If it is a remark, put # in front; if it is a setting, write name = value.
settings-syntax = { settings-place }: I do not understand this. Please compare it with config.example.toml.

settings-unknown = { settings-place }: I do not know “{ $key }”. Here you can write: { $known }.
settings-unknown-near = { settings-place }: I do not know “{ $key }”. Did you mean “{ $near }”?
settings-unknown-here = { settings-place }: “{ $key }” stands in the wrong place. Please move it below { $table }.
settings-unknown-above = { settings-place }: “{ $key }” stands in the wrong place. Please move it to the top, above all square brackets.
settings-among-numbers = { settings-place }: “{ $key }” is no phone number. Please move it above [community.numbers].
settings-one-bracket = { settings-place }: community needs two pairs of brackets. Please write [[community]]
settings-table = { settings-place }: { $key } is a section. Please write [{ $key }], and its settings below it.

settings-no-community = { $file } names no community yet. Please copy the [[community]] section from config.example.toml.
settings-missing = { settings-place }: { $key } is missing in this section. Please add a line: { $key } = "…"
settings-text = { settings-place }: { $key } is a text. Please put it between " "
settings-name = { settings-place }: { $key } takes 1 to { $longest } characters on one line.
settings-token-missing = { settings-place }: this community has no token yet. Ask @BotFather on Telegram for one and put it after token.
settings-token-shape = { settings-place }: the token is incomplete. Please copy the whole line from @BotFather again: digits, a colon, many letters.
settings-token-variable = The token in the environment variable { $variable } is incomplete, so { $file } cannot be used. Please copy the whole line from @BotFather again.
settings-token-twice = { settings-place }: there is a token_file and a token. Please keep only one.
settings-token-file = { settings-place }: I cannot open the file that token_file names. Please check its name and that you may read it.
settings-token-in-file = { settings-place }: line 1 of the file that token_file names is no complete token. Please copy the whole line from @BotFather again.
settings-token-here = { settings-place }: there is a token in { $key }, where others would see it. Please move it to token.
settings-path = { settings-place }: { $key } is no file name. Please write it like "linli.db"
settings-zone = { settings-place }: there is no time zone “{ $value }”. Please write "{ $near }"
settings-choice = { settings-place }: { $key } can only be { $choices }
settings-clock = { settings-place }: { $key } is no time of day. Please write it like "07:30"
settings-span = { settings-place }: { $key } takes two different times. Please write it like ["22:00", "07:00"]
settings-day = { settings-place }: the second time of { $key } comes after the first. Please write it like ["08:30", "17:30"]
settings-weekdays = { settings-place }: { $key } takes numbers from 1 to 7, 1 is Monday. Please write it like [1, 2, 3, 4, 5]
settings-numbers = { settings-place }: { $key } takes names and numbers. Please write one a line below [community.numbers]: fire = "119"
settings-number-name = { settings-place }: a phone number needs a name of at most 20 characters. Please write it like gas = "96777"
settings-phone = { settings-place }: “{ $key }” is no phone number. Please write it like "119" or "0596-2345678"
settings-base-url = { settings-place }: { $key } is no address. Please write it like "https://api.telegram.org", without the token.
settings-proxy = { settings-place }: { $key } needs a kind, an address and a port. Please write it like "socks5://127.0.0.1:1080"
settings-host = { settings-place }: { $key } is no address. Please write it like "127.0.0.1"
settings-days = { settings-place }: { $key } takes a number of days from 1 to { $longest } without quotes, such as 30.
settings-port = { settings-place }: { $key } takes a number from 0 to 65535 without quotes, such as 8081.
settings-value = { settings-place }: { $key } is not right. Please compare it with config.example.toml.
settings-same-name = { settings-place }: community { $second } has the same name as community { $first }. Please change one.
settings-same-token = { settings-place }: community { $second } uses the same bot as community { $first }. Please ask @BotFather for another token.
settings-same-database = { settings-place }: community { $second } uses the same database as community { $first }. Please choose another file, such as "linli-{ $second }.db"
settings-same-backups = { settings-place }: community { $second } keeps its backups in the same folder as community { $first }. Please choose another.
