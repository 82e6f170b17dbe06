// Room: Tabular
