internal import ContactModel

/// What people of the same name have, where an address of theirs is the person's company's.
extension SuggestionKnowledge {
    /// Somebody of the name, with the address that makes them the person.
    struct Match {
        var namesake: NamesakeIndex.Namesake
        var email: Held<EmailAddress>
        /// The probability that the two are one.
        var probability: Double
        /// Why.
        var sentences: [String]
    }

    /// Those who are the person, more or less surely.
    ///
    /// Not those whom `LikelyTwin` judges, whom the owner said are somebody else, or who are known to be with another company.
    func namesakes(of person: Person) -> [Match] {
        guard let company = person.companies.first, let key = CompanyAddresses.key(company.value) else { return [] }
        let others = namesakes.namesakes(of: person)
        guard !others.isEmpty else { return [] }
        let excluded = Set((twins[person.id] ?? []).map(\.person.id)).union(distinct[person.id] ?? [])
        let name = NameInAddresses(Self.name(of: person))
        let rivals = max(1, companies.namesakes(of: name, at: company.value))
        return others.filter { !excluded.contains($0.id) && ($0.company ?? key) == key }.flatMap { other in
            other.emails.compactMap { held -> Match? in
                guard let evidence = fitting(held.value.address, company, person), let (local, _) = DomainName.split(held.value.address)
                else {
                    return nil
                }
                let isOfForm = name.spellings.contains { spelling in
                    AddressPattern.all.contains { local.elementsEqual($0.local(given: spelling.given, family: spelling.family)) }
                }
                let sources = other.sources.sorted().map { "“\($0)”" }.joined(separator: " and ")
                let day = held.lastConfirmed.map { ", last on \($0)" } ?? ""
                var sentences = ["\(other.display) stands in \(sources) with the address \(held.value.address)\(day).", evidence]
                if rivals > 1 { sentences.append("\(rivals) of your contacts have this name and this company.") }
                return Match(
                    namesake: other, email: held, probability: (isOfForm ? 0.94 : 0.85) / Double(rivals), sentences: sentences)
            }
        }
    }

    func email(of match: Match, for person: Person) -> Suggestion {
        suggestion(
            .email, match.email.value.address, for: person,
            probability: match.probability * holds(match.email, person.companies.first), match.sentences)
    }

    func title(of match: Match, for person: Person) -> Suggestion? {
        match.namesake.title.map {
            suggestion(.title, $0.value, for: person, probability: match.probability * holds(.title, $0, others: []), match.sentences)
        }
    }

    func phones(of match: Match, for person: Person) -> [Suggestion] {
        match.namesake.phones.map {
            suggestion(.phone, $0.value.number, for: person, probability: match.probability * holds($0), match.sentences)
        }
    }
}
