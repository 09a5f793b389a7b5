/// What becomes of the interfaces of a switch or router: `if.<name>.status` and `if.<name>.line`, as
/// `show ip interface brief` tells them, and the VLANs that `if.<name>.carries`, follow from what is configured and what
/// is plugged in.
enum InterfaceStatus {
    static func settle(_ scope: inout SimulationScope) {
        let names = scope.members(of: "if")
        let ports = ForwardingPorts(names, scope)
        for name in names where scope.budget.take(4) {
            let (status, isUp) = status(of: name, ports, scope)
            scope.set("if.\(name).status", status)
            scope.set("if.\(name).line", isUp ? "up" : "down")
            scope.set("if.\(name).carries", ports.carried[name])
        }
    }

    private static func status(
        of name: String, _ ports: ForwardingPorts, _ scope: SimulationScope
    ) -> (status: String, isUp: Bool) {
        // A subinterface is no better off than what it is a part of.
        let parent = name.split(separator: ".").first.map(String.init) ?? name
        let chain = parent == name ? [name] : [parent, name]
        guard chain.allSatisfy({ isOn($0, "up", scope) }) else { return ("administratively down", false) }
        guard chain.allSatisfy({ hasLink($0, scope) }) else { return ("down", false) }
        if name.hasPrefix("Vlan") { return ("up", ports.carry(String(name.dropFirst(4)), scope)) }
        let isCarried = channel(of: parent).map(ports.channels.contains) ?? true
        return (isCarried ? "up" : "down", isCarried)
    }

    /// The number of a port-channel; nil for other interfaces.
    private static func channel(of name: String) -> String? {
        name.hasPrefix("Port-channel") ? String(name.dropFirst(12)) : nil
    }

    private static func isOn(_ name: String, _ part: String, _ scope: SimulationScope) -> Bool {
        scope.value(of: "if.\(name).\(part)") == "true"
    }

    private static func hasLink(_ name: String, _ scope: SimulationScope) -> Bool {
        scope.value(of: "if.\(name).link") != "false" && !isOn(name, "violated", scope)
    }

    /// The ports that forward frames.
    private struct ForwardingPorts {
        /// What they are bundled to.
        private(set) var channels: Set<String> = []
        /// The VLANs whose frames each of the others lets through, as a list.
        private(set) var carried: [String: String] = [:]
        private var lists: [NumberRanges] = []

        init(_ names: [String], _ scope: SimulationScope) {
            func value(_ part: String, _ name: String) -> String { scope.value(of: "if.\(name).\(part)") ?? "" }
            let forwarding = names.filter { isOn($0, "up", scope) && hasLink($0, scope) }
            channels = Set(forwarding.map { value("channel", $0) }.filter { !$0.isEmpty })
            for name in forwarding where isOn(name, "switch", scope) && !isOn(name, "routed", scope) {
                guard value("channel", name).isEmpty, channel(of: name).map(channels.contains) ?? true else { continue }
                if value("mode", name) == "trunk" {
                    let list = value("allowed", name)
                    carried[name] = list.isEmpty ? "1-4094" : list
                } else {
                    let vlans = [value("access", name), value("voice", name)]
                    carried[name] = (vlans[0].isEmpty ? "1" : vlans[0]) + (vlans[1].isEmpty ? "" : "," + vlans[1])
                }
            }
            lists = Set(carried.values).map { NumberRanges($0) }
        }

        /// Whether frames of the VLAN have a port to go through.
        func carry(_ vlan: String, _ scope: SimulationScope) -> Bool {
            guard scope.exists("vlan.\(vlan)") else { return false }
            return lists.contains { $0.contains(vlan) }
        }
    }
}
