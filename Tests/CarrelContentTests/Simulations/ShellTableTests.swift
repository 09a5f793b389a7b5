import CarrelCore
import Testing

@testable import CarrelContent

@Suite("Shells answer as the real tools do")
struct ShellTableTests {
    private static let files = """
        {/home/ada/: {owner: ada, group: ada}, /home/ada/words.txt: {owner: ada, group: ada, text: "pear\\napple\\npear\\nfig"}, \
        /home/ada/run.sh: {owner: ada, group: ada, text: "#!/bin/sh"}, /etc/shadow: {mode: "0640", text: "root:x"}, \
        /var/log/app/a.log: "GET /a 200\\nGET /b 500", /tmp/: {mode: "1777"}}
        """

    private static let service = """
        {service.nginx.description: Web server, service.nginx.active: true, service.nginx.pid: 812, \
        process.812.command: "nginx: master", process.812.user: root, process.900.command: sleep 100, process.900.user: ada}
        """

    @Test(
        "A Linux shell",
        arguments: [
            (["foo"], ["bash: foo: command not found"]),
            (["cat x"], ["cat: x: No such file or directory"]),
            (["cat /etc"], ["cat: /etc: Is a directory"]),
            (["cat /etc/shadow"], ["cat: /etc/shadow: Permission denied"]),
            (["sudo cat /etc/shadow"], ["root:x"]),
            (["cd /nowhere"], ["bash: cd: /nowhere: No such file or directory"]),
            (["cd /var/log/app", "pwd"], ["/var/log/app"]),
            (["cd ..", "ls"], ["ada"]),
            (["sort words.txt | uniq -c"], ["      1 apple", "      1 fig", "      2 pear"]),
            (["sort -u words.txt | wc -l"], ["3"]),
            (["wc -l words.txt"], ["4 words.txt"]),
            (["grep -n pe words.txt"], ["1:pear", "3:pear"]),
            (["grep -c 500 /var/log/app/a.log"], ["1"]),
            (["grep -r 500 /var/log"], ["/var/log/app/a.log:GET /b 500"]),
            (["cut -d ' ' -f 2,3 /var/log/app/a.log | tr a-z A-Z"], ["/A 200", "/B 500"]),
            (["head -n 1 words.txt", "tail -2 words.txt"], ["pear", "fig"]),
            (["echo \"I am $USER\" > me.txt", "echo again >> me.txt", "cat me.txt"], ["I am ada", "again"]),
            (["chmod u+x run.sh", "ls -l run.sh"], ["-rwxr--r-- 1 ada ada 10 Jan 15 09:00 run.sh"]),
            (["chmod 600 run.sh", "stat -c %a run.sh"], ["600"]),
            (["chmod 999 run.sh"], ["chmod: invalid mode: '999'", "Try 'chmod --help' for more information."]),
            (["chown root run.sh"], ["chown: changing ownership of 'run.sh': Operation not permitted"]),
            (["sudo chown nobody run.sh"], ["chown: invalid user: 'nobody'"]),
            (["mkdir a/b"], ["mkdir: cannot create directory 'a/b': No such file or directory"]),
            (["mkdir -p a/b", "rmdir a"], ["rmdir: failed to remove 'a': Directory not empty"]),
            (["rm a"], ["rm: cannot remove 'a': No such file or directory"]),
            (["mkdir a", "rm a"], ["rm: cannot remove 'a': Is a directory"]),
            (["touch /etc/x"], ["touch: cannot touch '/etc/x': Permission denied"]),
            (["cp words.txt copy", "mv copy fruit", "ln -s fruit link", "cat link | head -n 1"], ["pear"]),
            (["cp nothing x"], ["cp: cannot stat 'nothing': No such file or directory"]),
            (["find . -name '*.sh'"], ["./run.sh"]),
            (["ls *.txt"], ["words.txt"]),
            (["ls | head -n 1"], ["run.sh"]),
            (["ls | wc -l"], ["2"]),
            (["ls -z"], ["ls: invalid option -- 'z'", "Try 'ls --help' for more information."]),
            (["kill 900", "ps -p 900"], ["    PID TTY          TIME CMD"]),
            (["kill 812"], ["bash: kill: (812) - Operation not permitted"]),
            (["kill 4"], ["bash: kill: (4) - No such process"]),
            (["systemctl is-active nginx"], ["active"]),
            (["systemctl status foo"], ["Unit foo.service could not be found."]),
            (
                ["systemctl stop nginx"],
                [
                    "Failed to stop nginx.service: Access denied",
                    "See system logs and 'systemctl status nginx.service' for details.",
                ]
            ),
            (["sudo systemctl stop nginx.service", "systemctl is-active nginx"], ["inactive"]),
            (["systemctl frobnicate"], ["Unknown command verb frobnicate."]),
            (["journalctl -u nope"], ["-- No entries --"]),
            (["cat words.txt |"], ["bash: syntax error: unexpected end of file"]),
            (["echo 'a"], ["bash: unexpected EOF while looking for matching `''"]),
            (["sed 's/pear/plum/' words.txt | sort | uniq -d"], ["plum"]),
            (["whoami && sudo whoami"], ["ada", "root"]),
            (["df -i"], ["df: -i is beyond this simulated shell"]),
            (["free -m"], ["free: -m is beyond this simulated shell; free -h says it in words"]),
            (["pwd", "", "true", "history"], ["    1  pwd", "    2  true", "    3  history"]),
            (["pwd", "ls", "history 2"], ["    2  ls", "    3  history 2"]),
            (["history x"], ["bash: history: x: numeric argument required"]),
            (["pwd", "history | grep -c pwd"], ["2"]),
            (["./run.sh"], ["bash: ./run.sh: Permission denied"]),
            (["./nope.sh"], ["bash: ./nope.sh: No such file or directory"]),
            (["/home/ada"], ["bash: /home/ada: Is a directory"]),
            (["chmod u+x run.sh", "./run.sh"], ["this simulation runs no scripts; read them with cat"]),
            (["killall slee"], ["slee: no process found"]),
            (
                ["killall slee sleep nginx"],
                [
                    "slee: no process found", "nginx(812): Operation not permitted", "nginx: no process found",
                ]
            ),
            (["sudo killall -9 sleep nginx", "ps -p 812"], ["    PID TTY          TIME CMD"]),
            (["pkill --signal=kill sleep", "echo $?"], ["0"]),
            (["killall -FOO sleep"], ["FOO: unknown signal; killall -l lists signals."]),
            (
                ["stat words.txt | head -n 2"],
                [
                    "  File: words.txt", "  Size: 20        \tBlocks: 8          IO Block: 4096   regular file",
                ]
            ),
            (
                ["stat words.txt | tail -n 5"],
                [
                    "Access: (0644/-rw-r--r--)  Uid: ( 1000/     ada)   Gid: ( 1000/     ada)",
                    "Access: 2026-01-15 09:00:00.000000000 +0000", "Modify: 2026-01-15 09:00:00.000000000 +0000",
                    "Change: 2026-01-15 09:00:00.000000000 +0000", " Birth: 2026-01-15 09:00:00.000000000 +0000",
                ]
            ),
            (
                ["touch new", "ln -s new link", "stat -c '%N %F %u%%' link new /tmp"],
                [
                    "link -> new symbolic link 1000%", "new regular empty file 1000%", "/tmp directory 0%",
                ]
            ),
            (["stat"], ["stat: missing operand", "Try 'stat --help' for more information."]),
            (["stat nope"], ["stat: cannot statx 'nope': No such file or directory"]),
            (["stat -c %a nope run.sh"], ["644", "stat: cannot statx 'nope': No such file or directory"]),
            (["whoami", "sudo !!"], ["sudo whoami", "root"]),
            (["pwd", "whoami", "!1"], ["pwd", "/home/ada"]),
            (["pwd", "whoami", "!-2"], ["pwd", "/home/ada"]),
            (["pwd", "whoami", "!p", "history"], ["    1  pwd", "    2  whoami", "    3  pwd", "    4  history"]),
            (["touch a.txt", "ls !$"], ["ls a.txt", "a.txt"]),
            (["!zz"], ["bash: !zz: event not found"]),
            (["!!"], ["bash: !!: event not found"]),
            (["pwd", "echo '!!' \\!! \"hi!\" ! != [!x]"], ["!! !! hi! ! != [!x]"]),
            (["sudo -i"], ["this simulation has no second shell; put sudo before each command"]),
        ] as [([String], [String])])
    func posix(lines: [String], said: [String]) throws {
        var simulation = try ShellFixture.simulation("posix", state: Self.service, files: Self.files)
        #expect(simulation.after(lines) == said)
    }

