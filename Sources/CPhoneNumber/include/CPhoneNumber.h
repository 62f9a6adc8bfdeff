#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What libphonenumber says of a number.
typedef enum {
    /// It is none: letters, too few digits, a country code nobody has.
    HOLDFAST_PHONE_NONE = 0,
    /// Its country gives out such numbers.
    HOLDFAST_PHONE_VALID = 1,
    /// The length is one its country has, the beginning is none.
    HOLDFAST_PHONE_POSSIBLE = 2,
    /// Fewer digits than any number of its country.
    HOLDFAST_PHONE_TOO_SHORT = 3,
    /// More digits than any number of its country.
    HOLDFAST_PHONE_TOO_LONG = 4,
    /// As many digits as are dialled within an area of its country, without the area's code.
    HOLDFAST_PHONE_LOCAL_ONLY = 5,
} holdfast_phone_standing;

/// A number as libphonenumber reads it.
typedef struct {
    holdfast_phone_standing standing;
    /// The number as E.164, ended by a zero; empty for none.
    char e164[32];
    /// The country's two letters, ended by a zero; empty where the number is in no plan.
    char region[4];
} holdfast_phone;

/// Reads a number written in a country's way. `text` need not end with a zero; `region` is two letters ended by one, or "ZZ" for none.
holdfast_phone holdfast_phone_read(const char *text, size_t count, const char *region);

/// Writes a number as its country usually does, in groups behind the country (`+44 20 7946 0958`). `number` is E.164; both end with a zero.
/// Nothing is written for what is none.
void holdfast_phone_group(const char *number, char *written, size_t size);

#ifdef __cplusplus
}
#endif
