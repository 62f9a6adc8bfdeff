/// All that came in under one path: for a folder its files and each archive in it, else one parcel.
public struct Delivery: Sendable {
    /// An archive in a folder that can't be used.
    public struct Failure: Equatable, Sendable {
        /// Its path, below the folder as that was given.
        public var path: String
        /// Why.
        public var error: InputError

        /// Makes a note of an archive that can't be used.
        public init(path: String, error: InputError) {
            self.path = path
            self.error = error
        }
    }

    /// What can be read: first a folder's own files, where there are any, then its archives in the order of their paths.
    public var parcels: [Parcel]
    /// The archives of a folder that can't be used; the others can.
    public var failures: [Failure]

    /// Makes a delivery.
    public init(parcels: [Parcel], failures: [Failure] = []) {
        self.parcels = parcels
        self.failures = failures
    }
}
