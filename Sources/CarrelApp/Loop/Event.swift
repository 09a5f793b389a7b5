import CarrelCore
import CarrelTerminal

/// What a screen is told.
enum Event: Equatable, Sendable {
    case key(Key)
    case paste(String)
    case mouse(Mouse)
    /// The thing of that number was clicked, as the screen counted when it drew.
    case pointed(Int)
    /// The size of the screen: sent before `appeared`, and on every change.
    case resized(columns: Int, rows: Int)
    /// Time passed; sent only while something on screen shows it.
    case tick
    /// The terminal is ours again after a suspension.
    case resumed
    /// The program is about to end: the last chance to ask for something to be kept.
    case closing
    /// A batch of input is over: the moment to ask for what is wanted once, however much was typed.
    case settled
    /// The screen is on top: newly opened, or uncovered again.
    case appeared
    /// Another program wrote to the learner's file.
    case changedElsewhere
    case done(Command, Result<Reply, Refusal>)
    /// The learner's editor gave a text back, or why it did not.
    case edited(Result<String, Refusal>)

    /// Something the learner did to what was on screen.
    var isInput: Bool {
        switch self {
        case .key, .paste, .mouse, .pointed: true
        case .resized, .tick, .resumed, .closing, .settled, .appeared, .changedElsewhere, .done, .edited: false
        }
    }
}

/// What a screen asks for in return.
enum Effect: Equatable, Sendable {
    case push(Destination)
    case replace(Destination)
    case pop
    /// Back to Home, whatever is open.
    case goHome
    case perform(Command)
    /// Lets the learner go on with a text in their own editor; answered by `Event.edited`.
    case edit(String)
    /// Offers a text to the clipboard, and says so by its name.
    case copy(String, name: String)
    /// Opens an address in the learner's browser.
    case visit(String)
    /// Something was decided: the rest of the typed-ahead input is dropped and a frame is drawn first.
    case barrier
    /// A word to the learner in place of the hint bar, until the next key.
    case say(String)
    /// The same of something that can be taken back: which key does, on the screen then on top, is added to it.
    case sayUndoable(String, undoing: String = "takes it back")
    /// What was said last is over: the keys stand there again.
    case unsay
    /// A write that failed is tried no more, and nothing else waits for one: what is on screen is what is on disk.
    case gaveUp
    /// Shows everything in this theme, whatever is chosen; nil ends that.
    case preview(Theme?)
    case quit
}

/// Why a command was not carried out, in one line for the learner.
struct Refusal: Error, Equatable, Sendable {
    var message: String
    /// Trying the same again may help: the file was locked, the disk full.
    var isRetriable: Bool
}

/// A screen that can be opened.
enum Destination: Equatable, Sendable {
    case home
    case channels
    case subChannels(channel: String, title: String)
    case certifications
    case certification(String, title: String)
    case paths
    case path(String, title: String)
    case tags
    case history
    case questions(QuestionListing)
    case search
    case bookmarks
    case setUp(StudyTopic)
    case session(String)
    /// One answered item of a session, to be read again.
    case sessionItem(session: String, question: String)
    case summary(session: String)
    case examPage(certification: String, title: String)
    /// A session against the clock.
    case exam(session: String)
    case examResult(String)
    /// Some items of a session that is over, to be read one after the other.
    case review(session: String, questions: [String])
    case settings
    case themes
    case help(HelpTopic)
    case faults([String])
    /// A text to be read and left.
    case text(crumbs: [String], paragraphs: [String])
    case reader(crumbs: [String], ReaderContent)
    /// The questions that belong with one.
    case related(question: String, crumbs: [String])
    case confirm(Confirmation)
    case writing(Writing)
    case questionMenu(QuestionMenu)
    case corrections(QuestionMenu)
    case keyCorrection(QuestionMenu)
    /// What was reported of one question or, for nil, of all.
    case reports(question: String?)
}
