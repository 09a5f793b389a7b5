import Glibc
import TestDirectory
import Testing

@testable import CarrelApp

/// A learner's directory of themes, and the shipped one of this checkout.
struct ThemeFolder {
    private let directory: TemporaryDirectory
    var home: String { directory.path }

    init() throws {
        directory = try TemporaryDirectory()
        mkdir(home + "/themes", 0o700)
    }

    static let shipped = Library.root + "/themes"

    var library: ThemeLibrary { ThemeLibrary(own: home + "/themes", shipped: [Self.shipped]) }

    /// Writes a theme of the older form; `first` is its background.
    func write(_ name: String, first: String = "101010", author: String = "Ada") throws {
        let colours = (1..<16).map { index in
            "base0\(String(index, radix: 16, uppercase: true)): \"\(index < 8 ? "d0d0d0" : "80c0f0")\"\n"
        }
        try write(
            "scheme: \"\(name)\"\nauthor: \(author)\nbase00: \"\(first)\"\n" + colours.joined(), to: name + ".yaml")
    }

    func write(_ text: String, to file: String) throws {
        let stream = try #require(fopen(home + "/themes/" + file, "w"))
        fputs(text, stream)
        fclose(stream)
    }
}
