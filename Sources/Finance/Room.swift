// Room: Finance
