import Glibc

/// Known programs for the terminal and what they show here: a list of 2,000 items, a history, a long text.
///
/// Everything is made in one directory, and nothing is fetched from anywhere.
struct Companions {
    private let directory: String

    /// - Parameter directory: Is made.
    init(in directory: String) throws {
        self.directory = directory
        guard mkdir(directory, 0o755) == 0, mkdir(directory + "/home", 0o755) == 0 else {
            throw BenchError.system("cannot make \(directory)")
        }
    }

    /// Those that are installed, ready to start, and the names of those that are not.
    func found() throws -> (companions: [Companion], missing: [String]) {
        let makers: [(String, (String) throws -> Companion?)] = [
            ("newsboat", newsboat), ("tig", tig), ("less", less),
        ]
        var companions: [Companion] = []
        var missing: [String] = []
        for (name, make) in makers {
            if let path = ChildProcess.path(of: name), let companion = try make(path) {
                companions.append(companion)
            } else {
                missing.append(name)
            }
        }
        return (companions, missing)
    }

    private var environment: [String: String] {
        [
            "HOME": directory + "/home", "LANG": "C.UTF-8", "TERM": "xterm-256color",
            "PATH": ChildProcess.searchPath.joined(separator: ":"), "GIT_CONFIG_NOSYSTEM": "1", "LESSHISTFILE": "-",
        ]
    }

    /// A feed of 2,000 items in a file, read into its cache beforehand.
    private func newsboat(_ path: String) throws -> Companion {
        let items = (1...2_000).map { number in
            let time = "\(pad(number / 3_600)):\(pad(number / 60 % 60)):\(pad(number % 60))"
            return "<item><title>Item \(number) about networking and what follows from it</title>"
                + "<link>http://localhost/\(number)</link><guid>item-\(number)</guid>"
                + "<description>Text \(number)</description><pubDate>Mon, 21 Sep 2026 \(time) GMT</pubDate></item>"
        }
        let feed = directory + "/feed.xml"
        try TextFile.write(
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed of the bench</title>"
                + "<link>http://localhost/</link><description>Generated</description>\n"
                + items.joined(separator: "\n") + "\n</channel></rss>\n", to: feed)
        try TextFile.write("file://\(feed)\n", to: directory + "/urls")
        try TextFile.write("auto-reload no\nreload-only-visible-feeds no\n", to: directory + "/newsboat")
        let arguments = [
            path, "-u", directory + "/urls", "-C", directory + "/newsboat", "-c", directory + "/cache.db",
        ]
        try ChildProcess.run(arguments + ["-x", "reload"], environment: environment)
        return Companion(
            name: "newsboat", arguments: arguments, environment: environment, lastWords: "Mark All Rea"
        ) { terminal in
            try terminal.send("\r")
            _ = try terminal.burst(containing: "Item 1981 ")
        }
    }

    /// A history of 3,000 commits; nil where git is not installed.
    private func tig(_ path: String) throws -> Companion? {
        guard let git = ChildProcess.path(of: "git") else { return nil }
        let repository = directory + "/repository"
        let commits = (1...3_000).map { number in
            let message = "Commit \(number) of many about networking\n"
            let text = "\(number)\n"
            return
                "commit refs/heads/main\ncommitter A Learner <learner@localhost> \(1_789_992_000 + number * 60) +0000\n"
                + "data \(message.utf8.count)\n\(message)M 644 inline text\ndata \(text.utf8.count)\n\(text)\n"
        }
        try TextFile.write(commits.joined(), to: directory + "/commits")
        try ChildProcess.run([git, "init", "-q", "-b", "main", repository], environment: environment)
        try ChildProcess.run(
            [git, "-C", repository, "fast-import", "--quiet"], environment: environment,
            input: directory + "/commits")
        return Companion(
            name: "tig", arguments: [path, "-C", repository], environment: environment,
            // Of 22 rows the last; the first says that the working tree is empty.
            lastWords: "Commit 2980 of many")
    }

    /// A text of 20,000 lines.
    private func less(_ path: String) throws -> Companion {
        let text = directory + "/text"
        let lines = (1...20_000).map { "Line \($0) of a long text about networking and all that follows from it" }
        try TextFile.write(lines.joined(separator: "\n") + "\n", to: text)
        return Companion(name: "less", arguments: [path, text], environment: environment, lastWords: "Line 23 of a")
    }

    private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
