import CarrelCore

/// Writes derived option ids into the text of a pack, so that an edited option keeps the answers given to it.
struct IDWriter {
    /// The text with the ids in it; everything else is as it was, byte for byte.
    let bytes: [UInt8]
    /// How many ids were written.
    let count: Int

    /// - Throws: Why the file is left alone: the faults it has, or a way of writing that ids cannot be put into.
    init(_ source: [UInt8], file: PackFile) throws(FixError) {
        let reading = PackReading(bytes: source, file: file)
        guard reading.isWhole else { throw .hasFaults(reading.faults.faults.filter { $0.severity == .error }) }
        let missing = reading.questions.flatMap { Self.missing(in: $0) }
        let lines = LineIndex(source)
        var bytes: [UInt8] = [], copied = 0
        for (mapping, id) in missing.sorted(by: { $0.mapping.position < $1.mapping.position }) {
            guard let offset = lines.offset(of: mapping.position) else { throw .cannotBePlaced(file: file.path) }
            let isFlow = source[offset] == UInt8(ascii: "{")
            let start = isFlow ? offset + 1 : offset
            let indent = String(repeating: " ", count: mapping.position.column - 1)
            bytes += source[copied..<start]
            bytes += Array((isFlow ? "id: \(id), " : "id: \(id)\(lines.ending)\(indent)").utf8)
            copied = start
        }
        bytes += source[copied...]
        // Whatever way of writing YAML was not thought of: the pack must still say what it said.
        let written = PackReading(bytes: bytes, file: file)
        guard written.isWhole, written.subject == reading.subject,
            written.questions.map(\.question) == reading.questions.map(\.question),
            written.questions.allSatisfy({ Self.missing(in: $0).isEmpty })
        else { throw .cannotBePlaced(file: file.path) }
        (self.bytes, count) = (bytes, missing.count)
    }

    /// The mappings of a question that bear a label and have no written id, with the id to write.
    private static func missing(in placed: ParsedPack.Placed) -> [(mapping: YAMLNode, id: String)] {
        ["options", "items", "distractors", "pairs", "regions"].flatMap { key in
            placed.site[key].node.elements.compactMap { element in
                guard element["id"] == nil else { return nil }
                // The text an id is derived from, whichever kind of label it is.
                let text = ["text", "left", "label"].lazy.compactMap { element[$0] }.first
                guard case .scalar(let text, _)? = text?.content else { return nil }
                return (element, DerivedID.of(text.trimmedAtEnd))
            }
        }
    }
}

/// Where lines begin in a text, as libyaml counts them.
private struct LineIndex {
    private let text: [UInt8]
    private var starts: [Int] = []
    /// How the file ends its lines.
    let ending: String

    init(_ text: [UInt8]) {
        self.text = text
        ending = text.firstIndex(of: 0x0A).map { $0 > 0 && text[$0 - 1] == 0x0D } == true ? "\r\n" : "\n"
        starts = [text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
        for (index, byte) in text.enumerated() {
            let next = index + 1 < text.count ? text[index + 1] : 0
            // LF, CR that no LF follows, and the line and paragraph separators U+2028 and U+2029.
            let isSeparator =
                (byte == 0xA8 || byte == 0xA9) && index > 1 && text[index - 1] == 0x80 && text[index - 2] == 0xE2
            if byte == 0x0A || (byte == 0x0D && next != 0x0A) || isSeparator { starts.append(index + 1) }
        }
    }

    /// The offset of a place that is in the text; columns are Unicode scalars.
    func offset(of position: TextPosition) -> Int? {
        guard starts.indices.contains(position.line - 1) else { return nil }
        var offset = starts[position.line - 1]
        for _ in 1..<max(position.column, 1) where offset < text.count {
            offset += 1
            while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
        }
        return offset < text.count ? offset : nil
    }
}
