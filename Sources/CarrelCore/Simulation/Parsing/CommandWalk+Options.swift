extension CommandWalk {
    func isOption(_ word: LineWord) -> Bool {
        // Quotes are gone before a program sees a word: "--all" is an option too.
        syntax == .arguments && word.text.count > 1 && word.text.first == "-" && word.text != "--"
    }

    func accepts(_ command: Int, _ used: Set<String>) -> Bool {
        used.allSatisfy { name in options[command].contains { $0.names.contains(name) } }
    }

    /// The option as one of the commands ahead states it.
    private func form(_ name: String, _ threads: [Thread]) -> OptionForm? {
        for thread in threads {
            for command in tree.nodes[thread.node].below {
                if let form = options[command].first(where: { $0.names.contains(name) }) { return form }
            }
        }
        return nil
    }

    func option(_ threads: [Thread], _ words: [LineWord], _ index: Int) throws(ParseFailure)
        -> [(Int, Thread)]
    {
        let text = words[index].text, known = threads.first?.known ?? []
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if let form = form(parts[0], threads) {
            switch form.value {
            case .none: return taken(threads, form, parts[0], parts.count > 1 ? parts[1] : "true", index + 1)
            case .one:
                if parts.count > 1 { return taken(threads, form, parts[0], parts[1], index + 1) }
                guard index + 1 < words.count else { throw .value(parts[0], known: known) }
                return taken(threads, form, parts[0], words[index + 1].text, index + 2)
            case .several:
                if parts.count > 1 { return taken(threads, form, parts[0], parts[1], index + 1) }
                var values: [String] = [], next = index + 1
                while next < words.count, !isOption(words[next]) {
                    values.append(words[next].text)
                    next += 1
                }
                if values.isEmpty { throw .value(parts[0], known: known) }
                return taken(threads, form, parts[0], values.joined(separator: "\n"), next)
            }
        }
        guard !text.hasPrefix("--") else { throw .option(parts[0], known: known) }
        // `-ndev`, or several letters that take nothing: `-it`.
        let letters = text.dropFirst().map { "-\($0)" }
        if let form = form(letters[0], threads), form.value != .none {
            return taken(threads, form, letters[0], String(text.dropFirst(2)), index + 1)
        }
        var next = threads
        for letter in letters {
            guard let form = form(letter, next), form.value == .none else { throw .option(letter, known: known) }
            next = taken(next, form, letter, "true", 0).map(\.1)
        }
        return next.map { (index + 1, $0) }
    }

    private func taken(_ threads: [Thread], _ form: OptionForm, _ name: String, _ value: String, _ next: Int)
        -> [(Int, Thread)]
    {
        threads.map { thread in
            var thread = thread
            // One that takes several values may also be given several times.
            if case .several = form.value, let before = thread.captures[form.capture] {
                thread.captures[form.capture] = before + "\n" + value
            } else {
                thread.captures[form.capture] = value
            }
            thread.options.insert(name)
            return (next, thread)
        }
    }
}
