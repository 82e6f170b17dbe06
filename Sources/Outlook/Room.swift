// Room: Outlook
