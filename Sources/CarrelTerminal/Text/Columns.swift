import CNcurses
import Glibc

/// Display columns, as ncurses and the terminal will both count them.
///
/// libc's `wcwidth` answers, because ncurses lays out with it: a table of our own would drift from what is drawn.
public enum Columns {
    /// Whether the process has a UTF-8 locale, which `wcwidth` needs; set on first use, `C.UTF-8` when the
    /// environment names none.
    public static let localeIsUTF8: Bool = {
        setlocale(LC_CTYPE, "")
        return String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8" || setlocale(LC_CTYPE, "C.UTF-8") != nil
    }()

    /// The columns `text` takes on one line.
    public static func width(of text: String) -> Int {
        var columns = 0
        forEachCell(of: text) {
            columns += Int($0.columns); return true
        }
        return columns
    }

    /// `text`, sanitised, cut to at most `columns` columns; `ellipsis` ends it when something was left out.
    public static func clip(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
        guard columns > 0 else { return "" }
        var whole = "", head = ""
        var used = 0, fits = true
        let room = columns - width(of: ellipsis)
        forEachCell(of: text) { cell in
            used += Int(cell.columns)
            if used <= room { cell.append(to: &head) }
            fits = used <= columns
            if fits { cell.append(to: &whole) }
            return fits
        }
        if fits { return whole }
        return room < 0 ? clip(ellipsis, to: columns, ellipsis: "") : head + ellipsis
    }

    /// `text`, sanitised, in exactly `columns` columns: cut when it is longer, followed by spaces when shorter.
    public static func pad(_ text: String, to columns: Int) -> String {
        let clipped = clip(text, to: columns)
        return clipped + String(repeating: " ", count: max(0, columns - width(of: clipped)))
    }

    /// `text`, sanitised, at the end of exactly `columns` columns: cut when it is longer, after spaces when shorter.
    public static func padStart(_ text: String, to columns: Int) -> String {
        let clipped = clip(text, to: columns)
        return String(repeating: " ", count: max(0, columns - width(of: clipped))) + clipped
    }

    /// Calls `body` with each cell `text` is drawn with, in order, until it answers false.
    ///
    /// What terminals disagree about is left out: joiners in emoji and what they join, variation selectors, skin
    /// tones. Control, escape and format characters are dropped; white space of any kind is one space.
    static func forEachCell(of text: String, _ body: (CellText) -> Bool) {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            for byte in text.utf8 where !body(CellText(Unicode.Scalar(byte), columns: 1)) { return }
            return
        }
        _ = localeIsUTF8
        let text = EscapeSequences.removed(from: text)
        for character in text where !forEachCell(of: character, body) { return }
    }

    /// False once `body` answered false.
    private static func forEachCell(of character: Character, _ body: (CellText) -> Bool) -> Bool {
        var open: CellText?
        var previous: Unicode.Scalar?
        for scalar in character.unicodeScalars {
            switch ScalarKind(of: scalar, after: previous) {
            case .dropped: continue
            case .endsCluster: return open.map(body) ?? true
            case .space:
                if let open, !body(open) { return false }
                open = .space
            case .spacing(let columns):
                if let open, !body(open) { return false }
                open = CellText(scalar, columns: columns)
            case .combining:
                guard open == nil else { open?.combine(scalar); break }
                // A mark without a base stands on a space, where the two make one cluster.
                if scalar.properties.isGraphemeExtend {
                    open = .space
                    open?.combine(scalar)
                } else {
                    open = .replacement
                }
            case .unknown:
                if let open, !body(open) { return false }
                open = .replacement
            }
            previous = scalar
        }
        return open.map(body) ?? true
    }
}
