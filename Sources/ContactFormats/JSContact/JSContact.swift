public import ContactModel

/// The codec between cards and JSContact (RFC 9553): the compact form kept in the vault, and whole cards for other programs.
///
/// The compact form has RFC 9553's properties and leaves out what says nothing (`@type`, `version`, `uid`). Its members have a fixed
/// order, so that equal cards give equal bytes; entries of maps are numbered in the card's order (`e1`, `e2`), which gives it back.
/// Links with a service are `onlineServices`, the others `links`; their numbers (`s1`, `l2`) tell the common order.
///
/// What a card has no field for stays in `extra`: whole properties under their name (`"members"`), and what other programs say inside
/// the properties we know under that property's name, as an object of the same shape that holds only the surplus
/// (`"emails": {"e1": {"pref": 1}}`). Encoding puts it back in its place.
public enum JSContact {
    /// Writes a card as one JSON object.
    ///
    /// A keyword that repeats is written once, for keywords are a set; all else comes back from `decode` as it was.
    ///
    /// - Parameters:
    ///   - card: the card.
    ///   - writer: takes the object.
    ///   - uid: the card's identifier, where a complete Card is wanted (`@type`, `version` and `uid` come first, RFC 9553 §2.1); `nil`
    ///     for the compact form.
    public static func encode(_ card: Card, into writer: inout JSONWriter, completeWith uid: String? = nil) {
        CardEncoder(card: card).encode(into: &writer, uid: uid)
    }

    /// The compact form of a card by itself.
    public static func encode(_ card: Card) -> [UInt8] {
        var writer = JSONWriter()
        encode(card, into: &writer)
        return writer.takeBytes()
    }

    /// Reads a card, in the compact form or as any program writes it.
    ///
    /// Lenient as to content: what has an unexpected type stays in `extra`, where `uid` is found too; name components of a kind we don't
    /// keep apart join the nearest (a second surname the family name, a house number the street).
    ///
    /// - Returns: `nil` where the bytes are no JSON object.
    public static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Card? {
        // The decoder ends with this call, inside the buffer's lifetime.
        try? CardDecoder.decode(JSONReader(bytes))
    }

    /// Reads a card out of any bytes; see the overload for a buffer.
    public static func decode(_ bytes: some Collection<UInt8>) -> Card? {
        let decoded = bytes.withContiguousStorageIfAvailable { decode($0) }
        return decoded ?? Array(bytes).withUnsafeBufferPointer { decode($0) }
    }
}
