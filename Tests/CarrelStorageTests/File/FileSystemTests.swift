import Testing

@testable import CarrelStorage

@Suite("File systems")
struct FileSystemTests {
    @Test(
        "Those that may be shared between machines are known",
        arguments: [
            (0x6969, true), (0xFF53_4D42, true), (0xFE53_4D42, true), (0x517B, true), (0x0102_1997, true),
            (0x6573_5546, true), (0xEF53, false), (0x5846_5342, false), (0x9123_683E, false), (0x0102_1994, false),
            (0x794C_7630, false), (0x2FC1_2FC1, false),
        ] as [(UInt32, Bool)])
    func network(type: UInt32, isNetwork: Bool) { #expect(FileSystem.isNetwork(type: type) == isNetwork) }

    @Test("What cannot be told is taken for local")
    func unknown() { #expect(!FileSystem.isNetwork(path: "/nowhere/at/all")) }
}
