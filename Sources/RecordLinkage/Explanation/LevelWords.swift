/// The words for what is compared, and for how two values stand to one another.
enum LevelWords {
    static func field(_ comparison: Int, slot: FieldRole?) -> String {
        switch comparison {
        case Comparison.name: return "name"
        case Comparison.address: return "e-mail"
        case Comparison.phone: return "phone"
        case Comparison.profile: return "profile"
        case Comparison.organization: return "organisation"
        default: break
        }
        return switch slot {
        case .title: "title"
        case .city: "town"
        case .birthday: "date"
        case .identifier: "number"
        case .houseNumber: "house number"
        case .street: "street"
        case .postcode: "postcode"
        case .category: "kind"
        default: "words"
        }
    }

    static func roles(of comparison: Int, slot: FieldRole?) -> [FieldRole] {
        switch comparison {
        case Comparison.name: [.givenName, .middleName, .familyName, .fullName, .nickname]
        case Comparison.address: [.email]
        case Comparison.phone: [.phone]
        case Comparison.profile: [.profile]
        case Comparison.organization: [.organization, .email]
        default: slot.map { [$0] } ?? []
        }
    }

    static func words(_ comparison: Int, _ level: UInt8) -> String {
        switch comparison {
        case Comparison.name: name(level)
        case Comparison.address:
            switch level {
            case Comparison.Address.same: "the same"
            case Comparison.Address.sameAgainstName:
                "the same, though the names differ or the mailbox is a role's"
            case Comparison.Address.sameLocal: "the same before the @"
            case Comparison.Address.sameLocalOfName: "the same before the @, made of the name"
            case Comparison.Address.sameHost: "different, at one company"
            case Comparison.Address.numbered: "different by a number, at one company"
            default: "different"
            }
        case Comparison.organization:
            switch level {
            case Comparison.Organization.same: "the same"
            case Comparison.Organization.begins: "one begins the other"
            case Comparison.Organization.acronym: "one is the other's initials"
            case Comparison.Organization.close: "a letter or two apart"
            case Comparison.Organization.head: "a word in common"
            default: "different"
            }
        case Comparison.phone where level == Comparison.Simple.close: "the same, though the given names differ"
        default:
            switch level {
            case Comparison.Simple.same: "the same"
            case Comparison.Simple.close: "nearly the same"
            case Comparison.Simple.part: "partly the same"
            case Comparison.Simple.far: "similar"
            default: "different"
            }
        }
    }

    /// Why two may not be joined without asking; `nil` where they may.
    static func caution(_ caution: PairOutcome.Caution) -> String? {
        switch caution {
        case .none: nil
        case .nearNames: "names that are only near are never sure without an address or a profile in common"
        case .otherNames: "different names are never sure without an address or a profile in common"
        }
    }

    /// Whether a level of names says that both parts are the same.
    static func isSameName(_ level: UInt8) -> Bool { name(level) == "the same" }

    private static func name(_ level: UInt8) -> String {
        switch level {
        case NameRelation.swapped: return "the same words the other way round"
        case NameRelation.nearlySwapped: return "nearly the same words the other way round"
        case NameRelation.spelled: return "the address spells the name"
        case NameRelation.spelledByInitial:
            return "the address spells the name, shortened to an initial"
        case NameRelation.sameLocal: return "no names, the same before the @"
        default: break
        }
        let (given, family) = NameRelation.parts(of: level)
        if given == .same, family == .same { return "the same" }
        if given == .missing, family == .missing { return "nothing in common" }
        let givenWords =
            switch given {
            case .same: "same given name"
            case .variant: "forms of one given name"
            case .close: "given names a letter or two apart"
            case .initial: "the initial fits the given name"
            case .missing: "no given name"
            case .different: "different given names"
            }
        let familyWords =
            switch family {
            case .same: "same family name"
            case .variant: "one family name of two in common"
            case .close: "family names a letter or two apart"
            case .initial: "the initial fits the family name"
            case .missing: "no family name"
            case .different: "different family names"
            }
        return "\(givenWords), \(familyWords)"
    }
}
