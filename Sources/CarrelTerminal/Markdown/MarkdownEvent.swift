import CMarkdown

/// What md4c finds in a text, one step after the other.
///
/// A flat list instead of a tree: text nested a hundred thousand deep must not take as many stack frames.
enum MarkdownEvent: Equatable {
    enum Block: Equatable {
        case document, quote, rule, paragraph, code, table, tableHead, tableBody, tableRow, other
        case bullets(isTight: Bool)
        case numbers(start: Int, delimiter: String, isTight: Bool)
        /// `isDone` is nil for an item that is no task.
        case item(isDone: Bool?)
        case heading(level: Int)
        case tableCell(Alignment)
    }

    enum Inline: Equatable {
        case emphasis, strong, code, deleted, other
        case link(String)
        case image(String)
    }

    enum Alignment: Equatable { case start, centre, end }

    case enter(Block)
    case leave(Block)
    case begin(Inline)
    case end(Inline)
    case text(String)
    case hardBreak
    case softBreak

    static func events(of source: String) -> [MarkdownEvent] {
        let collector = Collector()
        var source = source
        source.withUTF8 { bytes in
            // The collector outlives the call; md4c hands the pointer back and keeps nothing.
            let reference = Unmanaged.passUnretained(collector).toOpaque()
            var parser = Collector.parser
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // It fails only where a callback does, and none of ours does.
                _ = md_parse(characters.baseAddress, MD_SIZE(clamping: characters.count), &parser, reference)
            }
        }
        return collector.events
    }
}

/// Receives md4c's callbacks.
private final class Collector {
    var events: [MarkdownEvent] = []

    static var parser: MD_PARSER {
        var parser = MD_PARSER()
        parser.flags = UInt32(
            MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS
                | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOHTMLBLOCKS
                | MD_FLAG_NOHTMLSPANS)
        parser.enter_block = { type, detail, reference in
            Collector.at(reference)?.events.append(.enter(.init(type, detail)))
            return 0
        }
        parser.leave_block = { type, detail, reference in
            Collector.at(reference)?.events.append(.leave(.init(type, detail)))
            return 0
        }
        parser.enter_span = { type, detail, reference in
            Collector.at(reference)?.events.append(.begin(.init(type, detail)))
            return 0
        }
        parser.leave_span = { type, detail, reference in
            Collector.at(reference)?.events.append(.end(.init(type, detail)))
            return 0
        }
        parser.text = { type, text, size, reference in
            Collector.at(reference)?.take(type, text, Int(size))
            return 0
        }
        return parser
    }

    private static func at(_ reference: UnsafeMutableRawPointer?) -> Collector? {
        reference.map { Unmanaged<Collector>.fromOpaque($0).takeUnretainedValue() }
    }

    func take(_ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int) {
        switch type {
        case MD_TEXT_BR: events.append(.hardBreak)
        case MD_TEXT_SOFTBR: events.append(.softBreak)
        default: events.append(.text(Self.string(type, text, size)))
        }
    }

    static func string(_ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int) -> String {
        if type == MD_TEXT_NULLCHAR { return "\u{FFFD}" }
        let bytes = UnsafeRawBufferPointer(start: text, count: text == nil ? 0 : size)
        let string = String(decoding: bytes, as: UTF8.self)
        return type == MD_TEXT_ENTITY ? Entities.decoded(string) : string
    }
}

extension MarkdownEvent.Block {
    fileprivate init(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
        switch type {
        case MD_BLOCK_DOC: self = .document
        case MD_BLOCK_QUOTE: self = .quote
        case MD_BLOCK_HR: self = .rule
        case MD_BLOCK_P: self = .paragraph
        case MD_BLOCK_CODE: self = .code
        case MD_BLOCK_TABLE: self = .table
        case MD_BLOCK_THEAD: self = .tableHead
        case MD_BLOCK_TBODY: self = .tableBody
        case MD_BLOCK_TR: self = .tableRow
        case MD_BLOCK_UL:
            let list = detail?.assumingMemoryBound(to: MD_BLOCK_UL_DETAIL.self).pointee
            self = .bullets(isTight: list?.is_tight != 0)
        case MD_BLOCK_OL:
            let list = detail?.assumingMemoryBound(to: MD_BLOCK_OL_DETAIL.self).pointee
            let delimiter = list.map { String(Unicode.Scalar(UInt8(bitPattern: $0.mark_delimiter))) } ?? "."
            self = .numbers(start: Int(list?.start ?? 1), delimiter: delimiter, isTight: list?.is_tight != 0)
        case MD_BLOCK_LI:
            let item = detail?.assumingMemoryBound(to: MD_BLOCK_LI_DETAIL.self).pointee
            self = .item(isDone: item.flatMap { $0.is_task == 0 ? nil : $0.task_mark != CChar(0x20) })
        case MD_BLOCK_H:
            self = .heading(level: Int(detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1))
        case MD_BLOCK_TH, MD_BLOCK_TD:
            switch detail?.assumingMemoryBound(to: MD_BLOCK_TD_DETAIL.self).pointee.align {
            case MD_ALIGN_CENTER: self = .tableCell(.centre)
            case MD_ALIGN_RIGHT: self = .tableCell(.end)
            default: self = .tableCell(.start)
            }
        default: self = .other
        }
    }
}

extension MarkdownEvent.Inline {
    fileprivate init(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) {
        switch type {
        case MD_SPAN_EM: self = .emphasis
        case MD_SPAN_STRONG: self = .strong
        case MD_SPAN_CODE: self = .code
        case MD_SPAN_DEL: self = .deleted
        case MD_SPAN_A:
            self = .link(Self.string(detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee.href))
        case MD_SPAN_IMG:
            self = .image(Self.string(detail?.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee.src))
        default: self = .other
        }
    }

    /// An attribute is a row of pieces, plain ones and entities, each from its offset to the next.
    private static func string(_ attribute: MD_ATTRIBUTE?) -> String {
        guard let attribute, attribute.size > 0, let text = attribute.text else { return "" }
        guard let types = attribute.substr_types, let offsets = attribute.substr_offsets else {
            return Collector.string(MD_TEXT_NORMAL, text, Int(attribute.size))
        }
        var result = ""
        var piece = 0
        while offsets[piece] < attribute.size {
            let start = Int(offsets[piece]), end = Int(offsets[piece + 1])
            result += Collector.string(types[piece], text + start, end - start)
            piece += 1
        }
        return result
    }
}
