import CarrelCore
import Testing

@Suite("Scheduling reviews")
struct SchedulerTests {
    @Test("Every history agrees with the independent implementation at each review")
    func histories() throws {
        let vectors = try FSRSVectors.read()
        #expect(!vectors.cases.isEmpty)
        for history in vectors.cases { try replay(history, Scheduler(#require(vectors.model(history.scheduler)))) }
    }

    private func replay(_ history: FSRSVectors.History, _ scheduler: Scheduler) throws {
        var state = MemoryState.new
        for (index, review) in history.reviews.enumerated() {
            let place: Comment = "history \(history.id), review \(index)"
            let moment = Timestamp(milliseconds: review.t * 1000)
            #expect(isClose(scheduler.retrievability(of: state, at: moment) ?? 0, review.rBefore), place)
            state = scheduler.reviewed(state, try #require(Rating(rawValue: review.rating)), at: moment)
            #expect(state.phase.rawValue == review.state, place)
            #expect(state.step == review.step, place)
            #expect(isClose(try #require(state.stability), review.stability), place)
            #expect(isClose(try #require(state.difficulty), review.difficulty), place)
            #expect(state.due == Timestamp(milliseconds: review.due * 1000), place)
            #expect(state.lastReview == moment && state.reps == index + 1, place)
        }
        for recall in history.retrievability ?? [] {
            let moment = Timestamp(milliseconds: recall.t * 1000)
            #expect(isClose(try #require(scheduler.retrievability(of: state, at: moment)), recall.r))
        }
    }

    @Test("Fuzz spreads an interval over the published range, and every day of it comes up")
    func fuzzRanges() throws {
        for row in try FSRSVectors.read().fuzzRange {
            #expect(Scheduler.fuzzRange(days: row.ivl, maximum: 36_500) == row.lo...row.hi, "\(row.ivl) days")
        }
        let scheduler = Scheduler()
        let known = MemoryState(
            phase: .review, stability: 30, difficulty: 5, lastReview: Timestamp(milliseconds: 0), reps: 4)
        let moment = Timestamp(milliseconds: 86_400_000 * 30)
        let days = stride(from: 0.0, to: 1, by: 0.001).compactMap { fuzz in
            scheduler.reviewed(known, .good, at: moment, fuzz: fuzz).due.map { ($0.seconds - moment.seconds) / 86_400 }
        }
        let plain = try #require(scheduler.reviewed(known, .good, at: moment).due)
        let range = Scheduler.fuzzRange(days: Int((plain.seconds - moment.seconds) / 86_400), maximum: 36_500)
        #expect(Set(days) == Set(range.map(Int64.init)))
    }

    @Test("Forgetting a known question counts as a lapse; forgetting it again while relearning does not")
    func lapses() {
        let scheduler = Scheduler()
        var state = MemoryState.new
        for (day, rating) in [Rating.again, .easy, .again, .again, .good, .again].enumerated() {
            state = scheduler.reviewed(state, rating, at: Timestamp(milliseconds: Int64(day) * 86_400_000))
        }
        #expect(state.lapses == 2 && state.reps == 6 && state.phase == .relearning)
    }

    @Test("No interval is longer than the model's maximum, fuzz included")
    func maximum() throws {
        let scheduler = Scheduler(MemoryModel(maximumInterval: 30))
        let known = MemoryState(
            phase: .review, stability: 900, difficulty: 2, lastReview: Timestamp(milliseconds: 0), reps: 9)
        for fuzz in [nil, 0, 0.5, 0.999_999] {
            let due = try #require(scheduler.reviewed(known, .easy, at: Timestamp(milliseconds: 0), fuzz: fuzz).due)
            #expect(due.seconds <= 30 * 86_400)
        }
    }
}
