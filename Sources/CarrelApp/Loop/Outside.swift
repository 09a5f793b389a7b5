/// What a screen can have done outside Carrel: by other programs, and by the terminal.
struct Outside {
    /// Lets the learner write on in their own editor.
    var edit: (String) -> Result<String, Refusal>
    /// Offers a text to the clipboard of the machine the terminal runs on; false where it is too long for that.
    var copy: (String) -> Bool
    /// Opens an address in the learner's browser; answers with what to say of it.
    var visit: (String) -> Result<String, Refusal>
}
