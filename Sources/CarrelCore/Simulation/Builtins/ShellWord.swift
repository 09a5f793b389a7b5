/// A word as it was typed, its quotes taken off: its variables are filled in when its command begins.
struct ShellWord: Equatable, Sendable {
    enum Part: Equatable, Sendable {
        case text(String)
        /// The name behind `$`; `?` for how the last command went.
        case variable(String)
    }

    var parts: [Part] = []
    /// Where it begins, from 0.
    var column: Int
    /// Where a part of it was in quotes.
    var isQuoted = false

    mutating func append(_ character: Character) {
        if case .text(let text)? = parts.last {
            parts[parts.count - 1] = .text(text + String(character))
        } else {
            parts.append(.text(String(character)))
        }
    }

    /// The number in front of a `>`: which of the two outputs is meant.
    var fileDescriptor: String? {
        !isQuoted && (parts == [.text("1")] || parts == [.text("2")]) ? parts == [.text("2")] ? "2" : "" : nil
    }

    /// - Parameter status: How the last command went: 0 where it went well.
    func filled(in scope: SimulationScope, status: Int) -> LineWord {
        var text = ""
        for part in parts where text.utf8.count <= StepBudget.longestText {
            switch part {
            case .text(let literal): text += literal
            case .variable("?"): text += String(status)
            case .variable("USER"): text += scope.user
            case .variable("HOME"): text += scope.home
            case .variable("PWD"): text += scope.directory
            case .variable(let name): text += scope.variable(name) ?? ""
            }
        }
        if !isQuoted, case .text? = parts.first, text == "~" || text.hasPrefix("~/") {
            text = scope.home + text.dropFirst()
        }
        return LineWord(text: scope.budget.checked(text), column: column, isQuoted: isQuoted)
    }
}

/// Takes a line of a Unix shell apart into words and the signs between them.
struct ShellWordReader {
    enum Piece: Equatable, Sendable {
        case word(ShellWord)
        case sign(String)
    }

    /// Why a line cannot be read, in the shell's words.
    struct Refusal: Error, Equatable { var message: String }

    private let characters: [Character]
    private var index = 0
    private var word: ShellWord?
    private var pieces: [Piece] = []

    private init(_ line: String) { characters = Array(line) }

    static func pieces(of line: String) throws(Refusal) -> [Piece] {
        var reader = ShellWordReader(line)
        try reader.read()
        return reader.pieces
    }

    /// What the shell's own language begins with: nothing of it is run here.
    private static let keywords: Set<String> = [
        "for", "while", "until", "if", "case", "select", "function", "[", "[[", "{", "!",
    ]

    private mutating func endWord() throws(Refusal) {
        guard let word else { return }
        if case .text(let text)? = word.parts.first, word.parts.count == 1, !word.isQuoted, beginsCommand,
            Self.keywords.contains(text)
        {
            throw Self.beyond(text)
        }
        pieces.append(.word(word))
        self.word = nil
    }

    /// Whether a word that is read now names a command.
    private var beginsCommand: Bool {
        guard case .sign(let sign)? = pieces.last else { return pieces.isEmpty }
        return ["|", "||", "&&", ";"].contains(sign)
    }

    /// Adds to the word that is being read, or begins one here.
    private mutating func extend(with character: Character? = nil, isQuoted: Bool = false) {
        var extended = word ?? ShellWord(column: index)
        extended.isQuoted = extended.isQuoted || isQuoted
        if let character { extended.append(character) }
        word = extended
    }

    private mutating func read() throws(Refusal) {
        while index < characters.count {
            let character = characters[index]
            switch character {
            case " ", "\t": try endWord()
            case "'", "\"": try quoted(character)
            case "\\":
                extend(isQuoted: true)
                index += 1
                if index < characters.count { extend(with: characters[index]) }
            case "$":
                try variable()
                continue
            case "`": throw Self.beyond("`…`")
            case "#" where word == nil: return
            case "|", "&", ";", ">", "<": try sign(character)
            case "(" where word == nil && beginsCommand: throw Self.beyond("(…)")
            case "(", ")": throw Refusal(message: "bash: syntax error near unexpected token `\(character)'")
            default: extend(with: character)
            }
            index += 1
        }
        try endWord()
    }

    /// Reads to the closing quote, which `index` is at then.
    private mutating func quoted(_ quote: Character) throws(Refusal) {
        extend(isQuoted: true)
        index += 1
        while index < characters.count, characters[index] != quote {
            if quote == "\"", characters[index] == "$" {
                try variable()
                continue
            }
            let isEscape =
                quote == "\"" && characters[index] == "\\" && index + 1 < characters.count
                && "\"\\$`".contains(characters[index + 1])
            if isEscape { index += 1 }
            extend(with: characters[index])
            index += 1
        }
        guard index < characters.count else {
            throw Refusal(message: "bash: unexpected EOF while looking for matching `\(quote)'")
        }
    }

    private mutating func sign(_ character: Character) throws(Refusal) {
        let descriptor = character == ">" ? word?.fileDescriptor : nil
        if descriptor != nil { word = nil }
        try endWord()
        var sign = String(character)
        let longer: Set = ["||", "&&", ">>", "&>", "&>>", "<<", "<<<"]
        while index + 1 < characters.count, longer.contains(sign + String(characters[index + 1])) {
            sign.append(characters[index + 1])
            index += 1
        }
        if sign == "&" || sign == "<<" { throw Self.beyond(sign) }
        sign = (descriptor ?? "") + sign
        if sign == "2>" || sign == ">", index + 2 < characters.count, characters[index + 1] == "&" {
            let merged = (sign == ">" ? "1>&" : "2>&") + String(characters[index + 2])
            guard merged == "2>&1" || merged == "1>&2" else { throw Self.beyond(merged) }
            sign = merged
            index += 2
        }
        pieces.append(.sign(sign))
    }

    private static func beyond(_ sign: String) -> Refusal {
        Refusal(message: "bash: \(sign) is beyond this simulated shell")
    }

    /// `$NAME`, `${NAME}` or `$?` at `index`, which is moved behind it.
    private mutating func variable() throws(Refusal) {
        let dollar = index
        index += 1
        let isBraced = index < characters.count && characters[index] == "{"
        if isBraced { index += 1 }
        if index < characters.count, characters[index] == "(" { throw Self.beyond("$(…)") }
        var name = ""
        if index < characters.count, characters[index] == "?" {
            name = "?"
            index += 1
        } else {
            while index < characters.count,
                characters[index].isLetter || characters[index].isNumber || characters[index] == "_"
            {
                name.append(characters[index])
                index += 1
            }
        }
        if isBraced, index < characters.count { index += 1 }
        var extended = word ?? ShellWord(column: dollar)
        if name.isEmpty { extended.append("$") } else { extended.parts.append(.variable(name)) }
        word = extended
    }
}
