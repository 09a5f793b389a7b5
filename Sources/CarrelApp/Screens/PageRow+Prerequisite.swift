import CarrelStorage

extension PageRow {
    init(_ prerequisite: Prerequisite) {
        let title = prerequisite.title
        var row = ListRow(label: title, share: prerequisite.tally.mastery)
        switch prerequisite.kind {
        case .path:
            row.details = ["learning path"]
            self.init(
                row: row, opens: .path(prerequisite.id, title: title), topic: .path(prerequisite.id, title: title))
        case .certification:
            row.details = ["certification"]
            self.init(
                row: row, opens: .certification(prerequisite.id, title: title),
                topic: .certification(prerequisite.id, name: title))
        case nil: self = .note("\(prerequisite.id): not in any pack here")
        }
    }
}
