### Display.

display-title = Display
display-lead = How pages look for you. Changes show at once.
display-theme = Colours
display-theme-system = Like this computer
display-theme-light = Light
display-theme-dark = Dark
display-theme-evening = Evening, warm and dim
display-from = Evening colours by themselves
# reviewed: never - a timer that is off, not a person
display-from-never = Never
display-from-hour = From { $hour }
display-text = Text size
display-text-percent = { $percent } %
display-contrast = Contrast
display-contrast-system = Like this computer
display-contrast-more = More
display-motion = Motion
display-motion-system = Like this computer
display-motion-less = None
display-more-space = More space between letters and lines
display-system-font = The computer’s own font
display-shift = Shift three times hides the app
# reviewed: always - what a key does, not a person
display-shift-about = Works from every page. Switch it off if your keyboard presses Shift for you. Ctrl+Shift+H always hides.
display-reminders = Tell me when the time of something planned has come
display-reminders-about = A line at the top of the page, while the book is open. It does not say what was planned.
