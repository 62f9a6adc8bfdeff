/// Common given names, so that two of them are known to be two: `Lena` and `Lea` are no slip of the pen for one another.
///
/// Written for this project from general knowledge: names that lie a letter or two beside other names, of the languages people's address
/// books are full of.
struct GivenNames {
    private let names: WordSet

    /// The one table there is.
    static let standard = GivenNames()

    private init() {
        names = WordSet(Self.text.split { $0 == " " || $0 == "\n" }.map { ValueHash.of($0) })
    }

    /// Whether a name is one of them.
    @inline(__always)
    func contains(_ hash: UInt32) -> Bool { names.contains(hash) }

    private static let text = """
        aaron adam adrian adriana agnes aidan aiden alan alana alba albert alberta alberto aldo alena alessandra alessandro alex alexander \
        alexandra alexis alfred alfredo ali alice alicia alina aline alison alma alois aloisia alvaro amanda amelia amelie amina amir amira amit \
        amy ana anastasia anders andre andrea andreas andrei andres andrew angela angelica angelika angelina angelo anika anil anita anja anke \
        ankit ann anna annabel anne anneke annette annie annika anselm anthony antje anton antonia antonio anya april arif arjun armin arne \
        arnold arthur artur arturo arun ashley astrid august axel aylin barbara barry bastian beata beate beatrice beatrix ben benedict benedikt \
        benjamin bernard bernd bernhard bert berta berthold bettina bianca birgit birgitta bjorn boris brenda brian brigitte bruce bruno burkhard \
        camilla camille candice carina carl carla carlo carlos carlotta carmen carol carola carolin carolina caroline carsten caspar catalina \
        catherine cecilia celia celina celine cem chantal charles charlotte chiara christa christian christiane christina christine christoph \
        christopher clara clare clark claude claudia claudio clemens colin constanze cora corina corinna corinne cornelia cornelius craig \
        cristian cristina dagmar daisy damian dan dana daniel daniela daniele danielle dario darius david davide dean debora deborah deepa \
        deepak delia denis denise dennis derek diana diane diego dieter dietmar dietrich dilek dina dinesh dirk dmitri dominic dominik dominika \
        dominique donald donata donna dora doreen doris dorota dorothea douglas duncan ebba eckhard eddy edgar edith eduard eduardo edward edwin \
        egon ekaterina elena eleonora eli elias elif elin elina elisa elisabeth elise elke ella ellen elli elmar elsa else elvira emanuel emil \
        emilia emilie emily emine emir emma emmanuel enrico enrique erdem erhard eric erica erich erik erika erin ernst erwin esra esteban ester \
        esther eugen eugenia eva evelin evelyn ewa ewald fabian fabiana fabio fabrizio farid fatih fatima fatma felicia felix ferdinand \
        fernanda fernando fiona flavia flora florence florian frances francesca francesco francis francisca francisco francois francoise frank \
        franz franziska fred freda frederic frederick frederik frieda friedhelm friedrich fritz gabi gabriel gabriela gabriele gabriella \
        geoffrey georg george georges georgia georgina gerald geraldine gerard gerd gerda gerhard gerlinde gerold gert gertrud gianna gilbert \
        gilles gina giorgio giovanna giovanni gisela giulia giulio giuseppe glenn gloria grace graham greta gregor gregory gudrun guido guillaume \
        guillermo gunnar gunter gustav hakan hamid hana hanna hannah hannelore hannes hans harald harold harriet harry hasan hassan heide heidi \
        heike heiko heiner heinrich heinz helen helena helene helga helge helmut hendrik henning henri henrik henrike henry herbert hermann \
        hilda hilde hildegard hilke hiroshi holger horst hugo hussein ian ibrahim ida ignacio igor ilka ilona ilse imke imran ina ines inga inge \
        ingeborg ingo ingrid irena irene irina iris irma isa isabel isabella isabelle ismail ivan ivana ivo ivonne jack jacob jacqueline jaime \
        jakob james jan jana jane janet janina janine jasmin jason javier jean jeanette jeff jelena jenna jennifer jenny jens jeremy jerome jessica \
        jill jim joachim joan joana joanna joanne jochen joe joel johan johann johanna johannes john jonas jonathan jordan jorg jorge jose josef \
        josefa josefine joseph josephine joshua juan juana judith julia julian juliana juliane julie juliette julio julius jun jurgen justin \
        justina justine jutta kai karen karim karin karina karl karla karolin karolina karoline karsten katarina katharina kathleen kathrin \
        katja katrin kay keith ken kenneth kerstin kevin khalid kilian kim kira kirsten kirstin klara klaus klemens konrad kornelia kristian \
        kristin kristina kurt lara larissa lars laszlo laura lauren laurence laurent laurenz lea leah leila lena leo leon leona leonard leonardo \
        leonhard leonie leopold leslie liam lidia lili lilia lilian liliana lilly lina linda linus lisa lisbeth liv livia lorena lorenz lorenzo lotta \
        lotte lou louis louisa louise luca lucas lucia luciana luciano lucie lucy ludger ludwig luis luisa luise lukas luke luna luzia lydia lynn \
        madeleine magda magdalena magnus mahmoud mahmud maik maike maja malin malte mandy manfred manuel manuela mara marc marcel marcela marcella \
        marcelo marcin marco marcos marcus mareike marek margaret margarete margarita margit margot maria mariam marian mariana marianna \
        marianne marie mariella marietta marija marina mario marion marisa maritta marius mark marko markus marlen marlene marlies marta martha \
        martin martina martine mary mateo mathilda mathilde mathis matilda matteo matthew matthias maureen maurice mauricio mauro max maxim \
        maximilian maxine maya megan mehmet meike melanie melina melissa mercedes merle merve mia michael michaela michal michel michele \
        michelle miguel mike mila milan milena mina mira miranda miriam mirja mirjam mirko mohamed mohammed moira mona monica monika monique \
        moritz mukesh murat mustafa nadia nadine nadja nancy naomi natalia natalie natascha nathalie nathan neha neil nele nelly nicholas nick \
        nico nicola nicolas nicole niels niklas nikola nikolai nikolaus nils nina nino nisha noah noel noemi nora norbert noreen olaf olav ole \
        oleg olga oliver olivia omar oscar oskar oswald otto pablo pamela paola paolo pascal pascale patricia patrick patrizia patryk paul paula \
        paulina pauline paulo pavel pawel pedro peggy penelope per peter petra petros petrus philip philipp philippa philippe phillip pia piero \
        pierre pietro piotr pooja priya rachel rafael rahul raimund rainer raj rajesh rakesh ralf ralph ramesh ramona ramon raphael raquel \
        rashid raul ravi raymond rebecca regina reiner reinhard reinhold rekha renata renate rene renee rhea ricarda ricardo riccardo richard \
        rita robert roberta roberto robin rocco roger roland rolf roman romana romeo romina ron ronald rosa rosalie rosalind rosanna rosario rose \
        rosemarie rosie rosina rowan roy ruben rudi rudolf rupert russell ruth ryan sabina sabine sabrina saida salma salvador salvatore sam \
        samantha samir samira samuel sandra sandro sandy sara sarah sascha saskia scott sean sebastian selim selina selma serena serge sergei \
        sergio seth severin severine sharon shirin shirley sibylle sidney siegfried sigrid silja silke silvana silvia silvio simon simona simone \
        sina sofia sofie solveig sonia sonja sophia sophie stanislav stefan stefania stefanie stefano steffen stella stephan stephane stephanie \
        stephen steven stewart stuart suleiman sunil sunita suresh susan susana susann susanna susanne suzanne sven svenja svetlana sybille sylvia \
        sylvie tabea tamara tania tanja tara tatiana tatjana terence teresa theo theodor theodora theresa therese thiago thilo thomas thorsten \
        tiago tilman tilo tim timo timothy tina tobias tom tomas tommaso toni tony torben torsten tristan ulf ulla ulrich ulrika ulrike umar \
        ursula usha uta ute uwe vadim valentin valentina valeria valerie vanessa vera verena verona veronica veronika vicente victor victoria \
        vijay vikram viktor viktoria vincent vincenzo viola violeta violetta virginia vittoria vivian viviana vivien vivienne vladimir volker \
        walter waltraud wanda wayne wendelin wendy werner wilfried wilhelm wilhelmina willem william willy wolfgang wolfram xaver xavier yannick \
        yara yasin yasmin yasmina yolanda yves yvette yvonne zara zeynep zoe zofia zuzana
        """
}
