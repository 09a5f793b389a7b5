/// Reads a `sed` script: what most people use it for, and a word for the rest.
struct SedReader {
    struct Fault: Error {
        /// Characters that were read.
        var place: Int
        var message: String
    }

    private let script: [Character]
    private let isExtended: Bool
    var index = 0

    init(_ source: String, isExtended: Bool) {
        script = Array(source)
        self.isExtended = isExtended
    }

    var next: Character? { index < script.count ? script[index] : nil }

    func fault(_ message: String) -> Fault { Fault(place: index, message: message) }

    func beyond(_ what: String) -> Fault {
        fault("\(what) is beyond this simulated sed; it knows s y p d q Q a i c = { } behind lines and patterns")
    }

    mutating func takes(_ sign: Character) -> Bool {
        guard next == sign else { return false }
        index += 1
        return true
    }

    mutating func skipBlanks() {
        while next == " " || next == "\t" { index += 1 }
    }

    mutating func read(into script: inout SedScript) throws(Fault) {
        while next != nil {
            if takes(";") || takes(" ") || takes("\t") || takes("\n") { continue }
            if takes("#") {
                while next != nil, next != "\n" { index += 1 }
            } else if takes("}") {
                guard script.endBlock() else { throw fault("unexpected `}'") }
                try end()
            } else {
                script.append(try command(isInBlock: script.isInBlock))
            }
        }
    }

    private mutating func command(isInBlock: Bool) throws(Fault) -> SedCommand {
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
        while takes("!") || isNegated && takes(" ") {
            isNegated = true
            guard next != "!" else {
                index += 1
                throw fault("multiple `!'s")
            }
        }
        guard let letter = next else { throw fault("missing command") }
        index += 1
        let action: SedCommand.Action
        switch letter {
        case "d": action = .delete
        case "p": action = .print
        case "=": action = .number
        case "q", "Q":
            guard to == nil else { throw fault("command only uses one address") }
            skipBlanks()
            guard number() == nil else { throw beyond("an exit status behind `\(letter)'") }
            action = .quit(isSilent: letter == "Q")
        case "s": action = .substitute(try substitution())
        case "y": action = .translate(try translation())
        case "a": action = .append(try text())
        case "i": action = .insert(try text())
        case "c": action = .change(try text())
        case "{": return SedCommand(from: from, to: to, isNegated: isNegated, action: .block(0))
        case "}": throw fault(isInBlock ? "} doesn't want any addresses" : "unexpected `}'")
        case "#": throw fault("comments don't accept any addresses")
        case "D", "e", "F", "g", "G", "h", "H", "l", "n", "N", "P", "r", "R", "t", "T", "b", "v", "w", "W", "x", "z",
            ":":
            throw beyond("`\(letter)'")
        default: throw fault("unknown command: `\(letter)'")
        }
        try end()
        return SedCommand(from: from, to: to, isNegated: isNegated, action: action)
    }

    /// Nothing may stand behind a command but the next one, or the end of its block.
    private mutating func end() throws(Fault) {
        skipBlanks()
        guard next == nil || next == ";" || next == "\n" || next == "}" || next == "#" else {
            index += 1
            throw fault("extra characters after command")
        }
    }

    /// Digits, however many; nil where there are none.
    mutating func number() -> Int? {
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

    func pattern(_ text: String, ignoresCase: Bool) throws(Fault) -> SearchPattern {
        guard !text.isEmpty else { throw beyond("the last pattern again") }
        do throws(SearchPattern.Fault) {
            return try SearchPattern(text, isExtended: isExtended, ignoresCase: ignoresCase)
        } catch {
            throw fault(error.rawValue)
        }
    }
}
