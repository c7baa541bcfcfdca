# 群：是哪里的，怎么加

command-bind = 这个群是哪里的
command-addgroup = 把我加到群里

room-which-asked = 请把我加进来的邻居告诉我：这个群是哪里的？
room-say-which = 告诉邻里是哪里的群
room-in-private = 这个我们私下说。
room-add = ➕ 加到小区群
room-add-what = 点下面的按钮，选小区的群，我就进去了。
room-rights = 📌 置顶：把小区看板放在最上面
    🧹 删消息：广告被举报时，维护员点了才删
    ✉️ 邀请：楼栋长点了，才放人进群
room-add-without = 不给也行，少了哪样，那样就做不了。
room-untitled = 没有名字的群
room-which = “{ $room }”是哪里的群？
room-which-how = 点一个；名单里没有的，自己写。
room-whole = ✅ 整个小区
room-it-is = ✅ 就是{ $place }
room-heads = 🎖 楼栋长们的群
room-teams = 👥 志愿队、小组的群
room-which-team = “{ $room }”是哪个小组的群？
room-which-team-how = 点一个。小组的群不贴小区看板，居民的求助也不会发进去。
room-new-team = ➕ 新小组：{ $name }
room-agree-new-team = 还没有这个小组，您同意就建。
room-write-name = ✏️ 写名字
room-name-it = 写这个地方的名字，比如：3栋，或者：126号院
room-name-long = 请写一个地方的名字，{ $most }个字以内，比如：3栋
room-no-flat = 一户没有自己的群。请写楼栋或单元，比如：3栋
room-not-understood = “{ $words }”是哪里，我没看懂。请这样写：3栋、第二片区、126号院、中心大街
room-belongs = 这是{ $place }的群。
room-belongs-nowhere = 这个群还没说是哪里的。
room-bind-how = 要改，发：/bind@{ $bot } 3栋
room-bind-where = 要说一个群是哪里的，在那个群里发：/bind 3栋
room-asked = 好的，我去问维护员。
room-asked-about = “{ $room }”：问维护员了，同意了我告诉您。
room-nobody-agrees = 现在没有维护员能回答。请在服务器上运行 linli claim，先有一位维护员。
room-agree = “{ $room }”是{ $place }的群吗？
room-agree-who = { $who }说的。
room-agree-new = 名单里还没有{ $place }，您同意就建。
room-yes = ✅ 是的
room-elsewhere = 换个地方
room-not-ours = ✖️ 不是我们的群
room-bound = 好了，这里是{ $place }的群。
room-bound-short = 好了：{ $place }
room-bound-told = “{ $room }”是{ $place }的群。
room-leaves = 这里不是我们小区的群，我先走了。大家好。
room-refused = “{ $room }”不是我们的，我退出来了。
room-speak = 群里说中文
room-nowhere = 还没说
room-groups = { $count }个群
room-no-groups = 我还没有进群。
room-todo = 👥 “{ $room }”是哪里的群，等您同意
room-not-yours = 哪个群是哪里的，由加我进群的人说，维护员同意。
room-hello = 大家好，我是邻里。
room-hello-try = 缺什么，发：/need@{ $bot } 布洛芬。谁有，点一下就行。
room-lost-topic = “{ $room }”里的话题关了或删了。以后的消息发到群的主话题。
