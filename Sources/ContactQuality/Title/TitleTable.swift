/// The words of job titles by rank and field. Written for this project.
///
/// Each row is "rank field: phrases", `-` where one is not told; a line that begins with blanks goes on with the row before it. A field
/// with a question mark, as that of all who lead (`general`), yields to another the title names. Words are folded as `FoldedWords` folds
/// them. Of a phrase in two rows the first one counts.
enum TitleTable {
    static let phrases = """
        founder general: founder|cofounder|co founder|founding partner|owner|co owner|proprietor|entrepreneur|serial entrepreneur
            business owner|grunder|grunderin|mitgrunder|mitgrunderin|inhaber|inhaberin|unternehmer|unternehmerin|eigentumer|fondateur
            fondatrice|cofondateur|co fondateur|cofondatrice|co fondatrice|gerant|gerante|entrepreneuse|proprietaire|fundador|fundadora
            cofundador|cofundadora|co fundador|dueno|propietario|propietaria|emprendedor|emprendedora|empresario|empresaria|fondatore
            cofondatore|co fondatore|titolare|imprenditore|imprenditrice|proprietario|oprichter|mede oprichter|medeoprichter|eigenaar
            ondernemer|socio fundador|socia fundadora|socio fundatore|empreendedor|empreendedora|socio proprietario
        executive general: ceo|chief executive|chief executive officer|managing director|president|chairman|chairwoman|chairperson|chair
            executive chairman|board member|member of board|non executive director|general manager|country manager|managing partner
            senior partner|partner|general partner|equity partner|executive director|mayor|minister|ambassador|geschaftsfuhrer
            geschaftsfuhrerin|geschaftsfuhrender gesellschafter|geschaftsfuhrende gesellschafterin|vorstand|vorstandsvorsitzender
            vorstandsvorsitzende|vorstandsmitglied|prokurist|prokuristin|geschaftsleitung|mitglied geschaftsleitung|aufsichtsrat
            hauptgeschaftsfuhrer|gesellschafter|prasident|prasidentin|pdg|president directeur general|directeur general
            directrice generale|directeur general delegue|presidente|associe|associee|associe gerant|administrateur|administratrice|dg
            director general|directora general|consejero delegado|consejera delegada|consejero|consejera|gerente general|gerenta general
            socio|socia|socio director|socia directora|amministratore delegato|amministratrice delegata|amministratore unico
            amministratore|direttore generale|direttrice generale|consigliere|consigliere amministrazione|algemeen directeur|bestuurder
            voorzitter|zaakvoerder|vennoot|diretor geral|diretora geral|diretor executivo|diretora executiva|diretor presidente
            administrador|administradora|secretary general|secretaire general|secretaire generale|secretario general|secretaria general
            generalsekretar|generalsekretarin|segretario generale
        executive finance: cfo|chief financial officer|chief finance officer|finanzvorstand|directeur administratif et financier|daf
            directrice administrative et financiere|director financiero|directora financiera|direttore finanziario|financieel directeur
            diretor financeiro|diretora financeira|kaufmannischer geschaftsfuhrer|cio investments|chief investment officer
            directeur financier|directrice financiere
        executive technology: cto|chief technology officer|chief technical officer|cio|chief information officer|ciso
            chief information security officer|cdo|chief digital officer|chief data officer|technischer geschaftsfuhrer
            directeur technique|director tecnico|direttore tecnico|directora tecnica|diretor tecnico|chief architect|dsi
            directeur des systemes dinformation|directrice des systemes dinformation|directeur informatique|directrice informatique
        executive operations: coo|chief operating officer|chief operations officer|cpo procurement|chief procurement officer
            directeur des operations|director de operaciones|directora de operaciones|diretor operacoes|direttore operativo
        executive marketing: cmo|chief marketing officer|chief communications officer|cco communications|chief brand officer
            chief growth officer
        executive sales: cro|chief revenue officer|chief commercial officer|chief sales officer|cso|vertriebsvorstand
        executive product: cpo|chief product officer
        executive people: chro|chief human resources officer|chief people officer|personalvorstand|drh
            directeur des ressources humaines|directrice des ressources humaines|directeur ressources humaines
            directrice ressources humaines
        executive legal: clo|chief legal officer|general counsel|chief compliance officer|group general counsel
        executive research: chief scientist|chief scientific officer|chief science officer
        executive health: chief medical officer|chefarzt|chefarztin|medical director
        executive education: rector|dean|rektor|rektorin|dekan|dekanin|provost|headteacher|head teacher|schulleiter|schulleiterin
            principal teacher
        vice-president -: vp|svp|evp|avp|vice president|senior vice president|executive vice president|assistant vice president
            vicepresident|vizeprasident|vice presidente|vicepresidente|vicepresidenta|vice president general
        director -: director|senior director|associate director|group director|head|head of|global head|direktor|direktorin|leiter
            leiterin|bereichsleiter|bereichsleiterin|hauptabteilungsleiter|directeur|directrice|directeur adjoint|responsable national
            directora|subdirector|direttore|direttrice|directeur regional|diretor|diretora|hoofd|chief of staff|chief|superintendent
            regional director
        manager -: manager|managerin|senior manager|team lead|teamlead|team leader|teamleiter|teamleiterin|gruppenleiter|gruppenleiterin
            abteilungsleiter|abteilungsleiterin|leitung|supervisor|foreman|coordinator lead|area manager|regional manager|branch manager
            store manager|program manager|programme manager|responsable|chef|chef de service|chef equipe|chef de departement|gerente|jefe
            jefa|jefe de|encargado|encargada|supervisora|responsabile|capo|capo reparto|coordinatore|coordinatrice|teammanager
            afdelingshoofd|leidinggevende|coordenador|coordenadora|gestor|gestora|lider|koordinator|koordinatorin|coordinator|coordinador
            coordinadora|coordinateur|dirigente|filialleiter|filialleiterin|marktleiter
        senior -: senior|sr|lead|principal|staff|expert|specialist lead|distinguished|fellow|experte|expertin|spezialist|spezialistin
            experienced|expert en|experto|experta|especialista senior|esperto|esperta|especialista sr|confirme|sachverstandiger
        junior -: junior|jr|associate|assistant|trainee|graduate|assistent|assistentin|assistante|asistente|assistente|asociado|ayudante
            auxiliar|stagista|adjoint|adjointe|medewerker junior|volontar|volontarin|referendar|referendarin|apprentice lawyer
            entry level|analista junior|berufseinsteiger
        student -: student|studentin|intern|internship|apprentice|werkstudent|werkstudentin|praktikant|praktikantin|auszubildender
            auszubildende|azubi|lehrling|doktorand|doktorandin|phd student|phd candidate|doctoral candidate|etudiant|etudiante|stagiaire
            alternant|alternante|apprenti|apprentie|doctorant|doctorante|estudiante|becario|becaria|practicante|doctorando|studente
            studentessa|tirocinante|dottorando|stagiair|afstudeerder|estudante|estagiario|estagiaria|aprendiz|promovendus
        manager sales: sales manager|partner manager|partner account manager|key account manager|account manager|vertriebsleiter
            vertriebsleiterin|verkaufsleiter|verkaufsleiterin
            key account managerin|responsable commercial|responsable commerciale|chef des ventes|jefe de ventas|jefa de ventas
            gerente comercial|responsabile vendite|responsabile commerciale|area sales manager|business development manager|accountmanager
            verkoopleider|gerente de vendas|gerente de ventas|regional sales manager
        professional sales: sales executive|sales representative|sales rep|account executive|sdr|bdr|business development representative
            salesperson|sales consultant|sales engineer|aussendienst|aussendienstmitarbeiter|verkaufer|verkauferin|commercial|commerciale
            vendeur|vendeuse|ejecutivo de cuentas|ejecutiva de cuentas|ejecutiva de ventas|ingenieur commercial|technico commercial
            attache commercial|vendedor|vendedora|comercial|ejecutivo de ventas
            agente comercial|venditore|agente commercio|verkoper|consultor comercial|broker|estate agent|real estate agent|realtor
            immobilienmakler|agent immobilier|vendedora interna|insurance agent
        - sales: sales|business development|vertrieb|verkauf|aussendienst|vente|ventes|ventas|vendite|vendas|verkoop|commercieel|account
            accounts|bizdev|partnerships|revenue|customer success|kundenbetreuung|business developer|channel|alliances|retail
        manager marketing: marketing manager|brand manager|marketingleiter|marketingleiterin|responsable marketing
            responsable communication|jefe de marketing|jefa de marketing|responsabile marketing|community manager|gerente de marketing
            marketingmanager|communications manager|pr manager
        professional marketing: copywriter|content creator|social media manager|marketer|journalist|journalistin|redakteur|redakteurin
            editor|reporter|journaliste|redacteur|redactrice|attachee de presse|periodista|redactor|redactora|giornalista|redattore
            jornalista|publicist|pr consultant|texter|texterin|blogger|influencer|author|writer|autor|autorin|ecrivain|escritor
        - marketing: marketing|brand|branding|communications|communication|comms|kommunikation|unternehmenskommunikation|comunicacion
            comunicazione|comunicacao|communicatie|pr|public relations|advertising|werbung|publicite|seo|content|social media|media|growth
            digital marketing|presse|crm|events
        professional technology: developer|software developer|software engineer|programmer|web developer|full stack developer
            fullstack developer|frontend developer|backend developer|front end developer|back end developer|devops engineer|sre
            site reliability engineer|data engineer|data scientist|data analyst|machine learning engineer|ai engineer|system administrator
            systems administrator|sysadmin|network engineer|cloud engineer|cloud architect|solution architect|solutions architect
            enterprise architect|software architect|it consultant|it specialist|security engineer|security analyst|qa engineer
            test engineer|tester|dba|entwickler|entwicklerin|softwareentwickler|softwareentwicklerin|programmierer|programmiererin
            informatiker|informatikerin|fachinformatiker|fachinformatikerin|systemadministrator|developpeur|developpeuse
            ingenieur logiciel|ingenieure logiciel|informaticien|informaticienne|ingenieur informatique|administrateur systeme
            desarrollador|desarrolladora|programador|programadora|ingeniero de software|ingeniera de software|ingeniero informatico
            ingeniera informatica|informatico|sviluppatore|sviluppatrice|programmatore|ingegnere informatico|ontwikkelaar
            softwareontwikkelaar|programmeur|desenvolvedor|desenvolvedora|engenheiro de software|engenheira de software
            analista de sistemas|cientista de dados|scrum master|application engineer|technologist|fullstack engineer|frontend engineer
            backend engineer|ios developer|android developer
        - technology: software|it|information technology|ict|technology|tech|data|devops|cloud|cyber security|cybersecurity
            information security|infrastructure|web|digital|informatik|informatique|informatica|sistemas|sistemi|systeme|ai
            machine learning|platform|network|netzwerk|edv|tecnologia|technologie|artificial intelligence|analytics|business intelligence
            sap|erp
        professional engineering: engineer|mechanical engineer|electrical engineer|civil engineer|process engineer|chemical engineer
            design engineer|project engineer|structural engineer|ingenieur|ingenieurin|ingenieure|konstrukteur|konstrukteurin|techniker
            technikerin|technician|mechatroniker|technicien|technicienne|ingeniero|ingeniera|tecnico|tecnica|ingegnere|engenheiro
            engenheira|technicus|ingeniero industrial|ingeniero civil|bauingenieur|bauingenieurin|maschinenbauingenieur|elektriker
            electrician|bauleiter|bauleiterin|werktuigbouwkundige|surveyor|pilot|driver
        - engineering: engineering|maschinenbau|konstruktion|mechanical|electrical|civil|hardware|automation|ingenierie|ingenieria
            ingegneria|engenharia|techniek|technik|technique|construction|bau|manufacturing engineering|r d|rd|research development
            forschung entwicklung
        professional finance: accountant|auditor|controller|bookkeeper|tax advisor|tax consultant|financial analyst|financial advisor
            investment banker|banker|trader|actuary|treasurer|analyst|equity analyst|portfolio manager|fund manager|wealth manager
            investor|venture capitalist|underwriter|steuerberater|steuerberaterin|wirtschaftsprufer|wirtschaftspruferin|buchhalter
            buchhalterin|bilanzbuchhalter|bilanzbuchhalterin|finanzberater|bankkaufmann|bankkauffrau|comptable|expert comptable
            experte comptable|commissaire aux comptes|controleur de gestion|auditeur|analyste financier|banquier|contable
            asesor financiero|asesor fiscal|contador|contadora|analista financiero|commercialista|revisore|ragioniere|contabile|boekhouder
            belastingadviseur|registeraccountant|contabilista|business angel|angel investor|finanzanalyst|credit analyst
        - finance: finance|financial|accounting|tax|audit|treasury|controlling|investment|investments|investor relations|banking
            private equity|venture capital|m a|wealth management|asset management|insurance|finanzen|steuern|rechnungswesen|buchhaltung
            comptabilite|finances|fiscal|fiscalite|finanzas|contabilidad|finanza|contabilita|amministrazione finanza|financas|financien
            risk|credit|capital markets|corporate finance
        director finance: kaufmannischer leiter|kaufmannische leiterin|kaufmannische leitung
        professional legal: lawyer|attorney|dpo|attorney at law|solicitor|barrister|counsel
            legal counsel|paralegal|notary|judge|prosecutor
            rechtsanwalt|rechtsanwaltin|anwalt|anwaltin|fachanwalt|fachanwaltin|jurist|juristin|syndikusrechtsanwalt
            syndikusrechtsanwaltin|notar|notarin|richter|richterin|staatsanwalt|patentanwalt|patentanwaltin|avocat|avocate
            avocat a la cour|juriste|notaire|huissier|magistrat|abogado|abogada|jurista|notario|juez|procurador|avvocato|avvocata|giurista
            notaio|giudice|advocaat|bedrijfsjurist|notaris|rechter|advogado|advogada|juiz|jurisconsulto|patent attorney|patent agent
            compliance officer|data protection officer|datenschutzbeauftragter|datenschutzbeauftragte|associate attorney|of counsel
        senior legal: senior counsel|senior associate|counsel senior|collaborateur senior|asociado senior|senior legal counsel
        - legal: data protection|legal|law|compliance|recht|juridique|legale|juridico|juridisch|intellectual property|patents|regulatory
            litigation
            arbitration|public affairs|datenschutz|privacy
        professional people: recruiter|hr business partner|hrbp|hr generalist|talent acquisition specialist|talent acquisition partner
            headhunter|hr specialist|hr consultant|personalreferent|personalreferentin|personalberater|personalberaterin|recruiterin
            people partner|charge de recrutement|chargee de recrutement|recruteur|reclutador|reclutadora|tecnico de rrhh|selezionatore
            hr adviseur|recrutador|coach|executive coach|business coach|life coach|coachin|trainer|trainerin|formateur|formatrice|formador
            formatore
        manager people: hr manager|personalleiter|personalleiterin|responsable rh|responsable ressources humaines|jefe de rrhh
            responsabile risorse umane|talent acquisition manager|people manager|people operations manager|hr leiter
        - people: hr|human resources|people|people culture|talent acquisition|talent|recruiting|recruitment|personal|personalwesen
            ressources humaines|rh|recursos humanos|rrhh|risorse umane|personeelszaken|learning development|organizational development
            training|coaching|payroll
        manager operations: operations manager|project manager|program manager|supply chain manager|plant manager|production manager
            logistics manager|quality manager|procurement manager|purchasing manager|office operations manager|projektleiter
            projektleiterin|projektmanager|projektmanagerin|produktionsleiter|produktionsleiterin|werksleiter|werkleiter|einkaufsleiter
            einkaufsleiterin|betriebsleiter|betriebsleiterin|qualitatsmanager|chef de projet|cheffe de projet|responsable de production
            responsable achats|responsable qualite|jefe de proyecto|jefa de proyecto|jefe de produccion|responsabile di produzione
            capo progetto|responsabile acquisti|projectmanager|projectleider|gerente de projetos|gerente de proyectos|gerente de operacoes
            gerente de operaciones|restaurant manager|hotel manager|facility manager
        professional -: specialist|officer|charge|chargee|specialiste|business partner
        professional operations: buyer|purchaser|planner|logistics coordinator|quality engineer|production planner|einkaufer|einkauferin
            disponent|disponentin|logistiker|acheteur|acheteuse|logisticien|comprador|compradora|inkoper|acquirente|production engineer
            business analyst|process analyst|chef kitchen|koch|flight attendant
        - operations: operations|supply chain|logistics|procurement|purchasing|production|manufacturing|quality|project|projects|program
            delivery|facility|facilities|einkauf|logistik|produktion|qualitat|projekt|betrieb|achats|logistique|qualite|operaciones
            compras|logistica|produccion|calidad|proyectos|acquisti|produzione|qualita|operazioni|progetti|inkoop|logistiek|productie
            operacoes|producao|qualidade|projetos|pmo|transformation|customer service|safety|hse|maintenance|warehouse
        manager product: product manager|product owner lead|produktmanager|produktmanagerin|chef de produit|cheffe de produit
            jefe de producto|gerente de produto|productmanager|group product manager
        professional product: product owner|product analyst|product specialist|productowner
        - product: product|product management|produkt|produit|producto|prodotto|produto|produktmanagement|innovation
        professional design: designer|graphic designer|ux designer|ui designer|ux ui designer|product designer|web designer
            interior designer|art director|architect|architekt|architektin|grafiker|grafikerin|grafikdesigner|grafikdesignerin|designerin
            graphiste|architecte|disenador|disenadora|disenador grafico|arquitecto|arquitecta|progettista|architetto|grafico|ontwerper
            vormgever|grafisch ontwerper|arquiteto|arquiteta|fotograf|fotografin|photographer|photographe|fotografo|fotograaf|illustrator
            animator|filmmaker|videographer|musician|artist|kunstler|kunstlerin|artiste|artista|kunstenaar|producer|stylist
        director design: creative director|design director|directeur artistique|directrice artistique|director creativo|directora creativa
            direttore creativo|kreativdirektor
        - design: design|ux|ui|creative|user experience|kreation|diseno|ontwerp|art
        professional research: researcher|scientist|research scientist|research fellow|research associate|postdoc|postdoctoral researcher
            chemist|biologist|physicist|statistician|economist|wissenschaftler|wissenschaftlerin|wissenschaftlicher mitarbeiter
            wissenschaftliche mitarbeiterin|forscher|forscherin|chemiker|chemikerin|biologe|biologin|physiker|okonom|chercheur|chercheuse
            charge de recherche|ingenieur de recherche|scientifique|investigador|investigadora|cientifico|cientifica|economista
            ricercatore|ricercatrice|scienziato|onderzoeker|wetenschapper|pesquisador|pesquisadora|laborant|lab technician
        - research: research|science|forschung|recherche|investigacion|ricerca|onderzoek|pesquisa|labor|laboratory
        professional consulting: consultant|management consultant|business consultant|strategy consultant|advisor|adviser
            freelance consultant|independent consultant|berater|beraterin|unternehmensberater|unternehmensberaterin|freiberufler
            consultante|conseil|conseiller|conseillere|conseil en strategie|consultor|consultora|asesor|asesora|consulente
            consulente aziendale|adviseur|consulent|organisatieadviseur|strategist|freelancer|mentor|mediator|contractor
        senior consulting: senior consultant|principal consultant|senior advisor|senior berater|consultant senior
        - consulting: consulting|advisory|strategy|beratung|conseil strategie|consultoria|consulenza|strategie|estrategia|strategia
        professional health: physician|doctor|surgeon|nurse|registered nurse|pharmacist|dentist|psychologist|psychotherapist
            physiotherapist|therapist|veterinarian|cardiologist|pediatrician|radiologist|arzt|arztin|facharzt|facharztin|oberarzt
            oberarztin|zahnarzt|zahnarztin|hausarzt|apotheker|apothekerin|psychologe|psychologin|psychotherapeut|psychotherapeutin
            physiotherapeut|physiotherapeutin|krankenschwester|pflegefachkraft|tierarzt|tierarztin|hebamme|medecin|chirurgien|infirmier
            infirmiere|pharmacien|pharmacienne|dentiste|psychologue|kinesitherapeute|veterinaire|medico|medica|enfermero|enfermera
            farmaceutico|farmaceutica|dentista|psicologo|psicologa|fisioterapeuta|cirujano|infermiere|infermiera|farmacista|arts|huisarts
            verpleegkundige|tandarts|psycholoog|fysiotherapeut|enfermeiro|enfermeira|cirurgiao|midwife|paramedic|dietitian|osteopath
            caregiver
        - health: medical|clinical|health|healthcare|nursing|pharma|medizin|pflege|gesundheit|sante|salud|sanita|saude|zorg|clinica|klinik
        professional education: professor|assistant professor|associate professor|adjunct professor|lecturer|senior lecturer|teacher|tutor
            instructor|educator|librarian|professorin|dozent|dozentin|lehrer|lehrerin|lehrbeauftragter|lehrbeauftragte|padagoge|padagogin
            erzieher|erzieherin|professeur|professeure|enseignant|enseignante|enseignant chercheur|maitre de conferences|instituteur
            profesor|profesora|docente|maestro|maestra|catedratico|profesor titular|insegnante|professore|professoressa|docent|leraar
            leerkracht|hoogleraar|professora|professor universitario|translator|interpreter|ubersetzer|ubersetzerin|dolmetscher
            dolmetscherin|traducteur|traductrice|traductor|traductora|traduttore|traduttrice|vertaler|tradutor
        - education: education|teaching|academic|bildung|lehre|enseignement|educacion|formazione|onderwijs|educacao|school|schule
        professional administration?: administrator|clerk|sachbearbeiter|sachbearbeiterin|burokaufmann|burokauffrau|kaufmann|kauffrau
            verwaltungsangestellter|verwaltungsfachangestellte|civil servant|beamter|beamtin|fonctionnaire|funcionario|ambtenaar|referent
            referentin|impiegato|impiegata
        professional administration: administrative assistant|executive assistant|personal assistant|office manager|secretary|receptionist
            office assistant|data entry clerk|team assistant|sekretar|sekretarin|teamassistent|teamassistentin|teamassistenz|assistenz
            assistenz geschaftsfuhrung|assistenz der geschaftsfuhrung|secretaire|assistante de direction|assistant de direction
            assistante administrative|assistant administratif|hotesse accueil|secretario|secretaria|administrativo|administrativa
            auxiliar administrativo|auxiliar administrativa|recepcionista|asistente administrativo|segretario|segretaria
            impiegato amministrativo|impiegata amministrativa|secretaresse|directiesecretaresse|managementassistent
            administratief medewerker|assistente administrativo|assistente administrativa
        - administration: administration|office|back office|verwaltung|administracion|amministrazione|administratie|administracao
            secretariat|sekretariat
        - general: business|general management|management|corporate|unternehmensfuhrung|gestion|bedrijfsleiding
        """

