"""A tiny world to begin with: one group, four people, the bot a member."""

from bot.playground.server.world import World

TOKEN = "1000000001:playground-playground-playground"


def fill(world: World) -> None:
    people = [
        {"first_name": "桂芳", "last_name": "陈", "language_code": "zh-hans", "about": "3 栋，楼栋长"},
        {"first_name": "小明", "last_name": "王", "language_code": "zh-hans", "about": "1 栋，年轻爸爸"},
        {"first_name": "建国", "last_name": "李", "language_code": "zh-hans", "about": "2 栋，退休教师"},
        {"first_name": "Anna", "last_name": "Müller", "language_code": "en", "about": "block 1, speaks English"},
    ]
    ids = world.add_people({**person, "featured": True} for person in people)
    world.add_group("一家人小区", ids[1:], admins=ids[:1])
    world.flush()
