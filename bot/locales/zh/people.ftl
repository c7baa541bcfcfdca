# 人：问候、怎么用、我的、待办、语言、维护员

start-hello = { $name }，您好，我是邻里。
start-home = 您家：{ $home }
start-what = 缺什么，点下面的 🙋 求助。
    我去群里问，有人接就马上告诉您。
    群里只说楼栋和东西，不说门牌、电话和病情。
start-what-simple = 缺什么，点下面的 🙋 求助。
start-waiting = { $count }件事等您办，都在下面。
start-in-private = 您好，我是邻里。点下面，和我私聊。
open-private = 打开私聊
open-private-please = 点下面，我们私下说。

key-ask = 🙋 求助
key-mine = 📋 我的
key-help = ❓ 怎么用
key-todo = 📌 待办
keys-new = 要找我，点下面的大按钮就行。
keys-changed = 下面的大按钮换过了，请看一眼。

help-title = 这样用：
help-key-ask = 🙋 求助：缺什么，我去群里问
help-key-mine = 📋 我的：您家、您求助的、接下的
help-key-help = ❓ 怎么用：再看一遍这个
help-key-todo = 📌 待办：等您办的都在这里，早上我提醒一次
help-more = 也能打字，比如：求助 布洛芬
    晚上别响：安静 晚上10点到早上7点
    按钮少一点：简单一点
    🌐 换语言 · Language：/language
help-ask-steward = 弄不明白，问维护员{ $who }，或请身边的邻居帮您点。
help-ask-nearby = 弄不明白，请身边的邻居帮您点一下。
help-group = 缺什么，发：/need@{ $bot } 布洛芬
    您有，就在那条消息下面点“我有”
    只说东西，病情不用在群里说

only-in-private = 这个我们私下说。
mine-of = 🤝 这是{ $who }的
mine-here = 您在这里
mine-title = 您有{ $count }件事
mine-empty = 您现在没有等着的事。
mine-empty-try = 缺什么，点下面。

todo-title = { $count }件事等您办
todo-empty = 今天没有要您办的事，歇歇吧。
todo-morning = 早上好，{ $count }件事等您办。
todo-of-aid = { $count }件求助
todo-of-danger = { $count }件急事
todo-of-joining = { $count }户等确认
todo-of-notices = { $count }条通知
todo-of-offers = { $count }位想要东西
todo-of-offices = { $count }件职务上的事
todo-of-relays = { $count }个对话
todo-of-rooms = { $count }个群
todo-of-tickets = { $count }件报修
todo-of-wishes = { $count }个心愿
todo-see = 📌 看看

language-which = 用哪种语言？ · Which language?
language-name = 中文
language-set = 好的，以后说中文。
language-group-how = 发 /language@{ $bot } zh 或者 /language@{ $bot } en
steward-only = 这个只有维护员能改。

plain-what = 您是想请邻居帮忙，还是要找管事的人？不是也没关系。
plain-media = 收到了，先不给别人看。是什么事？
    点“求助”，群里只知道有人要帮忙，接的人才听得到、看得到。
plain-never-mind = 先不用
plain-nothing = 这个我看不懂。请打一行字，比如：求助 布洛芬

claim-done = 好了，您是“{ $community }”的维护员。
claim-next = 下一步：把我加到小区群里。
claim-too-old = 这个链接过了一天，已经失效。请在服务器上再运行一次 linli claim。
claim-used = 这个链接已经用过了。请在服务器上再运行一次 linli claim。

person-blocked = 我现在不能帮您办事。觉得不对，请当面找维护员说说。
person-retired = 您的登记已经停了，我这里先不办事。想再用，请找维护员。

command-me = 我的事
command-todo = 待办：等我办的
command-settings = 设置
command-quiet = 安静：几点到几点别响
command-simple = 简单一点：按钮少、字少
command-language = 换语言
command-help = 怎么用
command-welcome = 写给新邻居的话

welcome-title = 🏡 欢迎您，新邻居！
welcome-skills = 会做什么、愿意搭把手的，可以先登记。不登记也没关系。
welcome-now = 新邻居现在会看到：
welcome-how = 想对新邻居说什么？直接发给我，1000字以内。
    比如：垃圾每天早上7点前放到楼下。
    要加英文，另起一行写 en: 再写英文。
    发“删掉”就不说了。
welcome-set = 好的，新邻居登记好以后会看到：
welcome-gone = 好的，不说了。
welcome-back = ↩️ 换回原来的
welcome-too-long = 太长了，请写短一点（{ $most }字以内）。
welcome-not-yours = 这个只有维护员能写。
