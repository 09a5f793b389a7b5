extension CommandTable {
    /// What Carrel understands.
    static let carrel = CommandTable(
        commands: studying + looking + keeping + packs + machine + appearance + shells, common: commonOptions)

    static let commonOptions = [
        Option("--db", "FILE", .file, help: "the learner's file"),
        Option("--profile", "NAME", help: "another learner's file beside the usual one: carrel-NAME.db"),
        Option("--data", "DIR", .directory, help: "where the built-in packs are"),
        Option("--plain", help: "no full screen: lines and numbered choices, as with TERM=dumb"),
        Option("--ascii", help: "draw with ASCII characters only; texts stay as they are written"),
        Option("--no-color", help: "draw without colour"),
        Option("--slow", help: "draw less, for a slow link: a marker instead of highlighted rows"),
        Option("--help", help: "say how Carrel, or the command, is used"),
        Option("--version", help: "say which version this is"),
    ]

    static let json = Option("--json", help: "print JSON")
    static let dryRun = Option("--dry-run", help: "say what would be done, and do nothing")

    /// What an ID may name, in help and manual.
    static let topics = """
        ID is a channel, a certification, a learning path, a part of one (networking/dns), a question, \
        a tag (tag:NAME), bookmarks, or wrong for what was answered wrong last.
        """

    static let files = """
        The learner's file is --db, else CARREL_DB, else $XDG_DATA_HOME/carrel/carrel.db, else \
        ~/.local/share/carrel/carrel.db. Packs are found under --data, else CARREL_DATA, else beside the program; \
        your own lie in carrel/packs beside the learner's file's usual place.
        """

    /// Status and what it says.
    static let exitStatuses: [(status: String, meaning: String)] = [
        ("0", "done"),
        ("1", "lint, load, doctor, themes or config check found faults, search found nothing, or it failed"),
        ("2", "wrong use: the arguments, an ID that names nothing, or a file that is none of Carrel's"),
        ("3", "the learner's file is damaged or was altered; it is left as it is"),
        ("128+N", "ended by signal N"),
    ]
}
