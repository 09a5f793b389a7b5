import Glibc
import Testing

@Suite("Completions")
struct CompletionTests {
    /// Words as they stand before the cursor, and what is offered for the last of them.
    struct Line: CustomTestStringConvertible, Sendable {
        var words: [String]
        var offers: Set<String>
        /// What must not be offered.
        var withholds: Set<String> = []

        var testDescription: String { words.joined(separator: " ") }
    }

    private static let lines = [
        Line(words: ["carrel", ""], offers: ["practice", "list", "manual"], withholds: ["networking", "--db"]),
        Line(words: ["carrel", "st"], offers: ["stats"], withholds: ["list"]),
        Line(words: ["carrel", "--d"], offers: ["--db", "--data"], withholds: ["--ids", "--help"]),
        Line(words: ["carrel", "list", ""], offers: ["topics", "sessions"], withholds: ["practice", "networking"]),
        Line(words: ["carrel", "list", "topics", ""], offers: [], withholds: ["topics"]),
        Line(words: ["carrel", "list", "--"], offers: ["--ids", "--limit", "--db"], withholds: ["--count"]),
        Line(
            words: ["carrel", "practice", "net"], offers: ["networking", "networking/dns"],
            withholds: ["fundamentals"]),
        Line(words: ["carrel", "practice", ""], offers: ["networking", "first-steps"], withholds: ["tag:tcp"]),
        Line(words: ["carrel", "practice", "--count", "5", "fun"], offers: ["fundamentals", "fundamentals/money"]),
        Line(words: ["carrel", "practice", "networking", "net"], offers: [], withholds: ["networking"]),
        Line(words: ["carrel", "list", "questions", "--in", "first"], offers: ["first-steps"]),
        Line(words: ["carrel", "show", "desk-t"], offers: ["desk-ttl"], withholds: ["desk-ports"]),
        Line(words: ["carrel", "completions", ""], offers: ["bash", "zsh", "fish"]),
        Line(words: ["carrel", "--ascii", "pr"], offers: ["practice"]),
        Line(words: ["carrel", "--profile", "me", "pr"], offers: ["practice"]),
    ]

    // bash is on every Debian.
    @Test("bash offers commands, options, values and IDs where they belong", arguments: lines)
    func bash(line: Line) throws {
        let offered = try bash(line.words)
        #expect(offered.isSuperset(of: line.offers), "\(offered)")
        #expect(offered.isDisjoint(with: line.withholds), "\(offered)")
    }

    @Test("bash takes words apart at colons and equals signs; they are put together again")
    func bashBreaks() throws {
        #expect(try bash(["carrel", "practice", "tag", ":", "t"]) == ["tcp"])
        #expect(try bash(["carrel", "practice", "tag", ":"]) == ["dns", "tcp"])
        #expect(try bash(["carrel", "list", "questions", "--in", "=", "fun"]).contains("fundamentals"))
        #expect(try bash(["carrel", "--profile", "=", "me", "sta"]) == ["stats"])
    }

    @Test("What is typed or named by a pack is never carried out by bash")
    func bashInjection() throws {
        let learner = try Learner()
        for word in ["$(touch injected)", "`touch injected`", "\"$(touch injected)"] {
            _ = try bash(["carrel", "practice", word], learner)
            _ = try bash(["carrel", "--db", word, "practice", ""], learner)
            _ = try bash(["carrel", "--db=\(word)", "practice", ""], learner)
        }
        #expect(!TextFile.exists(learner.home + "/injected"))
        #expect(!TextFile.exists(learner.home + "/data/carrel/carrel.db"), "asking makes no file")
    }

    @Test("At bash's prompt Tab completes")
    func bashPrompt() throws {
        let learner = try Learner()
        try TextFile.write("", to: learner.home + "/data/pack.yaml")
        let app = try learner.opensTerminal(columns: 100)
        try app.commands("PATH=$HOME:$PATH PS1='bash> ' exec bash --norc --noprofile -i")
        try app.sees("bash>")
        try app.commands("PS1='bash> '; source <(carrel completions bash); clear")
        try app.types("carrel pra").presses("Tab").sees("carrel practice")
        try app.types("tag:d").presses("Tab").sees("carrel practice tag:dns")
        try app.presses("C-u").types("carrel --data=da").presses("Tab").sees("carrel --data=data/")
        try app.presses("C-u").types("carrel lint dat").presses("Tab").sees("carrel lint data/")
        try app.presses("C-u")
    }

    @Test(
        "fish offers the same", .enabled(if: Shell.finds("fish"), "fish is not installed"), arguments: lines)
    func fish(line: Line) throws {
        let learner = try Learner()
        let words = line.words.map { "'\($0)'" }.joined(separator: " ")
        let output = try learner.runsLine(
            """
            ./carrel completions fish > carrel.fish
            PATH=$HOME:$PATH exec fish --no-config -c 'source carrel.fish; complete -C (string join " " -- $argv)' \(words)
            """)
        #expect(output.status == 0)
        let offered = Set(output.lines.map { String($0.prefix { $0 != "\t" }) })
        #expect(offered.isSuperset(of: line.offers), "\(output.text)")
        #expect(offered.isDisjoint(with: line.withholds), "\(output.text)")
    }

    @Test("At zsh's prompt Tab completes", .enabled(if: Shell.finds("zsh"), "zsh is not installed"))
    func zshPrompt() throws {
        let learner = try Learner()
        try TextFile.write("", to: learner.home + "/data/pack.yaml")
        let app = try learner.opensTerminal(columns: 100)
        try app.commands("PATH=$HOME:$PATH PS1='zsh> ' exec zsh -f -i")
        try app.sees("zsh>")
        try app.commands(
            "autoload -Uz compinit; compinit -D; bindkey '^U' kill-whole-line; source <(carrel completions zsh); clear")
        try app.types("carrel pra").presses("Tab").sees("carrel practice")
        try app.types("tag:d").presses("Tab").sees("carrel practice tag:dns")
        try app.presses("C-u").types("carrel practice --count 3 fun").presses("Tab").sees("--count 3 fundamentals")
        try app.presses("C-u").types("carrel --data=da").presses("Tab").sees("carrel --data=data/")
        try app.presses("C-u").types("carrel list qu").presses("Tab").sees("carrel list questions")
        try app.types("--in=tag:t").presses("Tab").sees("--in=tag:tcp")
        try app.presses("C-u")
    }

    @Test("zsh reads its function without a fault", .enabled(if: Shell.finds("zsh"), "zsh is not installed"))
    func zsh() throws {
        let output = try Learner().runsLine("./carrel completions zsh > _carrel && zsh -f -n _carrel")
        #expect(output.status == 0)
        #expect(output.text == "")
    }

    /// What bash offers after `words` as it takes them apart.
    private func bash(_ words: [String], _ learner: Learner? = nil) throws -> Set<String> {
        let learner = try learner ?? Learner()
        let given = words.map { "'\($0)'" }.joined(separator: " ")
        let output = try learner.runsLine(
            """
            ./carrel completions bash > carrel.bash
            PATH=$HOME:$PATH exec bash --norc --noprofile -c '
                set -u
                source ./carrel.bash
                COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
                _carrel carrel
                for offered in ${COMPREPLY[@]+"${COMPREPLY[@]}"}; do printf "%s\\n" "$offered"; done
            ' bash \(given)
            """)
        #expect(output.status == 0, "\(output.text)")
        return Set(output.lines)
    }
}

extension Shell {
    /// Whether a program is installed.
    static func finds(_ program: String) -> Bool {
        (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":").contains {
            access("\($0)/\(program)", X_OK) == 0
        }
    }
}
