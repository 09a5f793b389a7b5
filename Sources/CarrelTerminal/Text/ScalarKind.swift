import CNcurses
import Glibc

/// What becomes of one scalar of a grapheme cluster in a cell.
enum ScalarKind: Equatable {
    /// Never drawn.
    case dropped
    /// It and the rest of its cluster are not drawn: an emoji joiner and what it joins.
    case endsCluster
    case space
    /// Starts a cell of one or two columns.
    case spacing(UInt8)
    /// Joins the cell before it.
    case combining
    /// No glyph and no width that terminals agree on.
    case unknown

    init(of scalar: Unicode.Scalar, after previous: Unicode.Scalar?) {
        switch scalar.value {
        case 0x20..<0x7F: self = .spacing(1)
        case 0x0A where previous?.value == 0x0D: self = .dropped
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: self = .space
        case 0...0x1F, 0x7F...0x9F: self = .dropped
        case 0x200C, 0x200D:
            guard let previous else { self = .dropped; return }
            // In Indic and Arabic words the joiners choose letter forms; elsewhere they only join emoji.
            if Self.shapesLetters(previous) {
                self = .combining
            } else {
                self = scalar.value == 0x200D && !previous.properties.isAlphabetic ? .endsCluster : .dropped
            }
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x180B...0x180F: self = .dropped
        case 0x1F3FB...0x1F3FF where previous != nil: self = .dropped
        default:
            if scalar.properties.generalCategory == .format { self = .dropped; return }
            switch wcwidth(wchar_t(bitPattern: scalar.value)) {
            case 0: self = .combining
            case 1: self = .spacing(1)
            case 2: self = .spacing(2)
            default: self = .unknown
            }
        }
    }

    private static func shapesLetters(_ scalar: Unicode.Scalar) -> Bool {
        // What is shown as U+FFFD is no letter any more.
        guard wcwidth(wchar_t(bitPattern: scalar.value)) >= 0 else { return false }
        return switch scalar.value {
        case 0x0600...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0xA8E0...0xA8FF, 0xFB50...0xFDFF,
            0xFE70...0xFEFC:
            true
        default: false
        }
    }
}
