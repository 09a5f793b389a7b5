import CarrelCore
import Testing

@testable import CarrelApp
@testable import CarrelStorage

@Suite("The preview beside a list")
struct QuestionPreviewTests {
    let store = Samples.store(Samples.single)
    let listing = QuestionListing(crumbs: ["Channels", "Networking", "TCP/IP"], topic: Samples.topic)

    init() { Catalogue.script(store) }

    private func page(_ facts: PreviewFacts = Catalogue.preview, columns: Int = 50) -> PreviewPage {
        PreviewPage(facts: facts, columns: columns, glyphs: .unicode, now: .noon)
    }

    @Test("It stands beside the list from 100 columns on")
    func wide() {
        var probe = ScreenProbe(.questions(listing), columns: 100, on: store)
        probe.press("down")
        #expect(probe.lines[3].hasPrefix(" ▸ ✓   Which end of a TCP connection enters TIM…  │"))
        #expect(probe.lines[2].hasSuffix("│ Which end of a TCP connection enters TIME-WAIT?"))
        #expect(probe.text.contains("│ again before the exam") || probe.text.contains("│ note: again before the exam"))
        probe.resize(columns: 99, rows: 24)
        #expect(!probe.text.contains("│"))
        probe.resize(columns: 200, rows: 60)
        #expect(probe.lines[2].hasSuffix("│ Which end of a TCP connection enters TIME-WAIT?"))
    }

    @Test("Of rows passed in one batch only the one that stays is fetched")
    func batch() {
        var probe = ScreenProbe(.questions(listing), columns: 100, on: store)
        store.forget()
        probe.typeAhead("down down down")
        #expect(store.commands == [.fetch(.preview("handshake", row: Catalogue.questions[2]))])
        probe.resize(columns: 80, rows: 24)
        store.forget()
        probe.typeAhead("up up")
        #expect(store.commands == [])
    }

    @Test("Which options are right stays open until the question was answered")
    func key() {
        var facts = Catalogue.preview
        #expect(page(facts).question.contains { $0.text == "✓ The end that closes first" })
        facts.row?.answers = 0
        #expect(page(facts).question.allSatisfy { !$0.text.contains("✓") })
        #expect(page(facts).question.count { $0.text.hasPrefix("• ") } == 3)
        #expect(page(facts).standing.map(\.text).contains("not answered yet"))
    }

    @Test("It says where the question belongs and how it stands")
    func standing() {
        #expect(
            page().standing.map(\.text) == [
                "Networking ▸ TCP/IP", "beginner, single", "tags: tcp, states",
                "answered 2 times, last 2 hours ago: right", "note: again before the exam",
            ])
        #expect(page(PreviewFacts(question: Samples.free)).standing.map(\.text).last == "in no pack any more")
    }

    @Test("A question longer than the pane is cut, and how it stands is still there")
    func long() {
        var preview = Catalogue.preview
        preview.question.stem = Array(repeating: "Many words stand here.", count: 200).joined(separator: " ")
        store.reply(to: .preview("time-wait", row: Catalogue.questions[0]), with: .preview(preview))
        var probe = ScreenProbe(.questions(listing), columns: 100, on: store)
        probe.press("down")
        #expect(probe.lines.contains { $0.hasSuffix("│ …") })
        #expect(probe.lines[20].hasSuffix("│ note: again before the exam") || probe.lines[21].hasSuffix("exam"))
    }
}
