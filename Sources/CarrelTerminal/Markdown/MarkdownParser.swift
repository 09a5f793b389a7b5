import CMarkdown

extension MarkdownEvent {
    /// What `source` is made of.
    ///
    /// Takes time and memory in proportion to the source, whatever it holds.
    static func events(of source: String) -> [MarkdownEvent] {
        var parser = MarkdownParser(source: Array(source.utf8))
        return parser.events()
    }
}

/// Parses a text, again where what was found first cannot be meant.
struct MarkdownParser {
    /// md4c makes a cell of every column a row leaves out: with more columns than this a short text would make
    /// millions.
    static let mostColumns = 128

    var source: [UInt8]
    var flags = Int32(
        MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS
            | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOHTMLSPANS)

    mutating func events() -> [MarkdownEvent] {
        if source.contains(0x24) { flags |= MD_FLAG_LATEXMATHSPANS }
        // Each further round is for amounts of money that the round before took for formulas.
        for _ in 0..<3 {
            let found = read()
            if found.repeatsAddresses { return unread }
            if found.dollars.isEmpty { return found.events }
            escape(found.dollars)
        }
        flags &= ~MD_FLAG_LATEXMATHSPANS
        let found = read()
        return found.repeatsAddresses ? unread : found.events
    }

    /// Parses it, and where a table is too large once more without tables.
    private mutating func read() -> MarkdownCollector {
        let found = parse()
        guard found.hasHugeTable else { return found }
        flags &= ~MD_FLAG_TABLES
        return parse()
    }

    /// The source as it is: what nobody wrote to be read is not worth more.
    private var unread: [MarkdownEvent] {
        [.enter(.paragraph), .text(String(decoding: source, as: UTF8.self)), .leave(.paragraph)]
    }

    private func parse() -> MarkdownCollector {
        let collector = MarkdownCollector(sourceCount: source.count)
        // md4c 0.4 looks at the byte behind the text: `53` would be the number of a list where a full stop lies there.
        (source + [0]).withUnsafeBytes { terminated in
            let bytes = UnsafeRawBufferPointer(rebasing: terminated.dropLast())
            collector.source = bytes
            // The collector outlives the call; md4c hands the pointer back and keeps nothing.
            let reference = Unmanaged.passUnretained(collector).toOpaque()
            var parser = MarkdownCollector.parser(flags: UInt32(flags))
            // It fails only where a callback does, and that is told by what was collected.
            _ = md_parse(
                bytes.assumingMemoryBound(to: CChar.self).baseAddress, MD_SIZE(clamping: bytes.count), &parser,
                reference)
            collector.source = UnsafeRawBufferPointer(start: nil, count: 0)
        }
        return collector
    }

    /// Puts backslashes before the bytes at `offsets`, which ascend.
    private mutating func escape(_ offsets: [Int]) {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(source.count + offsets.count)
        var start = 0
        for offset in offsets where offset >= start {
            escaped += source[start..<offset]
            escaped.append(0x5C)
            start = offset
        }
        source = escaped + source[start...]
    }
}
