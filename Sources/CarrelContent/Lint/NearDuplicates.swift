import CarrelCore

/// Finds questions that ask nearly the same: nine tenths of the words of their stems and exhibits in common (Jaccard
/// index of the sets of lower-case words).
///
/// By prefix filtering (Chaudhuri, Ganti, Kaushik 2006): of two sets that similar, the rarest tenth of the words of
/// each must share one, so only questions with a rare word in common are compared.
enum NearDuplicates {
    /// Warns at each question that is nearly an earlier one, naming the first such.
    static func advise(_ readings: [PackReading]) {
        let all = readings.flatMap { reading in reading.questions.map { (placed: $0, faults: reading.faults) } }
        for (index, earlier) in pairs(all.map { words(of: $0.placed.question) }) {
            let first = all[earlier], site = all[index].placed.site["question"]
            let place = "\(first.faults.file):\(first.placed.site.node.position.line)"
            // One id twice is an error of its own.
            guard first.placed.question.id != all[index].placed.question.id else { continue }
            all[index].faults.warning("asks nearly the same as \(first.placed.question.id) (\(place))", at: site)
        }
    }

    static func words(of question: Question) -> Set<String> {
        let text = (question.stem + " " + (question.exhibit ?? "")).lowercased()
        return Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }

    /// Each set that is at least 0.9 similar to an earlier one, with the first such found.
    static func pairs(_ sets: [Set<String>]) -> [(index: Int, earlier: Int)] {
        let ranked = ranked(sets)
        var pairs: [(Int, Int)] = [], first: [[Int]: Int] = [:], byRareWord: [Int: [Int]] = [:]
        for (index, words) in ranked.enumerated() where !words.isEmpty {
            if let same = first[words] {
                pairs.append((index, same))
                continue
            }
            first[words] = index
            let prefix = words.prefix(words.count - (9 * words.count + 9) / 10 + 1)
            var compared: Set<Int> = []
            candidates: for word in prefix {
                for other in byRareWord[word] ?? [] where compared.insert(other).inserted {
                    guard areSimilar(words, ranked[other]) else { continue }
                    pairs.append((index, other))
                    break candidates
                }
            }
            for word in prefix { byRareWord[word, default: []].append(index) }
        }
        return pairs
    }

    /// The words of each set as numbers, the rarest word of all first.
    private static func ranked(_ sets: [Set<String>]) -> [[Int]] {
        var counts: [String: Int] = [:]
        for words in sets { for word in words { counts[word, default: 0] += 1 } }
        let order = counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        let ranks = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.key, $0) })
        return sets.map { words in words.compactMap { ranks[$0] }.sorted() }
    }

    /// Whether two ascending lists have a Jaccard index of at least 0.9.
    private static func areSimilar(_ left: [Int], _ right: [Int]) -> Bool {
        guard 10 * min(left.count, right.count) >= 9 * max(left.count, right.count) else { return false }
        var common = 0, i = 0, j = 0
        while i < left.count, j < right.count {
            if left[i] == right[j] { common += 1 }
            (i, j) = (left[i] <= right[j] ? i + 1 : i, right[j] <= left[i] ? j + 1 : j)
        }
        return 10 * common >= 9 * (left.count + right.count - common)
    }
}
