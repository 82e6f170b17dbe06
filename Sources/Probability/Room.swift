// Room: Probability
