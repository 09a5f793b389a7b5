/// `tr`: characters for others, of what a pipe brings.
enum Translation {
    static func tr(_ invocation: Invocation) throws(Complaint) -> CommandOutput {
        let arguments = try Arguments(
            invocation, flags: "dscCt",
            long: ["delete": "d", "squeeze-repeats": "s", "complement": "c", "truncate-set1": "t"])
        guard let input = invocation.input else { throw Complaint("tr: reads from a pipe only; put one before it") }
        let operands = arguments.operands, help = "Try 'tr --help' for more information."
        guard let first = operands.first else { throw Complaint("tr: missing operand", help) }
        let deletes = arguments.has("d"), squeezes = arguments.has("s")
        let most = deletes && !squeezes ? 1 : 2, least = deletes == squeezes ? 2 : 1
        if operands.count > most {
            let extra = "tr: extra operand '\(operands[most])'"
            throw most == 1
                ? Complaint(extra, "Only one string may be given when deleting without squeezing repeats.", help)
                : Complaint(extra, help)
        }
        guard operands.count >= least else {
            let why =
                deletes
                ? "Two strings must be given when both deleting and squeezing repeats."
                : "Two strings must be given when translating."
            throw Complaint("tr: missing operand after '\(first)'", why, help)
        }
        let isComplement = arguments.has("c") || arguments.has("C")
        var from = try scalars(first)
        let to = operands.count > 1 ? try scalars(operands[1]) : []
        let members = Set(from)
        func isMeant(_ scalar: Unicode.Scalar) -> Bool { members.contains(scalar) != isComplement }
        var kept = String.UnicodeScalarView()
        if deletes {
            kept.append(contentsOf: input.unicodeScalars.lazy.filter { !isMeant($0) })
        } else if operands.count == 2 {
            guard !to.isEmpty || arguments.has("t") else {
                throw Complaint("tr: when not truncating set1, string2 must be non-empty")
            }
            // The complement is all other bytes in their order; what is no ASCII comes behind them.
            if isComplement { from = (0..<128).map { Unicode.Scalar(UInt8($0)) }.filter { !members.contains($0) } }
            let count = arguments.has("t") ? min(from.count, to.count) : from.count
            var map: [Unicode.Scalar: Unicode.Scalar] = [:]
            for (index, scalar) in from.prefix(count).enumerated() {
                if let new = index < to.count ? to[index] : to.last { map[scalar] = new }
            }
            let other = isComplement && !arguments.has("t") ? to.last : nil
            kept.append(
                contentsOf: input.unicodeScalars.lazy.map { map[$0] ?? (isMeant($0) ? other : nil) ?? $0 })
        } else {
            kept = input.unicodeScalars
        }
        guard squeezes else { return CommandOutput(text: String(kept)) }
        let squeezed = Set(to)
        var text = String.UnicodeScalarView(), last: Unicode.Scalar?
        for scalar in kept {
            let isSqueezed = operands.count == 2 ? squeezed.contains(scalar) : isMeant(scalar)
            if scalar != last || !isSqueezed { text.append(scalar) }
            last = scalar
        }
        return CommandOutput(text: String(text))
    }

    private static let classes: [(name: String, ranges: [ClosedRange<UInt8>])] = [
        ("alnum", [0x30...0x39, 0x41...0x5A, 0x61...0x7A]), ("alpha", [0x41...0x5A, 0x61...0x7A]),
        ("blank", [0x09...0x09, 0x20...0x20]), ("cntrl", [0x00...0x1F, 0x7F...0x7F]), ("digit", [0x30...0x39]),
        ("graph", [0x21...0x7E]), ("lower", [0x61...0x7A]), ("print", [0x20...0x7E]),
        ("punct", [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]), ("space", [0x09...0x0D, 0x20...0x20]),
        ("upper", [0x41...0x5A]), ("xdigit", [0x30...0x39, 0x41...0x46, 0x61...0x66]),
    ]

    /// `a-z`, `[:digit:]`, `\n`, `\012`.
    private static func scalars(_ set: String) throws(Complaint) -> [Unicode.Scalar] {
        var all: [Unicode.Scalar] = [], rest = set.unicodeScalars[...]
        while let scalar = rest.first {
            if scalar == "[", let name = className(rest) {
                guard let ranges = classes.first(where: { $0.name == name })?.ranges else {
                    throw Complaint("tr: invalid character class '\(name)'")
                }
                all += ranges.joined().map { Unicode.Scalar($0) }
                rest = rest.dropFirst(name.unicodeScalars.count + 4)
                continue
            }
            let low = member(&rest)
            guard rest.first == "-", rest.count > 1 else {
                all.append(low)
                continue
            }
            rest.removeFirst()
            let high = member(&rest)
            guard low <= high else {
                throw Complaint("tr: range-endpoints of '\(low)-\(high)' are in reverse collating sequence order")
            }
            guard high.value - low.value < 0x1000 else { throw Arguments.beyond("tr", "a range of so many characters") }
            all += (low.value...high.value).compactMap(Unicode.Scalar.init)
        }
        return all
    }

    private static func className(_ rest: Substring.UnicodeScalarView) -> String? {
        guard rest.dropFirst().first == ":" else { return nil }
        let name = rest.dropFirst(2).prefix { $0 != ":" }
        return rest[name.endIndex...].starts(with: ":]".unicodeScalars) ? String(name) : nil
    }

    /// One character, as it is or behind a backslash.
    private static func member(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar {
        let scalar = rest.removeFirst()
        guard scalar == "\\", let escaped = rest.first else { return scalar }
        let digits = rest.prefix(3).prefix { ("0"..."7").contains($0) }
        if let number = UInt8(String(digits), radix: 8) {
            rest.removeFirst(digits.count)
            return Unicode.Scalar(number)
        }
        rest.removeFirst()
        switch escaped {
        case "a": return "\u{7}"
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{B}"
        default: return escaped
        }
    }
}
