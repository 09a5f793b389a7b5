/// Reads a `sed` script: what most people use it for, and a word for the rest.
struct SedReader {
    struct Fault: Error {
        /// Characters that were read.
        var place: Int
        var message: String
    }

    private let script: [Character]
    private let isExtended: Bool
    private var index = 0

    init(_ source: String, isExtended: Bool) {
        script = Array(source)
        self.isExtended = isExtended
    }

    private var next: Character? { index < script.count ? script[index] : nil }

    private func fault(_ message: String) -> Fault { Fault(place: index, message: message) }

    private func beyond(_ what: String) -> Fault {
        fault("\(what) is beyond this simulated sed; it knows s, p, d, q and = behind lines and patterns")
    }

    private mutating func takes(_ sign: Character) -> Bool {
        guard next == sign else { return false }
        index += 1
        return true
    }

    private mutating func skipBlanks() {
        while next == " " || next == "\t" { index += 1 }
    }

    mutating func commands() throws(Fault) -> [SedCommand] {
        var commands: [SedCommand] = []
        while next != nil {
            if takes(";") || takes(" ") || takes("\t") || takes("\n") { continue }
            commands.append(try command())
        }
        return commands
    }

    private mutating func command() throws(Fault) -> SedCommand {
        let from = try address(isEnd: false)
        var to: SedCommand.Address?
        skipBlanks()
        if takes(",") {
            skipBlanks()
            to = try address(isEnd: true)
            guard from != nil, to != nil else {
                index += 1
                throw fault("unexpected `,'")
            }
        }
        skipBlanks()
        var isNegated = false
        while takes("!") || isNegated && takes(" ") { isNegated = true }
        guard let letter = next else { throw fault("missing command") }
        index += 1
        let action: SedCommand.Action
        switch letter {
        case "d": action = .delete
        case "p": action = .print
        case "=": action = .number
        case "q":
            guard to == nil else { throw fault("command only uses one address") }
            action = .quit
        case "s": action = .substitute(try substitution())
        case "a", "c", "D", "e", "F", "g", "G", "h", "H", "i", "l", "n", "N", "P", "Q", "r", "R", "t", "T", "b", "v",
            "w", "W", "x", "y", "z", "{", "}", "#", ":":
            throw beyond("`\(letter)'")
        default: throw fault("unknown command: `\(letter)'")
        }
        skipBlanks()
        guard next == nil || next == ";" || next == "\n" else {
            index += 1
            throw fault("extra characters after command")
        }
        return SedCommand(from: from, to: to, isNegated: isNegated, action: action)
    }

    /// Digits, however many; nil where there are none.
    private mutating func number() -> Int? {
        let digits = script[index...].prefix { $0.isASCII && $0.isNumber }
        index = digits.endIndex
        return digits.isEmpty ? nil : Int(String(digits)) ?? .max
    }

    private mutating func address(isEnd: Bool) throws(Fault) -> SedCommand.Address? {
        if takes("$") { return .last }
        if isEnd, takes("+") { return .more(number() ?? 0) }
        if isEnd, takes("~") { throw beyond("`~' behind a comma") }
        if takes("/") {
            guard let text = delimited(by: "/") else { throw fault("unterminated address regex") }
            let ignoresCase = takes("I")
            return .pattern(try pattern(text, ignoresCase: ignoresCase))
        }
        if takes("\\") { throw beyond("`\\' before a pattern") }
        guard let line = number() else { return nil }
        if !isEnd, takes("~") { return .step(first: line, every: number() ?? 0) }
        // `0,/x/` may end in the first line already.
        guard line > 0 || isEnd || next == "," && index + 1 < script.count && script[index + 1] == "/" else {
            index += 1
            throw fault("invalid usage of line address 0")
        }
        return .line(line)
    }

    private func pattern(_ text: String, ignoresCase: Bool) throws(Fault) -> SearchPattern {
        guard !text.isEmpty else { throw beyond("the last pattern again") }
        do throws(SearchPattern.Fault) {
            return try SearchPattern(text, isExtended: isExtended, ignoresCase: ignoresCase)
        } catch {
            throw fault(error.rawValue)
        }
    }

    /// What stands before the next sign that no backslash and no bracket hides; the sign is passed. Nil without one.
    private mutating func delimited(by sign: Character, isPattern: Bool = true) -> String? {
        var text = "", isBracket = false, first = 0
        while let character = next, character != "\n" || !isPattern {
            index += 1
            if character == sign, !isBracket { return text }
            if character == "\\", !isBracket, let escaped = next {
                index += 1
                text += escaped == sign ? String(sign) : "\\" + String(escaped)
                continue
            }
            if isPattern, character == "[", !isBracket {
                (isBracket, first) = (true, index + (next == "^" ? 1 : 0))
            } else if character == "]", isBracket, index - 1 > first {
                isBracket = false
            }
            text.append(character)
        }
        return nil
    }

    private mutating func substitution() throws(Fault) -> SedCommand.Substitution {
        guard let sign = next, sign != "\\", sign != "\n" else { throw fault("unterminated `s' command") }
        index += 1
        guard let old = delimited(by: sign), let new = delimited(by: sign, isPattern: false) else {
            throw fault("unterminated `s' command")
        }
        let pieces = try pieces(of: new)
        var ignoresCase = false, isAll = false, isPrinted = false, first: Int?
        flags: while let flag = next {
            switch flag {
            case "g": isAll = true
            case "p": isPrinted = true
            case "i", "I": ignoresCase = true
            case "1", "2", "3", "4", "5", "6", "7", "8", "9":
                guard first == nil else { throw fault("multiple number options to `s' command") }
                first = number()
                continue flags
            case "0":
                index += 1
                throw fault("number option to `s' command may not be zero")
            case " ", "\t", ";", "\n", "}": break flags
            case "e", "m", "M", "w": throw beyond("`\(flag)' behind `s'")
            default:
                index += 1
                throw fault("unknown option to `s'")
            }
            index += 1
        }
        return SedCommand.Substitution(
            pattern: try pattern(old, ignoresCase: ignoresCase), new: pieces, first: first ?? 1, isAll: isAll,
            isPrinted: isPrinted)
    }

    private func pieces(of new: String) throws(Fault) -> [SedCommand.Substitution.Piece] {
        var pieces: [SedCommand.Substitution.Piece] = [], text = "", rest = new[...]
        while let character = rest.popFirst() {
            if character == "&" || rest.first == "0" && character == "\\" {
                if character == "\\" { rest.removeFirst() }
                pieces += [.text(text), .match]
                text = ""
            } else if character == "\\", let escaped = rest.popFirst() {
                switch escaped {
                case "n": text += "\n"
                case "t": text += "\t"
                case "1", "2", "3", "4", "5", "6", "7", "8", "9": throw beyond("`\\\(escaped)'")
                case "U", "L", "u", "l", "E": throw beyond("`\\\(escaped)'")
                default: text.append(escaped)
                }
            } else {
                text.append(character)
            }
        }
        return pieces + [.text(text)]
    }
}
