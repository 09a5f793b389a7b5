/// `cat`: files one behind the other, with what is asked for made visible.
enum Concatenation {
    static func cat(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        guard invocation.name == "cat" else { return try page(invocation, scope) }
        let arguments = try Arguments(
            invocation, flags: "AbeEnstTuv",
            long: [
                "number": "n", "number-nonblank": "b", "show-all": "A", "show-ends": "E", "show-tabs": "T",
                "show-nonprinting": "v", "squeeze-blank": "s",
            ])
        let (text, errors) = try whole(arguments.operands, invocation, scope)
        func has(_ letters: String) -> Bool { letters.contains { arguments.has($0) } }
        let showsEnds = has("AeE"), showsTabs = has("AtT"), showsOthers = has("Aetv")
        let isNumbered = has("bn"), skipsBlanks = has("b")
        var number = 0, wasBlank = false, shown = ""
        for line in (text ?? "").outputLines {
            if line.isEmpty, wasBlank, has("s") { continue }
            wasBlank = line.isEmpty
            if isNumbered, !skipsBlanks || !line.isEmpty {
                number += 1
                shown += String(number).leftPadded(to: 6) + "\t"
            }
            shown += showsTabs || showsOthers ? visible(line, tabs: showsTabs, others: showsOthers) : line
            shown += showsEnds ? "$\n" : "\n"
        }
        var output = CommandOutput(text: shown)
        output.add(errors, failing: text == nil)
        return output
    }

    /// `less` and `more`, which have no screen to stop at.
    private static func page(_ invocation: Invocation, _ scope: SimulationScope) throws(Complaint) -> CommandOutput {
        let isLess = invocation.name == "less"
        let arguments = try Arguments(
            invocation, flags: isLess ? "eEFiIqQRSX" : "cdflpu",
            beyond: isLess ? "?aAbBcCdDfgGhjJkKLmMnNopPrstTuUVwWxyz~" : "sn")
        let (text, errors) = try whole(arguments.operands, invocation, scope)
        var output = CommandOutput(text: text ?? "")
        output.add(errors, failing: text == nil)
        return output
    }

    /// All that can be read, one behind the other; nil where nothing can.
    private static func whole(_ names: [String], _ invocation: Invocation, _ scope: SimulationScope) throws(Complaint)
        -> (text: String?, errors: [String])
    {
        let read = try scope.readable(names, of: invocation)
        return (read.inputs.isEmpty ? nil : read.inputs.map(\.text.withLineEnd).joined(), read.errors)
    }

    /// `^I` for a tab, `^M` for a carriage return, `M-C` for what is no ASCII.
    private static func visible(_ line: String, tabs: Bool, others: Bool) -> String {
        var shown = ""
        for byte in line.utf8 {
            switch byte {
            case 0x09 where !tabs: shown += "\t"
            case 0x09: shown += "^I"
            case _ where !others: return line.replacing("\t", "^I")
            default:
                if byte >= 0x80 { shown += "M-" }
                let low = byte & 0x7F
                if low == 0x7F {
                    shown += "^?"
                } else if low < 0x20 {
                    shown += "^" + String(Unicode.Scalar(low + 0x40))
                } else {
                    shown += String(Unicode.Scalar(low))
                }
            }
        }
        return shown
    }
}
