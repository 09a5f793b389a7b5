import CarrelCore
import Testing

@testable import CarrelContent

@Suite("Packs among each other")
struct CrossCheckTests {
    private func faults(_ texts: [String], known: KnownIDs = KnownIDs(), gone: Set<String> = []) -> [String] {
        let readings = texts.enumerated().map { PackFixture.reading($1, path: "\($0).yaml") }
        #expect(readings.flatMap(\.faults.faults) == [])
        _ = CrossCheck(readings, known: known, gone: gone, builtInRoots: [])
        return readings.flatMap(\.faults.faults).map(\.description)
    }

    private func certification(_ id: String, _ extra: String = "") -> String {
        """
        certification: \(id)
        name: N
        provider: P
        category: cloud
        difficulty: expert
        domains: [{id: secure, name: A, weight: 100}]
        rules: {questions: 10, minutes: 20, pass: 50}
        \(extra)
        """
    }

    private func path(_ milestone: String, _ extra: String = "") -> String {
        """
        path: p
        title: T
        pathType: skill
        difficulty: beginner
        milestones: [{id: m, title: M, estimatedHours: 1, \(milestone)}]
        \(extra)
        """
    }

    @Test("Channels and certifications share one namespace, paths have their own")
    func namespaces() {
        let channel = PackFixture.channel(PackFixture.free("a"), id: "p")
        #expect(
            faults([channel, certification("p"), path("questions: [a]")]) == [
                "1.yaml:1:16: error: certification: the id \"p\" is already taken, with other content, at 0.yaml:1"
            ])
    }

    @Test("Within one root, even the same question may not stand twice")
    func twice() {
        let question = PackFixture.free("a")
        #expect(
            faults([PackFixture.channel(question, id: "x"), PackFixture.channel(question, id: "y")]) == [
                "1.yaml:7:10: error: questions[0].id: the id \"a\" is already taken, with other content, at 0.yaml:7"
            ])
    }

    @Test("Every kind of reference is followed")
    func references() {
        let packs = [
            PackFixture.channel(PackFixture.free("a", extra: "related: [{id: b}]")),
            certification("cert", "channelMappings: [{channel: nte, weight: 1}]\nprerequisites: [crt]"),
            path(
                "select: {channel: net, subChannel: tpc, certification: cert, domain: secre}",
                "prerequisites: [p2]\nchannels: [net, cert]"),
            "interview: i\ntopic: T\nchannel: ney\ndifficulty: beginner\nquestions: [a, z]",
        ]
        #expect(
            faults(packs) == [
                "0.yaml:7:138: error: questions[0].related[0].id: no question has the id \"b\"",
                "1.yaml:8:29: error: channelMappings[0].channel: no channel has the id \"nte\"; did you mean \"net\"?",
                "1.yaml:9:17: error: prerequisites[0]: no certification has the id \"crt\"; did you mean \"cert\"?",
                "2.yaml:5:86: error: milestones[0].select.subChannel: \"net\" has no \"tpc\"; it has tcp",
                "2.yaml:5:120: error: milestones[0].select.domain: \"cert\" has no \"secre\"; it has secure",
                "2.yaml:6:17: error: prerequisites[0]: no path or certification has the id \"p2\"; did you mean \"p\"?",
                "2.yaml:7:17: error: channels[1]: no channel has the id \"cert\"",
                "3.yaml:3:10: error: channel: no channel or certification has the id \"ney\"; did you mean \"net\"?",
                "3.yaml:5:16: error: questions[1]: no question has the id \"z\"",
            ])
    }

    @Test("What the catalogue holds may be referred to, unless its file goes")
    func known() {
        let known = KnownIDs(
            questions: ["k": "/k.yaml"], channels: ["chan": "/k.yaml"], parts: ["chan": ["part"]])
        let packs = [
            path("questions: [k]"),
            path("select: {channel: chan, subChannel: part}").replacing("path: p", with: "path: q"),
            path("select: {channel: chan, subChannel: prat}").replacing("path: p", with: "path: r"),
        ]
        #expect(
            faults(packs, known: known) == [
                "2.yaml:5:87: error: milestones[0].select.subChannel: \"chan\" has no \"prat\"; it has part"
            ])
        #expect(faults([packs[0]], known: known, gone: ["/k.yaml"]).count == 1)
    }
}
