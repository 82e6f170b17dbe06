// Room: Measures
