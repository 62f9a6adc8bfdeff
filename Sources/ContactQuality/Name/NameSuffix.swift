/// What is written behind a family name and is none: degrees, certificates, marks of a generation.
enum NameSuffix {
    /// The credentials at the end of a name as they are written; `nil` where there are none.
    ///
    /// Behind a comma every known credential counts; without one only those that are no family name anywhere ("Example MBA").
    static func credentials(of name: String) -> String? {
        if let comma = name.utf8.firstIndex(where: { $0 == 0x2C }) {
            let rest = name[name.index(after: comma)...]
            let words = FoldedWords(String(rest))
            guard words.count > 0, (0..<words.count).contains(where: { known(words[$0]) }) else { return nil }
            return trimmed(rest)
        }
        // "Example PhD", "Example (CFA)": two words at least, the last one certain.
        guard let space = name.utf8.lastIndex(where: { $0 == 0x20 || $0 == 0x28 }) else { return nil }
        let last = name[name.index(after: space)...]
        guard let first = last.first, first.isUppercase || name.utf8[space] == 0x28 else { return nil }
        let word = FoldedWords(String(last))
        guard word.count == 1, certain.contains(word[0]), last.unicodeScalars.count(where: { $0.properties.isUppercase }) > 1 else {
            return nil
        }
        return trimmed(last)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0 == " " || $0 == "," }
        while let last = text.last, last == " " || last == "," || last == ")" { text = text.dropLast() }
        return String(text)
    }

    private static func known(_ word: ArraySlice<UInt8>) -> Bool { certain.contains(word) || behindComma.contains(word) }

    /// Never a family name.
    private static let certain = WordTable(
        """
        phd mba emba pmp cpa cfa llm llb jd dds dmd dvm msc bsc meng beng mph mpa mfa cissp cisa cism cisco ccna ccnp ccie itil prince2 csm cspo
        psm pspo safe shrm sphr phr gphr cipd fcipd mcipd assoccipd acca fcca aca fca cima acma fcma cgma ca4 frm caia cfp chfc clu ricp
        cscp cpim cpsm cips mcips fcips pe leed leedap aia riba rics mrics frics ceng cphys csci mieee fieee smieee mbcs fbcs citp togaf
        cbap pba acp rmp pgmp pfmp sixsigma lssbb lssgb mbb cmrp cpp cfe cams crisc cgeit cipp cippe cipm fip rn np bsn msn dnp md facs facp
        frcs mrcs mrcp frcp mbbs mbchb do2 pharmd dpt otr lcsw lmft psyd edd dba drphil drmed dipling dipl diplkfm diplvw maitrise ingenieur
        qc kc esq phdcand abd frsa obe mbe cbe kbe lion openlion shrmcp shrmscp sphri aphr cscmp aicp ssbb ssgb csep
        """
    )
    /// Behind a comma only.
    private static let behindComma = WordTable(
        """
        ma ba bs ms mr do dr pt ot pa jr sr ii iii iv rd ld cp ea ra eit pmi mag msw med bed ing ca cma cia cva cbv ceo cto cfo coo hon bcom mcom
        bba bbm mca bca btech mtech be me bfa msci mres mphil dphil dsc phil mdiv thd arch prof emeritus retired ret fellow gc kg cdr
        """
    )
}

/// Given names that are hardly ever family names, folded. Written for this project.
enum GivenNames {
    /// A name folded to one word for looking it up; `nil` where it has several or holds anything but letters.
    static func key(_ name: String) -> [UInt8]? {
        let words = FoldedWords(name)
        return words.count == 1 ? words.bytes : nil
    }

    /// Given names only.
    static let all = WordTable(
        """
        adriana agnieszka aleksandra aleksandr alessandra alessandro alessia alexandra alexandre alfredo alicia aliaksandr amelie anastasia andrea
        andreas andrzej angela angelika anita anja anke annalisa anneliese annette annika antje antonella antonio antonia anja arnaud astrid
        aurelie axel barbara beata beatrice beatriz bernadette bertrand birgit bjorn bogdan bozena brigitte britta camille carla carlos carmen
        carolina caroline carsten catarina caterina catherine cecile celine chantal charlotte chiara christelle christiane christina christine
        christophe claire claudia claudine clemens corinna corinne cornelia cristina cristiano dagmar dagmara daniela danielle danuta deborah
        delphine denise dietmar dimitrios dmitry dorothea dorota eduardo ekaterina elena eleonora elfriede elisa elisabeth elizabeth elisabetta
        elke elzbieta emanuele emilia emmanuelle enrico enrique ernesto estelle esther eugenia eva evelyn ewa fabienne fabio fabrice fabrizio
        federica federico felicitas fernanda fernando filippo florence florian francesca francesco francisco francoise frederic frederique
        friederike gabriela gabriella gabriele genevieve gerhard gerlinde gertrud ghislaine giacomo gianluca gianni giorgia giovanna giovanni
        giulia giuliana giuseppe gonzalo gordana grazyna gregoire gudrun guillaume guillermo gunther gustavo hannelore hans harald hartmut heidi
        heike heinz helena helene helga helmut hildegard holger horst ignacio igor ilaria ilona ines inge ingeborg ingrid irena irene irina
        isabel isabella isabelle ivana jacek jacqueline jadwiga jan javier jeanne jelena jennifer jerzy jessica joachim joanna jochen joao
        johanna johannes jolanta jorge josefine josephine julia juliane julie juliette jurgen jutta karin karina karine karlheinz karolina
        karsten katarina katarzyna katerina katharina katherine kathleen kathrin katja katrin kerstin kirsten klaudia konstantinos krystyna
        krzysztof laetitia larissa laura laurence leila leonardo leonie liliana linda lisa lorenzo luca lucia luciana lucie ludmila luisa
        lukasz magali magdalena maciej malgorzata manuela marcela marcelo margaret margarita margarethe margot maria marianne mariana marie
        marina mariusz marlene marta martina massimo mathilde matteo matthias mauricio maurizio maxime melanie melissa mercedes michaela
        michele michelle mikhail milena miroslav miroslava monica monika monique muriel nadia nadine natalia natalie nathalie nicola nicole
        nikolaos nikolai nina noemi norbert odile olga oksana olivia ornella oskar ottavia pamela paola paolo pascale patricia patrizia pawel
        pedro petra philippe pierre pietro piotr priscilla rachel rafael raffaele rainer ralf rebecca regina reinhard renata renate riccardo
        roberta roberto rodrigo roland rosalie rosanna roswitha ruediger rudiger ruth sabine sabrina salvatore sandra sandrine sara sarah
        sebastian sergio sergey severine sibylle siegfried sigrid silke silvana silvia simona simone siobhan sofia sonja sonia sophia sophie
        stefan stefania stefanie stefano stephane stephanie susan susana susanna susanne svetlana svenja sven sylvia sylvie szymon tamara
        tatiana tatjana teresa thierry thomas thorsten tiziana tomasz torsten ulrich ulrike ursula uta ute uwe valentina valerie vanessa
        veronica veronika veronique vera vincenzo viktoria viktoriya virginie vladimir volker waltraud wiebke wieslaw wilhelm wojciech
        wolfgang xavier yolanda yvette yvonne zbigniew zofia zuzana zsuzsanna jennifer kimberly ashley brittany tiffany stephanie heather
        melissa amanda samantha jonathan christopher nicholas timothy joshua zachary kenneth deborah cynthia kathryn jacqueline priyanka
        deepika sneha pooja ananya aishwarya rajesh suresh ramesh mahesh ganesh dinesh mukesh rakesh sanjay vijay ajay sunil anil sushil
        fatima aisha khadija yasmin mohammed muhammad ahmed2 abdullah2 yuki haruka takashi hiroshi kenji yoko naoko keiko akiko tomoko
        ayse fatma zeynep elif mehmet mustafa emre burak oguz
        """
    )

