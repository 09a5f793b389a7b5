// What stands behind a command's letter: old and new of `s` and `y`, the text of `a`, `i` and `c`.
extension SedReader {
    /// What stands before the next sign that no backslash and no bracket hides; the sign is passed. Nil without one.
    mutating func delimited(by sign: Character, isPattern: Bool = true) -> String? {
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

    mutating func substitution() throws(Fault) -> SedCommand.Substitution {
        guard let sign = next, sign != "\\", sign != "\n" else { throw fault("unterminated `s' command") }
        index += 1
        guard let old = delimited(by: sign), let new = delimited(by: sign, isPattern: false) else {
            throw fault("unterminated `s' command")
        }
        let pieces = try pieces(of: new), last = lastGroup(of: pieces)
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
        let pattern = try pattern(old, ignoresCase: ignoresCase)
        guard last <= pattern.groups else { throw fault("invalid reference \\\(last) on `s' command's RHS") }
        return SedCommand.Substitution(
            pattern: pattern, new: pieces, first: first ?? 1, isAll: isAll, isPrinted: isPrinted)
    }

    private func lastGroup(of pieces: [SedCommand.Substitution.Piece]) -> Int {
        pieces.map { if case .group(let number) = $0 { number } else { 0 } }.max() ?? 0
    }

    /// `y/abc/xyz/`: characters and what becomes of them.
    mutating func translation() throws(Fault) -> [Character: Character] {
        guard let sign = next, sign != "\\", sign != "\n" else { throw fault("unterminated `y' command") }
        index += 1
        guard let old = delimited(by: sign, isPattern: false), let new = delimited(by: sign, isPattern: false) else {
            throw fault("unterminated `y' command")
        }
        let (from, to) = (try signs(of: old), try signs(of: new))
        guard from.count == to.count else { throw fault("strings for `y' command are different lengths") }
        return Dictionary(zip(from, to)) { first, _ in first }
    }

    private func signs(of text: String) throws(Fault) -> [Character] {
        var signs: [Character] = [], rest = text[...]
        while let character = rest.popFirst() {
            guard character == "\\" else {
                signs.append(character)
                continue
            }
            switch rest.popFirst() {
            case "n": signs.append("\n")
            case "t": signs.append("\t")
            case let sign?: signs += sign == "\\" ? [sign] : ["\\", sign]
            case nil: signs.append("\\")
            }
        }
        return signs
    }

    /// The lines behind `a`, `i` or `c`: up to the first line that does not end in a backslash.
    mutating func text() throws(Fault) -> [String] {
        skipBlanks()
        guard next != nil else { throw fault("expected \\ after `a', `c' or `i'") }
        var text = "", isOwnLine = false
        if takes("\\") {
            // Blanks behind it are part of the text, unless the text is a line of its own.
            let begin = index
            skipBlanks()
            isOwnLine = takes("\n")
            if !isOwnLine { index = begin }
        }
        while let character = next, character != "\n" {
            index += 1
            guard character == "\\" else {
                text.append(character)
                continue
            }
            guard let escaped = next else { break }
            index += 1
            switch escaped {
            case "n": text.append("\n")
            case "t": text.append("\t")
            default: text.append(escaped)
            }
        }
        return text.isEmpty && !isOwnLine ? [] : (text + "\n").outputLines
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
                case "1", "2", "3", "4", "5", "6", "7", "8", "9":
                    pieces += [.text(text), .group(escaped.wholeNumberValue ?? 0)]
                    text = ""
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
