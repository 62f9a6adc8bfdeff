extension Schema {
    /// Changes no table: what it computed anew the last migration computes.
    static let computedAnew = Migration("0007-computed-anew")
}
