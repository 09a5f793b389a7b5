import CarrelTerminal
import Glibc
import Testing

@Suite("Programs beside this one")
struct BackgroundProgramTests {
    @Test("One that does not mind being asked to end is ended", .timeLimit(.minutes(1)))
    func stubborn() throws {
        var path = Array("/tmp/carrel-background-XXXXXX".utf8CString)
        let descriptor = mkstemp(&path)
        try #require(descriptor >= 0)
        close(descriptor)
        let file = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(file) }
        let script = "trap '' TERM; rm \(file); while :; do sleep 1; done"
        let program = try #require(BackgroundProgram(["sh", "-c", script]))
        while access(file, F_OK) == 0 { usleep(1_000) }
        program.stop()
        #expect(!program.isRunning)
        program.stop()
    }

    @Test("One that is not there is not started, and one that ends by itself runs no more", .timeLimit(.minutes(1)))
    func ends() throws {
        #expect(BackgroundProgram(["/no/such/program"]) == nil)
        #expect(BackgroundProgram([]) == nil)
        let program = try #require(BackgroundProgram(["true"]))
        while program.isRunning { usleep(1_000) }
        program.stop()
        #expect(!program.isRunning)
    }
}
