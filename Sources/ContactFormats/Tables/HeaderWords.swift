/// The words headers of tables of people are made of, in the languages people keep them in.
///
/// Words are folded by `LetterFolding` (no case, no accents). Exports of programs compose their headers of three things: what a value is
/// (a street), whose it is (the office's), and a number ("Straße geschäftlich 2", "Rue (bureau) 2", "Calle del trabajo 2"); so a few hundred
/// words read thousands of headers. Learnt from the headers Outlook, Google, Thunderbird and Yahoo write (`docs/formats/`), and from what
/// people call the columns of their own sheets.
enum HeaderWords {
    /// What a value is.
    enum Thing: Hashable, Sendable {
        case field(ColumnRole.Field)
        case mobile, fax, pager
    }

    /// Headers that mean one thing as a whole, their words joined by blanks.
    static let phrases: [String: Thing] = {
        var phrases: [String: Thing] = [:]
        for (thing, text) in phrasesOfThings {
            for phrase in text.split(separator: "|") { phrases[folded(phrase).trimmedOfBlanks] = thing }
        }
        return phrases
    }()

    /// Words, or several in a row, that say what a value is, wherever they stand in a header.
    static let things: [String: Thing] = {
        var things: [String: Thing] = [:]
        for (thing, text) in thingWords {
            for word in text.split(separator: " ") { things[String(folded(word).map { $0 == "_" ? " " : $0 })] = thing }
        }
        return things
    }()

    /// Words that say whose a value is.
    static let places: [String: String] = {
        var places: [String: String] = [:]
        for (label, text) in placeWords {
            for word in text.split(separator: " ") { places[folded(word)] = label }
        }
        return places
    }()

    /// A word of the tables below as headers are compared: some scripts are folded otherwise than people write them (signs, final letters).
    private static func folded(_ word: Substring) -> String {
        var folded = String.UnicodeScalarView()
        folded.append(contentsOf: word.unicodeScalars.compactMap(LetterFolding.base))
        return String(folded)
    }

    /// Words that say nothing beside a thing.
    static let fillers: Set<String> = Set(
        """
        a al am an at aus av d da das de dei del della der des di die do dos du e el en et fur for im in l la las le les los na no nr o of og \
        ou op para per por pour r s the und vid voor y z zu zum zur number nummer numero numer num nro address adresse adres adress adresa \
        endereco direccion indirizzo 住所 адрес эл correspondence mailing primary primare primar haupt main principal principale hauptsachlich or und oder
        """
        .split { $0 == " " || $0 == "\n" }.map(String.init)
    )

    /// Words beside which nothing is what it seems: the assistant's phone, how an address is displayed.
    static let exclusions: Set<String> = Set(
        """
        yomi phonetic furigana type typ tipo rodzaj posttyp posttype emailtype emailtyp mailtype display displayname angezeigter anzeige \
        pantalla visualizzato wyswietlana weergegeven weergavenaam exibicao apresentar postnamn visningsnavn complet assistent \
        assistant assistants assistente asistente asystenta assistentin помощника manager managers vorgesetzten vorgesetzter responsable \
        director gerenciador gestor chef menedzer руководитель spouse spouses partner partnerin conjoint coniuge conjuge wspolmalzonek make \
        children kinder enfants hijos figli kinderen filhos barn dzieci referred empfohlen recommande server serveur verzeichnisserver \
        initials initialen initiales iniziali iniciais initialer inicjaly count anzahl status created updated modified erstellt geandert \
        password passwort id uid uuid price preis betrag amount umsatz mediamtype
        """
        .split { $0 == " " || $0 == "\n" }.map(String.init)
    )

