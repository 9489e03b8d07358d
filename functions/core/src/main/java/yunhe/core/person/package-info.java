/**
 * People as they sign up: names, e-mail addresses, phone numbers, and the key under which one person is found again.
 * Typed values print masked. No activity and no store.
 */
@NullMarked
package yunhe.core.person;

import org.jspecify.annotations.NullMarked;
