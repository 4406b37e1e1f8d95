### One's own pace. Alone only; the words are those of the exercise "Starting safely".

pace-title = My pace
pace-lead = Nobody is told, and you can change it any day.
pace-label = Choose your pace
pace-open = Open
pace-open-about = Light, medium and deep exercises together.
pace-light = Light
pace-light-about = Only light exercises together.
pace-alone = Alone
pace-alone-about = No exercises together for now. This may be noticed.
pace-tip = Alone closes all exercises for two. Your partner may notice that. Light is less easy to notice.
pace-saved = Your pace is saved.
pace-why = Anyone may choose any pace for any reason. An exercise for two opens only as far as both paces allow. The app does not say whose pace it was.
