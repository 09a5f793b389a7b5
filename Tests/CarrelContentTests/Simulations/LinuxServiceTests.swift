import CarrelCore
import Testing

@testable import CarrelContent

@Suite("Services of a Linux machine, as systemctl tells of them")
struct LinuxServiceTests {
    private static let state = """
        {service.web.description: Web, service.web.active: true, service.web.enabled: true, service.web.pid: 812, \
        process.812.command: "web: main", process.812.user: root, service.off.description: Off, \
        service.bad.description: Bad, service.bad.broken: "bind: address in use", process.900.command: sleep 100, \
        process.900.user: ada, process.901.command: sleep 200, process.901.user: ada, process.901.start: "03:02"}
        """

    @Test(
        "What is said and how it ends",
        arguments: [
            ("systemctl is-active web && echo up", ["active", "up"]),
            ("systemctl is-active off; echo $?", ["inactive", "3"]),
            ("systemctl is-active --quiet web && echo up", ["up"]),
            ("systemctl is-active -q off || echo down", ["down"]),
            ("systemctl is-active nope; echo $?", ["inactive", "4"]),
            ("systemctl is-failed web; echo $?", ["active", "1"]),
            (
                "systemctl is-enabled web off; echo $?",
                ["systemctl: this simulated systemctl takes one unit at a time", "1"]
            ),
            ("systemctl is-enabled off || echo no", ["disabled", "no"]),
            ("systemctl status off > /dev/null; echo $?", ["3"]),
            ("systemctl status nope; echo $?", ["Unit nope.service could not be found.", "4"]),
            ("sudo systemctl start off && systemctl is-active off", ["active"]),
            (
                "sudo systemctl start bad && echo started",
                [
                    "Job for bad.service failed because the control process exited with error code.",
                    "See \"systemctl status bad.service\" and \"journalctl -xeu bad.service\" for details.",
                ]
            ),
            ("systemctl show -p MainPID --value web", ["812"]),
            ("systemctl show -p ActiveState off", ["ActiveState=inactive"]),
            ("systemctl edit web", ["this simulation has no editor; use echo with >, sed -i or tee"]),
            ("systemctl status | head -n 2", ["● desk", "    State: running"]),
            // The main process is the service.
            ("sudo kill 812; systemctl is-active web", ["inactive"]),
            (
                "sudo kill -9 812; systemctl is-failed web; systemctl status web | grep -o 'Result: [a-z]*'",
                ["failed", "Result: signal"]
            ),
            ("sudo systemctl kill -s KILL web; systemctl is-failed web", ["failed"]),
            // Signals.
            ("kill -0 900 && echo there", ["there"]), ("kill 900 901; ps -p 901", ["    PID TTY          TIME CMD"]),
            ("kill -9 4 900; echo $?", ["bash: kill: (4) - No such process", "0"]),
            ("kill -- 900; kill -n 9 901; pgrep sleep", []), ("pkill nothing; echo $?", ["1"]),
            ("ps -f -p 901 | tail -n 1", ["ada          901       1  0 03:02 ?        00:00:01 sleep 200"]),
            ("namei -l /srv", ["namei is beyond this simulated shell"]),
            ("kill -l 9", ["KILL"]), ("kill %1", ["bash: kill: %1: no such job"]),
            ("sudo bash", ["this simulation has no second shell; put sudo before each command"]),
            ("sudo id", ["uid=0(root) gid=0(root) groups=0(root)"]),
            ("sudo -u www-data id -un", ["www-data"]),
            ("sudo -u www-data whoami", ["www-data"]), ("help", ["bash: help is beyond this simulated shell"]),
        ] as [(String, [String])])
    func services(line: String, said: [String]) throws {
        var simulation = try ShellFixture.simulation("posix", state: Self.state)
        #expect(simulation.after([line]) == said, "\(line)")
    }
}
