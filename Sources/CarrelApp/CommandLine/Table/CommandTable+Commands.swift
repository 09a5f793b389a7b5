import CarrelStorage

// The commands, by what a learner wants of them.

extension CommandTable {
    private static let topic = Operand(name: "ID", takes: .topic)

    static let studying = [
        .desk,
        Command(
            name: "practice", operands: [topic],
            options: [Option("--count", "N", .text, help: "questions to draw, or all (default 10)")],
            help: "practise what ID names (see below)",
            details: """
                carrel list topics names every ID but those of questions. \
                Starts a session, or goes on with the one that is active on the same topic. Without a terminal, and \
                with --plain, it asks line by line.
                """),
        Command(
            name: "exam", operands: [Operand(name: "ID", takes: .certification)],
            help: "sit the exam of a certification",
            details: """
                ID is a certification, or the code of its exam: carrel list certifications names both. Opens the page \
                before the exam, or with an exam under way that exam. Without a terminal, and with \
                --plain, it asks line by line. The clock of an exam runs on while you are away.
                """),
        Command(
            name: "resume", operands: [Operand(name: "SESSION", takes: .session, isOptional: true)],
            help: "go on with a session, the one left last by default",
            details: "It returns to the question you left, as you left it. carrel list sessions names the sessions."),
    ]

    static let looking = [
        Command(
            name: "list",
            operands: [Operand(name: "WHAT", takes: .choice(Listing.allCases.map(\.rawValue)))],
            options: [
                Option("--in", "ID", .topic, help: "only the questions of what ID names"),
                Option("--limit", "N", .text, help: "rows of a long list, or all (default 100)"),
                Option("--ids", help: "print ids only, one a line"), json,
            ],
            help: "list topics, questions, sessions or bookmarks (see below)",
            details: """
                WHAT is one of \(Listing.allCases.map(\.rawValue).joined(separator: ", ")). Topics are all that \
                carrel practice takes as an ID, but single questions. RIGHT counts questions whose last answer was \
                right. Sessions and bookmarks come newest first.
                """,
            json: Listing.allCases.map { "\($0.rawValue): \($0.shape)" }.joined(separator: "\n")),
        Command(
            name: "show", operands: [Operand(name: "QUESTION", takes: .question)],
            options: [Option("--answer", help: "with the answer, also before you gave one"), json],
            help: "print a question, and what you answered",
            details: """
                The answer and its explanation are printed once you have answered the question, or with --answer; \
                JSON always has them.
                """,
            json: ShowCommand.shape),
        Command(
            name: "search", operands: [Operand(name: "WORDS", isRepeated: true)],
            options: [Option("--limit", "N", .text, help: "results to print, or all (default 20)"), json],
            help: "find questions by words, phrases and fields",
            details: """
                Fields as on the search screen: tag: kind: channel: cert: company: difficulty: is:wrong, unseen, right, \
                bookmarked, flagged, noted, mine, due, suspended, slow (it took over two minutes) or sure-but-wrong, "a \
                phrase", and -word for what must not be there. After -- words may begin with a dash.
                """,
            json: SearchCommand.shape),
        Command(
            name: "report", operands: [Operand(name: "SESSION", takes: .session)],
            options: [
                Option(
                    "--format", "FORMAT", .choice(ReportCommand.Format.allCases.map(\.rawValue)),
                    help: "text (default), markdown, json or html")
            ],
            help: "print what an exam came to, item by item",
            details: """
                Of an exam that was handed in, or a session against the clock. carrel list sessions names the sessions. \
                HTML is a page of its own, to be printed. JSON is \(ReportCommand.shape), where earned and possible are \
                thousandths of points.
                """),
        Command(
            name: "stats", options: [json], help: "say how far you are",
            details: "Answers, time, streak and what is due; how you stand with each channel and certification.",
            json: StatsCommand.shape),
    ]

