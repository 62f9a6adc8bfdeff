public import Actions
import ContactQuality

/// The pictures of a review, in the order they are looked at; what a vault has no numbers for is left out.
public struct ReviewPictures: Sendable {
    /// The pictures.
    public let all: [Picture]

    /// So many years have a picture of their moves.
    private static let yearsOfMoves = 2

    /// Draws the pictures in a language.
    public init(of survey: ContactSurvey, texts: Texts) {
        guard survey.people > 0 else {
            all = []
            return
        }
        let moves = survey.moves.years.prefix(Self.yearsOfMoves).map { Picture.moves(in: $0, of: survey, texts) }
        all =
            ([
                .reach(survey, texts), .score(survey, texts), .steps(survey, texts), .trend(survey, texts), .staleness(survey, texts),
                .growth(survey, texts), .months(survey, texts),
            ] + moves + [
                .companies(survey, texts), .ranks(survey, texts), .fields(survey, texts), .overlap(survey, texts),
            ]).compactMap { $0 }
    }

    /// The pictures as sections of a page, one below another.
    ///
    /// - Parameter linksToLists: whether numbers lead to the list of their people (`/people?q=…`).
    public func html(linksToLists: Bool) -> String {
        all.map { $0.html(linksToLists: linksToLists) }.joined()
    }
}
