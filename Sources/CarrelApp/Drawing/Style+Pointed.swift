import CarrelTerminal

extension Style {
    /// The look of what may be at the pointer: of a selection if it is, else its own.
    ///
    /// On a slow link always its own: the marker tells it, and nothing else has to be sent when it moves.
    static func pointed(_ isPointed: Bool, else own: Style) -> Style {
        isPointed && !PageLayout.current.isSlow ? .selection : own
    }
}
