import CarrelContent
import CarrelCore
import CarrelTerminal

/// Where themes are: two built in, the shipped files, and those of the learner, which go first.
struct ThemeLibrary: Equatable, Sendable {
    /// The learner's directory; nil where the environment names no home.
    var own: String?
    /// Where the shipped ones may lie: not all of these directories need be there.
    var shipped: [String] = []

    private static let endings = [".yaml", ".yml"]

    /// The theme of that name, by reading the one file it is in; nil where there is none.
    func entry(named name: String) -> ThemeEntry? {
        if let builtIn = ThemeEntry.builtIn.first(where: { $0.name == name }) { return builtIn }
        guard Self.isAllowed(name) else { return nil }
        for (directory, origin) in places {
            for ending in Self.endings {
                let path = directory + "/" + name + ending
                if let entry = ThemeEntry(reading: path, name: name, origin: origin) { return entry }
            }
            // Written in capitals, or leading nowhere.
            if let file = DirectoryListing.names(in: directory).first(where: { Self.name(of: $0) == name }) {
                return Self.entry(of: file, in: directory, name: name, origin: origin)
            }
        }
        return nil
    }

    /// Every theme there is: the built-in ones, the learner's, then the shipped ones that the learner has not replaced.
    func entries() -> [ThemeEntry] {
        var entries = ThemeEntry.builtIn
        var known: Set<String> = []
        for (directory, origin) in places {
            for file in DirectoryListing.names(in: directory) {
                guard let name = Self.name(of: file), known.insert(name).inserted else { continue }
                entries.append(Self.entry(of: file, in: directory, name: name, origin: origin))
            }
        }
        return entries
    }

    /// What the theme in a file is called; nil for a file that is to be none.
    private static func name(of file: String) -> String? {
        let lower = file.lowercased()
        guard let ending = endings.first(where: { lower.hasSuffix($0) }), file.count > ending.count else { return nil }
        return String(file.dropLast(ending.count))
    }

    /// The theme in a file that its directory names; one that leads nowhere is told of.
    private static func entry(
        of file: String, in directory: String, name: String, origin: ThemeEntry.Origin
    ) -> ThemeEntry {
        let path = directory + "/" + file
        return ThemeEntry(reading: path, name: name, origin: origin)
            ?? ThemeEntry(
                name: name, title: name, author: "", variant: nil, origin: origin, path: path,
                content: .failure(ColourScheme.Fault("\(file): leads to no file")))
    }

    /// What to say where `name` is none.
    func missing(_ name: String) -> String {
        let nearest = NearestName.to(name, among: entries().map(\.name))
        return "there is no theme \"\(name.prefix(40))\"" + (nearest.map { "; did you mean \($0)?" } ?? "")
            + "; carrel themes lists them"
    }

    /// Whether `name` can be that of a file in one of the directories, and of nothing elsewhere.
    static func isAllowed(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 100 && !name.hasPrefix(".")
            && name.unicodeScalars.allSatisfy { $0 != "/" && $0.value >= 0x20 && $0.value != 0x7F }
    }

    private var places: [(directory: String, origin: ThemeEntry.Origin)] {
        let learners = own.map { [($0, ThemeEntry.Origin.learner)] } ?? []
        return learners + shipped.map { ($0, .shipped) }
    }
}
