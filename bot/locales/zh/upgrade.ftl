# make upgrade：一步一行

upgrade-saved = ✔ 备份好了：{ $file }
upgrade-fetched = ✔ 新版下载好了
upgrade-newest = ✔ 已经是最新的
upgrade-installed = ✔ 装好了
upgrade-rehearsed = ✔ 先在备份上试过，新版打得开
upgrade-migrated = ✔ 数据库升级好了
upgrade-started = ✔ { $service } 在跑了
upgrade-start-yourself = ✔ 可以了。没有装成服务，请自己再运行一次：linli run
upgrade-done = 好了：从 { $was } 到 { $now }。有什么新的，看 CHANGELOG.md
upgrade-back = 退回来了，还是 { $was }，什么都没丢。

upgrade-no-git = 这里不是 git 下载的程序，换不了新版。请用 git clone 重新下载。
upgrade-changed = 程序文件被改过，我不敢盖掉。看看改了什么：git status；收起来：git stash
upgrade-running = 邻里正在跑。请先停下它（按 Ctrl+C），再来一次 make upgrade。
upgrade-no-fetch = 新版下载不了，什么都没动。请看看网络，再来一次。git 说：
upgrade-no-install = 新版装不上：
upgrade-no-rehearsal = 新版在备份上没试成：
upgrade-no-stop = 服务停不下来。
upgrade-no-migration = 数据库升级不了：
upgrade-no-check = 新版检查没通过：
upgrade-no-start = 新版跑不起来。看看它说什么：journalctl -u linli -n 50
