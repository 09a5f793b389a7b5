// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    // What is tested runs as fast as what is shipped; a debugger sees less of it.
    .unsafeFlags(["-O"], .when(configuration: .debug)),
]

/// For what is linked into the program: nothing in it uses regular expressions or tasks, and importing their modules
/// unasked would link 1.4 MB more.
let lean: [SwiftSetting] =
    strict + [
        .unsafeFlags([
            "-Xfrontend", "-disable-implicit-string-processing-module-import",
            "-Xfrontend", "-disable-implicit-concurrency-module-import",
        ])
    ]

let package = Package(
    name: "carrel",
    products: [
        .executable(name: "carrel", targets: ["carrel"]),
        .library(name: "CarrelStorage", targets: ["CarrelStorage"]),
    ],
    targets: [
        // C libraries, seen through module maps.
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CMarkdown", providers: [.apt(["libmd4c-dev"])]),
        .systemLibrary(name: "CDigest", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .target(name: "CTerminalGuard"),

        // What studying is. No I/O, no clock, no C.
        .target(name: "CarrelCore", swiftSettings: lean),
        // JSON of Codable values, and nothing else.
        .target(name: "CarrelJSON", swiftSettings: lean),
        // Where it is kept, and where it comes from.
        .target(name: "CarrelStorage", dependencies: ["CarrelCore", "CarrelJSON", "CSQLite"], swiftSettings: lean),
        .target(
            name: "CarrelContent", dependencies: ["CarrelCore", "CarrelJSON", "CYAML", "CDigest", "CStemmer"],
            swiftSettings: lean),
        // A terminal, and nothing about studying.
        .target(
            name: "CarrelTerminal", dependencies: ["CNcurses", "CMarkdown", "CTerminalGuard"], swiftSettings: lean),
        // The screens and the command line: the only place where the others meet.
        .target(
            name: "CarrelApp",
            dependencies: ["CarrelCore", "CarrelJSON", "CarrelStorage", "CarrelContent", "CarrelTerminal"],
            swiftSettings: lean),
        .executableTarget(name: "carrel", dependencies: ["CarrelApp"], swiftSettings: lean),
        // Measures the built program: `make bench`.
        .executableTarget(
            name: "carrel-bench", dependencies: ["CarrelCore", "CarrelStorage", "CarrelContent", "CSQLite"],
            swiftSettings: strict),

        .testTarget(name: "CarrelCoreTests", dependencies: ["CarrelCore"]),
        .testTarget(name: "CarrelJSONTests", dependencies: ["CarrelJSON", "CarrelCore"]),
        // Where a test keeps its files.
        .target(name: "TestDirectory", path: "Tests/TestDirectory"),
        // Records what SQLite writes and syncs: for the tests of a power cut.
        .target(name: "CPowerCut", path: "Tests/CPowerCut"),
        .testTarget(
            name: "CarrelStorageTests", dependencies: ["CarrelStorage", "CSQLite", "CPowerCut", "TestDirectory"]),
        .testTarget(name: "CarrelContentTests", dependencies: ["CarrelContent", "TestDirectory"]),
        .testTarget(name: "CarrelTerminalTests", dependencies: ["CarrelTerminal"]),
        .testTarget(name: "CarrelAppTests", dependencies: ["CarrelApp", "TestDirectory"]),
        // Drives the program itself, and reads the file it leaves with the library it writes it with.
        .testTarget(
            name: "TerminalE2ETests", dependencies: ["carrel", "CarrelCore", "CarrelJSON", "CarrelStorage"]),
    ],
    swiftLanguageModes: [.v6]
)
