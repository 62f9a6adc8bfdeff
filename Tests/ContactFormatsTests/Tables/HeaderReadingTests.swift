import Testing

@testable import ContactFormats

@Suite("What headers of columns say")
struct HeaderReadingTests {
    @Test(
        arguments: [
            ("Όνομα", "given"), ("Επώνυμο", "family"), ("Κινητό", "phone:mobile"), ("ΕΤΑΙΡΕΊΑ", "company"),
            ("Τίτλος", "title"), ("ΤΙΤΛΟΣ", "title"), ("ΣΗΜΕΙΏΣΕΙΣ", "notes"), ("Ημερομηνία γέννησης", "birthday"),
            ("الاسم الأول", "given"), ("اسم العائلة", "family"), ("البريد الإلكتروني", "email"), ("الشركة", "company"),
            ("שם פרטי", "given"), ("אימייל", "email"), ("Прізвище", "family"), ("Ім'я", "given"), ("Электронная почта", "email"),
            ("ชื่อ", "given"), ("นามสกุล", "family"), ("ตำแหน่ง", "title"), ("อีเมล", "email"), ("Vārds", "given"), ("Uzvārds", "family"),
            ("Uzņēmums", "company"), ("E-pasts", "email"), ("Pavardė", "family"), ("Pareigos", "title"), ("Eesnimi", "given"),
            ("Perekonnanimi", "family"), ("役職", "title"), ("電子メール アドレス", "email"), ("会社名", "company"), ("手机", "phone:mobile"),
            ("职务", "title"),
            ("電子郵件", "email"), ("이메일", "email"), ("회사", "company"), ("성명", "name"), ("Họ và tên", "name"),
            ("Điện thoại", "phone"), ("Chức vụ", "title"), ("Ad Soyad", "name"), ("Şirket", "company"), ("Cég", "company"),
            ("Person - Name", "name"), ("Person - First name", "given"), ("Person - Email - Work", "email:work"),
            ("Organization - Name", "company"), ("Mailing Street", "street"), ("Mailing Zip/Postal Code", "postcode"),
            ("Mailing State/Province", "region"), ("Mailing Country", "country"), ("Other City", "city:other"),
            ("First Name", "given"), ("Vorname", "given"), ("Nachname", "family"), ("Prénom", "given"), ("Imię", "given"),
            ("Efternamn", "family"),
            ("E-Mail-Adresse", "email"), ("E-mail 2 Address", "email"), ("Adresse de messagerie", "email"),
            ("Dirección de correo electrónico 2", "email"), ("Indirizzo posta elettronica", "email"), ("Endereço de email 3", "email"),
            ("E-postadress", "email"), ("Adres e-mail 2", "email"), ("emailAddress", "email"), ("Mail privat", "email:home"),
            ("Business Phone 2", "phone:work"), ("Telefon geschäftlich", "phone:work"), ("Telefon (privat 2)", "phone:home"),
            ("Téléphone 2 (bureau)", "phone:work"), ("Teléfono del trabajo", "phone:work"), ("Telefoon thuis", "phone:home"),
            ("Telefone residencial", "phone:home"), ("Telefon 2, arbete", "phone:work"), ("Telefon służbowy", "phone:work"),
            ("Mobiltelefon", "phone:mobile"), ("Tél. mobile", "phone:mobile"), ("Handy", "phone:mobile"),
            ("Telefon komórkowy", "phone:mobile"),
            ("Fax geschäftlich", "phone:work fax"), ("Télécopie (domicile)", "phone:home fax"), ("Faks domowy", "phone:home fax"),
            ("Straße geschäftlich 2", "street:work"), ("Rue (domicile)", "street:home"), ("Calle del trabajo 3", "street:work"),
            ("Via (ab.)", "street:home"), ("Werkadres, straat", "street:work"), ("Gatuadress 2, hem", "street:home"),
            ("Adres służbowy - ulica", "street:work"), ("Weitere Straße", "street:other"),
            ("Postleitzahl privat", "postcode:home"), ("Código postal del trabajo", "postcode:work"), ("CAP (uff.)", "postcode:work"),
            ("Adres domowy - kod pocztowy", "postcode:home"), ("PLZ", "postcode"), ("Ort", "city"), ("Ort, arbete", "city:work"),
            ("Land/Region geschäftlich", "country:work"), ("País o región del domicilio", "country:home"),
            ("Bundesland/Kanton privat", "region:home"),
            ("Dép/Région (bureau)", "region:work"), ("Firma", "company"), ("Société", "company"), ("Bedrijf", "company"),
            ("Dział", "department"),
            ("Abteilung", "department"), ("Befattning", "title"), ("Stanowisko", "title"), ("Job Title", "title"), ("Funktion", "title"),
            ("Geburtstag", "birthday"), ("Date de naissance", "birthday"), ("Notizen", "notes"), ("Kategorien", "tags"),
            ("Webseite", "url"),
            ("LinkedIn", "url"), ("Ansprechpartner", "name"), ("Nom complet", "name"), ("Anrede", "prefix"),
            ("Notfall-Telefon", "phone:notfall"), ("Ferienhäuser Telefon", "phone:ferienhäuser"), ("Эл. почта", "email"),
            ("Эл. почта раб.", "email:work"),
        ]
    )
    func `a header is read in the languages people export in`(header: String, role: String) {
        #expect(HeaderReading.meaning(of: header)?.role.description == role)
    }

    @Test(
        arguments: [
            "Telefon Assistent", "E-mail Display Name", "E-Mail-Typ", "Manager's Name", "Spouse", "Given Yomi", "Umsatz", "Kundennummer",
            "Status", "", "המסמך",
        ]
    )
    func `what is about somebody else, or about the file, is nobody's address`(header: String) {
        #expect(HeaderReading.meaning(of: header) == nil)
    }

    @Test
    func `a name beside a first name is the family name, and alone the whole`() {
        func fields(_ header: String...) -> [ColumnRole.Field] { HeaderRoles.roles(of: header).map(\.field) }
        #expect(fields("Name", "Vorname", "Mail") == [.family, .given, .email])
        #expect(fields("Name", "Mail") == [.name, .email])
        #expect(fields("Nome", "Cognome") == [.given, .family])
        #expect(fields("Nombre", "Correo") == [.name, .email])
        #expect(fields("Nom", "Prénom") == [.family, .given])
        #expect(fields("Title", "First Name", "Job Title") == [.prefix, .given, .title])
        #expect(fields("Name", "Title") == [.name, .title])
    }

    @Test
    func `a role is written as the command line takes it`() {
        #expect(ColumnRole(description: "email") == ColumnRole(.email))
        #expect(ColumnRole(description: " Email : Ferienhaus") == ColumnRole(.email, label: "Ferienhaus"))
        #expect(ColumnRole(description: "ignore") == ColumnRole(.ignore))
        #expect(ColumnRole(description: "last name") == nil)
        #expect(ColumnRole(description: "phone-label") == nil)
        for name in ColumnRole.names { #expect(ColumnRole(description: name)?.description == name) }
    }
}
