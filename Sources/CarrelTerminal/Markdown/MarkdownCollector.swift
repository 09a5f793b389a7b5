import CMarkdown

/// Receives md4c's callbacks.
final class MarkdownCollector {
    private(set) var events: [MarkdownEvent] = []
    /// Where a `$` stands that md4c took for the start of a formula and nobody means as one.
    private(set) var dollars: [Int] = []
    /// A table has more columns than are worth drawing; the rest of the text was left out.
    private(set) var hasHugeTable = false
    /// References to a long address repeat it until the text would be many times its source; the rest was left out.
    private(set) var repeatsAddresses = false
    /// What md4c reads from, while it reads.
    var source = UnsafeRawBufferPointer(start: nil, count: 0)
    private var formula: Range<Int>?
    /// Bytes of addresses that may still be handed out.
    private var addressBudget: Int
    private var isInBody = false

    init(sourceCount: Int) { addressBudget = 65_536 + 4 * sourceCount }

    static func parser(flags: UInt32) -> MD_PARSER {
        var parser = MD_PARSER()
        parser.flags = flags
        parser.enter_block = { type, detail, reference in
            MarkdownCollector.at(reference)?.enter(type, detail) == true ? 0 : 1
        }
        parser.leave_block = { type, detail, reference in
            MarkdownCollector.at(reference)?.leave(type, detail)
            return 0
        }
        parser.enter_span = { type, detail, reference in
            MarkdownCollector.at(reference)?.begin(type, detail) == true ? 0 : 1
        }
        parser.leave_span = { type, _, reference in
            MarkdownCollector.at(reference)?.end(type)
            return 0
        }
        parser.text = { type, text, size, reference in
            MarkdownCollector.at(reference)?.take(type, text, Int(size))
            return 0
        }
        return parser
    }

    private static func at(_ reference: UnsafeMutableRawPointer?) -> MarkdownCollector? {
        reference.map { Unmanaged<MarkdownCollector>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Whether to go on.
    private func enter(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> Bool {
        if type == MD_BLOCK_TABLE,
            let table = detail?.assumingMemoryBound(to: MD_BLOCK_TABLE_DETAIL.self).pointee,
            table.col_count > MarkdownParser.mostColumns
        {
            hasHugeTable = true
            return false
        }
        events.append(.enter(.init(type, detail)))
        return true
    }

    private func leave(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
        // Cells that a row leaves out at its end are no events: a row of one byte may have a hundred.
        if type == MD_BLOCK_TR {
            while events.count > 1, case .leave(.tableCell) = events[events.count - 1],
                case .enter(.tableCell) = events[events.count - 2], isInBody
            {
                events.removeLast(2)
            }
        }
        if type == MD_BLOCK_TBODY { isInBody = false }
        if type == MD_BLOCK_THEAD { isInBody = true }
        events.append(.leave(.init(type, detail)))
    }

    /// Whether to go on.
    private func begin(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> Bool {
        if type == MD_SPAN_A || type == MD_SPAN_IMG {
            // Both have their address first.
            addressBudget -= Int(detail?.assumingMemoryBound(to: MD_ATTRIBUTE.self).pointee.size ?? 0)
            if addressBudget < 0 {
                repeatsAddresses = true
                return false
            }
        }
        if type == MD_SPAN_LATEXMATH { formula = nil }
        events.append(.begin(.init(type, detail)))
        return true
    }

    private func end(_ type: MD_SPANTYPE) {
        if type == MD_SPAN_LATEXMATH, let formula, !isFormula(formula) { dollars.append(formula.lowerBound - 1) }
        events.append(.end)
    }

    private func take(_ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int) {
        switch type {
        case MD_TEXT_BR: events.append(.hardBreak)
        case MD_TEXT_SOFTBR: events.append(.softBreak)
        default:
            if type == MD_TEXT_LATEXMATH, let text, let base = source.baseAddress {
                let start = base.distance(to: UnsafeRawPointer(text))
                guard source.indices.contains(start) else {
                    // A line end within the formula, for which md4c has a space of its own.
                    events.append(.softBreak)
                    return
                }
                formula = (formula?.lowerBound ?? start)..<max(start + size, formula?.upperBound ?? 0)
            }
            events.append(.text(MarkdownAttribute.string(type, text, size)))
        }
    }

    /// Whether the bytes between two `$` read as a formula: they touch both, and no word or amount follows at once, as
    /// Pandoc has it. `$5 and $10` are amounts of money, `$HOME and $PATH` variables.
    private func isFormula(_ range: Range<Int>) -> Bool {
        guard let first = source[range].first, let last = source[range].last else { return false }
        let next = range.upperBound + 1 < source.count ? source[range.upperBound + 1] : 0
        return !first.isGap && !last.isGap && !next.isWordByte && range.lowerBound > 0
    }
}
