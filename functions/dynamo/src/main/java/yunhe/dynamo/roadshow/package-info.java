/**
 * Wishes, timetables and running orders of roadshows in the activities table: items beside the roadshow's own, and the
 * adapters that read and write them. Registrations are another package's.
 */
@NullMarked
package yunhe.dynamo.roadshow;

import org.jspecify.annotations.NullMarked;
