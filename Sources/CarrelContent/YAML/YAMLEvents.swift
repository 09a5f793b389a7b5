import CYAML

/// libyaml's event parser: the only place that touches its memory.
///
/// The bytes must outlive the value, and `close` must be called once.
struct YAMLEvents {
    indirect enum Event {
        case scalar(String, YAMLNode.Style)
        case sequenceStart, mappingStart, containerEnd
        case alias(String)
        /// An anchor or a tag, told in words, on what follows.
        case decorated(String, Event)
        case end
        /// Stream and document marks.
        case other
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>

    init(reading bytes: UnsafeBufferPointer<UInt8>) throws(YAMLRefusal) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            throw YAMLRefusal("out of memory", at: .start)
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    func close() {
        yaml_parser_delete(parser)
        parser.deinitialize(count: 1)
        parser.deallocate()
    }

    mutating func next() throws(YAMLRefusal) -> (Event, TextPosition) {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
        defer { yaml_event_delete(&event) }
        return (Self.translate(event), TextPosition(event.start_mark))
    }

    private static func translate(_ event: yaml_event_t) -> Event {
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            return decorate(.scalar(text, style(scalar.style)), anchor: scalar.anchor, tag: scalar.tag)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            return decorate(.sequenceStart, anchor: start.anchor, tag: start.tag)
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            return decorate(.mappingStart, anchor: start.anchor, tag: start.tag)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .containerEnd
        case YAML_ALIAS_EVENT: return .alias(String(cString: event.data.alias.anchor))
        case YAML_STREAM_END_EVENT: return .end
        default: return .other
        }
    }

    private static func decorate(
        _ event: Event, anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?
    ) -> Event {
        if let anchor {
            return .decorated("the anchor &\(String(cString: anchor)) is not allowed; write values out", event)
        }
        if let tag {
            return .decorated(
                "the tag \(String(cString: tag)) is not allowed; quote text that begins with \"!\"", event)
        }
        return event
    }

    private static func style(_ style: yaml_scalar_style_t) -> YAMLNode.Style {
        switch style {
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        case YAML_PLAIN_SCALAR_STYLE: .plain
        default: .quoted
        }
    }

    /// What libyaml says of the error it stopped at.
    private var problem: YAMLRefusal {
        guard let problem = parser.pointee.problem else {
            return YAMLRefusal("out of memory", at: TextPosition(parser.pointee.mark))
        }
        var message = String(cString: problem)
        if let context = parser.pointee.context { message += " " + String(cString: context) }
        if message.holds("found character that cannot start any token") {
            message += "; quote text that begins with a special character, and indent with spaces"
        } else if message.holds("mapping values are not allowed") {
            message += "; quote text that holds \": \""
        }
        return YAMLRefusal(message, at: TextPosition(parser.pointee.problem_mark))
    }
}

extension TextPosition {
    init(_ mark: yaml_mark_t) { self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1) }
}
