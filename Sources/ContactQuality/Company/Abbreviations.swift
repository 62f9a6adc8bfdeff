/// Words of company names that are often cut short.
enum Abbreviations {
    private static let pairs: [(short: String, long: String)] = [
        ("intl", "international"), ("int", "international"), ("internatl", "international"), ("mfg", "manufacturing"),
        ("mfrs", "manufacturers"),
        ("bros", "brothers"), ("assoc", "associates"), ("assocs", "associates"), ("assn", "association"), ("univ", "university"),
        ("inst", "institute"), ("natl", "national"), ("govt", "government"), ("dept", "department"), ("mgmt", "management"),
        ("mgt", "management"),
        ("svcs", "services"), ("svc", "service"), ("sys", "systems"), ("techs", "technologies"), ("tech", "technologies"),
        ("technol", "technologies"), ("grp", "group"), ("hldgs", "holdings"),
        ("ind", "industries"), ("inds", "industries"), ("ents", "enterprises"), ("entpr", "enterprises"), ("labs", "laboratories"),
        ("pharma", "pharmaceuticals"), ("comms", "communications"), ("ctr", "center"), ("centre", "center"), ("hosp", "hospital"),
        ("eng", "engineering"), ("engrg", "engineering"), ("fin", "financial"), ("ins", "insurance"), ("prod", "products"),
        ("prods", "products"),
        ("gebr", "gebruder"), ("gebrueder", "gebruder"), ("ges", "gesellschaft"), ("stiftg", "stiftung"), ("verw", "verwaltung"),
        ("ets", "etablissements"),
        ("cie", "compagnie"), ("st", "saint"), ("ste", "sainte"), ("dr", "doctor"), ("nr", "number"), ("no", "number"),
        ("soc", "societe"), ("hnos", "hermanos"), ("flli", "fratelli"), ("frat", "fratelli"), ("irmaos", "irmaos"),
    ]

    /// The short words, numbered.
    static let short = WordTable(words: pairs.map(\.short))
    /// The long word of each, by the number of the short one.
    static let long = pairs.map { Array($0.long.utf8) }
}
