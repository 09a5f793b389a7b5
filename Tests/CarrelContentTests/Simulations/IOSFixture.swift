import CarrelCore

@testable import CarrelContent

/// Devices of the Cisco-like shell.
enum IOSFixture {
    private static let ports = """
        {hostname: SW1, if.FastEthernet0/1.switch: true, if.FastEthernet0/1.up: true, if.GigabitEthernet0/1.switch: true, \
        if.GigabitEthernet0/1.up: true, if.GigabitEthernet0/2.switch: true, if.GigabitEthernet0/2.up: false}
        """

    /// A switch with two ports that are up and one that is not.
    static func switchOne() throws -> Simulation { try ShellFixture.simulation("ios", state: ports) }

    /// A router with addresses and static routes.
    static func router() throws -> Simulation {
        var simulation = try ShellFixture.simulation(
            "ios",
            state: """
                {hostname: R1, if.GigabitEthernet0/0.router: true, if.GigabitEthernet0/0.up: true, \
                if.GigabitEthernet0/1.router: true, if.GigabitEthernet0/1.up: true}
                """)
        _ = simulation.after([
            "en", "conf t", "int g0/0", "ip address 10.0.12.1 255.255.255.252", "int g0/1",
            "ip address 192.168.9.1 255.255.255.0", "int lo0", "ip address 1.1.1.1 255.255.255.255", "exit",
            "ip route 192.168.5.0 255.255.255.0 10.0.12.2", "ip route 0.0.0.0 0.0.0.0 10.0.12.2",
            "ip route 0.0.0.0 0.0.0.0 192.168.9.2 200", "ip route 10.0.0.0 255.255.255.0 10.0.12.2",
            "ip route 172.16.4.0 255.255.255.0 10.0.12.2", "ip route 172.16.3.0 255.255.255.0 10.0.12.2",
            "ip route 172.16.3.0 255.255.255.0 192.168.9.2", "ip route 7.7.7.0 255.255.255.0 3.3.3.3", "end",
        ])
        return simulation
    }
}
