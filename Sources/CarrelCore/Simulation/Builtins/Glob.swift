extension SimulationScope {
    /// A word with `*` and `?` becomes the names it fits, where there are any.
    func globbed(_ word: LineWord) -> [LineWord] {
        guard !word.isQuoted, word.text.contains(where: { $0 == "*" || $0 == "?" }) else { return [word] }
        let isAbsolute = word.text.hasPrefix("/")
        // With a slash behind it only directories are meant.
        let ending = word.text.hasSuffix("/") ? "/" : ""
        var places = [isAbsolute ? "/" : ""]
        for part in word.text.split(separator: "/").map(String.init) where !budget.isSpent {
            let hasPattern = part.contains { $0 == "*" || $0 == "?" }
            places = places.flatMap { place -> [String] in
                guard budget.take() else { return [] }
                let head = place.isEmpty || place == "/" ? place : place + "/"
                guard hasPattern else { return [head + part] }
                let names = (try? entries(of: place.isEmpty ? directory : place)) ?? []
                return names.filter { (!$0.hasPrefix(".") || part.hasPrefix(".")) && Glob.matches($0, part, budget) }
                    .map { head + $0 }
            }
            if places.count > Glob.mostNames { budget.spend() }
        }
        guard !budget.isSpent else { return [] }
        let found = places.filter { (try? file($0 + ending, followingLinks: !ending.isEmpty)) != nil }
        return found.isEmpty ? [word] : found.map { LineWord(text: $0 + ending, column: word.column) }
    }
}

/// Patterns of file names: `*` for any characters, `?` for one.
enum Glob {
    /// Names that one word may stand for.
    static let mostNames = 2_000

    static func matches(_ name: String, _ pattern: String, _ budget: StepBudget) -> Bool {
        guard budget.take(bytes: name.utf8.count * pattern.utf8.count) else { return false }
        // As long as the rest of the name fits the rest of the pattern, by rows: linear in their product.
        let name = Array(name), pattern = Array(pattern)
        var row = [Bool](repeating: false, count: name.count + 1)
        row[0] = true
        for part in pattern {
            var next = [Bool](repeating: false, count: name.count + 1)
            if part == "*" {
                var isReached = false
                for place in 0...name.count {
                    isReached = isReached || row[place]
                    next[place] = isReached
                }
            } else {
                for place in 0..<name.count where row[place] && (part == "?" || part == name[place]) {
                    next[place + 1] = true
                }
            }
            row = next
        }
        return row[name.count]
    }
}
