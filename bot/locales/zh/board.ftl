# 小区看板：群里钉住的那一条

board-title = 📌 { $place } · 小区看板
board-asks = 🙋 等人帮
board-faults = 🔧 已知故障
board-notices = 📢 通知
board-duty = ☎️ 今天谁值班
board-more = 还有 { $count } 件
board-empty = 今天一切都好，没有等着的事。
board-empty-how = 缺什么，点下面的 🙋 求助，或发：/need@{ $bot } 布洛芬
board-key-need = 🙋 求助
board-key-who = ☎️ 找谁
board-key-me = 📋 我的
board-is-here = 👆 看板在这里
board-none = 您还没进小区群，这里没有看板。
board-none-how = 请楼栋长或邻居拉您进群。缺什么，现在就可以点 🙋 求助。
board-no-place = 这个群还没说好是哪个小区的。请维护员先定下来，看板就有了。
board-not-yours = 这里还没有看板。请楼栋长或维护员在群里发一次：/board
board-not-pinned = “{ $room }”里我没有置顶的权限，看板没能钉住。请在群设置里给我“置顶消息”，再到群里发一次：/board
command-board = 小区看板

list-comma = 、
list-title = 📋 这一小时事情多，都在这里：
