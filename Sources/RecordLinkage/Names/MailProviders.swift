/// Hosts whose addresses say nothing of an employer.
///
/// A short list of the largest; smaller ones are seen by their frequency.
struct MailProviders {
    private let names: WordSet
    private let secondLevels: WordSet

    /// The one table there is.
    static let standard = MailProviders()

    private init() {
        func hashes(_ text: String) -> WordSet {
            WordSet(text.split { $0 == " " || $0 == "\n" }.map { ValueHash.of($0) })
        }
        names = hashes(
            """
            gmail googlemail outlook hotmail live msn yahoo ymail rocketmail icloud me mac aol gmx web t-online freenet posteo mailbox proton \
            protonmail pm tutanota tuta hushmail fastmail zoho mail email btinternet btopenworld virginmedia ntlworld sky talktalk comcast verizon \
            att sbcglobal bellsouth cox charter earthlink juno orange wanadoo free sfr laposte neuf bbox libero virgilio tiscali alice tin terra \
            telefonica movistar wp o2 onet interia poczta op tlen vp seznam centrum azet qq 163 126 sina sohu foxmail yeah aliyun naver daum hanmail \
            rediffmail sify indiatimes yandex rambler bk inbox list ukr live telia comhem bredband spray passagen online hotmail getmail chello \
            bluewin hispeed sunrise gmx aon a1 kabelmail arcor vodafone telenet skynet proximus ziggo kpnmail planet hetnet xs4all upcmail home \
            uol bol ig terra globo sapo optusnet bigpond iinet xtra shaw rogers telus sympatico docomo ezweb softbank nifty biglobe mynet abv \
            windowslive googlemail hey duck ntlworld blueyonder eircom wanadoo numericable
            """)
        secondLevels = hashes("co com org net ac gov edu or ne go gob nom ltd plc me in")
    }

    /// The word of a host that names its owner: `acme` of `mail.acme.co.uk`; nothing for a mail provider.
    ///
    /// - Parameter labels: the hashes of the host's labels, top level last, and where the letters of each lie.
    func owner(_ labels: [(hash: UInt32, range: Range<Int>)]) -> Int? {
        guard labels.count >= 2 else { return nil }
        var place = labels.count - 2
        if place > 0, labels[labels.count - 1].range.count == 2, secondLevels.contains(labels[place].hash) {
            place -= 1
        }
        return names.contains(labels[place].hash) ? nil : place
    }
}
