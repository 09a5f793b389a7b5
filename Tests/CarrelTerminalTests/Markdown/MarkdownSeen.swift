import CarrelTerminal

/// Without spaces at the ends of lines.
func seen(_ source: String, _ columns: Int, ascii: Bool = false, isHeard: Bool = false) -> String {
    Markdown.lines(source, columns: columns, ascii: ascii, isHeard: isHeard).map { line in
        var text = line.text
        while text.last == " " { text.removeLast() }
        return text
    }.joined(separator: "\n")
}
