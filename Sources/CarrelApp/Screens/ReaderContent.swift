import CarrelCore
import CarrelTerminal

/// What can be read, as lines of text.
enum ReaderContent: Equatable, Sendable {
    case help(HelpTopic)
    /// Plain paragraphs.
    case paragraphs([String])
    /// Text of an author, its option labels in place.
    case markdown(String)
    /// Mermaid source.
    case diagram(String)
    /// Addresses, in full.
    case sources([String])
    /// The learner's answers to a question, with when each was given.
    case answers(PastAnswers, at: Moment, order: [String])
    case question(ReadQuestion)

    /// The addresses in it, in the order of their numbers.
    var links: [String] { if case .sources(let sources) = self { sources } else { [] } }

    var isHelp: Bool { if case .help = self { true } else { false } }

    func lines(columns: Int, glyphs: Glyphs) -> [StyledLine] {
        let width = max(10, min(columns, Frame.readableColumns) - 4)
        switch self {
        case .help(let topic):
            let topics = [topic] + topic.further + [.everywhere(in: topic.context)]
            let sections = topics.map { $0.lines(columns: width, isASCII: glyphs.isASCII) }
            return Array(sections.joined(separator: [StyledLine].gap))
        case .paragraphs(let paragraphs): return paragraphs.flatMap { TextLayout.wrap($0, columns: width) }
        case .markdown(let source): return Markdown.lines(source, columns: width, ascii: glyphs.isASCII)
        case .diagram(let source): return Diagram.lines(source, columns: max(10, columns - 4))
        // An address that is not broken is one that a terminal can open: it has the whole width.
        case .sources(let sources): return SourceList.lines(sources, columns: max(10, columns - 4))
        case .answers(let past, let now, let order):
            let shown = past.answers.map {
                $0.lines(columns: width, glyphs: glyphs, now: now, dayStart: past.dayStart, order: order)
            }
            return Array(shown.joined(separator: [StyledLine].gap))
        case .question(let question): return question.lines(columns: width, glyphs: glyphs)
        }
    }
}

extension ReaderContent {
    /// Its lines for somebody who hears them.
    var heard: [String] {
        switch self {
        case .help(let topic): ([topic] + topic.further + [.everywhere(in: topic.context)]).flatMap(\.heard)
        case .markdown(let source):
            Markdown.lines(source, columns: 1_000, isHeard: true).map { Glyphs.unicode.heard($0.text) }
        case .question(let question): question.heard
        default: lines(columns: 1_000, glyphs: .unicode).map { Glyphs.unicode.heard($0.text) }
        }
    }
}

extension HelpTopic {
    fileprivate var heard: [String] {
        [title]
            + entries.map { entry in
                let keys = entry.shown ?? entry.keys.map(\.heard).joined(separator: ", ")
                return keys.isEmpty ? entry.text : "\(keys): \(entry.text)"
            }
    }

    fileprivate func lines(columns: Int, isASCII: Bool) -> [StyledLine] {
        let keys = entries.map { entry in
            entry.shown ?? entry.keys.map { $0.label(ascii: isASCII) }.joined(separator: " ")
        }
        let width = min(14, (keys.map { Columns.width(of: $0) }.max() ?? 0) + 2)
        return [StyledLine(title, style: .heading)] + .gap
            + zip(keys, entries).flatMap { keys, entry in
                let indent = [Span(String(repeating: " ", count: width))]
                // Keys that are wider than their column have a line of their own.
                let isWide = Columns.width(of: keys) >= width
                let first = isWide ? indent : [Span(Columns.pad(keys, to: width), style: .key)]
                return (isWide ? [StyledLine(keys, style: .key)] : [])
                    + TextLayout.wrap([Span(entry.text)], columns: columns, first: first, rest: indent)
            }
    }
}

/// A diagram's source as it is read.
enum Diagram {
    /// Without the indentation all lines share and empty lines at its ends; what it is written in stands above.
    static func lines(_ source: String, columns: Int) -> [StyledLine] {
        let words = "Mermaid source: any editor or page that draws Mermaid shows it as a picture."
        return TextLayout.wrap(words, columns: min(columns, Frame.readableColumns - 4), style: .muted)
            + .gap
            + Mermaid.tidied(source).flatMap { TextLayout.wrapVerbatim(String($0), columns: columns) }
    }
}

/// Addresses under numbers.
enum SourceList {
    static func lines(_ sources: [String], columns: Int) -> [StyledLine] {
        let width = "\(sources.count)".count
        return sources.enumerated().flatMap { index, source in
            TextLayout.wrapVerbatim(
                source, columns: columns, style: .link,
                first: [Span(Columns.padStart("\(index + 1)", to: width) + "  ", style: .muted)],
                rest: [Span(String(repeating: " ", count: width + 2))])
        }
    }
}
