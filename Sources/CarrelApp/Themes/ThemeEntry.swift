import CarrelContent
import CarrelTerminal

/// A theme that can be chosen, or a file that was meant to be one.
struct ThemeEntry: Equatable, Sendable {
    enum Variant: String, Equatable, Sendable {
        case dark, light
        /// On the terminal's own background, in its own colours.
        case own

        var words: String { self == .own ? "own colours" : rawValue }
    }

    enum Origin: String, Equatable, Sendable {
        case builtIn = "built-in"
        case shipped
        case learner = "yours"
    }

    /// What it is chosen by: a file's name without its ending.
    var name: String
    /// What its author calls it.
    var title: String
    var author: String
    /// Nil where the file is faulty.
    var variant: Variant?
    var origin: Origin
    /// The file; nil for the built-in ones.
    var path: String?
    var content: Result<Theme, ColourScheme.Fault>

    var theme: Theme? { try? content.get() }

    /// What is wrong with the file; nil where nothing is.
    var fault: ColourScheme.Fault? {
        guard case .failure(let fault) = content else { return nil }
        return fault
    }
}

extension ThemeEntry {
    /// The themes that need no file.
    static let builtIn = [
        ThemeEntry(
            name: Theme.terminal.name, title: "The terminal's own", author: "Carrel", variant: .own, origin: .builtIn,
            content: .success(.terminal)),
        ThemeEntry(
            name: Theme.monochrome.name, title: "No colour", author: "Carrel", variant: .own, origin: .builtIn,
            content: .success(.monochrome)),
    ]

    /// Reads the file at `path`; nil where there is none.
    init?(reading path: String, name: String, origin: Origin) {
        self.init(
            name: name, title: name, author: "", variant: nil, origin: origin, path: path, content: .success(.terminal))
        do throws(ColourScheme.Fault) {
            guard let scheme = try ColourScheme(reading: path) else { return nil }
            let file = path.split(separator: "/").last ?? ""
            guard !Self.builtIn.contains(where: { $0.name == name }) else {
                throw ColourScheme.Fault("\(file): the theme \"\(name)\" is built in; give the file another name")
            }
            guard let palette = Palette(scheme.colours.map { TrueColour($0) }) else {
                throw ColourScheme.Fault("\(file): a base16 or base24 scheme is expected")
            }
            if !scheme.name.isEmpty { title = Sanitiser.line(scheme.name) }
            author = Sanitiser.line(scheme.author)
            let isDark = scheme.variant.map { $0 == .dark } ?? palette.isDark
            variant = isDark ? .dark : .light
            content = .success(Theme(name: name, palette: palette))
        } catch {
            content = .failure(error)
        }
    }
}
