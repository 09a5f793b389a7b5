/// JSON as templates make it, with commas too many, set out as command-line tools print it.
enum LooseJSON {
    /// Indented by four spaces; text that is no JSON is given back as it is.
    static func indented(_ text: String) -> String {
        let tokens = tokens(of: text)
        var output = "", depth = 0, index = 0
        func newLine() { output += "\n" + String(repeating: "    ", count: max(0, depth)) }
        while index < tokens.count, output.utf8.count <= StepBudget.longestText {
            let token = tokens[index], next = index + 1 < tokens.count ? tokens[index + 1] : ""
            switch token {
            case "{", "[":
                output += token
                if next == "}" || next == "]" {
                    output += next
                    index += 1
                } else {
                    depth += 1
                    newLine()
                }
            case "}", "]":
                depth -= 1
                newLine()
                output += token
            case ",":
                // One before a closing bracket is one too many.
                if next != "}", next != "]", next != ",", next != "" {
                    output += ","
                    newLine()
                }
            case ":": output += ": "
            default: output += token
            }
            index += 1
        }
        return output + (text.hasSuffix("\n") ? "\n" : "")
    }

    private static func tokens(of text: String) -> [String] {
        var tokens: [String] = [], rest = text[...]
        while let first = rest.first {
            if first == " " || first == "\n" || first == "\t" {
                rest.removeFirst()
            } else if "{}[]:,".contains(first) {
                tokens.append(String(first))
                rest.removeFirst()
            } else if first == "\"" {
                tokens.append(string(&rest))
            } else {
                let word = rest.prefix { !" \n\t{}[]:,\"".contains($0) }
                tokens.append(String(word))
                rest = rest[word.endIndex...]
            }
        }
        // A comma that stands before a closing bracket with nothing between is dropped above; two in a row are one.
        return tokens
    }

    private static func string(_ rest: inout Substring) -> String {
        var string = "\"", isEscaped = false
        rest.removeFirst()
        while let next = rest.popFirst() {
            string.append(next)
            if next == "\"", !isEscaped { return string }
            isEscaped = next == "\\" && !isEscaped
        }
        return string + "\""
    }

    /// The text in quotes, with what JSON does not allow in them escaped.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default: if scalar.value >= 0x20 { quoted.unicodeScalars.append(scalar) }
            }
        }
        return quoted + "\""
    }
}