    /// Other given names, many of them family names as well: who has one in the first place has it where it belongs.
    static let alsoFamily = WordTable(
        """
        ada aaron abigail adele adrian agnes alan albertina alba alex alexis alice alina alison aliza allison alma amalia amber amelia amy ana anders
        angel angelo anna anne anneke annie anton april ariel armin arne arno ashok asim aurora avery bea bella ben benedikt benjamin beth betty
        bianca bill bjarne bo bob boris brandon brian bridget brian bryan carlo carol caterina cecilia chen chris clara connor dan daria darren
        debbie deborah diana diego dieter dina dirk dominik donna dora doris dorothy eddie edgar edith edwin eileen elias elisabet ella ellen elliot
        emil emily emma erica erik erika erin ernst esra eugen fabian faith felix fiona fred freya gaby gail geoff georg georgina gerda gina giorgio
        gisela giulio gloria greta guido gunnar gunter gustav hamid hana hanna hannah hari hasan hassan heiko heiner hilde hillary hussein ibrahim
        ida ilse imran inga iris isaac isla jaime jake jane janet janine jaroslav jay jeff jenny jens jerome jesper jessie jill joan joel joerg johan
        jon josef josh joyce juan juanita judith judy jules julien justin kai karen kari karim kate kathy katie kay kerry khalid kirk klaus knut kristen
        kristina kristof kyle lana laila lara lauren lena lennart leticia li lina linus lionel liv liz lola lorena lorraine lotte louise luise luna
        lydia lynn mads magnus maia maja malin mandy manfred manuel mara marcella marek margareta mariam marian marion marisa marit marko marlon mary
        mathias mats maurits max maya megan mehdi meike mia michal mike mikael milan minna mira miriam mohamed moritz mona nadja nancy naomi natasha
        nelly nico niels nikita nikos nils nils nora norman olaf olav oleg oliver omar pam pat paula pauline pauli per petar pete petr pia piero
        rafaela rahim rajiv ramon raquel raul ravi rebekka ricardo rick rita rob rod rosa rose rudi rudolf rupert sabina sally salma samir sandy sanna
        santiago sascha saskia selma sharon sheila shirley sigurd silas simeon sina sofie solveig sophie stella stan sten stewart sue susan svante
        tanja tara tariq ted tess theresa thea tina tine todd tomas tor tracy trude tuomas ulf ulla valerio vanda vera vito wanda wei wendy wilfried
        will willem willy wim wolf yan yasmine yuri yusuf zara zoe zoya
        adam albert alexander alfred allen andre andrew anthony arnold arthur austin bernard blair bruno cameron carl charles christian clark
        craig daniel david dean dennis douglas dylan edmund edward emmanuel eric ernst evan francis frank franz frederick fritz gabriel
        george gerard gilbert gordon graham grant gregor gregory harris harry harvey henry herbert herman howard hugo ian ivan jack jacob
        james jason jean jeremy jim joe john jonas jordan jose joseph julian karl keith kelly kevin kim kurt lars lawrence lee leo leon leonard
        leslie lewis louis lucas luis ludwig luke marc marcel marco marcus mario mark markus martin mathieu matthew maurice max michael michel
        miguel mitchell morgan morris murray neil nelson nick nicolas noah noel oliver olivier oscar otto owen pablo pascal patrick paul peter
        phil philip ralph ray raymond rene richard riley robert robin roger roman ronald ross roy russell ryan sam samuel scott sean serge simon
        spencer stanley stephen steven stuart sylvain terry theo tim timo tobias tom tony tyler vernon victor vincent walter warren wayne werner
        wesley william wilson yann
        """
    )
}
