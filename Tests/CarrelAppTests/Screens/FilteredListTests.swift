import CarrelCore
import Testing

@testable import CarrelApp

@Suite("A list that is filtered")
struct FilteredListTests {
    private struct Listing: FilteredList {
        var filter = ListFilter()
        var starts = 0

        mutating func startOver() -> [Effect] {
            starts += 1
            return [.say("fetched")]
        }
    }

    @Test("Another filter starts the list over and drops what was typed ahead; the same one fetches nothing")
    func shown() {
        var listing = Listing()
        var wrong = QuestionFilter()
        wrong.wanted.statuses = [.wrong]
        #expect(listing.show(wrong) == [.say("fetched"), .barrier])
        #expect(listing.filter.filter == wrong)
        #expect(listing.show(wrong) == [.barrier])
        #expect(listing.starts == 1)
    }

    @Test("Enter on the sheet shows what was chosen there, Esc what was shown before")
    func sheet() {
        var listing = Listing()
        _ = listing.filter.open(over: .all)
        #expect(listing.pressInSheet(.right) == [])
        #expect(listing.pressInSheet(.enter) == [.say("fetched"), .barrier])
        #expect(!listing.filter.isEmpty && !listing.filter.isOpen)
        let before = listing.filter.filter
        _ = listing.filter.open(over: .all)
        _ = listing.pressInSheet(.right)
        #expect(listing.pressInSheet(.escape) == [.barrier])
        #expect(listing.filter.filter == before && listing.starts == 1)
    }
}
