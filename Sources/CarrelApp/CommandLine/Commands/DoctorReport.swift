import CarrelContent
import CarrelCore
import CarrelStorage
import CarrelTerminal
import Glibc

/// What the doctor finds, in the form of its JSON.
struct DoctorReport: Encodable {
    struct Table: Encodable {
        var table: String
        var rows: Int
        /// Added in the last 30 days; nil for tables that do not say when.
        var added: Int?
    }

    struct Timing: Encodable {
        /// What the screen shows.
        var query: String
        /// Milliseconds.
        var p50, p95, p99: Double
    }

    struct Terminal: Encodable {
        var name: String
        var isUTF8: Bool
    }

    struct Nameless: Encodable {
        var table, question: String
        var rows: Int
    }

    static let shape = """
        {file, bytes, mode, schema, journalMode, isNetworkFileSystem, tightened: [path], isRebuilt, faults: [text], \
        packFiles, packFaults: [text], builtInPacks?, terminal: {name, isUTF8}, backups, newestBackup?, \
        tables: [{table, rows, added?}], nameless: [{table, question, rows}], queries: [{query, p50, p95, p99}]}
        """

    var file: String
    var bytes: Int64
    /// Who may do what with it: `600`.
    var mode: String
    /// The version of its tables.
    var schema: Int
    var journalMode: String
    var isNetworkFileSystem: Bool
    /// What others could read and no longer can.
    var tightened: [String]
    var isRebuilt: Bool
    /// What is wrong with the file: damage, drift of folded tables, caches that are off.
    var faults: [String]
    var packFiles: Int
    /// Packs that changed and have faults; told, but the file is not to blame.
    var packFaults: [String]
    var builtInPacks: String?
    var terminal: Terminal
    /// Daily copies there are.
    var backups: Int
    var newestBackup: String?
    var tables: [Table]
    /// Questions named by the learner's work that are in no pack here.
    var nameless: [Nameless]
    var queries: [Timing]

    var isSound: Bool { faults.isEmpty }

    /// - Parameter progress: Told now and then how much of the journal was compared with the tables.
    init(
        of store: Store, _ places: Places, isRebuilt: Bool, progress: (Int, Int) throws -> Void = { _, _ in }
    ) throws {
        let opened = store.openReport
        file = opened.path
        var status = stat()
        let isThere = stat(opened.path, &status) == 0
        bytes = isThere ? Int64(status.st_size) : 0
        mode = isThere ? String(status.st_mode & 0o777, radix: 8) : ""
        schema = try store.schemaVersion()
        journalMode = opened.journalMode
        isNetworkFileSystem = opened.isNetworkFileSystem
        tightened = opened.tightened
        self.isRebuilt = isRebuilt
        // After a rebuild there is nothing to drift.
        faults = try store.integrity() + (isRebuilt ? [] : store.drift(progress: progress))
        packFiles = try store.recordedPackFiles().count
        packFaults = Survey(of: places.packRoots, recorded: try store.recordedPackFiles()).faults.map(\.description)
        builtInPacks = places.builtInPacks
        let name = getenv("TERM").map { String(cString: $0) } ?? ""
        terminal = Terminal(name: name, isUTF8: Columns.localeIsUTF8)
        let copies = try DailyBackups(of: store)?.all() ?? []
        backups = copies.count
        newestBackup = copies.first?.path
        let month = SystemClock.now().at.adding(seconds: -30 * 86_400)
        tables = try store.tableCounts(since: month).map { Table(table: $0.table, rows: $0.rows, added: $0.added) }
        nameless = try store.danglingNames().map {
            Nameless(table: $0.table, question: $0.questionId, rows: $0.rows)
        }
        queries = try ScreenTimings(of: store).rows
    }

    /// What is said to a person.
    var lines: [String] {
        func row(_ name: String, _ words: String) -> String { Columns.pad(name, to: 10) + words }
        var lines = [
            row("file", "\(file), \(bytes / 1024) KiB, mode \(mode), schema \(schema)"),
            row("journal", journalMode + (isNetworkFileSystem ? " (network file system: no WAL)" : "")),
        ]
        lines += tightened.map { row("tightened", "\($0): others could read it") }
        if isRebuilt { lines.append(row("rebuilt", "the learner's tables are folded anew from the journal")) }
        lines.append(row("integrity", faults.isEmpty ? "ok" : RelativeTime.count(faults.count, "fault")))
        lines += faults.map { row("", $0) }
        lines.append(row("packs", "\(packFiles) files, " + (builtInPacks.map { "built in: \($0)" } ?? "none built in")))
        lines += packFaults.map { row("", $0) }
        lines.append(
            row(
                "terminal",
                "\(terminal.name.isEmpty ? "none" : terminal.name), \(terminal.isUTF8 ? "UTF-8" : "not UTF-8")"))
        lines.append(
            row("backups", newestBackup.map { "\(RelativeTime.count(backups, "day")), the newest \($0)" } ?? "none yet")
        )
        lines += tables.filter { $0.rows > 0 }.map {
            row("rows", "\($0.table) \($0.rows)" + ($0.added.map { ", \($0) in the last 30 days" } ?? ""))
        }
        lines += nameless.map {
            row("nameless", "\($0.table) \($0.question): in no pack here; what you did with it is kept")
        }
        let table = TextTable(
            headings: [("QUERY, ms", .start), ("P50", .end), ("P95", .end), ("P99", .end)],
            rows: queries.map { [$0.query] + [$0.p50, $0.p95, $0.p99].map(Self.milliseconds) })
        return lines + (queries.isEmpty ? [] : [""] + table.lines(columns: nil))
    }

    /// With two digits behind the point.
    private static func milliseconds(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
