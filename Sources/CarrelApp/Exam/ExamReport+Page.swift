import CarrelCore

// The report as a page of HTML that stands on its own.

extension ExamReport {
    var html: String {
        func row(_ cells: [String], _ tag: String = "td") -> String {
            "<tr>" + cells.map { "<\(tag)>\(Self.escaped($0))</\(tag)>" }.joined() + "</tr>"
        }
        var lines = [
            "<!DOCTYPE html>", "<html lang=\"en\"><head><meta charset=\"utf-8\">",
            "<title>\(Self.escaped(facts.session.title))</title>",
            "<style>body{font-family:sans-serif;max-width:60em;margin:2em auto}td,th{padding:.2em .8em;"
                + "text-align:left;border-bottom:1px solid #ccc}pre{padding:.6em .8em;background:#f4f4f4;"
                + "overflow-x:auto}</style></head><body>",
            "<h1>\(Self.escaped(facts.session.title))</h1>", "<p>\(Self.escaped(date)) UTC</p>",
            "<p><strong>\(Self.escaped(words.verdict))</strong></p>", "<p>\(Self.escaped(words.points))</p>",
            "<p>\(Self.escaped(words.time))</p>",
        ]
        if !facts.domains.isEmpty {
            lines += ["<h2>Domains</h2>", "<table>", row(["Domain", "Weight", "Points"], "th")]
            lines += facts.domains.map { row([$0.name, "\($0.weight) %", "\($0.points.percent) %"]) }
            lines.append("</table>")
        }
        if !words.certainty.isEmpty {
            lines += ["<h2>How sure, how right</h2>", "<ul>"]
            lines += words.certainty.map { "<li>\(Self.escaped($0))</li>" } + ["</ul>"]
        }
        lines += ["<h2>Items</h2>", "<table>", row(["No.", "Question", "Domain", "Result", "Seconds"], "th")]
        for (index, item) in facts.session.items.enumerated() {
            let id = item.questionId
            lines.append(
                row([
                    "\(index + 1)", beginning(of: id), facts.domainOf[id] ?? "",
                    state(of: id) + (item.isScored ? "" : " (did not count)"),
                    "\((facts.session.answers[id]?.elapsedMs ?? 0) / 1000)",
                ]))
        }
        lines.append("</table>")
        for item in items { lines += Self.page(of: item) }
        return (lines + ["</body></html>"]).joined(separator: "\n") + "\n"
    }

    private static func page(of item: Item) -> [String] {
        var lines = ["<h3>\(item.number). \(escaped(item.title))</h3>"] + blocks(of: item.stem)
        if !item.exhibit.isEmpty { lines.append(code(item.exhibit)) }
        for (name, texts) in item.told {
            lines.append("<p><strong>\(name)</strong></p>")
            if item.isCommands, !texts.isEmpty {
                lines.append(code(texts))
            } else {
                lines += ["<ul>"]
                lines += (texts.isEmpty ? ["nothing"] : texts).map { "<li>\(blocks(of: $0).joined())</li>" }
                lines += ["</ul>"]
            }
        }
        return lines
    }

    /// Paragraphs, and what stands between fences as it is.
    private static func blocks(of markdown: String) -> [String] {
        var blocks: [String] = [], prose: [String] = [], fenced: [String]?, fence = ""
        func paragraph() {
            if !prose.isEmpty { blocks.append("<p>\(escaped(prose.joined(separator: " ")))</p>") }
            prose = []
        }
        for line in markdown.reportLines {
            let marks = line.drop { $0 == " " }.prefix { $0 == "`" || $0 == "~" }
            if let inside = fenced {
                let isEnd = marks.count >= fence.count && line.allSatisfy { $0 == " " || $0 == fence.first }
                if isEnd {
                    blocks.append(code(inside))
                    fenced = nil
                } else {
                    fenced = inside + [line]
                }
            } else if marks.count >= 3 {
                paragraph()
                (fenced, fence) = ([], String(marks))
            } else if line.allSatisfy({ $0 == " " }) {
                paragraph()
            } else {
                if line.beginsEntry { paragraph() }
                prose.append(line)
            }
        }
        paragraph()
        return blocks + (fenced.map { [code($0)] } ?? [])
    }

    private static func code(_ lines: [String]) -> String {
        "<pre><code>\(lines.map(escaped).joined(separator: "\n"))</code></pre>"
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "<": "&lt;"
            case ">": "&gt;"
            case "&": "&amp;"
            case "\"": "&quot;"
            default: scalar.properties.generalCategory == .control ? " " : String(Character(scalar))
            }
        }.joined()
    }
}

extension String {
    /// Whether a line begins an entry of a list in Markdown.
    fileprivate var beginsEntry: Bool {
        let text = drop { $0 == " " }, digits = text.prefix { $0.isASCII && $0.isNumber }
        if digits.isEmpty { return ["- ", "* ", "+ "].contains { text.hasPrefix($0) } }
        return [". ", ") "].contains { text.dropFirst(digits.count).hasPrefix($0) }
    }
}
