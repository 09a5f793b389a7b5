import Testing

@testable import CarrelContent

@Suite("Channels")
struct ChannelSchemaTests {
    @Test(
        "A channel that is refused says why and where",
        arguments: [
            (
                """
                - a

                """,
                [
                    "1:1: : a mapping of keys to values is expected, found a list"
                ]
            ),
            (
                """
                title: x

                """,
                [
                    "1:1: : no key says what this pack is: channel, certification, path, interview or shell"
                ]
            ),
            (
                """
                channel: Net Works
                title: 22
                category: enginering
                icn: x
                subChannels: []
                questions: {}
                """,
                [
                    "1:10: channel: \"Net Works\" is no id; ids are up to 100 of a–z, 0–9 and \"-\", the first no \"-\"",
                    "3:11: category: \"enginering\" is not allowed; did you mean \"engineering\"? use fundamentals, engineering, cloud, data, security, ai, mobile, testing, management",
                    "4:1: icn: unknown key; did you mean \"icon\"?",
                    "5:14: subChannels: has 0 of the at least 1 entries it needs",
                    "6:12: questions: a list is expected, found a mapping",
                ]
            ),
            (
                """
                channel: -net
                title:
                category: [a]
                description: ' '
                roles: backend
                subChannels: [{id: tcp, title: T}, {id: tcp, title: U, x: 1}]
                """,
                [
                    "1:10: channel: \"-net\" is no id; ids are up to 100 of a–z, 0–9 and \"-\", the first no \"-\"",
                    "2:7: title: is empty; text is expected",
                    "3:11: category: text is expected, found a list",
                    "4:14: description: is empty; text is expected",
                    "5:8: roles: a list is expected, found \"backend\"",
                    "6:41: subChannels[1].id: the same id as subChannels[0].id: \"tcp\"",
                    "6:56: subChannels[1].x: unknown key; a sub-channel has: id, title",
                ]
            ),
        ])
    func refused(pack: String, faults: [String]) { #expect(PackFixture.faults(of: pack) == faults) }
}
