# linli setup: a few questions; then configuration, database and service

cli-setup = Answer a few questions; configuration, database and service are written
cli-base-url = Address of the Bot API server (only for one of your own)

setup-language = Which language? 1 中文 · 2 English
setup-hello = Hello. A few questions, about five minutes.
    What stands in brackets is taken when you press Enter.
    Ctrl+C stops, and nothing is written.
setup-stopped = Stopped; nothing was written. To start over: linli setup
setup-there = { $file } is there already. 1 leave it alone · 2 write { $beside }
setup-kept = Left alone: { $file }. To see whether it is well: linli check
setup-no-folder = Nothing can be written in { $folder }.
    Please use another folder or account.
setup-no-choice = Please write 1 or 2.

setup-token-how = The bot's token: ask @BotFather on Telegram, /newbot, and do as it says;
    /mybots for a bot you have. You can paste its whole message here.
setup-token = Token
setup-no-token = There is no token in this. It looks like: digits, a colon, many letters.
    Please paste it again.
setup-token-refused = Telegram does not know this token.
    Please copy the whole line from @BotFather again.
setup-token-good = ✔ The token is good; the bot is @{ $bot }
setup-unreachable = { $host } cannot be reached.
    In mainland China a proxy is needed, such as socks5://127.0.0.1:1080
    or http://127.0.0.1:7890
setup-way = A proxy; r to try again; Enter to go on without checking

setup-name = The community's name, such as Sunny Estate
setup-zone = Time zone
setup-groups = Language of the groups? 1 中文 · 2 English
setup-numbers = Numbers to call in need. Enter if it is right; - takes one away.
setup-number-medical = Ambulance
setup-number-fire = Fire
setup-number-police = Police
setup-number-mind = Crisis line
setup-number-lift = Lift rescue (differs by town; look in the lift)
setup-number-duty = The property's desk on duty (Enter for none)
setup-number-more = Any other? Write it like: gas 96777 (Enter for none)
setup-proxy = Proxy, such as socks5://127.0.0.1:1080; Enter for none
setup-database = The database { $file } is there. 1 use it · 2 make { $beside }

setup-overview = Please have a look:
      1 bot        { $bot }
      2 name       { $name }
      3 time zone  { $zone }
      4 groups     { $language }
      5 numbers    { $numbers }
      6 proxy      { $proxy }
setup-unchecked = token not checked yet
setup-no-proxy-wanted = none
setup-right = Enter if all is right; to change a line, its number
setup-no-line = Please write 1 to { $last }, or press Enter.

setup-no-text = Please write a few words.
setup-no-name = Please write 1 to { $longest } characters on one line.
setup-no-token-here = That is a token; others would see it here.
setup-no-zone = There is no time zone “{ $value }”. Is it { $near }? Then press Enter.
setup-no-phone = That is no phone number. Please write it like 119 or 0596-2345678.
setup-no-number-name = A name of at most 20 characters, a space, a number: gas 96777
setup-no-among-numbers = Please choose another name; “{ $key }” means something else there.
setup-no-proxy = A proxy needs a kind, an address and a port: socks5://127.0.0.1:1080

setup-made = ✔ Written: { $config } (only you can read it), { $database }, { $unit }
setup-start = 1. Start it with the machine, and again whenever it fails:
        sudo cp { $unit } /etc/systemd/system/
        sudo systemctl enable --now { $service }
    To try it first: linli run
setup-claim = 2. Once it runs, scan this with your phone and press Start: you are the steward.
    Good for 24 hours, for whoever is first; after that, linli claim.
setup-claim-later = 2. Once Telegram can be reached: linli claim, scan it, and be the steward.
setup-then = 3. Add @{ $bot } to your group. If anything is wrong: linli check
