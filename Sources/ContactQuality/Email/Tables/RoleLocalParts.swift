/// Local parts that name a function and no person: RFC 2142 and their usual translations. Written for this project.
enum RoleLocalParts {
    /// The local parts, in lower case, without separators.
    static let text = """
        info marketing sales support abuse noc security postmaster hostmaster usenet news webmaster www uucp ftp
        admin administrator administration root sysadmin mailerdaemon daemon nobody noreply donotreply dontreply notifications notification
        alerts alert bounce bounces newsletter newsletters subscribe unsubscribe list lists mailinglist automailer robot
        contact contacts contactus hello hi hey mail mailbox email inbox team office offices reception frontdesk frontoffice backoffice
        enquiries enquiry inquiries inquiry requests request feedback help helpdesk servicedesk service services customerservice
        customerservices customercare customersupport customer customers clientservices client clients care
        accounts accounting accountspayable accountsreceivable ap ar billing invoice invoices invoicing finance payments payment payroll
        orders order purchasing procurement booking bookings reservations reservation events event tickets ticket
        hr jobs job careers career recruiting recruitment talent people humanresources applications apply hiring
        press media pr publicrelations communications comms editor editorial editors redaction legal compliance privacy dpo gdpr
        dataprotection copyright dmca it itsupport tech technical technology dev developers development engineering ops operations devops
        partners partner partnerships affiliates affiliate investors investor ir investorrelations business bizdev general generalenquiries
        secretary secretariat secretariado president chairman board ceooffice shop store webshop web webteam website online
        membership members volunteers donations warehouse logistics shipping returns dispatch export import
        kontakt buero buro bueros anfrage anfragen empfang zentrale sekretariat verwaltung geschaeftsfuehrung geschaeftsleitung vertrieb
        verkauf einkauf bestellung bestellungen buchhaltung rechnung rechnungen rechnungswesen personal personalabteilung bewerbung
        bewerbungen karriere presse redaktion datenschutz kundenservice kundendienst kundenbetreuung hilfe technik werkstatt lager versand
        poststelle posteingang kanzlei praxis vorstand vorzimmer impressum mitglieder verein
        contacto contactos informacion informaciones ventas compras comercial soporte atencion atencionalcliente clientes administracion
        facturacion facturas contabilidad recepcion prensa empleo empleos rrhh recursoshumanos reservas pedidos direccion gerencia
        secretaria oficina
        contatto contatti informazioni vendite acquisti commerciale amministrazione segreteria direzione assistenza ordini prenotazioni
        fatture fatturazione contabilita ufficio ufficiostampa stampa lavoraconnoi risorseumane clienti
        contactez accueil ventes achats commercial comptabilite facturation factures facture direction secretariatgeneral rh recrutement
        emploi serviceclient clientele commandes commande presse communication cabinet mairie reservations agence boutique
        contato informacoes vendas compras comercial suporte atendimento sac financeiro faturamento administracao contabilidade recepcao
        imprensa vagas rh curriculo ouvidoria secretaria diretoria escritorio geral
        informatie verkoop inkoop administratie klantenservice boekhouding facturen vacatures personeelszaken receptie secretariaat
        bestellingen pers directie
        post postmottak firmapost faktura salg kundeservice okonomi regnskap resepsjon jobb reklamation ordre
        kontoret forsaljning kundtjanst ekonomi inkop
        myynti asiakaspalvelu toimisto laskutus tiedotus palaute
        biuro sprzedaz sekretariat ksiegowosc faktury rekrutacja praca zamowienia reklamacje kadry
        obchod fakturace prodej podpora objednavky uctarna
        iroda ertekesites penzugy ugyfelszolgalat
        vanzari comenzi contabilitate birou
        prodaja podrska racunovodstvo
        iletisim bilgi satis destek muhasebe insankaynaklari ik
        zakaz buh buhgalter kadry reklama otdel prodazhi pomosch
        """
}
