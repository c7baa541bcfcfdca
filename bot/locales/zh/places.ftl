# 地方：一句话建楼

command-build = 建楼：几栋、几单元、几层、每层几户

build-in-private = 建楼的事我们私下说。
build-how = 这个小区有哪些楼？一行写一栋，也可以几栋一起，写好发给我，发 .txt 文件也行：
build-examples = 3栋 2个单元 18层 每层4户
    5-12栋 3个单元 6层 每层2户
    邻里组 春风组：3-1-101, 3-1-102, 3-2-101
build-empty = 请写一栋楼，比如：3栋 2个单元 18层 每层4户
build-not-understood = 这一行我没看懂：
    { $line }
    请这样写：3栋 2个单元 18层 每层4户
build-too-many-lines = 一次最多{ $most }行，请分几次发。
build-too-large = 一次最多建{ $most }户，请分几次发。
build-too-long = 太长了，一次最多{ $most }个字，请分几次发。
build-group-unknown = “{ $name }”里写的门牌，我没有全找到。先把楼建好，再写：邻里组 { $name }：3-1-101, 3-1-102

build-seen = 现在登记的地方
build-count = { $kind ->
    [estate] 小区、大院：{ $many }个
    [area] 片区：{ $many }个
    [building] 楼栋：{ $many }栋
    [stair] 单元：{ $many }个
    [neighbours] 邻里组：{ $many }个
   *[dwelling] 房屋：{ $many }户
}
build-nothing-yet = 还没有楼。
build-preview = 要建的是：
build-block = { $building } · { $stairs ->
    [0] 不分单元
   *[other] { $stairs }个单元
} · { $first }到{ $last }层 · 每层{ $doors }户 · 共{ $many }户
build-gathering = 邻里组“{ $name }”，{ $many }户：{ $homes }
build-more = 还有{ $many }行
build-there-stays = 已经有的，原样留着。
build-yes = ✅ 建，共{ $many }户
build-only-one = 只有{ $stair }单元，{ $many }户
build-drop = 先不建
build-done = 建好了。
build-next = 接下来：打印门码贴到各家，请人当楼栋长，把我请进群。
build-codes = 🚪 打印门码
build-undo = ↩️ 撤掉刚建的
build-undone = 撤掉了{ $many }处，用着的都留着。
build-nothing-kept = 这一页过了时间。要建楼，发“建楼”。
place-not-yours = 建楼是维护员的事。少了哪栋楼，请告诉维护员。
