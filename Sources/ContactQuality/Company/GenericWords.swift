/// Words that many companies have in their names, so that alone they tell none from another.
enum GenericWords {
    /// The words, folded.
    static let all = WordTable(
        """
        global group gruppe groupe grupo gruppo international internacional internationale inter world worldwide consulting consultants
        consultancy consult beratung conseil consultoria consulenza solution solutions losungen loesungen service services servizi servicios
        system systems systeme technology technologies technologie technologia tecnologia tech digital software hardware media medien data
        cloud cyber partner partners associates capital ventures venture invest investment investments bank banque banco banca credit
        kredit credito finance
        financial insurance versicherung holding holdings first one united national american america european europe europa deutsche
        deutscher deutsches german germany deutschland osterreich austria schweiz swiss suisse switzerland france francaise italia italy
        espana spain portugal nederland netherlands belgium polska poland british britain english england ireland scotland nordic india
        indian china asia asian pacific africa african canada canadian australia australian brasil brazil mexico latin usa uk us royal
        general new old the company companies corp corporation industries industrial industry manufacturing products production labs lab
        laboratories research institute institut center centre zentrum network networks online internet web net mail email site smart blue
        green red black white gold golden silver north south west east northern southern western eastern central city town state
        county county land home house haus casa health healthcare medical clinic klinik hospital pharma care energy power electric
        engineering design designs studio studios creative agency agentur agence marketing advertising communication communications
        telecom telekom mobile law legal lawyers avocats rechtsanwalte notaires kanzlei tax steuer management logistics transport trading
        trade real estate immobilien property properties construction bau building development developments education school academy
        university universitat universite universidad universita universiteit college foundation stiftung fondation verein association
        society union council ministry department office bureau team people human resources recruitment personal staffing search market
        food foods auto automotive car cars air water fire sun star life live best top pro plus max prime premium elite expert experts
        business commercial enterprise enterprises group independent alliance community club shop store retail hotel hotels travel tours
        events sport sports fashion beauty music film art arts book books press news print info advisory advisors advisers strategy
        innovation innovations security analytics robotics ai smart san santa saint sankt los las el la le les der die das den de del della
        di da do dos du van von of for in on at to by my our your dr prof and und et
        """
    )

    /// Towns large enough to stand in many companies' names: they tell a company only where they are the whole label.
    static let towns = WordTable(
        """
        london paris berlin munich munchen muenchen hamburg frankfurt koln cologne stuttgart dusseldorf leipzig dresden zurich zuerich
        geneva
        geneve genf basel bern lausanne vienna wien graz salzburg milano milan roma torino napoli firenze bologna madrid barcelona valencia
        sevilla bilbao lisboa lisbon porto amsterdam rotterdam utrecht brussels bruxelles brussel antwerp antwerpen copenhagen kobenhavn
        stockholm goteborg malmo oslo bergen helsinki warsaw warszawa krakow prague praha budapest bucharest sofia athens istanbul ankara
        moscow moskva kyiv kiev dublin edinburgh glasgow manchester birmingham liverpool bristol leeds oxford cambridge boston chicago
        dallas houston austin denver seattle portland atlanta miami orlando detroit philadelphia washington francisco angeles diego toronto
        montreal vancouver ottawa calgary sydney melbourne brisbane perth adelaide auckland wellington singapore tokyo osaka kyoto seoul
        beijing shanghai shenzhen mumbai delhi bangalore bengaluru chennai dubai riyadh cairo lagos nairobi johannesburg santiago bogota
        lima buenos aires janeiro paulo lyon marseille bordeaux toulouse nantes lille strasbourg texas california florida york jersey
        virginia carolina georgia michigan ontario quebec bavaria bayern catalonia scotland wales
        """
    )

    /// Whether a word is one of them.
    static func contains(_ word: ArraySlice<UInt8>) -> Bool {
        all.contains(word)
    }
}
