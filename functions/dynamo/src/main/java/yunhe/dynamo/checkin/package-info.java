/**
 * Admissions: the attributes of a registration's item that the door writes. Everything else of that item belongs to
 * {@code yunhe.dynamo.activity}; here it is only read, and never written back.
 */
@NullMarked
package yunhe.dynamo.checkin;

import org.jspecify.annotations.NullMarked;
