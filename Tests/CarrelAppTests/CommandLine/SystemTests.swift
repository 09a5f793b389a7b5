import CarrelCore
import Testing

@testable import CarrelApp

@Suite("What is asked of the machine")
struct SystemTests {
    @Test("PathProbe finds files and directories, and nothing where there is none")
    func paths() {
        #expect(PathProbe.exists(#filePath) && PathProbe.exists("/"))
        #expect(!PathProbe.exists(#filePath + ".none") && !PathProbe.exists(""))
    }

    @Test("SystemClock goes on, and its zone is one that there is")
    func clock() {
        let (first, second) = (SystemClock.now(), SystemClock.now())
        #expect(first.at <= second.at && first.at.milliseconds > 1_700_000_000_000)
        #expect((-14 * 60...14 * 60).contains(first.zone))
    }
}
