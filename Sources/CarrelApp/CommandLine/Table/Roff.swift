/// The language of manual pages.
enum Roff {
    static func paragraphs(_ texts: [String]) -> [String] {
        Array(texts.map(lines).joined(separator: [".PP"]))
    }

    /// A name, and what is said of it.
    static func item(_ name: String, _ text: String) -> [String] { [".TP", ".B \(escaped(name))"] + lines(text) }

    /// Text in lines of the source as long as mandoc's style has them. A dot that begins one is no command.
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        for word in escaped(text).split(separator: " ") {
            if let last = lines.last, last.utf8.count + 1 + word.utf8.count <= 80 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append((word.hasPrefix(".") ? "\\&" : "") + word)
            }
        }
        return lines
    }

    /// Text in which no command is found, and that every device prints as it stands here.
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out += "\\e"
            case "-": out += "\\-"
            case "^": out += "\\(ha"
            case "~": out += "\\(ti"
            case "`": out += "\\(ga"
            case "'": out += "\\(aq"
            case "\"": out += "\\(dq"
            case "…": out += "..."
            default: out += scalar.isASCII ? String(scalar) : "\\[u\(hex(scalar))]"
            }
        }
        return out
    }

    private static func hex(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