    static let keeping = [
        Command(
            name: "errata",
            options: [Option("--export", help: "print a patch for the packs' authors"), json],
            help: "list what you corrected",
            details: """
                --export prints, as YAML, each correction with the author's text, yours and your reason: to be sent \
                to whoever keeps the pack.
                """,
            json: ErrataCommand.shape),
        Command(
            name: "merge", operands: [Operand(name: "FILE", takes: .file)],
            options: [
                dryRun, Option("--as-me", help: "also a file of another learner: both are you"), json,
            ],
            help: "take in what was done in another Carrel file",
            details: """
                Laptop and server come to the same, whichever way and however often they are merged. FILE is only \
                read. A file that is damaged, altered or more than 24 hours ahead of the clock is refused.
                """,
            json: MergeCommand.shape),
        Command(
            name: "backup", operands: [Operand(name: "FILE", takes: .file, isOptional: true)],
            help: "copy the learner's file, while it may be in use",
            details: """
                Without FILE the copy goes to backups/ beside the learner's file, where one is also made every day \
                you study; the last seven of these are kept. Nothing is ever overwritten.
                """),
        Command(
            name: "restore", operands: [Operand(name: "FILE", takes: .file)],
            help: "put a backup in the place of the learner's file",
            details: "FILE is verified first. What was there before is kept beside it."),
        Command(
            name: "export", operands: [Operand(name: "TABLE")],
            options: [
                Option(
                    "--format", "FORMAT", .choice(ExportFormat.allCases.map(\.rawValue)),
                    help: "json (default), csv or sql")
            ],
            help: "print a table, or all, for other programs",
            details: """
                TABLE is a table's name, or all. In CSV text is quoted and NULL is empty; all tables at once go as \
                JSON or SQL. The SQL of all is a whole learner's file: carrel export all --format sql | sqlite3 new.db
                """),
        Command(
            name: "tidy", options: [dryRun], help: "end sessions left for a week, remove records of done work",
            details: "Answers stay. Work items go 30 days, maintenance runs 90 days after they were done."),
        Command(
            name: "doctor",
            options: [Option("--rebuild", help: "fold the learner's tables anew from the journal"), json],
            help: "check the learner's file and say what it holds",
            details: """
                The file, its permissions, journal mode and integrity; packs, terminal and backups; rows of every \
                table, and how many were added in 30 days; whether folded tables are what the journal comes to; how \
                long the screens' queries take.
                """,
            json: DoctorCommand.shape),
    ]

    static let packs = [
        Command(
            name: "load", operands: [Operand(name: "DIRECTORY", takes: .directory, isOptional: true, isRepeated: true)],
            options: [json], help: "read the packs that changed, and those under DIRECTORY",
            details: """
                Says what was added, changed and retired; what you did with a question outlives its pack. A pack with \
                faults is left as it was, the others are read.
                """,
            json: LoadCommand.shape),
        Command(
            name: "lint", operands: [Operand(name: "PATH", takes: .file, isOptional: true, isRepeated: true)],
            options: [json, Option("--fix", help: "write missing option ids into the files")],
            help: "check packs; the built-in ones by default",
            details: "Every fault is told as file:line:column, the form that editors jump by.",
            json: LintCommand.shape),
    ]

    static let appearance = [
        Command(
            name: "themes", operands: [Operand(name: "NAME", isOptional: true)], options: [json],
            help: "list the themes, or show what one looks like",
            details: """
                Themes are base16 and base24 scheme files. Your own go into carrel/themes beside config.yaml, and \
                replace the shipped ones of the same name. With NAME it is drawn in its colours where the output is a \
                terminal that has them, and told in words elsewhere. A faulty file is told with its line.
                """,
            json: ThemesCommand.shape)
    ]

    static let machine = [
        Command(
            name: "config",
            operands: [
                Operand(
                    name: "WHAT", takes: .choice(ConfigCommand.What.allCases.map(\.rawValue)), isOptional: true)
            ],
            options: [json], help: "say how this machine is set, and what is wrong in config.yaml",
            details: """
                show, the default: each setting, its value, the usual one and where it comes from, and the keys that \
                were chosen. path: where the file is. check: what is wrong in it, with status 1. keys: every action \
                that keys can be chosen for.
                """,
            json: ConfigCommand.shape)
    ]

    static let shells = [
        Command(
            name: "completions",
            operands: [Operand(name: "SHELL", takes: .choice(CompletionsCommand.Shell.allCases.map(\.rawValue)))],
            help: "print completions for bash, zsh or fish",
            details: """
                They are installed with the program. Without that, in the shell's own start-up file, for bash: \
                source <(carrel completions bash), for zsh, after compinit: source <(carrel completions zsh), for \
                fish: carrel completions fish | source.
                """),
        Command(name: "manual", help: "print the manual page, to be read with man -l -"),
    ]
}
