import CarrelCore
import Testing

@testable import CarrelApp

@Suite("Regions of an exhibit, in words")
struct QuestionPageHotspotTests {
    private func words(_ exhibit: String, _ region: Region, isNamed: Bool = true) -> String {
        var question = Samples.hotspot
        question.exhibit = exhibit
        return question.words(for: region, isNamed: isNamed)
    }

    private func region(_ label: String, _ line: Int, _ columns: ClosedRange<Int>) -> Region {
        Region(id: "r", label: label, line: line, from: columns.lowerBound, to: columns.upperBound, isCorrect: true)
    }

    @Test("A region is its line and its text in quotes, with the author's name for it where that is a word")
    func named() {
        let listing = "$ ls -l\n-rw-r--r-- 1 ann"
        #expect(words(listing, region("permissions", 2, 1...10)) == "permissions, line 2: \"-rw-r--r--\"")
        #expect(words(listing, region("b", 2, 12...12)) == "line 2: \"1\"")
        #expect(words(listing, region("permissions", 2, 1...10), isNamed: false) == "line 2: \"-rw-r--r--\"")
    }

    @Test("Text with quotes of its own gets no more of them: they may be what is asked")
    func quoted() {
        let json = "{\n  \"name\": \"GigabitEthernet1\",\n  \"up\": true"
        #expect(words(json, region("a", 2, 11...28)) == "line 2: \"GigabitEthernet1\"")
        #expect(words(json, region("b", 3, 9...12)) == "line 3: \"true\"")
    }
}
