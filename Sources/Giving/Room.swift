// Room: Giving