    private static let phrasesOfThings: [(Thing, String)] = [
        (
            .field(.name),
            """
            name|full name|fullname|display name|displayname|complete name|contact|contact name|contact person|person|vollstandiger name|\
            anzeigename|angezeigter name|kontakt|kontaktperson|ansprechpartner|ansprechpartnerin|ansprechperson|vor und nachname|\
            vorname und nachname|name vorname|nachname vorname|vor u nachname|teilnehmer|mitglied|member|attendee|employee|mitarbeiter|\
            client|kunde|nom complet|nom et prenom|\
            prenom et nom|nom prenom|nom affiche|nom a afficher|nombre completo|nombre y apellidos|nombre y apellido|apellidos y nombre|\
            nombre para mostrar|nombre mostrado|nome completo|nome e cognome|cognome e nome|nome visualizzato|\
            volledige naam|naam|weergavenaam|namn|visningsnamn|navn|visningsnavn|fulde navn|imie i nazwisko|nazwisko i imie|\
            nazwa wyswietlana|nome de apresentacao|nome de exibicao|фио|полное имя|отображаемое имя|nimi|koko nimi|jmeno a prijmeni|nev|氏名|\
            名前|姓名|お名前|ふりがな氏名|聯絡人|联系人|全名|이름|성명|성함|ονοματεπωνυμο|πληρες ονομα|الاسم الكامل|الاسم|שם מלא|піб|повне ім я|nume complet|\
            nume si prenume|ime i prezime|ad soyad|adi soyadi|ho va ten|ho ten|nama lengkap|nama|cele jmeno|teljes nev|نام و نام خانوادگی|\
            ชื่อ นามสกุล|ชื่อนามสกุล
            """
        ),
        (
            .field(.given),
            """
            first|given|first name|firstname|given name|givenname|fname|forename|forenames|christian name|vorname|vornamen|rufname|prenom|prenoms|\
            nombre|nombres|nombre de pila|primer nombre|nome|primeiro nome|nome proprio|voornaam|fornamn|fornavn|imie|имя|etunimi|\
            krestni jmeno|jmeno|vards|vardas|eesnimi|keresztnev|prenume|ime|ad|名|名字|ονομα|الاسم الاول|שם פרטי|ім я|adi|ten|nama depan|utonev|jmena|نام|ชื่อ|собствено име
            """
        ),
        (
            .field(.family),
            """
            last|family|last name|lastname|family name|familyname|surname|sname|lname|nachname|familienname|zuname|nom|nom de famille|apellido|\
            apellidos|primer apellido|cognome|cognomi|sobrenome|apelido|ultimo nome|nome de familia|achternaam|familienaam|efternamn|efternavn|\
            etternavn|nazwisko|uzvards|pavarde|perekonnanimi|perenimi|фамилия|sukunimi|prijmeni|vezeteknev|nume de familie|prezime|soyad|姓|姓氏|성|επωνυμο|επιθετο|اسم العائله|اللقب|\
            الكنيه|שם משפחה|прізвище|фамилно име|soyadi|ho|nama belakang|csaladnev|نام خانوادگی|นามสกุล
            """
        ),
        (
            .field(.middle),
            """
            middle|middle name|middle names|additional name|weitere vornamen|zweiter vorname|mittelname|deuxieme prenom|second prenom|\
            autres prenoms|segundo nombre|secondo nome|middelste naam|tussenvoegsel|mellannamn|mellomnavn|mellemnavn|drugie imie|segundo nome|\
            outros nomes apelidos|nome do meio|отчество
            """
        ),
        (
            .field(.prefix),
            """
            prefix|name prefix|honorific|honorific prefix|salutation|anrede|namensprafix|akademischer titel|akad titel|civilite|titre de civilite|\
            tratamiento|tratamento|titolo|aanhef|tilltal|tytul|обращение|titulo de cortesia|grad|敬称|呼び名|προσφωνηση|обръщение
            """
        ),
        (
            .field(.suffix),
            """
            suffix|name suffix|honorific suffix|namenszusatz|namenssuffix|suffixe|sufijo|suffisso|titolo straniero|achtervoegsel|namnsuffix|suffiks|\
            sufixo|sufiks|суффикс
            """
        ),
        (
            .field(.nickname),
            """
            nickname|nick name|nick|alias|spitzname|kosename|surnom|apodo|sobrenombre|soprannome|bijnaam|roepnaam|smeknamn|kaldenavn|\
            kallenavn|pseudonim|alcunha
            """
        ),
        (
            .field(.title),
            """
            job title|jobtitle|job|job position|job function|role|rolle|position|post|occupation|designation|funktion|function|stellenbezeichnung|\
            berufsbezeichnung|arbeitstitel|tatigkeit|stellung|poste|fonction|intitule du poste|titre du poste|profession et fonction|puesto|\
            puesto de trabajo|cargo|ocupacion|posizione|ruolo|qualifica|mansione|incarico|functie|functietitel|functiebenaming|befattning|\
            yrkestitel|jobbtitel|stilling|stillingsbetegnelse|stanowisko|funkcja|должность|cargo profissional|funcao|tehtavanimike|organization title|\
            posicao|posicion|役職|肩書|職位|职位|职务|職稱|직위|직책|직함|θεση|τιτλος|ιδιοτητα|المسمي الوظيفي|الوظيفه|תפקיד|посада|длъжност|unvan|gorev|\
            chuc vu|chuc danh|jabatan|beosztas|munkakor|amats|pareigos|ametikoht|amet|funkce|pozice|functie ocupata|radno mjesto|سمت|ตำแหน่ง
            """
        ),
        (
            .field(.box),
            "po box|p o box|post office box|address po box|box|bp|b p|apartado|apartado postal|casella postale|postbus|caixa postal|postfach|postboks"
        ),
        (
            .field(.birthday),
            """
            birthday|birth date|birthdate|date of birth|dob|born|geburtstag|geburtsdatum|geboren|geboren am|geb|geb datum|anniversaire|\
            date de naissance|naissance|ne le|cumpleanos|fecha de nacimiento|fecha nacimiento|nacimiento|compleanno|data di nascita|nascita|\
            verjaardag|geboortedatum|fodelsedag|fodelsedatum|fodselsdag|fodselsdato|urodziny|data urodzenia|data de nascimento|nascimento|\
            день рождения|дата рождения|syntymapaiva|datum narozeni|szuletesnap|誕生日|生年月日|生日|出生日期|생일|생년월일|ημερομηνια γεννησης|γενεθλια|\
            تاريخ الميلاد|יום הולדת|תאריך לידה|день народження|дата народження|dogum tarihi|dogum gunu|ngay sinh|tanggal lahir|\
            szuletesi datum|data nasterii|datum rodjenja
            """
        ),
        (
            .field(.birthYear),
            "birth year|geburtsjahr|annee de naissance|ano de nacimiento|anno di nascita|geboortejaar|fodelsear|ano de nascimento|rok urodzenia"
        ),
        (
            .field(.birthMonth),
            "birth month|geburtsmonat|mois de naissance|mes de nacimiento|mese di nascita|geboortemaand|fodelsemanad|mes de nascimento|miesiac urodzenia"
        ),
        (
            .field(.birthDay),
            "birth day|geburtstag tag|jour de naissance|dia de nacimiento|giorno di nascita|geboortedag|dia de nascimento|dzien urodzenia"
        ),
        (
            .field(.connectedOn),
            "connected on|connected|connection date|date connected|verbunden am|vernetzt am|kontakt seit|date de connexion|data di collegamento"
        ),
        (
            .field(.tags),
            """
            tags|tag|labels|label|category|categories|kategorie|kategorien|gruppe|gruppen|group|groups|group membership|schlagwort|schlagworter|schlagworte|\
            etiquette|etiquettes|categorie|categoria|categorias|etiqueta|etiquetas|grupo|grupos|grupos|etichetta|etichette|categorieen|groepen|\
            kategorier|grupper|kategoria|grupa|grupy|категории|分類|グループ|标签|標籤|그룹|κατηγοριες|ομαδες|التصنيف|קבוצה|категорії|etiketler|nhom|\
            kategori|csoport|skupina|kategorie kontaktu
            """
        ),
        (
            .field(.notes),
            """
            notes|note|comments|comment|remarks|remark|description|memo|notiz|notizen|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|\
            kommentare|beschreibung|remarque|remarques|commentaire|commentaires|notas|nota|observaciones|comentarios|annotazioni|osservazioni|\
            commenti|notities|opmerking|opmerkingen|anteckningar|anteckning|notater|bemaerkninger|notatki|uwagi|notas|observacoes|anotacoes|\
            comentarios|заметки|примечания|комментарий|muistiinpanot|poznamky|備考|メモ|备注|備註|메모|비고|σημειωσεις|ملاحظات|הערות|примітки|бележки|\
            notlar|ghi chu|catatan|megjegyzes|poznamka|note si observatii|napomene|یادداشت|หมายเหตุ
            """
        ),
        (
            .field(.url),
            """
            url|urls|link|links|web|website|web site|web page|webpage|homepage|home page|internet|www|site|site web|site internet|page web|\
            webseite|internetseite|pagina web|pagina de internet|sitio web|sito|sito web|webpagina|webbsida|webbplats|hemsida|hjemmeside|webside|\
            nettside|strona|strona www|strona internetowa|strona sieci web|pagina da web|pagina na web|веб страница|сайт|personal web page|\
            personal website|business website|linkedin|linkedin url|linkedin profile|linkedin profil|linkedin profile url|profile url|profile|profil|\
            xing|xing profil|twitter|facebook|instagram|mastodon|github|blog|ウェブサイト|ホームページ|网站|網站|홈페이지|웹사이트|ιστοσελιδα|الموقع الالكتروني|\
            אתר|вебсайт|веб сайт|web sitesi|trang web|situs web|honlap|webova stranka
            """
        ),
        (.field(.department), "service|team|bereich|unit|business unit"),
        (.field(.keep), "location|ort der tatigkeit"),
    ]

