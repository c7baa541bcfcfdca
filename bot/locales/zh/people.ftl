# 人：问候、我的、语言、维护员

start-hello = { $name }，您好，我是邻里。
start-what = 缺什么，点下面的 🙋 求助。
    我去群里问，有人接就马上告诉您。
    群里只说楼栋和东西，不说门牌、电话和病情。
start-in-private = 您好，我是邻里。点下面，和我私聊。
open-private = 打开私聊

key-ask = 🙋 求助
key-mine = 📋 我的
key-help = ❓ 怎么用

help-title = 这样用：
help-private = 🙋 求助：缺什么，我去群里问
    📋 我的：看您求助的、接下的
    “求助 布洛芬”也行，直接发给我
    🌐 换语言 · Language：/language
help-group = 缺什么，发：/need@{ $bot } 布洛芬
    您有，就在那条消息下面点“我有”
    只说东西，病情不用在群里说

only-in-private = 这个我们私下说。
mine-title = 您有{ $count }件事
mine-empty = 您现在没有等着的事。
mine-empty-try = 缺什么，点下面。

language-which = 用哪种语言？ · Which language?
language-name = 中文
language-set = 好的，以后说中文。
language-group-how = 发 /language@{ $bot } zh 或者 /language@{ $bot } en
steward-only = 这个只有维护员能改。

plain-what = 您是想请邻居帮忙吗？不是也没关系。
plain-never-mind = 先不用
plain-no-words = 照片和语音我还看不懂。请打一行字，比如：求助 布洛芬

claim-done = 好了，您是“{ $community }”的维护员。
claim-next = 下一步：把我加到小区群里。
claim-too-old = 这个链接过了一天，已经失效。请在服务器上再运行一次 linli claim。
claim-used = 这个链接已经用过了。请在服务器上再运行一次 linli claim。

open-private-please = 点下面，我们私下说。