    private static let account = """
        {bucket.logs.created: "2026-01-01 08:00:00", "object.logs/a.txt.text": hello, user.bob.created: x, \
        instance.i-1.state: stopped, instance.i-1.type: t3.micro, instance.i-2.state: running, instance.i-2.protected: true}
        """

    private static let usage = [
        "usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]",
        "To see help text, you can run:", "", "  aws help", "  aws <command> help",
        "  aws <command> <subcommand> help",
    ]

    @Test("Tab completes the names of files behind aws s3")
    func files() throws {
        let simulation = try ShellFixture.simulation("aws", state: Self.account, files: Self.files)
        #expect(simulation.complete("aws s3 cp wo", on: "A").line == "aws s3 cp words.txt ")
        #expect(simulation.complete("aws s3 cp s3://logs/a.txt /va", on: "A").line == "aws s3 cp s3://logs/a.txt /var/")
        #expect(simulation.complete("aws s3 sync ", on: "A").candidates.contains("words.txt"))
        #expect(simulation.complete("aws iam create-user wo", on: "A").line == "aws iam create-user wo")
    }

    private static let portRange =
        "aws ec2 authorize-security-group-ingress --group-id sg-0default0 --protocol tcp --port 20-25 --cidr 10.0.0.0/8"

    @Test(
        "An AWS command line",
        arguments: [
            (["aws s3 ls"], ["2026-01-01 08:00:00 logs"]),
            (
                [
                    "echo x > a", "aws s3 cp a s3://logs/2026/a", "aws s3 cp a s3://logs/2026/b",
                    "aws s3 cp a s3://logs/1", "aws s3 cp a s3://logs/z/1", "aws s3 ls s3://logs",
                ],
                [
                    "                           PRE 2026/", "                           PRE z/",
                    "2026-01-15 10:30:00          2 1", "2026-01-15 10:30:00          5 a.txt",
                ]
            ),
            (
                ["aws s3 ls s3://nope"],
                [
                    "",
                    "An error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: The specified bucket does not exist",
                ]
            ),
            (["aws s3 mb s3://new", "aws s3 ls"], ["2026-01-01 08:00:00 logs", "2026-01-15 10:30:00 new"]),
            (
                ["aws s3 rb s3://logs"],
                [
                    "remove_bucket failed: s3://logs An error occurred (BucketNotEmpty) when calling the DeleteBucket operation: The bucket you tried to delete is not empty"
                ]
            ),
            (["aws s3 cp s3://logs/a.txt .", "cat a.txt"], ["hello"]),
            (["aws s3 rm s3://logs/a.txt", "aws s3 rb s3://logs"], ["remove_bucket: logs"]),
            (
                ["aws sts get-caller-identity"],
                [
                    "{", "    \"UserId\": \"AIDAEXAMPLEADA00001\",", "    \"Account\": \"111122223333\",",
                    "    \"Arn\": \"arn:aws:iam::111122223333:user/ada\"", "}",
                ]
            ),
            (
                ["aws ec2 start-instances --instance-ids i-1", "aws ec2 describe-instance-status | grep -c running"],
                ["2"]
            ),
            (
                ["aws ec2 start-instances --instance-ids i-9"],
                [
                    "",
                    "An error occurred (InvalidInstanceID.Malformed) when calling the StartInstances operation: Invalid id: \"i-9\"",
                ]
            ),
            (
                ["aws ec2 terminate-instances --instance-ids i-2"],
                [
                    "",
                    "An error occurred (OperationNotPermitted) when calling the TerminateInstances operation: The instance 'i-2' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.",
                ]
            ),
            (
                ["aws iam create-user --user-name bob"],
                [
                    "",
                    "An error occurred (EntityAlreadyExists) when calling the CreateUser operation: User with name bob already exists.",
                ]
            ),
            (
                ["aws iam add-user-to-group --user-name bob --group-name x"],
                [
                    "",
                    "An error occurred (NoSuchEntity) when calling the AddUserToGroup operation: The group with name x cannot be found.",
                ]
            ),
            (["aws s3api get-bucket-versioning --bucket logs"], []),
            (
                [portRange + " | grep Port"],
                ["            \"FromPort\": 20,", "            \"ToPort\": 25,"]
            ),
            (
                [portRange, "aws ec2 describe-security-groups | grep Port"],
                ["                    \"FromPort\": 20,", "                    \"ToPort\": 25,"]
            ),
            (["aws ec2 describe-instances --frob"], ["", "aws: error: Unknown options: --frob"]),
            (["aws s3 ls s3://logs more"], ["", "aws: error: Unknown options: more"]),
            (
                ["aws ec22"],
                [
                    "", "aws: error: argument command: Found invalid choice 'ec22'", "", "Maybe you meant:", "",
                    "  * ec2", "",
                ]
                    + Self.usage
            ),
            (
                ["aws ec2 describe-instance"],
                [
                    "", "aws: error: argument operation: Found invalid choice 'describe-instance'", "",
                    "Maybe you meant:", "", "  * describe-instances", "",
                ] + Self.usage
            ),
            (["aws ec2 describe-regions --output text"], ["aws: ec2 describe-regions is beyond this simulation"]),
            (["aws iam get-role --role-name x"], ["aws: iam get-role is beyond this simulation"]),
            (["aws ec2 describe-vpcs --filters Name=x"], ["", "aws: error: --filters is beyond this simulation"]),
            (["aws ec2 describe-vpcs help"], ["", "the manual of the AWS command line is beyond this simulation"]),
            (["aws s3 mb new"], ["", "usage: aws s3 mb <S3Uri>", "Error: Invalid argument type"]),
            (["aws s3"], ["", "aws: error: the following arguments are required: subcommand", ""] + Self.usage),
            (["aws s3 cp"], ["", "aws: error: the following arguments are required: paths", ""] + Self.usage),
            (["aws iam get-user --user-name ada | grep -c ada"], ["2"]),
            (["aws frob"], ["", "aws: error: argument command: Found invalid choice 'frob'", "", ""] + Self.usage),
            (
                ["aws s3 hello"],
                ["", "aws: error: argument subcommand: Found invalid choice 'hello'", "", ""] + Self.usage
            ),
            (["aws ec2"], ["", "aws: error: the following arguments are required: operation", ""] + Self.usage),
            (
                ["aws lambda list-functions"],
                ["aws: lambda is beyond this simulation; s3, s3api, ec2, iam and sts are not"]
            ),
        ] as [([String], [String])])
    func aws(lines: [String], said: [String]) throws {
        var simulation = try ShellFixture.simulation("aws", state: Self.account, files: "{/home/ada/: {owner: ada}}")
        #expect(simulation.after(lines) == said)
    }
}
