import Glibc
import Testing

@testable import CarrelApp

@Suite("The learner's own editor")
struct ExternalEditorTests {
    /// What an editor was started with, and what it does with the file.
    private final class Fake {
        var arguments: [String] = []
        var seen = ""
        var mode: mode_t = 0
        var directoryMode: mode_t = 0
    }

    private func edit(
        _ text: String, environment: [String: String] = ["EDITOR": "ed it"], status: Int32 = 0,
        writing bytes: [UInt8]? = nil, fake: Fake = Fake()
    ) -> Result<String, Refusal> {
        ExternalEditor(environment: environment) { arguments in
            fake.arguments = arguments
            guard let file = arguments.last else { return 1 }
            fake.seen = content(of: file)
            fake.mode = mode(of: file)
            fake.directoryMode = mode(of: String(file.dropLast("/text.md".count)))
            if let bytes, let stream = fopen(file, "we") {
                fwrite(bytes, 1, bytes.count, stream)
                fclose(stream)
            }
            if let backup = fopen(file + "~", "we") { fclose(backup) }
            return status
        }.edit(text)
    }

    private func content(of file: String) -> String {
        guard let stream = fopen(file, "re") else { return "" }
        defer { fclose(stream) }
        var bytes = [UInt8](repeating: 0, count: 1000)
        let count = fread(&bytes, 1, bytes.count, stream)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    private func mode(of path: String) -> mode_t {
        var info = stat()
        return stat(path, &info) == 0 ? info.st_mode & 0o777 : 0
    }

    @Test(
        "It gets the text in a file that nobody else can read, and what it saves comes back without the last line end")
    func edits() throws {
        let fake = Fake()
        #expect(edit("before", writing: Array("after\nit\n\n".utf8), fake: fake) == .success("after\nit"))
        #expect(fake.arguments.dropLast() == ["/bin/sh", "-c", "ed it \"$1\"", "sh"])
        #expect(fake.seen == "before\n")
        #expect(fake.mode == 0o600)
        #expect(fake.directoryMode == 0o700)
        let file = try #require(fake.arguments.last)
        #expect(access(String(file.dropLast("/text.md".count)), F_OK) != 0)
    }

    @Test(
        "VISUAL comes before EDITOR, and without either there is vi",
        arguments: [
            (["VISUAL": "v", "EDITOR": "e"], "v"), (["VISUAL": "", "EDITOR": "e -w"], "e -w"), ([:], "vi"),
            (["PATH": "/nowhere"], "vi"),
        ])
    func choice(environment: [String: String], command: String) {
        let fake = Fake()
        _ = edit("", environment: environment, fake: fake)
        #expect(fake.arguments.dropFirst(2).first == command + " \"$1\"")
    }

    @Test("The file goes where the learner's session keeps such files, else to the common place")
    func place() {
        let fake = Fake()
        _ = edit("", environment: ["XDG_RUNTIME_DIR": "/nowhere/at/all", "EDITOR": "e"], fake: fake)
        #expect(fake.arguments.last?.hasPrefix("/tmp/carrel-") == true)
    }

    @Test(
        "What cannot be taken back is refused, and says why",
        arguments: [
            (Int32(1), [UInt8]("x".utf8), ExternalEditor.Failure.ended(status: 1)),
            (127, [UInt8]("x".utf8), .notStarted(editor: "ed it")), (0, [0xC3, 0x28], .notText),
            (0, [0x41, 0x00], .notText),
            (0, [UInt8](repeating: 0x61, count: ExternalEditor.largestText + 1), .tooLong),
        ])
    func refused(status: Int32, bytes: [UInt8], failure: ExternalEditor.Failure) {
        let expected = Refusal(message: failure.message, isRetriable: false)
        #expect(edit("before", status: status, writing: bytes) == .failure(expected))
        #expect(failure.message.count > 20)
    }
}
