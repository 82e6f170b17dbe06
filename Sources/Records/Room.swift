// Room: Records
