extension ObjectStore {
    /// An object goes; of a bucket that keeps versions its old ones stay, unseen.
    static func erase(_ bucket: String, _ key: String, _ scope: inout SimulationScope) {
        if keepsVersions(bucket, scope) { scope.set("bucket.\(bucket).versions", "true") }
        scope.state.remove("object.\(bucket)/\(key)", on: scope.device)
    }

    /// Versioning that is suspended keeps what it kept.
    private static func keepsVersions(_ bucket: String, _ scope: SimulationScope) -> Bool {
        scope.value(of: "bucket.\(bucket).versioning")?.isEmpty == false
    }

    /// `aws s3 rb s3://BUCKET [--force]`: by force the objects go first, and stay gone where the bucket does not go.
    static func removeBucket(_ invocation: Invocation, _ scope: inout SimulationScope) throws(Complaint)
        -> CommandOutput
    {
        let parts = (invocation.captures["name"] ?? "").split(
            separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let bucket = parts.first.map(String.init) ?? ""
        guard parts.count < 2 || parts[1].isEmpty else {
            throw Complaint("", "Please specify a valid bucket name only. E.g. s3://\(bucket)")
        }
        func failure(_ code: String, _ message: String) -> String {
            "remove_bucket failed: s3://\(bucket) An error occurred (\(code)) when calling the DeleteBucket operation: "
                + message
        }
        let isForced = invocation.captures["force"] != nil
        guard scope.exists("bucket.\(bucket)") else {
            let missing = "The specified bucket does not exist"
            guard isForced else { throw Complaint(failure("NoSuchBucket", missing)) }
            throw Complaint(
                "fatal error: An error occurred (NoSuchBucket) when calling the ListObjectsV2 operation: " + missing,
                "",
                "remove_bucket failed: Unable to delete all objects in the bucket, bucket will not be deleted.")
        }
        var output = CommandOutput()
        if isForced {
            for key in keys(bucket, "", scope) {
                erase(bucket, key, &scope)
                output.text += "delete: s3://\(bucket)/\(key)\n"
            }
        }
        guard keys(bucket, "", scope).isEmpty, scope.value(of: "bucket.\(bucket).versions") != "true" else {
            let versions = keepsVersions(bucket, scope) ? ". You must delete all versions in the bucket." : ""
            output.errors = [failure("BucketNotEmpty", "The bucket you tried to delete is not empty" + versions)]
            (output.status, output.isAccepted) = (1, isForced)
            return output
        }
        scope.state.remove("bucket.\(bucket)", on: scope.device)
        output.text += "remove_bucket: \(bucket)\n"
        return output
    }

    /// `aws s3 cp - s3://BUCKET/KEY` and `aws s3 cp s3://BUCKET/KEY -`
    static func stream(
        _ from: String, _ to: String, _ input: String?, isMove: Bool, _ scope: inout SimulationScope
    ) throws(Complaint) -> CommandOutput {
        switch (Place(from), Place(to)) {
        case (.local, .remote(let bucket, let key)) where !isMove && !key.isEmpty:
            try checkTransfer("upload", from, to, bucket, "PutObject", scope)
            store(input ?? "", bucket, key, &scope)
            return CommandOutput()
        case (.remote(let bucket, let key), .local) where !isMove:
            guard let text = text(bucket, key, scope) else {
                throw Complaint(
                    "download failed: \(from) to - An error occurred (404) when calling the HeadObject operation: Not Found"
                )
            }
            return CommandOutput(text: text)
        default: throw Complaint("", "aws: error: this use of - is beyond this simulation")
        }
    }
}
