import CarrelTerminal

/// What a screen can have done outside Carrel: by other programs, and by the terminal.
struct Outside {
    /// Lets the learner write on in their own editor.
    var edit: (String) -> Result<String, Refusal>
    /// Offers a text to the clipboard of the machine the terminal runs on.
    var copy: (String) -> Terminal.Copying
    /// Opens an address in the learner's browser; answers with what to say of it.
    var visit: (String) -> Result<String, Refusal>
    /// Draws the next frame in full.
    var redraw: () -> Void = {}
    /// Gives the terminal back to the shell until it comes back.
    var suspend: () -> Void = {}
    /// Reports the mouse, or no more; answers with what to say of it.
    var switchMouse: () -> String = { "" }
}
