import CarrelTerminal

/// A context of keys, as `config.yaml` names it.
enum KeyContext: String, CaseIterable, Sendable {
    case everywhere, goTo, list, listFind
    case question, field, besideField, confidence, grading, answered, missing
    case reader, find, search, filter, setUp, dialog, summary, settings, settingField
    case writing, questionMenu, corrections, keyCorrection, palette, themes
    case ordering, matching, hotspot
    case exam, examOrdering, examMatching, examHotspot, examMissing, examTimeUp, overview
    case simulation, simulationCommands, examSimulation

    /// Every printable key is text here, and so are the keys that edit it.
    var isField: Bool {
        switch self {
        case .field, .find, .listFind, .search, .settingField, .writing, .palette, .simulation: true
        default: false
        }
    }

    /// A question is on screen, whatever of it is open.
    var isQuestion: Bool {
        switch self {
        case .question, .field, .besideField, .confidence, .grading, .answered, .missing: true
        case .ordering, .matching, .hotspot: true
        case .exam, .examOrdering, .examMatching, .examHotspot, .examMissing: true
        case .simulation, .simulationCommands, .examSimulation: true
        default: false
        }
    }

    /// In short, for the manual: where it is met.
    var place: String {
        switch self {
        case .everywhere: "wherever nothing is typed"
        case .goTo: "after the key for going somewhere"
        case .list: "in a list, and on Home"
        case .listFind: "while a list is narrowed by what is typed"
        case .question: "on a question with options"
        case .field: "in the field of a free answer"
        case .besideField: "beside that field"
        case .confidence: "where Carrel asks how sure you are"
        case .grading: "where you grade your answer"
        case .answered: "after an answer"
        case .missing: "on a question that cannot be asked here"
        case .reader: "in a text, and in help"
        case .find: "while words are looked for in a text"
        case .search: "in the field of the search"
        case .filter: "on the sheet that filters questions"
        case .setUp: "on the sheet before a session"
        case .dialog: "where something is asked"
        case .summary: "after a session"
        case .settings: "in the settings"
        case .settingField: "while a setting is written"
        case .writing: "while a note, a report or a correction is written"
        case .questionMenu: "in the menu of one question"
        case .corrections: "where it is chosen what to correct"
        case .keyCorrection: "where it is corrected which options are right"
        case .palette: "in the list of commands"
        case .themes: "in the list of themes"
        case .exam: "on an exam's question with options"
        case .examOrdering: "where an exam has items put in order"
        case .examMatching: "where an exam has sides paired"
        case .examHotspot: "on an exam's exhibit"
        case .simulation: "at the prompt of a simulation"
        case .simulationCommands: "beside that prompt"
        case .examSimulation: "beside that prompt, in an exam"
        case .examMissing: "on an exam's item that is not here any more"
        case .examTimeUp: "where an exam says that its time is up"
        case .overview: "on the map of an exam's items"
        case .ordering: "where items are put in order"
        case .matching: "where sides are paired"
        case .hotspot: "on an exhibit with regions"
        }
    }
}

/// Something that keys do in a context.
protocol KeyAction: Hashable, Sendable, RawRepresentable<String> {}

extension KeyAction {
    /// As `config.yaml` names it.
    var name: String { rawValue }
}
