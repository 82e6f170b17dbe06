// Room: Mainstay
