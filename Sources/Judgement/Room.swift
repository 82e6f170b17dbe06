// Room: Judgement