    /// What German and Dutch words for positions end with, by rank.
    static let endings = """
        executive: geschaftsfuhrerin|geschaftsfuhrer|vorstand
        director: bereichsleiterin|bereichsleiter|direktorin|directeur|direktion|direktor
        manager: abteilungsleiterin|abteilungsleiter|managerin|leiterin|leitung|manager|chefin|leiter|chef
        student: praktikantin|werkstudent|praktikant
        professional: sachbearbeiterin|sachbearbeiter|administrator|mitarbeiterin|entwicklerin|ontwikkelaar|architektin|ingenieurin
            mitarbeiter|technikerin|designerin|entwickler|medewerker|referentin|architekt|beraterin|developer|ingenieur|techniker|adviseur
            anwaltin|designer|engineer|juristin|kauffrau|kaufmann|lehrerin|pruferin|referent|verkoper|analyst|berater|anwalt|arztin|jurist
            lehrer|planer|prufer|arzt
        senior: spezialistin|spezialist|expertin|experte|meister
        junior: assistentin|assistent|referendarin|referendar
        """

    /// What such words begin with, by field.
    static let beginnings = """
        sales: vertrieb|verkauf|verkoop|key|account|kunden
        marketing: marketing|kommunikation|presse|marke
        product: produkt|product
        technology: software|system|web|daten|it|netzwerk
        people: personal|hr
        finance: finanz|steuer|buch|bilanz|wirtschaftspruf
        legal: rechts|patent
        operations: einkauf|logistik|produktion|werk|betriebs|projekt|qualitat
        research: forschung
        engineering: entwicklung|konstruktion|maschinenbau|elektro|bau
        consulting: unternehmensberat
        general: unternehmens
        education: schul|grundschul
        health: ober|zahn|kinder|haus
        design: grafik|innen
        administration: buro|office
        """

    /// The rows of a table: the words before the colon, and the phrases behind it.
    static func rows(_ text: String) -> [(head: [Substring], phrases: [Substring])] {
        var rows: [(head: [Substring], phrases: [Substring])] = []
        for line in text.split(separator: "\n") {
            if line.first == " " {
                if rows.isEmpty { continue }
                rows[rows.count - 1].phrases += line.drop { $0 == " " }.split(separator: "|")
            } else if let colon = line.firstIndex(of: ":") {
                let phrases = line[line.index(after: colon)...].drop { $0 == " " }
                rows.append((line[..<colon].split(separator: " "), phrases.split(separator: "|")))
            }
        }
        return rows
    }
}
