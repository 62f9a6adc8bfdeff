import ContactModel

/// The two forms of a card's labels: the words Holdfast has for them ("work", "mobile"), and the contexts and features of RFC 9553
/// §1.5.1 and §2.3.3 that files for other programs say the same with.
enum JSContactMeaning {
    /// A card as other programs want it: contexts and features in place of the words that mean them, and the whole name said.
    static func explained(_ card: Card) -> Card {
        var card = card
        for index in card.emails.indices {
            card.emails[index].label = explain(card.emails[index].label, .emails, index, in: &card)
        }
        for index in card.phones.indices {
            card.phones[index].label = explain(card.phones[index].label, .phones, index, in: &card)
            let surplus = card.surplus(.phones, at: index)
            guard surplus[VCardInterpreter.rawValue] == .string("uri"), let uri = TelephoneURI.uri(of: card.phones[index].number) else {
                continue
            }
            card.phones[index].number = uri
            card.setSurplus(surplus.filter { $0.key != VCardInterpreter.rawValue }, .phones, at: index)
        }
        for index in card.links.indices {
            card.links[index].label = explain(card.links[index].label, .of(card.links[index]), index, in: &card)
        }
        for index in card.addresses.indices {
            card.addresses[index].label = explain(card.addresses[index].label, .addresses, index, in: &card)
        }
        if card.name.full == nil, !card.name.isEmpty { card.name.full = card.name.display }
        return card
    }

    private static func explain(_ label: String?, _ list: Card.EntryList, _ index: Int, in card: inout Card) -> String? {
        guard let word = label else { return nil }
        var surplus = card.surplus(list, at: index)
        if surplus["contexts"] != nil || surplus["features"] != nil {
            let contexts = VCardWriter.names(surplus["contexts"])
            return word == VCardKinds.label(contexts: contexts, features: VCardWriter.names(surplus["features"])) ? nil : word
        }
        guard let meaning = VCardKinds.meaning(of: word), surplus[VCardInterpreter.rawLabel] == nil,
            word == VCardKinds.label(contexts: meaning.contexts, features: meaning.features),
            list == .phones || meaning.features.isEmpty
        else { return word }
        if !meaning.contexts.isEmpty { surplus["contexts"] = VCardKinds.set(meaning.contexts) }
        if !meaning.features.isEmpty { surplus["features"] = VCardKinds.set(meaning.features) }
        card.setSurplus(surplus, list, at: index)
        return nil
    }

    /// A card of another program with the words for its contexts and features: what ``explained(_:)`` undoes.
    static func worded(_ card: Card) -> Card {
        var card = card
        for index in card.emails.indices { card.emails[index].label = word(card.emails[index].label, .emails, index, in: &card) }
        for index in card.phones.indices {
            card.phones[index].label = word(card.phones[index].label, .phones, index, in: &card)
            guard let number = TelephoneURI.number(of: card.phones[index].number) else { continue }
            card.phones[index].number = number
            let uri: [String: JSONValue] = [VCardInterpreter.rawValue: .string("uri")]
            card.setSurplus(card.surplus(.phones, at: index).merging(uri) { first, _ in first }, .phones, at: index)
        }
        for index in card.links.indices {
            card.links[index].label = word(card.links[index].label, .of(card.links[index]), index, in: &card)
        }
        for index in card.addresses.indices {
            card.addresses[index].label = word(card.addresses[index].label, .addresses, index, in: &card)
        }
        let name = card.name
        if let full = name.full, !name.components.isEmpty {
            card.name.full = name.isSaid(by: full) ? nil : full
        }
        return card
    }

    private static func word(_ label: String?, _ list: Card.EntryList, _ index: Int, in card: inout Card) -> String? {
        guard label == nil else { return label }
        var surplus = card.surplus(list, at: index)
        let contexts = VCardWriter.names(surplus["contexts"])
        let features = VCardWriter.names(surplus["features"])
        guard let word = VCardKinds.label(contexts: contexts, features: features) else { return nil }
        guard let meaning = VCardKinds.meaning(of: word), meaning.contexts == contexts, meaning.features == features else { return word }
        surplus["contexts"] = nil
        surplus["features"] = nil
        card.setSurplus(surplus, list, at: index)
        return word
    }
}
