/// Whether packets find their way over interfaces and static routes, there and back.
enum Ping {
    static func ping(_ invocation: Invocation, _ scope: SimulationScope) -> CommandOutput {
        let text = invocation.captures["target"] ?? ""
        guard let target = IPv4(text) else {
            return .refused("% Unrecognized host or address, or protocol not running.")
        }
        // A packet carries the address of the interface that it leaves through.
        let next = route(to: target, from: scope.device, scope)
        let source = RoutingTable.addresses(of: scope.device, scope).first { own in
            own.isUp && next.map { $0.bits & own.mask.bits == own.address.bits & own.mask.bits } == true
        }
        let arrives = reaches(target, from: scope.device, scope)
        let returns =
            arrives
            && (owner(of: target, scope).map { owner in
                source.map { reaches($0.address, from: owner, scope) } ?? (owner == scope.device)
            } ?? true)
        var lines = [
            "Type escape sequence to abort.",
            "Sending 5, 100-byte ICMP Echos to \(target), timeout is 2 seconds:", returns ? "!!!!!" : ".....",
            "Success rate is \(returns ? 100 : 0) percent (\(returns ? 5 : 0)/5)",
        ]
        if returns { lines[3] += ", round-trip min/avg/max = 1/1/4 ms" }
        return CommandOutput(text: lines.joined(separator: "\n") + "\n")
    }

    private static func owner(of address: IPv4, _ scope: SimulationScope) -> String? {
        scope.state.variables.keys.sorted().first { device in
            !device.isEmpty
                && RoutingTable.addresses(of: device, scope).contains { $0.address == address && $0.isUp }
        }
    }

    /// Where a packet goes next: the target itself on a connected network, else a next hop. What a route names an
    /// interface for goes to the other end of it.
    private static func route(to target: IPv4, from device: String, _ scope: SimulationScope) -> IPv4? {
        guard let way = RoutingTable(of: device, scope).best(for: target).first else { return nil }
        if let next = way.next { return next }
        return way.kind == .fixed ? otherEnd(of: way.interface, device, scope) : target
    }

    private static func otherEnd(of interface: String, _ device: String, _ scope: SimulationScope) -> IPv4? {
        let own = RoutingTable.addresses(of: device, scope).first { $0.interface == interface && $0.isUp }
        guard let own else { return nil }
        let others = scope.state.variables.keys.sorted().filter { !$0.isEmpty && $0 != device }
        return others.flatMap { RoutingTable.addresses(of: $0, scope) }.first {
            $0.isUp && $0.address.bits & own.mask.bits == own.address.bits & own.mask.bits
        }?.address
    }

    private static func reaches(_ target: IPv4, from device: String, _ scope: SimulationScope) -> Bool {
        var device = device
        for _ in 0..<16 {
            if RoutingTable.addresses(of: device, scope).contains(where: { $0.address == target && $0.isUp }) {
                return true
            }
            guard let next = route(to: target, from: device, scope) else { return false }
            if next == target {
                // A host that no device of the world is, but that is said to answer.
                return owner(of: target, scope) != nil || scope.state.value(of: ":host.\(target).up", on: "") == "true"
            }
            guard let hop = owner(of: next, scope), hop != device else { return false }
            device = hop
        }
        return false
    }
}
