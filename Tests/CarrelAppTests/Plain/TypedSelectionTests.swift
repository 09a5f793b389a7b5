import CarrelCore
import Testing

@testable import CarrelApp

@Suite("An arranged answer typed in a line")
struct TypedSelectionTests {
    private static let ordering = TypedSelection(
        question: Samples.ordering, order: ["ack", "syn", "rst", "synack"])
    private static let matching = TypedSelection(
        question: Samples.matching, order: ["dns", "telnet", "ssh", "smtp"])

    private func selection(_ text: String, _ line: TypedSelection) -> AnswerGiven.Selection? {
        guard case .success(let selection)? = line.read(text) else { return nil }
        return selection
    }

    private func fault(_ text: String, _ line: TypedSelection) -> String? {
        guard case .failure(let fault)? = line.read(text) else { return nil }
        return fault.message
    }

    @Test("Ranks stand for the items as they were listed, - for what does not belong")
    func ranks() {
        #expect(selection("3 1 - 2", Self.ordering) == .ordered(["syn", "synack", "ack"]))
        #expect(selection("4,3,2,1", Self.ordering) == .ordered(["synack", "rst", "syn", "ack"]))
        #expect(
            fault("1 2 3", Self.ordering)
                == "Letters in order, or a rank for each of the 4 (- for none); this has 3.")
        #expect(fault("1 1 2 -", Self.ordering) == "Each rank from 1 to 3 is asked for once.")
        #expect(fault("- - - -", Self.ordering) == "Something has to stay in the order.")
        #expect(Self.ordering.read("b") == nil)
        #expect(Self.ordering.form == "letters in order, e.g. c a b; without those that do not belong")
    }

    @Test("Letters stand in their order, with spaces or without; those left out do not belong")
    func letters() {
        #expect(selection("b d a", Self.ordering) == .ordered(["syn", "synack", "ack"]))
        #expect(selection("BDA", Self.ordering) == .ordered(["syn", "synack", "ack"]))
        #expect(fault("b e", Self.ordering) == "e: letters from a to d are asked for, each once.")
        #expect(fault("bb", Self.ordering) == "b: letters from a to d are asked for, each once.")
        #expect(Self.ordering.text(of: .ordered(["syn", "synack", "ack"])) == "b d a")
    }

    @Test("Pairs typed later are added to those that stand; a side that is paired anew leaves the one it had")
    func morePairs() {
        let standing = AnswerGiven.Selection.paired(["ssh": "ssh"])
        guard case .success(let both)? = Self.matching.read("b4", after: standing) else { return #expect(Bool(false)) }
        #expect(both == .paired(["ssh": "ssh", "smtp": "smtp"]))
        guard case .success(let moved)? = Self.matching.read("b3", after: standing) else { return #expect(Bool(false)) }
        #expect(moved == .paired(["smtp": "ssh"]))
    }

    @Test("Pairs are a letter and a number each")
    func pairs() {
        #expect(selection("a3 B4, c1", Self.matching) == .paired(["ssh": "ssh", "smtp": "smtp", "dns": "dns"]))
        #expect(fault("a1 b1", Self.matching) == "b1: each letter and each number is used once.")
        #expect(fault("a9", Self.matching) == "a9: no pair here; a pair is a letter and a number, e.g. a2.")
        #expect(Self.matching.read("b") == nil)
        #expect(Self.matching.read("") == nil)
    }

    @Test("Regions are numbers, one where one is correct")
    func regions() {
        let one = TypedSelection(question: Samples.hotspot, order: Samples.hotspot.partIds)
        #expect(selection("1", one) == .chosen(["bits"]))
        #expect(fault("1 2", one) == "Choose one.")
        let several = TypedSelection(question: Samples.hotspots, order: Samples.hotspots.partIds)
        #expect(selection("1 2", several) == .chosen(["bits", "links"]))
    }

    @Test("What is asked and what was right are said in the same letters and numbers")
    func spoken() {
        let page = SpokenQuestion(
            item: Samples.item(Samples.matching), order: ["dns", "telnet", "ssh", "smtp"], columns: 80)
        #expect(page.rightAnswer == "a3 b4 c1")
        #expect(page.asked.contains("a. SSH") && page.asked.contains("2. 23"))
        let given = StandingAnswer(selection: .paired(["ssh": "dns"]), grade: .wrong)
        let answered = page.answered(given)
        #expect(answered[0] == "Wrong. Right is a3 b4 c1.")
        #expect(answered.contains("a. SSH = 22 (yours: 53)") && answered.contains("-. 23 (belongs to none)"))
        #expect(answered.contains("a is 22, and 2 belongs to Telnet."))
        let exhibit = SpokenQuestion(item: Samples.item(Samples.hotspot), order: Samples.hotspot.partIds)
        #expect(exhibit.asked.contains("1. line 2: \"-rw-r--r--\", columns 1 to 10"))
        #expect(exhibit.answered(nil).contains("1. right: permissions, line 2: \"-rw-r--r--\""))
        let order = SpokenQuestion(item: Samples.item(Samples.ordering), order: ["ack", "syn", "rst", "synack"])
        #expect(order.rightAnswer == "b d a")
    }
}
