/// Names that are inherited and hardly ever given to children, in Latin letters, folded. Written for this project.
enum FamilyNames {
    /// Whether a name, folded to one word, is such a name.
    static func contains(_ key: [UInt8]) -> Bool { all.contains(key[...]) }

    private static let all = WordTable(
        """
        muller mueller schmidt schneider fischer weber meyer meier maier mayer wagner becker schulz schulze hoffmann schafer schaefer bauer
        koch richter klein schroder schroeder neumann schwarz zimmermann braun hofmann kruger krueger hartmann lange krause lehmann schmid
        kohler koehler konig koenig walther huber kaiser fuchs vogel moller moeller weiss keller hahn schubert gunther frank berger winkler
        lorenz baumann schuster bohm boehm kraus simmons gruber steiner pichler moser leitner egger brunner zimmerli ammann frei
        smith johnson williams brown jones davis wilson thomson thompson moore harris robinson walker wright hughes
        edwards green baker adams nelson campbell roberts phillips evans turner collins richardson peterson morris rogers
        bell murphy ward watson wood bennett ross henderson coleman jenkins powell patterson hughes washington butler simmons
        bryant myers ford hamilton graham sullivan woods west owens fisher mcdonald macdonald obrien oconnor
        martin dubois durand moreau laurent lefebvre roux fournier morel girard bonnet dupont lambert fontaine rousseau faure mercier
        blanc guerin boyer garnier chevalier legrand gauthier perrin morin roussel gautier masson marchand
        duval dumont lemaire meunier dufour blanchard
        garcia gonzalez rodriguez fernandez lopez martinez sanchez perez gomez jimenez ruiz hernandez diaz moreno munoz alvarez romero gutierrez
        navarro torres dominguez vazquez vasquez ramos ramirez serrano molina morales suarez ortega delgado castro ortiz rubio marin
        nunez iglesias medina garrido castillo cortes santos guerrero lozano cano prieto mendez cruz calvo gallego vidal herrera pena flores
        silva oliveira souza sousa pereira ferreira almeida costa carvalho ribeiro alves gomes martins rocha barbosa araujo cardoso teixeira
        nascimento moreira correia nunes vieira monteiro mendes freitas barros fonseca
        rossi russo ferrari esposito bianchi colombo ricci marino greco gallo conti mancini giordano rizzo lombardi moretti barbieri
        fontana santoro mariani rinaldi caruso ferrara galli martini longo gentile martinelli vitale lombardo coppola marchetti parisi
        villa conte ferri fabbri bianco marini grasso valentini messina sala gatti pellegrini palumbo sanna farina rizzi monti cattaneo
        jansen janssen devries vandenberg vandijk bakker visser smit meijer deboer mulder degroot bos vos peters hendriks vanleeuwen dekker
        brouwer dewit dijkstra smits degraaf vandermeer peeters maes jacobs mertens willems claes goossens wouters declerck
        andersson johansson karlsson nilsson eriksson larsson olsson persson svensson gustafsson pettersson jonsson jansson hansson bengtsson
        jensen nielsen hansen pedersen andersen christensen larsen sorensen rasmussen jorgensen petersen madsen kristensen olsen thomsen
        johansen karlsen eriksen berg haugen hagen johannessen andreassen jacobsen dahl
        korhonen virtanen makinen nieminen makela hamalainen laine heikkinen koskinen jarvinen
        nowak kowalski kowalska wisniewski wisniewska wojcik kowalczyk kaminski kaminska lewandowski lewandowska zielinski zielinska szymanski
        szymanska wozniak dabrowski dabrowska kozlowski jankowski mazur krawczyk piotrowski grabowski
        novak novakova svoboda svobodova novotny novotna dvorak dvorakova cerny cerna prochazka prochazkova kucera kucerova vesely vesela
        horvath kovac kovacova varga toth nagy kovacs szabo kiss molnar balogh farkas papp takacs juhasz
        popescu ionescu popa radu dumitru stan stoica gheorghe ivanov ivanova petrov petrova smirnov smirnova kuznetsov kuznetsova popov
        popova sokolov sokolova lebedev kozlov novikov morozov volkov shevchenko kovalenko bondarenko tkachenko kravchenko
        papadopoulos papadopoulou vlachos angelopoulos nikolaidis yilmaz demir celik sahin yildiz yildirim ozturk aydin ozdemir arslan
        dogan kilic aslan cetin kara koc kurt ozkan simsek
        nguyen tran pham huynh hoang phan vu vo dang bui ngo duong
        wang zhang liu yang zhao huang zhou wu xu zhu hu guo lin he gao liang zheng song tang feng deng xiao
        tanaka suzuki takahashi watanabe ito yamamoto nakamura kobayashi saito kato yoshida yamada sasaki matsumoto inoue kimura
        sharma verma gupta mehta patel shah reddy rao nair iyer agarwal agrawal banerjee mukherjee chatterjee chopra kapoor malhotra
        """)
}
