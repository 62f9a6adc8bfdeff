import TextMatching

/// What a folder or a label of a mailbox is for, as far as it changes what its mails say.
enum MailFolderRole: Hashable, Sendable {
    /// Anything else.
    case ordinary
    /// What the owner sent.
    case sent
    /// What is written and not sent.
    case drafts
    /// Spam.
    case spam
    /// What was deleted.
    case trash
    /// Conversations that are no mail.
    case chats

    /// Whether what lies here is left out: nobody wrote it, or nobody wanted it.
    var isLeftOut: Bool { self != .ordinary && self != .sent }

    /// The role of a folder by one part of its path: `.Sent Items`, `INBOX.Gesendet`, `Sent Messages.mbox`.
    init(folder: some StringProtocol) {
        var name = TextFolding.folded(String(folder))
        for ending in [".mbox", ".sbd", ".mbx", ".mbs", ".eml"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
        // Maildir++ and IMAP write the path of a folder into its name.
        let last = name.split { $0 == "." || $0 == "/" }.last.map(String.init) ?? name
        self = Self.roles[last.filter { $0.isLetter }] ?? .ordinary
    }

    /// The role of a file in a mailbox by all parts of its path; what is left out wins.
    init(path: String) {
        var role = Self.ordinary
        for part in path.split(separator: "/") {
            let own = Self(folder: part)
            if own.isLeftOut { role = own } else if own == .sent, !role.isLeftOut { role = .sent }
        }
        self = role
    }

    /// The roles of a mail's labels (`X-Gmail-Labels`); what is left out wins.
    init(labels: String) {
        var role = Self.ordinary
        for label in labels.split(separator: ",") {
            let own = Self.roles[TextFolding.folded(String(label)).filter { $0.isLetter }] ?? .ordinary
            if own.isLeftOut { role = own } else if own == .sent, !role.isLeftOut { role = .sent }
        }
        self = role
    }

    private static let roles: [String: MailFolderRole] = {
        var roles: [String: MailFolderRole] = [:]
        for (names, role) in words { for name in names.split(separator: " ") { roles[String(name)] = role } }
        return roles
    }()

    // Folded, letters only. English, German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian, Polish, Czech, Finnish, Turkish,
    // Russian, Japanese, Chinese: the names Gmail, Outlook, Apple Mail and Thunderbird give.
    private static let words: [(String, MailFolderRole)] = [
        (
            "sent sentmail sentitems sentmessages outbox gesendet gesendete gesendeteobjekte gesendeteelemente gesendetenachrichten envoyes "
                + "messagesenvoyes elementsenvoyes envoye enviados enviado elementosenviados mensajesenviados correoenviado itensenviados "
                + "mensagensenviadas inviati inviata postainviata messaggiinviati verzonden verzondenitems verzondenberichten sendt skickat "
                + "skickade sendte wyslane elementywyslane odeslane odeslanaposta lahetetyt gonderilmispostalar gonderilmis отправленные "
                + "送信済み 送信済みメール 送信済みアイテム 已发送 已发送邮件 寄件備份", .sent
        ),
        (
            "drafts draft entwurfe entwurf brouillons brouillon borradores borrador bozze bozza rascunhos rascunho concepten concept kladder "
                + "utkast robocze szkice koncepty luonnokset taslaklar черновики 下書き 草稿 草稿箱 templates vorlagen modeles unsentmessages",
            .drafts
        ),
        (
            "spam junk junkemail junkmail bulkmail bulk junke spamverdacht werbung indesirables courrierindesirable correonodeseado "
                + "nodeseado postaindesiderata lixoeletronico ongewenst ongewensteemail ongewenstereclame skrappost sopposti uonsket "
                + "niechciane wiadomoscismieci nevyzadana roskaposti onemsiz спам 迷惑メール 垃圾邮件 垃圾郵件", .spam
        ),
        (
            "trash bin deleted deleteditems deletedmessages papierkorb geloscht geloschte geloschteobjekte geloschteelemente corbeille "
                + "elementssupprimes messagessupprimes papelera elementoseliminados eliminados cestino postaeliminata elementieliminati "
                + "lixeira itensexcluidos prullenbak verwijderd verwijderdeitems papirkurv slettet papperskorg borttagna kosz elementyusuniete "
                + "kos odstranenaposta roskakori cop silinmis корзина ゴミ箱 已删除 已删除邮件 垃圾桶", .trash
        ),
        ("chat chats hangouts hangoutschats chatverlauf conversationhistory", .chats),
    ]
}
