import CarrelCore
import CarrelTerminal

/// The part of a question's screen where a simulation is answered: a prompt for each device, with what was typed and
/// said above it.
///
/// A value that its screen feeds with keys and draws; what was entered is its answer, and nothing else is.
struct SimulationPad: Equatable, Sendable {
    /// What a key came to, for the screen around it.
    enum Outcome: Equatable, Sendable {
        /// It means nothing here.
        case ignored
        case handled
        /// A line was run: `response` is to be stored.
        case entered
    }

    /// Lines kept of each device.
    static let longestScroll = 2_000

    private(set) var simulation: Simulation
    private(set) var device: String
    private(set) var field = LineEditor()
    /// Printable keys go to the prompt; else they are commands.
    private(set) var isAtPrompt = true
    private var screens: [String: [Line]] = [:]
    /// Rows the view lies above the end.
    private var lifted = 0
    private var visible = 10
    /// How far back in what was entered on this device, and what was being typed before.
    private var recalled = 0
    private var draft = ""

    /// Something that stands on a device's screen.
    private struct Line: Equatable, Sendable {
        var text: String
        var isTyped = false
    }

    /// - Parameter response: What was entered before, as `response` has it.
    init(_ world: World, shell: Shell, response: String? = nil) {
        simulation = Simulation(world: world, shell: shell)
        device = simulation.firstDevice
        let entries = [SimulationEntry](response: response)
        for entry in entries { run(entry.command, on: entry.device) }
        // One goes on where one was.
        if let last = entries.last?.device, devices.contains(where: { $0.id == last }) { device = last }
    }

    static func == (left: SimulationPad, right: SimulationPad) -> Bool {
        left.simulation.entered == right.simulation.entered && left.simulation.world == right.simulation.world
            && left.device == right.device && left.field == right.field && left.isAtPrompt == right.isAtPrompt
            && left.screens == right.screens && left.lifted == right.lifted
    }

    var response: String? { simulation.response }
    var grade: SimulationGrade { simulation.grade }
    var devices: [World.Device] { simulation.world.devices }
    var isUntouched: Bool { simulation.entered.isEmpty }

    /// What was typed and said on the device that is shown.
    var linesOnScreen: Int { screens[device]?.count ?? 0 }

    /// Takes over which device is shown, what is being typed, and whether at the prompt, of `other`: the same
    /// simulation, of which something else was entered meanwhile.
    mutating func keepView(of other: SimulationPad) {
        if devices.contains(where: { $0.id == other.device }) { device = other.device }
        (field, isAtPrompt) = (other.field, other.isAtPrompt)
    }

    /// Types `key` at the prompt.
    mutating func type(_ key: Key) {
        lifted = 0
        _ = field.handle(key)
    }

    /// Rows that lie below what is in sight.
    var hiddenBelow: Int { lifted }

    /// Goes through what was said, as a wheel does.
    mutating func scroll(_ step: Int) { lifted = max(0, lifted - step) }

    /// So many rows it has on the screen from now on.
    mutating func fit(rows: Int) { visible = max(1, rows) }

    /// Pasted text is typed; each whole line of it is run.
    mutating func paste(_ text: String) -> Outcome {
        guard isAtPrompt else { return .ignored }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let last = lines.popLast() ?? ""
        for line in lines {
            field.insert(line)
            _ = perform(.run)
        }
        field.insert(last)
        return lines.isEmpty ? .handled : .entered
    }

    mutating func perform(_ action: SimulationAction) -> Outcome {
        switch action {
        case .run:
            // A bare Enter asks for a fresh prompt, and is no answer.
            guard !field.text.allSatisfy({ $0 == " " }) else {
                append(Line(text: simulation.prompt(of: device) + field.text, isTyped: true))
                forget()
                return .handled
            }
            return enter(field.text)
        case .leaveMode:
            guard field.isEmpty else { return field.handle(.delete) ? .handled : .ignored }
            return enter("exit")
        case .endModes:
            if !field.isEmpty { _ = enter(field.text) }
            // Where there is no mode to end, real gear does nothing either.
            guard simulation.complete("end", on: device).line != "end" else { return .handled }
            return enter("end")
        case .clear: screens[device] = []
        case .dropLine:
            append(Line(text: simulation.prompt(of: device) + field.text + "^C", isTyped: true))
            forget()
        case .complete: complete()
        case .listHelp: list(simulation.help(field.text, on: device), typed: field.text + "?")
        case .previousLine: recall(1)
        case .nextLine: recall(-1)
        case .pageUp: lifted += max(1, visible - 1)
        case .pageDown: lifted = max(0, lifted - max(1, visible - 1))
        case .toCommands: isAtPrompt = false
        case .toPrompt: isAtPrompt = true
        case .device(let index):
            guard devices.indices.contains(index) else { return .ignored }
            device = devices[index].id
            forget()
            isAtPrompt = true
        case .reset:
            simulation.reset()
            screens = [:]
            forget()
            return .entered
        }
        return .handled
    }

    private mutating func enter(_ line: String) -> Outcome {
        run(line, on: device)
        forget()
        return .entered
    }

