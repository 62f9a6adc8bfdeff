/// Companies everybody knows by their initials, which stand for no other large one. Written for this project.
enum KnownInitials {
    /// The identity of the whole name by that of the initials (`CompanyName.identity`).
    static let name: [String: String] = Dictionary(
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let words = line.split(separator: " ")
            return words.count == 2 ? (String(words[0]), String(words[1])) : nil
        }, uniquingKeysWith: { first, _ in first })

    private static let text = """
        ibm internationalbusinessmachines
        ey ernstyoung
        pwc pricewaterhousecoopers
        bcg bostonconsultinggroup
        jnj johnsonjohnson
        pg proctergamble
        jj johnsonjohnson
        vw volkswagen
        bmw bayerischemotorenwerke
        ge generalelectric
        gm generalmotors
        hpe hewlettpackardenterprise
        amex americanexpress
        bofa bankofamerica
        aws amazonwebservices
        rbc royalbankofcanada
        gsk glaxosmithkline
        bms bristolmyerssquibb
        mit massachusettsinstituteoftechnology
        nyu newyorkuniversity
        bbc britishbroadcastingcorporation
        nhs nationalhealthservice
        ecb europeancentralbank
        eib europeaninvestmentbank
        imf internationalmonetaryfund
        ilo internationallabourorganization
        """
}
