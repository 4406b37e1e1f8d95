## What was kept (cards, plans, rituals, lists, letters)

things-title = What you kept
things-lead = What came out of your exercises. What you keep for yourself shows only while you are open alone.
things-lead-together = What the two of you kept together.
things-cards = Cards
things-plans = Plans
things-rituals = Rituals
things-lists = Lists
things-letters = Letters
things-mine = Only you. Kept { $when }.
things-ours = Both of you. Kept { $when }.
things-look = Show the words
things-empty = Nothing is kept yet. Some exercises leave a card, a plan or a list at their end.
more-things = What you kept
more-things-about = Cards, plans, rituals, lists and letters from your exercises.
home-cards = Look at your cards