    private mutating func run(_ line: String, on device: String) {
        append(Line(text: simulation.prompt(of: device) + line, isTyped: true), to: device)
        let reply = simulation.run(line, on: device)
        if reply.clearsScreen { screens[device] = [] }
        for text in reply.lines { append(Line(text: text.replacingTabs), to: device) }
    }

    private mutating func append(_ line: Line, to device: String? = nil) {
        let device = device ?? self.device
        screens[device, default: []].append(line)
        let excess = (screens[device]?.count ?? 0) - Self.longestScroll
        if excess > 0 { screens[device]?.removeFirst(excess) }
    }

    private mutating func forget() {
        field.clear()
        (recalled, draft, lifted) = (0, "", 0)
    }

    private mutating func complete() {
        let completion = simulation.complete(field.text, on: device)
        if !completion.candidates.isEmpty, completion.line == field.text {
            list([completion.candidates.joined(separator: "  ")], typed: field.text)
        }
        field.replace(with: completion.line)
    }

    /// Shows lines under what is typed, which stays to be gone on with.
    private mutating func list(_ lines: [String], typed: String) {
        append(Line(text: simulation.prompt(of: device) + typed, isTyped: true))
        for line in lines { append(Line(text: line)) }
        lifted = 0
    }

    private mutating func recall(_ step: Int) {
        let lines = simulation.entered.filter { $0.device == device && !$0.command.isEmpty }.map(\.command)
        let wanted = recalled + step
        guard (0...lines.count).contains(wanted) else { return }
        lifted = 0
        if recalled == 0 { draft = field.text }
        recalled = wanted
        field.replace(with: wanted == 0 ? draft : lines[lines.count - wanted])
    }
}

extension String {
    /// With every tab as the spaces to the next eighth column, as terminals show them.
    fileprivate var replacingTabs: String {
        guard utf8.contains(0x09) else { return self }
        var text = "", column = 0
        for character in self {
            let width = character == "\t" ? 8 - column % 8 : 1
            text += character == "\t" ? String(repeating: " ", count: width) : String(character)
            column += width
        }
        return text
    }
}

extension SimulationPad {
    /// The devices, then as much as fits of what was typed and said, the prompt as its last line.
    mutating func draw(on canvas: inout Canvas, in area: Area) {
        guard area.rows > 0, area.columns > 0 else { return }
        var top = area.y
        if devices.count > 1, !isFlat(rows: area.rows) {
            drawDevices(on: &canvas, in: area)
            top += 1
        }
        let rows = area.bottom - top
        visible = rows
        let prompt = simulation.prompt(of: device), typed = prompt + field.text
        var lines = (screens[device] ?? []).flatMap { line in
            Self.cut(line.text, columns: area.columns).map { (text: $0, isTyped: line.isTyped) }
        }
        let own = Self.cut(typed + " ", columns: area.columns)
        lines += own.map { (text: $0, isTyped: true) }
        lifted = min(lifted, max(0, lines.count - rows))
        let end = lines.count - lifted, start = max(0, end - rows)
        for (row, line) in lines[start..<end].enumerated() {
            canvas.draw(line.text, x: area.x, y: top + row, style: line.isTyped ? .field : .text, limit: area.columns)
        }
        guard isAtPrompt, lifted == 0 else { return }
        canvas.heard = heard
        let before = Columns.width(of: prompt + String(field.text.prefix(field.caret)))
        let first = lines.count - own.count - start
        let row = top + first + before / area.columns
        guard row >= top, row < area.bottom else { return }
        canvas.cursor = Position(x: area.x + before % area.columns, y: row)
    }

    /// What was said since the last line that was typed, and the prompt.
    private var heard: String {
        let said = (screens[device] ?? []).reversed().prefix { !$0.isTyped }.reversed().map(\.text)
        return (said + [simulation.prompt(of: device)]).joined(separator: "\n")
    }

    /// The devices have no row of their own in so few.
    func isFlat(rows: Int) -> Bool { rows <= 2 }

    /// With their titles as far as all have room, else by their ids alone.
    func drawDevices(on canvas: inout Canvas, in area: Area) {
        let whole = devices.map { each in each.title.map { "\(each.id) (\($0))" } ?? each.id }
        let isShort = whole.reduce(1) { $0 + Columns.width(of: $1) + 5 } > area.columns + 3
        var x = area.x + 1
        for (index, each) in devices.enumerated() where x < area.x + area.columns {
            let name = isShort ? each.id : whole[index]
            let left = area.x + area.columns - x, start = x
            x = canvas.draw("\(index + 1) ", x: x, y: area.y, style: .key, limit: left)
            x = canvas.draw(
                name, x: x, y: area.y, style: each.id == device ? .selection : .muted, limit: max(0, left - 2))
            canvas.mark(x: start, y: area.y, columns: x - start, as: .item(index))
            x += 3
        }
    }

    /// A line as terminals wrap it: cut wherever it is too wide.
    private static func cut(_ text: String, columns: Int) -> [String] {
        var rows = [""], width = 0
        for character in text {
            let own = Columns.width(of: String(character))
            if width + own > columns, width > 0 {
                rows.append("")
                width = 0
            }
            rows[rows.count - 1].append(character)
            width += own
        }
        return rows
    }
}
