// libphonenumber is C++ with a singleton that Swift's interoperability can't see: this hands it on as functions of C.
#include "CPhoneNumber.h"

#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumberutil.h>

#include <cstring>
#include <string>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

static void copy(const std::string &text, char *to, size_t size) {
    size_t count = text.size() < size - 1 ? text.size() : size - 1;
    std::memcpy(to, text.data(), count);
    to[count] = 0;
}

holdfast_phone holdfast_phone_read(const char *text, size_t count, const char *region) {
    holdfast_phone result = {};
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util.Parse(std::string(text, count), region, &number) != PhoneNumberUtil::NO_PARSING_ERROR) return result;
    std::string e164, home;
    util.Format(number, PhoneNumberUtil::E164, &e164);
    copy(e164, result.e164, sizeof result.e164);
    switch (util.IsPossibleNumberWithReason(number)) {
        case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY: result.standing = HOLDFAST_PHONE_LOCAL_ONLY; return result;
        case PhoneNumberUtil::TOO_SHORT: result.standing = HOLDFAST_PHONE_TOO_SHORT; return result;
        case PhoneNumberUtil::TOO_LONG: result.standing = HOLDFAST_PHONE_TOO_LONG; return result;
        case PhoneNumberUtil::INVALID_COUNTRY_CODE: result.standing = HOLDFAST_PHONE_NONE; return result;
        default: break;
    }
    util.GetRegionCodeForNumber(number, &home);
    copy(home == "ZZ" ? "" : home, result.region, sizeof result.region);
    result.standing = util.IsValidNumber(number) ? HOLDFAST_PHONE_VALID : HOLDFAST_PHONE_POSSIBLE;
    return result;
}

void holdfast_phone_group(const char *number, char *written, size_t size) {
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    PhoneNumber parsed;
    std::string text;
    if (util.Parse(number, "ZZ", &parsed) == PhoneNumberUtil::NO_PARSING_ERROR) util.Format(parsed, PhoneNumberUtil::INTERNATIONAL, &text);
    copy(text, written, size);
}
