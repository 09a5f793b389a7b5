import CarrelCore

/// An answer typed in a line: what is chosen, ordered or paired with it.
struct TypedSelection {
    let question: Question
    /// As `Question.optionOrder(drawn:)` has it.
    let order: [String]

    /// Ids of options that are struck out.
    var struck: Set<String> = []

    /// Why a line that was meant as an answer is none.
    struct Fault: Error, Equatable { var message: String }

    /// How an answer is typed.
    var form: String {
        switch AnswerPad(question, order: order) {
        case .choice(let pad): pad.isSingle ? "a number" : "numbers, e.g. 1 3"
        case .hotspot(let pad): pad.isSingle ? "a number" : "numbers, e.g. 1 3"
        case .ordering(let pad):
            "letters in order, e.g. c a b" + (pad.hasDistractors ? "; without those that do not belong" : "")
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
            ids.compactMap { id in order.firstIndex(of: id).map { OptionLabels.label(at: $0) } }.joined(separator: " ")
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

    /// Nil where `text` is not meant as an answer.
    ///
    /// - Parameter standing: What is paired already: pairs that are typed are added to it.
    func read(_ text: String, after standing: AnswerGiven.Selection = .none) -> Result<AnswerGiven.Selection, Fault>? {
        let words = text.split { $0 == " " || $0 == "," }.map(String.init)
        switch question.payload {
        case .ordering: return ranks(words) ?? letters(words)
        case .matching:
            if case .paired(let sides) = standing { return pairing(words, after: sides) }
            return pairing(words, after: [:])
        default:
            guard let places = PlainItem.numbers(text, upTo: order.count) else { return nil }
            if case .some(let asked) = AnswerPad(question, order: order)?.amount.asked, asked == 1, places.count != 1,
                question.kind != .multiple
            {
                return .failure(Fault(message: "Choose one."))
            }
            if let place = places.first(where: { struck.contains(order[$0]) }) {
                return .failure(Fault(message: "\(place + 1) is struck out; x \(place + 1) restores it."))
            }
            return .success(.chosen(Set(places.map { order[$0] })))
        }
    }

    // MARK: Striking out

    /// Only options can be struck out.
    var isChoice: Bool { question.kind.isChoice }

    static let strikeHelp = (typed: "x 2", words: "strike out what is numbered 2, or restore it")

    /// The option that `x 2` strikes out or restores; nil where `text` is not meant as that.
    func strike(_ text: String) -> Result<OptionStruck, Fault>? {
        guard text.hasPrefix("x "), isChoice else { return nil }
        guard let index = PlainItem.numbers(String(text.dropFirst(2)), upTo: order.count)?.first else {
            return .failure(Fault(message: "\(text): not understood; x 2 strikes out what is numbered 2."))
        }
        return .success(OptionStruck(option: order[index], isStruck: !struck.contains(order[index])))
    }

    /// What was done, by the option's number.
    func words(of strike: OptionStruck) -> String {
        let number = order.firstIndex(of: strike.option).map { "\($0 + 1)" } ?? strike.option
        return strike.isStruck ? "\(number) struck out." : "\(number) restored."
    }

    /// Everything struck out; nil where nothing is.
    var struckInWords: String? {
        let numbers = order.indices.filter { struck.contains(order[$0]) }.map { "\($0 + 1)" }
        return numbers.isEmpty ? nil : "Struck out: \(numbers.joined(separator: ", "))."
    }

    /// `3 1 2 -`: a rank for each item as they stand.
    private func ranks(_ words: [String]) -> Result<AnswerGiven.Selection, Fault>? {
        guard !words.isEmpty, words.allSatisfy({ $0 == "-" || Int($0) != nil }) else { return nil }
        guard words.count == order.count else {
            let wanted = "Letters in order, or a rank for each of the \(order.count) (- for none)"
            return .failure(Fault(message: "\(wanted); this has \(words.count)."))
        }
        let ranked = zip(words, order).compactMap { word, id in Int(word).map { (rank: $0, id: id) } }
            .sorted { $0.rank < $1.rank }
        guard !ranked.isEmpty, ranked.map(\.rank) == Array(1...ranked.count) else {
            return .failure(
                Fault(
                    message: ranked.isEmpty
                        ? "Something has to stay in the order."
                        : "Each rank from 1 to \(ranked.count) is asked for once."))
        }
        return .success(.ordered(ranked.map(\.id)))
    }

    /// `c a d`, or `cad`: the letters of items in their order; those that are left out do not belong.
    private func letters(_ words: [String]) -> Result<AnswerGiven.Selection, Fault>? {
        let letters = words.joined().map { $0 }
        guard letters.count > 1, letters.allSatisfy({ $0.isASCII && $0.isLetter }),
            words.count == 1 || words.count == letters.count
        else { return nil }
        var ids: [String] = []
        for letter in letters {
            guard let index = OptionLabels.index(for: letter, count: order.count), !ids.contains(order[index]) else {
                let last = OptionLabels.label(at: order.count - 1)
                return .failure(Fault(message: "\(letter): letters from a to \(last) are asked for, each once."))
            }
            ids.append(order[index])
        }
        return .success(.ordered(ids))
    }

    /// `a2 b1`: a right side for a left one, each once.
    private func pairing(
        _ words: [String], after standing: [String: String]
    ) -> Result<AnswerGiven.Selection, Fault>? {
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
        // A side that is paired anew leaves the one it had.
        let taken = Set(sides.values)
        return .success(.paired(standing.filter { !taken.contains($0.value) }.merging(sides) { $1 }))
    }
}
