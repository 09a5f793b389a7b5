import CarrelCore

/// An answer typed in a line: what is chosen, ordered or paired with it.
struct TypedSelection {
    let question: Question
    /// As `Question.optionOrder(drawn:)` has it.
    let order: [String]

    /// Why a line that was meant as an answer is none.
    struct Fault: Error, Equatable { var message: String }

    /// How an answer is typed.
    var form: String {
        switch AnswerPad(question, order: order) {
        case .choice(let pad): pad.isSingle ? "a number" : "numbers, e.g. 1 3"
        case .hotspot(let pad): pad.isSingle ? "a number" : "numbers, e.g. 1 3"
        case .ordering(let pad):
            "the rank of each letter, e.g. \(example)" + (pad.hasDistractors ? "; - for what does not belong" : "")
        case .matching: "pairs, e.g. a2 b1"
        case nil: "text"
        }
    }

    /// An answer in the form in which one is typed.
    func text(of selection: AnswerGiven.Selection) -> String {
        switch selection {
        case .none: ""
        case .chosen(let ids):
            order.indices.filter { ids.contains(order[$0]) }.map { "\($0 + 1)" }.joined(separator: " ")
        case .ordered(let ids):
            order.map { id in ids.firstIndex(of: id).map { "\($0 + 1)" } ?? "-" }.joined(separator: " ")
        case .paired(let sides):
            lefts.enumerated().compactMap { index, left in
                sides[left].flatMap(order.firstIndex).map { "\(OptionLabels.label(at: index))\($0 + 1)" }
            }.joined(separator: " ")
        }
    }

    /// Ids of left sides, in the order of their letters.
    private var lefts: [String] {
        if case .matching(let pairs, _) = question.payload { pairs.map(\.id) } else { [] }
    }

    private var example: String { order.indices.reversed().map { "\($0 + 1)" }.joined(separator: " ") }

    /// Nil where `text` is not meant as an answer.
    func read(_ text: String) -> Result<AnswerGiven.Selection, Fault>? {
        let words = text.split { $0 == " " || $0 == "," }.map(String.init)
        switch question.payload {
        case .ordering: return ranks(words)
        case .matching: return pairing(words)
        default:
            guard let places = PlainItem.numbers(text, upTo: order.count) else { return nil }
            if case .some(let asked) = AnswerPad(question, order: order)?.amount.asked, asked == 1, places.count != 1,
                question.kind != .multiple
            {
                return .failure(Fault(message: "Choose one."))
            }
            return .success(.chosen(Set(places.map { order[$0] })))
        }
    }

    /// `3 1 2 -`: a rank for each item as they stand.
    private func ranks(_ words: [String]) -> Result<AnswerGiven.Selection, Fault>? {
        guard !words.isEmpty, words.allSatisfy({ $0 == "-" || Int($0) != nil }) else { return nil }
        guard words.count == order.count else {
            return .failure(Fault(message: "\(order.count) ranks are asked for, this has \(words.count)."))
        }
        let ranked = zip(words, order).compactMap { word, id in Int(word).map { (rank: $0, id: id) } }
            .sorted { $0.rank < $1.rank }
        guard !ranked.isEmpty, ranked.map(\.rank) == Array(1...ranked.count) else {
            return .failure(Fault(message: "Each rank from 1 to \(max(1, ranked.count)) is asked for once."))
        }
        return .success(.ordered(ranked.map(\.id)))
    }

    /// `a2 b1`: a right side for a left one, each once.
    private func pairing(_ words: [String]) -> Result<AnswerGiven.Selection, Fault>? {
        guard !words.isEmpty, words.allSatisfy({ $0.count == 2 }) else { return nil }
        var sides: [String: String] = [:]
        for word in words {
            guard let letter = word.first, let digit = word.last, !letter.isNumber, digit.isNumber,
                let left = OptionLabels.index(for: letter, count: lefts.count),
                let right = OptionLabels.index(for: digit, count: order.count)
            else { return .failure(Fault(message: "\(word): no pair here; a pair is a letter and a number, e.g. a2.")) }
            guard sides[lefts[left]] == nil, !sides.values.contains(order[right]) else {
                return .failure(Fault(message: "\(word): each letter and each number is used once."))
            }
            sides[lefts[left]] = order[right]
        }
        return .success(.paired(sides))
    }
}
