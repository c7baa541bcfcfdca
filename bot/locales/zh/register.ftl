# 登记册：用表格写谁住在哪里

command-register = 登记册：用表格更新
register-title = 登记册：一张表格就行
register-how = 1. 点“空白表格”，一户写一行。房号要写，别的知道多少写多少。
    2. 把表格发给我（.xlsx 或 .csv）。
    3. 我先说会改什么，您点头才改。
    已经有名单的，不用重抄：有“房号”这样的表头，直接发来。
register-template = 📄 空白表格
register-present = 📥 现在的登记册
register-template-caption = 空白表格。填好发给我，我先说会改什么。
register-export-caption = 现在的登记册。改好发给我，我先说会改什么。里面有姓名，请收好，用完删掉。
register-file-comes = 这就发给您。
register-file-not-yours = 文件收到了，不过名单只有维护员能交。您要是缺什么，点下面的 🙋 求助。
register-not-yours = 登记册只有维护员能改。哪里不对，请告诉楼栋长或维护员。
register-no-headings = 没找到表头。请让一行写着“房号”（只列楼栋就写“楼栋”），下面一户一行。发“登记册”要一张空白表格。
register-empty = 表头下面一户也没有。请一户写一行，再发给我。

register-reading = 文件收到了，正在看…
register-wrong = 有{ $count }处要改，我什么都没动
register-wrong-next = 改好再发给我就行。
register-same = { $count }户都看过了，和登记册一样，不用改。
register-ready = 看过了，{ $count }户。会这样改：
register-yes = ✅ 就这样改
register-no = ✖️ 不改
register-applied = 改好了
register-meanwhile = 刚才登记册有变动。请看新的，再点一次。
register-declined = 没有改。表格里的内容我已经忘掉。
register-described = 看过了，写的是几栋楼。您点头才建。
register-expired = 过了一天，没有改，表格里的内容我已经忘掉。要改请再发一次。

register-is-reading = 还在看，请等一下。
register-is-refused = 这份表格没看成。请再发一份。
register-is-wrong = 这份表格还有错。改好再发一次。
register-is-same = 这份和登记册一样，不用改。
register-is-applied = 已经改好了。
register-is-declined = 这份您说过不改。要改请再发一次。
register-is-expired = 过了一天，这份我忘了。要改请再发一次。

register-new-homes = ➕ 新的房屋：{ $count }户
register-new-places = ➕ 新的小区、楼栋、单元或邻里组：{ $count }个
register-back = ↩️ 又回来的：{ $count }处
register-moved = ↪️ 补上了中间一级的：{ $count }处
register-areas = 📐 写上或改了面积：{ $count }户
register-comes = 👤 新的业主：{ $count }位
register-goes = 👤 不再是业主：{ $count }位
register-joins = 👥 归到邻里组：{ $count }户
register-gone = ➖ 名单里没有了：{ $count }处
register-unchanged = ✔️ 不变：{ $count }户
register-kept-lives = 🏠 名单里没有，但有人住，留着：{ $count }处
register-kept-held = 🏠 名单里没有，但有人负责，留着：{ $count }处
register-kept-confirmed = 🏠 业主不在名单上，但已经有人确认过，留着：{ $count }位
register-kept-other-role = 🏠 名单上的业主已登记为家人或租户，没有改：{ $count }位
register-list-sign = 、
register-such-as = （{ $places }等）
register-those = （{ $places }）

register-note-column-unknown = “{ $column }”一列我不认识，没有看。
register-note-column-untitled = 有的列没有表头，没有看。
register-note-sheet-skipped = “{ $sheet }”没有房号一列，没有看。
register-note-filled = 有{ $count }格空着，照上面一格补的。请核对一下。
register-note-untouched = 名单没提到的{ $count }栋楼，没有动。

register-sheet = “{ $name }”
register-column = { $letter }列（{ $heading }）
register-where = { $sheet }第{ $row }行{ $column }
register-value = “{ $value }”
register-problem = { $where }{ $value }：{ $expected }
register-more-problems = 还有{ $count }处，改完这些再看。

register-fault-heading-twice = 同样的表头有两列，请留一列
register-fault-heading-unclear = 写明是“Grid area”（片区）还是“Area m²”（面积）
register-fault-unclear-blank = 空着。是“{ $above }”就写上；没有就写“无”
register-fault-missing = 空着，请写上
register-fault-too-long = 最多{ $most }个字
register-fault-not-a-name = 请写号码或名字，比如 3 或 3栋
register-fault-two-levels = 一格写了好几级，请分开写到各自的列
register-fault-code-unclear = 看不出是几栋几单元，请加上楼栋、单元两列
register-fault-code-disagrees = 和前面写的楼栋、单元对不上
register-fault-area-number = 面积写数字，比如 89.5
register-fault-area-decimals = 面积最多两位小数
register-fault-area-range = 面积要大于 0，不超过 100000
register-fault-owner-phone = 这里只写姓名，不写电话和证件号
register-fault-owner-long = 每个姓名最多{ $most }个字，最多 20 位
register-fault-cell-formula = 是公式。请复制后“选择性粘贴 → 数值”
register-fault-cell-date = 变成了日期。请把这列设为“文本”，再写一遍
register-fault-cell-error = 是出错的值，请改成数字或文字
register-fault-cell-bool = 是“真/假”，请改成数字或文字
register-fault-twice = 和{ $other }第{ $other_row }行是同一户
register-fault-ambiguous = 说不准“{ $name }”是哪一处，请加上小区、片区或单元；没有就写“无”

