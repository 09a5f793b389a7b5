import CYAML
import CarrelCore
import Glibc

/// What the author of a pack should look at besides its questions.
struct PackAdvice {
    let reading: PackReading

    func advise() {
        guard let subject = reading.subject, let document = reading.document else { return }
        let icon: String? =
            switch subject {
            case .channel(let channel): channel.icon
            case .certification(let certification): certification.icon
            case .path, .interview, .shell: nil
            }
        if let icon, let columns = Self.columns(of: icon), columns != 1 {
            reading.faults.warning(
                "\(icon.quotedExcerpt) takes \(columns) columns; an icon has one", at: document["icon"])
        }
        let name = subject.name, expected = name.id + ".yaml"
        if reading.file.path.split(separator: "/").last.map({ $0 != expected }) ?? false {
            reading.faults.warning("the file is to be named \(expected)", at: document[name.kind.rawValue])
        }
    }

    /// The columns a terminal draws the text in; nil on a system without the locale that knows.
    static func columns(of text: String) -> Int? {
        // The thread's locale is set for this question only: the program's own is not the linter's to change.
        guard let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil) else { return nil }
        let previous = uselocale(locale)
        defer {
            uselocale(previous)
            freelocale(locale)
        }
        return text.unicodeScalars.reduce(0) { $0 + max(0, Int(wcwidth(wchar_t(bitPattern: $1.value)))) }
    }
}
