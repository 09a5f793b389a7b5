extension SimulationScope {
    /// Does `body` with every operand, as GNU's tools do: what fails is told and changes nothing, and the others have
    /// their turn all the same.
    ///
    /// - Parameters:
    ///   - status: How the tool ends where one of them failed.
    ///   - body: What is said of one.
    mutating func turns<Operand>(
        _ operands: [Operand], failing status: Int = 1,
        _ body: (Operand, inout SimulationScope) throws(Complaint) -> String
    ) -> CommandOutput {
        var output = CommandOutput(), successes = 0
        for operand in operands where budget.take() {
            let before = state
            do throws(Complaint) {
                output.text += try body(operand, &self)
                successes += 1
            } catch {
                state = before
                output.errors += error.lines
            }
        }
        output.isAccepted = output.errors.isEmpty || successes > 0
        output.status = output.errors.isEmpty ? 0 : status
        return output
    }
}
