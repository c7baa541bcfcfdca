# make upgrade: a line for each step

upgrade-saved = ✔ Backed up: { $file }
upgrade-fetched = ✔ The new version is here
upgrade-newest = ✔ This is the newest already
upgrade-installed = ✔ Installed
upgrade-rehearsed = ✔ Tried on a backup: the new version opens it
upgrade-migrated = ✔ The database is upgraded
upgrade-started = ✔ { $service } is running
upgrade-start-yourself = ✔ Ready. It is no service here, so please start it yourself: linli run
upgrade-done = Done: from { $was } to { $now }. What is new: CHANGELOG.md
upgrade-back = Back again: { $was }, and nothing is lost.

upgrade-no-git = This is no git clone, so it cannot be upgraded. Please get it with git clone.
upgrade-changed = Program files were changed, and I do not dare to overwrite them. See git status; put them aside with git stash
upgrade-running = Linli is running. Please stop it first (Ctrl+C), then make upgrade again.
upgrade-no-fetch = The new version cannot be fetched; nothing was changed. Please look at the network and try again. git says:
upgrade-no-install = The new version cannot be installed:
upgrade-no-rehearsal = The new version failed on a backup:
upgrade-no-stop = The service cannot be stopped.
upgrade-no-migration = The database cannot be upgraded:
upgrade-no-check = The new version does not pass the check:
upgrade-no-start = The new version does not run. See what it says: journalctl -u linli -n 50
