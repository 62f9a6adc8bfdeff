/// What was found of two records in clauses that a sentence is made of, for people who know nothing of levels and bits.
enum LevelClauses {
    /// What a level of a comparison says: one clause, or two for the two parts of a name.
    static func clauses(_ comparison: Int, _ level: UInt8, slot: FieldRole?) -> [String] {
        switch comparison {
        case Comparison.name: name(level)
        case Comparison.address: [address(level)]
        case Comparison.phone: [phone(level)]
        case Comparison.profile: [simple("the profile", level)]
        case Comparison.organization: [organization(level)]
        default: [simple(noun(slot), level)]
        }
    }

    /// Clauses as one sentence: “The names are the same and the phone number is the same.”
    static func sentence(_ clauses: [String]) -> String {
        guard let last = clauses.last, let initial = clauses[0].first else { return "Nothing speaks strongly either way." }
        let text = clauses.count == 1 ? last : clauses.dropLast().joined(separator: ", ") + " and " + last
        return initial.uppercased() + text.dropFirst() + "."
    }

    /// What makes two records two people, whatever else is said.
    static func clause(_ contradiction: Contradiction) -> String {
        switch contradiction {
        case .profiles: "they have two different profiles"
        case .birthdays: "they have two different birthdays"
        case .generations: "they are two of one name, as junior and senior are"
        }
    }

    private static func noun(_ slot: FieldRole?) -> String {
        switch slot {
        case .title: "the job title"
        case .city: "the town"
        case .birthday: "the date"
        case .identifier: "the personal number"
        case .houseNumber: "the house number"
        case .street: "the street"
        case .postcode: "the postcode"
        case .category: "the kind"
        default: "the description"
        }
    }

    private static func simple(_ noun: String, _ level: UInt8) -> String {
        switch level {
        case Comparison.Simple.same: "\(noun) is the same"
        case Comparison.Simple.close: "\(noun) is nearly the same"
        case Comparison.Simple.part: "\(noun) is partly the same"
        case Comparison.Simple.far: "\(noun) is similar"
        default: "\(noun) is different"
        }
    }

    private static func address(_ level: UInt8) -> String {
        switch level {
        case Comparison.Address.same: "the e-mail address is the same"
        case Comparison.Address.sameAgainstName: "the e-mail address is the same, but an office's or with another name"
        case Comparison.Address.sameLocal: "the e-mail addresses begin alike, before the @"
        case Comparison.Address.sameLocalOfName: "the e-mail addresses spell one name before the @"
        case Comparison.Address.sameHost: "the e-mail addresses are different ones of one company"
        case Comparison.Address.numbered: "the e-mail addresses at one company differ by a number"
        default: "the e-mail address is different"
        }
    }

    private static func phone(_ level: UInt8) -> String {
        level == Comparison.Simple.close ? "the phone number is the same, but with another given name" : simple("the phone number", level)
    }

    private static func organization(_ level: UInt8) -> String {
        switch level {
        case Comparison.Organization.begins: "one company's name begins the other's"
        case Comparison.Organization.acronym: "one company's name is the initials of the other's"
        case Comparison.Organization.close: "the companies' names are a letter or two apart"
        case Comparison.Organization.head: "the companies' names begin with one word"
        default: simple("the company", level == Comparison.Organization.same ? Comparison.Simple.same : Comparison.Simple.different)
        }
    }

    private static func name(_ level: UInt8) -> [String] {
        switch level {
        case NameRelation.swapped: return ["the names are the same words the other way round"]
        case NameRelation.nearlySwapped: return ["the names are nearly the same words the other way round"]
        case NameRelation.spelled: return ["the e-mail address spells the name"]
        case NameRelation.spelledByInitial: return ["the e-mail address spells the name with an initial"]
        case NameRelation.sameLocal: return ["there are no names, but the e-mail addresses begin alike"]
        default: break
        }
        let (given, family) = NameRelation.parts(of: level)
        if given == .same, family == .same { return ["the names are the same"] }
        if given == .missing, family == .missing { return ["the names have nothing in common"] }
        let givenClause =
            switch given {
            case .same: "the given names are the same"
            case .variant: "the given names are forms of one name"
            case .close: "the given names are a letter or two apart"
            case .initial: "the initial fits the given name"
            case .missing: "one of them has no given name"
            case .different: "the given names are different"
            }
        let familyClause =
            switch family {
            case .same: "the family names are the same"
            case .variant: "they have one family name of two in common"
            case .close: "the family names are a letter or two apart"
            case .initial: "the initial fits the family name"
            case .missing: "one of them has no family name"
            case .different: "the family names are different"
            }
        return [givenClause, familyClause]
    }
}
