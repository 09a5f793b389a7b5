/// What was typed on a device so far.
enum History {
    /// Lines that network gear keeps.
    private static let keptByGear = 20

    /// Numbered, as shells list it, `history 5` the last five; where another command stands for it, as network gear
    /// does.
    static func history(_ invocation: Invocation) throws(Complaint) -> CommandOutput {
        let typed = invocation.history
        guard invocation.name == "history" else {
            return CommandOutput(text: typed.suffix(keptByGear).map { "  \($0)\n" }.joined())
        }
        var first = 0
        if let argument = invocation.arguments.first?.text {
            if argument.count == 2, argument.first == "-", argument.last.map({ "acdnprsw".contains($0) }) ?? false {
                throw Complaint("bash: history: \(argument) is beyond this simulated history")
            }
            guard let count = Int(argument), count >= 0 else {
                throw Complaint("bash: history: \(argument): numeric argument required")
            }
            first = max(0, typed.count - count)
        }
        let lines = typed.indices.dropFirst(first).map { index in
            let number = String(index + 1)
            return String(repeating: " ", count: max(0, 5 - number.count)) + number + "  " + typed[index] + "\n"
        }
        return CommandOutput(text: lines.joined())
    }

    /// A `!` for which there is no line, as it was typed.
    struct NoEvent: Error, Equatable { var event: String }

    /// The line with `!!`, `!3`, `!-2`, `!prefix` and `!$` replaced, as a shell does before anything else.
    static func expanded(_ line: String, _ typed: [String]) throws(NoEvent) -> String {
        guard line.contains("!") else { return line }
        var text = "", rest = line[...], isSingle = false, isDouble = false
        // What is longer by far than a line may be is not gone on with.
        while text.utf8.count <= StepBudget.longestText, let character = rest.popFirst() {
            switch character {
            case "'" where !isDouble: isSingle.toggle()
            case "\"" where !isSingle: isDouble.toggle()
            case "\\" where !isSingle:
                text.append(character)
                if let next = rest.popFirst() { text.append(next) }
                continue
            case "!" where !isSingle && !isLiteral(before: text, behind: rest, isDouble: isDouble):
                text += try event(&rest, typed)
                continue
            default: break
            }
            text.append(character)
        }
        return text
    }

    /// `a != b`, `$!`, `${!x}` and `[!a]` are no events.
    private static func isLiteral(before text: String, behind rest: Substring, isDouble: Bool) -> Bool {
        guard let next = rest.first, !" \t=(".contains(next), !(isDouble && next == "\"") else { return true }
        return text.last == "$" || text.hasSuffix("${") || text.last == "[" && rest.contains("]")
    }

    private static func event(_ rest: inout Substring, _ typed: [String]) throws(NoEvent) -> String {
        func found(_ line: String?, _ event: some StringProtocol) throws(NoEvent) -> String {
            guard let line else { throw NoEvent(event: "!" + event) }
            return line
        }
        for sign in ["!", "$"] where rest.hasPrefix(sign) {
            rest.removeFirst()
            let line = try found(typed.last, sign)
            return sign == "!" ? line : line.split(separator: " ").last.map(String.init) ?? ""
        }
        let digits = rest.dropFirst(rest.first == "-" ? 1 : 0).prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty {
            let event = rest[..<digits.endIndex]
            rest = rest[digits.endIndex...]
            // `!1` is the first line, `!-1` the last one.
            let number = Int(event) ?? 0, place = number < 0 ? typed.count + number : number - 1
            return try found(typed.indices.contains(place) ? typed[place] : nil, event)
        }
        let start = rest.prefix { !" \t;&|<>()'\":".contains($0) }
        rest = rest[start.endIndex...]
        return try found(start.isEmpty ? nil : typed.last { $0.hasPrefix(start) }, start)
    }
}
