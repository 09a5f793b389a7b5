import Glibc
import Testing

@testable import CarrelApp

@Suite("What is written beside the full screen")
struct ConsoleTests {
    /// What `Console` makes of `text` at the other end of a pipe.
    private func written(_ text: String) throws -> String {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        Console.write(text, to: ends[1])
        close(ends[1])
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = read(ends[0], &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("A text comes out whole, with a line end", arguments: ["", "one", "two\nlines", "Überraschung ✓"])
    func whole(text: String) throws { #expect(try written(text) == text + "\n") }

    @Test("A long text comes out whole too")
    func long() throws {
        let text = String(repeating: "0123456789", count: 5_000)
        #expect(try written(text) == text + "\n")
    }

    @Test(
        "No control sequence reaches a terminal", arguments: ["\u{1B}[31mred", "\u{1B}]0;title\u{07}x", "a\u{9B}2Jb"])
    func sanitised(text: String) throws {
        let out = try written(text)
        #expect(!out.unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || 0x7F..<0xA0 ~= $0.value) })
        #expect(out.hasSuffix("\n"))
    }

    @Test("Where there is nobody left to tell, nothing is said")
    func nobody() { Console.write("hello", to: -1) }
}
