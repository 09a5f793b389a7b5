import CarrelCore
import Testing

@testable import CarrelContent

@Suite("The AWS command line refuses and keeps what the real one does")
struct AWSShellTests {
    private static let account = """
        {bucket.logs.created: "2026-01-01 08:00:00", "object.logs/a.txt.text": hello, user.bob.created: x, \
        role.app.created: x, iamgroup.dev.created: x, instance.i-1.state: stopped, instance.i-2.state: running}
        """

    private static let ingress = "aws ec2 authorize-security-group-ingress --group-id sg-0default0 --protocol tcp"
    private static let rules = "aws ec2 describe-security-groups | grep -E 'CidrIp|Port'"
    private static let versioned =
        "aws s3api put-bucket-versioning --bucket logs --versioning-configuration Status=Enabled"
    private static let versionsLeft =
        "The bucket you tried to delete is not empty. You must delete all versions in the bucket."
    private static let notRemoved =
        "remove_bucket failed: s3://logs An error occurred (BucketNotEmpty) when calling the DeleteBucket operation: "

    @Test(
        "What is kept in S3",
        arguments: [
            ([versioned, "aws s3 rb s3://logs --force"], ["delete: s3://logs/a.txt", notRemoved + versionsLeft]),
            (["aws s3 rb s3://logs --force; echo $?; aws s3 ls s3://logs"], rbSaid),
            ([versioned, "aws s3 rm s3://logs/a.txt", "aws s3 rb s3://logs"], [notRemoved + versionsLeft]),
            (
                [versioned, "aws s3 rm s3://logs/a.txt", "aws s3api delete-bucket --bucket logs"],
                ["", "An error occurred (BucketNotEmpty) when calling the DeleteBucket operation: " + versionsLeft]
            ),
            (["aws s3 rb s3://logs --force"], ["delete: s3://logs/a.txt", "remove_bucket: logs"]),
            (["aws s3 mb s3://new", "aws s3 rb s3://new"], ["remove_bucket: new"]),
            (
                ["aws s3 rb s3://nope --force"],
                [
                    "fatal error: An error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: The specified bucket does not exist",
                    "",
                    "remove_bucket failed: Unable to delete all objects in the bucket, bucket will not be deleted.",
                ]
            ),
            (["aws s3 rm s3://logs --recursive --dryrun"], ["(dryrun) delete: s3://logs/a.txt"]),
            (["aws s3 rm s3://logs --recursive --dryrun", "aws s3 ls s3://logs | wc -l"], ["1"]),
            (["aws s3 rm s3://logs/a.txt --quiet"], []),
            (["aws s3 cp s3://logs/a.txt - | tr a-z A-Z"], ["HELLO"]),
            (["echo hi | aws s3 cp - s3://logs/b", "aws s3 cp s3://logs/b -; ls"], ["hi"]),
            (
                ["aws s3 ls s3://logs --human-readable --summarize"],
                [
                    "2026-01-15 10:30:00    5 Bytes a.txt", "", "Total Objects: 1", "   Total Size: 5 Bytes",
                ]
            ),
            (["aws s3api delete-object --bucket logs --key a.txt", "aws s3 rb s3://logs"], ["remove_bucket: logs"]),
            (
                ["aws s3api put-bucket-policy --bucket logs --policy file://p.json"],
                [
                    "",
                    "Error parsing parameter '--policy': Unable to load paramfile file://p.json: [Errno 2] No such file or directory: 'p.json'",
                ]
            ),
            (["aws s3api list-buckets | grep Creation"], [#"            "CreationDate": "2026-01-01T08:00:00+00:00""#]),
            (["aws s3api put-bucket-encryption"], ["aws: s3api put-bucket-encryption is beyond this simulation"]),
        ] as [([String], [String])])
    func objects(lines: [String], said: [String]) throws {
        try check(lines, said)
    }

    private static let rbSaid = ["delete: s3://logs/a.txt", "remove_bucket: logs", "0", "", noBucket]
    private static let noBucket =
        "An error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: The specified bucket does not exist"

    @Test("A bucket that keeps versions stays, without its objects, and the command fails")
    func versions() throws {
        try check(
            [Self.versioned, "aws s3 rb s3://logs --force; echo $?; aws s3 ls s3://logs"],
            ["delete: s3://logs/a.txt", Self.notRemoved + Self.versionsLeft, "1"])
    }

    @Test(
        "Addresses, identifiers and services",
        arguments: [
            (
                ["\(ingress) --port 22 --cidr 203.0.113.5/24", rules],
                [
                    "                    \"FromPort\": 22,", "                    \"ToPort\": 22,",
                    "                            \"CidrIp\": \"203.0.113.0/24\"",
                ]
            ),
            (
                [
                    "aws ec2 authorize-security-group-ingress --group-id sg-0default0 --ip-permissions "
                        + "IpProtocol=tcp,FromPort=8080,ToPort=8081,IpRanges='[{CidrIp=10.0.0.1/8}]'",
                    rules,
                ],
                [
                    "                    \"FromPort\": 8080,", "                    \"ToPort\": 8081,",
                    "                            \"CidrIp\": \"10.0.0.0/8\"",
                ]
            ),
            (["aws ec2 stop-instances --instance-ids i-9"], failure("Stop", "Malformed", "Invalid id: \"i-9\"")),
            (
                ["aws ec2 stop-instances --instance-ids web"],
                failure("Stop", "Malformed", "Invalid id: \"web\" (expecting \"i-...\")")
            ),
            (
                ["aws ec2 terminate-instances --instance-ids i-0123456789abcdef0"],
                failure("Terminate", "NotFound", "The instance ID 'i-0123456789abcdef0' does not exist")
            ),
            (
                ["aws ec2 start-instances --instance-ids i-0123abcd"],
                failure("Start", "NotFound", "The instance ID 'i-0123abcd' does not exist")
            ),
            (
                ["aws ec2 describe-instances --filters Name=instance-state-name,Values=running | grep InstanceId"],
                ["                    \"InstanceId\": \"i-2\","]
            ),
            (
                [
                    "aws ec2 authorize-security-group-ingress --group-id sg-0default0 --protocol icmp --port -1 "
                        + "--cidr 10.0.0.0/8", "aws ec2 describe-security-groups | grep Port",
                ],
                ["                    \"FromPort\": -1,", "                    \"ToPort\": -1,"]
            ),
            (
                ["\(ingress) --port 443-440 --cidr 10.0.0.0/8"],
                ["", "aws: error: the end of this range of ports is before its beginning"]
            ),
            (
                ["aws ec2 delete-security-group --group-id sg-0default0"],
                [
                    "",
                    "An error occurred (CannotDelete) when calling the DeleteSecurityGroup operation: the specified group: \"sg-0default0\" name: \"default\" cannot be deleted by a user",
                ]
            ),
            (
                ["aws ec2 run-instances --image-id ami-0abcd1234 --instance-type nonsense"],
                [
                    "",
                    "An error occurred (InvalidParameterValue) when calling the RunInstances operation: Invalid value 'nonsense' for InstanceType.",
                ]
            ),
            (
                ["aws iam create-user --user-name 'a b'"],
                [
                    "",
                    "An error occurred (ValidationError) when calling the CreateUser operation: The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-",
                ]
            ),
            (["aws s3control list-jobs"], ["aws: s3control is beyond this simulation; \(known)"]),
            (["aws stepfunctions list-state-machines"], ["aws: stepfunctions is beyond this simulation; \(known)"]),
            (["aws ec2 describe-hosts"], ["aws: ec2 describe-hosts is beyond this simulation"]),
        ] as [([String], [String])])
    func identifiers(lines: [String], said: [String]) throws {
        try check(lines, said)
    }

    private static let known = "s3, s3api, ec2, iam and sts are not"

    private static func failure(_ verb: String, _ code: String, _ text: String) -> [String] {
        ["", "An error occurred (InvalidInstanceID.\(code)) when calling the \(verb)Instances operation: \(text)"]
    }

    @Test(
        "A policy that is not there is not attached, and one that AWS manages is",
        arguments: [
            ("user", "bob", "User"), ("group", "dev", "Group"), ("role", "app", "Role"),
        ])
    func policies(kind: String, name: String, operation: String) throws {
        let attach = "aws iam attach-\(kind)-policy --\(kind)-name \(name) --policy-arn arn:aws:iam::"
        for known in [
            "AdministratorAccess", "ReadOnlyAccess", "job-function/ViewOnlyAccess", "AmazonS3ReadOnlyAccess",
            "service-role/AWSLambdaBasicExecutionRole", "AmazonSSMManagedInstanceCore", "SecurityAudit",
        ] { try check([attach + "aws:policy/" + known], []) }
        for missing in ["aws:policy/AmazonS3ReadOnly", "aws:policy/ViewOnlyAccess", "111122223333:policy/mine"] {
            try check(
                [attach + missing],
                [
                    "",
                    "An error occurred (NoSuchEntity) when calling the Attach\(operation)Policy operation: Policy arn:aws:iam::\(missing) does not exist or is not attachable.",
                ])
        }
    }

    private static let key = "aws iam create-access-key --user-name bob"
    private static let conflict =
        "An error occurred (DeleteConflict) when calling the DeleteUser operation: Cannot delete entity, must delete access keys first."
    private static let quota =
        "An error occurred (LimitExceeded) when calling the CreateAccessKey operation: Cannot exceed quota for AccessKeysPerUser: 2"

    @Test(
        "A user has two access keys at most, and none when it is deleted",
        arguments: [
            ([key, "aws iam list-access-keys --user-name bob | grep -c Active"], ["1"]),
            ([key, key, key], ["", quota]),
            ([key, "aws iam delete-user --user-name bob"], ["", conflict]),
        ] as [([String], [String])])
    func accessKeys(lines: [String], said: [String]) throws {
        try check(lines, said)
    }

    private func check(_ lines: [String], _ said: [String]) throws {
        var simulation = try ShellFixture.simulation("aws", state: Self.account, files: "{/home/ada/: {owner: ada}}")
        #expect(simulation.after(lines) == said)
    }
}
