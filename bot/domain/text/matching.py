"""Matching: one spelling for what people write in many, offsets kept."""

import re
import string

# Traditional and simplified in turn: what addresses, commands and everyday pleas are written with.
PAIRS = (
    "棟栋單单號号樓楼層层戶户門门區区園园廣广場场東东車车庫库橋桥鄉乡鎮镇縣县灣湾島岛臺台貳贰參参陸陆萬万億亿幫帮報报維维見见證证決决動动團团體体會会選选舉举議议員员長长組组織织務务處处辦办書书記记"
    "賬账籤签簽签電电燈灯線线網网絡络鎖锁鑰钥氣气閥阀衛卫廁厕牆墙頂顶燒烧熱热溫温計计藥药醫医診诊療疗傷伤發发頭头腦脑藍蓝綠绿紅红黃黄銀银鐵铁鋼钢銅铜錢钱買买賣卖價价費费貨货貴贵賞赏資资質质責责貼贴"
    "給给誰谁請请問问題题開开關关時时間间點点鐘钟週周後后個个兩两幾几裏里裡里內内過过這这還还沒没無无壞坏來来現现夠够讓让說说話话講讲談谈語语讀读課课詞词調调謝谢認认識识試试詢询該该誤误誠诚詳详護护"
    "變变為为與与於于從从將将對对應应當当總总產产業业專专導导尋寻實实寫写寶宝審审寧宁屆届屬属嶺岭巖岩師师帳帐帶带幣币幹干乾干廚厨廠厂廢废廳厅張张彈弹歸归徑径復复徵征憑凭懷怀戲戏戰战撥拨掃扫掛挂採采"
    "換换損损搶抢擋挡據据擠挤擔担擴扩攝摄攤摊敗败數数斷断舊旧晝昼曆历曬晒條条楊杨極极榮荣構构槍枪樂乐樣样機机檔档檢检權权欄栏歡欢歲岁歷历殘残殺杀毀毁漲涨漿浆潑泼潔洁潤润澆浇濕湿濟济濾滤灑洒灘滩災灾"
    "爐炉爭争爾尔牽牵犧牺狀状獨独獎奖環环畢毕畫画異异癢痒盡尽監监盤盘盧卢眾众睏困瞭了碼码確确禮礼禍祸種种稱称穩稳窮穷競竞筆笔節节範范築筑簡简籃篮籌筹籬篱糧粮糾纠紀纪約约紙纸級级細细終终結结統统絕绝"
    "絲丝綁绑經经緊紧緩缓練练縫缝縮缩績绩繩绳繼继續续罰罚罵骂羅罗義义習习聖圣聞闻聯联聲声聽听職职肅肃腎肾腫肿腳脚腸肠膽胆臉脸臨临艙舱莊庄華华葉叶蔣蒋蘇苏蘭兰蘋苹蓋盖蟲虫蟻蚁補补裝装製制複复襪袜覺觉"
    "覽览觀观觸触訂订訊讯訓训訪访設设許许訴诉評评諮咨謊谎譜谱豐丰豬猪貓猫負负財财貸贷賓宾賠赔賽赛購购贈赠趕赶跡迹踐践軍军軟软較较載载輕轻輛辆輪轮輸输轉转邊边達达運运違违遠远適适遲迟遷迁遺遗鄰邻郵邮"
    "鄭郑鄧邓釘钉針针鈕钮鈴铃鋪铺錄录錯错鍋锅鍵键鏡镜鏈链閉闭閒闲閱阅闊阔隊队階阶際际陳陈陰阴陽阳隨随險险雙双雜杂雞鸡離离難难雲云霧雾靜静響响頁页項项順顺須须預预領领頻频顆颗顏颜願愿類类顧顾顯显風风"
    "飛飞飯饭飲饮飽饱餅饼養养餓饿館馆馬马駐驻駕驾騎骑騙骗驗验驚惊髒脏鬆松鬧闹魚鱼鮮鲜鳥鸟麥麦麵面麗丽黨党齊齐齒齿龍龙龜龟傢家傳传債债傘伞優优儲储兒儿兇凶凍冻凈净淨净劃划劇剧勞劳勢势勸劝勵励匯汇協协"
    "卻却啟启嗎吗嘔呕嘗尝囑嘱嚴严圍围圖图圓圆國国執执堅坚塊块塗涂塵尘墊垫壓压壺壶壽寿夢梦奪夺婦妇媽妈孫孙學学寢寝擺摆擰拧攔拦鑽钻鬱郁癥症鹹咸盞盏隻只餘余佈布佔占併并係系俠侠倉仓備备別别積积"
    "煙烟著着暈晕滅灭喚唤搖摇濃浓洩泄嗆呛絞绞強强脅胁姦奸毆殴嚨咙農农嚇吓撐撑亂乱顛颠"
)
SIMPLE = {ord(old): new for old, new in zip(PAIRS[::2], PAIRS[1::2], strict=True)}
HALF_WIDTH = {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)} | {0x3000: " "}
TABLE = SIMPLE | HALF_WIDTH
LOWER = {ord(upper): upper.lower() for upper in string.ascii_uppercase}
DASHES = {ord(dash): "-" for dash in "‐‑‒–—―−─"}

CLAUSE_ENDS = re.compile(r"(?:[\s，。；、！？：;!?…～｡．]|(?<!\d)[.,:]|[.,:](?!\d))+")


def simplified(text: str) -> str:
    """The text in simplified characters and half-width signs, of the same length; for matching only."""
    return text.translate(TABLE)


def plain(text: str) -> str:
    """Simplified, in lower case and with one kind of dash; of the same length."""
    return simplified(text).translate(LOWER | DASHES)


def split_segments(text: str) -> list[str]:
    """The clauses of a text; 39.5, 15:30 and 1,200 stay whole."""
    return [clause for clause in CLAUSE_ENDS.split(text) if clause]
