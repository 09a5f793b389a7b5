import CarrelCore

@testable import CarrelApp

// Choices, as tests of choice questions speak of them.

extension StandingAnswer {
    init(
        selected: Set<String>, response: String? = nil, grade: AnswerGrade? = nil, contentHash: String? = nil,
        elapsedMs: Int = 0
    ) {
        self.init(
            selection: .chosen(selected), response: response, grade: grade, contentHash: contentHash,
            elapsedMs: elapsedMs)
    }
}

extension PracticeScreen {
    var chosen: Set<String> { Set(pad?.selection.ids ?? []) }
    var cursor: Int? { pad?.pointer }
}
