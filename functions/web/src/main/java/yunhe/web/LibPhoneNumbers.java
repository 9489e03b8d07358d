package yunhe.web;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import yunhe.core.person.Phone;
import yunhe.core.person.PhoneNumbers;
import yunhe.core.shared.TypedText;

/** Phone numbers by Google's libphonenumber. Its tables are read with the first number. */
public final class LibPhoneNumbers implements PhoneNumbers {

    private static final int LENGTH_MAX = 40;

    private final String region;

    /** @param region the country (ISO 3166) of numbers that are typed without a country code */
    public LibPhoneNumbers(String region) {
        this.region = region;
    }

    @Override
    public Optional<Phone> parse(String typed) {
        var text = TypedText.tidy(typed);
        // Most people give an e-mail address only: the library, a tenth of a second to load, is not for them.
        // It reads letters as on a telephone's keys; here they are a mistake.
        if (text.isEmpty()
                || text.length() > LENGTH_MAX
                || !TypedText.isLine(text)
                || text.codePoints().anyMatch(Character::isLetter)) {
            return Optional.empty();
        }
        try {
            var numbers = PhoneNumberUtil.getInstance();
            var number = numbers.parse(text, region);
            return number.hasExtension() || !couldExist(numbers, number)
                    ? Optional.empty()
                    : Optional.of(new Phone(numbers.format(number, PhoneNumberFormat.E164)));
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        } catch (IllegalArgumentException notE164) {
            return Optional.empty();
        }
    }

    // Ranges are opened faster than tables are updated: a number in an unknown range passes if it is as long as a
    // mobile one.
    private static boolean couldExist(PhoneNumberUtil numbers, PhoneNumber number) {
        return numbers.isValidNumber(number) || numbers.isPossibleNumberForType(number, PhoneNumberType.MOBILE);
    }
}
