/// What the manual says beyond the table of commands.
enum ManualText {
    static let description = [
        """
        Carrel asks questions, says why an answer is right or wrong, and remembers what you knew. It works offline, \
        over SSH and in tmux; everything you do is in one SQLite file that is yours, saved before the next frame is \
        drawn.
        """,
        """
        Without a command it opens the desk. Home offers what to begin with, and from then on what you left \
        unfinished. On every screen the line at the bottom names the keys that matter, and ? lists all of them; Enter \
        is the main action, esc goes back, u undoes. Leave at any moment: carrel resume, or Continue on Home, returns \
        to the same question as you left it.
        """,
    ]

    static let keys = [
        """
        The keys of the screens that are seen most, some of which are there only when there is something for them to \
        do. A ^ stands for the control key.
        """
    ]

    static let configuration = [
        """
        config.yaml holds key: value lines, which Settings changes too; comments stay. carrel config says what is in \
        force and where it comes from, carrel config check what is wrong: that setting has its usual value, and all \
        others count.
        """
    ]

    static let ownKeys = [
        """
        Under keys stand contexts, in them actions, each with a key or a list of them in place of the usual ones: \
        keys: {list: {practise: P, down: [n, down]}}. A key is \(KeySpelling.allowed); what YAML would take for \
        something else stands in quotes. Esc stays with what it closes. Refused, each with its line, are names that \
        are not known, keys that terminals or answers need, letters where text is typed, and a key that two actions \
        would have at the same time. Hints, help and the list of commands show the keys that are in force; carrel \
        config keys prints them.
        """,
        "The contexts, and the actions of each:",
    ]

    static let examples: [(line: String, meaning: String)] = [
        ("carrel list topics", "Say what can be practised."),
        ("carrel practice networking/dns --count 5", "Practise five questions of a part of a channel."),
        ("carrel practice wrong --count all", "Practise everything that was answered wrong last."),
        ("carrel search is:wrong tag:tcp", "Find what was answered wrong under a tag."),
        ("carrel list questions --in networking --limit all --json", "Hand a channel's questions to another program."),
        ("carrel stats --profile work", "Say how far the learner of another file is."),
        ("carrel lint my-pack.yaml", "Check a pack of one's own before it is loaded."),
    ]

    static let json = [
        """
        Every --json prints one value and a line end. Members with a question mark are left out where there is \
        nothing to say. Counts, seconds, hours, scores, lines and columns are numbers; right, lastRight and what \
        begins with is are true or false; all else is text. [text] and [id] are lists of texts. Times are ISO 8601 in \
        UTC. New members may be added; none is renamed or removed.
        """
    ]

    static let files: [(name: String, meaning: String)] = [
        (
            "~/.local/share/carrel/carrel.db",
            "The learner's file. It is safe to copy while Carrel does not run; carrel doctor checks it."
        ),
        ("~/.local/share/carrel/packs/", "Packs of your own: YAML files, which carrel lint checks."),
        (
            "~/.config/carrel/config.yaml",
            "The settings of this machine; in $XDG_CONFIG_HOME/carrel where that is set."
        ),
        ("~/.config/carrel/themes/", "Themes of your own: base16 or base24 schemes, NAME.yaml each."),
    ]

    static let environment: [(name: String, meaning: String)] = [
        ("CARREL_DB", "The learner's file, where --db names none."),
        ("CARREL_DATA", "Where the built-in packs are, where --data names no directory."),
        ("XDG_DATA_HOME, XDG_CONFIG_HOME", "Where the learner's file, packs and settings usually are."),
        ("VISUAL, EDITOR", "The editor that ^G opens for answers and notes."),
        ("NO_COLOR", "Set to anything: no colour, unless config.yaml has color: on."),
        ("COLORTERM", "Where it is truecolor: the terminal has at least 256 colours, whatever TERM says."),
        ("TERM", "The terminal; dumb means lines instead of a full screen."),
    ]
}
