import Hummingbird

extension Request {
    /// The fields of the address behind `?`, as a form sends them that is fetched: percent-encoded, with `+` for a blank (URL Standard §5.1).
    ///
    /// `uri.queryParameters` leaves the `+`, so that “Anna Example” typed into a search box would be looked for as `Anna+Example`.
    var queryFields: FormFields { FormFields(urlEncoded: Array((uri.query ?? "").utf8)) }
}

extension FormFields {
    /// How many of a list are passed over: none for what is no such number, and for one larger than any list.
    func place(_ name: String) -> Int { self[name].flatMap { Int32($0) }.map { max(0, Int($0)) } ?? 0 }
}
