/// A picture of numbers for people: a title, the answer in a sentence, the drawing, and the same numbers as a table.
///
/// Whoever can't see the drawing loses nothing: the sentence says what it shows, and the table holds every number of it.
public struct Picture: Sendable {
    /// A name of its own on the page, in small letters with dashes.
    public var id: String
    /// What it shows, in a few words.
    public var title: String
    /// What the reader wants to know from it, in a sentence or two.
    public var answer: String
    /// The drawing: one `svg` element with `role="img"`, a title and a description.
    public var svg: String
    /// The numbers.
    public var table: PictureTable
    /// The numbers, folded away, where what stands beside the drawing tells who they are instead.
    public var further: PictureTable?
    /// Whether it takes the whole width of a page with two columns.
    public var isWide: Bool

    init(title: String, answer: String, drawing: Drawing, table: PictureTable, further: PictureTable? = nil, isWide: Bool = false) {
        id = drawing.id
        self.title = title
        self.answer = answer
        svg = drawing.svg(title: title, description: answer)
        self.table = table
        self.further = further
        self.isWide = isWide
    }

    /// The picture as a section of a page: heading, sentence, drawing, table.
    ///
    /// - Parameter linksToLists: whether a row leads to the list of its people (`/people?q=…`): on the pages of the server, not in a file.
    public func html(linksToLists: Bool) -> String {
        func folded(_ table: PictureTable) -> String {
            "<details><summary>\(table.caption.escaped)</summary>\n<div class=\"scroll\">\(table.html(linksToLists: linksToLists))</div></details>"
        }
        let beside = table.isLong ? folded(table) : "<div class=\"numbers\">\(table.html(linksToLists: linksToLists))</div>"
        return """
            <section class="picture\(isWide ? " wide" : "")\(table.isLong ? "" : " beside")" id="\(id)" aria-labelledby="\(id)-heading">
            <h2 id="\(id)-heading">\(title.escaped)</h2>
            <p class="answer">\(answer.escaped)</p>
            <div class="picture-body">
            <figure>\(svg)</figure>
            \(beside)
            </div>
            \(further.map(folded) ?? "")
            </section>

            """
    }
}
