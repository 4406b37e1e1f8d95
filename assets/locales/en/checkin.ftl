### S8, check-ins and trends.

place-check-in = Check-in
checkin-title = My check-ins
checkin-title-together = Check-ins you chose to show
checkin-lead-together = Two lists. Each of you picks alone what stands here, one entry at a time.
checkin-do = Check in
checkin-go-on = Go on with your check-in
checkin-empty = Your first one takes a minute. You can skip any page of it.
checkin-joint = There is a longer one for the two of you, about ten minutes.
checkin-joint-do = Look inside

trend-heading = Over time
trend-show = Show
trend-over = Over
trend-two-weeks = 2 weeks
trend-three-months = 3 months
trend-energy = Energy
trend-pleasantness = Pleasantness
trend-calm = Calm
trend-closeness = Closeness
trend-trust = Trust
trend-urge = Urge
trend-warmth = Warmth
trend-chart = Chart: { $what }, { $from } to { $to }. A table follows.
trend-about = One dot for each time you told it. Days without one are left blank. There is no average and nothing to reach.
trend-none = Nothing from these days. Days without a dot are left blank.
trend-table = The same in a table
trend-day = Day
trend-scale = { $min } is “{ $low }”, { $max } is “{ $high }”.

entries-heading = Your entries
entries-older = Show older ones
entry-shown = { $name } can read this one.
entry-hidden = Hidden again. { $name } sees the date alone.
entry-show = Show { $name } this one
entry-hide = Hide it again
entry-show-about = Only you can read these, unless you show one. What you show lies in Ours, and you both see it when you open together. You can hide it again; its date stays.
entry-private = Only you, always
entry-skipped = You skipped each page.
shown-none = Nothing here.
shown-hidden = Hidden again on { $when }.
