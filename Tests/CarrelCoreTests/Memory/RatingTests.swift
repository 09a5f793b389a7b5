import CarrelCore
import Testing

@Suite("Ratings of answers graded by the program")
struct RatingTests {
    @Test(
        "Wrong or guessed is forgotten, unsure is hard, sure is good, and easy is only for the learner to say",
        arguments: [
            (false, nil, .again), (false, .sure, .again), (true, .guess, .again), (true, .unsure, .hard),
            (true, .sure, .good), (true, nil, .good),
        ] as [(Bool, Confidence?, Rating)])
    func rating(isCorrect: Bool, confidence: Confidence?, rating: Rating) {
        #expect(Rating(isCorrect: isCorrect, confidence: confidence) == rating)
    }
}
