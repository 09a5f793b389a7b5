import Glibc

/// Where the program under test is, and what it is given to study.
enum Places {
    static let checkout: String = {
        let parts = #filePath.split(separator: "/")
        return "/" + parts.dropLast(4).joined(separator: "/")
    }()

    /// What CARREL_BINARY names, else the debug build of this checkout.
    static let program: String = {
        if let named = getenv("CARREL_BINARY").map({ String(cString: $0) }), !named.isEmpty {
            return named.hasPrefix("/") ? named : checkout + "/" + named
        }
        return checkout + "/.build/debug/carrel"
    }()

    /// A few questions whose right options say so.
    static let smallPacks = checkout + "/Tests/Fixtures/desk"
    /// A certification with a whole exam of 20 items, whose right options say so.
    static let examPacks = checkout + "/Tests/Fixtures/exam"
    /// What Carrel comes with.
    static let builtInPacks = checkout + "/data"
}
