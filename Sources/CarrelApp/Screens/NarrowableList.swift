import CarrelTerminal

/// A list whose rows are all here, with keys of its own: what is typed picks among the rows, as in every list.
protocol NarrowableList {
    var list: ListView { get set }
    /// The rows that keys and the mouse go over.
    var listed: [ListRow] { get }
}

extension NarrowableList {
    /// Gives an event to the field that picks among the rows; false where it is not for that.
    mutating func isTyped(_ event: Event) -> Bool {
        guard list.isTyping else { return false }
        switch event {
        case .key(let key): list.type(key, rows: listed)
        case .paste(let text): list.paste(text, rows: listed)
        default: return false
        }
        return true
    }

    /// What the keys of `table` do, or those of the field while it has them.
    func offer<Facts, Action>(of table: KeyTable<Facts, Action>, in facts: Facts) -> KeyOffer {
        list.isTyping ? KeyTable.listFind.offer(in: ()) : table.offer(in: facts)
    }

    func hints<Facts, Action>(of table: KeyTable<Facts, Action>, in facts: Facts) -> [Hint] {
        list.isTyping ? KeyTable.listFind.hints(in: ()) : table.hints(in: facts)
    }
}
