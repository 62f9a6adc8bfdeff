import ContactModel

/// The rows of the list of people, as HTML.
///
/// Written out here rather than in a view: they are drawn anew with every letter somebody types, and as a view they cost as much as
/// finding the people.
struct PeopleRows {
    private static let mostTags = 3

    private let nameless: String
    private let select: String
    private let hasLeft: String
    private let write: String
    private let call: String
    private let icons: String

    init(texts: Texts) {
        nameless = texts("personNameless")
        select = texts("peopleSelect").escaped
        hasLeft = texts("peopleHasLeft").escaped
        write = texts("personWrite").escaped
        call = texts("personCall").escaped
        icons = Assets.addresses["icons_svg"] ?? ""
    }

    /// The rows of some people.
    ///
    /// - Parameter offset: how many come before them in the list.
    func html(_ people: [Person], offset: Int) -> String {
        people.enumerated().map { place, person in row(person, position: offset + place + 1) }.joined()
    }

    private func row(_ person: Person, position: Int) -> String {
        let id = person.id.description
        let name = (person.displayName.isEmpty ? nameless : person.displayName).escaped
        let work = [person.titles.first?.value, person.companies.first?.value].compactMap { $0 }
            .map { "<span dir=\"auto\">\($0.escaped)</span>" }.joined(separator: "<span aria-hidden=\"true\"> · </span>")
        let tags = person.tags.prefix(Self.mostTags).map { "<span class=\"pill accent\" dir=\"auto\">\($0.value.escaped)</span>" }.joined()
        let mail = person.emails.first.map { reach($0.value.mailLink, $0.value.address.escaped, words: write, icon: "mail") } ?? ""
        let phone = person.phones.first.map { reach($0.value.callLink, $0.value.number.escaped, words: call, icon: "phone") } ?? ""
        return """
            <li class="person-row" data-id="\(id)" data-position="\(position)">
            <label class="person-mark"><input type="checkbox" name="id" value="\(id)" form="bulk" aria-label="\(select) \(name)">\
            <span class="monogram" aria-hidden="true">\(Monogram(person).letters.escaped)</span></label>
            <a class="person-link" href="/people/\(id)"><span class="name clip" dir="auto">\(name)</span>\
            \(work.isEmpty ? "" : "<span class=\"person-work clip\">\(work)</span>")</a>
            <span class="person-tags">\(person.standing == .disconnected ? "<span class=\"pill\">\(hasLeft)</span>" : "")\(tags)</span>
            <span class="person-reach">\(mail)\(phone)</span>
            </li>

            """
    }

    private func reach(_ link: String, _ address: String, words: String, icon: String) -> String {
        """
        <a class="icon-button quiet small" tabindex="-1" href="\(link.escaped)" aria-label="\(words) \(address)" title="\(address)">\
        <svg class="icon" aria-hidden="true"><use href="\(icons)#\(icon)"></use></svg></a>
        """
    }
}
