// Room: Budgeting
