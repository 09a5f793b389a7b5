/// A command that is run by `sudo`: as whom, and its words.
struct SudoCall {
    private(set) var user = "root"
    private(set) var words: ArraySlice<LineWord>

    /// Options that change nothing for one command: there is no password to ask for, and no second environment.
    private static let idle: Set<String> = [
        "-E", "-H", "-n", "-S", "--preserve-env", "--set-home", "--non-interactive", "--stdin",
    ]

    /// Nil where no command is named: what `sudo` itself is asked for is the shell's to say.
    init?(_ line: [LineWord]) {
        guard line.first?.text == "sudo" else { return nil }
        words = line.dropFirst()
        while let word = words.first?.text, word.hasPrefix("-") {
            words.removeFirst()
            if word == "--" { break }
            if Self.idle.contains(word) { continue }
            if word == "-u" || word == "--user" {
                guard let name = words.popFirst()?.text else { return nil }
                user = name
            } else if word.hasPrefix("--user=") {
                user = String(word.dropFirst("--user=".count))
            } else if word.hasPrefix("-u"), !word.hasPrefix("--") {
                user = String(word.dropFirst(2))
            } else {
                return nil
            }
        }
        if words.isEmpty { return nil }
    }

    /// What belongs to the shell and is no program, so that `sudo` does not find it.
    private static let shellOnly: Set<String> = ["cd", "export", "history", "umask", "type"]

    /// Why it is not run, in the words of `sudo`.
    func refusal(_ scope: SimulationScope) -> [String]? {
        if scope.value(of: "sudo") == "false" { return ["\(scope.user) is not in the sudoers file."] }
        if user != "root", !scope.exists("account.\(user)") {
            return ["sudo: unknown user \(user)", "sudo: error initializing audit plugin sudoers_audit"]
        }
        guard let name = words.first?.text, Self.shellOnly.contains(name) else { return nil }
        return [
            "sudo: \(name): command not found",
            "sudo: \"\(name)\" is a shell built-in command, it cannot be run directly.",
        ]
    }

    /// The groups of the one it is run as.
    func groups(_ scope: SimulationScope) -> String {
        guard user != "root" else { return user }
        let further = (scope.value(of: "account.\(user).groups") ?? "").split(separator: "\n")
        return ([user] + further.map(String.init)).joined(separator: " ")
    }
}
