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

## Right passphrase, but what it opens cannot be read

unlock-damaged = Part of { $name }’s pages cannot be read. Nothing was changed. Look again, or choose a copy of this book if you have one.
unlock-older = { $name }’s pages were put back to an older state. Nothing was changed. Put the newer ones back, then look again.
unlock-newer = A newer version of Hearthside saved { $name }’s pages. Nothing was changed. Open them with that version.
unlock-together-damaged = The shared pages cannot be read, so you cannot open together. Nothing was changed. Each of you can still open your own pages alone.
unlock-together-newer = A newer version of Hearthside saved the shared pages, so you cannot open together here. Nothing was changed. Each of you can still open your own pages alone.
unlock-together-foreign = The file of the shared pages belongs to another book, so you cannot open together. Nothing was changed. Each of you can still open your own pages alone.
unlock-together-older = The shared pages were put back to an older state, so you cannot open together. Nothing was changed. Each of you can still open your own pages alone.