    private static let thingWords: [(Thing, String)] = [
        (
            .field(.email),
            """
            email emails mail mails e_mail e_mails emailaddress emailadresse emailadressen mailadresse mailadressen e_mail_adresse e_mailadresse emailadres \
            mailadres e_mailadres epost e_post postadress_e e_postadress epostadress e_postadresse epostadresse e_postadresser correo_electronico \
            correo email_address courriel courriels mel messagerie posta_elettronica posta_elettronica correio_electronico correio_eletronico \
            correio adresse_electronique adres_e_mail эл_почты почты почта электронная_почта электронный_адрес ел_пошта електронна_пошта \
            пошта имейл メール メールアドレス 電子メール 電子メール_アドレス eメール 邮箱 邮件 电子邮件 电子邮箱 電子郵件 郵箱 이메일 전자_메일 전자메일 이메일_주소 ηλεκτρονικη_διευθυνση \
            ηλεκτρονικο_ταχυδρομειο εmail البريد_الالكتروني بريد_الكتروني אימייל דואל דוא_ל e_posta eposta thu_dien_tu surel posta_el \
            e_mailcim emailcim e_pasts epasts el_pastas elpastas ایمیل อีเมล อีเมล์ sahkoposti sahkopostiosoite elektronische_post
            """
        ),
        (
            .field(.phone),
            """
            phone phones telephone telephones tel telefon telefone telefono telefoon telefonnummer telefonnr telefoonnummer tlf phonenumber \
            phone_number rufnummer festnetz festnetznummer durchwahl fon telf fono телефон puhelin numer_telefonu telefonu landline fixe fijo \
            fisso hoofdtelefoon telnr haupttelefon 電話 電話番号 电话 电话号码 電話號碼 전화 전화번호 τηλεφωνο τηλεφωνα الهاتف هاتف رقم_الهاتف טלפון телефону \
            dien_thoai so_dien_thoai telepon telefonszam talrunis telefonas telefoninumber telefonni_cislo تلفن โทรศัพท์ เบอร์โทร
            """
        ),
        (
            .mobile,
            """
            mobile mobil cell cellular cellphone handy handynummer handynr mobiltelefon mobiltelefonnummer mobilnummer mobilfunk mobilfunknummer \
            mobilnr mobilephone portable gsm natel movil celular cellulare mobiel mobiele telemovel komorkowy komorka komorkowego мобильный \
            переносной matkapuhelin mobilni 携帯 携帯電話 携帯番号 手机 手机号 手機 行動電話 휴대폰 휴대전화 핸드폰 κινητο الجوال جوال الموبايل נייד мобільний мобилен \
            cep_telefonu cep di_dong hp ponsel mobiltelefonszam موبایل มือถือ
            """
        ),
        (.fax, "fax telefax faxnummer telecopie telecopieur faks telefaks faxnr факс 2fax"),
        (.pager, "pager beeper bipper personsokare personsoker cercapersone radiomessagerie пейджер buscapersonas"),
        (
            .field(.street),
            """
            street streets strasse straße strassenname str rue calle via straat rua gatuadress gata gate gatenavn ulica улица straßenadresse \
            strassenadresse anschrift street_address address_line adresszeile streetaddress hausnummer strasse_hausnummer straße_hausnummer \
            katuosoite extended_address direccion_postal voie gate_vei utca
            """
        ),
        (
            .field(.box),
            """
            po_box pobox address_po_box apartado_postal apartado casella_postale postbus postbusnummer caixa_postal postfach postboks box \
            boite_postale skrzynka_pocztowa b_p
            """
        ),
        (
            .field(.city),
            """
            city town ort orte stadt wohnort ville localite ciudad poblacion localidad citta comune plaats woonplaats stad postort \
            miejscowosc miasto город cidade localidade poststed by kaupunki commune municipio plaatsnaam hemort mesto varos locality 市区町村 \
            市 城市 도시 πολη المدينه עיר місто град sehir thanh_pho kota oras grad شهر เมือง
            """
        ),
        (
            .field(.region),
            """
            state province region county bundesland kanton bundesstaat staat_bundesland provincia provincie estado provincia_o_estado \
            estado_o_provincia wojewodztwo lan fylke область dep dep_region distrito departement_region bundesland_kanton state_province \
            provins regiao regione 都道府県
            """
        ),
        (
            .field(.postcode),
            """
            zip zipcode zip_code plz postleitzahl postal_code postalcode post_code postcode code_postal cp codigo_postal cap cep postnummer postnr \
            kod_pocztowy kod индекс почтовый_код postinumero zip_postal_code psc iranyitoszam 郵便番号
            """
        ),
        (
            .field(.country),
            """
            country land countryregion pays pais paese kraj staat страна nation nazione country_region land_region pays_region pais_o_region \
            pais_regiao kraj_region maa zeme orszag land_regio 国 国名 国家 國家 국가 나라 χωρα البلد الدوله מדינה ארץ країна държава ulke quoc_gia \
            negara tara drzava کشور ประเทศ
            """
        ),
        (
            .field(.company),
            """
            company companies companyname company_name firm firms firma firmen firmenname unternehmen unternehmensname organisation organization organisatie \
            organizacion organizacao organizzazione organisation_name organization_name societe entreprise empresa compania azienda societa ditta \
            bedrijf bedrijfsnaam foretag организация компания virksomhed employer arbeitgeber employeur account_name kanzlei institution \
            institut organizacja spolka yritys cegnev business_name 会社 会社名 勤務先 企業名 公司 公司名称 公司名稱 单位 單位 회사 회사명 εταιρεια εταιρια επιχειρηση \
            الشركه المؤسسه جهه_العمل חברה ארגון компанія організація фирма дружество sirket firma_adi cong_ty perusahaan ceg spolecnost \
            firma_nazev companie tvrtka uznemums imone ettevote شرکت บริษัท
            """
        ),
        (
            .field(.department),
            """
            department dept abteilung abteilungen departamento departement reparto afdeling avdelning avdeling dzial отдел referat \
            dienststelle osasto organization_department 部署 部門 部门 부서 τμημα القسم מחלקה відділ bolum phong_ban departemen osztaly oddeleni \
            بخش แผนก
            """
        ),
        (
            .field(.address),
            """
            address addresses adresse adressen addr adres adress adresa direccion endereco indirizzo adres_pocztowy postanschrift \
            postadresse wohnadresse postal_address adresse_postale formatted 住所 地址 주소 διευθυνση العنوان כתובת адреса адрес_проживания \
            adresi dia_chi alamat cim آدرس ที่อยู่
            """
        ),
    ]

