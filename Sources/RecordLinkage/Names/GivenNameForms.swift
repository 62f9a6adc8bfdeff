/// The forms of given names. Written for this project from general knowledge.
///
/// A line is a name and what its bearers are also called; a short form may stand on several lines. Forms that merely begin the name (`Ben`,
/// `Alex`, `Seb`) need no entry: one name beginning another is seen without.
enum GivenNameForms {
    static let lines = """
        marc mark
        hanna hannah hana
        clara klara
        christina kristina
        johann johan
        sophie sofie sofia sophia
        mathilda mathilde matilda
        veronica veronika
        monica monika
        erica erika
        victor viktor
        lucas lukas
        marcus markus
        marco marko
        thorsten torsten
        frederic frederick frederik
        denis dennis
        caroline carolin karoline carolina karolin karolina
        oscar oskar
        lea leah
        toni tony
        nadia nadja
        sonia sonja
        tania tanja
        raphael rafael
        annika anika
        kirsten kirstin
        christian cristian kristian
        aidan aiden
        deborah debora
        silvia sylvia
        leonard leonhard
        lydia lidia
        arthur artur
        cornelia kornelia
        eva ewa
        ralf ralph
        helena helen helene
        irene irena
        natalia natalie nathalie
        james jim jimmy jamie jem jimbo
        john jack johnny jon jonny johnnie
        jonathan jon jonny johnathan jonathon nathan
        michael mike mick mickey mikey micky mickael mikael
        david dave davey davy
        robert bob bobby rob robbie bert rab
        william bill billy will willy willie liam wills
        christopher chris kit topher kris christoph
        christian chris kris
        daniel dan danny dani
        thomas tom tommy thom tomasz
        matthew matt matty mathew
        andrew andy drew andi
        richard rick dick rich richie ricky dickie
        joseph joe joey jos
        steven steve stevie stephen
        stephen steve stevie steven steph
        benjamin ben benny benji benni
        edward ed eddie ted ned teddy eddy
        edmund ed eddie ted ned
        edwin ed eddie
        anthony tony ant antony
        alexander alex sandy xander sasha alec lex sascha aleksander aleksandr
        nicholas nick nicky nicolas klaus colin nico
        timothy tim timmy
        joshua josh
        samuel sam sammy
        jeffrey jeff geoff jeffery geoffrey
        geoffrey geoff jeff jeffrey
        gregory greg gregg
        patrick pat paddy rick
        philip phil phillip pip philipp
        charles charlie chuck chas chaz charly carl
        kenneth ken kenny
        jacob jake jakob
        nathaniel nathan nate nat
        nathan nate nat
        henry harry hank hal
        harold harry hal
        theodore ted theo teddy
        leonard len lenny leo
        vincent vince vinny vin
        russell russ
        douglas doug dougie
        stuart stu stewart
        ronald ron ronnie
        donald don donnie
        raymond ray
        lawrence larry laurie lorenzo laurence
        frederick fred freddie freddy rick
        albert al bert bertie
        alfred al alf fred freddie
        alan al allan allen
        arthur art artie
        walter walt wally
        gerald gerry jerry
        jerome jerry
        francis frank fran frankie
        franklin frank frankie
        peter pete petey piotr petr
        terence terry terrence
        martin marty
        maxwell max
        zachary zach zack zak
        abraham abe bram
        isaac ike zak
        dominic dom nick dominik
        eugene gene
        ernest ernie
        leslie les
        raphael rafe raf
        solomon sol
        sebastian seb basti bas bastian
        malcolm mal
        oliver ollie olly
        duncan dunc
        angus gus
        augustus gus augie
        hugh hughie shug
        clifford cliff
        rodney rod
        roderick rod rory
        elizabeth liz beth lizzie eliza betty betsy libby lisa elsie lizzy bess elisabeth lilibet
        jennifer jen jenny jenn
        jessica jess jessie
        emily em emmy emmie
        emma em
        susan sue susie suzy suzie
        susanna sue susie susan zanna
        kimberly kim kimmy kimberley
        amanda mandy
        rebecca becky becca bex bec
        rachel rach rachael shelly
        katherine kate kathy katie kat kitty kath katy kay catherine kathryn katharine
        catherine cathy kate cat katie cath cathryn katherine
        kathleen kathy kath kate katie
        patricia pat trish patty tricia patsy trisha
        margaret maggie meg peggy madge marge margie daisy greta rita margot
        victoria vicky tori vicki vic toria
        samantha sam sammy
        stephanie steph stef stephie
        christine chris chrissy tina christina kirsty
        christina chris tina chrissie christine stina kirsten
        angela angie ange
        julie jules
        julia jules julie jule
        yulia julia yuliya julija iuliia juliya
        evgeny evgeni yevgeny yevgeni evgeniy jewgeni jewgenij yevhen eugene eugen
        juliet jules julie
        alexandra alex sandra lexi sandy sasha alexa lexie
        deborah debbie deb debra debby
        barbara barb barbie babs bärbel
        caroline caro carrie lina
        carolyn carrie lyn
        joanna jo joanne
        joanne jo joanna
        josephine jo josie
        abigail abby gail abbie
        natalie nat nathalie tally
        charlotte charlie lottie lotte charley lola
        dorothy dot dottie dolly
        eleanor ellie nell nora ella elena
        helen nell ellie lena
        florence flo flossie
        frances fran frankie fanny
        gabrielle gabby gaby
        georgina georgie gina
        gillian gill jill jilly
        harriet hattie harry
        isabella bella izzy isa belle ella
        isabel bella izzy isa belle isabelle
        jacqueline jackie jacqui
        janet jan
        judith judy jude
        katrina kat trina
        laura laurie lori
        lillian lily lil
        louise lou lulu
        lucinda lucy cindy
        madeleine maddy maddie madeline
        martha marty
        mary molly polly mae may maria marie
        matilda tilly mattie
        melissa mel missy lissa
        melanie mel
        michelle shelly shell miche mich
        millicent millie
        nancy nan
        olivia liv livvy
        pamela pam
        penelope penny
        philippa pippa pip
        rosemary rose rosie
        roseanne rose
        sandra sandy
        sarah sally sadie sara
        sophia sophie sofia
        susannah sue susie
        tabitha tabby
        teresa terry tess tessa theresa resi
        theresa terry tess tessa teresa resi
        valerie val
        veronica ronnie vera roni
        vivian viv
        virginia ginny ginger
        winifred winnie freddie
        wendy wen
        zoe zo
        yvonne von
        andreas andi andy
        stefan steff stephan steffen
        matthias matze hias matti mathias mattias
        wolfgang wolf wolfi
        maximilian max maxi
        johannes hannes jo hans johann joh
        johann hans hannes jo
        hans johannes johann
        joachim achim jochen jo
        heinrich heinz heiner henrik
        friedrich fritz fred frieder
        ferdinand ferdi
        franz franzl franzi
        tobias tobi
        florian flo
        manfred fred manni
        georg schorsch jörg jürgen
        günter günther gunter
        gerhard gerd gert
        bernhard bernd bernie
        eberhard ebi
        ludwig lutz lui
        rudolf rudi rolf
        siegfried sigi siggi
        ulrich uli ulli ueli
        dietrich dieter
        walther walter
        karl carl kalle charly
        klaus claus niklaus
        konrad conny kurt
        leopold poldi leo
        valentin valle
        josef sepp jupp beppo joseph
        jakob jacob jack köbi
        katharina kathi kati katja käthe kathrin katrin
        kathrin kathi kati katrin katharina
        sabine bine bini
        susanne susi sanne suse
        stefanie steffi stephanie
        johanna hanna hanni jo
        franziska franzi fränzi ziska
        magdalena lena magda leni
        elisabeth lisa elli sissi liesl lisbeth else bettina elsbeth betty
        bettina betti tina
        martina tina
        friederike rike fritzi
        ulrike uli rike ulli
        annegret anne
        annemarie anne
        brigitte gitte gitti birgit
        cornelia conny nele
        gabriele gabi gaby
        gertrud trude gerti
        gudrun gudi
        ingeborg inge
        margarete grete gretel margit
        mathilde tilde
        renate reni nate
        rosemarie rosi
        roswitha rosi
        sieglinde linde
        therese resi thesi
        veronika vroni
        waltraud traudl
        wilhelm willi willy helmut
        wilhelmine mina minna
        alexandre alex sacha
        frédéric fred
        nicolas nico nick nicholas
        mathieu mat matthieu
        guillaume guigui gui
        dominique dom
        emmanuel manu
        emmanuelle manu
        jeanpierre jp
        jeanfrancois jf
        jeanluc jl
        jeanbaptiste jb
        jeanclaude jc
        jeanmarc jm
        stéphane steph
        sébastien seb bastien
        philippe phil flip
        isabelle isa zabou isabel
        nathalie nat natalie
        catherine cathy cath
        christophe chris tof
        véronique véro
        dorothée doro
        geneviève ginette viviane
        élisabeth babeth lili
        françois fanfan
        laurent lolo
        maxime max
        francisco paco pancho fran curro kiko
        josé pepe chepe joselito
        manuel manolo manu lolo
        antonio toni toño antón tono
        jesús chuy suso chus
        alejandro alex ale jandro
        rafael rafa
        ignacio nacho iñaki
        enrique quique kike
        eduardo edu lalo
        fernando fer nando
        guillermo guille memo
        joséluis pepe pepelu
        miguelángel miguel
        juancarlos juanca juan
        joaquín quino ximo
        luis lucho
        roberto beto
        alberto beto tito
        gilberto beto
        sergio checo
        vicente chente
        santiago santi diego iago
        salvador salva chava
        ramón moncho
        pablo paul
        cristina cris tina
        beatriz bea bety
        gabriela gaby gabi
        alejandra ale alex sandra
        pilar pili
        dolores lola loli
        concepción concha conchi
        mercedes merche
        maríateresa maite
        maríajosé marijose majo
        maríajesús chus
        maríaluisa marisa malu
        mariadelcarmen maricarmen mamen carmen
        rosario charo
        francisca paca paqui
        isabel isa chabela
        guadalupe lupe
        graciela chela
        consuelo chelo
        encarnación encarna
        inmaculada inma
        josefa pepa
        monserrat montse
        montserrat montse
        giovanni gianni nino vanni
        giuseppe beppe peppe pino
        francesco franco checco
        lorenzo renzo
        domenico mimmo
        salvatore totò turi
        vincenzo enzo
        alessandro sandro ale
        alessandra sandra ale
        leonardo leo nardo
        luigi gigi
        antonella anto
        giuseppina pina
        joão joãozinho
        eduarda duda
        fernanda nanda
        katarzyna kasia kaśka
        małgorzata gosia małgosia
        agnieszka aga
        magdalena magda
        joanna asia aśka
        aleksandra ola olka
        natalia nata natalka
        karolina karo karolcia
        elżbieta ela elka
        zofia zosia
        anna ania anka anja annie ann anne
        barbara basia
        ewa ewka
        maria marysia mary marie maja
        teresa terenia
        krystyna krysia
        stanisława stasia
        piotr piotrek
        krzysztof krzysiek krzyś
        tomasz tomek
        paweł pawelek
        jakub kuba
        grzegorz grzesiek grzes
        wojciech wojtek
        stanisław staszek stach staś
        radosław radek
        przemysław przemek
        bartłomiej bartek
        bartosz bartek
        sławomir sławek
        jarosław jarek
        zbigniew zbyszek
        mirosław mirek
        jerzy jurek
        józef józek
        andrzej jędrek
        tadeusz tadek
        bogdan boguś
        ryszard rysiek
        czesław czesiek
        wacław wacek
        jan janek jasiek johan
        aleksandr sasha alexander oleksandr olexandr
        aleksei alyosha alexey alexei aleksey alex
        dmitri dima mitya dmitry dmitriy dmytro
        ivan vanya
        mikhail misha mikhael
        nikolai kolya nikolay
        sergei seryozha sergey serhii
        vladimir vova volodya volodymyr
        yevgeni zhenya evgeny evgeni yevgeny eugene
        ekaterina katya kate yekaterina
        elena lena alyona yelena
        irina ira
        natalya natasha natalia
        olga olya
        svetlana sveta
        tatyana tanya tatiana
        anastasia nastya
        maria masha
        yuri yura yuriy
        jiří jirka
        josef pepa
        františek franta
        václav vašek
        andrás bandi
        istván pista
        sándor sanyi
        lászló laci
        józsef jóska
        subramanian subbu mani subramaniam subramanyam
        ramanathan ram raman
        venkatesh venky venkat
        venkatesan venky venkat
        srinivas srini sreenivas srinivasan
        krishna kris krish
        krishnan kris krish
        siddharth sid siddhartha
        abhishek abhi
        aditya adi
        raghavendra raghu
        raghunath raghu
        lakshmi laxmi
        radhika radha
        karthik kartik karthick
        vikram vik vicky
        sandeep sandy
        rajesh raj
        rajendra raj rajinder
        rajeev raj rajiv
        rajkumar raj
        gaurav gaurev
        sanjay sanju
        manjunath manju
        ananthakrishnan ananth
        balasubramanian bala balu
        chandrasekhar chandra sekhar chandrashekhar
        narayanan naru
        parthasarathy partha
        priyanka priya
        vijayalakshmi viji vijaya
        mohammed mohd mohamed muhammad mohammad mo muhammed mohamad muhamad mehmet mahomed
        ahmed ahmad ahmet
        hussein husain hussain hossein hussayn husein
        youssef yousef yusuf youssif yousuf joseph yosef
        khaled khalid
        abdulrahman abdelrahman abdurrahman abdulrehman
        abdullah abdallah abdulla
        abdulaziz abdelaziz
        omar umar omer
        karim kareem
        tariq tarek tarik tareq
        saeed said saied sayeed
        mustafa moustafa mostafa mustapha
        ibrahim ebrahim abraham
        ismail ismael esmail
        fatima fatma fatema fatimah
        mariam maryam mariyam miriam
        layla leila laila leyla
        yasmin yasmine yasmeen jasmin
        aisha aysha ayesha aicha ayse
        osama usama
        noura nora nura
        nour noor nur
        jamal gamal djamal
        walid waleed
        mahmoud mahmud mehmood
        hassan hasan
        nasser nasir naser
        samir sameer
        rashid rasheed
        hamid hameed
        jamil jameel
        salim saleem selim
        khadija khadijah khadeeja
        zainab zaynab zeinab zeynep
        rania raniya
        sara sarah
        bilal belal
        hisham hesham
        sharif shareef cherif
        suleiman sulaiman soliman suleyman
        farouk faruk farooq
        qasim kassem kasim
        henrik henke henry
        fredrik fredde fredrick
        kristina kicki stina
        magnus manne
        gustav gurra gustaf
        katrine trine
        camilla milla
        anders ante
        lars lasse
        nils nisse
        erik erik eric
        mikael micke michael
        torbjörn tobbe torbjørn
        stig stickan
        bengt benka
        björn bjorn
        elisabet lisa lisbet
        birgitta gittan
        margareta greta maggan
        marianne janne
        cornelis kees cor
        johannes jan joop hans
        jacobus jaap koos sjaak
        wilhelmus wim willem
        hendrik henk rik
        antonius ton toon anton
        petrus piet peter
        gerardus gerard
        theodorus theo dirk
        catharina trijn toos karin
        elisabeth els bets
        johanna jo anneke jannie
        konstantinos kostas dinos
        georgios giorgos george yorgos yiorgos jorgos
        dimitrios dimitris mitsos jim
        ioannis giannis yannis john
        nikolaos nikos nick
        panagiotis panos takis
        vasilios vasilis bill
        eleni lena helen
        aikaterini katerina
        """
}