table-too-big = 文件太大，最多 { $megabytes } MB。只留名单那一页，再发一次。
table-empty = 文件是空的。
table-too-slow = 这个文件太复杂，看了半天没看完。只留名单那一页，另存为 .xlsx 再发。
table-broken = 文件打不开，可能没存好。请在表格软件里“另存为 .xlsx”，再发一次。
table-encrypted = 文件有密码。请在表格软件里去掉密码，再发一次。
table-old-xls = 这是旧格式。请“另存为 .xlsx”，再发一次。
table-wps = 这是 WPS 的格式。请“另存为 .xlsx”，再发一次。
table-numbers = 这是 Numbers 的格式。请“导出为 Excel（.xlsx）”，再发一次。
table-opendocument = 这是 .ods 格式。请“另存为 .xlsx”，再发一次。
table-document = 这是文档，不是表格。请把名单放进表格，存成 .xlsx 再发。
table-pdf = PDF 我看不了。请发原来的表格（.xlsx 或 .csv）。
table-picture = 图片我看不了。请发表格（.xlsx 或 .csv）。
table-archive = 压缩包我不打开。请直接发里面的表格。
table-macros = 文件里有宏，为了安全我不打开。请“另存为 .xlsx”（不带宏），再发一次。
table-bomb = 文件解开会大得离谱，为了安全我不打开。请把名单复制到新表格，存成 .xlsx 再发。
table-unsafe = 服务器少装了 defusedxml，为了安全我不打开表格。请告诉维护员。
table-too-many-sheets = 工作表太多，最多 { $most } 张。只留名单那几张，再发一次。
table-too-wide = 列太多，最多 { $most } 列（第 { $row } 行）。删掉用不着的列，再发一次。
table-too-long = 行太多，最多 { $most } 行。请按楼栋分成几个文件发。
table-no-table = 这不像表格。请发 .xlsx 或 .csv。
table-not-fetched = 文件没拿到。请再发一次。

register-heading-estate = 小区/大院
register-heading-area = 片区/网格
register-heading-building = 楼栋/大街
register-heading-stair = 单元
register-heading-dwelling = 房号
register-heading-floor-space = 面积
register-heading-owners = 业主
register-heading-group = 邻里组
register-heading-remark = 备注
register-example-estate = 锦江苑
register-example-area = 第2片区
register-example-building = 3栋
register-example-stair = 2单元
register-example-dwelling = 501
register-example-floor-space = 89.5
register-example-owners = 王芳、李强
register-example-group = 紫藤邻里组
register-example-remark = 示例，这一行不会登记，可以删掉
register-none = 无
register-owner-sign = 、
register-sheet-name = 登记册
register-notes-name = 说明
register-template-file = 登记册-空白
register-export-file = 登记册
register-notes = 一户写一行。房号一定要写；别的列知道多少写多少，用不着的列可以删。
    只登记楼栋，就删掉房号一列，一栋写一行。
    楼栋写“3”“3栋”“3号楼”都行，是同一栋。没有这一级，写“无”。
    面积是平方米，最多两位小数。业主表决才用得着，不办可以不填。
    业主有几位，用“、”隔开。只写姓名，不写电话、证件号。
    面积、业主、邻里组空着，就是不改。
    提到的楼里，名单没写的房屋会去掉；有人住的不会去掉。没提到的楼不动。
    填好发给机器人，或者在服务器上运行 linli import 文件。会先说改什么，您同意才改。

cli-import = 用表格更新登记册，或照几行字建楼（先看会改什么）
cli-import-file = 表格 .xlsx、.csv，或写着楼的 .txt
cli-dry-run = 只看会改什么，不改
cli-yes = 不再问，直接改
cli-template = 写一张空白的登记册表格
cli-export-register = 把现在的登记册写成表格
cli-register-target = 写到哪个文件，不写就放在这个文件夹
import-reading = 正在看 { $file }…
import-comparing = 看过了，{ $count }户。正在和登记册比较…
import-asks = 就这样改吗？写“是”就改：
import-left = 没有改。
import-applying = 正在改…
import-done = 改好了：{ $count }户。
import-dry = 只是看看，没有改。
import-builds = 就这样建吗？写“是”就建：
import-two-meanings = “{ $stair }单元”有两个意思：一共{ $stair }个单元，写“{ $stair }个单元”；只有第{ $stair }个，写“第{ $stair }单元”。改好再来一次。
import-missing = 没有这个文件：{ $file }
register-written = 写好了：{ $file }
