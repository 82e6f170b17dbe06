// Room: Regression
