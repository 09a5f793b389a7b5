/// What a line was understood as.
struct CommandMatch: Equatable, Sendable {
    /// Its place among the commands.
    var command: Int
    var captures: [String: String]
    /// What a capture of the rest took, word by word.
    var rest: [LineWord] = []
    /// The mode it was found in: the one that was asked, or one above it.
    var mode = ""
}

/// Why a line was not understood, and how far it was.
enum ParseFailure: Error, Equatable, Sendable {
    /// - Parameters:
    ///   - column: Of the first character that fits nothing.
    ///   - choices: The words that might have stood there.
    ///   - known: The words before it.
    case unknown(word: String, column: Int, choices: [String], known: [String])
    case incomplete(known: [String])
    case ambiguous(word: String, known: [String])
    case option(String, known: [String])
    /// An option without the value that belongs behind it.
    case value(String, known: [String])

    /// The number of words that were understood.
    var depth: Int {
        switch self {
        case .unknown(_, _, _, let known), .incomplete(let known), .ambiguous(_, let known), .option(_, let known),
            .value(_, let known):
            known.count
        }
    }
}

/// Follows a line through a tree.
struct CommandWalk {
    /// One way the words so far can be understood.
    struct Thread {
        var node: Int
        var captures: [String: String] = [:]
        var options: Set<String> = []
        var rest: [LineWord] = []
        var known: [String] = []
        /// Of the known words those that no capture took: what the help calls a place by.
        var keywords: [String] = []
    }

    let tree: CommandTree
    let syntax: Shell.Syntax
    /// The options of each command, by its place.
    let options: [[OptionForm]]
    let isAvailable: (Int) -> Bool

    /// The one command that the words are.
    func match(_ words: [LineWord], line: String) throws(ParseFailure) -> CommandMatch {
        let threads = try follow(words, line: line)
        var best: (command: Int, thread: Thread)?
        for thread in threads {
            for command in tree.nodes[thread.node].ends where command < best?.command ?? .max {
                guard isAvailable(command), accepts(command, thread.options) else { continue }
                best = (command, thread)
            }
        }
        if let best {
            return CommandMatch(command: best.command, captures: best.thread.captures, rest: best.thread.rest)
        }
        let known = threads.first?.known ?? []
        for thread in threads where !tree.nodes[thread.node].ends.isEmpty {
            guard
                let stray = thread.options.sorted().first(where: { option in
                    !tree.nodes[thread.node].ends.contains { accepts($0, [option]) }
                })
            else { continue }
            throw .option(stray, known: known)
        }
        throw .incomplete(known: known)
    }

    /// All ways the words can be understood; never none.
    func follow(_ words: [LineWord], line: String) throws(ParseFailure) -> [Thread] {
        // By the place of the next word: a capture may take two.
        var waiting: [Int: [Thread]] = [0: [Thread(node: 0)]]
        var failure = ParseFailure.incomplete(known: [])
        var index = 0
        while index < words.count {
            guard let threads = waiting[index], !threads.isEmpty else {
                index += 1
                continue
            }
            do throws(ParseFailure) {
                for (place, next) in try step(threads, words, index, line) { waiting[place, default: []].append(next) }
            } catch {
                failure = error
            }
            index += 1
        }
        guard let ends = waiting[words.count], !ends.isEmpty else { throw failure }
        return ends
    }

    private func step(_ threads: [Thread], _ words: [LineWord], _ index: Int, _ line: String) throws(ParseFailure)
        -> [(Int, Thread)]
    {
        let word = words[index], known = threads.first?.known ?? []
        if isOption(word), !threads.contains(where: { tree.nodes[$0.node].rest != nil }) {
            return try option(threads, words, index)
        }
        let keywords = threads.flatMap { thread in tree.nodes[thread.node].keywords.map { (thread, $0) } }
        if let (kind, name) = Self.resource(word, keywords.map(\.1)) {
            var parts = words
            parts[index].text = kind
            let behind = try step(threads, parts, index, line).map(\.1)
            parts[index].text = name
            return try step(behind, parts, index, line)
        }
        let chosen = try choose(keywords.map(\.1), word, known)
        if let chosen {
            return keywords.filter { $0.1.word == chosen }.map { thread, keyword in
                var next = thread
                next.node = keyword.node
                if let name = keyword.name { next.captures[name] = keyword.value }
                next.known.append(keyword.word)
                next.keywords.append(keyword.word)
                return (index + 1, next)
            }
        }
        let taken = threads.flatMap { captures($0, words, index, line) }
        guard taken.isEmpty else { return taken }
        let choices = keywords.map(\.1.word)
        let length = syntax == .words ? Self.commonLength(word.text, choices) : 0
        throw .unknown(word: word.text, column: word.column + length, choices: choices, known: known)
    }

    private func captures(_ thread: Thread, _ words: [LineWord], _ index: Int, _ line: String) -> [(Int, Thread)] {
        let node = tree.nodes[thread.node]
        var taken: [(Int, Thread)] = []
        // What takes any word comes after what takes some.
        let captures = node.captures.filter { !$0.matcher.takesAnyWord } + node.captures.filter(\.matcher.takesAnyWord)
        for capture in captures {
            guard let (value, count) = capture.matcher.accept(words, at: index) else { continue }
            var next = thread
            next.node = capture.node
            let before = capture.isFurther ? thread.captures[capture.name] : nil
            next.captures[capture.name] = before.map { $0 + "\n" + value } ?? value
            next.known += words[index..<index + count].map(\.text)
            taken.append((index + count, next))
        }
        if let rest = node.rest {
            var next = thread
            next.node = rest.node
            next.rest = Array(words[index...])
            next.captures[rest.name] =
                syntax == .words
                ? String(line.dropFirst(words[index].column)).trimmedOfSpaces
                : next.rest.map(\.text).joined(separator: " ")
            next.known += next.rest.map(\.text)
            taken.append((words.count, next))
        }
        return taken
    }

    /// The keyword that the word is, in full or shortened; nil when it is none.
    private func choose(_ keywords: [CommandTree.Keyword], _ word: LineWord, _ known: [String]) throws(ParseFailure)
        -> String?
    {
        guard syntax == .words else { return keywords.first { $0.isExactly(word.text) }?.word }
        let keywords = keywords.map(\.word), text = word.text.lowercased()
        if let exact = keywords.first(where: { $0.lowercased() == text }) { return exact }
        let near = Set(keywords.filter { $0.lowercased().hasPrefix(text) })
        if near.count > 1 { throw .ambiguous(word: word.text, known: known) }
        return near.first
    }

    /// `pod/web` in its two parts.
    private static func resource(_ word: LineWord, _ keywords: [CommandTree.Keyword]) -> (kind: String, name: String)? {
        let parts = word.text.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, keywords.contains(where: { $0.isResource && $0.isExactly(parts[0]) }) else {
            return nil
        }
        return (parts[0], parts[1])
    }

    /// How many characters of the word some keyword begins with: gear marks the one behind them.
    private static func commonLength(_ word: String, _ keywords: [String]) -> Int {
        keywords.reduce(0) { longest, keyword in
            max(longest, zip(word.lowercased(), keyword.lowercased()).prefix { $0 == $1 }.count)
        }
    }
}