    private static let placeWords: [(String, String)] = [
        (
            "work",
            """
            business work office geschaftlich geschaftliche geschaft gesch dienstl dienstlich dienst beruflich buro firma arbeit bureau professionnel professionnelle pro \
            travail trabajo oficina laboral uff ufficio lavoro werk werkadres zakelijk kantoor empresa comercial trabalho escritorio arbete \
            arbets arbetsadress jobb sluzbowy sluzbowa praca firmowy раб рабочий рабочая arb arbeide professional company zentrale unternehmen
            """
        ),
        (
            "home",
            """
            home private privat priv privates private prive privee personal personnel personnelle perso domicile domicilio particular casa ab abitazione \
            thuis huisadres residencial residencia hem bostad hemadress domowy domowa prywatny prywatna dom дом домашний personale priv maison 自宅
            """
        ),
        (
            "other",
            """
            other weitere weiterer weiteres weitere andere anderer anderes alternativ autre otro otra altro altra ander anders anden andet \
            andra outro outra annan annat annen \
            inny inna inne другой alternate alternative secondary sekundare zusatzlich further additional secondaire secundaria secondario
            """
        ),
        ("car", "car auto autotelefon voiture coche carro biltelefon autotelefoon samochodzie машине"),
        ("primary", "haupttelefon hoofdtelefoon"),
    ]
}
