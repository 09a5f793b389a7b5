/// Writing whole files, words and variables.
enum TextFiles {
    static func echo(_ invocation: Invocation) -> CommandOutput {
        var words = invocation.arguments[...], endsLine = true, escapes = false
        while let first = words.first?.text, first.count > 1, first.first == "-",
            first.dropFirst().allSatisfy({ "neE".contains($0) })
        {
            for letter in first.dropFirst() {
                if letter == "n" { endsLine = false } else { escapes = letter == "e" }
            }
            words.removeFirst()
        }
        var text = words.map(\.text).joined(separator: " ")
        if escapes {
            let (plain, isCut) = unescaped(text)
            text = plain
            endsLine = endsLine && !isCut
        }
        return CommandOutput(text: text + (endsLine ? "\n" : ""))
    }

    /// What stands for itself behind a backslash is left with it; `\c` cuts off the rest.
    private static func unescaped(_ text: String) -> (text: String, isCut: Bool) {
        let signs: [Character: String] = [
            "\\": "\\", "n": "\n", "t": "\t", "r": "\r", "a": "\u{7}", "b": "\u{8}", "e": "\u{1B}", "f": "\u{C}",
            "v": "\u{B}",
        ]
        var plain = "", rest = text[...]
        while let character = rest.popFirst() {
            guard character == "\\", let next = rest.popFirst() else {
                plain.append(character)
                continue
            }
            if next == "c" { return (plain, true) }
            if next == "0" || next == "x" {
                let digits = rest.prefix(next == "x" ? 2 : 3).prefix { $0.isHexDigit && (next == "x" || $0 < "8") }
                if let number = UInt32(digits, radix: next == "x" ? 16 : 8), number < 0x80 {
                    plain += Unicode.Scalar(number).map { String($0) } ?? ""
                    rest = rest[digits.endIndex...]
                    continue
                }
            }
            plain += signs[next] ?? "\\" + String(next)
        }
        return (plain, false)
    }

    static func export(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        for word in invocation.arguments {
            if word.text.hasPrefix("-") {
                throw Complaint("bash: export: \(word.text) is beyond this simulated export")
            }
            if let assignment = Assignment(word) {
                scope.set("env.\(assignment.name)", assignment.value)
            } else if let value = scope.value(of: "variable.\(word.text)") {
                scope.set("env.\(word.text)", value)
                scope.set("variable.\(word.text)", nil)
            }
        }
        return CommandOutput()
    }

    static func tee(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        // Nothing interrupts a line here.
        let arguments = try Arguments(
            invocation, flags: "ai", beyond: "p", long: ["append": "a", "ignore-interrupts": "i", "output-error": "p"])
        let text = try scope.inputs([], of: invocation)[0].text
        var output = scope.turns(arguments.operands) { name, scope throws(Complaint) -> String in
            do throws(FileRefusal) {
                try scope.write(text, to: name, appending: arguments.has("a"))
                return ""
            } catch {
                throw Complaint("tee: \(name): \(error.rawValue)")
            }
        }
        output.text = text
        return output
    }

    static func touch(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "acm", valued: "r", beyond: "dfht",
            long: ["no-create": "c", "reference": "r", "date": "d", "no-dereference": "h", "time": "-"])
        guard !arguments.operands.isEmpty else {
            throw Complaint("touch: missing file operand", "Try 'touch --help' for more information.")
        }
        var time = scope.now
        if let name = arguments.value("r") {
            do throws(FileRefusal) { time = try scope.file(name).time } catch {
                throw Complaint("touch: failed to get attributes of '\(name)': \(error.rawValue)")
            }
        }
        // The time that is kept of a file is that of its last change, not that of its last reading.
        let changesTime = !arguments.has("a") || arguments.has("m")
        return scope.turns(arguments.operands) { name, scope throws(Complaint) -> String in
            do throws(FileRefusal) {
                if (try? scope.file(name)) == nil, !arguments.has("c") { try scope.create(.file, at: name) }
                if var node = try? scope.file(name), changesTime {
                    if !scope.can(2, node), node.owner != scope.user { throw .denied }
                    node.time = time
                    scope.put(node)
                }
                return ""
            } catch {
                throw Complaint("touch: cannot touch '\(name)': \(error.rawValue)")
            }
        }
    }
}
