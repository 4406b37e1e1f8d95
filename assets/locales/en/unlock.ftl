### S1, before anything is open.

unlock-page = Open
unlock-title = Who is opening?
unlock-passphrase = Passphrase for { $name }
unlock-passphrase-own = Your passphrase
unlock-open = Open
unlock-opening = Opening
unlock-together = Open together
unlock-circle = The circle
unlock-square = The square
unlock-forgot = I forgot it
unlock-forgot-about = No one else can reset a passphrase. Without it, that person’s own pages cannot be opened. The shared pages still open for the other one of you.
unlock-second = { $name } opens too
unlock-second-own = The second one opens too
unlock-second-lead = The first passphrase fits. Now yours.
unlock-other = the other one of you
