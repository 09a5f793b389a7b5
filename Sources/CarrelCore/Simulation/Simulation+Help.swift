/// What Tab makes of a line.
public struct SimulationCompletion: Equatable, Sendable {
    /// The line, with as much of its last word as is certain.
    public var line: String
    /// What the last word may become, when it is not certain.
    public var candidates: [String]
}

extension Simulation {
    /// Completes the last word of a line.
    public func complete(_ line: String, on device: String) -> SimulationCompletion {
        guard Self.allows(line) else { return SimulationCompletion(line: line, candidates: []) }
        let scope = SimulationScope(state: state, device: device)
        let asked = asked(line, scope)
        let completed = complete(asked.line, in: asked.mode, scope)
        return SimulationCompletion(
            line: line.dropLast(asked.line.count) + completed.line, candidates: completed.candidates)
    }

    private func complete(_ line: String, in mode: String, _ scope: SimulationScope) -> SimulationCompletion {
        let (words, partial, start) = Self.divided(line)
        var names: Set<String> = []
        for mode in program.chain(from: mode) where names.isEmpty {
            let walk = program.walk(mode, in: scope)
            guard let threads = try? walk.follow(words, line: line) else { continue }
            for thread in threads {
                let node = walk.tree.nodes[thread.node]
                names.formUnion(node.keywords.map(\.word).filter { Self.begins($0, with: partial, program.syntax) })
                if node.rest != nil || node.captures.contains(where: \.matcher.takesFile), program.syntax == .arguments
                {
                    names.formUnion(scope.fileNames(beginning: partial))
                }
                for capture in node.captures {
                    if case .names(let known, _) = capture.matcher.rule, !partial.isEmpty {
                        names.formUnion(known.filter { Self.begins($0, with: partial, program.syntax) })
                    }
                }
            }
        }
        let head = String(line.prefix(start))
        let candidates = names.sorted(by: NaturalOrder.precedes)
        guard let first = candidates.first else { return SimulationCompletion(line: line, candidates: []) }
        if candidates.count == 1 {
            let end = first.hasSuffix("/") ? "" : " "
            return SimulationCompletion(line: head + first + end, candidates: [])
        }
        let common = candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
        let certain = common.count > partial.count ? common : partial
        return SimulationCompletion(line: head + certain, candidates: candidates)
    }

    /// What `?` lists behind a line: the words that begin so, or what may stand next with what each of it is.
    public func help(_ line: String, on device: String) -> [String] {
        guard Self.allows(line) else { return ["% Unrecognized command"] }
        let scope = SimulationScope(state: state, device: device)
        let asked = asked(line, scope)
        let (words, partial, _) = Self.divided(asked.line)
        let walk = program.walk(asked.mode, in: scope)
        let threads: [CommandWalk.Thread]
        do throws(ParseFailure) {
            threads = try walk.follow(words, line: line)
        } catch {
            if case .ambiguous = error { return ["% Ambiguous command:  \"\(line)\""] }
            return ["% Unrecognized command"]
        }
        guard partial.isEmpty else { return names(threads, walk, partial) }
        return list(threads, walk, behind: threads.first?.keywords ?? [])
    }

    /// The end of the line that is a line of its own, and its mode: what `do` runs elsewhere is asked there.
    private func asked(_ line: String, _ scope: SimulationScope) -> (line: String, mode: String) {
        let mode = mode(of: scope.device)
        guard let match = try? program.match(LineWord.words(of: line), line: line, mode: mode, in: scope),
            let instead = program.commands[match.command].instead, let first = match.rest.first
        else { return (line, mode) }
        return (String(line.dropFirst(first.column)), instead.mode)
    }

    private func names(_ threads: [CommandWalk.Thread], _ walk: CommandWalk, _ partial: String) -> [String] {
        let names = Set(
            threads.map { walk.tree.nodes[$0.node] }.flatMap { node in
                node.keywords.map(\.word) + node.captures.flatMap(\.matcher.names)
            }
        )
        .filter { Self.begins($0, with: partial, program.syntax) }.sorted()
        guard let longest = names.map(\.count).max() else { return ["% Unrecognized command"] }
        // In rows of a terminal's width, as gear prints them.
        let perRow = max(1, 76 / (longest + 2))
        return stride(from: 0, to: names.count, by: perRow).map { start in
            names[start..<min(start + perRow, names.count)].map { $0.padded(to: longest) }
                .joined(separator: "  ").trimmedOfSpaces
        }
    }

    private func list(_ threads: [CommandWalk.Thread], _ walk: CommandWalk, behind known: [String]) -> [String] {
        var rows: [String: String] = [:], canEnd = false
        for thread in threads {
            let node = walk.tree.nodes[thread.node]
            for keyword in node.keywords where rows[keyword.word] == nil || rows[keyword.word] == "" {
                rows[keyword.word] = helpText(keyword.word, behind: known, walk.tree.nodes[keyword.node])
            }
            for capture in node.captures {
                let text = capture.matcher.help ?? program.help["<\(capture.name)>"] ?? ""
                let names = capture.matcher.names
                for name in names.isEmpty ? [capture.matcher.label] : names { rows[name] = text }
            }
            if let rest = node.rest { rows["LINE"] = program.help["<\(rest.name)>"] ?? "" }
            canEnd = canEnd || node.ends.contains(where: walk.isAvailable)
        }
        let sorted = rows.sorted { $0.key < $1.key }
        let width = (sorted.map(\.key.count) + [4]).max() ?? 4
        return sorted.map { "  \($0.key.padded(to: width))  \($0.value)".trimmedAtEndOfSpaces }
            + (canEnd ? ["  <cr>"] : [])
    }

    /// The text for the word behind others, else for the word alone, else that of all commands it leads to; the last one
    /// is sooner where they do nothing but refuse: such a word is none of the others of its name.
    private func helpText(_ word: String, behind keywords: [String], _ node: CommandTree.Node) -> String {
        for start in 0..<keywords.count {
            if let text = program.help[(keywords[start...] + [word]).joined(separator: " ")] { return text }
        }
        let commands = node.below.map { program.commands[$0] }, texts = Set(commands.map(\.help))
        let shared = texts.count == 1 ? texts.first.flatMap { $0 } : nil
        if let shared, commands.allSatisfy(\.refuses) { return shared }
        return program.help[word] ?? shared ?? ""
    }

    /// The whole words, the beginning of the last one, and the column it begins at.
    private static func divided(_ line: String) -> (words: [LineWord], partial: String, start: Int) {
        var words = LineWord.words(of: line)
        guard let last = line.last, last != " ", let partial = words.popLast() else { return (words, "", line.count) }
        return (words, partial.text, partial.column)
    }

    private static func begins(_ word: String, with partial: String, _ syntax: Shell.Syntax) -> Bool {
        syntax == .words ? word.lowercased().hasPrefix(partial.lowercased()) : word.hasPrefix(partial)
    }
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    fileprivate var trimmedAtEndOfSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }

    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
