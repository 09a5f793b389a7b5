import CarrelCore
import Testing

@testable import CarrelApp

@Suite("Lists of what there is to study")
struct CatalogueListScreenTests {
    let store = Samples.store(Samples.single)

    init() { Catalogue.script(store) }

    @Test("Channels are listed with how far I am")
    func channels() {
        #expect(
            Array(ScreenProbe(.channels, on: store).lines.prefix(5)) == [
                " Channels                                                                 saved",
                String(repeating: "─", count: 80),
                " ▸ $ Linux                                                9 seen, 7 right   16",
                "   ~ Networking                                                       new  112", "",
            ])
    }

    @Test("The parts of a channel come after practising all of it and listing all of it")
    func subChannels() {
        #expect(
            ScreenProbe(.subChannels(channel: "networking", title: "Networking"), on: store).text == """
                 Channels ▸ Networking                                                    saved
                ────────────────────────────────────────────────────────────────────────────────
                 ▸ Practise 10                                                    unseen first
                   All questions                                                           112
                   TCP/IP                                                 3 seen, 1 right    4
                   DNS                                                                new  108
















                ────────────────────────────────────────────────────────────────────────────────
                 ↵ open   p practise   / find   ? help   esc back
                """)
    }

    @Test("Rows lead down to the questions, and back")
    mutating func walk() {
        store.reply(
            to: .questions(.channel("networking", subChannel: "dns"), after: nil), with: .questions([], total: 0))
        var probe = ScreenProbe(on: store)
        probe.press("down down enter down enter down down down enter")
        #expect(probe.title.hasPrefix(" Channels ▸ Networking ▸ DNS "))
        probe.press("h")
        #expect(probe.lines.contains { $0.hasPrefix(" ▸ DNS") })
    }

    @Test("p practises the row under the pointer, the first rows the whole")
    func practise() throws {
        store.reply(to: .setUp(.channel("networking", subChannel: nil)), with: .setUp(SetUpFacts(total: 5)))
        store.reply(to: .setUp(.channel("networking", subChannel: "dns")), with: .setUp(SetUpFacts(total: 5)))
        var probe = ScreenProbe(.subChannels(channel: "networking", title: "Networking"), on: store)
        probe.press("p")
        #expect(try probe.top(as: SetUpScreen.self).topic == .channel("networking", title: "Networking"))
        probe.press("esc end p")
        #expect(
            try probe.top(as: SetUpScreen.self).topic
                == .subChannel("dns", title: "DNS", of: "networking", channelTitle: "Networking"))
        probe.press("esc g enter")
        #expect(probe.desk.top is SetUpScreen)
    }

    @Test(
        "An empty list says so, and how to fill it",
        arguments: [
            (
                Destination.channels, Query.channels, Reply.channels([]),
                "   No channels here. Load packs with: carrel load PATH"
            ),
            (
                .certifications, .certifications, .certifications([]),
                "   No certifications here. Load packs with: carrel load PATH"
            ),
            (
                .subChannels(channel: "x", title: "X"), .subChannels("x"), .subChannels([]),
                "   This channel has no questions yet."
            ),
        ])
    func empty(destination: Destination, query: Query, reply: Reply, words: String) {
        store.reply(to: query, with: reply)
        let probe = ScreenProbe(destination, on: store)
        #expect(probe.lines[3] == words)
        #expect(!probe.hints.contains("open"))
    }

    @Test("What cannot be fetched is said")
    func refused() {
        store.fetchRefusal = .locked
        #expect(ScreenProbe(.channels, on: store).hints == " the file is being written by another program")
    }
}
