import CarrelCore
import Testing

@testable import CarrelStorage

@Suite("Bookmarks")
struct StoreBookmarksTests {
    @Test("Pages follow each other, the newest first, and name questions that no pack here has")
    func pages() throws {
        let clock = TestClock()
        let store = try Store.ticking(clock)
        try store.load(SampleCatalogue.channel([SampleCatalogue.question("q1")]))
        for index in 0..<5 {
            if index != 3 { clock.advance(seconds: 1) }
            try store.record(.bookmarkSet(BookmarkSet(note: index == 1 ? "look" : nil)), questionId: "q\(index)")
        }
        var pages: [BookmarkRow] = []
        while let row = try store.bookmarks(after: pages.last, limit: 1).first { pages.append(row) }
        #expect(pages.map(\.questionId) == ["q4", "q3", "q2", "q1", "q0"])
        #expect(pages[3].note == "look" && pages[3].stem == "Which of these is q1?" && pages[0].stem == nil)
        #expect(try store.bookmarks(limit: 10) == pages)
        #expect(try store.bookmarkCount() == 5)
        #expect(try store.note(of: "q1") == "look" && store.note(of: "q2") == nil && store.note(of: "q9") == nil)
        #expect(try store.isBookmarked("q0") && !store.isBookmarked("q9"))
    }
}
