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

    /// Such words of more languages, and the names of countries. They tell no domain from another; a name made of them is a name all the same.
    static let abroad = WordTable(
        """
        banka banku bankasi banky banken banki bankas pank pankki banca banque bankindo financiera financiero financieras seguros seguro aseguradora
        assicurazioni vakuutus forsakring forsikring ubezpieczen pojistovna biztosito osiguranje asigurari sigorta strakhovaya airlines airline
        airways aviation aerolineas aereas linhas havayollari oil petroleum petrol energia energie energi enerji energetyka energetika energija
        spolka skupina grupa grup gruppen gruppa group koncern concern kompaniya companhia compania compagnie societe sociedad sociedade empresa empresas
        industrias industria industrie comercial comercio kommerts trgovina handel handels stroy stroitel inmobiliaria imobiliaria advogados
        abogados advokater advokatbyra advokatfirma advokatfirman advokat adwokaci avvocati avukatlik kancelaria kancelar ugyved ugyvedi iroda
        advocates solicitors attorneys escritorio estudio bufete asianajotoimisto servicos servicios tjanster tjenester palvelut uslugi sluzby
        tecnologias teknologi teknoloji teknik tekniikka informatika informatik sistemas sistemi systemy logistica logistik lojistik transporte
        transportes alimentos gida elintarvike farmaceutica farmaceutici ilac laboratorio laboratorios electric electronics electronica elektronik
        motors motor telecommunications telecomunicaciones telecomunicacoes telekomunikasyon teletechnika steel cement mining minerals chemicals
        chemical plastics textile textiles apparel garments shipping maritime marine port ports railways railway brewery breweries beverages sugar
        tea coffee paper packaging electricity water gas nuclear fertilizer fertilizers refinery lighting generating national state federal royal
        islamic agricultural cooperative merchants commercial savings development investment export import
        iceland norway norge sweden sverige denmark danmark finland suomi estonia eesti latvia latvija lithuania lietuva ukraine ukraina ukrainy
        belarus russia rossiya rossii romania bulgaria serbia srbija croatia hrvatska slovenia slovenija slovakia slovensko czech cesko ceska
        hungary magyar magyarorszag moldova albania shqiperi macedonia kosovo bosnia montenegro greece hellas hellenic cyprus turkey turkiye turk
        georgia armenia azerbaijan kazakhstan uzbekistan kyrgyzstan pakistan bangladesh nepal ceylon lanka bhutan myanmar thai thailand vietnam
        vietnamese cambodia laos malaysia malaysian singapore indonesia indonesian philippine philippines taiwan korea korean japan nippon nihon
        hong kong mongolia iran iraq israel jordan lebanon syria saudi arabia arab arabian emirates qatar kuwait bahrain oman yemen egypt egyptian
        libya tunisia tunisie algeria algerie morocco maroc senegal mali ivoire ivory ghana nigeria cameroon cameroun congo gabon kenya uganda
        tanzania rwanda ethiopia ethiopian somalia sudan angola mozambique zambia zimbabwe botswana namibia malawi madagascar mauritius
        argentina argentino uruguay paraguay bolivia chile chilena peru peruana ecuador colombia colombiana venezuela panama honduras guatemala
        slovak slovenian croatian hrvatski hrvatska polski polskie serbian srpski bulgarian romanian ukrainian hungarian lietuvos latvijas
        norsk norske dansk danske svensk svenska suomen swedish norwegian danish finnish icelandic estonian latvian lithuanian austrian
        belgian dutch irish scottish portuguese spanish italian french turkish greek israeli moroccan kenyan nigerian ghanaian brazilian
        mexican peruvian chilean argentine colombian georgian armenian kazakh russian times tribune herald gazette chronicle
        slovenije slovenska slovenske slovensky hrvatske srbije srbija makedonije makedonija kosova bosne polska ceske ceskoslovenska romaniei
        moldovei bulgaria elladas banking administration authority
        geral gerais generale generali nacional nationale nazionale provincial regional federation salvador nicaragua cuba dominicana
        dominican jamaica trinidad haiti puerto rico mexicana mexicanos brasileira
        """
    )

    /// Words too common to be anybody's alone, even where the label is nothing else.
    static let tooCommon = WordTable(
        """
        global international national general united first digital online internet mail home data cloud media group bank banque banco banca
        finance capital american european europe africa asia world worldwide central city state royal federal commercial islamic business company
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
        yokohama nagoya sapporo sendai hiroshima fukuoka kobe chiba shizuoka hamamatsu niigata okayama kumamoto nagasaki kagoshima okinawa
        hokkaido shikoku kyushu kansai kanto tokai hokuriku tohoku gunma yamanashi kanazawa toyama saitama kokusai
        virginia carolina georgia michigan ontario quebec bavaria bayern catalonia scotland wales
        """
    )

    /// Whether a word is one of them.
    static func contains(_ word: ArraySlice<UInt8>) -> Bool {
        all.contains(word)
    }

    /// Whether a word of a name tells no domain from another.
    static func tellsNothing(_ word: ArraySlice<UInt8>) -> Bool { all.contains(word) || abroad.contains(word) }
}
