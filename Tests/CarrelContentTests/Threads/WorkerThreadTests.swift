import Glibc
import Testing

@testable import CarrelContent

@Suite("A thread for one piece of work")
struct WorkerThreadTests {
    @Test("It works beside its maker, and hands over what came of it")
    func output() throws {
        let maker = UInt(pthread_self())
        guard let thread = WorkerThread({ (UInt(pthread_self()), (1...1_000).reduce(0, +)) }) else {
            Issue.record("no thread to be had")
            return
        }
        let (worker, sum) = thread.output()
        #expect(worker != maker)
        #expect(sum == 500_500)
    }

    @Test("Signals are for the others: its own are blocked, its maker's stay as they were")
    func signals() {
        @Sendable func blocked() -> [Bool] {
            var mask = sigset_t()
            pthread_sigmask(SIG_BLOCK, nil, &mask)
            return [SIGINT, SIGHUP, SIGWINCH, SIGTERM, SIGTSTP, SIGSEGV, SIGILL, SIGTRAP, SIGABRT].map {
                sigismember(&mask, $0) == 1
            }
        }
        let before = blocked()
        guard let thread = WorkerThread({ blocked() }) else {
            Issue.record("no thread to be had")
            return
        }
        // A crash of its own still reaches the handler that restores the terminal.
        #expect(thread.output() == [true, true, true, true, true, false, false, false, false])
        #expect(blocked() == before)
    }

    @Test("It refuses what is nested too deeply as the main thread does, and does not run out of stack")
    func stack() {
        @Sendable func faults() -> [PackFault] {
            let text = "channel: " + String(repeating: "[", count: 50_000)
            return ParsedPack(bytes: Array(text.utf8), file: PackFixture.file()).faults.faults
        }
        guard let thread = WorkerThread({ faults() }) else {
            Issue.record("no thread to be had")
            return
        }
        let found = thread.output()
        #expect(found == faults())
        #expect(!found.isEmpty)
    }
}
