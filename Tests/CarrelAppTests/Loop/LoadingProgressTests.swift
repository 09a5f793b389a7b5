import CarrelCore
import Testing

@testable import CarrelApp

@Suite("The bar of a load")
struct LoadingProgressTests {
    private func after(_ milliseconds: Int64) -> Timestamp {
        Timestamp(milliseconds: Moment.noon.at.milliseconds + milliseconds)
    }

    private func taking(_ done: Int, of total: Int = 1000) -> LoadingProgress {
        LoadingProgress(stage: .takingIn, done: done, total: total)
    }

    @Test("It says what is counted")
    func words() {
        #expect(LoadingProgress(done: 3, total: 10).words == "Reading packs 3/10")
        #expect(taking(50).words == "Loading questions 50/1000")
        #expect(taking(250).fraction == 0.25)
        #expect(taking(0, of: 0).fraction == 0)
    }

    @Test("A frame is due every 50 ms, and when the clock was set back")
    func frames() {
        var bar = LoadingBar(taking(0), at: after(0))
        let due = [10, 49, 50, 60, 99, 100, -5000].enumerated().map { bar.follow(taking($0), at: after($1)) }
        #expect(due == [false, false, true, false, false, true, true])
        #expect(bar.shown.done == 6)
    }

    @Test("The time left is told once the pace is known, and follows it")
    func timeLeft() {
        var bar = LoadingBar(LoadingProgress(done: 0, total: 4), at: after(0))
        _ = bar.follow(LoadingProgress(done: 1, total: 4), at: after(400))
        #expect(bar.shown.timeLeft == nil)
        _ = bar.follow(LoadingProgress(done: 2, total: 4), at: after(3000))
        #expect(bar.shown.timeLeft == "0:03 left")
        // Another stage has another pace, which waiting before it says nothing of.
        _ = bar.follow(taking(0), at: after(4000))
        _ = bar.follow(taking(0), at: after(60_000))
        #expect(bar.shown.timeLeft == nil)
        _ = bar.follow(taking(100), at: after(61_000))
        #expect(bar.shown.timeLeft == "0:09 left")
        _ = bar.follow(taking(1000), at: after(70_000))
        #expect(bar.shown.timeLeft == "0:00 left")
    }
}
