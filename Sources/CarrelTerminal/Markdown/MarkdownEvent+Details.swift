import CMarkdown

// What md4c says of a block or a span, as values.

extension MarkdownEvent.Block {
    init(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
        switch type {
        case MD_BLOCK_DOC: self = .document
        case MD_BLOCK_QUOTE: self = .quote
        case MD_BLOCK_HR: self = .rule
        case MD_BLOCK_P: self = .paragraph
        case MD_BLOCK_CODE:
            let block = detail?.assumingMemoryBound(to: MD_BLOCK_CODE_DETAIL.self).pointee
            self = .code(language: MarkdownAttribute.string(block?.lang))
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
    init(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) {
        switch type {
        case MD_SPAN_EM: self = .emphasis
        case MD_SPAN_STRONG: self = .strong
        case MD_SPAN_CODE: self = .code
        case MD_SPAN_DEL: self = .deleted
        case MD_SPAN_LATEXMATH: self = .math(isDisplay: false)
        case MD_SPAN_LATEXMATH_DISPLAY: self = .math(isDisplay: true)
        case MD_SPAN_A:
            self = .link(MarkdownAttribute.string(detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee.href))
        case MD_SPAN_IMG:
            self = .image(
                MarkdownAttribute.string(detail?.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee.src))
        default: self = .other
        }
    }
}

/// Text as md4c hands it out.
enum MarkdownAttribute {
    /// An attribute is a row of pieces, plain ones and entities, each from its offset to the next.
    static func string(_ attribute: MD_ATTRIBUTE?) -> String {
        guard let attribute, attribute.size > 0, let text = attribute.text else { return "" }
        guard let types = attribute.substr_types, let offsets = attribute.substr_offsets else {
            return MarkdownAttribute.string(MD_TEXT_NORMAL, text, Int(attribute.size))
        }
        var result = ""
        var piece = 0
        while offsets[piece] < attribute.size {
            let start = Int(offsets[piece]), end = Int(offsets[piece + 1])
            result += MarkdownAttribute.string(types[piece], text + start, end - start)
            piece += 1
        }
        return result
    }

    static func string(_ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int) -> String {
        if type == MD_TEXT_NULLCHAR { return "\u{FFFD}" }
        let bytes = UnsafeRawBufferPointer(start: text, count: text == nil ? 0 : size)
        let string = String(decoding: bytes, as: UTF8.self)
        return type == MD_TEXT_ENTITY ? Entities.decoded(string) : string
    }
}
